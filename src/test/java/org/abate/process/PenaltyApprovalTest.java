package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.abate.casefile.Program;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table that says who approves a penalty and how it is labelled (Manual 8, 8.3, 8.5). */
class PenaltyApprovalTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "0, Work Product Privileged",
        "19999.99, Work Product Privileged",
        "20000.00, Work Product Privileged",
        "20000.01, Attorney-Client Privileged",
        "1000000, Attorney-Client Privileged"
    })
    void exactlyTwentyThousandDollarsStayWorkProduct(BigDecimal amount, String label) throws IOException {
        assertThat(decide(Program.TANKS, amount).<String>collectEntries("label"))
                .hasSize(3)
                .containsOnly(label);
    }

    @ParameterizedTest
    @EnumSource
    void everyProgramHasApproversAndALabel(Program program) throws IOException {
        DmnDecisionTableResult rules = decide(program, new BigDecimal("500.00"));
        List<String> approvers = rules.collectEntries("approver");

        assertThat(approvers).isNotEmpty().doesNotContainNull().doesNotHaveDuplicates();
        assertThat(rules.<String>collectEntries("label")).containsOnly("Work Product Privileged");
    }

    private static DmnDecisionTableResult decide(Program program, BigDecimal amount) throws IOException {
        try (InputStream table =
                Files.newInputStream(Models.PROCESSES.resolve("decisions").resolve("penalty-approval.dmn"))) {
            return DMN.evaluateDecisionTable(
                    DMN.parseDecision("penalty-approval", table),
                    Map.of("program", program.id(), "amount", amount.doubleValue()));
        }
    }
}
