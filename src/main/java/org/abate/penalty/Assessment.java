package org.abate.penalty;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a rule makes of a worksheet: the penalty and every line that led to it. As JSON, money is a string with two
 * decimals, and a property the rule has no use for is absent. All amounts are dollars.
 *
 * @param version the effective date of the rule version that was applied, as {@code 2000-03-30}
 * @param total the penalty: never negative, never above the statutory cap
 * @param uncapped the same sum before the floor and the caps
 * @param violations one for each violation of the worksheet; null for a rule without violations
 * @param lines the worksheet in order; the exact amounts of the lines add up to the total
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assessment(
        String rule,
        String citation,
        String version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal uncapped,
        List<Violation> violations,
        List<Line> lines) {

    public Assessment {
        total = Dollars.cents(total);
        uncapped = Dollars.cents(uncapped);
        violations = violations == null ? null : List.copyOf(violations);
        lines = List.copyOf(lines);
    }

    /**
     * The part of one violation.
     *
     * @param amount what the violation contributes, after its own cap
     * @param gravity the amount for one day (the first where days differ)
     * @param range lowest and highest amount of the matrix cell
     * @param potentialForHarm {@code MAJOR}, {@code MODERATE} or {@code MINOR}, as applied
     * @param points the points of a rule that has but one sum of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Violation(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gravity,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            List<BigDecimal> range,

            String potentialForHarm,
            String extentOfDeviation,
            Integer harmPoints,
            Integer deviationPoints,
            Integer points) {

        public Violation {
            amount = Dollars.cents(amount);
            gravity = Dollars.cents(gravity);
            range = range == null ? null : List.of(Dollars.cents(range.get(0)), Dollars.cents(range.get(1)));
        }
    }

    /**
     * One line of the worksheet.
     *
     * @param citation where the rule says so
     * @param text the rule's words
     * @param input what the assessor entered, in words
     * @param points what the line adds in points
     * @param amount what the line adds in dollars; null where it adds none
     * @param note a judgement, a default or an unverified figure behind the line
     * @param runningPoints the points so far, on lines with points
     * @param runningTotal the dollars so far, on lines with an amount
     */
    public record Line(
            String citation,
            String text,
            String input,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer points,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            String note,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer runningPoints,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal runningTotal) {

        public Line {
            amount = amount == null ? null : Dollars.cents(amount);
            runningTotal = runningTotal == null ? null : Dollars.cents(runningTotal);
        }
    }
}
