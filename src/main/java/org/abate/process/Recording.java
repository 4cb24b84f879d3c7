package org.abate.process;

/** What completing a task puts into the record; a manager chooses it in Modeler as the task's setting "records". */
enum Recording {
    /** A response of the responsible party. */
    RESPONSE,
    /** Name and address of the responsible party. */
    RESPONSIBLE_PARTY,
    /** Who manages the case. */
    CASE_MANAGER,
    /** A telephone call with the owner. */
    CALL,
    /** What follows for a violation found later. */
    NEW_VIOLATION,
    /** What was agreed with other programs, where a violation spans several media. */
    CONSULTATION,
    /** An inspection that shows whether the violations are corrected. */
    COMPLIANCE_CHECK,
    /** That the violations are corrected. */
    VIOLATIONS_CORRECTED,
    /** The milestones of an accepted schedule. */
    MILESTONES,
    /** What became of a milestone. */
    MILESTONE,
    /** The decision on an extension. */
    EXTENSION,
    /** The worksheet of one violation. */
    WORKSHEET,
    /** The calculation for the case. */
    CALCULATION,
    /** Which worksheets are done again. */
    REVISION,
    /** The result of a negotiation. */
    NEGOTIATION,
    /** The signed agreement. */
    AGREEMENT,
    /** A payment. */
    PAYMENT,
    /** What became of an overdue payment. */
    OVERDUE_PAYMENT,
    /** The meeting of the commission at which the referral is presented. */
    AGENDA,
    /** The filing of legal action. */
    FILING,
    /** A stage of legal action. */
    LEGAL_STAGE,
    /** The plan of conference, conciliation and persuasion. */
    PERSUASION_PLAN,
    /** A contact in conference, conciliation and persuasion. */
    PERSUASION_CONTACT,
    /** The contact with the program before the ninetieth day. */
    PROGRAM_CONTACT,
    /** Who goes on with the assistance, where its report is missing. */
    MISSING_REPORT,
    /** The draft of an administrative penalty order. */
    PENALTY_ORDER,
    /** Service of an administrative penalty order. */
    SERVICE,
    /** A payment on an administrative penalty order. */
    ORDER_PAYMENT,
    /** What became of an appeal. */
    APPEAL,
    /** The weighing of a suspended penalty. */
    SUSPENSION,
    /** An inspection while a penalty is suspended. */
    INSPECTION,
    /** Whether a suspended penalty is reinstated. */
    REINSTATEMENT,
    /** The payment of a reinstated penalty. */
    REINSTATED_PAYMENT,
    /** That a failed step is tried again; it is. */
    RETRY,
    /** The time that a first letter gives. */
    TIME_LIMIT,
    /** The director's review of a notice of violation. */
    NOTICE_REVIEW,
    /** The filing of an assessment with the commission. */
    FILING_WITH_COMMISSION,
    /** What the director decides where the days to serve have passed. */
    LATE_SERVICE,
    /** Which order or notice each violation gets. */
    ORDERS_AND_NOTICES,
    /** What an inspection shows of the violations of an order or notice. */
    ABATEMENT,
    /** The service of a notice of assessment. */
    SERVICE_OF_ASSESSMENT,
    /** A payment of an assessed penalty. */
    ASSESSED_PAYMENT
}
