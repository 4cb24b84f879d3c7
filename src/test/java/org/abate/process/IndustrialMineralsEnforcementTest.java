package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.abate.ApplicationTest;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Industrial minerals, outcome by outcome (Manual 3.4, 8.4). */
@ApplicationTest
class IndustrialMineralsEnforcementTest extends MineralsStories {

    @TestConfiguration
    static class EveryNodeAndFlow {

        @Bean
        ProcessEngineCoverageProperties coverage() {
            return EveryNodeAndFlowOfTheProgram.of(
                    "industrial-minerals-enforcement",
                    "minerals-notice",
                    "penalty-assessment-notice",
                    "assessed-penalty-payment");
        }
    }

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
