package org.abate.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a manager has set on an element in Modeler: its extension properties, read once when the diagram is parsed. */
final class Settings {

    private static final String KEY = "abateSettings";

    private final String element;
    private final Map<String, String> values;

    private Settings(String element, Map<String, String> values) {
        this.element = element;
        this.values = Map.copyOf(values);
    }

    static Settings parse(Element element) {
        Map<String, String> values = new HashMap<>();
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                values.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return new Settings(element.attribute("id"), values);
    }

    void keepOn(ActivityImpl activity) {
        activity.setProperty(KEY, this);
    }

    void keepOn(ProcessDefinitionImpl definition) {
        definition.setProperty(KEY, this);
    }

    static Settings of(ActivityImpl activity) {
        return activity.getProperty(KEY) instanceof Settings settings
                ? settings
                : new Settings(activity.getId(), Map.of());
    }

    static Settings of(ExecutionEntity execution) {
        return of(execution.getActivity());
    }

    static Settings ofProcess(ExecutionEntity execution) {
        return ofProcess(execution.getProcessDefinition());
    }

    static Settings ofProcess(ProcessDefinitionEntity definition) {
        return definition.getProperty(KEY) instanceof Settings settings
                ? settings
                : new Settings(definition.getKey(), Map.of());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether a setting is {@code true}. */
    boolean isOn(String name) {
        return find(name).filter("true"::equals).isPresent();
    }

    Set<String> names() {
        return values.keySet();
    }

    /** @throws IllegalStateException naming the element and the setting that is missing */
    String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The element " + element + " has no setting \"" + name + "\": choose it in Modeler"));
    }
}
