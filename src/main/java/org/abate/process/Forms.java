package org.abate.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deployed forms, each in its latest version, as a person sees them. */
class Forms {

    /** The engine's own query works out the latest version of every form before it picks one, at every step of a case. */
    private static final String LATEST = """
            SELECT ID_, DEPLOYMENT_ID_, RESOURCE_NAME_ FROM ACT_RE_CAMFORMDEF
            WHERE KEY_ = ? AND TENANT_ID_ IS NULL ORDER BY VERSION_ DESC FETCH FIRST ROW ONLY
            """;

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    Forms(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** The latest deployed version of a form; empty where no such form is deployed. */
    Optional<Form> latest(String key) {
        return JdbcClient.create(engine.getDataSource())
                .sql(LATEST)
                .param(key)
                .query((row, number) -> new Version(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .map(version -> parsed.computeIfAbsent(version.id(), id -> read(version)));
    }

    private Form read(Version version) {
        Command<ResourceEntity> find = context -> context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(version.deployment(), version.resource());
        return parse(engine.getCommandExecutorTxRequired().execute(find).getBytes());
    }

    private record Version(String id, String deployment, String resource) {}

    /** The form of a task; nothing is asked where it has none. */
    Form of(TaskEntity task) {
        return Optional.ofNullable(task.getTaskDefinition().getCamundaFormDefinitionKey())
                .flatMap(key -> latest(String.valueOf(key.getValue(task.getExecution()))))
                .orElse(Form.NOTHING);
    }

    /** The form that a process is started with; nothing is asked where it has none. */
    Form ofStart(ProcessDefinitionEntity process) {
        return Optional.ofNullable(process.getStartFormDefinition())
                .map(FormDefinition::getCamundaFormDefinitionKey)
                .flatMap(key -> latest(key.getExpressionText()))
                .orElse(Form.NOTHING);
    }

    Form parse(byte[] form) {
        try {
            return Form.parse(json.readTree(form));
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    Form parse(InputStream form) throws IOException {
        return parse(form.readAllBytes());
    }
}
