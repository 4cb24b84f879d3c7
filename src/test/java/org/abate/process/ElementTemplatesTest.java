package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An element template offers in Modeler what the application knows")
class ElementTemplatesTest {

    private static final Path TEMPLATES = Models.PROCESSES.resolve(".camunda/element-templates");

    @Test
    void everyDelegateHasItsTemplate() throws IOException {
        List<String> delegates = new ArrayList<>();
        for (Path file : Models.in(TEMPLATES, ".json")) {
            for (JsonNode property : template(Models.nameOf(file)).path("properties")) {
                if (property.at("/binding/name").asText().equals("camunda:delegateExpression")) {
                    delegates.add(property.path("value").asText());
                }
            }
        }

        assertThat(delegates)
                .containsExactlyInAnyOrder(
                        "${openCase}",
                        "${sendLetter}",
                        "${assessPenalty}",
                        "${recordOutcome}",
                        "${startCase}",
                        "${notify}",
                        "${openInventoryYear}",
                        "${inventoryWork}",
                        "${recordSubmission}",
                        "${recordRequest}",
                        "${serviceWatch}");
    }

    @Test
    void aLetterIsAKindOfDocumentUnderItsTitle() throws IOException {
        assertThat(choices("send-letter", "letter")).isNotEmpty().allSatisfy((kind, title) -> assertThat(
                        DocumentKind.valueOf(kind).title())
                .isEqualTo(title));
    }

    @Test
    void anOutcomeIsAnyStatusButOpen() throws IOException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        Arrays.stream(CaseStatus.values())
                .filter(status -> status != CaseStatus.OPEN)
                .forEach(status -> outcomes.put(status.name(), status.title()));

        assertThat(choices("record-outcome", "outcome")).isEqualTo(outcomes);
    }

    @Test
    void aCaseIsStartedInAnyProgram() throws IOException {
        Map<String, String> programs = new LinkedHashMap<>();
        Arrays.stream(Program.values()).forEach(program -> programs.put(program.id(), program.title()));

        assertThat(choices("start-case", "program")).isEqualTo(programs);
    }

    @Test
    void theWorkOfAnInventoryIsWhatTheApplicationDoes() throws IOException {
        assertThat(choices("inventory-work", "work").keySet())
                .containsExactlyElementsOf(Arrays.stream(InventoryWork.Work.values())
                        .map(InventoryWork.Work::name)
                        .toList());
    }

    private static Map<String, String> choices(String template, String setting) throws IOException {
        Map<String, String> choices = new LinkedHashMap<>();
        for (JsonNode property : template(template).path("properties")) {
            if (property.at("/binding/name").asText().equals(setting)) {
                property.path("choices")
                        .forEach(choice -> choices.put(
                                choice.path("value").asText(),
                                choice.path("name").asText()));
            }
        }
        return choices;
    }

    private static JsonNode template(String name) throws IOException {
        return new ObjectMapper().readTree(TEMPLATES.resolve(name + ".json").toFile());
    }
}
