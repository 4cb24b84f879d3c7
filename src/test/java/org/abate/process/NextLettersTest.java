package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** Who has a task finds the draft of the letter that goes out once it is done. */
class NextLettersTest {

    private static final Path LETTERS = Path.of("src/main/resources/letters/letters.yaml");

    private static final Map<String, BpmnModelInstance> DIAGRAMS = Models.in(Models.PROCESSES, ".bpmn").stream()
            .collect(Collectors.toMap(Models::nameOf, file -> Bpmn.readModelFromFile(file.toFile())));

    /** By form, what goes out after the tasks that show it. */
    private static final Map<String, Set<DocumentKind>> FORMS = tasks().collect(Collectors.toMap(
            task -> ((UserTask) task.node()).getCamundaFormRef(),
            task -> NextLetters.after(task, NextLettersTest::called),
            (one, other) -> Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet())));

    @Test
    void aTaskLeadsToTheLettersBehindItAndNoFurtherThanTheNextTask() {
        assertThat(after("tank-enforcement", "PrepareNoticeOfViolation"))
                .containsExactly(DocumentKind.NOTICE_OF_VIOLATION);
        assertThat(after("tank-enforcement", "ReviewComplianceSchedule"))
                .containsExactly(DocumentKind.SCHEDULE_DECISION_LETTER);
        assertThat(after("tank-enforcement", "EvaluateResponseToNotice")).isEmpty();
    }

    @Test
    void theLastTaskOfABlockLeadsToTheLettersOfTheDiagramThatCalledIt() {
        FlowNode call = node("drinking-water-enforcement", "IssueAdministrativeOrder");
        assertThat(NextLetters.after(
                        new NextLetters.Step(
                                node("administrative-penalty-order", "ApproveOrder"), new NextLetters.Step(call, null)),
                        NextLettersTest::called))
                .contains(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER);
    }

    /** A request is about no violation (10 CSR 60-6.010 to 60-6.060). */
    @Test
    void aRequestIsOfferedNoLetterOfAnEnforcementCase() {
        assertThat(anywhere("variance-request"))
                .contains(DocumentKind.DECISION_NOTICE, DocumentKind.PUBLIC_NOTICE, DocumentKind.HEARING_NOTICE)
                .doesNotContain(
                        DocumentKind.LETTER_OF_WARNING, DocumentKind.NOTICE_OF_VIOLATION, DocumentKind.CESSATION_ORDER);
        assertThat(anywhere("tank-enforcement"))
                .contains(
                        DocumentKind.LETTER_OF_WARNING,
                        DocumentKind.PENALTY_NEGOTIATION_LETTER,
                        DocumentKind.SETTLEMENT_AGREEMENT)
                .doesNotContain(DocumentKind.CESSATION_ORDER, DocumentKind.ADMINISTRATIVE_PENALTY_ORDER);
    }

    private static Set<DocumentKind> anywhere(String diagram) {
        return NextLetters.anywhere(called(diagram).orElseThrow(), NextLettersTest::called);
    }

    @Test
    void everyKindThatTheDiagramsSendIsFoundFromATask() {
        Set<DocumentKind> sent = DIAGRAMS.values().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(CamundaProperty.class).stream())
                .filter(property -> property.getCamundaName().equals("letter"))
                .map(property -> DocumentKind.valueOf(property.getCamundaValue()))
                .collect(Collectors.toSet());

        assertThat(FORMS.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .isEqualTo(sent);
    }

    /** Tasklist shows the form, and the form leads to the drafts; a worksheet's goes to its calculation first. */
    @Test
    void theFormOfATaskBeforeALetterSaysWhereItIsDrafted() throws IOException {
        JsonNode letters = new YAMLMapper().readTree(LETTERS.toFile()).get("letters");
        Set<String> before = FORMS.entrySet().stream()
                .filter(form -> form.getValue().stream()
                        .anyMatch(kind -> letters.get(kind.name()).hasNonNull("delivery")))
                .map(Map.Entry::getKey)
                .filter(form -> !form.contains("$"))
                .collect(Collectors.toCollection(TreeSet::new));
        before.add("put-failed-step-right");

        Set<String> say = Models.in(Models.PROCESSES, ".form").stream()
                .filter(form ->
                        Models.read(form).contains("[Draft what may be sent next](/cases/{{caseNumber}}#tasks)"))
                .map(Models::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(say).isEqualTo(before);
    }

    /** Every task, in each diagram that calls its own. */
    private static Stream<NextLetters.Step> tasks() {
        return DIAGRAMS.keySet().stream().flatMap(diagram -> steps(diagram, UserTask.class));
    }

    private static Stream<NextLetters.Step> steps(String diagram, Class<? extends FlowNode> kind) {
        List<NextLetters.Step> callers = DIAGRAMS.keySet().stream()
                .filter(calling -> calls(calling, diagram))
                .flatMap(calling -> steps(calling, CallActivity.class))
                .filter(call -> ((CallActivity) call.node()).getCalledElement().equals(diagram))
                .toList();
        return DIAGRAMS.get(diagram).getModelElementsByType(kind).stream()
                .flatMap(node -> callers.isEmpty()
                        ? Stream.of(new NextLetters.Step(node, null))
                        : callers.stream().map(call -> new NextLetters.Step(node, call)));
    }

    private static boolean calls(String calling, String diagram) {
        return DIAGRAMS.get(calling).getModelElementsByType(CallActivity.class).stream()
                .anyMatch(call -> call.getCalledElement().equals(diagram));
    }

    private static Set<DocumentKind> after(String diagram, String task) {
        return NextLetters.after(new NextLetters.Step(node(diagram, task), null), NextLettersTest::called);
    }

    private static FlowNode node(String diagram, String id) {
        return DIAGRAMS.get(diagram).getModelElementById(id);
    }

    private static Optional<Process> called(String id) {
        return Optional.of(DIAGRAMS.get(id).getModelElementById(id));
    }
}
