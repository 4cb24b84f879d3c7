package org.abate.process;

import static io.holunda.camunda.bpm.data.CamundaBpmData.booleanVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.dateVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.intVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.listVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.longVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.stringVariable;

import io.holunda.camunda.bpm.data.factory.VariableFactory;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The process variables that Java reads and writes, each with its type, declared once. Every enforcement process and
 * every block it calls carries the first four; the engine keeps references and decisions, never copies of the record.
 */
final class CaseVariables {

    /** The case number, also the business key; a column in Tasklist. */
    static final VariableFactory<String> CASE_NUMBER = stringVariable("caseNumber");
    /** The facility's name; a column in Tasklist. */
    static final VariableFactory<String> FACILITY_NAME = stringVariable("facilityName");
    /** The office, whose groups the tasks go to: {@code ${office}-chief}. */
    static final VariableFactory<String> OFFICE = stringVariable("office");
    /** The program's id, which decisions ask for. */
    static final VariableFactory<String> PROGRAM = stringVariable("program");

    /** The day the violations were discovered, as a moment of it: what {@code countsFrom} needs. */
    static final VariableFactory<Date> DISCOVERED_ON = dateVariable("discoveredOn");
    /** The user id of the case manager; null until one is assigned. */
    static final VariableFactory<String> CASE_MANAGER = stringVariable("caseManager");
    /** Whether the responsible party is known. */
    static final VariableFactory<Boolean> RESPONSIBLE_PARTY_KNOWN = booleanVariable("responsiblePartyKnown");
    /** Whether a response to the last letter has come in. */
    static final VariableFactory<Boolean> RESPONSE_RECEIVED = booleanVariable("responseReceived");
    /** Whether agreement on the penalty was reached while referral was pursued. */
    static final VariableFactory<Boolean> AGREEMENT_REACHED = booleanVariable("agreementReached");
    /** The numbers of violations found later, separated by commas. */
    static final VariableFactory<String> NEW_VIOLATIONS = stringVariable("newViolations");
    /** The numbers of the violations that a notice, or its review, is about; null for all of the case. */
    static final VariableFactory<String> NOTICE_VIOLATIONS = stringVariable("noticeViolations");
    /** Those of them that a cessation order is issued for. */
    static final VariableFactory<String> ORDER_VIOLATIONS = stringVariable("orderViolations");
    /** Those of them that a notice of delinquent reclamation is issued for. */
    static final VariableFactory<String> DELINQUENT_VIOLATIONS = stringVariable("delinquentViolations");
    /** Those of them that a notice of violation is issued for. */
    static final VariableFactory<String> OTHER_VIOLATIONS = stringVariable("otherViolations");
    /** The kinds of orders and notices that are issued, by the names of their documents. */
    static final VariableFactory<List<String>> ORDERS_AND_NOTICES = listVariable("ordersAndNotices", String.class);
    /** What each violation of the case was cited in: a line with its number, the kind of document and the ISO date. */
    static final VariableFactory<String> NOTICES_ISSUED = stringVariable("noticesIssued");
    /** The moment the last order or notice of the case was issued. */
    static final VariableFactory<Date> NOTICE_ISSUED_ON = dateVariable("noticeIssuedOn");
    /** Whether each violation of the case has its order or notice. */
    static final VariableFactory<Boolean> EVERY_VIOLATION_NOTICED = booleanVariable("everyViolationNoticed");
    /** Whether penalties are being evaluated. */
    static final VariableFactory<Boolean> PENALTIES_EVALUATED = booleanVariable("penaltiesEvaluated");
    /** Whether the review of the first order or notice has ended. */
    static final VariableFactory<Boolean> NOTICE_REVIEWED = booleanVariable("noticeReviewed");
    /** Whether a violation was found after that. */
    static final VariableFactory<Boolean> FOUND_AFTER_REVIEW = booleanVariable("foundAfterReview");
    /** The numbers of the violations that the last notice of assessment is about. */
    static final VariableFactory<String> SENT_VIOLATIONS = stringVariable("sentViolations");
    /** The numbers of the violations whose notice of assessment is served. */
    static final VariableFactory<String> SERVED_VIOLATIONS = stringVariable("servedViolations");
    /** What the last notice of assessment comes to in dollars, a decimal with two places. */
    static final VariableFactory<String> NOTICE_AMOUNT = stringVariable("noticeAmount");
    /** What the served notices of assessment of one review come to, likewise. */
    static final VariableFactory<String> ASSESSED_AMOUNT = stringVariable("assessedAmount");
    /** What was paid of it, likewise. */
    static final VariableFactory<String> PAID_AMOUNT = stringVariable("paidAmount");
    /** Why the case was withdrawn. */
    static final VariableFactory<String> REASON = stringVariable("reason");
    /** Who withdrew a request, name and capacity. */
    static final VariableFactory<String> WITHDRAWN_BY = stringVariable("withdrawnBy");
    /** The ISO date on which its withdrawal was received. */
    static final VariableFactory<String> WITHDRAWN_ON = stringVariable("withdrawnOn");

