package org.abate.cycletime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * Where a deadline comes from, as its diagram says: the documentation of the timer on the task, else of the task; of a
 * limit that stands on no task, its own. What a manager changes there is told here. A plain period on a task without a
 * timer, counted from its opening, is how long the office gives itself for the work, whatever source the work has
 * (docs/deadlines.md).
 */
@Component
class DeadlineSources {

    private static final Pattern CITATION = Pattern.compile(
            "\\d+ CSR \\d+-\\d+\\.\\d+(?:\\([^()]{1,4}\\))*|Manual \\d+(?:\\.\\d+)?(?: (?:Tanks|Coal|Time Limits))?(?:, \\d+\\.\\d+(?: Coal)?)*");
    private static final Pattern TARGET = Pattern.compile("office target|target of the office|reminder of the office");

    private static final Pattern PERIOD = Pattern.compile("P\\d+[DWMY]");

    private static final Pattern RIGHT = Pattern.compile("breaks nothing");

    private static final Source NONE = new Source(null, null, null, false, true);

    private final RepositoryService repository;

    /** By the id of a definition, which never changes, and the id of its element. */
    private final Map<String, Map<String, Source>> known = new ConcurrentHashMap<>();

    DeadlineSources(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * The source of a deadline.
     *
     * @param name of the timer or the task in the diagram; null where it is there no more
     * @param text what the diagram says of it; null where it says nothing
     * @param citation the rules or chapters it names; null where it names none
     * @param rule whether a source demands it; else it is a target of the office
     * @param duty whether something is broken when it passes; else it is the time that somebody has for a choice
     */
    record Source(String name, String text, String citation, boolean rule, boolean duty) {}

    /** The sources as the latest versions of the diagrams have them now. */
    final class Latest {

        private final Map<String, String> definitions;

        private Latest(Map<String, String> definitions) {
            this.definitions = definitions;
        }

        Source of(String diagram, String element) {
            String definition = definitions.get(diagram);
            return definition == null
                    ? NONE
                    : known.computeIfAbsent(definition, DeadlineSources.this::read)
                            .getOrDefault(element, NONE);
        }
    }

    Latest latest() {
        return new Latest(repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId, (one, other) -> one)));
    }

    private Map<String, Source> read(String definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        return model.getModelElementsByType(FlowNode.class).stream()
                .collect(Collectors.toMap(FlowNode::getId, node -> source(model, node.getId())));
    }

    static Source source(BpmnModelInstance model, String element) {
        if (!(model.getModelElementById(element) instanceof FlowNode node)) {
            return NONE;
        }
        List<String> texts = Stream.concat(timersOn(node), Stream.of(node))
                .map(DeadlineSources::documentation)
                .flatMap(Optional::stream)
                .toList();
        if (texts.isEmpty()) {
            return new Source(node.getName(), null, null, false, true);
        }
        String text = texts.get(0);
        String citation = CITATION.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining("; "));
        boolean rule = !citation.isEmpty() && !TARGET.matcher(text).find() && !isWorkingTime(node);
        return new Source(
                node.getName(),
                text,
                citation.isEmpty() ? null : citation,
                rule,
                !RIGHT.matcher(text).find());
    }

    private static boolean isWorkingTime(FlowNode node) {
        return node instanceof UserTask task
                && task.getCamundaDueDate() != null
                && PERIOD.matcher(task.getCamundaDueDate()).matches()
                && !countsFromADay(task)
                && timersOn(node).findAny().isEmpty();
    }

    /** Else it counts from the opening of the task. */
    private static boolean countsFromADay(UserTask task) {
        return Stream.ofNullable(task.getExtensionElements())
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .anyMatch(property -> "countsFrom".equals(property.getCamundaName()));
    }

    private static Stream<FlowNode> timersOn(FlowNode task) {
        return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task))
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .map(FlowNode.class::cast);
    }

    private static Optional<String> documentation(FlowNode node) {
        return node.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
