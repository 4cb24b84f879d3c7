package org.abate.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.abate.access.Group;
import org.abate.access.Office;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What every diagram keeps to so that staff know what to do, managers find their way and no case gets stuck. */
final class Conventions {

    private static final Set<String> FOLDERS = Set.of(
            "air", "building-blocks", "drinking-water", "hazardous-waste", "land-reclamation", "solid-waste", "water");
    private static final Pattern SOURCE = Pattern.compile("Manual \\d|\\d+ CSR \\d|RSMo|CFR");
    private static final Pattern GENERATED_ID = Pattern.compile("(Activity|Gateway|Event)_[0-9a-z]{7}");
    private static final Set<String> CASE_EVENTS = Set.of("ReturnedToCompliance", "NewViolationFound", "CaseWithdrawn");

    private final BpmnModelInstance model;
    private final List<Finding> findings = new ArrayList<>();

    private Conventions(BpmnModelInstance model) {
        this.model = model;
    }

    static List<Finding> check(Path file, BpmnModelInstance model) {
        Conventions conventions = new Conventions(model);
        conventions.process(Models.nameOf(file), Models.folderOf(file));
        conventions.all(FlowNode.class).forEach(conventions::node);
        conventions.all(UserTask.class).forEach(conventions::userTask);
        conventions.all(Gateway.class).forEach(conventions::gateway);
        conventions.caseEvents(Models.nameOf(file));
        return conventions.findings;
    }

    private void process(String name, String folder) {
        require(all(Process.class).size() == 1, name, "is not the only process of its file");
        Process process = all(Process.class).iterator().next();
        String id = process.getId();
        require(id.equals(name), id, "is not named like its file, " + name);
        require(FOLDERS.contains(folder), id, "is in the folder " + folder + ", not one of " + FOLDERS);
        require(process.isExecutable(), id, "is not executable");
        require(isSet(process.getName()), id, "has no name");
        require(isSet(process.getCamundaVersionTag()), id, "has no version tag");
        require("P3650D".equals(process.getCamundaHistoryTimeToLiveString()), id, "does not keep its history P3650D");
        require(SOURCE.matcher(documentation(process)).find(), id, "does not cite its source in its documentation");
    }

    private void node(FlowNode node) {
        require(
                !GENERATED_ID.matcher(node.getId()).matches(),
                node.getId(),
                "has a generated id: give it a telling one");
        if (node instanceof Activity || node instanceof Event) {
            require(isSet(node.getName()), node.getId(), "has no name");
        }
    }

    private void userTask(UserTask task) {
        String id = task.getId();
        require(isSet(documentation(task)), id, "does not tell a new member of staff what to do");
        require(isSet(task.getCamundaFormRef()), id, "has no form");
        require("latest".equals(task.getCamundaFormRefBinding()), id, "does not take the latest version of its form");
        require(isSet(task.getCamundaCandidateGroups()), id, "has no candidate groups");
        require(task.getCamundaCandidateUsers() == null, id, "names users as candidates");
        require(
                task.getCamundaAssignee() == null || task.getCamundaAssignee().startsWith("${"),
                id,
                "is assigned to a fixed person, " + task.getCamundaAssignee());
        if (isSet(task.getCamundaCandidateGroups())) {
            Arrays.stream(task.getCamundaCandidateGroups().split("\\s*,\\s*")).forEach(group -> candidates(id, group));
        }
        require(
                isSet(task.getCamundaDueDate())
                        || all(BoundaryEvent.class).stream().anyMatch(event -> ends(event, task)),
                id,
                "has neither a due date nor a timer that ends it");
    }

    private void candidates(String task, String group) {
        Arrays.stream(Office.values())
                .map(office -> group.replace("${office}", office.id()))
                .filter(each -> !each.contains("${") && !Group.all().containsKey(each))
                .distinct()
                .forEach(each -> find(task, "is for the group " + each + ", which does not exist"));
    }

    private static boolean ends(BoundaryEvent event, UserTask task) {
        return event.getAttachedTo().equals(task)
                && event.cancelActivity()
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private void gateway(Gateway gateway) {
        if (gateway.getOutgoing().size() < 2
                || !(gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)) {
            return;
        }
        SequenceFlow byDefault = gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
        require(
                gateway.getName() != null && gateway.getName().endsWith("?"),
                gateway.getId(),
                "does not ask a question");
        require(byDefault != null, gateway.getId(), "has no default flow: a case may get stuck there");
        for (SequenceFlow flow : gateway.getOutgoing()) {
            require(isSet(flow.getName()), flow.getId(), "does not say which answer it is");
            require(
                    (flow.getConditionExpression() == null) == flow.equals(byDefault),
                    flow.getId(),
                    flow.equals(byDefault) ? "has a condition and is the default" : "has no condition");
        }
    }

    /** Every enforcement process hears the three events of a case, in their way; no building block does. */
    private void caseEvents(String process) {
        for (String name : CASE_EVENTS) {
            List<MessageEventDefinition> definitions = all(MessageEventDefinition.class).stream()
                    .filter(definition -> definition.getParentElement() instanceof CatchEvent)
                    .filter(definition -> name.equals(messageName(definition)))
                    .toList();
            if (process.endsWith("-enforcement")) {
                require(
                        definitions.stream().anyMatch(definition -> hears(name, definition.getParentElement())),
                        process,
                        "does not hear " + name + " as a case must");
            } else {
                require(definitions.isEmpty(), process, "hears " + name + ", which is for the enforcement processes");
            }
        }
    }

    private static boolean hears(String name, Object event) {
        return switch (name) {
            case "ReturnedToCompliance" ->
                event instanceof BoundaryEvent boundary
                        && boundary.cancelActivity()
                        && boundary.getAttachedTo() instanceof SubProcess;
            case "NewViolationFound" ->
                event instanceof StartEvent start && isInEventSubProcess(start) && !start.isInterrupting();
            default -> event instanceof StartEvent start && isInEventSubProcess(start) && start.isInterrupting();
        };
    }

    private static boolean isInEventSubProcess(StartEvent start) {
        return start.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent();
    }

    private static String messageName(MessageEventDefinition definition) {
        Message message = definition.getMessage();
        return message == null ? "" : message.getName();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }

    private void require(boolean holds, String element, String otherwise) {
        if (!holds) {
            find(element, otherwise);
        }
    }

    private void find(String element, String message) {
        findings.add(new Finding(element, message));
    }
}
