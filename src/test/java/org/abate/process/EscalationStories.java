package org.abate.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** The stories of air and solid waste, which differ in their letters and in what the penalty is asked for with. */
abstract class EscalationStories extends ProgramStories {

    private final String action;
    private final int days;
    private final Object[] worksheet;
    private final Object[] calculation;

    EscalationStories(Program program, String action, int days, Object[] worksheet, Object[] calculation) {
        super(program);
        this.action = action;
        this.days = days;
        this.worksheet = worksheet;
        this.calculation = calculation;
    }

    CaseWalk firstLetter(String letter, boolean severalMedia) {
        return theCase.complete(
                "PrepareFirstLetter",
                "firstLetter",
                letter,
                "requiredAction",
                action,
                letter.endsWith("NOTICE") || letter.startsWith("NOTICE") ? "remainingActions" : "actionsRequired",
                "Correct what was found",
                "severalMedia",
                severalMedia);
    }

    @Override
    CaseWalk firstLetterSent() {
        open();
        firstLetter("LETTER_OF_WARNING", false);
        return theCase.complete("SetTimeLimit", "daysAllowed", days).hasPaper(DocumentKind.LETTER_OF_WARNING, 1);
    }

    CaseWalk enforcementNeeded() {
        firstLetterSent().fire("ResponseDue");
        return persuasion("FORMAL").isAt("ForwardEnforcementActionRequest");
    }

    CaseWalk noticeToPrepare() {
        return enforcementNeeded()
                .complete("ForwardEnforcementActionRequest", "itemsInQuestion", "All of it")
                .hasPaper(DocumentKind.ENFORCEMENT_ACTION_REQUEST, 1)
                .complete("AssignCaseManager", "caseManager", theCase.someoneToManageTheCase());
    }

    @Override
    CaseWalk toTheCall() {
        return noticeToPrepare()
                .complete("PrepareNoticeOfViolation", "remainingActions", "All of it")
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .fire("ResponseToNoticeDue")
                .isAt("CallOwner");
    }

    @Override
    void atCompliance() {
        theCase.isAt("EvaluateWhetherPenaltiesApply");
    }

    CaseWalk penaltyToAssess() {
        toTheCall().complete("CallOwner", "violationsCorrected", true);
        return theCase.complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true);
    }

    CaseWalk penaltyApproved() {
        return theCase.worksheets(worksheet)
                .complete("CompleteCalculation", calculation)
                .approve("ApprovePenalty", "penaltyApproved");
    }

    /** The penalty is asked for and negotiated. */
    abstract CaseWalk toTheNegotiation();

    @Test
    void anAnswerThatShowsTheCorrectionReturnsToComplianceWithoutPenalties() {
        firstLetterSent()
                .complete("RecordResponse", "responseSummary", "All is corrected")
                .complete("EvaluateResponse", "violationsCorrected", true)
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void otherProgramsAreConsultedWhereSeveralMediaAreConcerned() {
        open();
        firstLetter("LETTER_OF_WARNING", true);
        theCase.complete(
                        "ConsultOtherPrograms",
                        "consultedPrograms",
                        "Water Protection Program",
                        "consultationNote",
                        "The other program takes the samples")
                .isAt("SetTimeLimit");
    }

    @Test
    void anotherTimeThanTheTablesIsSetOnlyAfterDiscussionWithTheSection() {
        open();
        firstLetter("LETTER_OF_WARNING", false);
        assertThatThrownBy(() -> theCase.complete("SetTimeLimit", "daysAllowed", 200))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("discussedWith: the table says " + days + " days")
                .hasMessageContaining("timeLimitReason");
        theCase.complete(
                        "SetTimeLimit",
                        "daysAllowed",
                        200,
                        "discussedWith",
                        "The section chief",
                        "timeLimitReason",
                        "The part is built to order")
                .isAt("RecordResponse");
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
    void aWrittenScheduleThatIsMissedLeadsToFormalEnforcement() {
        schedule().complete("RecordMilestone", "milestoneResult", "MISSED").isAt("ForwardEnforcementActionRequest");
    }

    private CaseWalk schedule() {
        firstLetterSent().fire("ResponseDue");
        return persuasion("SCHEDULE").complete("EnterMilestones", "milestones", theCase.inDays(40) + " Repair it");
    }

    @Test
    void anAnswerToTheNoticeIsRecordedBeforeTheCall() {
        noticeToPrepare()
                .complete("PrepareNoticeOfViolation", "remainingActions", "All of it")
                .complete("RecordResponseToNotice", "responseSummary", "It is being repaired")
                .isAt("CallOwner");
    }

    @Test
    void aNewViolationGetsItsOwnLetterAndFollowUp() {
        firstLetterSent()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 2)
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .isAt("RecordResponse");
    }

    @Test
    void aPenaltyThatManagementDropsClosesTheCase() {
        penaltyToAssess();
        theCase.worksheets(worksheet)
                .complete("CompleteCalculation", calculation)
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty")
                .ended(CaseStatus.CLOSED, "NoPenalty");
    }

    @Test
    void aPenaltyIsWorkedOutByACaseManagerWhereNoneIsAssignedYet() {
        firstLetterSent()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", theCase.someoneToManageTheCase())
                .isAt("CompleteWorksheet");
    }

    @Test
    void anAgreedPenaltyThatIsPaidSettlesTheCase() {
        toTheNegotiation().agreed().settlementApproved();
        theCase.complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .complete("RecordPayment", "paymentAmount", "1000.00", "paidAndTermsMet", true)
                .ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void newFactsInTheNegotiationAreAssessedAgain() {
        toTheNegotiation()
                .complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS")
                .isAt("CompleteCalculation");
    }

    @Test
    void aPenaltyThatIsNotAgreedOnIsReferred() {
        referralForPenalties()
                .hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void aReferralForPenaltiesThatIsDeclinedIsNegotiatedAgainOrClosed() {
        referralForPenalties();
        referralDeclined().complete("DecideAfterDeclinedReferral", "negotiateAgain", true);
        negotiatedAgain().complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
        referralDeclined()
                .complete("DecideAfterDeclinedReferral", "negotiateAgain", false, "closureReason", "The firm is gone")
                .ended(CaseStatus.CLOSED, "ClosedWithoutPenalty");
    }

    /** From the decision to negotiate again to the negotiation. */
    CaseWalk negotiatedAgain() {
        return theCase;
    }

    @Test
    void agreementReachedWhileReferralIsPursuedIsSettled() {
        referralForPenalties().raise(CaseEvent.AGREEMENT_REACHED, null).isAt("NegotiatePenalty");
    }

    private CaseWalk referralForPenalties() {
        return toTheNegotiation().complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
    }
}
