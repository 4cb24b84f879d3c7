package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** The stories of air and solid waste, which differ in their letters and in what the penalty is asked for with. */
abstract class EscalationStories extends ProgramStories {

    private final String action;
    private final String immediately;
    private final int days;
    private final Object[] worksheet;
    private final Object[] calculation;

    /**
     * @param action one for which the table has days
     * @param days of the table
     * @param immediately one that the table asks for at once
     */
    EscalationStories(
            Program program, String action, int days, String immediately, Object[] worksheet, Object[] calculation) {
        super(program);
        this.action = action;
        this.days = days;
        this.immediately = immediately;
        this.worksheet = worksheet;
        this.calculation = calculation;
    }

    CaseWalk firstLetter(String letter) {
        return firstLetter(letter, action);
    }

    private CaseWalk firstLetter(String letter, String... actions) {
        return theCase.complete(
                "PrepareFirstLetter",
                "firstLetter",
                letter,
                "requiredActions",
                List.of(actions),
                "otherAction",
                List.of(actions).contains("OTHER") ? "Replace the burner" : null,
                letter.endsWith("NOTICE") || letter.startsWith("NOTICE") ? "remainingActions" : "actionsRequired",
                "Correct what was found");
    }

    @Override
    CaseWalk firstLetterSent() {
        open();
        firstLetter("LETTER_OF_WARNING");
        return theCase.complete("SetTimeLimit", "daysAllowed", days).hasPaper(DocumentKind.LETTER_OF_WARNING, 1);
    }

    @Override
    CaseWalk calledInVain() {
        return called("REFERRAL");
    }

    private CaseWalk called(String course) {
        return theCase.complete("CallOwner", "violationsCorrected", false, "enforcementCourse", course);
    }

