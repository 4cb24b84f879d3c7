package org.abate.process;

import java.nio.file.Path;
import java.util.List;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A node or flow of a program's own diagram that none of its stories passes fails the build; its blocks have their own. */
@TestConfiguration
class EveryNodeAndFlowOfTheProgram {

    @Bean
    ProcessEngineCoverageProperties coverage() {
        return except(Models.in(Models.PROCESSES.resolve("building-blocks"), ".bpmn"));
    }

    /** Where a program's stories are those of a block as well: every node and flow of the diagrams with these ids. */
    static ProcessEngineCoverageProperties of(String... diagrams) {
        return except(Models.in(Models.PROCESSES, ".bpmn").stream()
                .filter(file -> !List.of(diagrams).contains(Models.nameOf(file)))
                .toList());
    }

    private static ProcessEngineCoverageProperties except(List<Path> diagrams) {
        return ProcessEngineCoverageProperties.builder()
                .withDetailedCoverageLogging()
                .excludeProcessDefinitionKeys(
                        diagrams.stream().map(Models::nameOf).toArray(String[]::new))
                .assertClassCoverageAtLeast(1.0)
                .build();
    }
}
