package org.abate.process;

import static org.abate.process.CaseVariables.PROGRAM;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * How penalty work of an amount is labelled (Manual 8). The decision table {@code penalty-approval} says so, and nothing
 * else does: managers change it there.
 */
final class PenaltyLabel {

    private static final String DECISION = "penalty-approval";

    private PenaltyLabel() {}

    /**
     * @param amount dollars
     * @throws IllegalStateException where the table has no rule for the program
     */
    static String of(DelegateExecution execution, BigDecimal amount) {
        String program = PROGRAM.from(execution).get();
        DmnDecisionTableResult rules = execution
                .getProcessEngineServices()
                .getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(Map.of("program", program, "amount", amount.doubleValue()))
                .evaluate();
        return rules.getResultList().stream()
                .map(rule -> rule.get("label"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The decision " + DECISION
                        + " has no label for a penalty of the program " + program + ": complete its table"));
    }
}
