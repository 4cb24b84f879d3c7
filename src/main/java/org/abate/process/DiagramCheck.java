package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * What a diagram may consist of: the elements the conventions know, the attributes that the Modeler's panels and our
 * element templates write, and expressions that the {@link ExpressionPolicy} allows. Everything else is refused, also
 * what the engine would pass over in silence.
 */
final class DiagramCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    /** The engine takes this old namespace for Camunda's. */
    private static final String FORERUNNER = "http://activiti.org/bpmn";

    static final String CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri();

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "completionCondition",
            "loopCardinality",
            "timerEventDefinition",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "messageEventDefinition",
            "escalationEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition",
            "message",
            "escalation",
            "error",
            "collaboration",
            "participant",
            "messageFlow",
            "laneSet",
            "childLaneSet",
            "lane",
            "flowNodeRef",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue");
    private static final Set<String> EXTENSIONS = Set.of(
            "properties",
            "property",
            "failedJobRetryTimeCycle",
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value");
    private static final Set<String> ATTRIBUTES = Set.of(
            "versionTag",
            "historyTimeToLive",
            "isStartableInTasklist",
            "formRef",
            "formRefBinding",
            "assignee",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "delegateExpression",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "collection",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "errorMessage",
            "escalationCodeVariable");

    private final Known known;
    private final Set<String> letters;
    private final Set<String> rules;
    private final ExpressionManager expressions;
    private final List<Objection> objections = new ArrayList<>();

    DiagramCheck(Known known, Set<String> letters, Set<String> rules, ExpressionManager expressions) {
        this.known = known;
        this.letters = letters;
        this.rules = rules;
        this.expressions = expressions;
    }

    List<Objection> check(Element root) {
        if (root.elements("process").isEmpty()) {
            objections.add(Objection.to(root, "definitions", "there is no process in the diagram"));
        }
        for (Element process : root.elements("process")) {
            checkProcess(process);
        }
        walk(root, "definitions");
        root.elements("process").forEach(process -> new StepCheck(process, known, letters, rules, objections).check());
        root.elements("process").forEach(new MessageCheck(root, objections)::check);
        return objections;
    }

    private void checkProcess(Element process) {
        String id = process.attribute("id");
        if (!"true".equals(process.attribute("isExecutable"))) {
            objections.add(Objection.to(process, id, "is not executable, so it would never run"));
        }
        HistoryKept.objection(process.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "historyTimeToLive"))
                .ifPresent(reason -> objections.add(Objection.to(process, id, reason)));
    }

    private void walk(Element element, String owner) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(owner);
        if (DRAWING.equals(element.getUri())) {
            return;
        }
        if (!isKnown(element)) {
            objections.add(Objection.to(element, id, reason(element)));
            return;
        }
        checkAttributes(element, id);
        checkExpression(element, id, element.getText());
        if (element.getTagName().equals("conditionExpression") && !ExpressionPolicy.isExpression(element.getText())) {
            objections.add(Objection.to(element, id, "a condition is written as one expression, ${…}"));
        }
        for (Element child : element.elements()) {
            walk(child, id);
        }
    }

    private static boolean isKnown(Element element) {
        return BPMN.equals(element.getUri()) && ELEMENTS.contains(element.getTagName())
                || CAMUNDA.equals(element.getUri()) && EXTENSIONS.contains(element.getTagName());
    }

    private static String reason(Element element) {
        return switch (element.getTagName()) {
            case "scriptTask", "script", "executionListener", "taskListener", "connector", "field" ->
                "scripts, listeners, connectors and injected fields are not allowed (" + element.getTagName() + ")";
            case "sendTask" -> "draw a service task with the element template \"Send letter\" instead of a send task";
            case "task", "manualTask" -> "a task without a type does nothing; make it a user task or a service task";
            default -> "\"" + element.getTagName() + "\" is not used in the department's diagrams";
        };
    }

    private void checkAttributes(Element element, String id) {
        for (String key : element.attributes()) {
            String value = element.attribute(key);
            String name = key.substring(key.lastIndexOf(':') + 1);
            boolean ours = key.startsWith(CAMUNDA + ":");
            if (key.startsWith(FORERUNNER) || ours && BPMN.equals(element.getUri()) && !ATTRIBUTES.contains(name)) {
                objections.add(Objection.to(
                        element, id, "the attribute " + name + " is not allowed; use one of the element templates"));
            } else if (name.equals("delegateExpression") && element.getTagName().equals("serviceTask")) {
                continue;
            } else if (name.equals("delegateExpression")) {
                objections.add(Objection.to(element, id, "only a service task calls a delegate"));
            } else if (name.endsWith("Binding") && !value.equals("latest")) {
                objections.add(Objection.to(
                        element,
                        id,
                        name + " must be \"latest\": other bindings break when one file is deployed alone"));
            } else {
                checkExpression(element, id, value);
            }
        }
        if (element.attribute("language") != null) {
            objections.add(Objection.to(element, id, "conditions are written as ${…}, without a script language"));
        }
    }

    private void checkExpression(Element element, String id, String text) {
        if (!ExpressionPolicy.hasExpression(text)) {
            return;
        }
        Optional<String> objection = ExpressionPolicy.objection(text);
        if (objection.isPresent()) {
            objections.add(
                    Objection.to(element, id, text.strip() + " is not allowed (" + objection.orElseThrow() + ")"));
            return;
        }
        try {
            expressions.createExpression(text.strip());
        } catch (ProcessEngineException | ELException e) {
            objections.add(Objection.to(element, id, text.strip() + " is no expression: it cannot be read"));
        }
    }
}