    /** The kinds of action that a first letter asks for, as the decision {@code time-limits} names them, or OTHER. */
    static final VariableFactory<List<String>> ACTION_KINDS = listVariable("actionKinds", String.class);
    /** The time of each kind of action, each a line of {@link ActionTime}; none once the first letter is out. */
    static final VariableFactory<List<String>> TIMES_FOR_ACTIONS = listVariable("timesForActions", String.class);
    /** Calendar days from the first letter to the day its response is due. */
    static final VariableFactory<Integer> RESPONSE_DAYS = intVariable("responseDays");

    /** The milestones of the accepted schedule, each a line that begins with its ISO date. */
    static final VariableFactory<List<String>> MILESTONES = listVariable("milestones", String.class);
    /** The milestone that a task is about. */
    static final VariableFactory<String> MILESTONE = stringVariable("milestone");

    /** The id of the program's penalty rule. */
    static final VariableFactory<String> PENALTY_RULE = stringVariable("penaltyRule");
    /** The agreed penalty in dollars, a decimal with two places. */
    static final VariableFactory<String> PENALTY_AMOUNT = stringVariable("penaltyAmount");
    /** The part of the agreed penalty that is paid in money, in dollars; the rest is suspended or done otherwise. */
    static final VariableFactory<String> AMOUNT_TO_BE_PAID = stringVariable("amountToBePaid");
    /** How the agreed penalty is paid, one way a line. */
    static final VariableFactory<String> PAYMENT_TERMS = stringVariable("paymentTerms");
    /** The ISO date of the next payment. */
    static final VariableFactory<String> PAYMENT_DUE_ON = stringVariable("paymentDueOn");
    /** The ISO date an administrative penalty order was issued. */
    static final VariableFactory<String> ORDER_ISSUED_ON = stringVariable("orderIssuedOn");
    /** The penalty of the order in dollars, a decimal with two places. */
    static final VariableFactory<String> ORDER_AMOUNT = stringVariable("orderAmount");
    /** The last ISO date to appeal the order; null where nothing is said. */
    static final VariableFactory<String> APPEAL_BY = stringVariable("appealBy");
    /** The ISO date an appeal was filed. */
    static final VariableFactory<String> APPEAL_FILED_ON = stringVariable("appealFiledOn");
    /** The ISO date after which the order is paid late; an appeal stays it. */
    static final VariableFactory<String> FINAL_DUE_ON = stringVariable("finalDueOn");
    /** What is owed today, in words, for the form of a payment. */
    static final VariableFactory<String> AMOUNT_OWED = stringVariable("amountOwed");
    /** The suspended part of a penalty in dollars, a decimal with two places. */
    static final VariableFactory<String> SUSPENDED_AMOUNT = stringVariable("suspendedAmount");
    /**
     * The suspended parts of an agreed penalty, each with its {@code amount} in dollars, the ISO date {@code until} which it
     * is suspended, and what it is suspended {@code on}; absent where nothing is.
     */
    @SuppressWarnings("rawtypes")
    static final VariableFactory<List<Map>> SUSPENDED_PARTS = listVariable("suspendedParts", Map.class);
    /** What is left of an order when its suspension is asked for, in dollars; the rest has to be paid first. */
    static final VariableFactory<String> AMOUNT_TO_SUSPEND = stringVariable("amountToSuspend");
    /** The final ISO date of compliance; a suspended penalty can be reinstated for a year from it. */
    static final VariableFactory<String> FINAL_COMPLIANCE_DATE = stringVariable("finalComplianceDate");
    /** The ISO date on which a suspension ends. */
    static final VariableFactory<String> SUSPENDED_UNTIL = stringVariable("suspendedUntil");
    /** Whether the suspension is part of a signed agreement or of the order itself: it is not weighed again. */
    static final VariableFactory<Boolean> SUSPENSION_AGREED = booleanVariable("suspensionAgreed");
    /** What a suspension is tied to, one condition a line. */
    static final VariableFactory<String> SUSPENSION_CONDITIONS = stringVariable("suspensionConditions");
    /** What the notice of violation asked for, one action a line. */
    static final VariableFactory<String> REMAINING_ACTIONS = stringVariable("remainingActions");
    /** What the responsible party agrees to do, one term a line. */
    static final VariableFactory<String> COMPLIANCE_TERMS = stringVariable("complianceTerms");
    /** What falls due if a term of the agreement is missed, one term a line. */
    static final VariableFactory<String> STIPULATED_PENALTIES = stringVariable("stipulatedPenalties");
    /** How a penalty is pursued, where it was chosen before: {@code ORDER} by an administrative penalty order. */
    static final VariableFactory<String> PENALTY_COURSE = stringVariable("penaltyCourse");
    /** What was paid in the case before the agreement was signed, in dollars. */
    static final VariableFactory<String> PAID_BEFORE = stringVariable("paidBefore");
    /** Whether a settlement agreement was signed before; its amount stands. */
    static final VariableFactory<Boolean> SETTLEMENT_SIGNED = booleanVariable("settlementSigned");
    /** Whether the case cannot be closed without a penalty. */
    static final VariableFactory<Boolean> ASSESSMENT_REQUIRED = booleanVariable("assessmentRequired");
    /** Why a case is closed without a penalty, for its closing note. */
    static final VariableFactory<String> CLOSURE_REASON = stringVariable("closureReason");
    /** What a referral is for. */
    static final VariableFactory<String> PURPOSE = stringVariable("purpose");
    /** Whether an administrative penalty leaves nothing to refer. */
    static final VariableFactory<Boolean> CIVIL_PENALTY_BARRED = booleanVariable("civilPenaltyBarred");
    /** A decision in the words of its notice. */
    static final VariableFactory<String> DECISION_TEXT = stringVariable("decisionText");
    /** What a decision is tied to, one condition a line. */
    static final VariableFactory<String> DECISION_CONDITIONS = stringVariable("decisionConditions");

