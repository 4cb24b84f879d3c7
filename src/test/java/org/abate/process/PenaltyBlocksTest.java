package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A penalty from its worksheets to its settlement, outcome by outcome (Manual 8, 8.2, 8.3, 8.5; the rules' (1) and (3)). */
@StoriesOf({"penalty-calculation", "penalty-assessment", "settlement"})
class PenaltyBlocksTest {

    private static final String ASSESSMENT = "penalty-assessment";
    private static final String SETTLEMENT = "settlement";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Clock clock;

    private String number;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    // Assessment

    @Test
    void aMinorViolationIsSetAsideAndTheOthersArePenalized() {
        toAssess(Program.DRINKING_WATER, "drinking-water");
        found("10 CSR 60-4.020");
        theCase.complete("CompleteCalculation", "peopleServed", 600, "worksheetsToRedo", "1");
        worksheet(1, "minorViolation", true, "noPenaltyReason", "Two days late");
        worksheet(2);
        theCase.complete("CompleteCalculation", "peopleServed", 600).approve("ApprovePenalty", "penaltyApproved");

        assertThat(caseRecord.penalty(number).orElseThrow()).isEqualByComparingTo("200.00");
        assertThat(blocks.timeline(number, "NO_PENALTY"))
                .containsExactly(
                        "No penalty for violation 1: it is a minor violation (10 CSR 60-6.070(1)(B), (2)(B)4). Two"
                                + " days late");
        blocks.ended(number, ASSESSMENT, "PenaltyIsApproved", "approved");
    }

    @Test
    void whereConferenceResolvedEveryViolationWithoutAnExceptionNoPenaltyFollows() {
        toAssess(Program.DRINKING_WATER, null);
        worksheet(1, "resolvedWithoutException", true, "noPenaltyReason", "Sampled again within a week");

        assertThat(caseRecord.penalty(number)).isEmpty();
        blocks.ended(number, ASSESSMENT, "NothingToPenalize", "no-penalty");
        assertThat(closureReason())
                .isEqualTo(
                        "No penalty for violation 1: it was resolved through conference, conciliation and persuasion,"
                                + " and none of the exceptions applies");
    }

    @Test
    void theCalculationOfAnOrderBeginsWithTheResolutionThatTheRecordKnows() {
        toAssess(Program.DRINKING_WATER, "drinking-water", "penaltyCourse", "ORDER");
        assertThat(theCase.seen("CompleteCalculation", "resolvedThroughCcp")).containsExactly((Object) null);

        toAssess(Program.DRINKING_WATER, null, "penaltyCourse", "ORDER");
        caseRecord.correctViolations(number, LocalDate.now(clock));
        worksheet(1);
        assertThat(theCase.seen("CompleteCalculation", "resolvedThroughCcp")).containsExactly(true);
        assertThatThrownBy(
                        () -> theCase.complete("CompleteCalculation", "peopleServed", 600, "resolvedThroughCcp", true))
                .hasMessageContaining("resolvedExceptions");
        theCase.complete("CompleteCalculation", "peopleServed", 600, "resolvedThroughCcp", false)
                .isAt("ApprovePenalty");
    }

    @Test
    void aWorksheetThatImposesNoPenaltyAsksNothingElseButWhatShowsIt() {
        toAssess(Program.HAZARDOUS_WASTE, null);

        assertThatThrownBy(() -> worksheet(1, "administrativePenaltyAssessed", true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("noPenaltyReason")
                .hasMessageNotContaining("extentOfDeviation");
        worksheet(1, "administrativePenaltyAssessed", true, "noPenaltyReason", "Order in another case");
        assertThat(blocks.timeline(number, "NO_PENALTY").get(0)).contains("RSMo 260.425");
        blocks.ended(number, ASSESSMENT, "NothingToPenalize", "no-penalty");
    }

    @Test
    void eachViolationIsPenalizedWithinTwoYearsOfItsOwnDiscovery() {
        number = blocks.opened(Program.DRINKING_WATER, 725);
        found("10 CSR 60-4.020");
        theCase.daysLater(10);
        blocks.start(ASSESSMENT, number, "penaltyRule", "drinking-water");

        assertThatThrownBy(() -> worksheet(1))
                .hasMessageContaining(
                        "discoveredTooLongAgo: holds for this violation: an administrative penalty could be"
                                + " assessed until");
        assertThatThrownBy(() -> worksheet(2, "discoveredTooLongAgo", true, "noPenaltyReason", "Old"))
                .hasMessageContaining("discoveredTooLongAgo: does not hold");
        worksheet(1, "discoveredTooLongAgo", true, "noPenaltyReason", "Found two years ago");
        worksheet(2);
        theCase.complete("CompleteCalculation", "peopleServed", 600).isAt("ApprovePenalty");
        assertThat(blocks.timeline(number, "NO_PENALTY").get(0)).contains("10 CSR 60-6.070(1)(G)");
    }

    @Test
    void anAdministrativePenaltyThatWasCollectedBarsACivilOne() {
        ordered();
        theCase.complete("RecordOrderPayment", "paymentAmount", "200.00", "orderPayment", "PAID");

        blocks.start(ASSESSMENT, number, "penaltyRule", "drinking-water-civil");
        blocks.ended(number, ASSESSMENT, "PenaltyBarred", "no-penalty");
    }

    @Test
    void inDrinkingWaterAnOrderThatIsNotCollectedBarsNone() {
        ordered();
        theCase.fire("OrderPaymentDue");
        theCase.daysLater(61).complete("RecordLatePayment", "orderPayment", "COLLECT");

        blocks.start(ASSESSMENT, number, "penaltyRule", "drinking-water-civil").isAt("CompleteCalculation");
    }

    @Test
    void whereAPenaltyMustBeAssessedTheCaseIsNotClosedWithoutOne() {
        toAssess(Program.DRINKING_WATER, null, "assessmentRequired", true);
        worksheet(1);
        theCase.complete("CompleteCalculation", "peopleServed", 600)
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Count the days again");

        assertThatThrownBy(() -> theCase.complete("RevisePenalty", "noPenalty", true, "closureReason", "Small"))
                .hasMessageContaining("noPenalty: a penalty must be assessed");
        theCase.complete("RevisePenalty", "worksheetsToRedo", "1");
        worksheet(1);
        theCase.complete("CompleteCalculation", "peopleServed", 600).approve("ApprovePenalty", "penaltyApproved");
        blocks.ended(number, ASSESSMENT, "PenaltyIsApproved", "approved");
    }

    @Test
    void managementMayCloseTheCaseWithoutAPenalty() {
        toAssess(Program.DRINKING_WATER, null);
        worksheet(1);
        theCase.complete("CompleteCalculation", "peopleServed", 600)
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth it")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Small");

        blocks.ended(number, ASSESSMENT, "NoPenalty", "no-penalty");
    }

    // Settlement

    @Test
    void aSettlementBeginsWithTheLetterAndEndsWithThePayment() {
        toSettle().hasSent(DocumentKind.PENALTY_NEGOTIATION_LETTER, 1);
        agreed("900.00")
                .complete("DraftSettlementAgreement", "complianceTerms", "Label the drums", "negotiateAgain", true)
                .isAt("NegotiatePenalty");
        agreed("800.00")
                .complete("DraftSettlementAgreement", "complianceTerms", "Label the drums")
                .complete("ApproveSettlement", "settlementApproved", false, "rejectionReason", "Name the drums")
                .complete("DraftSettlementAgreement", "complianceTerms", "Label the red drums")
                .approve("ApproveSettlement", "settlementApproved")
                .complete("FinalizeAgreement", "agreementSigned", false)
                .isAt("NegotiatePenalty");
        agreed("850.00");
        drafted()
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .complete("RecordPayment", "paymentAmount", "850.00", "paidAndTermsMet", true);

        blocks.ended(number, SETTLEMENT, "SettledEnd", "settled");
    }

    @Test
    void anOfferThatTheProgramMadeIsNotMadeAgain() {
        toSettle("offerAlreadySent", true).hasSent(DocumentKind.PENALTY_NEGOTIATION_LETTER, 0);
        theCase.complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");

        blocks.ended(number, SETTLEMENT, "NotAgreed", "not-agreed");
    }

    @Test
    void aNegotiationThatTakesTooLongIsDecidedUpon() {
        toSettle();
        theCase.fire("SixtyDaysOfNegotiation")
                .complete("DecideOnNegotiation", "negotiationGoesOn", true, "negotiationReason", "They meet on Monday")
                .fire("SixtyDaysOfNegotiation")
                .complete("DecideOnNegotiation", "negotiationGoesOn", false, "negotiationReason", "Nobody came");

        blocks.ended(number, SETTLEMENT, "NegotiationEnded", "not-agreed");
    }

    @Test
    void theLetterNamesOnlyWhatIsPenalized() {
        toAssess(Program.HAZARDOUS_WASTE, null);
        worksheet(1, "minorViolation", true, "noPenaltyReason", "A label");
        blocks.ended(number, ASSESSMENT, "NothingToPenalize", "no-penalty");
        found("10 CSR 25-5.262");
        blocks.start(ASSESSMENT, number, "penaltyRule", "hazardous-waste");
        worksheet(2);
        theCase.complete("CompleteCalculation").approve("ApprovePenalty", "penaltyApproved");
        blocks.start(SETTLEMENT, number);

        assertThat(theCase.text(DocumentKind.PENALTY_NEGOTIATION_LETTER))
                .contains("10 CSR 25-5.262")
                .doesNotContain("10 CSR 60-4.010");
    }

    @Test
    void newFactsGoBackToTheCalculation() {
        toSettle();
        theCase.complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS");

        blocks.ended(number, SETTLEMENT, "NewFacts", "new-facts");
    }

    @Test
    void aViolationFoundMeanwhileIsAssessedFirst() {
        toSettle();
        found("10 CSR 25-5.262");
        agreed("900.00");

        blocks.ended(number, SETTLEMENT, "NewViolationToAssess", "new-violation");
    }

    @Test
    void aSignedAmountIsNotAdjustedButByAViolationFoundSince() {
        toSettle();
        agreed("900.00");
        drafted()
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "NOT_PAID");
        blocks.ended(number, SETTLEMENT, "NotPaid", "not-paid");

        blocks.start(SETTLEMENT, number, "settlementSigned", true, "agreementReached", true);
        assertThatThrownBy(() -> agreed("800.00")).hasMessageContaining("the signed agreement has $900.00");
        assertThatThrownBy(() -> agreed("1000.00")).hasMessageContaining("the signed agreement has $900.00");
        theCase.daysLater(1);
        found("10 CSR 25-5.262");
        assertThatThrownBy(() -> agreed("800.00")).hasMessageContaining("for the violations found since");
        agreed("1000.00");
        blocks.ended(number, SETTLEMENT, "NewViolationToAssess", "new-violation");
    }

    @Test
    void whatIsSuspendedHasItsPeriodAndWhatFallsDueIsStipulated() {
        toSettle();

        assertThatThrownBy(() -> theCase.complete(
                        "NegotiatePenalty",
                        "negotiationResult",
                        "AGREED",
                        "agreedTotal",
                        "900.00",
                        "paidUpFront",
                        "500.00",
                        "suspendedOnCompliance",
                        "400.00"))
                .hasMessageContaining("suspendedUntil");
        theCase.complete(
                        "NegotiatePenalty",
                        "negotiationResult",
                        "AGREED",
                        "agreedTotal",
                        "900.00",
                        "paidUpFront",
                        "500.00",
                        "suspendedOnCompliance",
                        "400.00",
                        "suspendedUntil",
                        theCase.inDays(200),
                        "stipulatedPenalties",
                        "$100 for each drum without a label")
                .complete("DraftSettlementAgreement", "complianceTerms", "Label the drums");

        assertThat(theCase.text(DocumentKind.SETTLEMENT_AGREEMENT)).contains("$100 for each drum without a label");
    }

    @Test
    void theCorrectiveActionsAreNegotiatedWithThePenaltyAndEachSuspendedPartHasItsDay() {
        toSettle();
        theCase.complete(
                "NegotiatePenalty",
                "negotiationResult",
                "AGREED",
                "complianceTerms",
                "Remove the drums by May 1",
                "agreedTotal",
                "900.00",
                "suspendedOnActions",
                "500.00",
                "actionsDueOn",
                "2030-05-01",
                "suspendedOnCompliance",
                "400.00",
                "suspendedUntil",
                "2030-03-01");
        assertThat(theCase.seen("DraftSettlementAgreement", "complianceTerms"))
                .containsExactly("Remove the drums by May 1");
        assertThat(theCase.seen("DraftSettlementAgreement", "suspendedParts"))
                .containsExactly(List.of(
                        Map.of("amount", "500.00", "until", "2030-05-01", "on", "the completion of agreed actions"),
                        Map.of("amount", "400.00", "until", "2030-03-01", "on", "future compliance")));

        theCase.complete("DraftSettlementAgreement", "complianceTerms", "Remove the drums by May 1");
        assertThat(theCase.text(DocumentKind.SETTLEMENT_AGREEMENT))
                .contains("Remove the drums by May 1")
                .contains("$500.00 suspended on the completion of agreed actions by May 1, 2030")
                .contains("$400.00 suspended on future compliance until March 1, 2030");
    }

    @Test
    void whatTheNoticeAskedForIsNegotiatedWhileAViolationIsOpen() {
        toSettle("remainingActions", "Label the drums");
        assertThat(theCase.seen("NegotiatePenalty", "complianceTerms")).containsExactly("Label the drums");
        theCase.complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");

        caseRecord.correctViolations(number, theCase.today());
        blocks.start(SETTLEMENT, number, "remainingActions", "Label the drums");
        assertThat(theCase.seen("NegotiatePenalty", "complianceTerms"))
                .as("nothing is left to correct")
                .containsOnlyNulls();
    }

    private CaseWalk toSettle(Object... inputs) {
        number = blocks.opened(Program.HAZARDOUS_WASTE, 10);
        assessed("hazardous-waste");
        return blocks.start(SETTLEMENT, number, inputs);
    }

    private CaseWalk agreed(String total) {
        return theCase.complete(
                "NegotiatePenalty", "negotiationResult", "AGREED", "agreedTotal", total, "paidUpFront", total);
    }

    private CaseWalk drafted() {
        return theCase.complete("DraftSettlementAgreement", "complianceTerms", "Label the drums")
                .approve("ApproveSettlement", "settlementApproved");
    }

    /** @param assessed the rule by which its violation has a worksheet already; null where it has none */
    private void toAssess(Program program, String assessed, Object... inputs) {
        number = blocks.opened(program, 10);
        if (assessed != null) {
            assessed(assessed);
        }
        List<Object> all = new ArrayList<>(Arrays.asList(inputs));
        all.addAll(List.of("penaltyRule", program.id()));
        blocks.start(ASSESSMENT, number, all.toArray());
    }

    private void assessed(String rule) {
        if (rule.equals("hazardous-waste")) {
            blocks.assessed(
                    number, rule, java.util.Map.of("ccpSought", true), CaseWalk.variables(Worksheets.worksheet(rule)));
        } else {
            blocks.assessed(
                    number,
                    rule,
                    java.util.Map.of(
                            "ccpSought",
                            true,
                            "peopleServed",
                            600,
                            "discoveredOn",
                            caseRecord.get(number).discoveredOn().toString(),
                            "assessedOn",
                            LocalDate.now(clock).toString()),
                    CaseWalk.variables(Worksheets.worksheet(rule)));
        }
    }

    private void ordered() {
        number = blocks.opened(Program.DRINKING_WATER, 10);
        caseRecord.addContact(
                number, new NewContact("Offer to meet", LocalDate.now(clock), "R. Staff", 5, "J. Owner", null));
        assessed("drinking-water");
        blocks.start("administrative-penalty-order", number)
                .complete("PrepareOrder", "orderDecision", "ISSUE")
                .approve("ApproveOrder", "orderApproved")
                .complete(
                        "RecordService",
                        "serviceResult",
                        "RECEIVED",
                        "servedOn",
                        theCase.inDays(0),
                        "serviceManner",
                        "HAND");
    }

    private void found(String citation) {
        caseRecord.addViolations(
                number, List.of(new NewViolation(citation, "Found later", List.of(LocalDate.now(clock)))));
    }

    /** Completes the worksheet of a violation; as its rule's sample where nothing is said. */
    private void worksheet(int violation, Object... answers) {
        Task task = theCase.tasks("CompleteWorksheet").stream()
                .filter(each -> engine.getTaskService()
                        .getVariable(each.getId(), "violation")
                        .equals(violation))
                .findFirst()
                .orElseThrow();
        String rule = (String) engine.getTaskService().getVariable(task.getId(), "penaltyRule");
        engine.getTaskService()
                .complete(task.getId(), CaseWalk.variables(answers.length == 0 ? Worksheets.worksheet(rule) : answers));
        theCase.runJobs();
    }

    private Object closureReason() {
        return engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("closureReason")
                .list()
                .stream()
                .filter(each -> engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(each.getProcessInstanceId())
                                .processInstanceBusinessKey(number)
                                .processDefinitionKey(ASSESSMENT)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
