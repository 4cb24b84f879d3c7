package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEntry;
import org.abate.casefile.ServiceEvent;
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
        return theCase.complete("PrepareFirstLetter", "actionsRequired", "Stabilize the slope")
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
        return theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Mark the boundary", "daysAllowed", 10)
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

    @Override
    void firstPaidAndAnotherFound() {
        noticeIssued();
        served();
        paid();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation();
        abated();
    }

    @Test
    void complianceDoesNotEndTheReview() {
        noticeIssued()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .isAt(reviewTask());
        theCase.complete("ConfirmReturnToCompliance").isAt(reviewTask());
    }

    @Test
    void aViolationFoundWhileTheFirstNoticeIsReviewedIsReviewedWithIt() {
        noticeIssued().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation().isAt(reviewTask());
        assertThat(theCase.tasks(reviewTask())).hasSize(1);
        abated();
        served();
        assertThat(theCase.text(DocumentKind.PENALTY_ASSESSMENT_NOTICE))
                .contains("1. As the rule says, section 2")
                .contains("2. As the rule says, found later");
    }

    @Test
    void aNewViolationThatIsNotAbatedGoesAlongWithTheCase() {
        noticeIssued();
        inspected(true).raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation().fire("AbatementDue");
        inspected(false);
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("found later is not abated in time"));
    }

    @Test
    void otherProgramsAreConsultedWhereSeveralMediaAreConcerned() {
        open("severalMedia")
                .complete(
                        "ConsultOtherPrograms",
                        "consultedPrograms",
                        "Water Protection Program",
                        "consultationNote",
                        "The other program takes the samples")
                .isAt("PrepareFirstLetter");
    }

    @Test
    void anImminentThreatNeedsNoPersuasionButAnOfferToMeetBeforeAPenalty() {
        open("imminentThreat")
                .hasSent(DocumentKind.OFFER_TO_MEET, 1)
                .complete("PrepareNoticeOfViolation", "remainingActions", "Stabilize the slope", "daysAllowed", 20);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION)).doesNotContain("conference, conciliation");
        abated();
        served();
    }

    @Test
    void aNoticeAfterPersuasionGoesOnWithTheOfferToMeet() {
        noticeIssued();
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION))
                .contains("part of conference, conciliation and persuasion")
                .contains("assessed by a notice of its own");
    }

    @Test
    void aLateAnswerIsRecordedBeforeTheInspection() {
        noticeIssued()
                .fire("AbatementDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponse", "responseSummary", "It is stable since yesterday")
                .isAt("InspectAbatement");
    }

    @Test
    void minorViolationsGetNoPenaltyAndTheirNumbersAreThoseOfTheNotice() {
        noticeIssued();
        Object[] review = {
            "penaltyToAssess", true, "separateDays", false, "economicBenefitWeighs", false, "minorViolations", "1"
        };
        assertThatThrownBy(() -> theCase.complete("ReviewNotice", review)).hasMessageContaining("minorViolations");
        review[7] = "7";
        assertThatThrownBy(() -> theCase.complete("ReviewNotice", review)).hasMessageContaining("minorViolations");
    }

    @Test
    void daysThatAreNoSeparateViolationsDoNotMultiplyThePenalty() {
        noticeIssued();
        assertThatThrownBy(() -> reviewed()
                        .complete(
                                "CompleteWorksheet",
                                "probabilityOfExposure",
                                "HIGH",
                                "seriousnessOfExposure",
                                "MODERATE",
                                "harmToProgram",
                                "MODERATE",
                                "extentOfDeviation",
                                "MODERATE",
                                "days",
                                12))
                .hasMessageContaining("days");
    }

    @Test
    void aPenaltyOfZeroMayBeAppealedUntilItsTimeHasPassed() {
        noticeIssued();
        abated();
        reviewed()
                .worksheets(
                        "probabilityOfExposure",
                        "LOW",
                        "seriousnessOfExposure",
                        "LOW",
                        "harmToProgram",
                        "LOW",
                        "extentOfDeviation",
                        "MINOR")
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment");
        served("RECEIVED").fire("AppealTimePassed");
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
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
    void whatCouldNotBeServedInTimeMayBeGivenUp() {
        noticeIssued();
        abated();
        theCase.fire("ServiceOverdue")
                .complete("ExplainLateService", "lateService", "NO_PENALTY", "lateServiceReason", "The file was lost");
        assertThat(theCase.tasks("ReviewNotice")).isEmpty();
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void whatIsLateIsFiledOnlyWhenTheDirectorHasDecided() {
        noticeIssued();
        reviewed()
                .worksheets(
                        "probabilityOfExposure",
                        "HIGH",
                        "seriousnessOfExposure",
                        "HIGH",
                        "harmToProgram",
                        "LOW",
                        "extentOfDeviation",
                        "MODERATE")
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .daysLater(32);
        assertThatThrownBy(() -> theCase.complete("FileAssessment")).hasMessageContaining("days to serve");
        theCase.fire("ServiceOverdue")
                .complete(
                        "ExplainLateService",
                        "lateService",
                        "SERVE_LATE",
                        "lateServiceReason",
                        "The operator had moved")
                .complete("FileAssessment")
                .isAt("RecordService");
    }

    @Test
    void whatHasBeenSentIsNotGivenUp() {
        noticeIssued();
        assessed().fire("ServiceOverdue");
        assertThatThrownBy(() -> theCase.complete(
                        "ExplainLateService", "lateService", "NO_PENALTY", "lateServiceReason", "The file was lost"))
                .hasMessageContaining("lateService");
    }

    @Test
    void aNoticeThatCannotBeDeliveredIsSentAgainAndARefusalIsService() {
        noticeIssued();
        assessed()
                .complete("RecordService", "serviceResult", "UNDELIVERABLE")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 2)
                .isAt("RecordService");
        served("REFUSED").isAt("RecordAssessedPayment");
        assertThat(theCase.service(DocumentKind.PENALTY_ASSESSMENT_NOTICE))
                .extracting(ServiceEntry::event, ServiceEntry::reference)
                .containsExactly(
                        tuple(ServiceEvent.UNDELIVERABLE, null), tuple(ServiceEvent.REFUSED, "9589 0710 0003"));
    }

    @Test
    void aViolationFoundAfterTheApprovalIsAssessedBeforeTheReviewEnds() {
        noticeIssued();
        assessed().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        served("RECEIVED").isAt("CompleteWorksheet");
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
                .complete(
                        "RecordAppealDecision",
                        "assessmentUpheld",
                        true,
                        "paymentDueOn",
                        theCase.inDays(30),
                        "appealNote",
                        "Upheld")
                .isAt("RecordAssessedPayment")
                .raise(CaseEvent.APPEAL_FILED, "The operator appeals again")
                .complete("RecordAppealDecision", "assessmentUpheld", false, "appealNote", "Set aside");
        closed().ended(CaseStatus.RETURNED_TO_COMPLIANCE, "NoPenalty");
    }

    @Test
    void anAppealSaysWhichOfTwoNoticesItIsAgainst() {
        noticeIssued();
        served();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation();
        abated();
        laterNoticeServed();
        assertThat(theCase.tasks("RecordAssessedPayment")).hasSize(2);

        assertThatThrownBy(() -> theCase.raise(CaseEvent.APPEAL_FILED, "The operator appeals"))
                .hasMessageContaining("appealedViolation: more than one notice of assessment can be appealed")
                .hasMessageContaining("violation 1 ($")
                .hasMessageContaining("violation 2 ($");
        assertThatThrownBy(() -> theCase.appeal(7))
                .hasMessageContaining("no notice on violation 7 can be appealed now; those are: violation ");
        theCase.appeal(2);

        assertThat(theCase.seen("RecordAppealDecision", "noticeViolations")).containsExactly("2");
        assertThat(theCase.tasks("RecordAssessedPayment")).hasSize(1);
        theCase.raise(CaseEvent.APPEAL_FILED, "The operator appeals against the first, too");
        assertThat(theCase.tasks("RecordAppealDecision")).hasSize(2);
    }

    @Test
    void moreTimeToPayIsGivenBeforeThePenaltyCountsAsUnpaid() {
        noticeIssued();
        served().fire("AssessedPaymentDue")
                .complete(
                        "DecideOnUnpaidAssessment", "unpaidAssessment", "MORE_TIME", "paymentDueOn", theCase.inDays(90))
                .isAt("RecordAssessedPayment");
        assertThat(theCase.due("AssessedPaymentDue")).isEqualTo(theCase.today().plusDays(90));
    }

    @Test
    void aLaterNoticeOfMinorViolationsEndsWithoutAPenaltyAndNobodyCalculatesOrApproves() {
        firstPaidAndAnotherFound();
        laterNoticeReviewed().worksheets("minorViolation", true, "noPenaltyReason", "A sign was missing");
        assertThat(theCase.tasks("CompleteCalculation")).isEmpty();
        theCase.hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 1);
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void aMinorViolationFoundBeforeTheServiceLeavesTheServedAssessmentStanding() {
        noticeIssued();
        assessed().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        served("RECEIVED")
                .worksheets("minorViolation", true, "noPenaltyReason", "A sign was missing")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 1)
                .isAt("RecordAssessedPayment");
        assertThat(theCase.seen("RecordAssessedPayment", "assessedAmount")).containsExactly(amount());
    }

    @Test
    void theDirectorMayAssessNoPenaltyForALaterNotice() {
        noticeIssued();
        served();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation()
                .complete("ReviewNotice", "penaltyToAssess", false, "closureReason", "It is a minor violation")
                .isAt("RecordAssessedPayment");
    }

    @Test
    void aHabitualViolatorIsPutBeforeTheCommission() {
        habitual();
        abated();
        served();
        paid();
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("The operator is a habitual violator"));
        closed().hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1).isAt("PrepareReferralRequest");
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("makes the operator a habitual violator")
                .contains("Inspection of")
                .doesNotContain("has not been agreed upon", "has not been paid");
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
