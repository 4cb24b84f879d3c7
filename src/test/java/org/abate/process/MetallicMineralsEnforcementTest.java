package org.abate.process;

import org.abate.ApplicationTest;
import org.abate.casefile.Program;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Metallic minerals, outcome by outcome (Manual 3.4, 8.4). */
@ApplicationTest
class MetallicMineralsEnforcementTest extends MineralsStories {

    @TestConfiguration
    static class EveryNodeAndFlow {

        @Bean
        ProcessEngineCoverageProperties coverage() {
            return all("penalty-assessment-notice", "assessed-penalty-payment");
        }
    }

    MetallicMineralsEnforcementTest() {
        super(Program.METALLIC_MINERALS);
    }

    @Override
    String amount() {
        return "700.00";
    }
}
