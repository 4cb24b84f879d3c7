package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Payment;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.ServiceManner;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The administrative penalty order and the suspended penalty, outcome by outcome (10 CSR 20-3.010(1), 25-14.010(1),
 * 60-6.070(1), (4), (5)).
 */
@StoriesOf({"administrative-penalty-order", "suspended-penalty"})
class PenaltyOrderTest {

    private static final String ORDER = "administrative-penalty-order";
    private static final String SUSPENSION = "suspended-penalty";

    @Autowired
    private CaseEvents events;

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

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void anOrderIsServedAndPaidToTheCountyTreasurer() {
        String number = issued(Program.DRINKING_WATER);

        theCase.hasSent(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, 1)
                .complete(
                        "RecordService",
                        "serviceResult",
                        "RECEIVED",
                        "servedOn",
                        theCase.inDays(0),
                        "serviceManner",
                        "COURIER",
                        "serviceReference",
                        "JD0146")
                .hasPaper(DocumentKind.PROOF_OF_SERVICE, 1);
        assertThat(caseRecord.service(order(number)))
                .extracting(ServiceEntry::manner, ServiceEntry::reference, ServiceEntry::note)
                .containsExactly(tuple(ServiceManner.COURIER, "JD0146", null));
        assertThat(order(number).servedAt()).isNotNull();
        theCase.complete("RecordOrderPayment", "paymentAmount", "200.00", "orderPayment", "PAID");

        assertThat(caseRecord.payments(number))
                .singleElement()
                .extracting(Payment::note)
                .isEqualTo(
                        "Paid to the treasurer of the county of Phelps for the use and benefit of its public schools");
        blocks.ended(number, ORDER, "PenaltyPaid", "paid");
    }

    @Test
    void theOrderPrintsTheDaysToAppealAndToPayFromIssuance() {
        String number = issued(Program.DRINKING_WATER);

        assertThat(theCase.text(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER))
                .contains("section 640.131, RSMo", "$200.00", "treasurer of Phelps County")
                .contains("It is due by the end of", inWords(60))
                .contains("An appeal has to be filed by the end of", inWords(30));
        assertThat(theCase.task("RecordOrderPayment").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar().endOf(LocalDate.now(clock).plusDays(60)));
        assertThat(number).startsWith("DW-");
    }

    @Test
    void noOrderBeforeAnOfferToMeet() {
        offerSent()
                .hasSent(DocumentKind.OFFER_TO_MEET, 1)
                .complete("RecordAnswerToOffer", "responseSummary", "Will come on Monday")
                .isAt("PrepareOrder");

        offerSent().fire("OfferToMeetDue").isAt("PrepareOrder");
    }

    /** An order is to follow, and nobody has offered to meet yet. */
    CaseWalk offerSent() {
        String number = blocks.opened(Program.DRINKING_WATER, 30);
        assessed(number);
        return blocks.start(ORDER, number);
    }

    @Test
    void whereTheSourcePrintsNoTimeToPayTheOrderNamesItsOwn() {
        String number = ready(Program.WATER);

        assertThatThrownBy(() -> theCase.complete("PrepareOrder", "orderDecision", "ISSUE"))
                .hasMessageContaining("orderPaymentDueOn");
        theCase.complete(
                        "PrepareOrder",
                        "orderDecision",
                        "ISSUE",
                        "orderPaymentDueOn",
                        theCase.inDays(45),
                        "orderRequirements",
                        "Repair the pump")
                .approve("ApproveOrder", "orderApproved");

        assertThat(theCase.text(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER))
                .contains("sections 644.076 and 644.079, RSMo", "Repair the pump")
                .contains(inWords(45));
        theCase.daysLater(50).fire("OrderPaymentDue");
        assertThat(theCase.seen("RecordLatePayment", "amountOwed")).containsExactly("$200.00");
        assertThat(number).startsWith("WP-");
    }

    @Test
    void drinkingWaterIsAssessedWithinTwoYearsOfDiscovery() {
        String number = blocks.opened(Program.DRINKING_WATER, 729);
        offered(number);
        assessed(number);
        blocks.start(ORDER, number);
        theCase.daysLater(2);

        assertThatThrownBy(() -> theCase.complete("PrepareOrder", "orderDecision", "ISSUE"))
                .hasMessageContaining("10 CSR 60-6.070(1)(G)");
        theCase.complete("PrepareOrder", "orderDecision", "NOT_ISSUED", "orderReason", "Two years have passed");
        blocks.ended(number, ORDER, "OrderNotIssued", "withdrawn");
    }

