package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The worked cases of {@code src/test/resources/penalty-cases}, one file for each rule, to be read by a lawyer. A case has a
 * name, a citation, the input, and either what the worksheet must say ({@code total}, {@code uncapped}, {@code violations},
 * {@code lines} in their order, each with at least the properties given), or the {@code result} of a calculation that is no
 * assessment, or the faults it is refused for. Where {@code without} lists texts, no line has them. A file's {@code rule} is
 * its name unless it says so; its {@code settings} stand in place of those of the rule file. Top-level {@code shared} entries
 * are there for the anchors of the cases. The figures were worked out from the rule by hand.
 */
class PenaltyCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> air() {
        return cases("air");
    }

    @TestFactory
    Stream<DynamicTest> cleanWater() {
        return cases("clean-water");
    }

    @TestFactory
    Stream<DynamicTest> coal() {
        return cases("coal");
    }

    @TestFactory
    Stream<DynamicTest> drinkingWater() {
        return cases("drinking-water");
    }

    @TestFactory
    Stream<DynamicTest> drinkingWaterCivil() {
        return cases("drinking-water-civil");
    }

    @TestFactory
    Stream<DynamicTest> drinkingWaterLatePayment() {
        return cases("drinking-water-late-payment");
    }

    @TestFactory
    Stream<DynamicTest> economicBenefit() {
        return cases("economic-benefit");
    }

    @TestFactory
    Stream<DynamicTest> habitualViolator() {
        return cases("habitual-violator");
    }

    @TestFactory
    Stream<DynamicTest> hazardousWaste() {
        return cases("hazardous-waste");
    }

    @TestFactory
    Stream<DynamicTest> industrialMinerals() {
        return cases("industrial-minerals");
    }

    @TestFactory
    Stream<DynamicTest> metallicMinerals() {
        return cases("metallic-minerals");
    }

    @TestFactory
    Stream<DynamicTest> solidWaste() {
        return cases("solid-waste");
    }

    @TestFactory
    Stream<DynamicTest> undergroundStorageTank() {
        return cases("underground-storage-tank");
    }

    @TestFactory
    Stream<DynamicTest> undergroundStorageTankFederal() {
        return cases("underground-storage-tank-federal");
    }

    @Test
    void everyFileOfCasesIsRead() throws IOException {
        List<String> methods = Stream.of(PenaltyCasesTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(TestFactory.class))
                .map(Method::getName)
                .toList();
        assertThat(WorkedCases.files()).allSatisfy(file -> assertThat(methods)
                .anyMatch(method -> file.replace("-", "").equalsIgnoreCase(method)));
    }

    private static Stream<DynamicTest> cases(String file) {
        WorkedCases cases = WorkedCases.of(file);
        return cases.all().stream()
                .map(worked -> DynamicTest.dynamicTest(
                        worked.get("name").asText(), () -> check(cases.book(), cases.rule(), worked)));
    }

    private static void check(RuleBook book, String rule, JsonNode worked) {
        assertThat(worked.path("citation").asText()).as("citation").isNotBlank();
        JsonNode input = WorkedCases.input(worked);
        LocalDate today = WorkedCases.today(worked);
        if (worked.has("refused")) {
            refused(book, rule, input, today, worked.get("refused"));
            return;
        }
        JsonNode result = JSON.valueToTree(book.calculate(rule, input, today));
        if (worked.has("result")) {
            assertThat(result).isEqualTo(worked.get("result"));
            return;
        }
        for (String property : List.of("total", "uncapped", "version")) {
            if (worked.has(property)) {
                assertThat(result.get(property)).as(property).isEqualTo(worked.get(property));
            }
        }
        assertThat(worked.has("total")).as("a case says its total").isTrue();
        for (int i = 0; i < worked.path("violations").size(); i++) {
            contains(result.at("/violations/" + i), worked.at("/violations/" + i));
        }
        lines(result.get("lines"), worked.path("lines"));
        for (JsonNode text : worked.path("without")) {
            assertThat(result.get("lines"))
                    .noneSatisfy(line -> assertThat(line.get("text").asText()).contains(text.asText()));
        }
    }

    private static void refused(RuleBook book, String rule, JsonNode input, LocalDate today, JsonNode expected) {
        assertThatThrownBy(() -> book.calculate(rule, input, today))
                .isInstanceOfSatisfying(WorksheetRefused.class, refused -> {
                    List<String> fields = new ArrayList<>();
                    expected.forEach(fault -> fields.add(fault.get("field").asText()));
                    assertThat(refused.faults()).extracting(Fault::field).containsExactlyInAnyOrderElementsOf(fields);
                    for (JsonNode fault : expected) {
                        assertThat(refused.faults())
                                .anySatisfy(given -> assertThat(given.field() + " " + given.message())
                                        .startsWith(fault.get("field").asText() + " ")
                                        .contains(fault.path("message").asText("")));
                    }
                });
    }

    /** Every expected line, in order; others may stand between them. */
    private static void lines(JsonNode lines, JsonNode expected) {
        Iterator<JsonNode> given = lines.elements();
        for (JsonNode line : expected) {
            boolean found = false;
            while (!found && given.hasNext()) {
                found = matches(given.next(), line);
            }
            assertThat(found)
                    .as("line %s in order in%n%s", line, lines.toPrettyString())
                    .isTrue();
        }
    }

    private static boolean matches(JsonNode line, JsonNode expected) {
        for (Map.Entry<String, JsonNode> property : expected.properties()) {
            JsonNode given = line.path(property.getKey());
            boolean words = List.of("text", "note", "input", "citation").contains(property.getKey());
            boolean same = words && property.getValue().isTextual()
                    ? given.asText().contains(property.getValue().asText())
                    : given.equals(property.getValue());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static void contains(JsonNode given, JsonNode expected) {
        for (Map.Entry<String, JsonNode> property : expected.properties()) {
            assertThat(given.get(property.getKey())).as(property.getKey()).isEqualTo(property.getValue());
        }
    }
}
