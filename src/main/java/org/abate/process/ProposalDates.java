package org.abate.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.Hearings;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * The steps of what a case proposes while its notice and hearing go on: none may be due before the proposal takes effect,
 * thirty days after its notice, and none is confirmed whose day has passed (10 CSR 60-6.040(6), (7); interpretation VE10).
 */
@Component
class ProposalDates {

    private static final String HEARING = "public-hearing";
    private static final List<String> BEFORE_THE_NOTICE = List.of("PrepareNotice", "SetDayOfIssue");

    private final Hearings hearings;
    private final Clock clock;

    ProposalDates(Hearings hearings, Clock clock) {
        this.hearings = hearings;
        this.clock = clock;
    }

    /** Every step that is proposed and noticed now; empty where a case proposes none. */
    static List<Milestone> steps(String caseNumber, ProcessEngineServices engine) {
        return proposal(caseNumber, engine)
                .map(execution ->
                        engine.getRuntimeService().getVariable(execution, CaseVariables.TRACKED_STEPS.getName()))
                .filter(List.class::isInstance)
                .map(lines -> ((List<?>) lines)
                        .stream().map(line -> Milestone.parse(line.toString())).toList())
                .orElse(List.of());
    }

    /** The user ids of those who checked, considered and wrote what a case proposes. */
    List<String> preparers(String caseNumber, ProcessEngineServices engine) {
        return proposal(caseNumber, engine)
                .map(execution ->
                        (String) engine.getRuntimeService().getVariable(execution, CaseVariables.PREPARED_BY.getName()))
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
    }

    static List<Milestone> dueBefore(LocalDate day, List<Milestone> steps) {
        return steps.stream().filter(step -> step.dueOn().isBefore(day)).toList();
    }

    /**
     * What a case proposes that would be due before it takes effect, were its notice issued with that day, and what to do;
     * empty where nothing would.
     */
    Optional<String> overtaken(String caseNumber, LocalDate issued, ProcessEngineServices engine) {
        List<Milestone> steps = steps(caseNumber, engine);
        List<Milestone> late = dueBefore(issued.plusDays(HearingWork.DAYS_TO_REQUEST), steps);
        boolean earlierDay = !lastDayOfIssue(steps).isBefore(LocalDate.now(clock));
        if (late.isEmpty() || !earlierDay && !canBeWrittenAgain(caseNumber, engine)) {
            return Optional.empty();
        }
        return Optional.of("with this day the proposal of case " + caseNumber + " takes effect on "
                + RequestWords.date(issued.plusDays(HearingWork.DAYS_TO_REQUEST))
                + " at the earliest (10 CSR 60-6.040(6)), after what it orders: "
                + late.stream().map(Milestone::inWords).collect(Collectors.joining("; "))
                + (earlierDay
                        ? ". Issue the notice with " + RequestWords.date(lastDayOfIssue(steps)) + " or an earlier day"
                        : ". Record \"Write the terms again\" on the page of that case"));
    }

    /**
     * Whether, before its notice has its day of issue, there is no day left with which no step would come too early, or,
     * after a timely request was denied, a step lies before the decision with which the proposal is effective.
     */
    boolean isOvertaken(String caseNumber, ProcessEngineServices engine) {
        String lead = hearings.waitsFor(caseNumber).orElse(caseNumber);
        if (isOvertakenUnheard(caseNumber, lead, engine)) {
            return true;
        }
        return lastDayOfIssue(steps(caseNumber, engine)).isBefore(LocalDate.now(clock))
                && engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(lead)
                                .taskDefinitionKeyIn(BEFORE_THE_NOTICE.toArray(String[]::new))
                                .count()
                        > 0;
    }

    /**
     * The day from which proposals are effective that are decided on a day without a hearing: thirty days after the notice,
     * and not before the decision where a timely request was denied (10 CSR 60-6.040(6), interpretation D9).
     */
    LocalDate effectiveUnheard(String leadCase, LocalDate decided) {
        LocalDate lastDay = lastDayToRequest(leadCase).orElseThrow();
        return decided.isAfter(lastDay) && timelyDenied(leadCase) ? decided : lastDay;
    }

    private Optional<LocalDate> lastDayToRequest(String leadCase) {
        return hearings.issuedOn(leadCase).map(issued -> issued.plusDays(HearingWork.DAYS_TO_REQUEST));
    }

    /** Whether anybody requested a hearing in time; once every request is decided and none is held, it was denied. */
    boolean timelyDenied(String leadCase) {
        return lastDayToRequest(leadCase)
                .filter(last -> hearings.requestsUpon(leadCase).stream()
                        .anyMatch(request -> !request.receivedOn().isAfter(last)))
                .isPresent();
    }

    /**
     * What the proposals of a notice order before they are effective, were they decided on that day without a hearing after
     * a timely request was denied; empty where none was.
     */
    List<String> beforeEffect(String leadCase, LocalDate decided, ProcessEngineServices engine) {
        if (!timelyDenied(leadCase)) {
            return List.of();
        }
        return hearings.covered(leadCase).stream()
                .flatMap(each -> dueBefore(effectiveUnheard(leadCase, decided), steps(each, engine)).stream()
                        .map(step -> "case " + each + ", " + step.inWords()))
                .toList();
    }

    /** What to do where a proposal orders something before it is effective. */
    static String effectiveAfter(List<String> steps) {
        return "a timely request was denied, so that what is proposed is effective with this decision, after what it"
                + " orders: " + String.join("; ", steps)
                + ". Hold a hearing, after which the proposal can be revised, or record \"Write the terms again\" on the"
                + " page of the case (10 CSR 60-6.040(6), (7))";
    }

    /** Whether nobody is heard on what a case proposes, and one of its steps lies before the decision of today. */
    private boolean isOvertakenUnheard(String caseNumber, String lead, ProcessEngineServices engine) {
        LocalDate today = LocalDate.now(clock);
        return lastDayToRequest(lead).filter(today::isAfter).isPresent()
                && timelyDenied(lead)
                && hearings.toDecide(lead).isEmpty()
                && !hearings.calledFor(lead)
                && !dueBefore(effectiveUnheard(lead, today), steps(caseNumber, engine))
                        .isEmpty();
    }

    private static LocalDate lastDayOfIssue(List<Milestone> steps) {
        return steps.stream()
                .map(Milestone::dueOn)
                .min(Comparator.naturalOrder())
                .map(first -> first.minusDays(HearingWork.DAYS_TO_REQUEST))
                .orElse(LocalDate.MAX);
    }

    private static boolean canBeWrittenAgain(String caseNumber, ProcessEngineServices engine) {
        return proposal(caseNumber, engine)
                .filter(execution -> engine.getRuntimeService()
                                .createEventSubscriptionQuery()
                                .executionId(execution)
                                .eventName(CaseEvent.TERMS_OVERTAKEN.message())
                                .count()
                        > 0)
                .isPresent();
    }

    /** The execution of the diagram that proposes it, which waits for the hearing. */
    private static Optional<String> proposal(String caseNumber, ProcessEngineServices engine) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(HEARING)
                .list()
                .stream()
                .map(hearing -> ((ExecutionEntity) hearing).getSuperExecutionId())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
