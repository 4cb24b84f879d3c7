package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outcomes that hazardous waste, water and drinking water have in common; each program tells its own besides. */
abstract class EnforcementStories {

    @Autowired
    CaseWalk theCase;

    @Autowired
    EnforcementWalk walk;

    @Autowired
    CaseRecord caseRecord;

    @Autowired
    Clock clock;

    private final Program program;

    EnforcementStories(Program program) {
        this.program = program;
    }

    /** The penalty is assessed, up to the step before the first letter or task that settles it. */
    abstract CaseWalk penaltyToNegotiate();

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    CaseWalk open(String... facts) {
        return walk.open(program, facts);
    }

    NewViolation newViolation() {
        return new NewViolation("10 CSR 1-1.010", "Found at the visit", List.of(LocalDate.now(clock)));
    }

    List<String> timeline(String kind) {
        return caseRecord.timeline(theCase.caseNumber()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> entry.text())
                .toList();
    }

    @Test
    void anAdequateResponseReturnsToComplianceWithoutPenalties() {
        open();
        walk.warned()
                .hasSent(DocumentKind.LETTER_OF_WARNING, 1)
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "ADEQUATE")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void theFirstLetterIsToldToTheSection() {
        open();
        walk.warned();

        assertThat(timeline("NOTICE"))
                .singleElement()
                .asString()
                .startsWith("To " + program.office() + "-enforcement:");
    }

    @Test
    void anUnknownPartyIsIdentifiedAndOtherProgramsAreConsultedBeforeTheLetter() {
        walk.openWithoutParty(program, "severalMedia");
        identify("IdentifyResponsibleParty")
                .complete(
                        "ConsultOtherPrograms",
                        "consultedPrograms",
                        "Air Pollution Control, A. Staff",
                        "consultationNote",
                        "No action of their own")
                .complete("PrepareLetterOfWarning", "actionsRequired", "Take the samples")
                .hasSent(DocumentKind.LETTER_OF_WARNING, 1);

        assertThat(theCase.text(DocumentKind.LETTER_OF_WARNING)).contains("Take the samples");
        assertThat(timeline("CONSULTATION")).containsExactly("Air Pollution Control, A. Staff: No action of their own");
    }

    CaseWalk identify(String task) {
        return theCase.complete(
                task,
                "responsiblePartyName",
                "Elm Spring Association",
                "responsiblePartyAddress",
                "PO Box 3, Rolla, MO 65402");
    }