    /** Whether nothing is missing of a request. */
    static final VariableFactory<Boolean> REQUEST_COMPLETE = booleanVariable("requestComplete");
    /** What is missing of a request, each with the clause that demands it. */
    static final VariableFactory<List<String>> MISSING_ITEMS = listVariable("missingItems", String.class);
    /** What the evaluation of a monitoring waiver found, question by question, for the chief. */
    static final VariableFactory<String> CONSIDERED = stringVariable("consideredInWords");

    static final VariableFactory<String> WAIVER_EVALUATION = stringVariable("waiverEvaluation");
    /** The kind of a waiver, or from what a variance or exemption is requested. */
    static final VariableFactory<String> REQUEST_SUBJECT = stringVariable("requestSubject");
    /** The contaminant group of a monitoring waiver. */
    static final VariableFactory<String> CONTAMINANT_GROUP = stringVariable("contaminantGroup");
    /** The ISO date from which a variance, exemption or schedule is effective; null where it is not granted. */
    static final VariableFactory<String> EFFECTIVE_ON = stringVariable("effectiveOn");
    /** The steps of a granted schedule that are tracked, its interim measures among them; a line each, the date first. */
    static final VariableFactory<List<String>> TRACKED_STEPS = listVariable("trackedSteps", String.class);

    /** The last day of the period that is proposed for a grant; null where it has none. */
    static final VariableFactory<String> GRANT_ENDS_ON = stringVariable("grantEndsOn");

