package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every worksheet of every rule. */
class EveryRulePropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 1000)
    void neverNegativeAndNeverAboveTheCap(@ForAll("rules") String rule, @ForAll long seed) {
        ObjectNode worksheet = worksheet(rule, seed);
        Assessment assessment = assess(rule, worksheet);
        assertThat(assessment.total()).isNotNegative();
        assertThat(assessment.total()).isLessThanOrEqualTo(cap(rule, worksheet));
        if (assessment.violations() != null) {
            assertThat(assessment.violations()).allSatisfy(violation -> {
                assertThat(violation.amount()).isNotNegative();
                assertThat(violation.gravity()).isNotNegative();
            });
        }
    }

    @Property(tries = 500)
    void theLinesAddUpToTheTotal(@ForAll("rules") String rule, @ForAll long seed) {
        Assessment assessment = assess(rule, worksheet(rule, seed));
        List<Assessment.Line> lines = assessment.lines();
        assertThat(lines.get(lines.size() - 1).runningTotal()).isEqualTo(assessment.total());
        BigDecimal printed = lines.stream()
                .map(Assessment.Line::amount)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // Each printed line is rounded for itself, by half a cent at most
        BigDecimal tolerance = new BigDecimal("0.005").multiply(BigDecimal.valueOf(lines.size()));
        assertThat(printed.subtract(assessment.total()).abs()).isLessThanOrEqualTo(tolerance);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.citation()).isNotBlank();
            assertThat(line.text()).isNotBlank();
        });
    }

    @Property(tries = 500)
    void computingAgainFromWhatIsStoredGivesTheSame(@ForAll("rules") String rule, @ForAll long seed)
            throws JsonProcessingException {
        JsonNode stored = Worksheets.dated(worksheet(rule, seed), Samples.TODAY);
        Assessment assessment = assess(rule, Worksheets.parse(stored.toString()));
        assertThat(RuleBook.standard().assess(rule, stored, Samples.TODAY.plusYears(9)))
                .isEqualTo(assessment);
        assertThat(JSON.readValue(JSON.writeValueAsString(assessment), Assessment.class))
                .isEqualTo(assessment);
    }

    @Property(tries = 500)
    void aDayMoreNeverLowersThePenalty(@ForAll("rules") String rule, @ForAll long seed) {
        ObjectNode worksheet = worksheet(rule, seed);
        JsonNode first = worksheet.path("violations").path(0);
        for (String days : List.of("days", "documentedDays", "daysOfNoncompliance")) {
            if (first.has(days) && !worksheet.has("settlementParts")) {
                BigDecimal before = assess(rule, worksheet).total();
                ((ObjectNode) first).put(days, first.get(days).intValue() + 1);
                assertThat(assess(rule, worksheet).total()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Property(tries = 500)
    void whateverIsWrongIsAFaultAndNothingElse(@ForAll("rules") String rule, @ForAll long seed, @ForAll String text) {
        ObjectNode worksheet = worksheet(rule, seed);
        JsonNode first = worksheet.path("violations").path(0);
        ObjectNode target = first.isObject() ? (ObjectNode) first : worksheet;
        for (RuleTables.Field field : RuleBook.standard().tables(rule).worksheet()) {
            List<RuleTables.Field> fields = field.fields() == null ? List.of(field) : field.fields();
            fields.forEach(inner -> target.put(inner.name(), text));
        }
        try {
            assess(rule, worksheet);
        } catch (WorksheetRefused refused) {
            assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.field()).isNotBlank();
                assertThat(fault.message()).isNotBlank();
            });
        }
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(RuleBook.standard().rules().stream()
                .map(RuleSummary::rule)
                .filter(rule -> !List.of("habitual-violator", "drinking-water/late-payment")
                        .contains(rule))
                .toList());
    }

    private static ObjectNode worksheet(String rule, long seed) {
        return new RandomWorksheets(seed).next(rule);
    }

    private static Assessment assess(String rule, JsonNode worksheet) {
        return RuleBook.standard().assess(rule, worksheet, Samples.TODAY);
    }

    /** The statutes' maxima, worked out from the worksheet apart from the calculators. */
    private static BigDecimal cap(String rule, JsonNode worksheet) {
        BigDecimal cap = rule.equals("solid-waste") && !worksheet.has("economicBenefitExcluded")
                ? new BigDecimal(worksheet.path("economicBenefit").asText("0"))
                : BigDecimal.ZERO;
        if (rule.equals("economic-benefit")) {
            return new BigDecimal("1e12");
        }
        for (JsonNode violation : worksheet.get("violations")) {
            cap = cap.add(cap(rule, worksheet, violation));
        }
        return cap;
    }

    private static BigDecimal cap(String rule, JsonNode worksheet, JsonNode violation) {
        int days = violation.path("days").asInt(1);
        return BigDecimal.valueOf(
                switch (rule) {
                    case "clean-water", "hazardous-waste", "air" -> 10_000L * days;
                    case "drinking-water" ->
                        drinkingWater(
                                worksheet.get("peopleServed").asInt(),
                                days - violation.path("excludedDays").asInt(0));
                    case "drinking-water-civil" ->
                        violation.path("previousViolations").asInt(0) == 0 ? 50L * days : 100L * days;
                    case "underground-storage-tank" ->
                        10_000L
                                * Math.max(
                                        1, violation.get("daysOfNoncompliance").asInt())
                                * (violation.path("perTank").asBoolean(false)
                                        ? violation.get("tanks").asInt()
                                        : 1);
                    case "industrial-minerals", "metallic-minerals" -> 1_000L * days;
                    case "coal" ->
                        5_000L
                                        * (violation.get("notice").asText().equals("CESSATION_ORDER")
                                                ? Math.min(30, days)
                                                : days)
                                + violation.path("tons").asLong(0);
                    default ->
                        (worksheet.get("facility").asText().equals("PROCESSING") ? 1_000L : 5_000L)
                                * violation.get("documentedDays").asInt();
                });
    }

    private static long drinkingWater(int people, int days) {
        if (people < 500) {
            return Math.min(100L * days, 1_000);
        }
        return people < 10_000 ? Math.min(250L * days, 5_000) : Math.min(1_000L * days, 25_000);
    }
}
