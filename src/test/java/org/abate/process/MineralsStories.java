package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** Industrial and metallic minerals: conference, conciliation and persuasion, the notice, the director's review. */
abstract class MineralsStories extends MiningStories {

    MineralsStories(Program program) {
        super(
                program,
                "probabilityOfExposure",
                "HIGH",
                "seriousnessOfExposure",
                "MODERATE",
                "harmToProgram",
                "MODERATE",
                "extentOfDeviation",
                "MODERATE");
    }

    @Override
    CaseWalk firstLetterSent() {
        open();
        return theCase.complete("PrepareFirstLetter", "actionsRequired", "Stabilize the slope", "severalMedia", false)
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 1);
    }

    CaseWalk noticeToPrepare() {
        firstLetterSent().fire("ResponseDue");
        return persuasion("FORMAL").isAt("PrepareNoticeOfViolation");
    }

    @Override
    CaseWalk noticeIssued() {
        return noticeToPrepare()
                .complete("PrepareNoticeOfViolation", "remainingActions", "Stabilize the slope", "daysAllowed", 20)
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1);
    }

    @Override
    String reviewTask() {
        return "ReviewNotice";
    }

    @Override
    CaseWalk reviewed() {
        return theCase.complete(
                "ReviewNotice", "penaltyToAssess", true, "separateDays", false, "economicBenefitWeighs", false);
    }

    @Override
    CaseWalk noticeForNewViolation() {
        return theCase.complete("PrepareNoticeForNewViolation", "remainingActions", "Mark the boundary")
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 2);
    }

    @Override
    CaseWalk laterNoticeReviewed() {
        return reviewed();
    }

    @Test
    void anAnswerThatShowsTheCorrectionReturnsToComplianceWithoutNoticeOrPenalty() {
        firstLetterSent()
                .complete("RecordResponse", "responseSummary", "All is corrected")
                .complete("EvaluateResponse", "violationsCorrected", true)
                .complete("ConfirmReturnToCompliance")
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 0)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void otherProgramsAreConsultedWhereSeveralMediaAreConcerned() {
        open();
        theCase.complete("PrepareFirstLetter", "actionsRequired", "Stabilize the slope", "severalMedia", true)
                .complete(
                        "ConsultOtherPrograms",
                        "consultedPrograms",
                        "Water Protection Program",
                        "consultationNote",
                        "The other program takes the samples")
                .isAt("RecordResponse");
    }

    @Test
    void anImminentThreatNeedsNoPersuasion() {
        open("imminentThreat").isAt("PrepareNoticeOfViolation");
    }

    @Test
    void anAnswerThatLeavesSomethingOpenGoesOnToConferenceConciliationAndPersuasion() {
        firstLetterSent()
                .complete("RecordResponse", "responseSummary", "Half of it is corrected")
                .complete("EvaluateResponse", "violationsCorrected", false);
        persuasion("COMPLIANCE");
        atCompliance();
    }

    @Test
    void aLateAnswerIsRecordedWhilePersuasionGoesOn() {
        firstLetterSent()
                .fire("ResponseDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponse", "responseSummary", "It is being repaired")
                .isAt("PlanPersuasion");
    }

    @Test
    void aWrittenScheduleThatIsMetEndsInCompliance() {
        schedule().complete("RecordMilestone", "milestoneResult", "MET");
        atCompliance();
    }

    @Test
    void aWrittenScheduleThatIsMissedLeadsToTheNotice() {
        schedule().complete("RecordMilestone", "milestoneResult", "MISSED").isAt("PrepareNoticeOfViolation");
    }

    private CaseWalk schedule() {
        firstLetterSent().fire("ResponseDue");
        return persuasion("SCHEDULE").complete("EnterMilestones", "milestones", theCase.inDays(40) + " Repair it");
    }

    @Test
    void aViolationFoundBeforeTheNoticeGetsALetterOfWarning() {
        firstLetterSent()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 2)
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .isAt("RecordResponse");
    }

    @Test
    void theDirectorMayAssessNoPenalty() {
        noticeIssued().complete("ReviewNotice", "penaltyToAssess", false, "closureReason", "It is a minor violation");
        abated();
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void managementMayDropThePenalty() {
        noticeIssued();
        reviewed()
                .worksheets(
                        "probabilityOfExposure",
                        "LOW",
                        "seriousnessOfExposure",
                        "LOW",
                        "harmToProgram",
                        "LOW",
                        "extentOfDeviation",
                        "MAJOR")
                .complete("CompleteCalculation")
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty");
        abated();
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void theAssessmentIsServedWithinThirtyDaysOfTheNotice() {
        LocalDate notice = LocalDate.now(ZoneId.of("America/Chicago"));
        noticeIssued();
        assertThat(theCase.due("ServiceOverdue")).isEqualTo(notice.plusDays(30));
        theCase.fire("ServiceDueSoon")
                .fire("ServiceOverdue")
                .complete(
                        "ExplainLateService",
                        "lateService",
                        "SERVE_LATE",
                        "lateServiceReason",
                        "The operator had moved")
                .isAt("ReviewNotice");
    }

    @Test
    void aNoticeThatCannotBeDeliveredIsSentAgainAndARefusalIsService() {
        noticeIssued();
        assessed()
                .complete("RecordService", "serviceResult", "UNDELIVERABLE")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 2)
                .complete("RecordService", "serviceResult", "REFUSED", "servedOn", theCase.inDays(0))
                .isAt("RecordAssessedPayment");
    }

    @Test
    void aViolationFoundAfterTheApprovalIsAssessedBeforeTheReviewEnds() {
        noticeIssued();
        assessed().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        theCase.complete("RecordService", "serviceResult", "RECEIVED", "servedOn", theCase.inDays(0))
                .isAt("CompleteWorksheet");
    }

    @Test
    void aPartPaymentIsNotAllAndAnAppealHoldsThePaymentUp() {
        noticeIssued();
        abated();
        served();
        assertThatThrownBy(() ->
                        theCase.complete("RecordAssessedPayment", "assessedPayment", "PAID", "paymentAmount", "10.00"))
                .hasMessageContaining("assessedPayment");
        theCase.complete("RecordAssessedPayment", "assessedPayment", "PART", "paymentAmount", "10.00")
                .raise(CaseEvent.APPEAL_FILED, "The operator appeals")
                .complete("RecordAppealDecision", "assessmentUpheld", true, "appealNote", "Upheld")
                .raise(CaseEvent.APPEAL_FILED, "The operator appeals again")
                .complete("RecordAppealDecision", "assessmentUpheld", false, "appealNote", "Set aside");
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void moreTimeToPayIsGivenBeforeThePenaltyCountsAsUnpaid() {
        noticeIssued();
        served().fire("AssessedPaymentDue")
                .complete("DecideOnUnpaidAssessment", "unpaidAssessment", "MORE_TIME")
                .isAt("RecordAssessedPayment");
    }

    @Test
    void theDirectorMayAssessNoPenaltyForALaterNotice() {
        noticeIssued();
        served();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation()
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .complete("ReviewNotice", "penaltyToAssess", false, "closureReason", "It is a minor violation")
                .isAt("RecordAssessedPayment");
    }

    @Test
    void aHabitualViolatorIsPutBeforeTheCommission() {
        habitual();
        abated();
        served();
        paid();
        theCase.hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1).isAt("PrepareReferralRequest");
        referralDeclined();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    /** A third notice for the same to one operator. */
    private void habitual() {
        theCase.operator("Habitual Gravel " + UUID.randomUUID());
        noticeIssued();
        noticeIssued();
        noticeIssued();
    }
}