    /** The identities of the requests for a hearing that are to be reviewed now. */
    static final VariableFactory<List<Long>> REQUESTS_TO_REVIEW = listVariable("requestsToReview", Long.class);

    /** The ISO date of the hearing, once it is arranged. */
    static final VariableFactory<String> HEARING_ON = stringVariable("hearingOn");

    /** What a grant is tied to besides its schedule, a line each. */
    static final VariableFactory<String> GRANT_CONDITIONS = stringVariable("grantConditions");

    /** Likewise as proposed with a new schedule. */
    static final VariableFactory<String> PROPOSED_CONDITIONS = stringVariable("proposedConditions");

    /** When a grant will and may be terminated, as its notices say it. */
    static final VariableFactory<String> TERMINATION_CLAUSE = stringVariable("terminationClause");

    /** What was found of a grant, by the name of the answer; null where nothing was. */
    static final VariableFactory<String> GRANT_FINDING = stringVariable("grantFinding");

    /** Of what the grant is that a task is about: the name of its matter. */
    static final VariableFactory<String> GRANT_MATTER = stringVariable("grantMatter");

    /** The step of a schedule in force that was not met, until it is decided what follows; null otherwise. */
    static final VariableFactory<String> MISSED_STEP = stringVariable("missedStep");

    /** Whether a grant goes on until a new schedule, which is heard first, takes the place of that in force. */
    static final VariableFactory<Boolean> NEW_SCHEDULE_DUE = booleanVariable("newScheduleDue");

    /** The requests for an extension of a step of a grant that are not answered, each as {@link ExtensionAsked} keeps it. */
    static final VariableFactory<List<String>> EXTENSIONS_ASKED = listVariable("extensionsAsked", String.class);

    /** The steps of an enforcement schedule for which more time was asked and nobody has answered; null where there is none. */
    static final VariableFactory<java.util.List<String>> STEPS_ASKED = listVariable("stepsAsked", String.class);

    /** The failure or finding upon which a new schedule was to follow; null where it follows upon none. */
    static final VariableFactory<String> SCHEDULE_GROUND = stringVariable("scheduleGround");

    /** What came of a new schedule: final, notPrescribed, or notRenewed where an exemption was to be renewed with it. */
    static final VariableFactory<String> NEW_SCHEDULE_RESULT = stringVariable("newScheduleResult");

