package org.abate.process;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A node or flow of a building block that none of a test's stories passes fails the build. */
@TestConfiguration
class EveryNodeAndFlow {

    /** In these tests the small process that calls a block stands in the place of a program's diagram. */
    static final String TRIAL = "metallic-minerals-enforcement";

    @Bean
    ProcessEngineCoverageProperties coverage() {
        return ProcessEngineCoverageProperties.builder()
                .withDetailedCoverageLogging()
                .excludeProcessDefinitionKeys(TRIAL)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }
}