    @Test
    void anOrderThatWouldComeTooLateIsNotIssued() {
        String number = blocks.opened(Program.DRINKING_WATER, 729);
        offered(number);
        assessed(number);
        blocks.start(ORDER, number).complete("PrepareOrder", "orderDecision", "ISSUE");
        theCase.daysLater(2).approve("ApproveOrder", "orderApproved");

        theCase.hasSent(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, 0);
        blocks.ended(number, ORDER, "TooLateToAssess", "withdrawn");
    }

    @Test
    void aReinstatedRestThatIsPaidPaysTheOrder() {
        String number = restSuspended();

        suspensionApproved()
                .complete("RecordInspection", "inCompliance", false, "inspectionNote", "No chlorine")
                .complete("DecideOnReinstatement", "penaltyReinstated", true, "reinstatementReason", "No chlorine")
                .complete("RecordReinstatedPayment", "paymentAmount", "150.00", "reinstatedPenaltyPaid", true);

        blocks.ended(number, ORDER, "PenaltyPaid", "paid");
    }

    @Test
    void whatASignedAgreementSuspendsIsTrackedUntilTheDayItNames() {
        String number = blocks.opened(Program.DRINKING_WATER, 60);
        blocks.start(
                        SUSPENSION,
                        number,
                        "suspendedAmount",
                        "150.00",
                        "suspensionAgreed",
                        true,
                        "suspendedUntil",
                        theCase.inDays(90))
                .isAt("RecordInspection");

        assertThat(theCase.due("YearPassed")).isEqualTo(LocalDate.now(clock).plusDays(90));
        theCase.hasSent(DocumentKind.DECISION_NOTICE, 0)
                .fire("YearPassed")
                .complete("ConfirmCompliance", "remainedInCompliance", true);
        blocks.ended(number, SUSPENSION, "Complied", "complied");
    }

    @Test
    void anAppealLeavesASuspensionAsItIsUnlessItSetsTheOrderAside() {
        String number = restSuspended();
        suspensionApproved();
        theCase.raise(CaseEvent.APPEAL_FILED, null)
                .isAt("RecordInspection")
                .complete("RecordAppealDecision", "appealDecision", "UPHELD")
                .isAt("RecordInspection");
        assertThat(theCase.tasks("RecordOrderPayment")).isEmpty();
        theCase.raise(CaseEvent.APPEAL_FILED, "Petition for judicial review")
                .complete("RecordAppealDecision", "appealDecision", "SET_ASIDE");

        blocks.ended(number, ORDER, "PenaltySetAside", "set-aside");
    }

    @Test
    void aLateAppealDoesNotTouchTheSuspension() {
        restSuspended();
        suspensionApproved();
        theCase.daysLater(40).raise(CaseEvent.APPEAL_FILED, null).isAt("RecordInspection");

        assertThat(theCase.tasks("RecordAppealDecision")).isEmpty();
        assertThat(theCase.tasks("RecordOrderPayment")).isEmpty();
    }

    @Test
    void aPetitionForJudicialReviewAfterTheDecisionStaysTheDueDateToo() {
        issued(Program.DRINKING_WATER);
        LocalDate issuedOn = LocalDate.now(clock);
        theCase.daysLater(20)
                .raise(CaseEvent.APPEAL_FILED, null)
                .daysLater(10)
                .complete("RecordAppealDecision", "appealDecision", "UPHELD")
                .daysLater(5)
                .raise(CaseEvent.APPEAL_FILED, "Petition for judicial review")
                .daysLater(30)
                .complete("RecordAppealDecision", "appealDecision", "UPHELD");

        assertThat(theCase.task("RecordOrderPayment").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar().endOf(issuedOn.plusDays(60 + 10 + 30)));
    }

