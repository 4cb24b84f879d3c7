package org.abate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.DataObject;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** A BPMN file as it is drawn: shapes and flows with their places, in pixels. */
final class Drawing {

    /**
     * A drawn node.
     *
     * @param scope id of the subprocess or process it is in
     * @param label where its name stands, null where it is inside the shape or has no place of its own
     */
    record Shape(String id, BaseElement element, String scope, boolean expanded, Box box, Box label) {

        String name() {
            return Drawing.name(element);
        }

        /** The activity whose border a boundary event sits on. */
        Optional<String> host() {
            return element instanceof BoundaryEvent event
                    ? Optional.of(event.getAttachedTo().getId())
                    : Optional.empty();
        }
    }

    /** A drawn sequence flow or association, as the segments between its waypoints. */
    record Flow(
            String id,
            BaseElement element,
            String scope,
            String source,
            String target,
            List<Box> segments,
            List<Box> points,
            Box label) {

        String name() {
            return Drawing.name(element);
        }

        Box first() {
            return segments.get(0);
        }

        Box last() {
            return segments.get(segments.size() - 1);
        }

        /** Where it reaches its target, a box without extent. */
        Box end() {
            return points.get(points.size() - 1);
        }
    }

    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Set<String> undrawn = new HashSet<>();

    private Drawing(BpmnModelInstance model) {
        model.getModelElementsByType(BpmnShape.class).forEach(this::add);
        model.getModelElementsByType(BpmnEdge.class).forEach(this::add);
        addUndrawn(model.getModelElementsByType(FlowElement.class));
        addUndrawn(model.getModelElementsByType(Artifact.class));
    }

    static Drawing read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Drawing(Bpmn.readModelFromStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<Shape> shapes() {
        return shapes.values();
    }

    Collection<Flow> flows() {
        return flows.values();
    }

    Shape shape(String id) {
        return shapes.get(id);
    }

    /** Ids of the elements that the file has and does not draw. */
    Set<String> undrawn() {
        return undrawn;
    }

    /** Whether the shape is the scope or one of the scopes around it. */
    boolean surrounds(Shape shape, String scope) {
        for (Shape around = shapes.get(scope); around != null; around = shapes.get(around.scope())) {
            if (around == shape) {
                return true;
            }
        }
        return false;
    }

    private void add(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        if (element == null) {
            undrawn.add(shape.getId());
            return;
        }
        var bounds = shape.getBounds();
        shapes.put(
                element.getId(),
                new Shape(
                        element.getId(),
                        element,
                        scope(element),
                        shape.isExpanded(),
                        new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()),
                        label(shape.getBpmnLabel())));
    }

    private void add(BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        if (element == null || edge.getWaypoints().size() < 2) {
            undrawn.add(element == null ? edge.getId() : element.getId());
            return;
        }
        List<Box> points = edge.getWaypoints().stream()
                .map(point -> new Box(point.getX(), point.getY(), 0, 0))
                .toList();
        List<Box> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(Box.between(
                    points.get(i - 1).x(),
                    points.get(i - 1).y(),
                    points.get(i).x(),
                    points.get(i).y()));
        }
        String source = "";
        String target = "";
        if (element instanceof SequenceFlow flow) {
            source = flow.getSource().getId();
            target = flow.getTarget().getId();
        } else if (element instanceof Association association) {
            source = association.getSource().getId();
            target = association.getTarget().getId();
        }
        flows.put(
                element.getId(),
                new Flow(
                        element.getId(),
                        element,
                        scope(element),
                        source,
                        target,
                        segments,
                        points,
                        label(edge.getBpmnLabel())));
    }

    private void addUndrawn(Collection<? extends BaseElement> elements) {
        elements.stream()
                .filter(element -> !(element instanceof DataObject))
                .map(BaseElement::getId)
                .filter(id -> !shapes.containsKey(id) && !flows.containsKey(id))
                .forEach(undrawn::add);
    }

    private static Box label(BpmnLabel label) {
        return label == null || label.getBounds() == null
                ? null
                : new Box(
                        label.getBounds().getX(),
                        label.getBounds().getY(),
                        label.getBounds().getWidth(),
                        label.getBounds().getHeight());
    }

    private static String scope(BaseElement element) {
        return element.getParentElement() instanceof BaseElement parent ? parent.getId() : "";
    }

    private static String name(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name.strip();
    }
}
