package org.abate.access.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads which office a process belongs to from its diagram: the extension property {@code office} of the process, set
 * in Modeler. Building blocks have none; they belong to the office of the case that calls them.
 */
class OfficeProperty extends AbstractBpmnParseListener {

    static final String NAME = "office";

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Element extensions = process.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties != null) {
            properties.elements("property").stream()
                    .filter(property -> NAME.equals(property.attribute("name")))
                    .map(property -> property.attribute("value"))
                    .findFirst()
                    .ifPresent(office -> definition.setProperty(NAME, office));
        }
    }

    /** The office named in the diagram, or null. */
    static String of(ProcessDefinitionEntity definition) {
        return (String) definition.getProperty(NAME);
    }
}
