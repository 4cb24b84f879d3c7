package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.GRANT_FINDING;
import static org.abate.process.CaseVariables.MISSED_STEP;
import static org.abate.process.CaseVariables.NEW_SCHEDULE_DUE;
import static org.abate.process.CaseVariables.RENEWED_UNTIL;
import static org.abate.process.CaseVariables.SCHEDULE_GROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A variance or exemption while it is in effect for one system, until it is terminated (10 CSR 60-6.010(4), 6.020(4), 6.030;
 * interpretations D11 and VE10 to VE12).
 */
@Component
class GrantWork {

    /** Whether the director shares the finding that a treatment technique is necessary. */
    private static final String TECHNIQUE_NECESSARY = "techniqueNecessary";

    /** What the director says upon one finding is no answer to the next. */
    private static final List<String> DECISION =
            List.of("terminationDecision", "terminationReason", TECHNIQUE_NECESSARY);

    private final CaseRecord caseRecord;
    private final TrackedSteps steps;
    private final NoticeLead notices;
    private final Clock clock;

    GrantWork(CaseRecord caseRecord, TrackedSteps steps, NoticeLead notices, Clock clock) {
        this.caseRecord = caseRecord;
        this.steps = steps;
        this.notices = notices;
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
        if (finding.equals("RENEWAL") && RENEWED_UNTIL.from(task).getOptional().isPresent()) {
            throw new Refusal(
                    "grantFinding",
                    "a renewal is decided on already, and is noticed and heard with its schedule before another one (10 CSR"
                            + " 60-6.030(2)(B), (D))");
        }
        if (finding.equals("TECHNOLOGY")) {
            if (NEW_SCHEDULE_DUE.from(task).getOptional().orElse(false)) {
                throw new Refusal("grantFinding", "a new schedule is being prescribed already");
            }
            NEW_SCHEDULE_DUE.on(task).set(true);
            SCHEDULE_GROUND.on(task).set(null);
        }
        caseRecord.note(
                caseNumber,
                "FINDING",
                system(caseNumber).inWords() + ": " + Answers.inWords(finding) + ". " + answers.text("findingNote"));
    }

    /** What the director is asked about: the step that was missed, or what was found, and until when the grant goes on. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.TERMINATION || what == Recording.RENEWAL || what == Recording.NO_NEW_SCHEDULE) {
            LocalDate last = system(DiagramListener.caseNumber(task)).endsOn();
            task.setVariableLocal(
                    "grantPeriod",
                    last == null
                            ? "The grant has no last day."
                            : "The grant ends on **" + RequestWords.date(last)
                                    + "**, unless what moves that day is in force by then: thirty days after its notice at"
                                    + " the earliest.");
        }
        if (what == Recording.TERMINATION) {
            DECISION.forEach(answer -> task.setVariable(answer, null));
            Optional<Milestone> missed = steps.missed(task);
            missed.ifPresent(step -> MISSED_STEP.on(task).set(step.toString()));
            task.setVariableLocal("terminationGround", ground(missed, task));
        }
        if (what == Recording.NO_NEW_SCHEDULE) {
            task.setVariableLocal(
                    "scheduleGroundInWords",
                    SCHEDULE_GROUND
                            .from(task)
                            .getOptional()
                            .map(ground -> "It was to follow upon this: " + ground)
                            .orElse("It was to follow upon no failure."));
        }
    }

    private static String ground(Optional<Milestone> missed, DelegateTask task) {
        return missed.map(step -> "Not met: " + step.inWords()).orElseGet(() -> new Answers(task).text("findingNote"));
    }

    /**
     * A new schedule takes the place of one that is noticed already, and of a renewal that was noticed with it.
     *
     * @throws Refusal where the grant would go on after its last day, or against what is found
     */
    void termination(String caseNumber, DelegateTask task, Answers answers) {
        String decision = answers.text("terminationDecision");
        refuseAgainstFinding(decision, task, answers);
        if (decision.equals("TERMINATE")) {
            terminate(caseNumber, task, Standing.TERMINATED, answers.text("terminationReason"));
            return;
        }
        LocalDate last = system(caseNumber).endsOn();
        LocalDate today = LocalDate.now(clock);
        if (decision.equals("CONTINUE") && last != null && last.isBefore(today)) {
            throw new Refusal(
                    "terminationDecision",
                    "the schedule cannot stand: the period of the grant has ended on " + RequestWords.date(last));
        }
        if (decision.equals("NEW_SCHEDULE")) {
            tooLate("terminationDecision", last, today).ifPresent(fault -> {
                throw new Refusal(List.of(fault));
            });
            scheduleDue(caseNumber, task);
            giveUpRenewal(caseNumber, task);
            SCHEDULE_GROUND.on(task).set(ground(steps.missed(task), task));
        }
        steps.forgive(task);
    }

