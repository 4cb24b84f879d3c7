package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** {@code docs/deadlines.md} says of every deadline how long it is and from which day it counts, as the diagrams have it. */
class DeadlineTableTest {

    private static final Path TABLE = Path.of("docs", "deadlines.md");
    private static final Pattern STEP = Pattern.compile("`([a-z-]+#\\w+)`");
    private static final Pattern COUNTS_FROM = Pattern.compile("\\(`(\\w+)`\\)");

    @Test
    void everyDeadlineOfTheDiagramsStandsInTheTableAndNoOther() {
        Set<String> listed = rows().filter(row -> STEP.matcher(row[0]).matches())
                .map(row -> row[0] + " " + row[1] + " "
                        + COUNTS_FROM
                                .matcher(row[2])
                                .results()
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).hasSizeGreaterThan(50).isEqualTo(drawn(true));
    }

    @Test
    void everyWorkingTimeStandsInTheTableAndNoOther() {
        Set<String> listed = rows().filter(row -> row[0].startsWith("`P"))
                .flatMap(row -> STEP.matcher(row[1]).results().map(step -> step.group() + " " + row[0] + " "))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).hasSizeGreaterThan(200).isEqualTo(drawn(false));
    }

    private static Stream<String[]> rows() {
        return Models.read(TABLE).lines().filter(line -> line.startsWith("| `")).map(line -> Arrays.stream(
                        line.substring(1).split("\\|"))
                .map(String::strip)
                .toArray(String[]::new));
    }

    /** Each as {@code `diagram#id` `length` variable}. */
    private static Set<String> drawn(boolean deadlines) {
        return Models.in(Models.PROCESSES, ".bpmn").stream()
                .flatMap(file -> {
                    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                    return (deadlines ? Stream.concat(timers(model), dueDates(model, true)) : dueDates(model, false))
                            .map(deadline -> "`" + Models.nameOf(file) + "#" + deadline);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What comes round again and again is no deadline. */
    private static Stream<String> timers(BpmnModelInstance model) {
        return model.getModelElementsByType(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeCycle() == null)
                .map(timer -> {
                    Event event = (Event) timer.getParentElement();
                    String from = countsFrom(event);
                    return line(
                            event,
                            (timer.getTimeDuration() == null ? timer.getTimeDate() : timer.getTimeDuration())
                                    .getTextContent(),
                            from.isEmpty() && event instanceof BoundaryEvent boundary
                                    ? countsFrom(boundary.getAttachedTo())
                                    : from);
                });
    }

    private static Stream<String> dueDates(BpmnModelInstance model, boolean deadlines) {
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaDueDate() != null)
                .filter(task -> deadlines
                        == (!countsFrom(task).isEmpty()
                                || !task.getCamundaDueDate().startsWith("P")))
                .map(task -> line(task, task.getCamundaDueDate(), countsFrom(task)));
    }

    private static String line(BaseElement element, String length, String countsFrom) {
        return element.getId() + "` `" + length.strip() + "` " + countsFrom;
    }

    private static String countsFrom(BaseElement element) {
        return element.getExtensionElements() == null
                ? ""
                : element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> CountedFrom.SETTING.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }
}
