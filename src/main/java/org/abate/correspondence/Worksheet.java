package org.abate.correspondence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;

/**
 * A penalty calculation as the rule book returns it (money as decimal strings), for printing: it computes nothing.
 *
 * @param uncapped dollars before the floor and the caps
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Worksheet(
        String rule,
        String citation,
        String version,
        BigDecimal total,
        BigDecimal uncapped,
        List<Violation> violations,
        List<Line> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one violation comes to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Violation(
            BigDecimal amount,
            BigDecimal gravity,
            List<BigDecimal> range,
            String potentialForHarm,
            String extentOfDeviation) {

        public String dollars() {
            return Worksheet.dollars(amount);
        }

        public String gravityDollars() {
            return Worksheet.dollars(gravity);
        }

        public String harm() {
            return potentialForHarm == null ? "" : Words.kind(potentialForHarm);
        }

        public String deviation() {
            return extentOfDeviation == null ? "" : Words.kind(extentOfDeviation);
        }
    }

    /** One step, with the rule's words; what a rule has no use for is null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String citation,
            String text,
            String input,
            String points,
            BigDecimal amount,
            String note,
            String runningPoints,
            BigDecimal runningTotal) {

        public String dollars() {
            return Worksheet.dollars(amount);
        }

        /** Dollars so far; on lines with points, the points so far. */
        public String running() {
            return runningTotal == null && runningPoints != null
                    ? runningPoints + " points"
                    : Worksheet.dollars(runningTotal);
        }
    }

    /** @throws IllegalArgumentException if it is not an assessment with a total and at least one line */
    static Worksheet of(Object given) {
        Worksheet worksheet;
        try {
            worksheet = given instanceof String json
                    ? JSON.readValue(json, Worksheet.class)
                    : JSON.convertValue(given, Worksheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        if (worksheet.total() == null
                || worksheet.lines() == null
                || worksheet.lines().isEmpty()) {
            throw new IllegalArgumentException("no total or no lines");
        }
        return worksheet;
    }

    /** A calculation that is not made yet. */
    static Worksheet unknown(String words) {
        Line line = new Line("", words, null, null, null, null, null, null);
        return new Worksheet(null, "[the rule]", null, BigDecimal.ZERO, null, null, List.of(line));
    }

    public String totalDollars() {
        return dollars(total);
    }

    public String uncappedDollars() {
        return dollars(uncapped);
    }

    private static String dollars(BigDecimal amount) {
        return amount == null ? "" : new Money(amount).toString();
    }
}
