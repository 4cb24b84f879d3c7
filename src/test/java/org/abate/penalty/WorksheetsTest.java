package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not an honest worksheet gets a clear refusal, at once. */
class WorksheetsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String RULE = "underground-storage-tank";
    private static final String VIOLATION = """
            {"potentialForHarm":"MAJOR","extentOfDeviation":"MAJOR","tanks":1,"daysOfNoncompliance":1,\
            "environmentalSensitivity":"LOW"%s}""";

    /** What is timed is the refusal, not the reading of the rule files at the start. */
    @BeforeAll
    static void theRuleBookIsOpen() {
        assertThat(RuleBook.standard().rules()).isNotEmpty();
    }

    @Test
    void aWorksheetIsReadFromTextAndFromAStreamAlike() throws IOException {
        String text = worksheet("");
        assertThat(Worksheets.parse(text)).isEqualTo(Worksheets.parse(stream(text)));
        assertThat(assess(text).total()).isEqualByComparingTo("1500");
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        String large = "{\"violations\":\"" + "x".repeat(10_000_000) + "\"}";
        refused(large, "worksheet", "is larger than 1,000,000 bytes");
        assertThatThrownBy(() -> Worksheets.parse(stream(large)))
                .hasMessageContaining("is larger than 1,000,000 bytes");
    }

    @Test
    void aMillionBytesAreStillRead() {
        String largest = worksheet("");
        largest = largest + " ".repeat(1_000_000 - largest.length());
        assertThat(assess(largest).total()).isEqualByComparingTo("1500");
        refused(largest + " ", "worksheet", "is larger");
    }

    @Test
    void deepNestingIsRefused() {
        refused("{\"a\":".repeat(100_000), "a.a.a.a.a.a.a.a.a.a.a.a", "nesting depth (13) exceeds the maximum allowed");
        refused("[".repeat(500_000), "[0][0][0][0][0][0][0][0][0][0][0][0]", "cannot be read as JSON");
    }

    @Test
    void aPropertyNamedTwiceIsRefusedWithItsPath() {
        refused(worksheet(",\"tanks\":2"), "violations[0].tanks", "Duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "+1", "1.", "0x1", "'1'", "undefined"})
    void whatIsNotJsonIsRefused(String value) {
        refused(
                worksheet(",\"cooperation\":" + value),
                "violations[0].cooperation",
                "cannot be read as JSON at line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999", "1e999999999", "-1e999999999", "1e-999999999", "99999999999999999999", "1.0", "1e2"})
    void aNumberThatIsNotAWholeOneOfItsRangeIsRefused(String value) {
        refused(
                worksheet(",\"cooperation\":" + value),
                "violations[0].cooperation",
                "must be a whole number of percent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999",
                "1E5",
                "NaN",
                "Infinity",
                "1,000.00",
                "$5",
                " 5",
                "5 ",
                "",
                "-",
                ".",
                ".5",
                "5.",
                "1.234",
                "0x10",
                "١٢",
                "5.5.5",
                "--5",
                "+5",
                "-0.01",
                "1000000000000000",
                "1000000000.00"
            })
    void moneyIsDigitsWithAtMostTwoDecimals(String value) {
        refused(
                worksheet(",\"interestRate\":\"0\",\"marginalTaxRate\":\"0\",\"avoidedExpenditure\":\"" + value + "\""),
                "violations[0].avoidedExpenditure",
                "must be dollars with at most two decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1", "0.10", "007.50", "999999999.99"})
    void soundMoneyIsTaken(String value) {
        String worksheet =
                worksheet(",\"interestRate\":\"0\",\"marginalTaxRate\":\"1\",\"avoidedExpenditure\":\"" + value + "\"");
        assertThat(assess(worksheet).total()).isEqualByComparingTo("1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0000000001", "-0.01", "0.12345678901", "5 %", "2"})
    void ratesAreSharesOfOne(String value) {
        refused(
                worksheet(",\"marginalTaxRate\":\"0\",\"avoidedExpenditure\":\"5\",\"interestRate\":\"" + value + "\""),
                "violations[0].interestRate",
                "must be a share as text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-1-1", "2026-13-01", "2026-02-29", "1899-12-31", "2200-01-01", "+12026-01-01", "today", ""})
    void datesAreIsoDatesOfTheCalendar(String value) {
        refused(
                "{\"violationDate\":\"" + value + "\",\"violations\":[" + VIOLATION.formatted("") + "]}",
                "violationDate",
                "must be a date such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001b[31m", "\\ud800", "\\udc00x", "\\u009f", " \\n "})
    void controlCharactersAndHalfCharactersAreNoReason(String value) {
        refused(adjusted(value), "adjustments[0].reason", "without control characters");
    }

    @Test
    void aRawControlCharacterIsNotJson() {
        refused(adjusted("a\u0001b"), "adjustments[0].reason", "cannot be read as JSON");
    }

    @Test
    void aReasonMayHaveLinesAndAnyScriptButNotTwoThousandAndOneCharacters() {
        assertThat(assess(adjusted("Zeile\\nдва\\t三 🙂")).total()).isEqualByComparingTo("1499");
        assertThat(assess(adjusted("x".repeat(2000))).total()).isEqualByComparingTo("1499");
        refused(adjusted("x".repeat(2001)), "adjustments[0].reason", "a text of 1 to 2,000 characters");
    }

    @Test
    void tenThousandViolationsAreOneFault() {
        String violations = (VIOLATION.formatted("") + ",").repeat(7_000);
        refused(
                "{\"violations\":[" + violations + VIOLATION.formatted("") + "]}",
                "violations",
                "must be a list of 1 to 100 entries, not a list of 7,001");
        refused("{\"violations\":[" + "{},".repeat(9_999) + "{}]}", "violations", "not a list of 10,000");
    }

    @Test
    void aMillionBytesOfUnknownPropertiesAreRefused() {
        StringBuilder unknown = new StringBuilder("{");
        for (int i = 0; i < 80_000; i++) {
            unknown.append("\"p").append(i).append("\":1,");
        }
        String worksheet = unknown.append("\"last\":1}").toString();
        assertThat(faults(worksheet)).hasSize(1001);
    }

    @Test
    void aHundredViolationsAreAssessed() {
        String violations = (VIOLATION.formatted("") + ",").repeat(99);
        String worksheet = "{\"violations\":[" + violations + VIOLATION.formatted("") + "]}";
        assertThat(assess(worksheet).total()).isEqualByComparingTo("150000");
    }

    @Test
    void notMoreThanAThousandFaultsAreListed() {
        StringBuilder unknown = new StringBuilder("{");
        for (int i = 0; i < 1_200; i++) {
            unknown.append("\"p").append(i).append("\":1,");
        }
        List<Fault> faults = faults(unknown + "\"violations\":[]}");
        assertThat(faults).hasSize(1001);
        assertThat(faults.get(1000)).isEqualTo(new Fault("worksheet", "has more faults than are listed here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "3", "\"x\"", "{} {}", "{}]"})
    void aWorksheetIsOneJsonObject(String text) {
        assertThat(faults(text)).singleElement().satisfies(fault -> assertThat(fault.field())
                .isEqualTo("worksheet"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
        assertThatThrownBy(() -> Worksheets.parse(new ByteArrayInputStream(bytes)))
                .isInstanceOf(WorksheetRefused.class);
    }

    @Test
    void anUnknownPropertyIsRepeatedShortAndClean() {
        List<Fault> faults = faults("{\"" + "k".repeat(150) + "\":1,\"a\\u0007b\":2,\"violations\":[]}");
        assertThat(faults).extracting(Fault::field).contains("k".repeat(60) + "…", "a\uFFFDb");
    }

    @Test
    void numbersOfAnotherReaderAreHeldToTheSameLimits() throws IOException {
        // A caller's own mapper reads 1e999 as an infinite double
        JsonNode worksheet = new ObjectMapper().readTree(worksheet(",\"cooperation\":1e999"));
        assertThatThrownBy(() -> RuleBook.standard().assess(RULE, worksheet, TODAY))
                .hasMessageContaining("violations[0].cooperation: must be a whole number of percent");
    }

    @Test
    void noWorksheetAtAllIsAFaultToo() {
        assertThatThrownBy(() -> RuleBook.standard().assess(RULE, null, TODAY))
                .hasMessage("worksheet: must be a JSON object");
    }

    @Test
    void theViolationDateIsFilledInOnceAndStaysFirst() {
        JsonNode dated = Worksheets.dated(Worksheets.parse("{\"violations\":[]}"), TODAY);
        assertThat(dated).hasToString("{\"violationDate\":\"2026-11-22\",\"violations\":[]}");
        assertThat(Worksheets.dated(dated, TODAY.plusDays(1))).isSameAs(dated);
    }

    private static String worksheet(String more) {
        return "{\"violations\":[" + VIOLATION.formatted(more) + "]}";
    }

    private static String adjusted(String reason) {
        return "{\"violations\":[" + VIOLATION.formatted("")
                + "],\"adjustments\":[{\"kind\":\"OTHER\",\"amount\":\"-1\",\"reason\":\"" + reason + "\"}]}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Assessment assess(String text) {
        return RuleBook.standard().assess(RULE, Worksheets.parse(text), TODAY);
    }

    private static void refused(String text, String field, String message) {
        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.message()).contains(message).hasSizeLessThan(400);
        });
    }

    private static List<Fault> faults(String text) {
        try {
            assess(text);
            throw new AssertionError("assessed");
        } catch (WorksheetRefused refused) {
            return refused.faults();
        }
    }
}