    @Test
    void anIncompleteResponseLeadsToPersuasionAndPersuasionToCompliance() {
        open();
        walk.warned()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "INADEQUATE");
        walk.persuade("COMPLIANCE").hasSent(DocumentKind.OFFER_TO_MEET, 1).isAt("EvaluateWhetherPenaltiesApply");
    }

    @Test
    void aLateResponseIsRecordedWhilePersuasionGoesOn() {
        open();
        walk.warned()
                .fire("ResponseToLetterDue")
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponseToLetter", "responseSummary", "Samples are planned")
                .isAt("PlanPersuasion");
    }

    @Test
    void aLateResponseToTheNoticeIsRecordedBeforeTheCall() {
        open();
        walk.toTheCall()
                .hasSent(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .hasPaper(DocumentKind.ENFORCEMENT_ACTION_REQUEST, 1)
                .raise(CaseEvent.LATE_RESPONSE_RECEIVED, null)
                .complete("RecordLateResponseToNotice")
                .isAt("CallOwner");
    }

    @Test
    void notCorrectedIsReferredForComplianceAndPenalties() {
        open();
        referralForCompliance()
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    private CaseWalk referralForCompliance() {
        return walk.toTheCall()
                .complete("CallOwner", "violationsCorrected", false)
                .complete(
                        "DecideOnEnforcement",
                        "enforcementCourse",
                        "REFERRAL",
                        "penaltyInPacket",
                        false,
                        "enforcementReason",
                        "Nothing was corrected");
    }

    @Test
    void aDeclinedReferralForComplianceIsRequestedAgainOrTheOwnerIsCalledAgain() {
        open();
        referralForCompliance();
        walk.referralDeclined()
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "REQUEST_AGAIN");
        walk.referralDeclined()
                .complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "CALL_OWNER")
                .isAt("CallOwner");
    }

    @Test
    void aCaseIsNotPursuedAfterADeclinedReferral() {
        open();
        referralForCompliance();
        walk.referralDeclined()
                .complete(
                        "DecideAfterDeclinedComplianceReferral",
                        "afterDeclinedReferral",
                        "CLOSE",
                        "closureReason",
                        "The facility is closed")
                .ended(CaseStatus.CLOSED, "ClosedWithoutCompliance");
    }

    @Test
    void complianceBeforeThePartyIsKnownNeedsAnAddressee() {
        walk.openWithoutParty(program).raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit");
        identify("IdentifyPartyReturnedToCompliance")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false)
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "ReturnedToComplianceEnd");
    }

    @Test
    void aPenaltyWithoutACaseManagerGetsOneFirst() {
        open();
        walk.warned()
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .complete("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", true)
                .complete("AssignCaseManagerForPenalty", "caseManager", walk.manager());
        assertThat(caseRecord.get(theCase.caseNumber()).caseManager()).isEqualTo(walk.manager());
    }

    /** The courses a penalty may take are the first thing that is chosen. */
    abstract CaseWalk noPenaltyPursued();

    @Test
    void aCaseIsClosedWithoutPenaltyAndThePartyIsTold() {
        open();
        walk.penaltyToPursue();
        noPenaltyPursued().hasSent(DocumentKind.DECISION_NOTICE, 1).ended(CaseStatus.CLOSED, "NoPenalty");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("No penalty is pursued");
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("The damage is repaired"));
    }

    /** Calculated before the referral, where its packet is to hold the penalty. */
    abstract CaseWalk packetPenaltyCalculated();

    @Test
    void thePacketOfAReferralForComplianceMayHoldThePenalty() {
        open();
        walk.toTheCall()
                .complete("CallOwner", "violationsCorrected", false)
                .complete(
                        "DecideOnEnforcement",
                        "enforcementCourse",
                        "REFERRAL",
                        "penaltyInPacket",
                        true,
                        "enforcementReason",
                        "Both at once");
        packetPenaltyCalculated().isAt("PrepareReferralRequest");
    }

    @Test
    void anAgreementIsSettledAndPaid() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate();
        settled();
        theCase.ended(CaseStatus.SETTLED, "Settled");
    }

    /** From the negotiation to the payment. */
    abstract void settled();

    @Test
    void withoutAgreementReferralIsPursuedAndAnAgreementReachedMeanwhileIsSettled() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .hasSent(DocumentKind.NOTICE_OF_REFERRAL, 1)
                .raise(CaseEvent.AGREEMENT_REACHED, "They agree to the amount")
                .hasSent(DocumentKind.PENALTY_NEGOTIATION_LETTER, letters());
        settled();
        theCase.ended(CaseStatus.SETTLED, "Settled");
    }

    /** How often a negotiation letter is sent before the first negotiation. */
    abstract int letters();

    @Test
    void withoutAgreementTheCaseIsReferredForPenalties() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL))
                .contains("has not been agreed upon, or has not been paid");
    }

    @Test
    void afterADeclinedReferralThePenaltyIsNegotiatedAgainOrTheCaseIsClosed() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
        walk.referralDeclined().complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "REQUEST_AGAIN");
        walk.referralDeclined()
                .complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "TAKE_UP")
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
        walk.referralDeclined()
                .complete(
                        "DecideAfterDeclinedReferral",
                        "afterDeclinedReferral",
                        "CLOSE",
                        "closureReason",
                        "Nothing to recover")
                .hasSent(DocumentKind.DECISION_NOTICE, 1)
                .ended(CaseStatus.CLOSED, "ClosedWithoutPenalty");
    }

    @Test
    void afterADeclinedReferralAnAgreementIsStillSettled() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");
        walk.referralDeclined().complete("DecideAfterDeclinedReferral", "afterDeclinedReferral", "TAKE_UP");
        settled();
        theCase.ended(CaseStatus.SETTLED, "Settled");
    }

    @Test
    void newFactsInTheNegotiationCalculateThePenaltyAgain() {
        open();
        walk.penaltyToPursue();
        penaltyToNegotiate().complete("NegotiatePenalty", "negotiationResult", "NEW_FACTS");
        penaltyToNegotiate().isAt("NegotiatePenalty");
    }

    @Test
    void aNewViolationIsFollowedUpWhileTheCaseGoesOn() {
        open();
        walk.warned()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasSent(DocumentKind.LETTER_OF_WARNING, 2)
                .complete("RecordResponseForNewViolation", "newViolationCorrected", true)
                .isAt("RecordResponseToLetter");
        assertThat(theCase.corrected()).containsExactly(3);
    }

    @Test
    void aNewViolationGetsItsLetterOnceThePartyIsKnown() {
        walk.openWithoutParty(program)
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 0);
        identify("IdentifyPartyForNewViolation")
                .hasSent(DocumentKind.LETTER_OF_WARNING, 1)
                .isAt("RecordResponseForNewViolation");
    }

    @Test
    void complianceReachedWhileReferralForPenaltiesIsPursuedIsAnsweredAndTheReferralGoesOn() {
        open();
        walk.penaltyBeforeCompliance();
        penaltyToNegotiate()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED")
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Samples were sent")
                .hasSent(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, 1)
                .isAt("PrepareReferralRequest");
        assertThat(theCase.text(DocumentKind.RETURN_TO_COMPLIANCE_LETTER)).contains("is evaluating penalties");
        theCase.legalActionFiled();
        assertThat(theCase.text(DocumentKind.REFERRAL_REQUEST)).contains("returned to compliance");
    }

    @Test
    void aCaseIsWithdrawnWithItsReasonAtAnyTime() {
        open();
        walk.penaltyToPursue()
                .raise(CaseEvent.CASE_WITHDRAWN, "The wrong facility")
                .hasSent(DocumentKind.WITHDRAWAL_NOTICE, 1)
                .ended(CaseStatus.WITHDRAWN, "CaseWithdrawnEnd");
    }
}