    /** What is decided has to follow from the finding (interpretation VE11). */
    private static void refuseAgainstFinding(String decision, DelegateTask task, Answers answers) {
        String finding = GRANT_FINDING.from(task).getOptional().orElse("");
        if (finding.equals("SURRENDER") && decision.equals("NEW_SCHEDULE")) {
            throw new Refusal(
                    "terminationDecision",
                    "the supplier of water has given the grant up, and a new schedule would bind nobody: terminate it, or"
                            + " let it go on where it is not given up");
        }
        if (!finding.equals("NECESSARY")) {
            return;
        }
        if (answers.value(TECHNIQUE_NECESSARY) == null) {
            throw new Refusal(
                    TECHNIQUE_NECESSARY,
                    "say yes or no: the variance is terminated if it is (10 CSR 60-6.010(4)(B)4.A)");
        }
        boolean necessary = Boolean.TRUE.equals(answers.value(TECHNIQUE_NECESSARY));
        if (necessary && !decision.equals("TERMINATE")) {
            throw new Refusal(
                    "terminationDecision",
                    "a variance from a treatment technique stands only where the technique is not necessary to protect"
                            + " persons: terminate it, or say that the technique is not necessary (10 CSR"
                            + " 60-6.010(1)(B), (4)(B)4.A)");
        }
        if (!necessary && !decision.equals("CONTINUE")) {
            throw new Refusal(
                    "terminationDecision",
                    "nothing is found upon which the variance is terminated or gets a schedule: let it go on, or say that"
                            + " the technique is necessary (10 CSR 60-6.010(4)(B)4.A)");
        }
    }

    /** A renewal rests on the steps toward the schedule that has failed: it is decided on anew (10 CSR 60-6.030(2)(D)2). */
    private void giveUpRenewal(String caseNumber, DelegateTask task) {
        if (RENEWED_UNTIL.from(task).getOptional().isPresent()) {
            RENEWED_UNTIL.on(task).set(null);
            caseRecord.note(
                    caseNumber,
                    "RENEWAL_GIVEN_UP",
                    "The renewal that was not in force yet is given up for the new schedule after the finding: where it is"
                            + " still requested, it is decided on anew (10 CSR 60-6.030(2)(D))");
        }
    }

    /** What is noticed and heard first, thirty days and more, cannot be in force by the last day of the grant. */
    static Optional<Fault> tooLate(String field, LocalDate last, LocalDate today) {
        LocalDate first = today.plusDays(HearingWork.DAYS_TO_REQUEST);
        return last == null || !first.isAfter(last)
                ? Optional.empty()
                : Optional.of(new Fault(
                        field,
                        "comes too late: the grant ends on " + RequestWords.date(last)
                                + ", and a schedule is in force thirty days after its notice at the earliest, on "
                                + RequestWords.date(first) + " (10 CSR 60-6.030(1)(C), (2)(B), 60-6.040(6))"));
    }

