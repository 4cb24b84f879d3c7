package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.EFFECTIVE_ON;
import static org.abate.process.CaseVariables.GRANT_ENDS_ON;
import static org.abate.process.CaseVariables.MILESTONES;
import static org.abate.process.CaseVariables.NOTICE_SUMMARY;
import static org.abate.process.CaseVariables.RENEWED_UNTIL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * A variance or exemption while it is in effect for one system, until it is terminated (10 CSR 60-6.010(4), 6.020(4), 6.030;
 * interpretations D11 and VE10 to VE12).
 */
@Component
class GrantWork {

    private static final int MOST_PERSONS = 3300;
    private static final int MOST_RENEWALS = 3;
    private static final int YEARS_OF_A_RENEWAL = 2;

    private final CaseRecord caseRecord;
    private final Clock clock;

    GrantWork(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** @throws Refusal where the rule knows no such finding for this grant */
    void finding(String caseNumber, DelegateTask task, Answers answers) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        String finding = answers.text("grantFinding");
        boolean technique =
                request.matter() == Matter.VARIANCE && request.subject() == WaterRequest.Subject.TREATMENT_TECHNIQUE;
        if (finding.equals("NECESSARY") && !technique) {
            throw new Refusal(
                    "grantFinding", "is for a variance from a treatment technique only (10 CSR 60-6.010(4)(B)4.A)");
        }
        if (finding.equals("TECHNOLOGY") && !"INDEFINITE".equals(task.getVariable("scheduleKind"))) {
            throw new Refusal(
                    "grantFinding", "is for a variance with an indefinite period only (10 CSR 60-6.030(1)(B)2)");
        }
        if (finding.equals("RENEWAL") && request.matter() != Matter.EXEMPTION) {
            throw new Refusal("grantFinding", "only an exemption is renewed (10 CSR 60-6.030(2)(D))");
        }
        caseRecord.note(
                caseNumber,
                "FINDING",
                system(caseNumber).inWords() + ": " + Answers.inWords(finding) + ". " + answers.text("findingNote"));
    }

    /** What the director is asked about: the step that was missed, or what was found. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.TERMINATION) {
            task.setVariableLocal(
                    "terminationGround",
                    missed(task).map(step -> "Not met: " + step.inWords()).orElseGet(() -> new Answers(task)
                            .text("findingNote")));
        }
    }

    /** @throws Refusal where a grant would go on after its period, or an exemption beyond its last day for compliance */
    void termination(String caseNumber, DelegateTask task, Answers answers) {
        String decision = answers.text("terminationDecision");
        if (decision.equals("TERMINATE")) {
            terminate(caseNumber, task, Standing.TERMINATED, answers.text("terminationReason"));
            return;
        }
        WaterSystem system = system(caseNumber);
        LocalDate today = LocalDate.now(clock);
        LocalDate last = decision.equals("CONTINUE") ? system.endsOn() : system.latestComplianceOn();
        if (last != null && last.isBefore(today)) {
            throw new Refusal(
                    "terminationDecision",
                    decision.equals("CONTINUE")
                            ? "the schedule cannot stand: the period of the grant has ended on "
                                    + RequestWords.date(last)
                            : "the exemption cannot go on: " + RequestWords.date(last)
                                    + ", its last day for compliance, has passed (10 CSR 60-6.030(2)(C), (D))");
        }
        missed(task).ifPresent(step -> replace(task, step, List.of()));
    }

    /** The step of the schedule that ended it: the earliest whose day has passed. */
    private Optional<Milestone> missed(DelegateTask task) {
        return "missed".equals(task.getVariable("scheduleOutcome"))
                ? left(task).stream()
                        .filter(step -> step.dueOn().isBefore(LocalDate.now(clock)))
                        .min(Comparator.comparing(Milestone::dueOn))
                : Optional.empty();
    }

    /** A step of the schedule is met, and is not tracked again where the schedule goes on after an interruption. */
    void stepMet(String caseNumber, DelegateTask task, Milestone step) {
        ofGrant(caseNumber, task).ifPresent(grant -> replace(grant, step, List.of()));
    }

    /**
     * A step of the schedule is extended.
     *
     * @throws Refusal where the new day lies after the period of the grant
     */
    void stepExtended(String caseNumber, DelegateTask task, Milestone step, Milestone extended) {
        ofGrant(caseNumber, task).ifPresent(grant -> {
            LocalDate last = system(caseNumber).endsOn();
            if (last != null && extended.dueOn().isAfter(last)) {
                throw new Refusal(
                        "newDueDate",
                        "must not be after " + RequestWords.date(last)
                                + ", the end of the grant: a later day needs a new"
                                + " schedule, which is heard first, or the renewal of an exemption (10 CSR 60-6.030(1)(C),"
                                + " (2)(B), (D))");
            }
            replace(grant, step, List.of(extended));
        });
    }

