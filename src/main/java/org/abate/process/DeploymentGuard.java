package org.abate.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Checks a diagram as it is deployed, and refuses it with every element and reason: what a diagram may call and say is
 * a closed set, so that a manager's edit can be wrong but never dangerous, and is never wrong in silence.
 */
class DeploymentGuard extends AbstractBpmnParseListener {

    private static final Set<String> DELEGATES =
            Set.of("${openCase}", "${sendLetter}", "${assessPenalty}", "${recordOutcome}", "${startCase}", "${notify}");
    private static final Set<String> CODE = Set.of(
            "scriptTask",
            "script",
            "executionListener",
            "taskListener",
            "connector",
            "field",
            "formData",
            "validation",
            "errorEventDefinition@camunda");
    private static final Set<String> CODE_ATTRIBUTES = Set.of(
            "class", "expression", "formKey", "formHandlerClass", "type", "topic", "resource", "variableMappingClass");
    private static final String CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri();

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        List<String> objections = new ArrayList<>();
        if (process.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "historyTimeToLive") == null) {
            objections.add(process.attribute("id") + ": needs a history time to live (P3650D)");
        }
        walk(process, process.attribute("id"), objections, timers(process));
        if (!objections.isEmpty()) {
            throw new BpmnParseException(
                    "The diagram is not deployed. " + String.join(". ", objections) + ".", process);
        }
    }

    private static Set<String> timers(Element element) {
        Set<String> ids = new TreeSet<>();
        for (Element child : element.elements()) {
            if (child.getTagName().equals("boundaryEvent") && child.element("timerEventDefinition") != null) {
                ids.add(child.attribute("id"));
            }
            ids.addAll(timers(child));
        }
        return ids;
    }

    private void walk(Element element, String owner, List<String> objections, Set<String> timers) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(owner);
        boolean camunda = CAMUNDA.equals(element.getUri());
        if (CODE.contains(element.getTagName())
                && (camunda || element.getTagName().startsWith("script"))) {
            objections.add(id + ": scripts, listeners, connectors and injected fields are not allowed");
        }
        for (String attribute : element.attributes()) {
            String value = element.attribute(attribute);
            if (attribute.startsWith(CAMUNDA)
                    && CODE_ATTRIBUTES.contains(attribute.substring(attribute.lastIndexOf(':') + 1))) {
                objections.add(id + ": the attribute " + attribute.substring(attribute.lastIndexOf(':') + 1)
                        + " is not allowed; use one of the element templates");
            } else if (!DELEGATES.contains(value)) {
                ExpressionPolicy.objection(value)
                        .ifPresent(what -> objections.add(id + ": " + value + " is not allowed (" + what + ")"));
            }
        }
        ExpressionPolicy.objection(element.getText())
                .ifPresent(what ->
                        objections.add(id + ": " + element.getText().strip() + " is not allowed (" + what + ")"));
        if (element.attribute("language") != null) {
            objections.add(id + ": conditions are written as ${…}, without a script language");
        }
        switch (element.getTagName()) {
            case "serviceTask", "sendTask", "businessRuleTask" -> checkDelegate(element, id, objections, timers);
            case "userTask" -> checkUserTask(element, id, objections);
            default -> {
                // nothing more to ask
            }
        }
        for (Element child : element.elements()) {
            walk(child, id, objections, timers);
        }
    }

    private static void checkUserTask(Element task, String id, List<String> objections) {
        if (task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") == null) {
            objections.add(id + ": the task has no form");
        }
        if (task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "candidateGroups") == null) {
            objections.add(id + ": the task has no candidate groups");
        }
        Settings.parse(task).find("records").ifPresent(what -> {
            if (Arrays.stream(Recording.values()).noneMatch(each -> each.name().equals(what))) {
                objections.add(id + ": \"" + what + "\" cannot be recorded; choose one of "
                        + Arrays.toString(Recording.values()));
            }
        });
    }

    private static void checkDelegate(Element task, String id, List<String> objections, Set<String> timers) {
        if (task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef") != null) {
            return;
        }
        String delegate = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression");
        if (delegate == null || !DELEGATES.contains(delegate)) {
            objections.add(
                    id + ": choose an element template; a service task calls one of " + new TreeSet<>(DELEGATES));
            return;
        }
        Settings settings = Settings.parse(task);
        switch (delegate) {
            case "${sendLetter}" -> {
                known(id, settings, "letter", Arrays.toString(DocumentKind.values()), objections);
                settings.find("deadlineTimer")
                        .filter(timer -> !timers.contains(timer))
                        .ifPresent(timer -> objections.add(
                                id + ": there is no timer \"" + timer + "\" whose deadline the letter could print"));
            }
            case "${recordOutcome}" -> known(id, settings, "outcome", Arrays.toString(CaseStatus.values()), objections);
            case "${startCase}" -> {
                if (settings.find("program").flatMap(Program::of).isEmpty()) {
                    objections.add(id + ": choose the program of the new case");
                }
            }
            case "${notify}" -> {
                if (settings.find("group").isEmpty() || settings.find("message").isEmpty()) {
                    objections.add(id + ": say whom to tell, and what");
                }
            }
            default -> {
                // no settings of its own
            }
        }
    }

    private static void known(String id, Settings settings, String name, String names, List<String> objections) {
        String value = settings.find(name).orElse("");
        if (!(names.contains("[" + value) || names.contains(" " + value)) || value.isEmpty()) {
            objections.add(id + ": the " + name + " \"" + value + "\" is not one of " + names);
        }
    }
}
