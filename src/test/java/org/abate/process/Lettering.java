package org.abate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.abate.process.Drawing.Shape;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.DataObjectReference;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Measures whether every name in a diagram has room and stands free: outside of the shapes, and inside of activities. */
final class Lettering {

    private static final double LINE = 1;

    /** The diagram viewer gives the name of an event, gateway or flow this width at most. */
    private static final double LABEL_WIDTH = 90;

    private static final int LABEL_FONT = 11;
    private static final int ACTIVITY_FONT = 12;
    private static final double ACTIVITY_PADDING = 7;
    private static final double ICON = 24;
    private static final double MARKER = 20;
    private static final double TITLE = 24;

    private final Drawing drawing;
    private final List<Finding> findings = new ArrayList<>();

    private Lettering(Drawing drawing) {
        this.drawing = drawing;
    }

    static List<Finding> check(Drawing drawing) {
        Lettering lettering = new Lettering(drawing);
        lettering.outside();
        lettering.inside();
        lettering.titles();
        return lettering.findings;
    }

    private record Label(String id, String scope, String text, Box box) {}

    private void outside() {
        List<Label> labels = Stream.concat(
                        drawing.shapes().stream()
                                .filter(Lettering::isNamedOutside)
                                .map(shape -> new Label(shape.id(), shape.scope(), shape.name(), shape.label())),
                        drawing.flows().stream()
                                .filter(flow -> !flow.name().isEmpty())
                                .map(flow -> new Label(flow.id(), flow.scope(), flow.name(), flow.label())))
                .toList();
        labels.stream()
                .filter(label -> label.box() == null)
                .forEach(label -> find(label.id(), "has no place for its name"));
        List<Label> placed =
                labels.stream().filter(label -> label.box() != null).toList();
        for (Label label : placed) {
            fits(label);
            onShapes(label);
            drawing.flows().stream()
                    .filter(flow -> flow.segments().stream().anyMatch(label.box()::touches))
                    .forEach(flow -> find(flow.id(), "runs through the name of %s %s", label.id(), label.box()));
            placed.subList(placed.indexOf(label) + 1, placed.size()).stream()
                    .filter(other -> label.box().touches(other.box()))
                    .forEach(other -> find(label.id(), "has its name %s on the name of %s", label.box(), other.id()));
        }
    }

    private static boolean isNamedOutside(Shape shape) {
        return !shape.name().isEmpty()
                && (shape.element() instanceof Event
                        || shape.element() instanceof Gateway
                        || shape.element() instanceof DataObjectReference);
    }

    private void fits(Label label) {
        TextExtent text = TextExtent.of(label.text(), Math.min(label.box().width() + LINE, LABEL_WIDTH), LABEL_FONT);
        if (text.width() > label.box().width() + LINE
                || text.height() > label.box().height() + LINE) {
            find(
                    label.id(),
                    "has too little room %s for its name: %.0f x %.0f",
                    label.box(),
                    text.width(),
                    text.height());
        }
    }

    private void onShapes(Label label) {
        for (Shape shape : drawing.shapes()) {
            if (drawing.surrounds(shape, label.scope())) {
                if (!shape.box().contains(label.box())) {
                    find(label.id(), "has its name %s outside %s %s", label.box(), shape.id(), shape.box());
                }
            } else if (shape.box().touches(label.box())) {
                find(label.id(), "has its name %s on %s %s", label.box(), shape.id(), shape.box());
            }
        }
    }

    private void inside() {
        for (Shape shape : drawing.shapes()) {
            if (!(shape.element() instanceof Activity activity) || shape.expanded()) {
                continue;
            }
            Box box = shape.box();
            TextExtent text = TextExtent.of(shape.name(), box.width() - 2 * ACTIVITY_PADDING, ACTIVITY_FONT);
            double above = (box.height() - text.height()) / 2;
            double besideFirstLine =
                    (box.width() - TextExtent.widthOf(text.lines().get(0), ACTIVITY_FONT)) / 2;
            boolean hasIcon = !(activity instanceof CallActivity) && !(activity instanceof SubProcess);
            boolean hasMarker = !hasIcon || activity.getLoopCharacteristics() != null;
            if (text.width() > box.width() - 2 * ACTIVITY_PADDING || above < ACTIVITY_PADDING) {
                find(shape.id(), "is too small %s for its name", box);
            } else if (hasIcon && above < ICON && besideFirstLine < ICON) {
                find(shape.id(), "has its name on its icon: %s", text.lines());
            } else if (hasMarker && above < MARKER) {
                find(shape.id(), "has its name on its marker: %s", text.lines());
            }
        }
    }

    /** An expanded subprocess has its name inside, at the top. */
    private void titles() {
        for (Shape around : drawing.shapes()) {
            if (around.expanded()) {
                double width = TextExtent.widthOf(around.name(), ACTIVITY_FONT);
                Box title =
                        new Box(around.box().centerX() - width / 2, around.box().y(), width, TITLE);
                drawing.flows().stream()
                        .filter(flow -> flow.scope().equals(around.id()))
                        .filter(flow -> flow.segments().stream().anyMatch(title::touches))
                        .forEach(flow -> find(flow.id(), "runs through the name of %s %s", around.id(), title));
                drawing.shapes().stream()
                        .filter(shape -> shape.scope().equals(around.id())
                                || shape.host().filter(around.id()::equals).isPresent())
                        .filter(shape -> title.touches(shape.box()))
                        .forEach(shape -> find(shape.id(), "stands on the name of %s %s", around.id(), title));
            }
        }
    }

    private void find(String element, String message, Object... arguments) {
        findings.add(new Finding(element, message.formatted(arguments)));
    }
}
