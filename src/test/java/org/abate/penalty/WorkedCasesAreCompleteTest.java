package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of every rule file has a worked case: each cell of a matrix, each option, both sides of each edge of a bracket, each
 * cap and figure that a worksheet prints, each gate. The rows come from the rule files, so a new one demands its case.
 */
class WorkedCasesAreCompleteTest {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

    /** Tables that decide how others are read, and print no line of their own. */
    private static final Set<String> NOT_PRINTED = Set.of("settings", "schedules", "capPerDay");

    /** Figures the arithmetic takes, and the most coal can cost a day, which its dollar table never passes. */
    private static final Set<String> ONLY_RECKONED_WITH = Set.of(
            "Years from discovery within which a penalty is assessed",
            "Days of a year",
            "Days of six months",
            "Multiplier for each further six months or part of them",
            "Greatest number of days of late abatement",
            "Not more than $5,000 per day");

    /** The points of clean water's extent of deviation are multiples of five: 46 and 101 are met by 50 and 105 first. */
    private static final Map<String, BigDecimal> NEAREST = Map.of("deviation", BigDecimal.valueOf(4));

    /** By rule: the lines and the worksheets of all worked cases, and the faults of those that are refused. */
    private static final Map<String, List<Assessment.Line>> LINES = new HashMap<>();

    private static final Map<String, String> INPUTS = new HashMap<>();
    private static final Map<String, Set<String>> REFUSED = new HashMap<>();

    @BeforeAll
    static void theCasesAreWorked() throws IOException {
        for (String file : WorkedCases.files()) {
            WorkedCases cases = WorkedCases.of(file);
            List<Assessment.Line> lines = LINES.computeIfAbsent(cases.rule(), rule -> new ArrayList<>());
            Set<String> refused = REFUSED.computeIfAbsent(cases.rule(), rule -> new HashSet<>());
            for (JsonNode worked : cases.all()) {
                try {
                    Object result =
                            cases.book().calculate(cases.rule(), WorkedCases.input(worked), WorkedCases.today(worked));
                    if (result instanceof Assessment assessment) {
                        lines.addAll(assessment.lines());
                        INPUTS.merge(cases.rule(), worked.get("input").toString(), String::concat);
                    }
                } catch (WorksheetRefused fault) {
                    fault.faults().forEach(each -> refused.add(each.field().replaceAll("\\[\\d+]", "")));
                }
            }
        }
    }

    static Stream<String> rules() {
        return RuleBook.standard().rules().stream().map(RuleSummary::rule);
    }

    static Stream<String> assessments() {
        return rules().filter(rule -> !LINES.get(rule).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void everyCellOfAMatrix(String rule) {
        assertThat(rows(rule).filter(row -> row.harm() != null && !isWorked(rule, row)))
                .isEmpty();
    }

    private static boolean isWorked(String rule, RuleTables.Row cell) {
        String words = "(.* )?" + cell.harm() + "( /|, extent of deviation) " + cell.deviation() + "\\b.*";
        return lines(rule, cell).anyMatch(line -> line.input().matches(words));
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void everyRowThatAWorksheetPrints(String rule) {
        assertThat(rows(rule)
                        .filter(row -> !ONLY_RECKONED_WITH.contains(row.text())
                                && lines(rule, row).findAny().isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void everyOption(String rule) {
        assertThat(options(RuleBook.standard().tables(rule).worksheet())
                        .filter(option -> lines(rule, option).findAny().isEmpty() && !isNamed(rule, option))
                        .map(RuleTables.Row::value))
                .isEmpty();
    }

    /** Some options print no line of their own: a worksheet that is assessed names them. */
    private static boolean isNamed(String rule, RuleTables.Row option) {
        return Pattern.compile("\\b" + option.value() + "\\b")
                .matcher(INPUTS.get(rule))
                .find();
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void bothSidesOfEveryEdgeOfABracket(String rule) {
        RuleBook.standard().tables(rule).tables().forEach((name, table) -> {
            for (int i = 1; i < table.rows().size(); i++) {
                RuleTables.Row above = table.rows().get(i);
                if (above.from() != null) {
                    edge(
                            rule,
                            above.from(),
                            above,
                            table.rows().get(i - 1),
                            NEAREST.getOrDefault(name, BigDecimal.ZERO));
                } else if (above.over() != null) {
                    edge(rule, above.over(), table.rows().get(i - 1), above, BigDecimal.ZERO);
                }
            }
        });
    }

    /** A case on the bound, which one row claims, and a case in the other row no further than one from it. */
    private static void edge(
            String rule, BigDecimal bound, RuleTables.Row claims, RuleTables.Row other, BigDecimal nearest) {
        assertThat(distances(rule, claims, bound))
                .as("%s: at %s", claims, bound)
                .anyMatch(d -> d.compareTo(nearest) <= 0);
        assertThat(distances(rule, other, bound))
                .as("%s: beside %s", other, bound)
                .anyMatch(d -> d.signum() > 0 && d.compareTo(BigDecimal.ONE) <= 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyGate(String rule) {
        assertThat(gates(RuleBook.standard().tables(rule).worksheet(), ""))
                .allSatisfy(gate -> assertThat(REFUSED.get(rule)).contains(gate));
    }

    private static Stream<RuleTables.Row> rows(String rule) {
        return RuleBook.standard().tables(rule).tables().entrySet().stream()
                .filter(table -> !NOT_PRINTED.contains(table.getKey()))
                .flatMap(table -> table.getValue().rows().stream());
    }

    private static Stream<RuleTables.Row> options(List<RuleTables.Field> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        field.options() == null ? Stream.of() : field.options().stream(),
                        field.fields() == null ? Stream.of() : options(field.fields())));
    }

    private static Stream<String> gates(List<RuleTables.Field> fields, String path) {
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        field.mustBe() == null ? Stream.of() : Stream.of(path + field.name()),
                        field.fields() == null ? Stream.of() : gates(field.fields(), path + field.name() + ".")));
    }

    /** The lines that print a row. */
    private static Stream<Assessment.Line> lines(String rule, RuleTables.Row row) {
        return LINES.get(rule).stream()
                .filter(line ->
                        line.citation().equals(row.citation()) && line.text().equals(row.text()));
    }

    /** How far the numbers in the lines that print a row are from a bound. */
    private static List<BigDecimal> distances(String rule, RuleTables.Row row, BigDecimal bound) {
        return lines(rule, row)
                .flatMap(line -> NUMBER.matcher(line.input()).results())
                .map(number -> new BigDecimal(number.group().replace(",", "")))
                .map(number -> number.subtract(bound).abs())
                .toList();
    }
}
