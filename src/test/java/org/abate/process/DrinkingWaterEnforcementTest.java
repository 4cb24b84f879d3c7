package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** Drinking water, outcome by outcome (Manual 3.2, 8.2; 10 CSR 60-6.070; section 640.130.4, RSMo). */
@StoriesOf("drinking-water-enforcement")
class DrinkingWaterEnforcementTest extends EnforcementStories {

    DrinkingWaterEnforcementTest() {
        super(Program.DRINKING_WATER);
    }

    private CaseWalk elected(String penalty) {
        return theCase.complete("ElectPenalty", "penaltyElected", penalty, "electionReason", "The director elects");
    }

    @Override
    CaseWalk penaltyToNegotiate() {
        elected("CIVIL");
        walk.worksheets("days", 20);
        return theCase.complete("CompleteCalculation");
    }

    @Override
    CaseWalk packetPenaltyCalculated() {
        walk.worksheets("days", 20);
        return theCase.complete("CompleteCalculation");
    }

    @Override
    CaseWalk noPenaltyPursued() {
        return theCase.complete("ElectPenalty", "penaltyElected", "NONE", "closureReason", "The damage is repaired");
    }

    @Override
    int letters() {
        return 0;
    }

    @Override
    void settled() {
        walk.agreed().approve("ApprovePenalty", "penaltyApproved");
        signed();
        walk.paid();
    }

