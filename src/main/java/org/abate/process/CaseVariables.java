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
    /** The ISO date on which a suspension ends. */
    static final VariableFactory<String> SUSPENDED_UNTIL = stringVariable("suspendedUntil");
    /** What falls due if a term of the agreement is missed, one term a line. */
    static final VariableFactory<String> STIPULATED_PENALTIES = stringVariable("stipulatedPenalties");
    /** What was paid in the case before the agreement was signed, in dollars. */
    static final VariableFactory<String> PAID_BEFORE = stringVariable("paidBefore");
    /** Whether a settlement agreement was signed before; its amount stands. */
    static final VariableFactory<Boolean> SETTLEMENT_SIGNED = booleanVariable("settlementSigned");
    /** Whether the case cannot be closed without a penalty. */
    static final VariableFactory<Boolean> ASSESSMENT_REQUIRED = booleanVariable("assessmentRequired");
    /** What a referral is for. */
    static final VariableFactory<String> PURPOSE = stringVariable("purpose");
    /** Whether an administrative penalty leaves nothing to refer. */
    static final VariableFactory<Boolean> CIVIL_PENALTY_BARRED = booleanVariable("civilPenaltyBarred");
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
