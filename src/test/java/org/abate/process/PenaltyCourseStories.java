package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** The outcomes of a penalty that the director has settled or ordered: hazardous waste and water. */
abstract class PenaltyCourseStories extends EnforcementStories {

    PenaltyCourseStories(Program program) {
        super(program);
    }

    /** One worksheet for each violation by the program's rule, and the calculation of the case. */
    abstract CaseWalk calculated();

    private CaseWalk penaltyApproved() {
        return calculated().approve("ApprovePenalty", "penaltyApproved");
    }

    @Override
    CaseWalk packetPenaltyCalculated() {
        return calculated();
    }

    /** What is calculated, in dollars. */
    abstract String amount();

    @Override
    CaseWalk penaltyToNegotiate() {
        return course("SETTLEMENT");
    }

    private CaseWalk course(String course) {
        chosen(course);
        return penaltyApproved();
    }

    CaseWalk chosen(String course) {
        return theCase.complete(
                "ChoosePenaltyCourse", "penaltyCourse", course, "courseReason", "The director’s choice");
    }

    @Override
    CaseWalk noPenaltyPursued() {
        return theCase.complete(
                "ChoosePenaltyCourse", "penaltyCourse", "NONE", "closureReason", "The damage is repaired");
    }

    @Override
    int letters() {
        return 1;
    }

    @Override
    void settled() {
        walk.agreed();
        walk.settlementSigned();
        walk.paid();
    }

    @Test
    void aPenaltyThatManagementDoesNotWantClosesTheCaseWithoutOne() {
        open();
        walk.penaltyToPursue();
        noPenalty().hasSent(DocumentKind.DECISION_NOTICE, 1).ended(CaseStatus.CLOSED, "NoPenalty");
    }

    /** The course is chosen; calculated, rejected by management and dropped. */
    private CaseWalk noPenalty() {
        chosen("ORDER");
        return calculated()
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty");
    }

    @Test
    void aPaidOrderClosesACorrectedCase() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued();
        walk.orderPaid(amount()).ended(CaseStatus.CLOSED, "PenaltyPaid");
        assertThat(theCase.timeline())
                .anyMatch(entry -> entry.contains("The administrative penalty order is satisfied"));
    }

    @Test
    void aPenaltyPursuedBeforeComplianceIsFollowedByAnInspection() {
        open();
        walk.penaltyBeforeCompliance();
        course("ORDER");
        walk.orderIssued();
        walk.orderPaid(amount())
                .complete("CheckCompliance", "violationsCorrected", true, "inspectionNote", "The samples are taken")
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
        assertThat(theCase.corrected()).containsExactly(1, 2);
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER))
                .contains("is not evaluating penalties", "The penalty for these violations was resolved before");
    }

    /** The order is paid, but the violations are not corrected: referral for compliance is pursued. */
    private CaseWalk referralForComplianceAlone() {
        open();
        walk.penaltyBeforeCompliance();
        course("ORDER");
        walk.orderIssued();
        return walk.orderPaid(amount())
                .complete("CheckCompliance", "violationsCorrected", false)
                .isAt("PrepareReferralRequest");
    }

    @Test
    void complianceEndsAReferralForComplianceAlone() {
        referralForComplianceAlone()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER)).contains("is not evaluating penalties");
    }

    @Test
    void afterADeclinedReferralForComplianceTheFacilityIsInspectedAgainAndNoPenaltyIsNegotiated() {
        referralForComplianceAlone();
        walk.referralDeclined()
                .complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "TAKE_UP")
                .complete("CheckCompliance", "violationsCorrected", true)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
        theCase.hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 0);
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
                        "The facility is closed")
                .hasPaper(DocumentKind.DECISION_NOTICE, 0)
                .ended(CaseStatus.CLOSED, "ClosedWithoutResult");
    }

    @Test
    void whatIsStillNotCorrectedAfterThePenaltyIsReferredForCompliance() {
        open();
        walk.penaltyBeforeCompliance();
        noPenalty()
                .complete("CheckCompliance", "violationsCorrected", false)
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .legalActionFiled();
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("Correct the violations and send the documents that show it");
        assertThat(theCase.text(DocumentKind.REFERRAL_REQUEST))
                .contains("do not show that every violation has been corrected");
    }

    @Test
    void anUnpaidOrderIsReferredForCollection() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued();
        walk.orderNotPaid().hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("An action may be brought in the appropriate circuit court to collect it");
    }

    @Test
    void anAgreementOnAnUnpaidOrderIsThatItIsPaidAndNoCivilPenalty() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued();
        walk.orderNotPaid()
                .raise(CaseEvent.AGREEMENT_REACHED, "They will pay")
                .complete("RecordCollectedPayment", "orderPayment", "COLLECT")
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 2);
        walk.referralDeclined()
                .complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "TAKE_UP")
                .complete("RecordCollectedPayment", "paymentAmount", amount(), "orderPayment", "PAID")
                .hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 0)
                .ended(CaseStatus.CLOSED, "PenaltyPaid");
    }

    @Test
    void aWithdrawnOrderIsWithoutPrejudiceAndTheCourseIsChosenAgain() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued()
                .raise(CaseEvent.PENALTY_ORDER_WITHDRAWN, "Issued to the former owner")
                .complete("ChoosePenaltyCourse", "penaltyCourse", "SETTLEMENT", "courseReason", "They want to settle")
                .isAt("CompleteCalculation");
    }

    @Test
    void aCaseThatIsWithdrawnTakesItsOrderAlong() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued().raise(CaseEvent.CASE_WITHDRAWN, "The site is another owner's");

        assertThat(theCase.text(DocumentKind.WITHDRAWAL_NOTICE))
                .contains("withdraws case")
                .contains("in this case is withdrawn with it, without prejudice")
                .doesNotContain("the case goes on");
    }

    @Test
    void newFactsAboutAnOrderCalculateThePenaltyAgain() {
        open();
        walk.penaltyToPursue();
        course("ORDER");
        walk.orderIssued()
                .raise(CaseEvent.PENALTY_FACTS_FOUND, "Fewer days than thought")
                .isAt("ChoosePenaltyCourse");
    }

    @Test
    void complianceReachedWhileThePenaltyIsPursuedIsAnsweredAndThePenaltyGoesOn() {
        open();
        walk.penaltyBeforeCompliance()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .isAt("ChoosePenaltyCourse");
        penaltyToNegotiate();
        settled();
        theCase.ended(CaseStatus.SETTLED, "Settled");
    }
}
