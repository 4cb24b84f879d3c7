package org.abate.process;

import static org.abate.process.CaseVariables.PROGRAM;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.abate.casefile.Program;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * How penalty work of an amount is labelled (Manual 8). The decision table {@code penalty-approval} says so, and nothing
 * else does: managers change it there. Exactly $20,000 is not over it (interpretation P7).
 */
@Component
public class PenaltyLabel {

    private static final String DECISION = "penalty-approval";

    private final RepositoryService repository;
    private final IdentityService identity;

    /** Keeps no history, for what is asked without a case is stored nowhere. */
    private final DmnEngine withoutHistory =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final Map<String, DmnDecision> byDefinition = new ConcurrentHashMap<>();

    PenaltyLabel(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * The label where there is no case, by the table in its newest version; whoever may work out a what-if may see it.
     *
     * @param amount dollars
     * @throws IllegalStateException where the table has no rule for the program
     */
    public String of(Program program, BigDecimal amount) {
        DmnDecision table = AsEngine.asked(identity, () -> {
            DecisionDefinition newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(DECISION)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            return byDefinition.computeIfAbsent(newest.getId(), this::parsed);
        });
        return label(withoutHistory.evaluateDecisionTable(table, variables(program.id(), amount)), program.id());
    }

    private DmnDecision parsed(String definition) {
        InputStream model = repository.getDecisionModel(definition);
        return withoutHistory.parseDecision(DECISION, model);
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
