package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** @throws Refusal where an exemption would go on beyond its last day for compliance */
    void termination(String caseNumber, DelegateTask task, Answers answers) {
        if ("TERMINATE".equals(answers.text("terminationDecision"))) {
            terminate(caseNumber, task, Standing.TERMINATED, answers.text("terminationReason"));
            return;
        }
        LocalDate latest = system(caseNumber).latestComplianceOn();
        if (latest != null && latest.isBefore(LocalDate.now(clock))) {
            throw new Refusal(
                    "terminationDecision",
                    "the exemption cannot go on: " + RequestWords.date(latest)
                            + ", its last day for compliance, has passed (10 CSR 60-6.030(2)(C), (D))");
        }
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
                .set(RequestWords.terminated(caseRecord.get(caseNumber).request(), reason));
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
        WaterRequest request = caseRecord.get(caseNumber).request();
        if (granted) {
            LocalDate latest = system.latestComplianceOn().plusYears(YEARS_OF_A_RENEWAL);
            caseRecord.latestCompliance(caseNumber, latest, system.renewals() + 1);
            DECISION_TEXT
                    .on(task)
                    .set("The department renews the exemption from " + request.from() + " for " + system.inWords()
                            + " for two years.\nIts termination date is " + RequestWords.date(latest)
                            + " (10 CSR 60-6.030(2)(D)).\n" + answers.text("renewalReason"));
        } else {
            DECISION_TEXT
                    .on(task)
                    .set("The department does not renew the exemption from " + request.from() + " for "
                            + system.inWords() + ".\nIt stays in effect, with its schedule, until its termination date,"
                            + " unless it is terminated before (10 CSR 60-6.020(4)(A), (B)).\n"
                            + answers.text("renewalReason"));
        }
    }

    /**
     * A new schedule, for its public notice and for the letter that prescribes it.
     *
     * @throws Refusal where a step is due after the last day of an exemption
     */
    void newSchedule(String caseNumber, DelegateTask task, Answers answers) {
        WaterRequest request = caseRecord.get(caseNumber).request();
        List<Milestone> steps = Milestone.parseAll(answers.text("milestones"));
        checkLatest(caseNumber, steps);
        CaseVariables.NOTICE_SUMMARY.on(task).set(RequestWords.summary(request, steps));
        DECISION_TEXT
                .on(task)
                .set("The department prescribes a new schedule for compliance under the "
                        + request.matter().words() + " from " + request.from() + " for "
                        + request.system().inWords() + " (10 CSR 60-6.030).");
        DECISION_CONDITIONS.on(task).set(RequestWords.conditions(steps));
        CaseVariables.EFFECTIVE_ON.on(task).set(LocalDate.now(clock).toString());
    }

    /** @throws Refusal where a step is due after the last day for compliance under an exemption */
    void checkLatest(String caseNumber, List<Milestone> steps) {
        Optional.ofNullable(caseRecord.get(caseNumber).request())
                .map(request -> request.system().latestComplianceOn())
                .map(latest -> steps.stream()
                        .filter(step -> step.dueOn().isAfter(latest))
                        .map(step -> new Fault(
                                "milestones",
                                "\"" + step + "\" is due after " + RequestWords.date(latest)
                                        + ", the last day for compliance under this exemption"
                                        + " (10 CSR 60-6.030(2)(C), (D))"))
                        .toList())
                .filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> {
                    throw new Refusal(faults);
                });
    }

    private WaterSystem system(String caseNumber) {
        return caseRecord.get(caseNumber).request().system();
    }
}