    @Test
    void anOrderMaySuspendAPartFromTheStart() {
        String number = ready(Program.DRINKING_WATER);
        Map<String, Object> order = CaseWalk.variables("orderDecision", "ISSUE", "suspendedWithOrder", "150.00");
        assertThatThrownBy(() -> engine.getTaskService()
                        .complete(theCase.task("PrepareOrder").getId(), order))
                .hasMessageContaining("suspensionFactors")
                .hasMessageContaining("orderFinalComplianceDate");
        theCase.complete(
                        "PrepareOrder",
                        "orderDecision",
                        "ISSUE",
                        "suspendedWithOrder",
                        "150.00",
                        "suspensionFactors",
                        "A first violation, corrected at once",
                        "orderFinalComplianceDate",
                        theCase.inDays(20))
                .approve("ApproveOrder", "orderApproved");
        assertThat(theCase.text(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER))
                .contains(
                        "$200.00",
                        "Of this amount is suspended on these conditions",
                        "$150.00",
                        "The penalty is payable to the",
                        "treasurer of Phelps County");
        assertThat(theCase.seen("RecordOrderPayment", "amountOwed")).containsExactly("$50.00");

        theCase.complete("RecordOrderPayment", "paymentAmount", "50.00", "orderPayment", "PAID")
                .isAt("RecordInspection");
        assertThat(theCase.due("YearPassed"))
                .isEqualTo(LocalDate.now(clock).plusDays(20).plusYears(1));
        theCase.fire("YearPassed").complete("ConfirmCompliance", "remainedInCompliance", true);
        blocks.ended(number, ORDER, "SuspendedPenaltyCompliedWith", "complied");
    }

    @Test
    void onlyInDrinkingWaterTheDirectorMaySuspend() {
        ready(Program.WATER);
        assertThatThrownBy(() -> theCase.complete(
                        "PrepareOrder",
                        "orderDecision",
                        "ISSUE",
                        "orderPaymentDueOn",
                        theCase.inDays(45),
                        "suspendedWithOrder",
                        "150.00",
                        "suspensionFactors",
                        "A first violation",
                        "orderFinalComplianceDate",
                        theCase.inDays(20)))
                .hasMessageContaining("suspendedWithOrder: only the rule of drinking water");
        theCase.complete("PrepareOrder", "orderDecision", "ISSUE", "orderPaymentDueOn", theCase.inDays(45))
                .approve("ApproveOrder", "orderApproved");
        assertThatThrownBy(() -> theCase.complete("RecordOrderPayment", "orderPayment", "SUSPENDED"))
                .hasMessageContaining("orderPayment: only the rule of drinking water");
    }

    @Test
    void newFactsBeforeTheOrderGoBackToTheAssessment() {
        String number = ready(Program.DRINKING_WATER);

        theCase.complete("PrepareOrder", "orderDecision", "NEW_FACTS", "orderReason", "Fewer people are served");

        blocks.ended(number, ORDER, "NewFactsBeforeOrder", "new-facts");
    }

    @Test
    void aRejectedOrderGoesBackAndAViolationFoundMeanwhileIsAssessedFirst() {
        String number = ready(Program.DRINKING_WATER);

        theCase.complete("PrepareOrder", "orderDecision", "ISSUE")
                .complete("ApproveOrder", "orderApproved", false, "rejectionReason", "Name the wells")
                .complete("PrepareOrder", "orderDecision", "ISSUE");
        caseRecord.addViolations(
                number,
                java.util.List.of(
                        new NewViolation("10 CSR 60-4.020", "No report", java.util.List.of(LocalDate.now(clock)))));
        theCase.approve("ApproveOrder", "orderApproved").complete("PrepareOrder", "orderDecision", "ISSUE");

        theCase.hasSent(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, 0);
        blocks.ended(number, ORDER, "NewFactsBeforeOrder", "new-facts");
    }

    @Test
    void aRefusalIsServiceAndAnUndeliverableOrderIsServedAgain() {
        String number = issued(Program.DRINKING_WATER);

        theCase.complete(
                "RecordService",
                "serviceResult",
                "UNDELIVERABLE",
                "servedOn",
                theCase.inDays(0),
                "serviceManner",
                "CERTIFIED_MAIL");
        assertThat(order(number).servedAt()).isNull();
        theCase.complete("ServeOrderAgain")
                .complete(
                        "RecordService",
                        "serviceResult",
                        "REFUSED",
                        "servedOn",
                        theCase.inDays(0),
                        "serviceManner",
                        "HAND")
                .hasPaper(DocumentKind.PROOF_OF_SERVICE, 1);

        assertThat(order(number).servedAt()).isNotNull();
        assertThat(theCase.text(DocumentKind.PROOF_OF_SERVICE)).contains("constitutes service of the order");
    }

