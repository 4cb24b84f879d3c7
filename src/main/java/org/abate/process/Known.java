package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The processes, decisions and forms that a diagram may name: those of its own deployment, and those deployed before. */
class Known {

    private final ProcessEngineConfigurationImpl engine;
    private final Set<String> processes = new HashSet<>();
    private final Set<String> decisions = new HashSet<>();
    private final Map<String, Form> forms = new HashMap<>();
    private final Map<String, Element> deployedTogether = new HashMap<>();

    /** @param resources what is being deployed, by file name; what cannot be read brings nothing */
    Known(ProcessEngineConfigurationImpl engine, Map<String, byte[]> resources) {
        this.engine = engine;
        resources.forEach(this::read);
    }

    private void read(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn")) {
                Element diagram = Xml.parse(content);
                ids(diagram, "process", processes);
                diagram.elements("process")
                        .forEach(process -> deployedTogether.put(String.valueOf(process.attribute("id")), process));
            } else if (name.endsWith(".dmn")) {
                ids(Xml.parse(content), "decision", decisions);
            } else if (name.endsWith(".form")) {
                Form form = Form.parse(new ObjectMapper().readTree(content));
                forms.put(form.id(), form);
            }
        } catch (BadUserRequestException | JsonProcessingException e) {
            // the check of the file itself says so
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void ids(Element root, String tag, Set<String> ids) {
        root.elements(tag).forEach(element -> ids.add(String.valueOf(element.attribute("id"))));
    }

    boolean process(String key) {
        return processes.contains(key)
                || Context.getCommandContext()
                                .getProcessDefinitionManager()
                                .findLatestProcessDefinitionByKeyAndTenantId(key, null)
                        != null;
    }

    /** Whether the process has a timer of this id. */
    boolean deadline(String key, String timer) {
        Element together = deployedTogether.get(key);
        if (together != null) {
            return hasTimer(together, timer);
        }
        ProcessDefinitionEntity before =
                engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKeyAndTenantId(key, null);
        return before.findActivity(timer) != null
                && before.findActivity(timer).getProperty(DiagramListener.DURATION) != null;
    }

    private static boolean hasTimer(Element parent, String id) {
        return parent.elements().stream()
                .anyMatch(
                        element -> id.equals(element.attribute("id")) && element.element("timerEventDefinition") != null
                                || hasTimer(element, id));
    }

    boolean decision(String key) {
        return decisions.contains(key)
                || Context.getCommandContext()
                                .getDecisionDefinitionManager()
                                .findLatestDecisionDefinitionByKeyAndTenantId(key, null)
                        != null;
    }

    boolean form(String key) {
        return forms.containsKey(key)
                || Context.getCommandContext()
                                .getCamundaFormDefinitionManager()
                                .findLatestDefinitionByKeyAndTenantId(key, null)
                        != null;
    }

    /** Whether a form that is known asks for a field. */
    boolean asks(String form, String field) {
        return Optional.ofNullable(forms.get(form))
                .or(() -> new Forms(engine).latest(form))
                .flatMap(known -> known.field(field))
                .isPresent();
    }
}
