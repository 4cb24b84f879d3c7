package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.ApplicationTest;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** Solid waste, outcome by outcome (Manual 3.5, 8.5). */
@ApplicationTest
@Import(EveryNodeAndFlowOfTheProgram.class)
class SolidWasteEnforcementTest extends EscalationStories {

    SolidWasteEnforcementTest() {
        super(
                Program.SOLID_WASTE,
                "SUBMIT_RECORDS",
                10,
                new Object[] {
                    "potentialForHarm",
                    "MAJOR",
                    "extentOfDeviation",
                    "MODERATE",
                    "basePenalty",
                    "2000.00",
                    "documentedDays",
                    2
                },
                new Object[] {"facility", "DISPOSAL"});
    }

    @Override
    CaseWalk toTheNegotiation() {
        return demandSent().complete("RecordAcknowledgment", "demandLetter", "ACKNOWLEDGED");
    }

    private CaseWalk demandSent() {
        penaltyToAssess();
        return penaltyApproved().hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 1).isAt("RecordAcknowledgment");
    }

    @Override
    CaseWalk negotiatedAgain() {
        return theCase.hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 2)
                .complete("RecordAcknowledgment", "demandLetter", "ACKNOWLEDGED");
    }

    @Test
    void negotiationBeginsOnlyWhenTheDemandIsAcknowledged() {
        demandSent();
        assertThat(theCase.tasks("NegotiatePenalty")).isEmpty();
        theCase.complete("RecordAcknowledgment", "demandLetter", "ACKNOWLEDGED").isAt("NegotiatePenalty");
    }

    @Test
    void aDemandThatComesBackIsSentAgain() {
        demandSent()
                .complete("RecordAcknowledgment", "demandLetter", "SEND_AGAIN")
                .hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 2)
                .isAt("RecordAcknowledgment");
    }

    @Test
    void aDemandThatNobodyAcknowledgesIsFollowedUpAndReferred() {
        demandSent()
                .fire("AcknowledgmentDue")
                .complete("FollowUpDemandLetter", "demandLetter", "NOT_REACHED")
                .hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1);
    }

    @Test
    void anIllegalDumpingInvestigationReportMayStartIt() {
        open();
        firstLetter("ILLEGAL_DUMPING_INVESTIGATION_REPORT", false);
        theCase.complete("SetTimeLimit", "daysAllowed", 10)
                .hasPaper(DocumentKind.ILLEGAL_DUMPING_INVESTIGATION_REPORT, 1)
                .isAt("RecordResponse");
    }

    @Test
    void anotherOfficialNoticeMayStartItAndIsNotIssuedTwice() {
        open();
        firstLetter("OFFICIAL_NOTICE", false);
        theCase.complete("SetTimeLimit", "daysAllowed", 10)
                .hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .fire("ResponseDue");
        persuasion("FORMAL")
                .complete("ForwardEnforcementActionRequest", "itemsInQuestion", "All of it")
                .complete("AssignCaseManager", "caseManager", theCase.someoneToManageTheCase())
                .isAt("CallOwner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acuteViolation", "highPriorityViolation", "previousOffenderConcurred"})
    void theExceptionsGoStraightToEnforcement(String fact) {
        open(fact).isAt("ForwardEnforcementActionRequest");
    }
}
