package org.abate.process;

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
    AGREEMENT_REACHED("AgreementReached");

    private final String message;

    CaseEvent(String message) {
        this.message = message;
    }

    /** The name of the BPMN message. */
    public String message() {
        return message;
    }
}