    /** The penalty is asked for while the violations are not corrected. */
    private CaseWalk penaltyComesFirst() {
        toTheCall();
        return called("PENALTY").isAt("CompleteWorksheet");
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

    CaseWalk toTheNegotiation() {
        penaltyToAssess();
        return negotiationOpened();
    }

    /** From the worksheets to the negotiation. */
    abstract CaseWalk negotiationOpened();

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
    void anotherTimeThanTheTablesIsSetOnlyAfterDiscussionWithTheSection() {
        open();
        firstLetter("LETTER_OF_WARNING");
        assertThatThrownBy(() -> theCase.complete("SetTimeLimit", "daysAllowed", 60))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("discussedWith: the table says " + days + " days")
                .hasMessageContaining("timeLimitReason");
        theCase.complete(
                        "SetTimeLimit",
                        "daysAllowed",
                        60,
                        "discussedWith",
                        "The section chief",
                        "timeLimitReason",
                        "The part is built to order")
                .isAt("RecordResponse");
        assertThat(theCase.timeline())
                .anyMatch(entry -> entry.startsWith("The program was contacted: The section chief on "));
    }

    @Test
    void anActionThatTheTableDoesNotNameGetsATimeForAReason() {
        open();
        firstLetter("LETTER_OF_WARNING", "OTHER");
        assertThatThrownBy(() -> theCase.complete("SetTimeLimit", "daysAllowed", 20))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("timeLimitReason")
                .hasMessageNotContaining("discussedWith");
        theCase.complete("SetTimeLimit", "daysAllowed", 20, "timeLimitReason", "The burner has to be ordered");
        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains("Replace the burner: within 20 days, by the end of ")
                .contains(CaseWalk.inWords(theCase.today().plusDays(20)));
    }

    @Test
    void aTimeBeyondDayNinetyNeedsContactWithTheProgramAndOneBeyondDayHundredEightyAWrittenSchedule() {
        open();
        firstLetter("LETTER_OF_WARNING", "OTHER");
        String day90 = CaseWalk.inWords(theCase.today().plusDays(90));
        String day180 = CaseWalk.inWords(theCase.today().plusDays(180));
        assertThat(theCase.seen("SetTimeLimit", "timeLimitWords").get(0).toString())
                .contains(day90, day180);
        theCase.complete("SetTimeLimit", "daysAllowed", 90, "timeLimitReason", "A part is built to order");
        assertThat(theCase.due("ResponseDue")).isEqualTo(theCase.today().plusDays(90));

        open();
        firstLetter("LETTER_OF_WARNING", "OTHER");
        assertThatThrownBy(() -> theCase.complete(
                        "SetTimeLimit", "daysAllowed", 91, "timeLimitReason", "A part is built to order"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("discussedWith: the time ends after day 90")
                .hasMessageNotContaining("writtenSchedule");
        assertThatThrownBy(() -> theCase.complete(
                        "SetTimeLimit",
                        "daysAllowed",
                        181,
                        "discussedWith",
                        "The section chief",
                        "timeLimitReason",
                        "A part is built to order"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("writtenSchedule: the time ends after day 180")
                .hasMessageContaining(day180);
        theCase.complete(
                        "SetTimeLimit",
                        "daysAllowed",
                        181,
                        "discussedWith",
                        "The section chief",
                        "timeLimitReason",
                        "A part is built to order",
                        "writtenSchedule",
                        true)
                .isAt("RecordResponse");
    }

    @Test
    void eachKindOfActionHasATimeOfItsOwnAndTheResponseIsDueWithTheLongest() {
        open();
        firstLetter("LETTER_OF_WARNING", immediately, action);
        theCase.complete("SetTimeLimit", "daysAllowed", days)
                .complete("SetTimeLimit", "daysAllowed", 0)
                .isAt("RecordResponse");
        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains(": at once")
                .contains(": within " + days + " days, by the end of ");
        assertThat(theCase.due("ResponseDue")).isEqualTo(theCase.today().plusDays(days));
    }

    @Test
    void whatIsToBeDoneAtOnceLeavesTimeToRespond() {
        open();
        firstLetter("LETTER_OF_WARNING", immediately);
        theCase.complete("SetTimeLimit", "daysAllowed", 0);
        assertThat(theCase.due("ResponseDue")).isEqualTo(theCase.today().plusDays(10));
    }

    @Test
    void theDaysToRespondMayBeSetOnTheirOwn() {
        open();
        theCase.complete(
                        "PrepareFirstLetter",
                        "firstLetter",
                        "LETTER_OF_WARNING",
                        "requiredActions",
                        List.of(immediately),
                        "actionsRequired",
                        "Stop it",
                        "daysToRespond",
                        21)
                .complete("SetTimeLimit", "daysAllowed", 0);
        assertThat(theCase.due("ResponseDue")).isEqualTo(theCase.today().plusDays(21));
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
    void aLateAnswerToTheNoticeIsRecordedWhileTheCaseManagerCalls() {
        toTheCall()
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponseToNotice", "responseSummary", "It is being repaired")
                .isAt("CallOwner");
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
        settled().ended(CaseStatus.SETTLED, "Settled");
    }

    private CaseWalk settled() {
        return theCase.complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .complete("RecordPayment", "paymentAmount", "1000.00", "paidAndTermsMet", true);
    }

    @Test
    void newFactsInTheNegotiationAreAssessedAgain() {
        toTheNegotiation()
                .complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS")
                .isAt("CompleteCalculation");
    }

    @Test
    void aPenaltyIsSettledWithTheCorrectiveActionsBeforeTheViolationsAreCorrected() {
        penaltyComesFirst();
        negotiationOpened().agreed().settlementApproved();
        settled()
                .complete("CheckCompliance", "violationsCorrected", true)
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.SETTLED, "Settled");
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER)).contains("is not evaluating penalties");
    }

    @Test
    void whereTheCorrectiveActionsAreNotTakenTheSettledCaseIsReferredForCompliance() {
        penaltyComesFirst();
        negotiationOpened().agreed().settlementApproved();
        settled().complete("CheckCompliance", "violationsCorrected", false).isAt("PrepareReferralRequest");
        assertThat(theCase.seen("PrepareReferralRequest", "purpose")).containsExactly("COMPLIANCE");
    }

    @Test
    void aPenaltyThatIsNotAgreedOnWhileViolationsAreOpenIsReferredForComplianceAndPenalties() {
        penaltyComesFirst();
        negotiationOpened().complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
        assertThat(theCase.seen("PrepareReferralRequest", "purpose")).containsExactly("COMPLIANCE_AND_PENALTIES");
        theCase.raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .isAt("PrepareReferralRequest");
    }

    @Test
    void complianceWhileThePenaltyIsWorkedOnIsAnsweredAndThePenaltyGoesOn() {
        penaltyComesFirst()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .isAt("CompleteWorksheet");
        negotiationOpened().agreed().settlementApproved();
        settled().ended(CaseStatus.SETTLED, "Settled");
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
