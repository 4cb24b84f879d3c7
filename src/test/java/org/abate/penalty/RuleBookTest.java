package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {

    private static final String TANKS = "underground-storage-tank";
    private static final Path RULES = Path.of("src/main/resources/rules");
    private static final LocalDate TODAY = LocalDate.of(2031, 1, 1);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void anUnknownRuleIsNamed() {
        JsonNode worksheet = Worksheets.parse("{}");
        assertThatThrownBy(() -> RuleBook.standard().assess("noise", worksheet, TODAY))
                .isInstanceOf(NoSuchRule.class)
                .hasMessage("The rule book has no rule \"noise\"");
        assertThatThrownBy(() -> RuleBook.standard().tables(null)).isInstanceOf(NoSuchRule.class);
    }

    @Test
    void everyRuleHasATitleACitationAndItsVersions() {
        assertThat(RuleBook.standard().rules()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank();
            assertThat(rule.citation()).isNotBlank();
            assertThat(rule.versions()).isNotEmpty();
        });
        assertThat(RuleBook.standard().rules())
                .contains(new RuleSummary(
                        TANKS,
                        "Underground storage tanks",
                        "Compliance and Enforcement Manual 8.3; EPA OSWER Directive 9610.12",
                        List.of("1990-11-14")));
    }

    @Test
    void everyRowOfEveryRuleHasItsTextItsCitationAndItsDate() {
        RuleBook book = RuleBook.from(RuleBook.class.getClassLoader());
        for (RuleSummary rule : book.rules()) {
            RuleTables tables = book.tables(rule.rule());
            tables.tables().forEach((name, table) -> {
                assertThat(table.title()).as(rule.rule() + " " + name).isNotBlank();
                rows(rule.rule() + " " + name, table.rows());
            });
            fields(rule.rule(), tables.worksheet());
            assertThat(JSON.valueToTree(RuleBook.standard().tables(rule.rule())).toString())
                    .isEqualTo(JSON.valueToTree(tables).toString());
        }
        assertThat(book.tables("clean-water")
                        .tables()
                        .get("figures")
                        .rows()
                        .get(0)
                        .verified())
                .isTrue();
        assertThat(book.tables("air").tables().get("figures").rows().get(1).verified())
                .isFalse();
    }

    private static void fields(String rule, List<RuleTables.Field> fields) {
        for (RuleTables.Field field : fields) {
            String where = rule + " " + field.name();
            assertThat(field.label()).as(where).isNotBlank();
            assertThat(field.citation()).as(where).isNotBlank();
            assertThat(field.mustBe() == null || field.because() != null)
                    .as(where + " says why")
                    .isTrue();
            if (field.options() != null) {
                rows(where, field.options());
            }
            if (field.fields() != null) {
                fields(where, field.fields());
            }
        }
    }

    private static void rows(String where, List<RuleTables.Row> rows) {
        assertThat(rows).as(where).allSatisfy(row -> {
            assertThat(row.text()).as(where).isNotBlank();
            assertThat(row.citation()).as(where).isNotBlank();
            assertThat(LocalDate.parse(row.effective())).as(where).isNotNull();
        });
    }

    @Test
    void anAssessmentIsWrittenAsTheContractSays() throws JsonProcessingException {
        Assessment assessment = RuleBook.standard().assess(TANKS, worksheet("2026-10-01"), TODAY);
        JsonNode json = new ObjectMapper().valueToTree(assessment);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("rule", "citation", "version", "total", "uncapped", "violations", "lines");
        assertThat(json.get("total")).hasToString("\"1500.00\"");
        assertThat(json.at("/violations/0").fieldNames())
                .toIterable()
                .containsExactly("amount", "gravity", "potentialForHarm", "extentOfDeviation");
        assertThat(json.at("/lines/0").fieldNames())
                .toIterable()
                .containsExactly("citation", "text", "input", "amount", "note");
        assertThat(new ObjectMapper().treeToValue(json, Assessment.class)).isEqualTo(assessment);
    }

    @Test
    void theTablesAreWrittenWithoutWhatTheyDoNotHave() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode json =
                mapper.readTree(mapper.writeValueAsString(RuleBook.standard().tables(TANKS)));
        assertThat(json.at("/tables/matrix-1990/rows/0"))
                .hasToString("{\"harm\":\"MAJOR\",\"deviation\":\"MAJOR\",\"amount\":1500,"
                        + "\"text\":\"Initial penalty matrix of 1990\","
                        + "\"citation\":\"EPA OSWER Directive 9610.12, 3.1\",\"effective\":\"1990-11-14\","
                        + "\"verified\":false}");
        assertThat(json.at("/worksheet/1/fields/0/options/2/value").asText()).isEqualTo("MINOR");
    }

    @Test
    void addingARuleVersionIsAddingAFileThatTakesEffectOnItsDate() throws IOException {
        copyRules();
        String next = Files.readString(RULES.resolve(TANKS + "/1990-11-14.yaml"))
                .replace("version: \"1990-11-14\"", "version: \"2030-07-01\"")
                .replace("deviation: MAJOR, amount: 1500", "deviation: MAJOR, amount: 1600");
        Files.writeString(folder.resolve("rules/" + TANKS + "/2030-07-01.yaml"), next);
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            RuleBook book = RuleBook.from(classes);
            assertThat(versionAndTotal(book, "2030-06-30")).isEqualTo("1990-11-14 1500.00");
            assertThat(versionAndTotal(book, "2030-07-01")).isEqualTo("2030-07-01 1600.00");
            assertThat(book.tables(TANKS).version()).isEqualTo("2030-07-01");
            assertThat(book.rules().stream()
                            .filter(rule -> rule.rule().equals(TANKS))
                            .toList())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.versions()).containsExactly("2030-07-01", "1990-11-14"));
        }
    }

    @Test
    void whatWasStoredComesToTheSameCentWhateverVersionsFollow() throws IOException {
        JsonNode undated = worksheet("2026-10-01");
        ((ObjectNode) undated).remove("violationDate");
        LocalDate then = LocalDate.of(2026, 11, 22);
        String stored = Worksheets.dated(undated, then).toString();
        Assessment filed = RuleBook.standard().assess(TANKS, Worksheets.parse(stored), then);

        copyRules();
        for (String year : List.of("2026-11-23", "2030-07-01")) {
            String next = Files.readString(RULES.resolve(TANKS + "/1990-11-14.yaml"))
                    .replace("version: \"1990-11-14\"", "version: \"" + year + "\"")
                    .replace("deviation: MAJOR, amount: 1500", "deviation: MAJOR, amount: 1733.33");
            Files.writeString(folder.resolve("rules/" + TANKS + "/" + year + ".yaml"), next);
        }
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            RuleBook later = RuleBook.from(classes);
            assertThat(later.assess(TANKS, Worksheets.parse(stored), TODAY)).isEqualTo(filed);
            assertThat(versionAndTotal(later, "2026-11-23")).isEqualTo("2026-11-23 1733.33");
            assertThat(later.tables(TANKS, LocalDate.of(2030, 6, 30)).version()).isEqualTo("2026-11-23");
            assertThat(later.tables(TANKS, LocalDate.of(2030, 7, 1)).version()).isEqualTo("2030-07-01");
            assertThat(later.tables(TANKS, LocalDate.of(1980, 1, 1)).version()).isEqualTo("1990-11-14");
        }
    }

    @Test
    void theRuleFilesAreFoundInAJarToo() throws IOException {
        Path jar = folder.resolve("rules.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.toList()) {
                String name = "rules/" + RULES.relativize(file);
                if (Files.isDirectory(file)) {
                    entries.putNextEntry(new JarEntry(name.endsWith("/") ? name : name + "/"));
                } else {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(RuleBook.from(classes).rules())
                    .isEqualTo(RuleBook.standard().rules());
        }
    }

    @Test
    void theMatrixScheduleOfTanksIsAPropertyOfTheRuleFile() throws IOException {
        copyRules();
        Path file = folder.resolve("rules/" + TANKS + "/1990-11-14.yaml");
        Files.writeString(file, Files.readString(file).replace("schedule, text: \"1990\"", "schedule, text: FEDERAL"));
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            RuleBook book = RuleBook.from(classes);
            assertThat(versionAndTotal(book, "1990-11-14")).endsWith(" 1500.00");
            assertThat(versionAndTotal(book, "2004-03-15")).endsWith(" 1500.00");
            assertThat(versionAndTotal(book, "2004-03-16")).endsWith(" 1930.00");
            assertThat(versionAndTotal(book, "2009-01-12")).endsWith(" 1930.00");
            assertThat(versionAndTotal(book, "2009-01-13")).endsWith(" 2120.00");
        }
    }

    @Test
    void theDepartmentMayFillTheMatrixOfSolidWasteInTheRuleFile() throws IOException {
        copyRules();
        Path file = folder.resolve("rules/solid-waste/1990-01-01.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("deviation: MINOR, text: \"Base", "deviation: MINOR, amount: 250, text: \"Base"));
        String violation = """
                {"facility": "DISPOSAL", "violations": [{"potentialForHarm": "MAJOR", "extentOfDeviation": "MINOR",
                 %s "documentedDays": 2}]}""";
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            RuleBook book = RuleBook.from(classes);
            assertThat(book.assess("solid-waste", Worksheets.parse(violation.formatted("")), TODAY)
                            .total())
                    .isEqualByComparingTo("500");
            JsonNode entered = Worksheets.parse(violation.formatted("\"basePenalty\": \"100.00\","));
            assertThatThrownBy(() -> book.assess("solid-waste", entered, TODAY))
                    .hasMessage("violations[0].basePenalty: must be left out: the matrix of the rule file sets the base"
                            + " penalty");
        }
    }

    @Test
    void aRuleThatAssessesNoViolationsIsCalculatedNotAssessed() {
        JsonNode inspections = Worksheets.parse("{\"inspections\": [{\"date\": \"2026-01-01\", \"violations\": []}]}");
        assertThat(RuleBook.standard().calculate("habitual-violator", inspections, TODAY))
                .isEqualTo(new HabitualViolator(false, List.of()));
        assertThatThrownBy(() -> RuleBook.standard().assess("habitual-violator", inspections, TODAY))
                .isInstanceOf(NoSuchRule.class);
    }

    @Test
    void theBookHasEveryRule() {
        assertThat(RuleBook.standard().rules())
                .extracting(RuleSummary::rule)
                .containsExactly(
                        "clean-water",
                        "hazardous-waste",
                        "drinking-water",
                        "drinking-water/late-payment",
                        "drinking-water-civil",
                        TANKS,
                        "industrial-minerals",
                        "metallic-minerals",
                        "habitual-violator",
                        "coal",
                        "solid-waste",
                        "air",
                        "economic-benefit");
    }

    @Test
    void aRuleFileThatCannotBeUsedIsNamed() throws IOException {
        copyRules();
        Path file = folder.resolve("rules/air/1990-01-01.yaml");
        String sound = Files.readString(file);
        assertBroken(file, sound.replace("version: \"1990-01-01\"", "version: \"1990-01-02\""), "belong in rules/");
        assertBroken(file, sound.replace("use: allAdjustments", "use: settlements"), "has no property settlements");
        assertBroken(file, sound.replace("value: days, text", "value: cap, text"), "two rows");
        assertBroken(
                file,
                sound.replace("rows: []", "rows: [{harm: MAJOR, deviation: MAJOR}, {harm: MAJOR, deviation: MAJOR}]"),
                "two rows");
        assertBroken(file, sound.replace("title: Air", "titel: Air"), "titel");
        assertBroken(file, "rule: [", "air/1990-01-01.yaml");
        Files.delete(file);
        assertBroken(null, null, "No rule file for air");
    }

    private void assertBroken(Path file, String content, String message) throws IOException {
        if (file != null) {
            Files.writeString(file, content);
        }
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> RuleBook.from(classes))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(message);
        }
    }

    private void copyRules() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve("rules").resolve(RULES.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static String versionAndTotal(RuleBook book, String date) {
        Assessment assessment = book.assess(TANKS, worksheet(date), TODAY);
        return assessment.version() + " " + assessment.total();
    }

    private static JsonNode worksheet(String date) {
        return Worksheets.parse("""
                {"violationDate": "%s", "violations": [{"potentialForHarm": "MAJOR", "extentOfDeviation": "MAJOR",
                 "tanks": 1, "daysOfNoncompliance": 1, "environmentalSensitivity": "LOW"}]}""".formatted(date));
    }
}