    /**
     * What follows where no new schedule came into force.
     *
     * @throws Refusal where another would come too late, or where nothing was found upon which the grant could be terminated
     */
    void noNewSchedule(String caseNumber, DelegateTask task, Answers answers) {
        String decision = answers.text("newScheduleDecision");
        if (decision.equals("PRESCRIBE")) {
            tooLate("newScheduleDecision", system(caseNumber).endsOn(), LocalDate.now(clock))
                    .ifPresent(fault -> {
                        throw new Refusal(List.of(fault));
                    });
            NEW_SCHEDULE_DUE.on(task).set(true);
        }
        if (decision.equals("TERMINATE")) {
            if (SCHEDULE_GROUND.from(task).getOptional().isEmpty()) {
                throw new Refusal(
                        "newScheduleDecision",
                        "is terminated only upon a finding: record one where there is one (10 CSR 60-6.010(4)(B)3, 4,"
                                + " 60-6.020(4)(B))");
            }
            terminate(caseNumber, task, Standing.TERMINATED, answers.text("newScheduleReason"));
        }
    }

    private void scheduleDue(String caseNumber, DelegateTask task) {
        notices.dropOut(caseNumber, "another schedule takes its place", task.getProcessEngineServices());
        NEW_SCHEDULE_DUE.on(task).set(true);
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

    /** The grant has ended with its last day; whether the system complies is what is left to say. */
    void endOfPeriod(String caseNumber, DelegateTask task, Answers answers) {
        boolean complies = Boolean.TRUE.equals(answers.value("systemComplies"));
        DECISION_TEXT
                .on(task)
                .set(RequestWords.ended(
                        caseRecord.get(caseNumber).request(),
                        complies ? LocalDate.parse(answers.text("compliedOn")) : null));
        if (complies) {
            caseRecord.standing(caseNumber, Standing.COMPLIED);
        }
    }

    private void terminate(String caseNumber, DelegateTask task, Standing standing, String reason) {
        notices.dropOut(
                caseNumber,
                "the " + caseRecord.get(caseNumber).matter().words() + " is terminated",
                task.getProcessEngineServices());
        DECISION_TEXT
                .on(task)
                .set(RequestWords.terminated(caseRecord.get(caseNumber).request(), LocalDate.now(clock), reason));
        caseRecord.standing(caseNumber, standing);
    }

    /** @throws Refusal where 10 CSR 60-6.030(2)(D) does not allow the renewal, with every reason */
    void renewal(String caseNumber, DelegateTask task, Answers answers) {
        WaterSystem system = system(caseNumber);
        boolean granted = Boolean.TRUE.equals(answers.value("renewalGranted"));
        List<Fault> faults = new RenewalCheck(system, task.getVariable("exemptionGround"), LocalDate.now(clock))
                .faults(task.getVariables());
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        int persons = ((Number) answers.value("personsServed")).intValue();
        caseRecord.personsServed(caseNumber, persons);
        LocalDate endsOn = endsOn(system);
        if (granted) {
            scheduleDue(caseNumber, task);
            SCHEDULE_GROUND.on(task).set(null);
        }
        RENEWED_UNTIL
                .on(task)
                .set(granted ? endsOn.plusYears(RenewalCheck.YEARS_OF_A_RENEWAL).toString() : null);
        if (!granted) {
            DECISION_TEXT
                    .on(task)
                    .set("The department does not renew the exemption from "
                            + caseRecord.get(caseNumber).request().from() + " for " + system.inWords()
                            + ".\nIt stays in effect, with its schedule, until its termination date, "
                            + RequestWords.date(endsOn)
                            + ", unless it is terminated before (10 CSR 60-6.020(4)(A), (B)).\n"
                            + RequestWords.sentence(answers.text("renewalReason")));
        }
    }

    /** The termination date of an exemption; where none was kept with it, the last that the rule allows. */
    static LocalDate endsOn(WaterSystem system) {
        return Optional.ofNullable(system.endsOn()).orElseGet(() -> lastDay(system));
    }

    /** The last day for compliance under an exemption (10 CSR 60-6.030(2)(C), (D)). */
    static LocalDate lastDay(WaterSystem system) {
        return Optional.ofNullable(system.latestComplianceOn())
                .orElseGet(() -> system.complianceDueOn().plusYears(RequestWork.MOST_YEARS));
    }

    private WaterSystem system(String caseNumber) {
        return caseRecord.get(caseNumber).request().system();
    }
}