    @Test
    void theDirectorWithdrawsTheOrderWithoutPrejudiceAtAnyTime() {
        String number = issued(Program.DRINKING_WATER);

        theCase.raise(CaseEvent.PENALTY_ORDER_WITHDRAWN, "Issued to the former owner")
                .hasSent(DocumentKind.WITHDRAWAL_NOTICE, 1);

        assertThat(theCase.text(DocumentKind.WITHDRAWAL_NOTICE))
                .contains(
                        "withdraws, without prejudice, the administrative penalty order of",
                        "Issued to the former owner");
        blocks.ended(number, ORDER, "OrderWithdrawn", "withdrawn");
    }

    @Test
    void newFactsAfterTheOrderWithdrawItAndThePenaltyIsWorkedOutAgain() {
        String number = issued(Program.DRINKING_WATER);

        assertThatThrownBy(() -> theCase.raise(CaseEvent.PENALTY_FACTS_FOUND, null))
                .hasMessageContaining("say why");
        theCase.raise(CaseEvent.PENALTY_FACTS_FOUND, "Samples were taken after all")
                .hasSent(DocumentKind.WITHDRAWAL_NOTICE, 1);

        blocks.ended(number, ORDER, "NewFactsFound", "new-facts");
    }

    @Test
    void anAppealInTimeStaysTheDueDateByTheDaysItIsPending() {
        String number = issued(Program.DRINKING_WATER);
        LocalDate issuedOn = LocalDate.now(clock);

        theCase.daysLater(20).raise(CaseEvent.APPEAL_FILED, "Before the Safe Drinking Water Commission");
        assertThat(theCase.tasks("RecordOrderPayment")).isEmpty();
        theCase.daysLater(100)
                .complete("RecordAppealDecision", "appealDecision", "JUDICIAL_REVIEW")
                .complete("RecordAppealDecision", "appealDecision", "UPHELD");

        assertThat(theCase.task("RecordOrderPayment").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar().endOf(issuedOn.plusDays(160)));
        theCase.complete("RecordOrderPayment", "paymentAmount", "200.00", "orderPayment", "PAID");
        blocks.ended(number, ORDER, "PenaltyPaid", "paid");
    }

    @Test
    void anAppealOnTheThirtiethDayIsInTimeAndOneOnTheThirtyFirstIsNot() {
        issued(Program.DRINKING_WATER);
        theCase.daysLater(30).raise(CaseEvent.APPEAL_FILED, null).isAt("RecordAppealDecision");

        ClockUtil.reset();
        issued(Program.DRINKING_WATER);
        theCase.daysLater(31).raise(CaseEvent.APPEAL_FILED, null).isAt("RecordOrderPayment");
        assertThat(theCase.tasks("RecordAppealDecision")).isEmpty();
    }

    @Test
    void nobodyAppealsAnOrderBeforeItIsIssued() {
        String number = issued(Program.DRINKING_WATER);
        LocalDate before = LocalDate.now(clock).minusDays(1);

        assertThatThrownBy(() -> events.raise(number, CaseEvent.APPEAL_FILED, before, null, List.of()))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining(
                        "date: must not be before " + LocalDate.now(clock) + ", when the order was issued");
        theCase.isAt("RecordOrderPayment");
    }

    @Test
    void anAppealMayReduceThePenalty() {
        String number = issued(Program.DRINKING_WATER);

        theCase.raise(CaseEvent.APPEAL_FILED, null)
                .complete("RecordAppealDecision", "appealDecision", "REDUCED", "revisedAmount", "120.00")
                .complete("RecordOrderPayment", "paymentAmount", "120.00", "orderPayment", "PAID");

        blocks.ended(number, ORDER, "PenaltyPaid", "paid");
    }

    @Test
    void anAppealMaySetTheOrderAside() {
        String number = issued(Program.DRINKING_WATER);

        theCase.raise(CaseEvent.APPEAL_FILED, null).complete("RecordAppealDecision", "appealDecision", "SET_ASIDE");

        blocks.ended(number, ORDER, "PenaltySetAside", "set-aside");
    }

