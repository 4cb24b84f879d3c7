package org.abate.casefile;

/** What a filed document is. */
public enum DocumentKind {
    LETTER_OF_INQUIRY("Letter of inquiry"),
    LETTER_OF_WARNING("Letter of warning"),
    NOTICE_OF_VIOLATION("Notice of violation"),
    RETURN_TO_COMPLIANCE_LETTER("Return to compliance letter"),
    SCHEDULE_DECISION_LETTER("Schedule decision letter"),
    ENFORCEMENT_ACTION_REQUEST("Enforcement action request"),
    PENALTY_WORKSHEET("Penalty worksheet"),
    PENALTY_NEGOTIATION_LETTER("Penalty negotiation letter"),
    PENALTY_DEMAND_LETTER("Penalty demand letter"),
    SETTLEMENT_OFFER("Settlement offer"),
    SETTLEMENT_AGREEMENT("Settlement agreement"),
    AGO_ASSISTANCE_REQUEST("Request for the Attorney General's assistance"),
    REFERRAL_REQUEST("Referral request"),
    ADMINISTRATIVE_PENALTY_ORDER("Administrative penalty order"),
    CESSATION_ORDER("Cessation order"),
    NOTICE_OF_DELINQUENT_RECLAMATION("Notice of delinquent reclamation"),
    PUBLIC_NOTICE("Public notice"),
    HEARING_NOTICE("Hearing notice"),
    DECISION_NOTICE("Decision notice"),
    LATE_INVOICE("Late invoice"),
    NONCOMPLIANT_SOURCES("Sources in noncompliance"),
    OFFER_TO_MEET("Offer to meet"),
    PENALTY_ASSESSMENT_NOTICE("Penalty assessment notice"),
    ILLEGAL_DUMPING_INVESTIGATION_REPORT("Illegal dumping investigation report"),
    COMPLIANCE_SCHEDULE("Compliance schedule"),
    EXTENSION_DECISION("Extension decision"),
    PROGRESS_REPORT("Progress report"),
    NOTICE_OF_REFERRAL("Notice of referral"),
    PROOF_OF_SERVICE("Proof of service"),
    WITHDRAWAL_NOTICE("Withdrawal notice"),
    OTHER("Other");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
