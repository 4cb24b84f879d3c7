package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

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
        noticeIssued().fire("AbatementDue");
        return inspected(false).complete("AssignCaseManager", "caseManager", theCase.someoneToManageTheCase());
    }

    @Override
    void atCompliance() {
        theCase.isAt("ConfirmReturnToCompliance");
    }

    /** Everything that waits for it is reported and inspected. */
    CaseWalk inspected(boolean abated) {
        while (!theCase.tasks("RecordAbatement").isEmpty()) {
            theCase.complete("RecordAbatement", "responseSummary", "All is abated");
        }
        while (!theCase.tasks("InspectAbatement").isEmpty()) {
            theCase.complete(
                    "InspectAbatement",
                    "violationAbated",
                    abated,
                    "inspectedOn",
                    theCase.inDays(0),
                    "inspectionNote",
                    "Seen on site");
        }
        return theCase;
    }

    /** The operator abates in time; the inspection sees it. */
    CaseWalk abated() {
        inspected(true);
        return confirmed().hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1);
    }

    CaseWalk confirmed() {
        return theCase.complete("ConfirmReturnToCompliance");
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
        assessed();
        return served("RECEIVED").isAt("RecordAssessedPayment");
    }

    CaseWalk served(String result) {
        return theCase.complete(
                "RecordService",
                "serviceResult",
                result,
                "servedOn",
                theCase.inDays(0),
                "serviceManner",
                "CERTIFIED_MAIL",
                "serviceReference",
                "9589 0710 0003");
    }

    /** What is assessed, in dollars. */
    abstract String amount();

    CaseWalk paid() {
        return theCase.complete("RecordAssessedPayment", "assessedPayment", "PAID", "paymentAmount", amount());
    }

    CaseWalk notPaid() {
        return theCase.fire("AssessedPaymentDue").complete("DecideOnUnpaidAssessment", "unpaidAssessment", "NOT_PAID");
    }

    CaseWalk closed() {
        return theCase.complete("CloseCase", "caseComplete", true);
    }

    @Test
    void theAssessmentThatIsPaidAndTheAbatementCloseTheCaseTogether() {
        noticeIssued();
        abated().isAt(reviewTask());
        served();
        theCase.hasPaper(DocumentKind.PROOF_OF_SERVICE, 1);
        assertThat(theCase.text(DocumentKind.PROOF_OF_SERVICE)).contains("Notice of penalty assessment");
        paid();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    abstract String reviewTask();

    @Test
    void theReturnToComplianceLetterSaysThatThePenaltyIsAssessedByNotice() {
        noticeIssued();
        abated();
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER))
                .contains("served upon you by a notice")
                .doesNotContain("offer to meet");
    }

    @Test
    void theNoticeOfAssessmentSaysWhenToPayAndToAppeal() {
        noticeIssued();
        abated();
        assessed();
        assertThat(theCase.text(DocumentKind.PENALTY_ASSESSMENT_NOTICE))
                .contains("within 60 days of the day on which this notice is served")
                .contains("an appeal be filed within the same time");
        served("REFUSED");
        assertThat(theCase.due("AssessedPaymentDue")).isEqualTo(theCase.today().plusDays(60));
    }

    @Test
    void aPenaltyLeftUnpaidIsReferredForCollection() {
        unpaid();
        closed().hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("for collection of the administrative")
                .contains("by notice of assessment")
                .doesNotContain("agreed upon");
        theCase.legalActionFiled().legalActionConcluded().ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void aPenaltyLeftUnpaidWhoseReferralIsDeclinedIsClosed() {
        unpaid();
        closed();
        referralDeclined();
        closed().ended(CaseStatus.CLOSED, "Closed");
    }

    private void unpaid() {
        noticeIssued();
        abated();
        served();
        notPaid();
    }

    @Test
    @Override
    void aReferralForComplianceThatIsDeclinedIsDecidedOn() {
        toTheCall().complete("CallOwner", "violationsCorrected", false);
        referralDeclined()
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "CALL_AGAIN")
                .complete("CallOwner", "violationsCorrected", false);
        referralDeclined()
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "REQUEST_AGAIN")
                .isAt("PrepareReferralRequest");
        referralDeclined()
                .complete(
                        "DecideAfterDeclinedComplianceReferral",
                        "afterDeclinedReferral",
                        "CLOSE",
                        "closureReason",
                        "The site is sold and closed")
                .isAt(reviewTask());
        served();
        paid();
        closed().ended(CaseStatus.CLOSED, "Closed");
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("The site is sold and closed"));
    }

    @Test
    @Override
    void legalActionForComplianceEndsTheCaseAsReferred() {
        toTheCall()
                .complete("CallOwner", "violationsCorrected", false)
                .legalActionFiled()
                .legalActionConcluded()
                .isAt(reviewTask());
        served();
        paid();
        closed().ended(CaseStatus.REFERRED, "LegalActionConcluded");
    }

    /** The new violation gets its notice. */
    abstract CaseWalk noticeForNewViolation();

    /** From the later notice to its worksheet. */
    abstract CaseWalk laterNoticeReviewed();

    /** A notice for a violation that is found after the first review has ended is assessed, and served. */
    void laterNoticeServed() {
        laterNoticeReviewed()
                .worksheets(worksheet)
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 2);
        assertThat(theCase.text(DocumentKind.PENALTY_ASSESSMENT_NOTICE))
                .contains("2. As the rule says, found later")
                .doesNotContain("1. As the rule says, section 2");
        served("REFUSED");
    }

    /** The first penalty is paid, and a violation is found. */
    abstract void firstPaidAndAnotherFound();

    @Test
    void aLaterNoticeIsAssessedForItsOwnViolationsAndTheCaseWaitsForIt() {
        firstPaidAndAnotherFound();
        laterNoticeServed();
        assertThat(theCase.seen("RecordAssessedPayment", "assessedAmount")).containsExactly(amount());
        paid();
        closed().ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void aLaterPenaltyLeftUnpaidIsReferredToo() {
        firstPaidAndAnotherFound();
        laterNoticeServed();
        notPaid();
        closed().hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1);
        referralDeclined();
        closed().ended(CaseStatus.CLOSED, "Closed");
    }
}
