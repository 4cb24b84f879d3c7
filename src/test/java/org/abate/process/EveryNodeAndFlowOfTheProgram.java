package org.abate.process;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A node or flow of a program's own diagram that none of its stories passes fails the build; its blocks have their own. */
@TestConfiguration
class EveryNodeAndFlowOfTheProgram {

    @Bean
    ProcessEngineCoverageProperties coverage() {
        return ProcessEngineCoverageProperties.builder()
                .withDetailedCoverageLogging()
                .excludeProcessDefinitionKeys(
                        "administrative-penalty-order",
                        "attorney-general-referral",
                        "compliance-schedule",
                        "conference-conciliation-persuasion",
                        "legal-action",
                        "new-violation-follow-up",
                        "penalty-assessment",
                        "penalty-calculation",
                        "settlement",
                        "settlement-agreement",
                        "suspended-penalty")
                .assertClassCoverageAtLeast(1.0)
                .build();
    }
}
