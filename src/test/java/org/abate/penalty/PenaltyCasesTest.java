package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
    private static final Path CASES = Path.of("src/test/resources/penalty-cases");
    /** Read once: the rules are tested many times over when changes are made to them on purpose. */
    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

    private static final Map<String, RuleBook> OTHER_POLICIES = new ConcurrentHashMap<>();

    private static final String TODAY = "2026-11-22";

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
        try (Stream<Path> files = Files.list(CASES)) {
            List<String> methods = Stream.of(PenaltyCasesTest.class.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(TestFactory.class))
                    .map(Method::getName)
                    .toList();
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("-|\\.yaml", "")))
                    .allSatisfy(file -> assertThat(methods).anyMatch(file::equalsIgnoreCase));
        }
    }

    private static Stream<DynamicTest> cases(String file) {
        JsonNode content = READ.computeIfAbsent(file, name -> read(CASES.resolve(name + ".yaml")));
        String rule = content.path("rule").asText(file);
        RuleBook book = content.has("settings")
                ? OTHER_POLICIES.computeIfAbsent(file, name -> withSettings(rule, content.get("settings")))
                : RuleBook.standard();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode worked : content.get("cases")) {
            tests.add(DynamicTest.dynamicTest(worked.get("name").asText(), () -> check(book, rule, worked)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static JsonNode read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        options.setAllowDuplicateKeys(false);
        try {
            Map<String, Object> content = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return JSON.valueToTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The rules as a department would have them that set another policy in the rule's file. */
    private static RuleBook withSettings(String rule, JsonNode settings) {
        return RuleBook.from(new ClassLoader(PenaltyCasesTest.class.getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                InputStream file = super.getResourceAsStream(name);
                return name.startsWith("rules/" + rule + "/") ? changed(file, settings) : file;
            }
        });
    }

    private static InputStream changed(InputStream file, JsonNode settings) {
        try (file) {
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, JsonNode> setting : settings.properties()) {
                String before = "value: " + setting.getKey() + ", text: ";
                assertThat(content).contains(before);
                content = content.replaceAll(
                        before + "[^,]*", before + setting.getValue().asText());
            }
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(RuleBook book, String rule, JsonNode worked) {
        assertThat(worked.path("citation").asText()).as("citation").isNotBlank();
        // Through the text, as it arrives over REST
        JsonNode input = Worksheets.parse(worked.get("input").toString());
        LocalDate today = LocalDate.parse(worked.path("today").asText(TODAY));
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
