package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** {@code docs/clauses.md} says where each clause of the sources is, and does not outlive the step that it names. */
class ClausesTest {

    private static final Path CLAUSES = Path.of("docs", "clauses.md");
    private static final Pattern STEP = Pattern.compile("`(?<diagram>[a-z-]+|<program>)#(?<step>\\w+)`");
    private static final Pattern INTERPRETATION = Pattern.compile("[;,] ([A-Z]{1,2}\\d+)(?= |,|$)", Pattern.MULTILINE);

    private final Map<String, BpmnModelInstance> diagrams = Models.in(Models.PROCESSES, ".bpmn").stream()
            .collect(Collectors.toMap(Models::nameOf, file -> Bpmn.readModelFromFile(file.toFile())));

    @Test
    void everyStepThatIsNamedIsInItsDiagram() {
        List<MatchResult> steps = STEP.matcher(Models.read(CLAUSES)).results().toList();

        assertThat(steps).hasSizeGreaterThan(50);
        assertThat(steps).allSatisfy(step -> assertThat(has(step.group(1), step.group(2)))
                .as(step.group())
                .isTrue());
    }

    /** A step of every program stands in several of their diagrams. */
    private boolean has(String diagram, String step) {
        return diagram.equals("<program>")
                ? diagrams.entrySet().stream()
                                .filter(each -> each.getKey().endsWith("-enforcement"))
                                .filter(each -> each.getValue().getModelElementById(step) != null)
                                .count()
                        > 1
                : diagrams.containsKey(diagram) && diagrams.get(diagram).getModelElementById(step) != null;
    }

    @Test
    void everyInterpretationThatIsNamedIsThere() {
        String interpretations = Models.read(Path.of("docs", "interpretations.md"));

        assertThat(INTERPRETATION.matcher(Models.read(CLAUSES)).results().map(named -> named.group(1)))
                .isNotEmpty()
                .allSatisfy(number -> assertThat(interpretations).contains("\n### " + number + " "));
    }
}