    /** The grant whose schedule a task tracks; empty for the schedule of an enforcement case. */
    private Optional<VariableScope> ofGrant(String caseNumber, DelegateTask task) {
        return caseRecord.get(caseNumber).request() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        ((TaskEntity) task).getExecution().getProcessInstance().getSuperExecution());
    }

    private static List<Milestone> left(VariableScope grant) {
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

    void compliance(String caseNumber, DelegateTask task, Answers answers) {
        if (Boolean.TRUE.equals(answers.value("systemComplies"))) {
            terminate(
                    caseNumber,
                    task,
                    Standing.COMPLIED,
                    "The system came into compliance with the applicable rule on "
                            + RequestWords.date(LocalDate.parse(answers.text("compliedOn"))) + ".");
        }
    }

    private void terminate(String caseNumber, DelegateTask task, Standing standing, String reason) {
        DECISION_TEXT
                .on(task)
                .set(RequestWords.terminated(caseRecord.get(caseNumber).request(), LocalDate.now(clock), reason));
        caseRecord.standing(caseNumber, standing);
    }

    /** @throws Refusal where 10 CSR 60-6.030(2)(D) does not allow the renewal, with every reason */
    void renewal(String caseNumber, DelegateTask task, Answers answers) {
        WaterSystem system = system(caseNumber);
        boolean granted = Boolean.TRUE.equals(answers.value("renewalGranted"));
        List<Fault> faults = new ArrayList<>();
        if (granted && system.personsServed() > MOST_PERSONS) {
            faults.add(new Fault(
                    "renewalGranted",
                    "the system serves " + RequestWords.number(system.personsServed()) + " persons, more than "
                            + RequestWords.number(MOST_PERSONS) + " (10 CSR 60-6.030(2)(D))"));
        }
        if (granted && system.renewals() >= MOST_RENEWALS) {
            faults.add(new Fault("renewalGranted", "six additional years are granted already (10 CSR 60-6.030(2)(D))"));
        }
        if (granted && "REGIONAL".equals(task.getVariable("exemptionGround"))) {
            faults.add(new Fault(
                    "renewalGranted",
                    "only an exemption granted under 10 CSR 60-6.020(4)(D)1. or 2. is renewed (10 CSR"
                            + " 60-6.030(2)(D))"));
        }
        for (String finding : List.of("needsAssistance", "practicableSteps", "scheduleSteps")) {
            if (granted && !Boolean.TRUE.equals(answers.value(finding))) {
                faults.add(new Fault(finding, "cannot be renewed without this finding (10 CSR 60-6.030(2)(D))"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        LocalDate endsOn = endsOn(system);
        RENEWED_UNTIL
                .on(task)
                .set(granted ? endsOn.plusYears(YEARS_OF_A_RENEWAL).toString() : null);
        if (!granted) {
            DECISION_TEXT
                    .on(task)
                    .set("The department does not renew the exemption from "
                            + caseRecord.get(caseNumber).request().from() + " for " + system.inWords()
                            + ".\nIt stays in effect, with its schedule, until its termination date, "
                            + RequestWords.date(endsOn)
                            + ", unless it is terminated before (10 CSR 60-6.020(4)(A), (B)).\n"
                            + answers.text("renewalReason"));
        }
    }

    /** The termination date of an exemption; where none was kept with it, the last that the rule allows. */
    private static LocalDate endsOn(WaterSystem system) {
        return Optional.ofNullable(system.endsOn()).orElseGet(() -> lastDay(system));
    }

    /** The last day for compliance under an exemption (10 CSR 60-6.030(2)(C), (D)). */
    static LocalDate lastDay(WaterSystem system) {
        return Optional.ofNullable(system.latestComplianceOn())
                .orElseGet(() -> system.complianceDueOn().plusYears(RequestWork.MOST_YEARS));
    }

    /**
     * A new schedule, for its public notice and for the letter that prescribes it; that of a renewed exemption with the
     * renewal.
     *
     * @throws Refusal where it is none that 10 CSR 60-6.030 allows, with every fault
     */
    void newSchedule(String caseNumber, DelegateTask task, Answers answers) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        LocalDate last = LocalDate.parse(answers.text("finalComplianceOn"));
        Optional<LocalDate> renewedUntil =
                RENEWED_UNTIL.from(task).getOptional().map(LocalDate::parse);
        LocalDate endsOn = renewedUntil.orElse(last);
        List<Milestone> steps = RequestWork.steps(answers.text("newSteps"), last);
        List<Milestone> interim = Milestone.parseAll(answers.text("interimMeasures"));
        List<Fault> faults = new ArrayList<>();
        faults.addAll(ProposalCheck.outside("newSteps", steps, last, task, LocalDate.now(clock)));
        faults.addAll(ProposalCheck.outside("interimMeasures", interim, last, task, LocalDate.now(clock)));
        if (request.matter() == Matter.EXEMPTION) {
            LocalDate latest = renewedUntil.orElseGet(() -> lastDay(request.system()));
            if (last.isAfter(latest)) {
                faults.add(new Fault(
                        "finalComplianceOn",
                        "must not be after " + RequestWords.date(latest)
                                + ", the last day for compliance under this exemption (10 CSR 60-6.030(2)(C), (D))"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        String period = RequestWords.period(request.matter(), "DATES", endsOn);
        boolean renewed = renewedUntil.isPresent();
        MILESTONES.on(task).set(RequestWords.tracked(steps, interim));
        GRANT_ENDS_ON.on(task).set(endsOn.toString());
        NOTICE_SUMMARY.on(task).set(RequestWords.newSummary(request, renewed, period, steps, interim));
        DECISION_TEXT
                .on(task)
                .set(RequestWords.rescheduled(request, renewed, period, renewed ? answers.text("renewalReason") : ""));
        DECISION_CONDITIONS.on(task).set(RequestWords.conditions(List.of(), steps, interim));
        EFFECTIVE_ON.on(task).set(LocalDate.now(clock).toString());
    }

    private WaterSystem system(String caseNumber) {
        return caseRecord.get(caseNumber).request().system();
    }
}
