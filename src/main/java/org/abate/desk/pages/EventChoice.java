package org.abate.desk.pages;

import java.util.Arrays;
import java.util.Optional;
import org.abate.casefile.ReasonOccasion;
import org.abate.process.CaseEvent;

/** An event as the case page offers it: what the button says, what it asks for, and what is confirmed. */
enum EventChoice {
    RETURNED_TO_COMPLIANCE(
            CaseEvent.RETURNED_TO_COMPLIANCE,
            "Returned to compliance",
            "Every violation is corrected. The work to bring the site into compliance ends, and whether penalties apply"
                    + " is evaluated next.",
            "Corrected on",
            "How it was verified",
            "I confirm that every violation of this case is corrected.",
            "Recorded: the case has returned to compliance."),
    NEW_VIOLATION_FOUND(
            CaseEvent.NEW_VIOLATION_FOUND,
            "New violation found",
            "The violation is added to this case and gets its own letter and worksheet. The rest of the case goes on.",
            "Found on",
            "Note",
            "I confirm that this violation belongs to this case.",
            "Recorded: the new violation is part of the case."),
    LATE_RESPONSE_RECEIVED(
            CaseEvent.LATE_RESPONSE_RECEIVED,
            "Late response received",
            "A response came in after its deadline, while the next step is prepared.",
            "Received on",
            "What the response says",
            "I confirm that the response came in.",
            "Recorded: a late response came in."),
    AGREEMENT_REACHED(
            CaseEvent.AGREEMENT_REACHED,
            "Agreement reached",
            "The responsible party agreed on the penalty while referral was pursued. The case goes to settlement.",
            "Agreed on",
            "What was agreed",
            "I confirm that agreement was reached.",
            "Recorded: agreement was reached."),
    APPEAL_FILED(
            CaseEvent.APPEAL_FILED,
            "Appeal filed",
            "The administrative penalty order was appealed. Filed in time, the appeal stays the due date until it is"
                    + " resolved.",
            "Filed on",
            "Where, and by whom",
            "I confirm that the appeal was filed.",
            "Recorded: the order was appealed."),
    PENALTY_FACTS_FOUND(
            CaseEvent.PENALTY_FACTS_FOUND,
            "New facts on the penalty",
            "New information says that the penalty of the order may be incorrect. The order is withdrawn without prejudice"
                    + " and the penalty is worked out again.",
            "Learned on",
            "What was learned; it goes into the withdrawal",
            "I confirm that the penalty is to be worked out again.",
            "Recorded: the penalty is worked out again."),
    PENALTY_ORDER_WITHDRAWN(
            CaseEvent.PENALTY_ORDER_WITHDRAWN,
            "Withdraw the order",
            "The director withdraws the administrative penalty order, without prejudice.",
            "Withdrawn on",
            "Reason",
            "I confirm that the director withdraws the order.",
            "The order is withdrawn."),
    TERMS_OVERTAKEN(
            CaseEvent.TERMS_OVERTAKEN,
            "Write the terms again",
            "A step that is proposed would be due before it can take effect, thirty days after the public notice: the notice is"
                    + " given up, and staff write the terms again for the director to approve.",
            "Found on",
            "Note",
            "I confirm that the terms are to be written again.",
            "Recorded: the terms are to be written again."),
    REQUEST_WITHDRAWN(
            CaseEvent.REQUEST_WITHDRAWN,
            "Withdraw the request",
            "The applicant withdraws the request in writing: all work on it ends and its open tasks close. A letter confirms it"
                    + " to the applicant. This cannot be taken back.",
            "Withdrawal received on",
            "Reason; it goes into the letter",
            "I confirm that the request is to be withdrawn.",
            "The request is withdrawn."),
    CASE_WITHDRAWN(
            CaseEvent.CASE_WITHDRAWN,
            "Withdraw the case",
            "All work on the case ends and its open tasks close. This cannot be taken back.",
            "Withdrawn on",
            "Reason",
            "I confirm that the case is to be withdrawn.",
            "The case is withdrawn.");

    private final CaseEvent event;
    private final String title;
    private final String effect;
    private final String dateLabel;
    private final String noteLabel;
    private final String confirmation;
    private final String done;

    EventChoice(
            CaseEvent event,
            String title,
            String effect,
            String dateLabel,
            String noteLabel,
            String confirmation,
            String done) {
        this.event = event;
        this.title = title;
        this.effect = effect;
        this.dateLabel = dateLabel;
        this.noteLabel = noteLabel;
        this.confirmation = confirmation;
        this.done = done;
    }

    static Optional<EventChoice> of(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equals(name))
                .findFirst();
    }

    public CaseEvent event() {
        return event;
    }

    public String title() {
        return title;
    }

    /** What happens to the case. */
    public String effect() {
        return effect;
    }

    public String dateLabel() {
        return dateLabel;
    }

    public String noteLabel() {
        return noteLabel;
    }

    public String confirmation() {
        return confirmation;
    }

    public boolean needsNote() {
        return event.needsReason();
    }

    public boolean bringsViolations() {
        return this == NEW_VIOLATION_FOUND;
    }

    /** Whether it asks who withdrew a request, and whether in writing. */
    public boolean isOfRequest() {
        return this == REQUEST_WITHDRAWN;
    }

    public boolean isAppeal() {
        return this == APPEAL_FILED;
    }

    /** What the reason is chosen for, from the list of the occasion; null where none is. */
    public ReasonOccasion occasion() {
        return this == CASE_WITHDRAWN ? ReasonOccasion.WITHDRAWAL : null;
    }

    public boolean endsTheCase() {
        return this == CASE_WITHDRAWN || this == REQUEST_WITHDRAWN;
    }

    /** What the form's button says. */
    public String button() {
        return endsTheCase() ? title : "Record";
    }

    String done() {
        return done;
    }
}
