package org.abate.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, decisions and forms that travel with the application, each where it is new or its packaged
 * version has changed. What a manager has deployed since is never replaced: the manager's version stays, and the log
 * says so.
 */
@Component
class PackagedProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(PackagedProcesses.class);
    private static final String SOURCE = "packaged";

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ResourcePatternResolver resources;

    PackagedProcesses(ProcessEngine engine, ResourcePatternResolver resources) {
        this.repository = engine.getRepositoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.resources = resources;
    }

    /** @throws IOException if a packaged file cannot be read */
    void deploy() throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("abate").source(SOURCE).enableDuplicateFiltering(true);
        List<String> added = new ArrayList<>();
        for (String kind : List.of("bpmn", "dmn", "form")) {
            for (Resource resource : resources.getResources("classpath*:processes/**/*." + kind)) {
                String name = resource.getFilename();
                if (deployedByAManager(name)) {
                    LOG.info("{} stays as a manager deployed it; the packaged version is not deployed", name);
                } else {
                    try (InputStream content = resource.getInputStream()) {
                        deployment.addInputStream(name, content);
                    }
                    added.add(name);
                }
            }
        }
        if (!added.isEmpty()) {
            Deployment done = deployment.deploy();
            LOG.info("Deployed {} of the packaged diagrams, decisions and forms", done.getName());
        }
    }

    /** Whether the latest deployment that holds this resource came from Modeler rather than from the package. */
    boolean deployedByAManager(String resource) {
        return latestDeployment(resource)
                .map(id -> repository.createDeploymentQuery().deploymentId(id).singleResult())
                .filter(deployment -> !SOURCE.equals(deployment.getSource()))
                .isPresent();
    }

    private Optional<String> latestDeployment(String resource) {
        String key = resource.substring(0, resource.lastIndexOf('.'));
        if (resource.endsWith(".bpmn")) {
            return Optional.ofNullable(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(key)
                            .latestVersion()
                            .singleResult())
                    .map(definition -> definition.getDeploymentId());
        }
        if (resource.endsWith(".dmn")) {
            return Optional.ofNullable(repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .latestVersion()
                            .singleResult())
                    .map(definition -> definition.getDeploymentId());
        }
        Command<Optional<String>> find = context -> Optional.ofNullable(
                        context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key))
                .map(CamundaFormDefinitionEntity::getDeploymentId);
        return engine.getCommandExecutorTxRequired().execute(find);
    }
}
