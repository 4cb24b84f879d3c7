package org.abate.process;

import static org.abate.process.CaseVariables.CONSIDERED;
import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.GRANT_CONDITIONS;
import static org.abate.process.CaseVariables.GRANT_ENDS_ON;
import static org.abate.process.CaseVariables.MISSING_ITEMS;
import static org.abate.process.CaseVariables.NOTICE_SUMMARY;
import static org.abate.process.CaseVariables.REQUEST_COMPLETE;
import static org.abate.process.CaseVariables.TERMINATION_CLAUSE;
import static org.abate.process.CaseVariables.TRACKED_STEPS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * A request for a variance, exemption or waiver until it is granted or denied (10 CSR 60-6.010, 6.020, 6.060;
 * interpretations VE1 to VE4, VE16, VE17).
 */
@Component
class RequestWork {

    /** The field of a form that asks for an item of a request: the section that demands it. */
    private static final String ITEM = "item";

    /** The field of a form that asks for an item that a request from this always has. */

    /** The field of a form that asks why the items before it do not apply. */

    /** The field of a form that asks, a line each, for what else is required: the section that allows it. */
    private static final String FURTHER_ITEMS = "furtherItems";

    /** The field of a form that asks for a finding without which nothing is granted: the clause that demands it. */
    private static final String FINDING = "finding";

    /** The last step of each schedule with dates. */
    static final String FINAL_COMPLIANCE = "Final compliance";

    /** Characters of what is proposed. No text of a case has more than 4,000, and its letter has some 650 of its own. */
    private static final int LONGEST_SUMMARY = 3300;

    /** As 60-6.030(2)(C) limits an exemption. */
    static final int MOST_YEARS = 3;

    private final CaseRecord caseRecord;
    private final Clock clock;

