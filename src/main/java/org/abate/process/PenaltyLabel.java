package org.abate.process;

import static org.abate.process.CaseVariables.PROGRAM;

import java.math.BigDecimal;
import java.util.Map;
import org.abate.casefile.Program;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * How penalty work of an amount is labelled (Manual 8). The decision table {@code penalty-approval} says so, and nothing
 * else does: managers change it there. Exactly $20,000 is not over it (interpretation P7).
 */
@Component
public class PenaltyLabel {

    private static final String DECISION = "penalty-approval";

    private final TableWithoutCase tables;

    PenaltyLabel(TableWithoutCase tables) {
        this.tables = tables;
    }

    /**
     * The label where there is no case, by the table in its newest version; whoever may work out a what-if may see it.
     *
     * @param amount dollars
     * @throws IllegalStateException where the table has no rule for the program
     */
    public String of(Program program, BigDecimal amount) {
        return label(tables.ask(DECISION, variables(program.id(), amount)), program.id());
    }

    /**
     * The label of a case's penalty work.
     *
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
                .variables(variables(program, amount))
                .evaluate();
        return label(rules, program);
    }

    private static Map<String, Object> variables(String program, BigDecimal amount) {
        return Map.of("program", program, "amount", amount.doubleValue());
    }

    private static String label(DmnDecisionTableResult rules, String program) {
        return rules.getResultList().stream()
                .map(rule -> rule.get("label"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The decision " + DECISION
                        + " has no label for a penalty of the program " + program + ": complete its table"));
    }
}
