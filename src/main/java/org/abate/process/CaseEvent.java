package org.abate.process;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to a case from outside its diagram; the name of the message it sends to the case's process. */
public enum CaseEvent {
    /** The violations are corrected: penalties are evaluated. */
    RETURNED_TO_COMPLIANCE("ReturnedToCompliance"),
    /** The case is withdrawn, with a reason. */
    CASE_WITHDRAWN("CaseWithdrawn"),
    /** A new violation was found; it gets its letter and its worksheet. */
    NEW_VIOLATION_FOUND("NewViolationFound"),
    /** A response came in after its deadline, while the next step is prepared. */
    LATE_RESPONSE_RECEIVED("LateResponseReceived"),
    /** Agreement on the penalty was reached while referral is pursued. */
    AGREEMENT_REACHED("AgreementReached"),
    /** The supplier of water withdraws its request, or the department its own evaluation. */
    REQUEST_WITHDRAWN("RequestWithdrawn"),
    /** A step that is proposed has come to lie before the day on which it could take effect: its terms are written again. */
    TERMS_OVERTAKEN("TermsOvertaken"),
    /** The director withdraws the administrative penalty order, with a reason. */
    PENALTY_ORDER_WITHDRAWN("PenaltyOrderWithdrawn", true),
    /** New information says that the penalty of an order may be incorrect; with what was learned. */
    PENALTY_FACTS_FOUND("PenaltyFactsFound", true),
    /** The administrative penalty order was appealed. */
    APPEAL_FILED("AppealFiled", true);

    private final String message;
    private final boolean penaltyWork;

    CaseEvent(String message) {
        this(message, false);
    }

    CaseEvent(String message, boolean penaltyWork) {
        this.message = message;
        this.penaltyWork = penaltyWork;
    }

    /** The event of a BPMN message; empty for any other message. */
    static Optional<CaseEvent> of(String message) {
        return Arrays.stream(values())
                .filter(event -> event.message.equals(message))
                .findFirst();
    }

    /** The name of the BPMN message. */
    public String message() {
        return message;
    }

    /** Whether only those hear of it who may see penalty work. */
    boolean isPenaltyWork() {
        return penaltyWork;
    }

    /** Whether it cannot be recorded without saying why. */
    public boolean needsReason() {
        return this == CASE_WITHDRAWN
                || this == REQUEST_WITHDRAWN
                || this == PENALTY_ORDER_WITHDRAWN
                || this == PENALTY_FACTS_FOUND;
    }
}