    /** The termination date of an exemption that is being renewed; null otherwise. */
    static final VariableFactory<String> RENEWED_UNTIL = stringVariable("renewedUntil");
    /** Summary of a proposal, for its public notice. */
    static final VariableFactory<String> NOTICE_SUMMARY = stringVariable("noticeSummary");
    /** The ISO date on which a public notice is issued; the days to request a hearing count from it. */
    static final VariableFactory<String> PUBLIC_NOTICE_ISSUED_ON = stringVariable("publicNoticeIssuedOn");
    /** The ISO date on which that notice was written: nobody posts or publishes it earlier. */
    static final VariableFactory<String> PUBLIC_NOTICE_WRITTEN_ON = stringVariable("publicNoticeWrittenOn");
    /** Likewise of the notice of a hearing that is arranged, or arranged anew. */
    static final VariableFactory<String> HEARING_NOTICE_WRITTEN_ON = stringVariable("hearingNoticeWrittenOn");
    /** Whether a public notice was posted and published by that day. */
    static final VariableFactory<Boolean> CIRCULATED_IN_TIME = booleanVariable("circulatedInTime");
    /** Whether a hearing is held, on request or on motion. */
    static final VariableFactory<Boolean> HEARING_TO_HOLD = booleanVariable("hearingToHold");
    /** Whether a case that leads a notice on finds a hearing on the department's own motion to be decided. */
    static final VariableFactory<Boolean> MOTION_TO_DECIDE = booleanVariable("motionToDecide");
    /** The user id of the hearing officer whom the director designated; null where the director conducts the hearing. */
    static final VariableFactory<String> HEARING_OFFICER_ID = stringVariable("hearingOfficerId");
    /** Name and address of everybody on record who requested a hearing and named an address. */
    static final VariableFactory<List<String>> HEARING_REQUESTERS = listVariable("hearingRequesters", String.class);
    /** Whether a request for a hearing is denied and names an address to send the denial to. */
    static final VariableFactory<Boolean> DENIAL_TO_SEND = booleanVariable("denialToSend");
    /** The identity of the request for a hearing that a task reviews. */
    static final VariableFactory<Long> HEARING_REQUEST_ID = longVariable("hearingRequestId");
    /** Name and address of whom a letter goes to that does not go to the party of the case. */
    static final VariableFactory<String> ADDRESSED_TO = stringVariable("addressedTo");

    /** The user ids of those who prepared what is to be approved, separated by commas. */
    static final VariableFactory<String> PREPARED_BY = stringVariable("preparedBy");
    /** The ISO date of the commission's meeting at which the referral is presented. */
    static final VariableFactory<String> COMMISSION_MEETING_ON = stringVariable("commissionMeetingOn");
    /** How a building block ended: its end event's setting. */
    static final VariableFactory<String> OUTCOME = stringVariable("outcome");
    /** A task's deadline in words, for its form. */
    static final VariableFactory<String> DEADLINE = stringVariable("deadline");

    /** The id of the engine's job that failed for good, in the task that puts it right. */
    static final VariableFactory<String> FAILED_JOB = stringVariable("failedJob");

    /** The year of an emission inventory, in which questionnaires and fees are due. */
    static final VariableFactory<Integer> INVENTORY_YEAR = intVariable("inventoryYear");
    /** The ISO date of the last day for questionnaire and fee. */
    static final VariableFactory<String> SUBMISSIONS_DUE_ON = stringVariable("submissionsDueOn");
    /** The ISO date from which late invoices go out. */
    static final VariableFactory<String> LATE_INVOICES_ON = stringVariable("lateInvoicesOn");
    /** The ISO date on which the list of sources in noncompliance is submitted. */
    static final VariableFactory<String> LIST_ON = stringVariable("listOn");
    /** Whether late invoices are left to send. */
    static final VariableFactory<Boolean> LATE_INVOICES_LEFT = booleanVariable("lateInvoicesLeft");
    /** Whether letters are left whose proof of service is to be asked for. */
    static final VariableFactory<Boolean> LETTERS_LEFT = booleanVariable("lettersLeft");
    /** The id of the document that a task is about. */
    static final VariableFactory<Long> DOCUMENT_ID = longVariable("documentId");
    /** Which time that document was sent, from 1. */
    static final VariableFactory<Integer> SENDING = intVariable("sending");
    /** Whether the list that was submitted has any source on it. */
    static final VariableFactory<Boolean> ANY_NONCOMPLIANT = booleanVariable("anyNoncompliant");
    /** Whether sources on the list are left that no case is open for. */
    static final VariableFactory<Boolean> CASES_LEFT = booleanVariable("casesLeft");

    /** What every case has from its opening on; a block that it calls has what is handed to it. */
    static final Set<String> OF_A_CASE =
            names(CASE_NUMBER, FACILITY_NAME, OFFICE, PROGRAM, CASE_MANAGER, AGREEMENT_REACHED, DISCOVERED_ON);

