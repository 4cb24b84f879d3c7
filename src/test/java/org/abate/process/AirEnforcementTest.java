package org.abate.process;

import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Air pollution control, outcome by outcome (Manual 3.1, 8.1). */
@StoriesOf("air-enforcement")
class AirEnforcementTest extends EscalationStories {

    AirEnforcementTest() {
        super(
                Program.AIR,
                "SUBMIT_COMPLIANCE_PLAN",
                10,
                "CEASE_OPEN_BURNING",
                new Object[] {"amount", "4000.00", "basis", "The fact sheet’s matrix"},
                new Object[] {});
    }

    @Override
    CaseWalk negotiationOpened() {
        return penaltyApproved().hasPaper(DocumentKind.PENALTY_NEGOTIATION_LETTER, 1);
    }

    @Test
    void aNoticeOfViolationMayStartItAndIsNotIssuedTwice() {
        open();
        firstLetter("NOTICE_OF_VIOLATION");
        theCase.complete("SetTimeLimit", "daysAllowed", 10)
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .fire("ResponseDue");
        persuasion("FORMAL")
                .complete("ForwardEnforcementActionRequest", "itemsInQuestion", "All of it")
                .complete("AssignCaseManager", "caseManager", theCase.someoneToManageTheCase())
                .isAt("CallOwner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "highPriorityViolation",
                "majorSourceWithoutPermit",
                "asbestos",
                "openBurning openBurningBypassesCcp",
                "repeatOffender",
                "directedByCommission"
            })
    void theExceptionsGoStraightToEnforcement(String facts) {
        open(facts.split(" ")).isAt("ForwardEnforcementActionRequest");
    }

    @Test
    void openBurningIsNoExceptionUnlessDecidedForTheCase() {
        open("openBurning").isAt("PrepareFirstLetter");
    }
}
