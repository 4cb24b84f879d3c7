package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.ApplicationTest;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Drinking water, outcome by outcome (Manual 3.2, 8.2; 10 CSR 60-6.070; section 640.130.4, RSMo). */
@ApplicationTest
@Import({EveryNodeAndFlowOfTheProgram.class, CaseWalk.class, EnforcementWalk.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
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
    void aTableThatRefersDirectlyIsFollowed() {
        walk.openWithoutParty(Program.DRINKING_WATER).set("enforcementPath", "direct-referral");
        identified().legalActionFiled().legalActionConcluded().ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void aDeclinedDirectReferralIsFollowedByTheCall() {
        walk.openWithoutParty(Program.DRINKING_WATER).set("enforcementPath", "direct-referral");
        identified();
        walk.referralDeclined().isAt("CallOwner");
    }

    private CaseWalk identified() {
        return theCase.complete(
                "IdentifyResponsibleParty",
                "responsiblePartyName",
                "Elm Spring Association",
                "responsiblePartyAddress",
                "PO Box 3, Rolla, MO 65402");
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
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Drill the well")
                .complete("RecordMilestone", "milestoneResult", "MET")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void timeLimitsChangeOnlyWithTheConcurrenceOfTheSection() {
        open();
        walk.persuaded("FORMAL");
        assertThat(theCase.candidates("ConcurInMoreTime")).containsExactly("drinking-water-chief");
        theCase.complete(
                        "ConcurInMoreTime",
                        "timeLimitConcurred",
                        true,
                        "concurrenceReason",
                        "The well is being drilled")
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Drill the well")
                .complete("RecordMilestone", "milestoneResult", "MISSED")
                .isAt("ForwardEnforcementActionRequest");
        walk.requested();
        walk.noticeSent().complete("RecordResponseToNotice").isAt("CallOwner");
    }

    @Test
    void theOfferComesBeforeTheApprovalAndTheDraftAfterIt() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().hasSent(DocumentKind.SETTLEMENT_OFFER, 1);
        assertThat(theCase.tasks("ApprovePenalty")).isEmpty();
        assertThat(theCase.text(DocumentKind.SETTLEMENT_OFFER))
                .contains("This dollar amount is an offer of settlement", "under authority of section 640.130, RSMo");

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
        elected("LEGAL_ACTION").hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1).hasPaper(DocumentKind.SETTLEMENT_OFFER, 0);
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
                .isAt("ElectPenalty");
        today();

        open();
        walk.penaltyToPursue();
        ordered();
        walk.orderNotPaid()
                .complete("DecideOnUnpaidPenalty", "collectPenalty", true, "collectionReason", "They can pay")
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("An action may be brought in the appropriate circuit court to collect it");
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
    void anAdministrativePenaltyThatIsNotWantedClosesTheCaseWithoutOne() {
        open();
        walk.penaltyToPursue();
        administrativePenaltyCalculated()
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty")
                .ended(CaseStatus.CLOSED, "NoPenalty");
    }

    @Test
    void afterTwoYearsNoAdministrativePenaltyIsAssessed() {
        walk.openDiscovered(Program.DRINKING_WATER, 740).raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit");
        theCase.complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", walk.manager());
        elected("ADMINISTRATIVE").fire("TwoYearsPassed").isAt("ElectPenalty");
    }

    @Test
    void threeMonthsBeforeTheTwoYearsAreUpTheChiefDecides() {
        walk.openDiscovered(Program.DRINKING_WATER, 600).fire("TwentyOneMonthsPassed");
        assertThat(theCase.task("DecideBeforeTwoYears").getDueDate().toInstant())
                .isEqualTo(new DeadlineCalendar()
                        .endOf(caseRecord
                                .get(theCase.caseNumber())
                                .discoveredOn()
                                .plusMonths(24)));
        theCase.complete("DecideBeforeTwoYears", "twoYearsDecision", "ASSESS", "twoYearsNote", "By the section, in May")
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", walk.manager())
                .fire("TwentyOneMonthsPassedWhilePenalty")
                .complete("DecideBeforeTwoYearsWhilePenalty", "twoYearsDecision", "CIVIL", "twoYearsNote", "Too late")
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