    @Test
    void aLatePaymentOwesTheSurchargeAndTheInterestOfTheRule() {
        String number = issued(Program.DRINKING_WATER);

        assertThatThrownBy(() -> theCase.complete("RecordOrderPayment", "orderPayment", "COLLECT"))
                .hasMessageContaining("it is collected when that day has passed");
        // 73 days late: 200 + 15 percent + 10 percent a year on 230
        theCase.daysLater(133).fire("OrderPaymentDue");
        assertThat(theCase.seen("RecordLatePayment", "amountOwed"))
                .containsExactly("$234.60, with a surcharge of $30.00 and interest of $4.60");
        assertThatThrownBy(
                        () -> theCase.complete("RecordLatePayment", "paymentAmount", "200.00", "orderPayment", "PAID"))
                .hasMessageContaining("are still owed");
        theCase.complete("RecordLatePayment", "paymentAmount", "234.60", "orderPayment", "PAID");

        blocks.ended(number, ORDER, "PenaltyPaid", "paid");
    }

    @Test
    void moreTimeAgreedInWritingMovesTheDueDateButNotOnceItHasPassed() {
        issued(Program.DRINKING_WATER);

        theCase.complete(
                "RecordOrderPayment",
                "paymentAmount",
                "50.00",
                "orderPayment",
                "MORE_TIME",
                "nextPaymentDueOn",
                theCase.inDays(90));
        assertThat(theCase.task("RecordOrderPayment").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar().endOf(LocalDate.now(clock).plusDays(90)));
        theCase.daysLater(163)
                .fire("OrderPaymentDue")
                .complete("RecordLatePayment", "orderPayment", "MORE_TIME", "nextPaymentDueOn", theCase.inDays(200));
        assertThat(theCase.seen("RecordOrderPayment", "amountOwed"))
                .containsExactly("$175.95, with a surcharge of $22.50 and interest of $3.45");
    }

    @Test
    void aPenaltyThatIsNotPaidIsCollected() {
        String number = issued(Program.DRINKING_WATER);

        theCase.daysLater(70).fire("OrderPaymentDue").complete("RecordLatePayment", "orderPayment", "COLLECT");

        blocks.ended(number, ORDER, "PenaltyNotPaid", "not-paid");
    }

    @Test
    void aPenaltyWhoseRestIsSuspendedIsPaidWhenTheYearIsKept() {
        String number = restSuspended();

        assertThatThrownBy(() -> weighed("100.00")).hasMessageContaining("what is not suspended of it is paid first");
        suspensionApproved().fire("YearPassed").complete("ConfirmCompliance", "remainedInCompliance", true);

        blocks.ended(number, ORDER, "SuspendedPenaltyCompliedWith", "complied");
    }

    @Test
    void aSuspensionThatIsNotAppropriateLeavesTheRestDue() {
        restSuspended();

        weighed(false).isAt("RecordOrderPayment");
    }

    @Test
    void aReinstatedPenaltyThatIsNotPaidIsCollected() {
        String number = restSuspended();

        suspensionApproved()
                .complete("RecordInspection", "inCompliance", false, "inspectionNote", "No chlorine")
                .complete("DecideOnReinstatement", "penaltyReinstated", true, "reinstatementReason", "No chlorine")
                .fire("ReinstatedPenaltyDue");

        blocks.ended(number, ORDER, "PenaltyNotPaid", "not-paid");
    }

    // The suspended penalty on its own

    @Test
    void aSuspendedPenaltyIsRemittedOneYearAfterTheFinalComplianceDate() {
        String number = suspended();

        theCase.hasSent(DocumentKind.DECISION_NOTICE, 1)
                .complete("RecordInspection", "inCompliance", true)
                .isAt("RecordInspection")
                .fire("YearPassed")
                .complete("ConfirmCompliance", "remainedInCompliance", true);

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("suspends $150.00", "for one year from that date");
        assertThat(blocks.timeline(number, "SUSPENDED_PENALTY").get(0))
                .contains("Relative risk to human health: small", "Timeliness", "Appropriate");
        blocks.ended(number, SUSPENSION, "Complied", "complied");
    }

    @Test
    void theYearCountsFromTheFinalComplianceDate() {
        suspended();

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("YearPassed")
                        .processInstanceId(theCase.task("RecordInspection").getProcessInstanceId())
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(new DeadlineCalendar()
                        .endOf(LocalDate.now(clock).plusDays(20).plusYears(1)));
    }

