package org.abate.cycletime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills a database that has no case with an invented history, when a node is started for that: docs/operations.md,
 * "Cycle times". Each program's diagram is deployed a second time, so that there are two versions to compare.
 */
@Component
@ConditionalOnProperty("abate.invent-history")
class InventAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(InventAtStart.class);

    private final InventedHistory history;
    private final FinishedStages stages;
    private final RepositoryService repository;
    private final JdbcClient database;
    private final long howMany;
    private final long seed;

    InventAtStart(
            InventedHistory history,
            FinishedStages stages,
            RepositoryService repository,
            JdbcClient database,
            @Value("${abate.invent-history}") long howMany,
            @Value("${abate.invent-history-seed:1}") long seed) {
        this.history = history;
        this.stages = stages;
        this.repository = repository;
        this.database = database;
        this.howMany = howMany;
        this.seed = seed;
    }

    /** @throws IllegalStateException where the database has a case, so that invented ones never stand beside real ones */
    @EventListener
    void invent(ApplicationReadyEvent ready) {
        if (database.sql("SELECT EXISTS (SELECT 1 FROM case_file)")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("History is invented only where there is no case: name an empty database in"
                    + " SPRING_DATASOURCE_URL, or start without --abate.invent-history");
        }
        for (Program program : Program.values()) {
            deployAgain(program.enforcementProcess());
        }
        long written = history.write(howMany, seed);
        database.sql("ANALYZE").update();
        LOG.info("Cycle times: {} stages invented, {} on record", written, stages.rebuild());
        database.sql("ANALYZE").update();
    }

    private void deployAgain(String process) {
        ProcessDefinition first = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        try (InputStream diagram = repository.getProcessModel(first.getId())) {
            String text = new String(diagram.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("camunda:versionTag=\"[^\"]*\"", "camunda:versionTag=\"invented\"");
            repository
                    .createDeployment()
                    .name("A second version, for invented history")
                    .addInputStream(process + ".bpmn", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
