package org.abate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The processes, decisions and forms that a diagram may name: those of its own deployment, and those deployed before. */
class Known {

    private final ProcessEngineConfigurationImpl engine;
    private final Function<String, Set<String>> lettersNeed;
    private final Map<String, Element> processes = new HashMap<>();
    private final Map<String, DiagramData> diagrams = new LinkedHashMap<>();
    private final Map<String, DecisionData> tables = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, String> filesOfForms = new HashMap<>();

    /**
     * @param resources what is being deployed, by file name; what cannot be read brings nothing
     * @param lettersNeed the variables without which a letter cannot be written
     */
    Known(
            ProcessEngineConfigurationImpl engine,
            Map<String, byte[]> resources,
            Function<String, Set<String>> lettersNeed) {
        this.engine = engine;
        this.lettersNeed = lettersNeed;
        resources.forEach(this::read);
    }

    /** The processes that are being deployed, by id. */
    Map<String, DiagramData> diagrams() {
        return diagrams;
    }

    /** The decisions that are being deployed, by id. */
    Map<String, DecisionData> tables() {
        return tables;
    }

    /** The forms that are being deployed, by id. */
    Map<String, Form> forms() {
        return forms;
    }

    /** The name of the file that a form is being deployed in. */
    String fileOf(String form) {
        return filesOfForms.get(form);
    }

    private void read(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn")) {
                Xml.parse(content).elements("process").forEach(process -> {
                    DiagramData data = DiagramData.of(process, name, lettersNeed);
                    processes.put(data.key(), process);
                    diagrams.put(data.key(), data);
                });
            } else if (name.endsWith(".dmn")) {
                Xml.parse(content).elements("decision").forEach(decision -> {
                    DecisionData data = DecisionData.of(decision, name);
                    tables.put(data.key(), data);
                });
            } else if (name.endsWith(".form")) {
                Form form = Form.parse(new ObjectMapper().readTree(content));
                forms.put(form.id(), form);
                filesOfForms.put(form.id(), name);
            }
        } catch (BadUserRequestException | JsonProcessingException e) {
            // the check of the file itself says so
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean process(String key) {
        return processes.containsKey(key)
                || Context.getCommandContext()
                                .getProcessDefinitionManager()
                                .findLatestProcessDefinitionByKeyAndTenantId(key, null)
                        != null;
    }

    /** Whether the process has a timer of this id. */
    boolean deadline(String key, String timer) {
        Element together = processes.get(key);
        if (together != null) {
            return hasTimer(together, timer);
        }
        ProcessDefinitionEntity before =
                engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKeyAndTenantId(key, null);
        return before.findActivity(timer) != null
                && before.findActivity(timer).getProperty(DiagramListener.DURATION) != null;
    }

    /** The date that a timer of the process counts from, where it says so. */
    Optional<String> countsFrom(String key, String timer) {
        Element together = processes.get(key);
        if (together != null) {
            return find(together, timer).flatMap(event -> Settings.parse(event)
                    .find(CountedFrom.SETTING)
                    .or(() -> Optional.ofNullable(event.attribute("attachedToRef"))
                            .flatMap(activity -> find(together, activity))
                            .flatMap(activity -> Settings.parse(activity).find(CountedFrom.SETTING))));
        }
        ProcessDefinitionEntity before =
                engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKeyAndTenantId(key, null);
        return Optional.ofNullable(before.findActivity(timer))
                .filter(event -> event.getProperty(DiagramListener.DURATION) != null)
                .filter(event -> event.getEventScope() instanceof ActivityImpl)
                .flatMap(event -> CountedFrom.of(
                        (ActivityImpl) event.getEventScope(),
                        event.getProperty(DiagramListener.DURATION).toString()));
    }

    private static Optional<Element> find(Element parent, String id) {
        return parent.elements().stream()
                .flatMap(
                        element -> id.equals(element.attribute("id")) ? Stream.of(element) : find(element, id).stream())
                .findFirst();
    }

    private static boolean hasTimer(Element parent, String id) {
        return parent.elements().stream()
                .anyMatch(
                        element -> id.equals(element.attribute("id")) && element.element("timerEventDefinition") != null
                                || hasTimer(element, id));
    }

    boolean decision(String key) {
        return tables.containsKey(key)
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
}
