package org.abate.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the stories of air, solid waste and the mining programs share: the call that the case manager makes, the referral
 * for compliance, the follow-up on a new violation, the withdrawal. Each program's own stories come on top; together
 * they pass every node and every flow of its diagram. The blocks have stories of their own.
 */
abstract class ProgramStories {

    private int violationsFound;

    @Autowired
    CaseWalk theCase;

    private final Program program;

    ProgramStories(Program program) {
        this.program = program;
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
        theCase.operator(null);
    }

    /** Opens a case of the program with the facts that hold. */
    CaseWalk open(String... facts) {
        return theCase.open(program, true, facts);
    }

    CaseWalk openWithoutParty() {
        return theCase.open(program, false);
    }

    /** To the call of the case manager. */
    abstract CaseWalk toTheCall();

    /** The first letter is out. */
    abstract CaseWalk firstLetterSent();

    /** Another one each time: the same one is not taken twice. */
    NewViolation newViolation() {
        return new NewViolation(
                "As the rule says, found later, " + ++violationsFound,
                "Seen at the visit",
                List.of(LocalDate.now(ZoneId.of("America/Chicago"))));
    }

    /** Conference, conciliation and persuasion to its result. */
    CaseWalk persuasion(String result) {
        return theCase.complete(
                        "PlanPersuasion", "persuasionActivities", "A meeting on site", "anotherDivisionLeads", false)
                .hasPaper(DocumentKind.OFFER_TO_MEET, 1)
                .contacted("MEETING", result);
    }

    /** The call finds the violations not corrected, and the case is referred. */
    CaseWalk calledInVain() {
        return theCase.complete("CallOwner", "violationsCorrected", false);
    }

    CaseWalk referralDeclined() {
        return theCase.complete("PrepareReferralRequest", "requestWithdrawn", true);
    }

    @Test
    void violationsThatTheCallFindsCorrectedEndTheComplianceWork() {
        toTheCall().complete("CallOwner", "violationsCorrected", true);
        atCompliance();
    }

    /** Where the case stands when its violations are corrected. */
    abstract void atCompliance();

    @Test
    void aReferralForComplianceThatIsDeclinedIsDecidedOn() {
        toTheCall();
        calledInVain();
        referralDeclined().complete("DecideAfterDeclinedComplianceReferral", "afterDeclinedReferral", "CALL_AGAIN");
        calledInVain();
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
                .ended(CaseStatus.CLOSED, "ClosedWithoutCompliance");
    }

    @Test
    void legalActionForComplianceEndsTheCaseAsReferred() {
        toTheCall();
        calledInVain()
                .legalActionFiled()
                .legalActionConcluded()
                .ended(CaseStatus.REFERRED, "ReferredToAttorneyGeneral");
    }

    @Test
    void theCaseIsWithdrawnAtAnyTime() {
        open().raise(CaseEvent.CASE_WITHDRAWN, "Not a violation after all")
                .hasPaper(DocumentKind.WITHDRAWAL_NOTICE, 1)
                .ended(CaseStatus.WITHDRAWN, "CaseWithdrawnEnd");
    }

    @Test
    void aPartyThatIsUnknownIsIdentifiedBeforeAnyLetter() {
        openWithoutParty()
                .hasPaper(DocumentKind.LETTER_OF_WARNING, 0)
                .complete("IdentifyResponsibleParty", party())
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit");
        atCompliance();
    }

    @Test
    void aPartyThatIsStillUnknownIsIdentifiedBeforeTheReturnToComplianceLetter() {
        openWithoutParty()
                .raise(CaseEvent.NEW_VIOLATION_FOUND, "Seen at the visit", newViolation())
                .raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Seen at the visit")
                .complete("IdentifyPartyReturnedToCompliance", party());
        atCompliance();
    }

    static Object[] party() {
        return new Object[] {
            "responsiblePartyName", "Invented Works LLC", "responsiblePartyAddress", "PO Box 2, Rolla, MO 65402"
        };
    }
}
