package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A diagram can be read")
class DiagramReadabilityTest {

    private static final Path SAMPLE = Path.of("src/test/resources/process/diagrams/building-blocks/inspection.bpmn");

    @TempDir
    Path folder;

    static List<Path> diagrams() {
        return Models.in(Models.PROCESSES, ".bpmn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    void isReadable(Path diagram) {
        assertThat(Readability.check(Drawing.read(diagram))).isEmpty();
    }

    @Test
    void aReadableDiagramHasNoFinding() {
        assertThat(findings(Edited.copyOf(SAMPLE))).isEmpty();
    }

    @Test
    void flowsThatMeetInOneTargetMayShareTheEndOfTheirWay() {
        Edited merged = Edited.copyOf(SAMPLE)
                .with(
                        "sourceRef=\"AnswerDue\" targetRef=\"NoAnswer\"",
                        "sourceRef=\"AnswerDue\" targetRef=\"AnswerAccepted\"")
                .with(
                        "<di:waypoint x=\"1162\" y=\"280\" />",
                        "<di:waypoint x=\"1110\" y=\"280\" /><di:waypoint x=\"1110\" y=\"160\" />"
                                + "<di:waypoint x=\"1162\" y=\"160\" />");

        assertThat(findings(merged)).isEmpty();
        assertThat(findings(merged.with("targetRef=\"AnswerAccepted\" />", "targetRef=\"NoAnswer\" />")))
                .anyMatch(finding -> finding.contains("crosses or touches Late"));
    }

    @Test
    void anEventOnTheBorderDoesNotCoverTheTitle() {
        Edited covered = Edited.copyOf(SAMPLE)
                .with(
                        "<bpmn:sequenceFlow id=\"Awaited\"",
                        "<bpmn:boundaryEvent id=\"Recalled\" attachedToRef=\"AwaitAnswer\">"
                                + "<bpmn:escalationEventDefinition id=\"Recalled_Escalation\" /></bpmn:boundaryEvent>"
                                + "<bpmn:sequenceFlow id=\"Awaited\"")
                .with(
                        "<bpmndi:BPMNShape id=\"NoticeSent_di\"",
                        "<bpmndi:BPMNShape id=\"Recalled_di\" bpmnElement=\"Recalled\">"
                                + "<dc:Bounds x=\"867\" y=\"42\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNShape id=\"NoticeSent_di\"");

        assertThat(findings(covered))
                .anyMatch(finding -> finding.contains("Recalled stands on the name of AwaitAnswer"));
        assertThat(findings(covered.with("x=\"867\" y=\"42\"", "x=\"1100\" y=\"42\"")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "an element not drawn          | bpmnElement=\"Inspected\"  | bpmnElement=\"Gone\"   | Inspected is not drawn",
                "a shape on a shape            | x=\"1480\" y=\"120\"       | x=\"1400\" y=\"120\"   | overlaps ApproveInspection",
                "a shape outside its container | x=\"1162\" y=\"262\"       | x=\"1162\" y=\"362\"   | is not inside AwaitAnswer",
                "a slanting flow               | x=\"1640\" y=\"160\"       | x=\"1640\" y=\"170\"   | Approved slants",
                "a flow through a shape        | y=\"90\"                   | y=\"150\"              | Inadequate runs through RecordAnswer",
                "a flow along a border         | y=\"90\"                   | y=\"120\"              | Inadequate runs through RecordAnswer",
                "flows that cross              | y=\"90\"                   | y=\"280\"              | Inadequate crosses or touches Late",
                "flows that leave from a point | x=\"1020\" y=\"135\"       | x=\"1045\" y=\"160\"   | Adequate crosses or touches Inadequate",
                "a flow away from its target   | x=\"1320\" y=\"160\"       | x=\"1300\" y=\"160\"   | Answered reaches DetermineApprovers",
                "a flow through a name         | x=\"888\" y=\"223\"        | x=\"860\" y=\"223\"    | Late runs through the name of AnswerDue",
                "a flow through a title        | y=\"90\"                   | y=\"70\"               | Inadequate runs through the name of AwaitAnswer",
                "a name on a shape             | x=\"1810\" y=\"185\"       | x=\"1810\" y=\"165\"   | on InspectionDone",
                "a name on a name              | x=\"993\" y=\"192\"        | x=\"940\" y=\"215\"    | on the name of AnswerDue",
                "a name across a border        | x=\"1152\" y=\"305\"       | x=\"1152\" y=\"345\"   | outside AwaitAnswer",
                "a name without room           | width=\"88\" height=\"14\" | width=\"40\" height=\"14\" | AnswerAccepted has too little room",
                "a name without a place        | <dc:Bounds x=\"1810\" y=\"185\" width=\"80\" height=\"14\" /> | ~~ | InspectionDone has no place",
                "a name on an icon             | \"Approve inspection\"     | \"Approve the inspection of the facility\" | on its icon",
                "a name on a marker            | \"Inspect again\"          | \"Inspect the whole facility once again\" | on its marker",
                "a name too long               | \"Approve inspection\"     | \"Approve the inspection of all tanks of the facility with its piping\" | is too small",
                "an end left of the start      | x=\"1832\" y=\"142\"       | x=\"100\" y=\"142\"    | InspectionDone is not to the right",
                "a flow back without a loop    | x=\"1832\" y=\"142\"       | x=\"100\" y=\"142\"    | Inspected leads back"
            })
    void finds(String mistake, String text, String replacement, String finding) {
        assertThat(findings(Edited.copyOf(SAMPLE).with(text, replacement))).anyMatch(found -> found.contains(finding));
    }

    private List<String> findings(Edited diagram) {
        Path file = diagram.writeTo(folder.resolve("inspection.bpmn"));
        return Readability.check(Drawing.read(file)).stream()
                .map(Finding::toString)
                .toList();
    }
}
