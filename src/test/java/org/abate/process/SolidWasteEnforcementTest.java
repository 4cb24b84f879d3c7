package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solid waste, outcome by outcome (Manual 3.5, 8.5); on PostgreSQL air stands for the stories that both have. */
@Tag("once")
@StoriesOf("solid-waste-enforcement")
class SolidWasteEnforcementTest extends EscalationStories {

    SolidWasteEnforcementTest() {
        super(
                Program.SOLID_WASTE,
                "SUBMIT_RECORDS",
                10,
                "CEASE_ILLEGAL_DUMPING",
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
    CaseWalk negotiationOpened() {
        penaltyApproved().hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 1);
        return acknowledged();
    }

    private CaseWalk acknowledged() {
        return theCase.complete(
                "RecordAcknowledgment",
                "demandLetter",
                "ACKNOWLEDGED",
                "demandReceivedOn",
                theCase.inDays(0),
                "demandAcknowledgedOn",
                theCase.inDays(0));
    }

    CaseWalk demandSent() {
        penaltyToAssess();
        return penaltyApproved().hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 1).isAt("RecordAcknowledgment");
    }

    @Override
    CaseWalk negotiatedAgain() {
        theCase.hasPaper(DocumentKind.PENALTY_DEMAND_LETTER, 2);
        return acknowledged();
    }

    @Test
    void negotiationBeginsOnlyWhenTheDemandIsAcknowledged() {
        demandSent();
        assertThat(theCase.tasks("NegotiatePenalty")).isEmpty();
        assertThatThrownBy(() -> theCase.complete("RecordAcknowledgment", "demandLetter", "ACKNOWLEDGED"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("demandReceivedOn")
                .hasMessageContaining("demandAcknowledgedOn");
        acknowledged().isAt("NegotiatePenalty");
        assertThat(theCase.timeline())
                .contains("The penalty demand letter was received on " + CaseWalk.inWords(theCase.today())
                        + " and acknowledged on " + CaseWalk.inWords(theCase.today()));
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsReceived() {
        demandSent().daysLater(2);
        assertThatThrownBy(() -> theCase.complete(
                        "RecordAcknowledgment",
                        "demandLetter",
                        "ACKNOWLEDGED",
                        "demandReceivedOn",
                        theCase.inDays(0),
                        "demandAcknowledgedOn",
                        theCase.inDays(-1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("demandAcknowledgedOn: lies before the day the letter was received");
    }

    @Test
    void aDemandThatIsRefusedCountsAsReceivedAndIsReferred() {
        demandSent()
                .complete("RecordAcknowledgment", "demandLetter", "REFUSED", "demandReceivedOn", theCase.inDays(0))
                .hasPaper(DocumentKind.NOTICE_OF_REFERRAL, 1);
        assertThat(theCase.timeline())
                .contains("The penalty demand letter was refused on " + CaseWalk.inWords(theCase.today()));
    }

    @Test
    void theDemandNamesTheCorrectiveActionsThatAreStillRequired() {
        toTheCall();
        theCase.complete("CallOwner", "violationsCorrected", false, "enforcementCourse", "PENALTY");
        penaltyApproved();
        assertThat(theCase.text(DocumentKind.PENALTY_DEMAND_LETTER))
                .contains("do not show that every violation has been corrected")
                .contains("All of it");
    }

    @Test
    void theDemandAfterTheCorrectionNamesNoCorrectiveActions() {
        demandSent();
        assertThat(theCase.text(DocumentKind.PENALTY_DEMAND_LETTER)).doesNotContain("Corrective actions");
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
        dumpingReported()
                .hasPaper(DocumentKind.ILLEGAL_DUMPING_INVESTIGATION_REPORT, 1)
                .isAt("RecordResponse");
    }

    CaseWalk dumpingReported() {
        open();
        firstLetter("ILLEGAL_DUMPING_INVESTIGATION_REPORT");
        return theCase.complete("SetTimeLimit", "daysAllowed", 10);
    }

    @Test
    void anotherOfficialNoticeMayStartItAndIsNotIssuedTwice() {
        open();
        firstLetter("OFFICIAL_NOTICE");
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
