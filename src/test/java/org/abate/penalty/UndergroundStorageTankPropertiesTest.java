package org.abate.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every tank worksheet, whatever is on it. */
class UndergroundStorageTankPropertiesTest {

    private static final String RULE = "underground-storage-tank";
    private static final List<String> DEGREES = List.of("MINOR", "MODERATE", "MAJOR");

    @Property(tries = 300)
    void neverNegativeAndNeverAboveTheCap(
            @ForAll("violations") @Size(min = 1, max = 4) List<Map<String, Object>> violations,
            @ForAll @IntRange(min = -100_000, max = 100_000) int other) {
        Map<String, Object> adjustment = Map.of("kind", "OTHER", "amount", other + ".00", "reason", "Fairness");
        Assessment assessment =
                Samples.assess(RULE, Map.of("violations", violations, "adjustments", List.of(adjustment)));
        BigDecimal cap = violations.stream()
                .map(UndergroundStorageTankPropertiesTest::cap)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(assessment.total()).isBetween(BigDecimal.ZERO, cap);
        BigDecimal floored = assessment.uncapped().max(BigDecimal.ZERO).min(cap);
        assertThat(assessment.total()).isEqualByComparingTo(floored);
    }

    @Property(tries = 300)
    void theRunningTotalEndsInTheTotal(
            @ForAll("violations") @Size(min = 1, max = 4) List<Map<String, Object>> violations) {
        Assessment assessment = Samples.assess(RULE, Map.of("violations", violations));
        List<Assessment.Line> lines = assessment.lines();
        assertThat(lines.get(lines.size() - 1).runningTotal()).isEqualTo(assessment.total());
        BigDecimal printed = lines.stream()
                .map(Assessment.Line::amount)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // Each line is rounded for itself, by half a cent at most
        BigDecimal tolerance = new BigDecimal("0.005").multiply(BigDecimal.valueOf(lines.size()));
        assertThat(printed.subtract(assessment.total()).abs()).isLessThanOrEqualTo(tolerance);
    }

    @Property(tries = 200)
    void aDayATankOrADegreeMoreNeverLowersIt(@ForAll("violation") Map<String, Object> violation) {
        BigDecimal total = total(violation);
        for (String count : List.of("daysOfNoncompliance", "tanks")) {
            assertThat(total(changed(violation, count, (Integer) violation.get(count) + 1)))
                    .isGreaterThanOrEqualTo(total);
        }
        for (String degree : List.of("potentialForHarm", "extentOfDeviation")) {
            int next = Math.min(2, DEGREES.indexOf(violation.get(degree)) + 1);
            assertThat(total(changed(violation, degree, DEGREES.get(next)))).isGreaterThanOrEqualTo(total);
        }
        assertThat(total(changed(violation, "environmentalSensitivity", "HIGH")))
                .isGreaterThanOrEqualTo(total);
        assertThat(total(changed(violation, "history", 50))).isGreaterThanOrEqualTo(total);
    }

    @Property(tries = 50)
    void computingAgainGivesTheSame(@ForAll("violation") Map<String, Object> violation) {
        Map<String, Object> worksheet = Map.of("violations", List.of(violation));
        assertThat(Samples.assess(RULE, worksheet)).isEqualTo(Samples.assess(RULE, worksheet));
    }

    private static BigDecimal cap(Map<String, Object> violation) {
        int tanks = (Boolean) violation.get("perTank") ? (Integer) violation.get("tanks") : 1;
        int days = Math.max(1, (Integer) violation.get("daysOfNoncompliance"));
        return BigDecimal.valueOf(10_000L * tanks * days);
    }

    private static BigDecimal total(Map<String, Object> violation) {
        return Samples.assess(RULE, Map.of("violations", List.of(violation))).total();
    }

    private static Map<String, Object> changed(Map<String, Object> violation, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(violation);
        changed.put(name, value);
        return changed;
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> violations() {
        return violation().list();
    }

    @Provide
    Arbitrary<Map<String, Object>> violation() {
        Arbitrary<Integer> percent = Arbitraries.integers().between(-25, 50);
        Arbitrary<Map<String, Object>> gravity = Combinators.combine(
                        Arbitraries.of(DEGREES),
                        Arbitraries.of(DEGREES),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.of("LOW", "MODERATE", "HIGH"),
                        percent.list().ofSize(3))
                .as((harm, deviation, tanks, perTank, days, sensitivity, percents) -> Map.of(
                        "potentialForHarm", harm,
                        "extentOfDeviation", deviation,
                        "tanks", tanks,
                        "perTank", perTank,
                        "daysOfNoncompliance", days,
                        "environmentalSensitivity", sensitivity,
                        "cooperation", percents.get(0),
                        "willfulness", percents.get(1),
                        "otherFactors", percents.get(2)));
        Arbitrary<Integer> dollars = Arbitraries.integers().between(0, 200_000);
        return Combinators.combine(
                        gravity, dollars, dollars, Arbitraries.integers().between(0, 100))
                .as((violation, avoided, delayed, rate) -> {
                    Map<String, Object> all = new HashMap<>(violation);
                    all.put("avoidedExpenditure", avoided + ".37");
                    all.put("delayedExpenditure", delayed + ".99");
                    all.put("interestRate", BigDecimal.valueOf(rate, 2).toPlainString());
                    all.put(
                            "marginalTaxRate",
                            BigDecimal.valueOf(100L - rate, 2).toPlainString());
                    return all;
                });
    }
}
