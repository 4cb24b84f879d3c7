package org.abate.desk.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.abate.penalty.HabitualViolator;

/**
 * What the penalty rules answer, as the OpenAPI document shows it: the rules themselves know no framework. A test holds
 * these against real answers.
 */
final class PenaltyAnswers {

    private static final String MONEY = "Dollars, two decimals";

    private PenaltyAnswers() {}

    /** {@link org.abate.penalty.Assessment}. */
    @Schema(name = "Assessment", description = "The penalty and every line that led to it")
    record Assessment(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "clean-water")
            String rule,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10 CSR 20-3.010")
            String citation,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "2000-03-30",
                    description = "The date since when the version of the rule is in effect")
            String version,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9250.50",
                    description = "The penalty. " + MONEY)
            String total,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9250.50",
                    description = "The same before floor and caps. " + MONEY)
            String uncapped,

            @Schema(description = "One for each violation of the worksheet; absent for economic-benefit")
            List<Violation> violations,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The worksheet, in order")
            List<Line> lines) {}

    /** {@link org.abate.penalty.Assessment.Violation}. */
    @Schema(name = "AssessedViolation", description = "One violation; what the rule has no use for is absent")
    record Violation(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9250.50",
                    description = "What it contributes, after its own cap. " + MONEY)
            String amount,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9250.50",
                    description = "The amount for one day, the first where days differ. " + MONEY)
            String gravity,

            @ArraySchema(
                    schema = @Schema(example = "8501.00"),
                    minItems = 2,
                    maxItems = 2,
                    arraySchema = @Schema(description = "Lowest and highest amount of the matrix cell. " + MONEY))
            List<String> range,

            Degree potentialForHarm,
            Degree extentOfDeviation,
            @Schema(example = "60") Integer harmPoints,
            @Schema(example = "105") Integer deviationPoints,

            @Schema(description = "The points of a rule that has but one sum of them")
            Integer points) {}

    enum Degree {
        MAJOR,
        MODERATE,
        MINOR
    }

    /** {@link org.abate.penalty.Assessment.Line}. */
    @Schema(name = "WorksheetLine", description = "One line of the worksheet")
    record Line(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10 CSR 20-3.010(3)(A)1.A")
            String citation,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The rule's words")
            String text,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    nullable = true,
                    description = "What was entered, in words")
            String input,

            @Schema(example = "25", description = "The points the line adds; absent where it adds none")
            Integer points,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    nullable = true,
                    example = "9250.50",
                    description = "The dollars the line adds; null where it adds none")
            String amount,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    nullable = true,
                    description = "A judgement, a default or an unverified figure behind the line")
            String note,

            @Schema(example = "50", description = "The points so far, on lines with points")
            Integer runningPoints,

            @Schema(example = "9250.50", description = "The dollars so far, on lines with an amount or a sum")
            String runningTotal) {}

    /** {@link org.abate.penalty.LatePayment}. */
    @Schema(name = "LatePayment")
    record LatePayment(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2024-04-01")
            String dueOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "150.00", description = MONEY)
            String surcharge,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "19.85", description = MONEY)
            String interest,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1169.85", description = MONEY)
            String owed) {}

    /** {@link HabitualViolator}. */
    @Schema(name = "HabitualViolator")
    record Habitual(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean habitual,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The tests that hold")
            List<HabitualViolator.Test> tests) {}
}
