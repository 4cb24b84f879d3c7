package org.abate.process;

import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** What the three mining programs share: the review beside the abatement, the assessment, its service and payment. */
abstract class MiningStories extends ProgramStories {

    private final Object[] worksheet;

    MiningStories(Program program, Object... worksheet) {
        super(program);
        this.worksheet = worksheet;
    }

    /** The notice is out: abatement is waited for, and the review has begun. */
    abstract CaseWalk noticeIssued();

    /** From the notice to the worksheets. */
    abstract CaseWalk reviewed();

    @Override
    CaseWalk toTheCall() {
        return noticeIssued()
                .fire("AbatementDue")
                .complete("InspectAbatement", "violationAbated", false, "inspectionNote", "The slope is as it was")
                .complete("AssignCaseManager", "caseManager", theCase.someoneToManageTheCase());
    }

    @Override
    void atCompliance() {
        theCase.isAt("ConfirmReturnToCompliance");
    }

    /** The operator abates in time; the inspection sees it. */
    CaseWalk abated() {
        return theCase.complete("RecordAbatement", "responseSummary", "All is abated")
                .complete("InspectAbatement", "violationAbated", true, "inspectionNote", "Seen on site")
                .complete("ConfirmReturnToCompliance")
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1);
    }

    CaseWalk assessed() {
        return reviewed()
                .worksheets(worksheet)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 1);
    }

    CaseWalk served() {
        return assessed()
                .complete("RecordService", "serviceResult", "RECEIVED", "servedOn", theCase.inDays(0))
                .isAt("RecordAssessedPayment");
    }

    /** What is assessed, in dollars. */
    abstract String amount();

    CaseWalk paid() {
        return theCase.complete("RecordAssessedPayment", "assessedPayment", "PAID", "paymentAmount", amount());
    }

    CaseWalk closed() {
        return theCase.complete("CloseCase", "caseComplete", true);
    }

    @Test
    void theAssessmentThatIsPaidAndTheAbatementCloseTheCaseTogether() {
        noticeIssued();
        abated().isAt(reviewTask());
        served();
        paid();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    abstract String reviewTask();

    @Test
    void complianceDoesNotEndTheReview() {
        noticeIssued()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .isAt(reviewTask());
        theCase.complete("ConfirmReturnToCompliance").isAt(reviewTask());
    }

    @Test
    void aPenaltyLeftUnpaidIsReferredForPenalties() {
        unpaid();
        theCase.hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void aPenaltyLeftUnpaidWhoseReferralIsDeclinedIsClosed() {
        unpaid();
        referralDeclined();
        closed().ended(CaseStatus.CLOSED, "ClosedWithoutPayment");
    }

    private void unpaid() {
        noticeIssued();
        abated();
        served().fire("AssessedPaymentDue").complete("DecideOnUnpaidAssessment", "unpaidAssessment", "NOT_PAID");
    }

    @Test
    void aViolationFoundWhileTheFirstNoticeIsReviewedIsReviewedWithIt() {
        noticeIssued().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation()
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .isAt(reviewTask());
    }

    /** The new violation gets its notice. */
    abstract CaseWalk noticeForNewViolation();

    /** From the later notice to its worksheet. */
    abstract CaseWalk laterNoticeReviewed();

    private CaseWalk laterNoticeServed() {
        noticeIssued();
        served();
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the inspection", newViolation());
        noticeForNewViolation().complete("RecordResponseForNewViolation", "newViolationCorrected", true);
        paid();
        abated();
        return laterNoticeReviewed()
                .worksheets(worksheet)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .complete("RecordService", "serviceResult", "REFUSED", "servedOn", theCase.inDays(0));
    }

    @Test
    void aLaterNoticeIsReviewedInItsOwnTimeAndTheCaseWaitsForIt() {
        laterNoticeServed();
        paid();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void aLaterPenaltyLeftUnpaidIsReferredToo() {
        laterNoticeServed()
                .fire("AssessedPaymentDue")
                .complete("DecideOnUnpaidAssessment", "unpaidAssessment", "NOT_PAID")
                .isAt("CloseCase");
    }
}
