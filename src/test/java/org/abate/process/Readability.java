package org.abate.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.abate.process.Drawing.Flow;
import org.abate.process.Drawing.Shape;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * Measures whether a diagram can be read. Two things that belong apart may not share a point: shapes, flows, names.
 * Flows that meet in one target may share the end of their way. A picture can pass and still confuse: look at it too.
 */
final class Readability {

    /** A border is a pixel or two wide. */
    private static final double LINE = 1;

    private final Drawing drawing;
    private final List<Finding> findings = new ArrayList<>();

    private Readability(Drawing drawing) {
        this.drawing = drawing;
    }

    static List<Finding> check(Drawing drawing) {
        Readability readability = new Readability(drawing);
        drawing.undrawn().forEach(id -> readability.find(id, "is not drawn"));
        if (!readability.findings.isEmpty()) {
            return readability.findings;
        }
        readability.shapes();
        readability.flows();
        readability.crossings();
        readability.direction();
        readability.findings.addAll(Lettering.check(drawing));
        return readability.findings;
    }

    private void shapes() {
        List<Shape> shapes = List.copyOf(drawing.shapes());
        for (Shape shape : shapes) {
            Shape around = drawing.shape(shape.scope());
            if (around != null
                    && around.expanded()
                    && shape.host().isEmpty()
                    && !around.box().contains(shape.box())) {
                find(shape.id(), "at %s is not inside %s %s", shape.box(), around.id(), around.box());
            }
            for (Shape other : shapes.subList(shapes.indexOf(shape) + 1, shapes.size())) {
                if (!belongTogether(shape, other) && shape.box().touches(other.box())) {
                    find(shape.id(), "at %s overlaps %s %s", shape.box(), other.id(), other.box());
                }
            }
        }
    }

    private boolean belongTogether(Shape one, Shape other) {
        return drawing.surrounds(one, other.scope())
                || drawing.surrounds(other, one.scope())
                || one.host().filter(other.id()::equals).isPresent()
                || other.host().filter(one.id()::equals).isPresent();
    }

    private void flows() {
        for (Flow flow : drawing.flows()) {
            docks(flow, flow.source(), flow.points().get(0), "leaves");
            docks(flow, flow.target(), flow.end(), "reaches");
            for (Box segment : flow.segments()) {
                if (segment.width() > 0.5 && segment.height() > 0.5) {
                    find(flow.id(), "slants at %s", segment);
                }
                for (Shape shape : drawing.shapes()) {
                    boolean isEnd =
                            shape.id().equals(flow.source()) || shape.id().equals(flow.target());
                    if (!drawing.surrounds(shape, flow.scope())
                            && segment.touches(shape.box().grown(isEnd ? -LINE : LINE))) {
                        find(flow.id(), "runs through %s at %s", shape.id(), segment);
                    }
                }
            }
        }
    }

    private void docks(Flow flow, String id, Box point, String verb) {
        Shape shape = drawing.shape(id);
        if (shape != null && !shape.box().grown(LINE).contains(point)) {
            find(flow.id(), "%s %s %s at %s, away from its border", verb, id, shape.box(), point);
        }
    }

    private void crossings() {
        List<Flow> flows = List.copyOf(drawing.flows());
        for (int i = 0; i < flows.size(); i++) {
            crossesItself(flows.get(i));
            for (Flow other : flows.subList(i + 1, flows.size())) {
                crosses(flows.get(i), other);
            }
        }
    }

    private void crosses(Flow flow, Flow other) {
        for (Box segment : flow.segments()) {
            for (Box otherSegment : other.segments()) {
                if (segment.touches(otherSegment) && !shareEnd(flow, other, segment.common(otherSegment))) {
                    find(flow.id(), "crosses or touches %s at %s", other.id(), segment.common(otherSegment));
                }
            }
        }
    }

    private static boolean shareEnd(Flow flow, Flow other, Box place) {
        return flow.target().equals(other.target())
                && flow.end().equals(other.end())
                && flow.last().common(other.last()).contains(place);
    }

    private void crossesItself(Flow flow) {
        List<Box> segments = flow.segments();
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 2; j < segments.size(); j++) {
                if (segments.get(i).touches(segments.get(j))) {
                    find(flow.id(), "crosses itself at %s", segments.get(i).common(segments.get(j)));
                }
            }
        }
    }

    /** From left to right, escalation downwards: only a loop leads back to the left, and the step into a row below. */
    private void direction() {
        for (Shape start : ofType(StartEvent.class)) {
            ofType(EndEvent.class).stream()
                    .filter(end -> end.scope().equals(start.scope())
                            && end.box().x() <= start.box().right())
                    .forEach(end -> find(end.id(), "is not to the right of %s", start.id()));
        }
        for (Flow flow : drawing.flows()) {
            if (flow.element() instanceof SequenceFlow
                    && leadsBack(
                            drawing.shape(flow.source()).box(),
                            drawing.shape(flow.target()).box())
                    && !leads(flow.target(), flow.source()::equals)) {
                find(flow.id(), "leads back to the left without being part of a loop or beginning a new row");
            }
        }
    }

    private static boolean leadsBack(Box source, Box target) {
        return target.right() <= source.x() && target.y() < source.bottom();
    }

    private List<Shape> ofType(Class<?> type) {
        return drawing.shapes().stream()
                .filter(shape -> type.isInstance(shape.element()))
                .toList();
    }

    private boolean leads(String from, Predicate<String> goal) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (goal.test(id)) {
                return true;
            }
            if (seen.add(id)) {
                drawing.flows().stream()
                        .filter(flow -> flow.source().equals(id))
                        .map(Flow::target)
                        .forEach(open::add);
                drawing.shapes().stream()
                        .filter(shape -> shape.host().filter(id::equals).isPresent())
                        .map(Shape::id)
                        .forEach(open::add);
            }
        }
        return false;
    }

    private void find(String element, String message, Object... arguments) {
        findings.add(new Finding(element, message.formatted(arguments)));
    }
}
