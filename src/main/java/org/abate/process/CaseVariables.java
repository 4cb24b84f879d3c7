package org.abate.process;

import static io.holunda.camunda.bpm.data.CamundaBpmData.booleanVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.dateVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.listVariable;
import static io.holunda.camunda.bpm.data.CamundaBpmData.stringVariable;

import io.holunda.camunda.bpm.data.factory.VariableFactory;

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
    static final VariableFactory<java.util.Date> DISCOVERED_ON = dateVariable("discoveredOn");
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
    static final VariableFactory<java.util.List<String>> ORDERS_AND_NOTICES =
            listVariable("ordersAndNotices", String.class);
    /** What each violation of the case was cited in: a line with its number, the kind of document and the ISO date. */
    static final VariableFactory<String> NOTICES_ISSUED = stringVariable("noticesIssued");
    /** The moment the last order or notice of the case was issued. */
    static final VariableFactory<java.util.Date> NOTICE_ISSUED_ON = dateVariable("noticeIssuedOn");
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

    /** The milestones of the accepted schedule, each a line that begins with its ISO date. */
    static final VariableFactory<java.util.List<String>> MILESTONES = listVariable("milestones", String.class);
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
    /** What is left of an order when its suspension is asked for, in dollars; the rest has to be paid first. */
    static final VariableFactory<String> AMOUNT_TO_SUSPEND = stringVariable("amountToSuspend");
    /** The final ISO date of compliance; a suspended penalty can be reinstated for a year from it. */
    static final VariableFactory<String> FINAL_COMPLIANCE_DATE = stringVariable("finalComplianceDate");
    /** A decision in the words of its notice. */
    static final VariableFactory<String> DECISION_TEXT = stringVariable("decisionText");
    /** What a decision is tied to, one condition a line. */
    static final VariableFactory<String> DECISION_CONDITIONS = stringVariable("decisionConditions");

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

    private CaseVariables() {}
}
