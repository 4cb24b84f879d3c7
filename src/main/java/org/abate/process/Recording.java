package org.abate.process;

import java.util.Optional;
import java.util.Set;

/** What completing a task puts into the record; a manager chooses it in Modeler as the task's setting "records". */
enum Recording {
    /** A response of the responsible party. */
    RESPONSE,
    /** Name and address of the responsible party. */
    RESPONSIBLE_PARTY("responsiblePartyName", "responsiblePartyAddress"),
    /** Who manages the case. */
    CASE_MANAGER("caseManager"),
    /** Which penalty the director elects, and from which day its time counts. */
    ELECTION,
    /** A telephone call with the owner. */
    CALL("violationsCorrected"),
    /** What follows for a violation found later. */
    NEW_VIOLATION("newViolationDecision"),
    /** What was agreed with other programs, where a violation spans several media. */
    CONSULTATION("consultedPrograms"),
    /** An inspection that shows whether the violations are corrected. */
    COMPLIANCE_CHECK("violationsCorrected"),
    /** That the violations are corrected. */
    VIOLATIONS_CORRECTED,
    /** The milestones of an accepted schedule. */
    MILESTONES("milestones"),
    /** What became of a milestone. */
    MILESTONE("milestoneResult"),
    /** What became of a milestone whose day has passed. */
    MILESTONE_CHECK("milestoneResult"),
    /** The decision on an extension. */
    EXTENSION("extensionGranted", "newDueDate"),
    /** The worksheet of one violation. */
    WORKSHEET,
    /** The calculation for the case. */
    CALCULATION,
    /** Which worksheets are done again. */
    REVISION("worksheetsToRedo"),
    /** The result of a negotiation. */
    NEGOTIATION("negotiationResult", "agreedTotal"),
    /** The signed agreement. */
    AGREEMENT("agreementSigned", "paymentDueOn"),
    /** A payment. */
    PAYMENT("paymentAmount"),
    /** What became of an overdue payment. */
    OVERDUE_PAYMENT("overduePayment"),
    /** The meeting of the commission at which the referral is presented. */
    AGENDA("commissionMeetingOn"),
    /** The request to refer the case, and what an administrative penalty leaves of it. */
    REFERRAL_REQUEST,
    /** The filing of legal action. */
    FILING,
    /** A stage of legal action. */
    LEGAL_STAGE,
    /** The plan of conference, conciliation and persuasion. */
    PERSUASION_PLAN("persuasionActivities", "anotherDivisionLeads"),
    /** A contact in conference, conciliation and persuasion. */
    PERSUASION_CONTACT("contactKind", "contactWith", "contactNote", "persuasionResult"),
    /** The contact with the program before the ninetieth day. */
    PROGRAM_CONTACT,
    /** Who goes on with the assistance, where its report is missing. */
    MISSING_REPORT("missingReportDecision", "progressReportDueOn"),
    /** The draft of an administrative penalty order. */
    PENALTY_ORDER("orderDecision"),
    /** Service of an administrative penalty order. */
    SERVICE("servedOn", "serviceResult"),
    /** What became of a letter whose proof of service was overdue. */
    DELIVERY("deliveryEvent", "deliveredOn"),
    /** A payment on an administrative penalty order. */
    ORDER_PAYMENT("orderPayment", "paymentAmount"),
    /** What became of an appeal. */
    APPEAL("appealDecision", "revisedAmount"),
    /** The weighing of a suspended penalty. */
    SUSPENSION("suspensionAppropriate", "suspendedAmount", "finalComplianceDate"),
    /** An inspection while a penalty is suspended. */
    INSPECTION("inCompliance"),
    /** Whether a suspended penalty is reinstated. */
    REINSTATEMENT("penaltyReinstated"),
    /** The payment of a reinstated penalty. */
    REINSTATED_PAYMENT("paymentAmount"),
    /** That a failed step is tried again; it is. */
    RETRY,
    /** Which first letter goes out, and for which kinds of action. */
    FIRST_LETTER("requiredActions"),
    /** The time that a first letter gives for a kind of action. */
    TIME_LIMIT("daysAllowed"),
    /** What became of a penalty demand letter. */
    ACKNOWLEDGMENT,
    /** The director's review of a notice of violation. */
    NOTICE_REVIEW("penaltyToAssess"),
    /** The filing of an assessment with the commission. */
    FILING_WITH_COMMISSION,
    /** What the director decides where the days to serve have passed. */
    LATE_SERVICE,
    /** Which order or notice each violation gets. */
    ORDERS_AND_NOTICES,
    /** What an inspection shows of the violations of an order or notice. */
    ABATEMENT,
    /** The service of a notice of assessment. */
    SERVICE_OF_ASSESSMENT("serviceResult", "servedOn"),
    /** A payment of an assessed penalty. */
    ASSESSED_PAYMENT("assessedPayment"),
    /** That the sources of an emission inventory are listed; there is at least one. */
    INVENTORY_SOURCES,
    /** Which items of a request are missing. */
    COMPLETENESS,
    /** What came in for an incomplete request. */
    ITEMS_RECEIVED("receivedOn"),
    /** What becomes of a request that stays incomplete. */
    INCOMPLETE_REQUEST("incompleteDecision", "incompleteReason"),
    /** What was considered of a request, and found. */
    CONSIDERATION("recommendation"),
    /** Whether a grant is proposed. */
    REQUEST_DECISION("requestDecision", "requestReason"),
    /** The proposed grant and its schedule. */
    PROPOSAL("finalComplianceOn", "milestones", "requestConditions", "noTerms"),
    /** Whether the terms of a grant are approved. */
    TERMS("termsDecision", "termsReason"),
    /** What is found while a grant is in effect. */
    FINDING("grantFinding", "findingNote"),
    /** Whether a system complies. */
    SYSTEM_COMPLIANCE("systemComplies", "compliedOn"),
    /** Whether a system complies as its grant ends with its period. */
    END_OF_PERIOD("systemComplies", "compliedOn"),
    /** Whether a grant is terminated. */
    TERMINATION("terminationDecision", "terminationReason", "techniqueNecessary"),
    /** Whether an exemption is renewed. */
    RENEWAL("renewalGranted", "renewalReason", "personsServed"),
    /** A new schedule of a grant. */
    NEW_SCHEDULE("newSteps", "finalComplianceOn", "noTerms", "soonAsPracticable", "practicableReason"),
    /** What follows where no new schedule came into force. */
    NO_NEW_SCHEDULE("newScheduleDecision", "newScheduleReason"),
    /** The summary for a public notice, or the notice that is joined. */
    PUBLIC_NOTICE("noticeChoice"),
    /** The day on which a public notice is issued. */
    NOTICE_ISSUED("publicNoticeIssuedOn"),
    /** Where and when a public notice was posted, published and mailed. */
    NOTICE_CIRCULATED("postedOn", "postedAt", "publishedOn", "newspaper"),
    /** A request for a hearing, or that a hearing on the department's own motion is to be decided. */
    HEARING_REQUEST("hearingEvent", "requesterName", "requesterKind", "requestReceivedOn"),
    /** Whether a request for a hearing is granted. */
    HEARING_REQUEST_REVIEW("hearingRequestGranted", "denialGround", "denialReason"),
    /** Whether a hearing is held on the department's own motion. */
    HEARING_MOTION("motionDecision", "motionDecisionReason"),
    /** Whether one is held on motion after the thirty days. */
    HEARING_ON_MOTION("hearingOnMotion"),
    /** Who conducts a hearing. */
    HEARING_OFFICER("conductedBy", "hearingOfficer", "hearingOfficerId"),
    /** Day, time and places of a hearing. */
    HEARING_ARRANGED("hearingOn", "hearingPlaces", "inAreaServed"),
    /** How the notice of a hearing was given. */
    HEARING_NOTICE_GIVEN(
            "hearingNoticeResult", "noticePostedOn", "noticePostedAt", "noticePublishedOn", "noticeNewspaper"),
    /** That a hearing was held. */
    HEARING_HELD("hearingHeld", "hearingEndedOn"),
    /** What becomes of a proposal after its hearing. */
    HEARING_DECIDED("hearingDecision", "hearingReason"),
    /** That a proposal leaves the notice it has joined. */
    HEARING_LEFT("leaveReason"),
    /** What becomes of a request for a monitoring waiver that was issued or denied before. */
    REPEATED_REQUEST("repeatDecision", "repeatReason"),
    /** The evaluation of a monitoring waiver. */
    WAIVER_EVALUATION,
    /** Whether a monitoring waiver is granted. */
    WAIVER("waiverDecision", "listedInGroup", "waiverReason");

    private final Set<String> answers;

    Recording(String... answers) {
        this.answers = Set.of(answers);
    }

    /** What completing an element's task records, where its settings say so. */
    static Optional<Recording> of(Settings settings) {
        return settings.find("records").map(Recording::valueOf);
    }

    /** The answers it cannot do without: a form that does not ask for them leaves the task nobody can complete, or the
     * record wrong. */
    Set<String> answers() {
        return answers;
    }
}
