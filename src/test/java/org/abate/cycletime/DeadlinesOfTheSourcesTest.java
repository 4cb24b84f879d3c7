package org.abate.cycletime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code docs/deadlines.md} says of a deadline's source is what conformance says of it, so each deadline of the sources
 * is a line there.
 */
class DeadlinesOfTheSourcesTest {

    private static final Pattern STEP = Pattern.compile("`([a-z-]+)#(\\w+)`");

    /** The yearly inventory runs without a case; its own page says who was late. */
    private static final String WITHOUT_A_CASE = "emission-inventory";

    /** Time that somebody has for a choice. */
    private static final Set<String> RIGHTS = Set.of("AppealTimePassed", "RecordHearingRequest", "YearPassed");

    private record Row(String diagram, String element, String says) {

        boolean isOfASource() {
            return !says.startsWith("office target");
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs", "deadlines.md")).stream()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> cells.size() > 4)
                .flatMap(cells -> STEP.matcher(cells.get(1))
                        .results()
                        .map(step -> new Row(step.group(1), step.group(2), cells.get(4))))
                .filter(row -> !row.diagram().equals(WITHOUT_A_CASE));
    }

    /** The tasks of the section "Working time". */
    static Stream<Row> workingTimes() throws IOException {
        return Files.readAllLines(Path.of("docs", "deadlines.md")).stream()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> cells.size() == 3 && cells.get(1).matches("`P\\d+[DY]`"))
                .flatMap(cells -> STEP.matcher(cells.get(2)).results())
                .map(step -> new Row(step.group(1), step.group(2), "office target"));
    }

    @Test
    void howLongTheOfficeGivesItselfForATaskIsNoDemandOfASource() throws IOException {
        Map<String, BpmnModelInstance> models = new HashMap<>();
        List<Row> rows = workingTimes().toList();
        for (Row row : rows) {
            models.put(row.diagram(), model(row.diagram()));
        }

        assertThat(rows).hasSizeGreaterThan(100).noneMatch(row -> DeadlineSources.source(
                        models.get(row.diagram()), row.element())
                .rule());
    }

    @Test
    void theTableHasDeadlinesOfTheSourcesAndOfTheOffice() throws IOException {
        assertThat(rows().filter(Row::isOfASource)).hasSizeGreaterThan(20);
        assertThat(rows().filter(row -> !row.isOfASource())).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatTheTableSaysOfTheSourceIsWhatConformanceSays(Row row) throws IOException {
        BpmnModelInstance model = model(row.diagram());
        String line = line(model, row.element());

        DeadlineSources.Source source = DeadlineSources.source(model, line);

        assertThat(source.rule()).as(source.text()).isEqualTo(row.isOfASource());
        assertThat(source.duty()).as(source.text()).isEqualTo(!RIGHTS.contains(line));
    }

    /** The task on which a timer stands; else the timer itself. */
    private static String line(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof BoundaryEvent event
                        && event.getAttachedTo() instanceof UserTask task
                ? task.getId()
                : element;
    }

    private static BpmnModelInstance model(String diagram) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(diagram + ".bpmn"))
                    .toList();
            assertThat(found).hasSize(1);
            return Bpmn.readModelFromFile(found.get(0).toFile());
        }
    }
}