    RequestWork(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /**
     * Which items are missing is told by the form: each names the section that demands it.
     *
     * @throws Refusal where an item that every such request has is called not applicable, or one without its reason
     */
    void completeness(String caseNumber, DelegateTask task, Answers answers) {
        List<String> missing = new ArrayList<>();
        List<Fault> faults =
                new CompletenessCheck(caseRecord.get(caseNumber).request(), form(task)).faults(task.getVariables());
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        for (Form.Field field : form(task).fields()) {
            field.property(ITEM).ifPresent(section -> {
                if ("MISSING".equals(answers.text(field.key()))) {
                    missing.add(section + field.label());
                } else if (field.key().equals(FURTHER_ITEMS)) {
                    answers.find(FURTHER_ITEMS).ifPresent(lines -> lines.lines()
                            .filter(line -> !line.isBlank())
                            .forEach(line -> missing.add(section + " " + line.strip())));
                }
            });
        }
        REQUEST_COMPLETE.on(task).set(missing.isEmpty());
        MISSING_ITEMS.on(task).set(missing);
        caseRecord.note(
                caseNumber,
                "COMPLETENESS",
                (missing.isEmpty() ? "The request is complete" : "Missing: " + String.join("; ", missing))
                        + ". Submitted: " + letters(task, answers, "SUBMITTED") + ". Not applicable: "
                        + letters(task, answers, CompletenessCheck.NOT_APPLICABLE)
                        + answers.find(CompletenessCheck.REASON)
                                .map(why -> ". " + why)
                                .orElse(""));
    }

    /** The items of which something is said, by their letters: "(A), (B)". */
    private static String letters(DelegateTask task, Answers answers, String said) {
        String letters = form(task).fields().stream()
                .filter(field -> said.equals(answers.text(field.key())))
                .map(CompletenessCheck::letter)
                .collect(Collectors.joining(", "));
        return letters.isEmpty() ? "none" : letters;
    }

    void received(String caseNumber, Answers answers) {
        caseRecord.note(
                caseNumber,
                "ITEMS_RECEIVED",
                "Received on " + answers.text("receivedOn") + ": " + answers.text("receivedSummary"));
    }

    /** @throws Refusal where an incomplete request is denied without saying what it lacks */
    void incomplete(String caseNumber, DelegateTask task, Answers answers) {
        if ("DENY".equals(answers.text("incompleteDecision"))) {
            WaterRequest request = caseRecord.get(caseNumber).request();
            String section = request.matter() == Matter.VARIANCE ? "10 CSR 60-6.010(4)(A)" : "10 CSR 60-6.020(4)(C)";
            DECISION_TEXT
                    .on(task)
                    .set(RequestWords.denied(
                            request,
                            false,
                            "The request is inadequate or incomplete (" + section + "). "
                                    + answers.text("incompleteReason")));
        }
    }

    /** @throws Refusal where it is recommended to grant without a finding that the rule demands, naming each */
    void consideration(DelegateTask task, Answers answers) {
        CONSIDERED.on(task).set(Considered.shown(form(task), answers));
        if (!"GRANT".equals(answers.text("recommendation"))) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        for (Form.Field field : form(task).fields()) {
            field.property(FINDING)
                    .filter(clause -> !Boolean.TRUE.equals(answers.value(field.key())))
                    .ifPresent(clause -> faults.add(new Fault(
                            field.key(),
                            "cannot be granted without this finding (" + clause
                                    + "): recommend to deny it, or correct the answer")));
        }
        if (Boolean.TRUE.equals(answers.value("acuteRiskFound"))) {
            faults.add(new Fault(
                    "acuteRiskFound",
                    "cannot be granted: its violation presents an acute, short-term risk to public health"
                            + " (10 CSR 60-6.010(1), 60-6.020(1)): recommend to deny it, or correct the answer"));
        }
        if (task.getVariable("exemptionGround") instanceof String ground && ground.equals("NONE")) {
            faults.add(new Fault(
                    "exemptionGround", "no exemption is granted without one of 1., 2. or 3. (10 CSR 60-6.020(4)(D))"));
        }
        WaterSystem system =
                caseRecord.get(DiagramListener.caseNumber(task)).request().system();
        if (system.complianceDueOn() != null && GrantWork.lastDay(system).isBefore(LocalDate.now(clock))) {
            faults.add(new Fault(
                    "recommendation",
                    "cannot be granted: compliance is required by " + RequestWords.date(GrantWork.lastDay(system))
                            + ", three years after the date otherwise applicable, which has passed (10 CSR"
                            + " 60-6.030(2)(C))"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** @throws Refusal where what the considerations do not support is proposed */
    void decision(String caseNumber, DelegateTask task, Answers answers) {
        switch (answers.text("requestDecision")) {
            case "PROPOSE" -> {
                if (!"GRANT".equals(task.getVariable("recommendation"))) {
                    throw new Refusal(
                            "requestDecision",
                            "the findings that the rule demands are not made: have the request considered again, or"
                                    + " deny it");
                }
            }
            case "DENY" ->
                DECISION_TEXT
                        .on(task)
                        .set(RequestWords.denied(
                                caseRecord.get(caseNumber).request(),
                                Boolean.TRUE.equals(task.getVariable("acuteRiskFound")),
                                answers.text("requestReason")));
            default -> {
                // considered again
            }
        }
    }

    /**
     * The proposed grant with its schedule; what the decision notice will say of it. That no schedule is left is for the
     * director to decide on.
     *
     * @throws Refusal where the schedule is none that 10 CSR 60-6.030 allows, with every fault
     */
    void proposal(String caseNumber, DelegateTask task, Answers answers) {
        if (TermsWork.none(task, answers)) {
            return;
        }
        WaterRequest request = caseRecord.get(caseNumber).request();
        List<Fault> faults = new ProposalCheck(request, task, LocalDate.now(clock)).faults(task.getVariables());
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        String kind = answers.find("scheduleKind").orElse(ProposalCheck.DATES);
        LocalDate last = answers.find("finalComplianceOn").map(LocalDate::parse).orElse(null);
        List<Milestone> steps = last == null ? List.of() : steps(answers.text("milestones"), last);
        List<Milestone> interim = Milestone.parseAll(answers.text("interimMeasures"));
        List<String> conditions = new ArrayList<>();
        lines(task, "bestTechnology")
                .map(means -> "Installation of the best available technology, treatment techniques or other means: "
                        + means + " (10 CSR 60-6.010(1)(A)1)")
                .forEach(conditions::add);
        lines(task, "requestConditions").forEach(conditions::add);
        if (request.matter() == Matter.EXEMPTION) {
            conditions.add("Compliance with the schedule that follows (10 CSR 60-6.030(2)(E))");
        }
        String period = RequestWords.period(request.matter(), kind, last)
                + answers.find("practicableReason")
                        .map(RequestWords::practicable)
                        .orElse("");
        DECISION_TEXT.on(task).set(RequestWords.granted(request, period) + revised(request, task));
        DECISION_CONDITIONS.on(task).set(RequestWords.conditions(conditions, steps, interim));
        TERMINATION_CLAUSE.on(task).set(RequestWords.termination(request));
        GRANT_CONDITIONS.on(task).set(String.join("\n", conditions));
        TRACKED_STEPS.on(task).set(RequestWords.tracked(steps, interim));
        GRANT_ENDS_ON.on(task).set(last == null ? null : last.toString());
        NOTICE_SUMMARY
                .on(task)
                .set(fitting("requestConditions", RequestWords.summary(request, period, conditions, steps, interim)));
    }

    /**
     * The summary, where a public notice has room for it, and the notice of the proposal, which adds what it is and when it
     * will be terminated.
     *
     * @throws Refusal at the field, where it has not
     */
    static String fitting(String field, String summary) {
        int over = summary.length() - LONGEST_SUMMARY;
        if (over > 0) {
            throw new Refusal(
                    field,
                    "makes the summary for the public notice longer than " + RequestWords.number(LONGEST_SUMMARY)
                            + " characters: shorten the conditions or the steps by " + RequestWords.number(over));
        }
        return summary;
    }

    /** That the grant is one revised after its hearing, and why (10 CSR 60-6.040(7)); nothing before a hearing. */
    private static String revised(WaterRequest request, DelegateTask task) {
        return "revised".equals(task.getVariable("hearingOutcome"))
                ? "\nAfter the public hearing the department has revised the proposed "
                        + request.matter().words() + " (10 CSR 60-6.040(7)).\n"
                        + RequestWords.sentence(String.valueOf(task.getVariable("hearingReason")))
                : "";
    }

    private static Stream<String> lines(DelegateTask task, String name) {
        return Answers.lines(new Answers(task).text(name)).stream();
    }

    /**
     * The steps toward compliance; final compliance is always among them, whatever else is due on that day (10 CSR
     * 60-6.030(1)(B)1.C, (2)(F)3; interpretation VE20).
     */
    static List<Milestone> steps(String lines, LocalDate last) {
        Milestone finalCompliance = new Milestone(last, FINAL_COMPLIANCE);
        List<Milestone> steps = new ArrayList<>(Milestone.parseAll(lines));
        if (steps.stream().noneMatch(step -> step.toString().equalsIgnoreCase(finalCompliance.toString()))) {
            steps.add(finalCompliance);
        }
        return steps;
    }

    private static Form form(DelegateTask task) {
        return new Forms(Context.getProcessEngineConfiguration()).of((TaskEntity) task);
    }
}
