package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.abate.casefile.TimelineEntry;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The tank ladder, outcome by outcome (Manual 3.3 Tanks, 8.3). Together the stories pass every node and every flow of
 * the ladder, of its schedule and of its new violations; a node or flow that none of them passes fails the build. The
 * blocks of penalties and referrals have stories of their own: {@link PenaltyBlocksTest}, {@link ReferralTest}.
 */
@StoriesOf({"tank-enforcement", "compliance-schedule"})
class TankEnforcementTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private int tanksFound;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void theLetterOfWarningListsTheActionsRequiredAndTheOneForANewViolationItsOwn() {
        theCase.openAsking("Install release detection\nReplace the spill bucket");
        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains("Install release detection", "Replace the spill bucket")
                .doesNotContain("Correct violation");

        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation());
        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains("Correct violation 3")
                .doesNotContain("Install release detection");
    }

    @Test
    void anAdequateResponseReturnsToComplianceWithoutPenalties() {
        theCase.open()
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 1)
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "ADEQUATE")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void anUncertainPartyGetsALetterOfInquiryAndIsIdentifiedBeforeAnythingGoesFurther() {
        theCase.open(false, true)
                .hasPaper(DocumentKind.LETTER_OF_INQUIRY, 1)
                .fire("ResponseToLetterDue")
                .complete(
                        "IdentifyResponsibleParty",
                        "responsiblePartyName",
                        "Maple Oil Co.",
                        "responsiblePartyAddress",
                        "PO Box 2, Rolla, MO 65402")
                .isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aPartyThatIsStillUnknownIsIdentifiedBeforeTheReturnToComplianceLetter() {
        theCase.open(false, true)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasPaper(DocumentKind.LETTER_OF_INQUIRY, 2)
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .complete(
                        "IdentifyPartyReturnedToCompliance",
                        "responsiblePartyName",
                        "Maple Oil Co.",
                        "responsiblePartyAddress",
                        "PO Box 2, Rolla, MO 65402")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .hasPaper(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void aViolationThatMayNoLongerOccurGetsALetterOfInquiry() {
        theCase.open(true, false)
                .hasPaper(DocumentKind.LETTER_OF_INQUIRY, 1)
                .complete("RecordResponseToLetter")
                .isAt("EvaluateResponseToLetter");
    }

    @Test
    void anAcceptedScheduleIsTrackedAndExtendedOnlyInWriting() {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "SCHEDULE")
                .complete("ReviewComplianceSchedule", "scheduleAccepted", true)
                .hasPaper(DocumentKind.SCHEDULE_DECISION_LETTER, 1)
                .complete("EnterMilestones", "milestones", theCase.inDays(30) + " Replace the spill bucket")
                .hasPaper(DocumentKind.COMPLIANCE_SCHEDULE, 1)
                .complete(
                        "RecordMilestone",
                        "milestoneResult",
                        "EXTENSION_REQUESTED",
                        "extensionRequest",
                        "Parts are late")
                .complete(
                        "DecideOnExtension",
                        "extensionGranted",
                        true,
                        "newDueDate",
                        theCase.inDays(60),
                        "extensionReason",
                        "The supplier confirms the delay")
                .hasPaper(DocumentKind.EXTENSION_DECISION, 1)
                .complete("RecordMilestone", "milestoneResult", "MET")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void aScheduleThatWasDecidedBeforeIsTrackedAsItWasDecided() {
        String number = blocks.opened(Program.TANKS, 10);
        blocks.start(
                        "compliance-schedule",
                        number,
                        "scheduleDecided",
                        true,
                        "milestones",
                        new ArrayList<>(List.of(theCase.inDays(30) + " Replace the spill bucket")))
                .hasPaper(DocumentKind.COMPLIANCE_SCHEDULE, 0)
                .complete("RecordMilestone", "milestoneResult", "MET");
        blocks.ended(number, "compliance-schedule", "ScheduleMet", "met");
    }

    /** Of a variance, whose schedule goes on after a finding; interpretations P15, VE10. */
    @Test
    void aRequestForMoreTimeThatNobodyAnsweredIsRefusedInWritingAsItsStepIsMissed() {
        LocalDate today = theCase.today();
        blocks.start(
                        "grant-in-effect",
                        blocks.opened(Matter.VARIANCE, "MO8000059", 800),
                        "milestones",
                        new ArrayList<>(List.of(today.plusDays(40) + " Arrange", today.plusDays(400) + " Connect")))
                .complete(
                        "RecordMilestone",
                        "milestoneResult",
                        "EXTENSION_REQUESTED",
                        "extensionRequest",
                        "The contractor is late",
                        "requestedOn",
                        today.toString())
                .complete("RecordFinding", "grantFinding", "FAILURE", "findingNote", "No samples")
                .daysLater(41)
                .complete("DecideOnTermination", "terminationDecision", "CONTINUE", "terminationReason", "Once only")
                .runDueTimers();
        theCase.isAt("CheckMilestone")
                .hasPaper(DocumentKind.EXTENSION_DECISION, 0)
                .fire("MilestoneUnchecked")
                .hasPaper(DocumentKind.EXTENSION_DECISION, 1)
                .isAt("DecideOnTermination");
        assertThat(theCase.text(DocumentKind.EXTENSION_DECISION))
                .contains("Arrange", "has not granted", "requested in writing on " + CaseWalk.inWords(today))
                .contains("The request was not approved in writing");
    }

    @Test
    void aRejectedScheduleGoesOnAsInadequate() {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "SCHEDULE")
                .complete("ReviewComplianceSchedule", "scheduleAccepted", false)
                .hasPaper(DocumentKind.SCHEDULE_DECISION_LETTER, 1)
                .isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aMilestoneRecordedAsMissedGoesOnAsInadequate() {
        schedule().complete("RecordMilestone", "milestoneResult", "MISSED").isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aMilestoneWhoseDayPassesIsCheckedAndIfMissedGoesOnAsInadequate() {
        schedule()
                .fire("MilestoneDue")
                .complete("CheckMilestone", "milestoneResult", "MISSED")
                .isAt("PrepareNoticeOfViolation");
    }

    @Test
    void eachMilestoneKeepsItsOwnAnswers() {
        schedule(theCase.inDays(30) + " Replace the spill bucket\n" + theCase.inDays(50) + " Test the line");
        extensionRequested("Parts are late").complete("RecordMilestone", "milestoneResult", "MET");
        assertThat(theCase.seen("DecideOnExtension", "milestoneResult")).containsExactly("EXTENSION_REQUESTED");
        assertThat(theCase.seen("DecideOnExtension", "extensionRequest")).containsExactly("Parts are late");
    }

    /** Interpretation P15: what breaks the schedule off leaves no written request without a written answer. */
    @Test
    void aRequestForAnotherStepIsRefusedInWritingAsTheScheduleBreaksOff() {
        schedule(theCase.inDays(30) + " Replace the spill bucket\n" + theCase.inDays(50) + " Test the line\n"
                + theCase.inDays(60) + " Register the tank");
        extensionRequested("Parts are late");
        extensionRequested("The tester is ill");
        theCase.complete("DecideOnExtension", "extensionGranted", false, "extensionReason", "There is time enough");
        Object undecided = theCase.seen("DecideOnExtension", "milestone").get(0);
        theCase.hasPaper(DocumentKind.EXTENSION_DECISION, 1);

        theCase.complete("RecordMilestone", "milestoneResult", "MISSED")
                .isAt("PrepareNoticeOfViolation")
                .hasPaper(DocumentKind.EXTENSION_DECISION, 2);
        assertThat(theCase.text(DocumentKind.EXTENSION_DECISION))
                .contains(Milestone.parse(undecided.toString()).action())
                .contains("has not granted", "Another step of the schedule was missed");
    }

    @Test
    void anExtensionMovesTheDateOn() {
        schedule();
        extensionRequested("Parts are late");

        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnExtension",
                        "extensionGranted",
                        true,
                        "newDueDate",
                        theCase.inDays(20),
                        "extensionReason",
                        "The supplier confirms the delay"))
                .hasMessageContaining("an extension moves the date on");
    }

    @Test
    void anExtensionNobodyDecidesOnIsRefusedInWritingAndTheDateStands() {
        schedule();
        extensionRequested("Parts are late")
                .fire("ExtensionUndecided")
                .isAt("RecordMilestone")
                .hasSent(DocumentKind.EXTENSION_DECISION, 1);
        assertThat(theCase.text(DocumentKind.EXTENSION_DECISION))
                .contains("has not granted", "not approved in writing within ten days");
    }

    @Test
    void aMilestoneMetWhileTheDecisionWasOpenIsMet() {
        deniedTooLate();
        assertThatThrownBy(() -> theCase.complete("CheckMilestone", "milestoneResult", "MET"))
                .hasMessageContaining("metOn");
        assertThatThrownBy(() -> theCase.complete(
                        "CheckMilestone",
                        "milestoneResult",
                        "MET",
                        "metOn",
                        theCase.today().minusDays(9).toString()))
                .hasMessageContaining("is after the date of the milestone");
        LocalDate met = theCase.today().minusDays(10);
        theCase.complete(
                        "CheckMilestone",
                        "milestoneResult",
                        "MET",
                        "metOn",
                        met.toString(),
                        "metEvidence",
                        "Photographs of the bucket")
                .isAt("EvaluateWhetherPenaltiesApply");
        assertThat(theCase.timeline())
                .anyMatch(text -> text.contains("Replace the spill bucket: met on " + RequestWords.date(met))
                        && text.contains("Photographs of the bucket"));
    }

    @Test
    void aMilestoneStillNotMetWhenTheExtensionIsDeniedGoesOnAsInadequate() {
        deniedTooLate().complete("CheckMilestone", "milestoneResult", "MISSED").isAt("PrepareNoticeOfViolation");
    }

    @Test
    void aMilestoneNobodyChecksGoesOnAsInadequate() {
        deniedTooLate().fire("MilestoneUnchecked").isAt("PrepareNoticeOfViolation");
    }

    private CaseWalk deniedTooLate() {
        schedule();
        return extensionRequested("Parts are late")
                .daysLater(40)
                .complete("DecideOnExtension", "extensionGranted", false, "extensionReason", "Nothing unusual")
                .fire("MilestoneDue");
    }

    private CaseWalk extensionRequested(String request) {
        return theCase.complete(
                "RecordMilestone", "milestoneResult", "EXTENSION_REQUESTED", "extensionRequest", request);
    }

    private CaseWalk schedule() {
        return schedule(theCase.inDays(30) + " Replace the spill bucket");
    }

    CaseWalk schedule(String milestones) {
        return theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "SCHEDULE")
                .complete("ReviewComplianceSchedule", "scheduleAccepted", true)
                .complete("EnterMilestones", "milestones", milestones);
    }

    @Test
    void anIncompleteResponseLeadsToANoticeOfViolationAndAnAdequateOneToThatToCompliance() {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "INADEQUATE")
                .complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection")
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "ADEQUATE")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void anInadequateResponseToTheNoticeGoesToTheSectionChief() {
        theCase.open()
                .noticeSent()
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "INADEQUATE")
                .complete("ForwardEnforcementActionRequest", "itemsInQuestion", "Financial responsibility")
                .hasPaper(DocumentKind.ENFORCEMENT_ACTION_REQUEST, 1)
                .isAt("AssignCaseManager");
    }

    @Test
    void responsesThatComeInLateAreRecordedWhileTheNextStepIsPrepared() {
        theCase.open()
                .fire("ResponseToLetterDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponseToLetter", "responseSummary", "The bucket is ordered")
                .complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection")
                .fire("ResponseToNoticeDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponseToNotice")
                .isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void aForgottenRecordOfALateResponseDoesNotHoldUpCompliance() {
        theCase.open()
                .fire("ResponseToLetterDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection")
                .isAt("RecordLateResponseToLetter")
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "ADEQUATE")
                .isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void correctedViolationsLeadThroughPenaltyAndSettlementToTheClosedCase() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .hasPaper(DocumentKind.PENALTY_WORKSHEET, 1)
                .hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 1);
        assertThat(theCase.text(DocumentKind.PENALTY_WORKSHEET)).contains("CONFIDENTIAL: Work Product Privileged");
        theCase.agreed()
                .complete("DraftSettlementAgreement", "complianceTerms", "Keep release detection records")
                .complete("ApproveSettlement", "settlementApproved", false, "rejectionReason", "Name the records")
                .complete("DraftSettlementAgreement", "negotiateAgain", true)
                .agreed()
                .settlementApproved()
                .hasPaper(DocumentKind.AGO_ASSISTANCE_REQUEST, 3)
                .hasSent(DocumentKind.AGO_ASSISTANCE_REQUEST, 1)
                .complete("FinalizeAgreement", "agreementSigned", false)
                .agreed()
                .settlementApproved()
                .hasSent(DocumentKind.AGO_ASSISTANCE_REQUEST, 2)
                .hasSent(DocumentKind.SETTLEMENT_AGREEMENT, 0)
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .complete(
                        "RecordPayment",
                        "paymentAmount",
                        "500.00",
                        "paidAndTermsMet",
                        false,
                        "nextPaymentDueOn",
                        theCase.inDays(60))
                .complete("RecordPayment", "paymentAmount", "500.00", "paidAndTermsMet", true)
                .ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void aRejectedPenaltyGoesBackWithOnlyWhatWasRejected() {
        theCase.open().penaltyToWorkOut().worksheets().complete("CompleteCalculation");
        theCase.complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Two tanks only")
                .complete("RevisePenalty", "worksheetsToRedo", "2");
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(1);
        theCase.worksheets().complete("CompleteCalculation");
        assertThat(theCase.seen("ApprovePenalty", "penaltyApproved")).containsOnlyNulls();
        theCase.approve("ApprovePenalty", "penaltyApproved").isAt("NegotiatePenalty");
    }

    @Test
    void aPenaltyThatManagementDoesNotWantIsDroppedWithTheReason() {
        theCase.open()
                .penaltyToWorkOut()
                .worksheets()
                .complete("CompleteCalculation")
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Not worth pursuing")
                .complete("RevisePenalty", "noPenalty", true, "closureReason", "Management approves no penalty")
                .hasSent(DocumentKind.DECISION_NOTICE, 1)
                .ended(CaseStatus.CLOSED, "NoPenalty");
    }

    @Test
    void aWorksheetIsRedoneOnNewFactsBeforeTheCalculation() {
        theCase.open().penaltyToWorkOut().worksheets().complete("CompleteCalculation", "worksheetsToRedo", "1");
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(1);
    }

    @Test
    void aViolationFoundDuringTheApprovalIsNotForgotten() {
        theCase.open().penaltyToWorkOut().worksheets().complete("CompleteCalculation");
        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Found at the visit", newViolation())
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("RevisePenalty");
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(1);
    }

    @Test
    void whatIsLeftEmptyClearsWhatWasAnsweredBeforeAndWhatIsHiddenCountsForNothing() {
        theCase.open()
                .penaltyToWorkOut()
                .worksheets()
                .complete(
                        "CompleteCalculation",
                        "abilityToPayAmount",
                        "100.00",
                        "abilityToPayReason",
                        "Tax returns",
                        "worksheetsToRedo",
                        "1")
                .worksheets()
                .complete("CompleteCalculation")
                .complete("ApprovePenalty", "penaltyApproved", true, "rejectionReason", "Hidden when approved");
        assertThat(theCase.seen("ApprovePenalty", "abilityToPayAmount")).containsOnlyNulls();
        assertThat(theCase.seen("ApprovePenalty", "rejectionReason")).containsOnlyNulls();
    }

    @Test
    void newFactsInTheNegotiationChangeTheCalculation() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS")
                .isAt("CompleteCalculation");
    }

    @Test
    void aViolationFoundDuringTheSettlementIsAssessedBeforeItIsSettled() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Found at the visit", newViolation())
                .agreed()
                .worksheets()
                .penaltyApproved()
                .hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 2)
                .agreed()
                .complete("DraftSettlementAgreement", "complianceTerms", "Keep release detection records")
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "And another", newViolation())
                .approve("ApproveSettlement", "settlementApproved");
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(1);
    }

    @Test
    void uncorrectedViolationsAreReferredForComplianceAndPenalties() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false)
                .hasPaper(DocumentKind.REFERRAL_REQUEST, 0)
                .legalActionFiled()
                .hasSent(DocumentKind.REFERRAL_REQUEST, 1)
                .isAt("RecordStageOfLegalAction")
                .hasStatus(CaseStatus.REFERRED)
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
        assertThat(theCase.timeline())
                .containsSubsequence(
                        "Referred to the Attorney General",
                        "Payment of $1,500.00 on " + CaseWalk.inWords(theCase.today()) + ", CHECK",
                        "Legal action. Outcome: Consent judgment",
                        "Legal action concluded on " + CaseWalk.inWords(theCase.today()));
    }

    @Test
    void aReferredCaseStaysInWorkAndNoLongerEndsByCompliance() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false)
                .legalActionFiled();
        assertThatThrownBy(() -> theCase.raise(CaseEvent.RETURNED_TO_COMPLIANCE, "All corrected"))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("does not take \"Returned to compliance\" now")
                .hasMessageContaining("Record stage of legal action");

        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .raise(CaseEvent.CASE_WITHDRAWN, "The tank belongs to another site")
                .hasPaper(DocumentKind.WITHDRAWAL_NOTICE, 1)
                .ended(CaseStatus.WITHDRAWN, "CaseWithdrawnEnd");
    }

    @Test
    void whatIsDecidedStandsInTheRecordAndWhatTellsThePenaltyIsConfidential() {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete(
                        "EvaluateResponseToLetter",
                        "responseToLetter",
                        "INADEQUATE",
                        "evaluationNote",
                        "Tank 2 is not spoken of")
                .complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection")
                .complete("RecordResponseToNotice")
                .complete("EvaluateResponseToNotice", "responseToNotice", "ADEQUATE")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", "tanks-enforcement")
                .worksheets()
                .complete("CompleteCalculation")
                .complete("ApprovePenalty", "penaltyApproved", true)
                .complete("ApprovePenalty", "penaltyApproved", false, "rejectionReason", "Two tanks only");

        assertThat(theCase.decisions())
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "Evaluate response to letter (tanks-staff): None or incomplete. Tank 2 is not spoken of",
                        "Evaluate response to notice (tanks-staff): Adequate: every violation is corrected",
                        "Evaluate whether penalties apply (tanks-enforcement, tanks-staff): Yes",
                        "Approve penalty (hazardous-waste-chief): Approve, " + theCase.penalty(),
                        "Approve penalty (hazardous-waste-director): Reject, " + theCase.penalty()
                                + ". Two tanks only");
        assertThat(theCase.decisions())
                .extracting(TimelineEntry::confidential)
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void aRequestForAnExtensionIsFiledAsItCameIn() {
        schedule();
        extensionRequested("Parts are late.\nWe ask for six weeks.").hasPaper(DocumentKind.OTHER, 1);

        assertThat(theCase.text(DocumentKind.OTHER))
                .contains("Request for an extension", "Replace the spill bucket")
                .contains("Parts are late. We ask for six weeks.")
                .contains("dated " + CaseWalk.inWords(theCase.today()));
    }

    @Test
    void aReferralThatIsRejectedPutOffOrDeclinedGoesOn() {
        theCase.open().ownerToCall().complete("CallOwner", "violationsCorrected", false);
        theCase.complete("PrepareReferralRequest", "summary", "Injunction")
                .complete("ApproveReferral", "referralApproved", false, "rejectionReason", "Add the call records")
                .referralApproved()
                .hasSent(DocumentKind.REFERRAL_REQUEST, 0)
                .complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(30));
        assertThat(theCase.text(DocumentKind.REFERRAL_REQUEST))
                .contains(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US)
                        .format(LocalDate.parse(theCase.inDays(30))));
        theCase.complete("RecordCommissionDecision", "commissionDecision", "PUT_OFF")
                .complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(60))
                .complete("RecordCommissionDecision", "commissionDecision", "NOT_REFERRED")
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "REQUEST_AGAIN")
                .referralApproved()
                .referredByCommission()
                .complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", false)
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "CALL_OWNER")
                .isAt("CallOwner");
    }

    @Test
    void aReferralRequestThatIsRejectedForGoodIsWithdrawn() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false)
                .complete("PrepareReferralRequest", "summary", "Injunction")
                .complete("ApproveReferral", "referralApproved", false, "rejectionReason", "The fees were paid")
                .complete("PrepareReferralRequest", "requestWithdrawn", true)
                .hasSent(DocumentKind.REFERRAL_REQUEST, 0)
                .complete(
                        "DecideAfterDeclinedComplianceReferral",
                        "afterDeclinedReferral",
                        "CLOSE",
                        "closureReason",
                        "The site was sold to the county")
                .ended(CaseStatus.CLOSED, "ClosedWithoutCompliance");
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("The site was sold to the county"));
    }

    @Test
    void complianceDuringTheReferralLeadsToThePenalty() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false)
                .isAt("PrepareReferralRequest")
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "All corrected")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .isAt("CompleteWorksheet");
    }

    @Test
    void aCaseThatReachesPenaltiesEarlyGetsItsCaseManagerFirst() {
        theCase.open()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, null)
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", "tanks-enforcement")
                .isAt("CompleteWorksheet");
    }

    @Test
    void noAgreementLeadsToTheReferralForPenaltiesWithTheReviewBoard() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .complete("PrepareReferralRequest", "summary", "Penalties")
                .approve("ApproveReferral", "referralApproved")
                .complete("ReviewReferral", "reviewBoardApproved", false, "rejectionReason", "Not yet")
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void agreementDuringTheReferralLeadsBackToTheSettlementWithoutAnotherLetter() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .raise(CaseEvent.AGREEMENT_REACHED, "Agreed by telephone")
                .hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 1)
                .agreed()
                .isAt("DraftSettlementAgreement");
    }

    @Test
    void anAgreementThatCameToNothingSparesNoLaterPenaltyItsLetter() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .raise(CaseEvent.AGREEMENT_REACHED, "Agreed by telephone")
                .complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS")
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 2);
    }

    @Test
    void aDeclinedReferralForPenaltiesIsNegotiatedAgainOrClosed() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .referralApproved()
                .complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(30))
                .complete("RecordCommissionDecision", "commissionDecision", "NOT_REFERRED")
                .complete("DecideAfterDeclinedReferral", "negotiateAgain", true)
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .referralApproved()
                .referredByCommission()
                .complete("RecordAttorneyGeneralDecision", "attorneyGeneralAccepts", false)
                .complete("DecideAfterDeclinedReferral", "negotiateAgain", false, "closureReason", "Not pursued")
                .hasSent(DocumentKind.DECISION_NOTICE, 1)
                .ended(CaseStatus.CLOSED, "ClosedWithoutPenalty");
    }

    @Test
    void aPenaltyThatIsNotPaidIsReferred() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .agreed()
                .settlementApproved()
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "MORE_TIME", "nextPaymentDueOn", theCase.inDays(60))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "NOT_PAID")
                .hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .isAt("PrepareReferralRequest");
    }

    @Test
    void anOverduePaymentThatCameInSettlesTheCaseOnceAllIsOnRecord() {
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .agreed()
                .settlementApproved()
                .complete("FinalizeAgreement", "agreementSigned", true, "paymentDueOn", theCase.inDays(30))
                .fire("PaymentDue")
                .complete("CheckOverduePayment", "overduePayment", "PAID");
        assertThatThrownBy(() ->
                        theCase.complete("RecordOverduePayment", "paymentAmount", "900.00", "paidAndTermsMet", true))
                .hasMessageContaining("of $1000.00 to be paid, $900.00 is on record");

        theCase.complete("RecordOverduePayment", "paymentAmount", "1000.00", "paidAndTermsMet", true)
                .ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void aCaseIsWithdrawnWithItsReasonAtAnyTime() {
        theCase.open()
                .penaltyToWorkOut()
                .raise(CaseEvent.CASE_WITHDRAWN, "The tank belongs to another site")
                .hasPaper(DocumentKind.WITHDRAWAL_NOTICE, 1)
                .ended(CaseStatus.WITHDRAWN, "CaseWithdrawnEnd");
    }

    @Test
    void aNewViolationGetsItsOwnLetterAndItsWorksheet() {
        theCase.open()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 2)
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "And another", newViolation())
                .complete("RecordResponseForNewViolation", "newViolationCorrected", false)
                .complete("DecideOnNewViolation", "newViolationDecision", "GOES_ALONG", "newViolationNote", "Same tank")
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "And one more", newViolation())
                .fire("ResponseForNewViolationDue")
                .penaltyToWorkOut();
        assertThat(theCase.tasks("CompleteWorksheet")).hasSize(5);
    }

    @Test
    void aNewViolationThatIsNotCorrectedGetsItsOwnNoticeOfViolation() {
        theCase.open()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .fire("ResponseForNewViolationDue")
                .complete(
                        "DecideOnNewViolation",
                        "newViolationDecision",
                        "NOTICE",
                        "remainingActions",
                        "Protect the tank")
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .complete("RecordResponseToNoticeForNewViolation")
                .complete(
                        "DecideOnNewViolation",
                        "newViolationDecision",
                        "NOTICE",
                        "remainingActions",
                        "Send the report");
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION))
                .contains("Send the report", "10 CSR 26-2.034(1)")
                .doesNotContain("10 CSR 26-2.040(1)");
        theCase.fire("ResponseToNoticeForNewViolationDue")
                .complete("DecideOnNewViolation", "newViolationDecision", "CORRECTED");
        assertThat(theCase.corrected()).containsExactly(3);
    }

    @Test
    void aNoticeOfViolationForANewViolationNeedsAKnownParty() {
        theCase.open(false, true)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .complete("RecordResponseForNewViolation", "newViolationCorrected", false);

        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnNewViolation",
                        "newViolationDecision",
                        "NOTICE",
                        "remainingActions",
                        "Protect the tank"))
                .hasMessageContaining("identify the responsible party first");
    }

    @Test
    void theTanksSectionIsToldHoweverComplianceComesAboutAndOfEachNewViolation() {
        theCase.open()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "All corrected")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true);
        assertThat(theCase.timeline())
                .anyMatch(entry -> entry.contains("To tanks-staff: A violation found later in this case is corrected"))
                .anyMatch(entry -> entry.contains("To tanks-staff: The violations of this case are corrected"));
    }

    @Test
    void theTanksSectionIsToldOfEachItemThatTheCallShowsToBeResolved() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false, "itemsResolved", "Registration of tank 2");
        assertThat(theCase.timeline())
                .anyMatch(entry -> entry.contains("To tanks-staff: resolved, Registration of tank 2"));
    }

    @Test
    void aCaseIsNotClosedOverANewViolation() {
        theCase.open()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, null)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation());

        assertThatThrownBy(() -> theCase.complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false))
                .hasMessageContaining("violation 3, found later, is still running");

        theCase.complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
        assertThatThrownBy(() -> theCase.raise(CaseEvent.CASE_WITHDRAWN, "Too late"))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void theLetterForANewViolationNamesThatViolationOnly() {
        theCase.open().raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation());

        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING))
                .contains("3. 10 CSR 26-2.034(1)")
                .doesNotContain("10 CSR 26-2.040(1)", "10 CSR 26-2.030(1)");
    }

    @Test
    void aViolationWithinItsOwn45DaysIsNotTakenForCorrectedWithTheOthers() {
        theCase.open()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", true);
        assertThat(theCase.text(DocumentKind.NOTICE_OF_VIOLATION)).doesNotContain("10 CSR 26-2.034(1)");
        assertThat(theCase.corrected()).containsExactly(1, 2);

        theCase.raise(CaseEvent.NEW_VIOLATION_FOUND, "Another one", newViolation())
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true);
        assertThat(theCase.corrected()).containsExactly(1, 2);
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER))
                .contains("10 CSR 26-2.040(1)", "10 CSR 26-2.030(1)")
                .doesNotContain("10 CSR 26-2.034(1)");

        theCase.complete("RecordResponseForNewViolation", "newViolationCorrected", true);
        assertThat(theCase.corrected()).hasSize(3);
    }

    @Test
    void theReturnToComplianceOfTheOthersSaysNothingOfAViolationWithinItsOwn45Days() {
        theCase.open()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, null);

        assertThat(theCase.corrected()).containsExactly(1, 2);
    }

    @Test
    void theTimelineSaysThatADeadlinePassedUnanswered() {
        theCase.open();
        String due = DATE.format(theCase.today().plusDays(45));
        theCase.fire("ResponseToLetterDue");
        assertThat(theCase.timeline()).contains("No answer by " + due + " to the letter of warning");

        theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection")
                .fire("ResponseToNoticeDue");
        assertThat(theCase.timeline())
                .filteredOn(entry -> entry.startsWith("No answer by "))
                .hasSize(2)
                .last()
                .asString()
                .endsWith(" to the notice of violation");
    }

    @Test
    void anAnswerInTimeLeavesNoWordOfItsDeadline() {
        theCase.open().daysLater(44).complete("RecordResponseToLetter");
        theCase.daysLater(60);
        theCase.runJobs();

        assertThat(theCase.timeline()).noneMatch(entry -> entry.contains("No answer by"));
    }

    @Test
    void anEventThatTheCaseDoesNotTakeIsRefusedInWords() {
        theCase.open();
        assertThatThrownBy(() -> theCase.raise(CaseEvent.AGREEMENT_REACHED, null))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("Agreement reached")
                .hasMessageContaining("Record response to letter");
    }

    /** Another one each time: the same one is not taken twice. */
    private NewViolation newViolation() {
        return new NewViolation(
                "10 CSR 26-2.034(1), tank " + ++tanksFound,
                "No corrosion protection",
                List.of(LocalDate.now(java.time.ZoneId.of("America/Chicago"))));
    }
}
