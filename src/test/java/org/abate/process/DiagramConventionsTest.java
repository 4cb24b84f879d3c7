package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.access.Office;
import org.abate.casefile.Program;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The models keep the conventions")
class DiagramConventionsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/process/diagrams");
    private static final Path SAMPLE = SAMPLES.resolve("building-blocks/inspection.bpmn");

    /** What Tasklist cannot show, or cannot complete. */
    private static final Set<String> UNUSABLE_FIELDS = Set.of("filepicker", "dynamiclist", "table", "button", "iframe");

    @TempDir
    Path folder;

    static List<Path> diagrams() {
        return Models.in(Models.PROCESSES, ".bpmn");
    }

    static List<Path> decisions() {
        return Models.in(Models.PROCESSES, ".dmn");
    }

    static List<Path> forms() {
        return Models.in(Models.PROCESSES, ".form");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    void aDiagramKeepsTheConventions(Path diagram) {
        assertThat(check(diagram, new Models(Models.PROCESSES))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void aDecisionIsNamedAfterItsFileAndKeepsItsHistory(Path file) {
        assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getId()).isEqualTo(Models.nameOf(file));
                    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
                    assertThat(Models.folderOf(file)).isEqualTo("decisions");
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormIsNamedAfterItsFileAndHasOnlyFieldsThatTasklistCanComplete(Path file) throws IOException {
        JsonNode form = new ObjectMapper().readTree(file.toFile());

        assertThat(form.path("id").asText()).isEqualTo(Models.nameOf(file));
        assertThat(form.findValuesAsText("type")).doesNotContainAnyElementsOf(UNUSABLE_FIELDS);
    }

    /** What has happened has not happened before the case it belongs to, nor tomorrow. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aDateOfAFormCannotBeNonsense(Path file) throws IOException {
        Form form = Form.parse(new ObjectMapper().readTree(file.toFile()));
        // Where no case is open yet, the record itself says how far back it may lie
        boolean begins = Stream.of("discoveredOn", "inventoryYear")
                .anyMatch(key -> form.field(key).isPresent());

        assertThat(form.fields())
                .filteredOn(field -> field.type().equals("datetime"))
                // It lies before the discovery, however long
                .filteredOn(field -> !field.key().equals(OrdinaryDiligence.VARIABLE))
                .allSatisfy(field -> assertThat(begins ? field.property("latest") : field.property("earliest"))
                        .as(field.key())
                        .isPresent());
    }

    /** A call hands back its variables each time an escalation of its block is caught, and once more when it has ended. */
    @Test
    void whatABlockReportsOnItsWayIsNotTakenForItsEnd() {
        Set<String> reporting = diagrams().stream()
                .filter(diagram -> Models.read(diagram).contains("<bpmn:intermediateThrowEvent")
                        || Models.read(diagram).contains("escalationEventDefinition"))
                .filter(diagram -> !Models.nameOf(diagram).endsWith("-enforcement"))
                .filter(diagram ->
                        !escalations(diagram, BoundaryEvent.class).containsAll(escalations(diagram, ThrowEvent.class)))
                .map(Models::nameOf)
                .collect(Collectors.toSet());
        assertThat(reporting).containsExactlyInAnyOrder("coal-orders-and-notices", "minerals-notice");

        assertThat(calls().filter(call -> reporting.contains(call.getCalledElement())))
                .hasSize(7)
                .allSatisfy(call -> assertThat(call.getModelInstance().getModelElementsByType(CamundaOut.class))
                        .filteredOn(
                                out -> out.getParentElement().getParentElement().equals(call))
                        .as("%s tells its caller what it knows, nothing fixed", call.getId())
                        .allSatisfy(out ->
                                assertThat(out.getCamundaSourceExpression()).isNull()));
    }

    /** The escalations that events of a kind throw or catch; what a diagram catches itself it does not report. */
    private static List<String> escalations(Path diagram, Class<? extends Event> events) {
        return Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(events).stream()
                .flatMap(event -> event.getChildElementsByType(EscalationEventDefinition.class).stream())
                .map(definition -> definition.getEscalation().getEscalationCode())
                .toList();
    }

    private static Stream<CallActivity> calls() {
        return diagrams().stream()
                .map(diagram -> Bpmn.readModelFromFile(diagram.toFile()))
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream());
    }

    @Test
    void noBuildingBlockKnowsAProgramButByItsInputs() {
        String programs = Stream.concat(
                        Stream.of(Program.values()).map(Program::id),
                        Stream.of(Office.values()).map(Office::id))
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern known = Pattern.compile("(?<![\\w-])(" + programs + ")(?![\\w-]|-worksheet|-calculation)" + "|("
                + programs + ")-(staff|enforcement|chief|director)");
        assertThat(diagrams().stream()
                        .filter(diagram -> Models.folderOf(diagram).equals("building-blocks")))
                .hasSizeGreaterThan(10)
                .allSatisfy(diagram -> assertThat(Models.read(diagram)
                                .replaceAll("(?s)<bpmn:documentation>.*?</bpmn:documentation>", "")
                                .replaceAll("\\bname=\"[^\"]*\"", ""))
                        .doesNotContainPattern(known));
    }

    @Test
    void aDiagramThatKeepsThemHasNoFinding() {
        assertThat(check(SAMPLE, new Models(SAMPLES))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "another process id            | process id=\"inspection\" | process id=\"other\"      | other is not named like its file",
                "a process not executable      | isExecutable=\"true\"   | isExecutable=\"false\"      | inspection is not executable",
                "a process without version     | camunda:versionTag=\"1.0.0\" | ~~                     | inspection has no version tag",
                "a short history               | P3650D                  | P30D                        | inspection does not keep its history",
                "a process without source      | Source: Manual 3.3 Tanks. | ~~                        | inspection does not cite its source",
                "a generated id                | RecordAnswer            | Activity_0abc123            | Activity_0abc123 has a generated id",
                "an event without a name       | name=\"No answer\"      | ~~                          | NoAnswer has no name",
                "a task without instruction    | Claim this task and complete it when the answer comes in. | ~~ | RecordAnswer does not tell",
                "a task without form           | formRef=\"record-answer\" camunda:formRefBinding=\"latest\" camunda:candidate | candidate | RecordAnswer has no form",
                "a form bound to a deployment  | formRefBinding=\"latest\" | formRefBinding=\"deployment\" | RecordAnswer does not take the latest",
                "a form that is not there      | \"record-answer\"       | \"no-answer\"               | RecordAnswer has the form no-answer",
                "a start form not there        | name=\"Inspection ordered\" | name=\"Inspection ordered\" camunda:formRef=\"no-form\" | has the form no-form",
                "a task for nobody             | camunda:candidateGroups=\"tanks-staff\" | ~~          | RecordAnswer has no candidate groups",
                "a group that does not exist   | \"tanks-staff\"         | \"tank-staff\"              | is for the group tank-staff",
                "a group an office lacks       | ${office}-chief         | ${office}-director          | is for the group tanks-director",
                "a fixed person                | ${caseManager}          | jsmith                      | is assigned to a fixed person",
                "a task without deadline       | camunda:dueDate=\"P10D\" | ~~                         | ApproveInspection has neither",
                "a timer that ends nothing     | attachedToRef=\"RecordAnswer\" | cancelActivity=\"false\" attachedToRef=\"RecordAnswer\" | RecordAnswer has neither",
                "a gateway without question    | Answer adequate?        | Answer                      | AnswerAdequate does not ask",
                "a gateway without default     | default=\"Inadequate\"  | ~~                          | AnswerAdequate has no default",
                "a default with a condition    | default=\"Inadequate\"  | default=\"Adequate\"        | Adequate has a condition and is the default",
                "a flow without condition      | default=\"Inadequate\"  | default=\"Adequate\"        | Inadequate has no condition",
                "a flow without answer         | name=\"Yes\"            | ~~                          | Adequate does not say",
                "an event of the case          | \"InspectionWithdrawn\" | \"CaseWithdrawn\"           | hears CaseWithdrawn",
                "an unknown delegate           | ${sendLetter}           | ${runtime}                  | SendNotice calls ${runtime}",
                "a side effect in line         | camunda:asyncBefore=\"true\" | ~~                     | SendNotice is not asynchronous",
                "no retry                      | R3/PT1M                 | R3/PT1S                     | SendNotice does not retry",
                "an unknown process            | calledElement=\"inspection\" | calledElement=\"gone\" | Inspect calls no process",
                "another case number           | #{execution.processBusinessKey}\" | ${caseNumber}\"   | Inspect does not hand on",
                "an unknown decision           | \"approval\"            | \"refusal\"                 | DetermineApprovers asks no decision",
                "a class                       | camunda:delegateExpression=\"${sendLetter}\" | camunda:class=\"org.abate.Send\" | SendNotice has the attribute class",
                "a script                      | <bpmn:documentation>Read the answer and approve the inspection.</bpmn:documentation> | <bpmn:documentation>Read.</bpmn:documentation><bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener></bpmn:extensionElements> | ApproveInspection has a script",
                "a method of a bean            | record.lacksWorksheet(execution.processBusinessKey) | runtimeService.deleteAll() | Adequate has an expression",
                "a deferred expression as well | #{execution.processBusinessKey} | #{execution.engineServices} | Inspect has an expression"
            })
    void finds(String mistake, String text, String replacement, String finding) {
        Path diagram = Edited.copyOf(SAMPLE)
                .with(text, replacement)
                .writeTo(folder.resolve("building-blocks/inspection.bpmn"));

        assertThat(check(diagram, new Models(SAMPLES)))
                .extracting(Finding::toString)
                .anyMatch(found -> found.contains(finding));
    }

    @Test
    void findsAnEnforcementProcessThatIsDeafToTheEventsOfItsCase() {
        Path diagram = Edited.copyOf(SAMPLE)
                .with("\"inspection\"", "\"inspection-enforcement\"")
                .with("\"InspectionWithdrawn\"", "\"CaseWithdrawn\"")
                .writeTo(folder.resolve("water/inspection-enforcement.bpmn"));

        assertThat(check(diagram, new Models(folder)))
                .extracting(Finding::message)
                .contains(
                        "does not hear ReturnedToCompliance as a case must",
                        "does not hear NewViolationFound as a case must")
                .doesNotContain("does not hear CaseWithdrawn as a case must");
    }

    private static List<Finding> check(Path diagram, Models models) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        return Stream.of(Conventions.check(diagram, model), Calls.check(model, models), Code.check(diagram))
                .flatMap(List::stream)
                .toList();
    }
}