    /** What the steps of a diagram, its tasks and the events of its case set besides what is drawn. */
    static final Set<String> OF_STEPS = names(
            RESPONSE_RECEIVED,
            ACTION_KINDS,
            TIMES_FOR_ACTIONS,
            RESPONSE_DAYS,
            AGREEMENT_REACHED,
            NEW_VIOLATIONS,
            REASON,
            WITHDRAWN_BY,
            WITHDRAWN_ON,
            MILESTONES,
            MILESTONE,
            PENALTY_AMOUNT,
            AMOUNT_TO_BE_PAID,
            PAYMENT_TERMS,
            PAYMENT_DUE_ON,
            ORDER_ISSUED_ON,
            ORDER_AMOUNT,
            APPEAL_BY,
            APPEAL_FILED_ON,
            FINAL_DUE_ON,
            AMOUNT_OWED,
            SUSPENDED_AMOUNT,
            SUSPENDED_PARTS,
            AMOUNT_TO_SUSPEND,
            DECISION_TEXT,
            DECISION_CONDITIONS,
            REQUEST_COMPLETE,
            MISSING_ITEMS,
            WAIVER_EVALUATION,
            CONSIDERED,
            EFFECTIVE_ON,
            NOTICE_SUMMARY,
            TRACKED_STEPS,
            GRANT_ENDS_ON,
            RENEWED_UNTIL,
            GRANT_CONDITIONS,
            PROPOSED_CONDITIONS,
            TERMINATION_CLAUSE,
            REQUESTS_TO_REVIEW,
            MISSED_STEP,
            NEW_SCHEDULE_DUE,
            SCHEDULE_GROUND,
            EXTENSIONS_ASKED,
            STEPS_ASKED,
            NEW_SCHEDULE_RESULT,
            PUBLIC_NOTICE_WRITTEN_ON,
            HEARING_NOTICE_WRITTEN_ON,
            CIRCULATED_IN_TIME,
            HEARING_TO_HOLD,
            MOTION_TO_DECIDE,
            DENIAL_TO_SEND,
            HEARING_REQUESTERS,
            SUSPENDED_UNTIL,
            SUSPENSION_AGREED,
            SUSPENSION_CONDITIONS,
            STIPULATED_PENALTIES,
            PAID_BEFORE,
            PURPOSE,
            CIVIL_PENALTY_BARRED,
            CLOSURE_REASON,
            NOTICE_VIOLATIONS,
            ORDER_VIOLATIONS,
            DELINQUENT_VIOLATIONS,
            OTHER_VIOLATIONS,
            ORDERS_AND_NOTICES,
            NOTICES_ISSUED,
            NOTICE_ISSUED_ON,
            EVERY_VIOLATION_NOTICED,
            NOTICE_REVIEWED,
            FOUND_AFTER_REVIEW,
            SENT_VIOLATIONS,
            SERVED_VIOLATIONS,
            NOTICE_AMOUNT,
            ASSESSED_AMOUNT,
            PAID_AMOUNT,
            PREPARED_BY,
            OUTCOME,
            DEADLINE,
            SUBMISSIONS_DUE_ON,
            LATE_INVOICES_ON,
            LIST_ON,
            LATE_INVOICES_LEFT,
            LETTERS_LEFT,
            ANY_NONCOMPLIANT,
            CASES_LEFT);

    /** What a case or the caller of a block has and a form may hide a field by, besides its own answers. */
    static final Set<String> HIDING = names(
            ASSESSMENT_REQUIRED,
            SETTLEMENT_SIGNED,
            REQUEST_SUBJECT,
            CONTAMINANT_GROUP,
            WAIVER_EVALUATION,
            GRANT_FINDING,
            GRANT_MATTER);

    private CaseVariables() {}

    private static Set<String> names(VariableFactory<?>... variables) {
        return Arrays.stream(variables).map(VariableFactory::getName).collect(Collectors.toUnmodifiableSet());
    }
}