    private CaseWalk signed() {
        return theCase.complete("DraftSettlementAgreement", "complianceTerms", "Take the samples each month")
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30));
    }

    private CaseWalk administrativePenaltyCalculated() {
        elected("ADMINISTRATIVE");
        walk.worksheets("potentialForHarm", "MAJOR");
        return theCase.complete("CompleteCalculation", "peopleServed", 800);
    }

    private CaseWalk ordered() {
        administrativePenaltyCalculated().approve("ApprovePenalty", "penaltyApproved");
        return walk.orderIssued();
    }

    @Test
    void anExceptionGoesStraightToTheEnforcementActionRequest() {
        open("imminentThreat").hasPaper(DocumentKind.LETTER_OF_WARNING, 0).isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void everyLetterIsFiledAtBothOffices() {
        open();
        walk.warned();
        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains("Regional office file of the public water system", "Central office file");
    }

    @Test
    void aMetScheduleIsCompliance() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("ConcurInMoreTime", "timeLimitConcurred", true, "concurrenceReason", "A well takes time")
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Drill the well")
                .complete("RecordMilestone", "milestoneResult", "MET")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void aScheduleIsTrackedOnlyWithTheConcurrenceOfTheSectionInItsTimeLimits() {
        open();
        walk.persuaded("SCHEDULE");
        assertThat(theCase.candidates("ConcurInMoreTime")).containsExactly("drinking-water-chief");
        theCase.complete("ConcurInMoreTime", "timeLimitConcurred", false, "concurrenceReason", "Far too long")
                .isAt("ForwardEnforcementActionRequest");
        walk.requested();
        walk.noticeSent().complete("RecordResponseToNotice").isAt("CallOwner");
    }

    @Test
    void aMissedScheduleIsEnforced() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("ConcurInMoreTime", "timeLimitConcurred", true, "concurrenceReason", "A well takes time")
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Drill the well")
                .complete("RecordMilestone", "milestoneResult", "MISSED")
                .isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void persuasionThatFailsIsFollowedByFormalEnforcementAtOnce() {
        open();
        walk.persuaded("FORMAL").isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void theOfferComesBeforeTheApprovalAndTheDraftAfterIt() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().hasSent(DocumentKind.SETTLEMENT_OFFER, 1);
        assertThat(theCase.tasks("ApprovePenalty")).isEmpty();
        assertThat(theCase.text(DocumentKind.SETTLEMENT_OFFER))
                .contains("This dollar amount is an offer of settlement", "under authority of section 640.130.4, RSMo");

        walk.agreed()
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Too little")
                .isAt("NegotiatePenalty");
        walk.agreed().hasPaper(DocumentKind.SETTLEMENT_AGREEMENT, 0).approve("ApprovePenalty", "penaltyApproved");
        theCase.complete("DraftSettlementAgreement", "complianceTerms", "Take the samples each month")
                .hasPaper(DocumentKind.SETTLEMENT_AGREEMENT, 1)
                .hasSent(DocumentKind.AGO_ASSISTANCE_REQUEST, 1)
                .isAt("FinalizeAgreement");
    }

    @Test
    void anAgreementThatIsNotPaidIsReferred() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate();
        walk.agreed().approve("ApprovePenalty", "penaltyApproved");
        signed();
        walk.notPaid().hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
    }

    @Test
    void aViolationFoundBeforeTheDraftIsAssessedFirst() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate();
        walk.agreed()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .approve("ApprovePenalty", "penaltyApproved")
                .isAt("ElectPenalty");
    }

    @Test
    void anAgreementThatIsNotSignedIsNegotiatedAgain() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate();
        walk.agreed().approve("ApprovePenalty", "penaltyApproved");
        theCase.complete("DraftSettlementAgreement", "negotiateAgain", true);
        walk.agreed().approve("ApprovePenalty", "penaltyApproved");
        theCase.complete("DraftSettlementAgreement", "complianceTerms", "Take the samples each month")
                .complete("FinalizeAgreement", "agreementSigned", false)
                .isAt("NegotiatePenalty");
    }

    @Test
    void theDirectorMayRequestAnActionInstead() {
        open();
        walk.penaltyToPursue();
        elected("LEGAL_ACTION")
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .hasPaper(DocumentKind.SETTLEMENT_OFFER, 0)
                .raise(CaseEvent.AGREEMENT_REACHED, "They want to settle")
                .isAt("ElectPenalty");
        penaltyToNegotiate().hasSent(DocumentKind.SETTLEMENT_OFFER, 1).isAt("NegotiatePenalty");
    }

    @Test
    void aPaidOrderClosesACorrectedCase() {
        open();
        walk.penaltyToPursue();
        ordered();
        walk.orderPaid("400.00").ended(CaseStatus.CLOSED, "PenaltyPaid");
    }

    @Test
    void aPenaltyPursuedBeforeComplianceIsFollowedByAnInspection() {
        open();
        walk.penaltyBeforeCompliance();
        ordered();
        walk.orderPaid("400.00")
                .complete("CheckCompliance", "violationsCorrected", true)
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
    }

    @Test
    void whatIsStillNotCorrectedAfterThePenaltyIsReferredForCompliance() {
        open();
        walk.penaltyBeforeCompliance();
        ordered();
        walk.orderPaid("400.00")
                .complete("CheckCompliance", "violationsCorrected", false)
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("Correct the violations and send the documents that show it");
    }

    @Test
    void anUnpaidOrderIsCollectedInCourtOrAnotherPenaltyIsElected() {
        open();
        walk.penaltyToPursue();
        ordered();
        walk.orderNotPaid()
                .complete("DecideOnUnpaidPenalty", "collectPenalty", false, "collectionReason", "A larger civil one")
                .hasSent(DocumentKind.WITHDRAWAL_NOTICE, 1)
                .isAt("ElectPenalty");
        assertThat(theCase.text(DocumentKind.WITHDRAWAL_NOTICE))
                .contains("withdraws, without prejudice, the administrative penalty order");
        today();

        open();
        walk.penaltyToPursue();
        ordered();
        walk.orderNotPaid()
                .complete("DecideOnUnpaidPenalty", "collectPenalty", true, "collectionReason", "They can pay")
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("An action may be brought in the appropriate circuit court to collect it");
        theCase.raise(CaseEvent.AGREEMENT_REACHED, "They will pay")
                .complete("RecordCollectedPayment", "orderPayment", "COLLECT")
                .raise(CaseEvent.AGREEMENT_REACHED, "They pay")
                .complete("RecordCollectedPayment", "paymentAmount", "600.00", "orderPayment", "PAID")
                .hasPaper(DocumentKind.SETTLEMENT_OFFER, 0)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
    }

    @Test
    void complianceEndsAReferralForComplianceAlone() {
        referralForComplianceAlone()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER)).contains("is not evaluating penalties");
    }

    @Test
    void aDeclinedReferralForComplianceThatIsNotPursuedDoesNotGiveUpThePenaltyThatWasPaid() {
        referralForComplianceAlone();
        walk.referralDeclined()
                .complete(
                        "DecideAfterDeclinedReferral",
                        "afterDeclinedReferral",
                        "CLOSE",
                        "closureReason",
                        "System closed")
                .hasPaper(DocumentKind.DECISION_NOTICE, 0)
                .ended(CaseStatus.CLOSED, "ClosedWithoutResult");
    }

    private CaseWalk referralForComplianceAlone() {
        open();
        walk.penaltyBeforeCompliance();
        ordered();
        return walk.orderPaid("400.00").complete("CheckCompliance", "violationsCorrected", false);
    }

    @Test
    void aWithdrawnOrderIsWithoutPrejudiceAndTheDirectorElectsAgain() {
        open();
        walk.penaltyToPursue();
        ordered()
                .raise(CaseEvent.PENALTY_ORDER_WITHDRAWN, "Issued to the former owner")
                .isAt("ElectPenalty");
    }

    @Test
    void newFactsAboutAnOrderCalculateThePenaltyAgain() {
        open();
        walk.penaltyToPursue();
        ordered()
                .raise(CaseEvent.PENALTY_FACTS_FOUND, "Fewer people are served")
                .isAt("ElectPenalty");
    }

    @Test
    void anAdministrativePenaltyThatIsNotWantedLeavesTheElectionToTheDirector() {
        open();
        walk.penaltyToPursue();
        administrativePenaltyCalculated()
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty")
                .isAt("ElectPenalty");
        noPenaltyPursued().ended(CaseStatus.CLOSED, "NoPenalty");
    }

    @Test
    void aNegotiationThatBringsNothingInSixtyDaysIsNotAgreed() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().fire("NegotiationOverdue").hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
    }

    @Test
    void noCivilPenaltyIsSoughtWhereAnAdministrativeOneWasCollected() {
        open();
        walk.penaltyToPursue();
        elected("CIVIL");
        walk.worksheets("administrativePenaltyCollected", true, "noPenaltyReason", "The order of case DW-2024-00003");
        theCase.hasPaper(DocumentKind.SETTLEMENT_OFFER, 0).ended(CaseStatus.CLOSED, "NoPenalty");
    }

    @Test
    void afterTwoYearsNoAdministrativePenaltyIsAssessed() {
        walk.openDiscovered(Program.DRINKING_WATER, 725);
        penaltyWorkBegins();
        elected("ADMINISTRATIVE").daysLater(10).fire("TwoYearsPassed").isAt("ElectPenalty");
        assertThatThrownBy(() -> elected("ADMINISTRATIVE"))
                .hasMessageContaining("an administrative penalty could be assessed until");
    }

    @Test
    void aViolationFoundLaterHasTwoYearsOfItsOwn() {
        walk.openDiscovered(Program.DRINKING_WATER, 725);
        LocalDate found = theCase.today();
        theCase.raise(
                CaseEvent.NEW_VIOLATION_FOUND,
                "Seen at the visit",
                new NewViolation("10 CSR 60-4.020", "No samples", List.of(found)));
        penaltyWorkBegins();
        theCase.daysLater(10);
        elected("ADMINISTRATIVE").isAt("CompleteWorksheet");
        assertThat(theCase.due("TwoYearsPassed")).isEqualTo(found.plusYears(2));
    }

    @Test
    void theTwoYearsCountFromTheDayOrdinaryDiligenceShouldHaveDiscoveredTheViolation() {
        walk.openDiscovered(Program.DRINKING_WATER, 30);
        LocalDate earlier = theCase.today().minusDays(400);
        penaltyWorkBegins();
        assertThatThrownBy(() -> theCase.complete(
                        "ElectPenalty",
                        "penaltyElected",
                        "ADMINISTRATIVE",
                        "electionReason",
                        "It is small",
                        "shouldHaveBeenDiscoveredOn",
                        theCase.today().toString()))
                .hasMessageContaining("is after the day of discovery");
        theCase.complete(
                "ElectPenalty",
                "penaltyElected",
                "ADMINISTRATIVE",
                "electionReason",
                "It is small",
                "shouldHaveBeenDiscoveredOn",
                earlier.toString());
        assertThat(theCase.due("TwoYearsPassed")).isEqualTo(earlier.plusYears(2));
        assertThat(caseRecord.shouldHaveBeenDiscoveredOn(theCase.caseNumber())).contains(earlier);
        assertThat(theCase.timeline())
                .anyMatch(entry ->
                        entry.endsWith("ordinary diligence to have been discovered on " + RequestWords.date(earlier)));
    }

    private CaseWalk penaltyWorkBegins() {
        return theCase.raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", walk.manager());
    }

    @Test
    void threeMonthsBeforeTheTwoYearsAreUpTheChiefIsWarnedOnce() {
        walk.openDiscovered(Program.DRINKING_WATER, 600).fire("TwentyOneMonthsPassed");
        assertThat(theCase.task("DecideBeforeTwoYears").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar()
                        .endOf(caseRecord
                                .get(theCase.caseNumber())
                                .discoveredOn()
                                .plusMonths(24)));
        theCase.complete("DecideBeforeTwoYears", "twoYearsNote", "By the section, in May");
        penaltyWorkBegins().fire("TwentyOneMonthsPassedWhilePenalty").isAt("ElectPenalty");
        assertThat(theCase.tasks("DecideBeforeTwoYearsWhilePenalty")).isEmpty();
    }

    @Test
    void theWarningComesWhileThePenaltyIsPursuedToo() {
        walk.openDiscovered(Program.DRINKING_WATER, 600);
        penaltyWorkBegins()
                .fire("TwentyOneMonthsPassedWhilePenalty")
                .complete("DecideBeforeTwoYearsWhilePenalty", "twoYearsNote", "The director elects next week")
                .isAt("ElectPenalty");
    }

    @Test
    void complianceReachedWhileThePenaltyIsPursuedIsAnsweredAndThePenaltyGoesOn() {
        open();
        walk.penaltyBeforeCompliance()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .isAt("ElectPenalty");
    }
}
