package org.abate.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The deployed forms, each in its latest version, as a person sees them. */
class Forms {

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    Forms(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** The latest deployed version of a form; empty where no such form is deployed. */
    Optional<Form> latest(String key) {
        Command<Optional<Form>> find = context -> {
            CamundaFormDefinitionEntity definition =
                    context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
            if (definition == null) {
                return Optional.empty();
            }
            return Optional.of(parsed.computeIfAbsent(definition.getId(), id -> {
                ResourceEntity resource = context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(
                                definition.getDeploymentId(), definition.getResourceName());
                return parse(resource.getBytes());
            }));
        };
        return engine.getCommandExecutorTxRequired().execute(find);
    }

    /** The form of a task; nothing is asked where it has none. */
    Form of(TaskEntity task) {
        return Optional.ofNullable(task.getTaskDefinition().getCamundaFormDefinitionKey())
                .flatMap(key -> latest(String.valueOf(key.getValue(task.getExecution()))))
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
