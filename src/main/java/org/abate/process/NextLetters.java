package org.abate.process;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.abate.casefile.DocumentKind;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The letters that may go out when a step is done, before anybody is asked again: what the diagrams send on any way from
 * the step to the next task or wait, in the blocks they call and the diagrams that called them too.
 */
final class NextLetters {

    private final Function<String, Optional<Process>> called;
    private final Set<DocumentKind> letters = EnumSet.noneOf(DocumentKind.class);
    private final Set<FlowNode> seen = new HashSet<>();

    /**
     * A step, and the call activity of another diagram that waits for its own.
     *
     * @param caller null in the case's own process
     */
    record Step(FlowNode node, Step caller) {

        Step of(FlowNode other) {
            return new Step(other, caller);
        }
    }

    private NextLetters(Function<String, Optional<Process>> called) {
        this.called = called;
    }

    /**
     * The letters after a task: once it is completed, or its deadline has passed.
     *
     * @param called the diagram that a call activity calls by its id
     */
    static Set<DocumentKind> after(Step task, Function<String, Optional<Process>> called) {
        NextLetters next = new NextLetters(called);
        next.onward(task);
        next.boundary(task.node()).stream()
                .filter(event -> defines(event, TimerEventDefinition.class))
                .forEach(timer -> next.visit(task.of(timer)));
        return next.letters;
    }

    /** The letters of a step that is to be taken, itself included. */
    static Set<DocumentKind> from(Step step, Function<String, Optional<Process>> called) {
        NextLetters next = new NextLetters(called);
        next.visit(step);
        return next.letters;
    }

    /** Every letter that the diagram sends anywhere, and the blocks that it calls. */
    static Set<DocumentKind> anywhere(Process diagram, Function<String, Optional<Process>> called) {
        Set<DocumentKind> letters = EnumSet.noneOf(DocumentKind.class);
        collect(diagram, called, new HashSet<>(), letters);
        return letters;
    }

    private static void collect(
            Process diagram, Function<String, Optional<Process>> called, Set<String> seen, Set<DocumentKind> letters) {
        if (!seen.add(diagram.getId())) {
            return;
        }
        diagram.getModelInstance().getModelElementsByType(ServiceTask.class).stream()
                .flatMap(step -> letter(step).stream())
                .forEach(letters::add);
        diagram.getModelInstance().getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> called.apply(call.getCalledElement()).stream())
                .forEach(block -> collect(block, called, seen, letters));
    }

    private void visit(Step step) {
        FlowNode node = step.node();
        if (!seen.add(node) || waits(node)) {
            return;
        }
        letter(node).ifPresent(letters::add);
        if (node instanceof SubProcess embedded) {
            start(embedded.getFlowElements(), step.caller());
        } else if (node instanceof CallActivity call) {
            called.apply(call.getCalledElement()).ifPresent(block -> start(block.getFlowElements(), step));
        } else if (node instanceof EndEvent) {
            leave(step);
        } else {
            onward(step);
        }
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    private void onward(Step step) {
        step.node().getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> visit(step.of(next)));
    }

    private void start(Collection<? extends ModelElementInstance> elements, Step caller) {
        elements.stream()
                .filter(StartEvent.class::isInstance)
                .forEach(start -> visit(new Step((FlowNode) start, caller)));
    }

    /** Out of a subprocess or a block: along its flow, or by the event that waits for what the end throws. */
    private void leave(Step end) {
        Optional<String> thrown = code(((ThrowEvent) end.node()).getEventDefinitions());
        Step at = end;
        while (at != null) {
            ModelElementInstance scope = at.node().getParentElement();
            if (scope instanceof SubProcess embedded && embedded.triggeredByEvent() && thrown.isEmpty()) {
                return;
            }
            Step left = scope instanceof SubProcess embedded ? at.of(embedded) : at.caller();
            if (left == null) {
                return;
            }
            if (thrown.isEmpty()) {
                onward(left);
                return;
            }
            List<BoundaryEvent> catching = boundary(left.node()).stream()
                    .filter(event -> code(event.getEventDefinitions()).equals(thrown))
                    .toList();
            if (!catching.isEmpty()) {
                catching.forEach(event -> visit(left.of(event)));
                return;
            }
            at = left;
        }
    }

    private Collection<BoundaryEvent> boundary(FlowNode node) {
        return node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList();
    }

    private static Optional<String> code(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .flatMap(definition -> code(definition).stream())
                .findFirst();
    }

    private static Optional<String> code(EventDefinition definition) {
        if (definition instanceof EscalationEventDefinition escalation) {
            return Optional.ofNullable(escalation.getEscalation()).map(thrown -> thrown.getEscalationCode());
        }
        if (definition instanceof ErrorEventDefinition error) {
            return Optional.ofNullable(error.getError()).map(thrown -> thrown.getErrorCode());
        }
        return Optional.empty();
    }

    private static boolean defines(CatchEvent event, Class<? extends EventDefinition> kind) {
        return event.getEventDefinitions().stream().anyMatch(kind::isInstance);
    }

    /** The setting {@code letter} of a step that sends one. */
    private static Optional<DocumentKind> letter(FlowNode node) {
        return Optional.ofNullable(node.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "letter".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(DocumentKind::valueOf)
                .findFirst();
    }
}
