package org.abate.process;

import static org.abate.process.CaseVariables.DECISION_CONDITIONS;
import static org.abate.process.CaseVariables.DECISION_TEXT;
import static org.abate.process.CaseVariables.EFFECTIVE_ON;
import static org.abate.process.CaseVariables.NOTICE_SUMMARY;
import static org.abate.process.CaseVariables.TRACKED_STEPS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * The director's decision on the terms of a grant, before their notice and again where a hearing has changed them (10 CSR
 * 60-6.010(1)(B), 60-6.030(1)(A), (2)(A), 60-6.040(7); interpretation VE4).
 */
@Component
class TermsWork {

    /** The answer that the rule leaves no schedule that could be written. */
    static final String NO_TERMS = "noTerms";

    private static final String DECISION = "termsDecision";

    private final CaseRecord caseRecord;
    private final Clock clock;

    TermsWork(CaseRecord caseRecord, Clock clock) {
        this.caseRecord = caseRecord;
        this.clock = clock;
    }

    /** What the director reads: the period, the conditions and every step, or why there are none. */
    void show(Recording what, DelegateTask task) {
        if (what == Recording.TERMS) {
            task.setVariableLocal(
                    "proposedTerms",
                    HearingWork.paragraphs(
                            written(task)
                                    ? NOTICE_SUMMARY.from(task).get()
                                    : "**No schedule is left that the rule allows.**\n"
                                            + new Answers(task).text("noTermsReason")));
        }
    }

    /** @throws Refusal where terms are approved that are not written, or that have become too late */
    void decision(String caseNumber, DelegateTask task, Answers answers) {
        switch (answers.text(DECISION)) {
            case "APPROVE" -> approve(caseNumber, task);
            case "DENY" -> {
                DECISION_TEXT
                        .on(task)
                        .set(RequestWords.denied(
                                caseRecord.get(caseNumber).request(), false, answers.text("termsReason")));
                DECISION_CONDITIONS.on(task).set(null);
                EFFECTIVE_ON.on(task).set(null);
            }
            case "RESCIND" -> {
                // the letter says why it is rescinded, not why it was to be revised
                task.setVariable("hearingReason", RequestWords.sentence(answers.text("termsReason")));
                EFFECTIVE_ON.on(task).set(null);
            }
            default -> {
                // written again
            }
        }
    }

    private void approve(String caseNumber, DelegateTask task) {
        if (!written(task)) {
            throw new Refusal(
                    DECISION, "there are no terms to approve: send them back, or decide that there is none to be");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = ProposalCheck.earliest(task, today);
        List<Milestone> late = TRACKED_STEPS.from(task).get().stream()
                .map(Milestone::parse)
                .filter(step -> step.dueOn().isBefore(first))
                .toList();
        if (!late.isEmpty()) {
            throw new Refusal(
                    DECISION,
                    "send the terms back: not before " + RequestWords.date(first)
                            + " can a step be due any more (10 CSR 60-6.040(6), (7)), but "
                            + late.stream().map(Milestone::inWords).collect(Collectors.joining(" and ")));
        }
        EFFECTIVE_ON.on(task).set(today.toString());
        caseRecord.note(caseNumber, "TERMS_APPROVED", NOTICE_SUMMARY.from(task).get());
    }

    /**
     * Whether staff say that no schedule is left, which is for the director to decide on.
     *
     * @throws Refusal in a case that was begun before terms were approved: it has no way from here but to its notice
     */
    static boolean none(DelegateTask task, Answers answers) {
        boolean none = Boolean.TRUE.equals(answers.value(NO_TERMS));
        if (none
                && Settings.of(((TaskEntity) task).getExecution())
                        .find("prepares")
                        .isEmpty()) {
            throw new Refusal(
                    NO_TERMS,
                    "is not for a case begun before terms were approved: ask the administrator to move it to the new diagram");
        }
        return none;
    }

    private static boolean written(DelegateTask task) {
        return !Boolean.TRUE.equals(task.getVariable(NO_TERMS));
    }
}
