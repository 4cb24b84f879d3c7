package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** Water, outcome by outcome (Manual 3.6, 8.6; 10 CSR 20-3.010). */
@StoriesOf("water-enforcement")
class WaterEnforcementTest extends PenaltyCourseStories {

    WaterEnforcementTest() {
        super(Program.WATER);
    }

    @Override
    CaseWalk calculated() {
        walk.worksheets(
                "receivingWater",
                List.of("OTHER_WATER"),
                "facilityType",
                "GENERAL_STORM_WATER",
                "capability",
                "OTHER",
                "complianceStatus",
                "INFREQUENT",
                "responsiveness",
                "OTHER");
        return theCase.complete("CompleteCalculation");
    }

    /** Two violations at $750, the midpoint of minor and minor. */
    @Override
    String amount() {
        return "1500.00";
    }

    @Test
    void anExceptionGoesStraightToTheNoticeOfViolation() {
        open("imminentThreat").hasPaper(DocumentKind.LETTER_OF_WARNING, 0).isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aWrittenScheduleIsTrackedAndMeetingItIsCompliance() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("EnterMilestones", "milestones", theCase.inDays(300) + " Build the lagoon")
                .complete("RecordMilestone", "milestoneResult", "MET")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void aMissedScheduleEndsInANoticeOfViolation() {
        open();
        walk.persuaded("SCHEDULE")
                .complete("EnterMilestones", "milestones", theCase.inDays(300) + " Build the lagoon")
                .complete("RecordMilestone", "milestoneResult", "MISSED")
                .isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aReferralGoesStraightToTheAttorneyGeneralForNoSourceHasTheCommissionInIt() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .referralApproved()
                .isAt("RecordAttorneyGeneralDecision");
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL)).doesNotContain("Commission");
        assertThat(theCase.text(DocumentKind.REFERRAL_REQUEST)).doesNotContain("through the");
    }

    @Test
    void anAdequateResponseToTheNoticeIsCompliance() {
        open();
        walk.enforcementNeeded();
        walk.noticeSent()
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "ADEQUATE")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void significantNoncomplianceIsRecordedWithItsCriteria() {
        open();
        walk.enforcementNeeded();
        walk.noticeSent()
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "INADEQUATE");

        assertThatThrownBy(
                        () -> theCase.complete("DetermineSignificantNoncompliance", "significantNoncompliance", true))
                .hasMessageContaining("Criteria that are met");
        theCase.complete(
                "DetermineSignificantNoncompliance",
                "significantNoncompliance",
                true,
                "significanceCriteria",
                List.of("B", "C"),
                "significanceNote",
                "Three bypasses in May");
        assertThat(theCase.decisions()).anySatisfy(decision -> assertThat(decision.text())
                .contains("Unauthorized bypass", "Unpermitted discharge", "Three bypasses in May"));
        theCase.isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void assistanceAfterARequestForEnforcementNeedsTheSectionsApproval() {
        open();
        walk.enforcementNeeded();
        walk.noticeSent()
                .fire("ResponseToNoticeDue")
                .complete("DetermineSignificantNoncompliance", "significantNoncompliance", false)
                .complete("ForwardEnforcementActionRequest", "itemsInQuestion", "The lagoon", "assistanceAsked", true)
                .complete("AssignCaseManager", "caseManager", walk.manager());
        assertThat(theCase.candidates("DecideOnAssistance")).containsExactly("water-chief");
        theCase.complete("DecideOnAssistance", "assistanceApproved", true, "assistanceReason", "The operator is new")
                .isAt("CallOwner");
        assertThat(timeline("NOTICE")).anyMatch(notice -> notice.startsWith("To water-staff: The section has decided"));
    }
}