    @Test
    void aFailureMayReinstateThePenalty() {
        String number = suspended();

        theCase.complete("RecordInspection", "inCompliance", false)
                .complete("DecideOnReinstatement", "penaltyReinstated", false, "reinstatementReason", "A small lapse")
                .complete("RecordInspection", "inCompliance", true)
                .fire("YearPassed")
                .complete("ConfirmCompliance", "remainedInCompliance", false)
                .complete("DecideOnReinstatement", "penaltyReinstated", true, "reinstatementReason", "Again")
                .hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("RecordReinstatedPayment", "paymentAmount", "50.00", "reinstatedPenaltyPaid", false)
                .complete("RecordReinstatedPayment", "paymentAmount", "100.00", "reinstatedPenaltyPaid", true);

        blocks.ended(number, SUSPENSION, "ReinstatedPaid", "reinstated-paid");
    }

    @Test
    void aRejectedSuspensionIsWeighedAgain() {
        String number = considered();

        weighed(true).complete("ApproveSuspension", "suspensionApproved", false, "rejectionReason", "Too much");
        weighed(false);

        blocks.ended(number, SUSPENSION, "NotSuspended", "not-suspended");
    }

    private String considered() {
        String number = blocks.opened(Program.DRINKING_WATER, 60);
        assessed(number);
        blocks.start(SUSPENSION, number, "suspendedAmount", "150.00");
        return number;
    }

    private String suspended() {
        String number = considered();
        suspensionApproved();
        return number;
    }

    CaseWalk suspensionApproved() {
        return weighed(true).approve("ApproveSuspension", "suspensionApproved");
    }

    private CaseWalk weighed(boolean appropriate) {
        return weighed(appropriate ? "150.00" : null);
    }

    private CaseWalk weighed(String amount) {
        boolean appropriate = amount != null;
        Map<String, Object> answers = CaseWalk.variables(
                "factorTimeliness", "answered at once",
                "factorHistory", "none",
                "factorCooperation", "good",
                "factorSeverity", "moderate",
                "factorHealthRisk", "small",
                "factorOther", "none",
                "suspensionAppropriate", appropriate);
        if (appropriate) {
            answers.put("suspendedAmount", amount);
            answers.put("finalComplianceDate", theCase.inDays(20));
        }
        engine.getTaskService().complete(theCase.task("WeighSuspension").getId(), answers);
        return theCase.runJobs();
    }

    String restSuspended() {
        String number = issued(Program.DRINKING_WATER);
        theCase.complete("RecordOrderPayment", "paymentAmount", "50.00", "orderPayment", "SUSPENDED");
        return number;
    }

    String issued(Program program) {
        String number = ready(program);
        theCase.complete("PrepareOrder", "orderDecision", "ISSUE").approve("ApproveOrder", "orderApproved");
        return number;
    }

    private String ready(Program program) {
        String number = blocks.opened(program, 30);
        offered(number);
        assessed(number);
        blocks.start(ORDER, number);
        return number;
    }

    private void offered(String number) {
        caseRecord.addContact(
                number, new NewContact("Offer to meet", LocalDate.now(clock), "R. Staff", 5, "J. Owner", null));
    }

    /** $200: moderate harm, 500 to 9,999 people, two days. */
    private void assessed(String number) {
        blocks.assessed(
                number,
                "drinking-water",
                Map.of(
                        "ccpSought",
                        true,
                        "peopleServed",
                        600,
                        "discoveredOn",
                        caseRecord.get(number).discoveredOn().toString(),
                        "assessedOn",
                        LocalDate.now(clock).toString()),
                Map.of("potentialForHarm", "MODERATE", "knowinglyCommitted", false, "days", 2));
    }

    private org.abate.casefile.Document order(String number) {
        return caseRecord.documents(number).stream()
                .filter(document -> document.kind() == DocumentKind.ADMINISTRATIVE_PENALTY_ORDER)
                .findFirst()
                .orElseThrow();
    }

    private String inWords(int days) {
        DeadlineCalendar calendar = new DeadlineCalendar();
        return calendar.inWords(calendar.endOf(LocalDate.now(clock).plusDays(days)));
    }
}
