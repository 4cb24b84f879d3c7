package org.abate.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The latest version of every diagram, form and decision, as far as they have to fit together. What was read once is
 * kept: a version that is deployed does not change.
 */
final class LatestDeployed {

    private final ProcessEngineConfigurationImpl engine;
    private final Function<String, Set<String>> lettersNeed;
    private final Forms reader;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();
    private final Map<String, DiagramData> diagrams = new ConcurrentHashMap<>();
    private final Map<String, DecisionData> decisions = new ConcurrentHashMap<>();

    LatestDeployed(ProcessEngineConfigurationImpl engine, Function<String, Set<String>> lettersNeed) {
        this.engine = engine;
        this.lettersNeed = lettersNeed;
        this.reader = new Forms(engine);
    }

    /** By process id. */
    Map<String, DiagramData> diagrams() {
        CommandContext context = Context.getCommandContext();
        List<ProcessDefinition> latest = context.runWithoutAuthorization(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list());
        Map<String, DiagramData> byKey = new HashMap<>();
        latest.forEach(definition ->
                byKey.put(definition.getKey(), diagrams.computeIfAbsent(definition.getId(), id -> read(definition))));
        return byKey;
    }

    private DiagramData read(ProcessDefinition definition) {
        return Xml.parse(resource(definition.getDeploymentId(), definition.getResourceName()))
                .elements("process")
                .stream()
                .filter(process -> definition.getKey().equals(process.attribute("id")))
                .map(process -> DiagramData.of(process, definition.getResourceName(), lettersNeed))
                .findFirst()
                .orElseThrow();
    }

    Optional<DecisionData> decision(String key) {
        DecisionDefinition latest = Context.getCommandContext()
                .getDecisionDefinitionManager()
                .findLatestDecisionDefinitionByKeyAndTenantId(key, null);
        return Optional.ofNullable(latest)
                .map(definition -> decisions.computeIfAbsent(definition.getId(), id -> read(definition)));
    }

    private DecisionData read(DecisionDefinition definition) {
        return Xml.parse(resource(definition.getDeploymentId(), definition.getResourceName()))
                .elements("decision")
                .stream()
                .filter(decision -> definition.getKey().equals(decision.attribute("id")))
                .map(decision -> DecisionData.of(decision, definition.getResourceName()))
                .findFirst()
                .orElseThrow();
    }

    /** By form id. */
    Map<String, Form> forms() {
        Map<String, CamundaFormDefinitionEntity> latest = new HashMap<>();
        List<?> all = Context.getCommandContext().getDbEntityManager().selectList("selectAllCamundaFormDefinitions");
        all.stream()
                .map(CamundaFormDefinitionEntity.class::cast)
                .forEach(form -> latest.merge(
                        form.getKey(), form, (one, other) -> one.getVersion() > other.getVersion() ? one : other));
        Map<String, Form> byKey = new HashMap<>();
        latest.forEach((key, form) -> byKey.put(
                key,
                forms.computeIfAbsent(
                        form.getId(), id -> reader.parse(resource(form.getDeploymentId(), form.getResourceName())))));
        return byKey;
    }

    private static byte[] resource(String deployment, String name) {
        return Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deployment, name)
                .getBytes();
    }
}
