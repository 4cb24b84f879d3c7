package org.abate.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table in its newest version where there is no case. It keeps no history, for that would belong to
 * nothing; who may ask is the caller's to check.
 */
@Component
class TableWithoutCase {

    private final RepositoryService repository;
    private final IdentityService identity;
    private final DmnEngine withoutHistory =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> byDefinition = new ConcurrentHashMap<>();

    TableWithoutCase(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    /** The rows that apply. */
    DmnDecisionTableResult ask(String decision, Map<String, Object> variables) {
        DmnDecision table = AsEngine.asked(identity, () -> {
            DecisionDefinition newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            return byDefinition.computeIfAbsent(
                    newest.getId(), id -> withoutHistory.parseDecision(decision, repository.getDecisionModel(id)));
        });
        return withoutHistory.evaluateDecisionTable(table, variables);
    }
}
