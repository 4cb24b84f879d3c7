package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A due date that no rule demands says so, to the manager in the diagram and to the staff in the form. */
class OfficeTargetsTest {

    private static final String WORDS = "office target";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hazardous-waste/tank-enforcement",
                "building-blocks/attorney-general-referral",
                "building-blocks/compliance-schedule",
                "building-blocks/failed-step",
                "building-blocks/overdue-proof-of-service",
                "building-blocks/legal-action",
                "building-blocks/penalty-assessment",
                "building-blocks/settlement"
            })
    void aDueDateWithoutARuleIsCalledAnOfficeTarget(String diagram) throws IOException {
        List<UserTask> targets = Bpmn.readModelFromFile(
                        Models.PROCESSES.resolve(diagram + ".bpmn").toFile())
                .getModelElementsByType(UserTask.class)
                .stream()
                .filter(task -> task.getCamundaDueDate() != null
                        && task.getCamundaDueDate().startsWith("P"))
                .toList();
        for (UserTask task : targets) {
            assertThat(task.getDocumentations().iterator().next().getTextContent())
                    .as(task.getId())
                    .contains(WORDS);
            assertThat(text(form(task.getCamundaFormRef()))).as(task.getId()).contains(WORDS);
        }
        assertThat(targets).as(diagram).isNotEmpty();
    }

    private static Path form(String reference) {
        String id = reference.replace("${penaltyRule}", "underground-storage-tank");
        return Models.in(Models.PROCESSES, ".form").stream()
                .filter(file -> Models.nameOf(file).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path form) throws IOException {
        return new ObjectMapper()
                .readTree(form.toFile())
                .findValuesAsText("text")
                .toString();
    }
}
