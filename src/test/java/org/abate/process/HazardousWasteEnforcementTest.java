package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hazardous waste, outcome by outcome (Manual 3.3, 8.3; 10 CSR 25-14.010); on PostgreSQL water stands for the stories
 * that both have.
 */
@Tag("once")
@StoriesOf("hazardous-waste-enforcement")
class HazardousWasteEnforcementTest extends PenaltyCourseStories {

    HazardousWasteEnforcementTest() {
        super(Program.HAZARDOUS_WASTE);
    }

    @Override
    CaseWalk calculated() {
        walk.worksheets("potentialForHarm", "MODERATE", "extentOfDeviation", "MODERATE");
        return theCase.complete("CompleteCalculation");
    }

    /** Two violations at $1,600, the midpoint of moderate and moderate. */
    @Override
    String amount() {
        return "3200.00";
    }

    @Test
    void anImminentThreatIsReferredAtOnce() {
        open("imminentThreat")
                .complete("DecideOnDirectReferral", "directReferral", true, "directReferralReason", "Drums are leaking")
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 0)
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
        assertThat(theCase.text(DocumentKind.REFERRAL_REQUEST)).doesNotContain("Commission", "commission");
    }

    @Test
    void aDeclinedDirectReferralIsFollowedByTheOfferToMeetAndFormalEnforcement() {
        open("intentionalOrNegligent")
                .complete(
                        "DecideOnDirectReferral", "directReferral", true, "directReferralReason", "Dumped on purpose");
        walk.referralDeclined().hasSent(DocumentKind.OFFER_TO_MEET, 1).isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void withoutDirectReferralPersuasionIsOneOfferToMeet() {
        open("responseSpecified")
                .complete("DecideOnDirectReferral", "directReferral", false, "directReferralReason", "No release")
                .hasSent(DocumentKind.OFFER_TO_MEET, 1)
                .isAt("ForwardEnforcementActionRequest");
        walk.requested();
        walk.noticeSent().complete("RecordResponseToNotice").isAt("CallOwner");
    }

    @Test
    void aMetScheduleIsCompliance() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Close the storage area")
                .complete("RecordMilestone", "milestoneResult", "MET")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void aMissedScheduleIsEnforced() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("EnterMilestones", "milestones", theCase.inDays(200) + " Close the storage area")
                .complete("RecordMilestone", "milestoneResult", "MISSED")
                .isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void thePenaltyIsApprovedByChiefAndDirectorAndThenPresented() {
        open();
        walk.penaltyToPursue();
        chosen("SETTLEMENT");
        calculated();
        for (String approver :
                new String[] {"hazardous-waste-chief", "hazardous-waste-director", "division-director"}) {
            assertThat(theCase.candidates("ApprovePenalty")).containsExactly(approver);
            theCase.complete("ApprovePenalty", "penaltyApproved", true);
        }
        theCase.isAt("NegotiatePenalty");
    }

    @Test
    void aSignedAgreementThatIsNotPaidIsReferredAndItsAmountStands() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate();
        walk.agreed();
        walk.settlementSigned();
        walk.notPaid().hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1);
        walk.referralDeclined()
                .complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "TAKE_UP")
                .complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS")
                .isAt("NegotiatePenalty");
        assertThat(theCase.tasks("CompleteCalculation")).isEmpty();
    }
}
