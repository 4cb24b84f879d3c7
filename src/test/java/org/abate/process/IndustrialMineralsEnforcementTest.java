package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;

/** Industrial minerals, outcome by outcome (Manual 3.4, 8.4). */
@StoriesOf({
    "industrial-minerals-enforcement",
    "minerals-notice",
    "penalty-assessment-notice",
    "assessed-penalty-payment"
})
class IndustrialMineralsEnforcementTest extends MineralsStories {

    IndustrialMineralsEnforcementTest() {
        super(Program.INDUSTRIAL_MINERALS);
    }

    @Override
    String amount() {
        return "300.00";
    }

    @Test
    void aMinorViolationHasNoPartInTheNoticeOfAssessment() {
        theCase.open(Program.INDUSTRIAL_MINERALS, true, 2, "imminentThreat")
                .complete("PrepareNoticeOfViolation", "remainingActions", "Stabilize the slope", "daysAllowed", 20)
                .complete(
                        "ReviewNotice",
                        "penaltyToAssess",
                        true,
                        "separateDays",
                        false,
                        "economicBenefitWeighs",
                        false,
                        "minorViolations",
                        "1")
                .worksheets(
                        "probabilityOfExposure",
                        "HIGH",
                        "seriousnessOfExposure",
                        "MODERATE",
                        "harmToProgram",
                        "MODERATE",
                        "extentOfDeviation",
                        "MODERATE")
                .complete("CompleteCalculation")
                .approve("ApprovePenalty", "penaltyApproved")
                .complete("FileAssessment")
                .hasPaper(DocumentKind.PENALTY_ASSESSMENT_NOTICE, 1);
        assertThat(theCase.timeline()).anyMatch(entry -> entry.contains("No penalty for violation 1"));
    }

    @Test
    void aNoticeThatIsAssessedInAnyCaseNeedsNoDecisionOfTheDirector() {
        theCase.open(Program.COAL, true)
                .complete("DecideOnOrdersAndNotices")
                .complete("PrepareNotice", "remainingActions", "Repair the sediment pond", "daysAllowed", 20);
        inspected(true)
                .complete("ConfirmReturnToCompliance", "endedOn", theCase.inDays(0))
                .isAt("CompleteWorksheet");
    }
}
