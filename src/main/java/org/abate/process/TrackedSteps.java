package org.abate.process;

import static org.abate.process.CaseVariables.EXTENSIONS_ASKED;
import static org.abate.process.CaseVariables.MILESTONES;
import static org.abate.process.CaseVariables.MISSED_STEP;
import static org.abate.process.CaseVariables.STEPS_ASKED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** The steps that are left of the schedule of a grant while it is in force (interpretations VE10, VE11, VE20). */
@Component
class TrackedSteps {

    private static final String NEW_SCHEDULE_NEEDED =
            " needs a new schedule, which is heard first, or the renewal of an exemption (10 CSR 60-6.030(1)(C), (2)(B), (D))";

    private final CaseRecord caseRecord;
    private final Clock clock;

    TrackedSteps(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** The step that ended the schedule: as the schedule hands it out; of one begun before it did, the earliest whose day has
     * passed. Empty without one. */
    Optional<Milestone> missed(VariableScope grant) {
        if (!"missed".equals(grant.getVariable("scheduleOutcome"))) {
            return Optional.empty();
        }
        return MISSED_STEP.from(grant).getOptional().map(Milestone::parse).or(() -> left(grant).stream()
                .filter(step -> step.dueOn().isBefore(LocalDate.now(clock)))
                .min(Comparator.comparing(Milestone::dueOn)));
    }

    /** A step is met, and is not tracked again where the schedule goes on after an interruption. */
    void met(String caseNumber, DelegateTask task, Milestone step) {
        ofGrant(caseNumber, task).ifPresent(grant -> replace(grant, step, List.of()));
    }

    /** A missed step on which the schedule stands is not tracked again, and no extension of it is asked (interpretation VE11). */
    void forgive(VariableScope grant) {
        missed(grant).ifPresent(step -> {
            replace(grant, step, List.of());
            drop(grant, step);
        });
    }

    /**
     * A step is extended.
     *
     * @throws Refusal where it is final compliance, or the new day lies after that day or after the period of the grant
     */
    void extended(String caseNumber, DelegateTask task, Milestone step, Milestone extended) {
        ofGrant(caseNumber, task).ifPresent(grant -> {
            if (isFinal(step)) {
                throw new Refusal(
                        "extensionGranted", "final compliance is not extended: a later day" + NEW_SCHEDULE_NEEDED);
            }
            LocalDate last = left(grant).stream()
                    .filter(TrackedSteps::isFinal)
                    .map(Milestone::dueOn)
                    .findFirst()
                    .orElseGet(
                            () -> caseRecord.get(caseNumber).request().system().endsOn());
            if (last != null && extended.dueOn().isAfter(last)) {
                throw new Refusal(
                        "newDueDate",
                        "must not be after " + RequestWords.date(last)
                                + ", when final compliance is due or the grant ends: a later day"
                                + NEW_SCHEDULE_NEEDED);
            }
            replace(grant, step, List.of(extended));
        });
    }

    /** The request for an extension of a step that is not answered yet, though its schedule was interrupted. */
    Optional<ExtensionAsked> asked(String caseNumber, DelegateTask task, Milestone step) {
        return ofGrant(caseNumber, task).flatMap(grant -> asked(grant)
                .filter(request -> request.step().equals(step))
                .findFirst());
    }

    void ask(String caseNumber, DelegateTask task, ExtensionAsked request) {
        answered(caseNumber, task, request.step());
        ofGrant(caseNumber, task)
                .ifPresentOrElse(
                        grant -> keep(grant, Stream.concat(asked(grant), Stream.of(request))),
                        () -> keepSteps(
                                task,
                                Stream.concat(
                                        stepsAsked(task),
                                        Stream.of(request.step().toString()))));
    }

    /** The request is approved or refused, or its step met. */
    void answered(String caseNumber, DelegateTask task, Milestone step) {
        ofGrant(caseNumber, task)
                .ifPresentOrElse(
                        grant -> drop(grant, step),
                        () -> keepSteps(task, stepsAsked(task).filter(asked -> !asked.equals(step.toString()))));
    }

    /** The schedule of an enforcement case is not taken up again: it answers itself what is open as it breaks off. */
    private static Stream<String> stepsAsked(DelegateTask task) {
        return STEPS_ASKED.from(schedule(task)).getOptional().stream().flatMap(List::stream);
    }

    private static void keepSteps(DelegateTask task, Stream<String> steps) {
        List<String> left = steps.collect(Collectors.toCollection(ArrayList::new));
        // written only where it changes: other steps are recorded at the same moment
        if (!left.equals(stepsAsked(task).toList())) {
            schedule(task).setVariable(STEPS_ASKED.getName(), left.isEmpty() ? null : left);
        }
    }

    private static VariableScope schedule(DelegateTask task) {
        return ((TaskEntity) task).getExecution().getProcessInstance();
    }

    private static void drop(VariableScope grant, Milestone step) {
        keep(grant, asked(grant).filter(request -> !request.step().equals(step)));
    }

    private static Stream<ExtensionAsked> asked(VariableScope grant) {
        return EXTENSIONS_ASKED.from(grant).getOptional().stream()
                .flatMap(List::stream)
                .map(ExtensionAsked::parse);
    }

    private static void keep(VariableScope grant, Stream<ExtensionAsked> requests) {
        EXTENSIONS_ASKED
                .on(grant)
                .set(requests.map(ExtensionAsked::asText).collect(Collectors.toCollection(ArrayList::new)));
    }

    private static boolean isFinal(Milestone step) {
        return step.action().equalsIgnoreCase(RequestWork.FINAL_COMPLIANCE);
    }

    /** The grant whose schedule a task tracks; empty for the schedule of an enforcement case. */
    private Optional<VariableScope> ofGrant(String caseNumber, DelegateTask task) {
        return caseRecord.get(caseNumber).request() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        ((TaskEntity) task).getExecution().getProcessInstance().getSuperExecution());
    }

    static List<Milestone> left(VariableScope grant) {
        return grant.getVariable(MILESTONES.getName()) instanceof List<?> steps
                ? steps.stream().map(step -> Milestone.parse(step.toString())).toList()
                : List.of();
    }

    private static void replace(VariableScope grant, Milestone step, List<Milestone> by) {
        MILESTONES
                .on(grant)
                .set(Stream.concat(left(grant).stream().filter(other -> !other.equals(step)), by.stream())
                        .map(Milestone::toString)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }
}
