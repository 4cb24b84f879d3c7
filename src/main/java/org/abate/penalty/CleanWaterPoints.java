package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * The points of clean water: potential for harm, 10 CSR 20-3.010(3)(A)1.A, and extent of deviation, (3)(A)2. In each
 * category the highest criterion counts; the categories are added (interpretation W6).
 */
final class CleanWaterPoints {

    private static final String NOT_COUNTED = "Not counted: in each category the highest counts (interpretation W6).";
    private static final List<String> HARM = List.of("receivingWater", "facility", "effects");
    private static final List<String> DEVIATION =
            List.of("capability", "complianceStatus", "responsiveness", "complianceCharacteristics");

    private CleanWaterPoints() {}

    /** Whether the answers are there that the points rest on; a worksheet at fault may lack some. */
    static boolean known(Answers violation) {
        return HARM.stream().allMatch(violation::has)
                && DEVIATION.stream().allMatch(violation::has)
                && violation.entry("facility").isSound();
    }

    /** Adds up the potential for harm and gives its degree. */
    static RuleTables.Row harm(Answers violation, RuleVersion rule, Sheet sheet) {
        sheet.startPoints();
        highest(violation.choices("receivingWater"), sheet);
        facility(violation.entry("facility"), rule, sheet);
        highest(violation.choices("effects"), sheet);
        return degree("harm", rule, sheet);
    }

    /** Adds up the extent of deviation and gives its degree. */
    static RuleTables.Row deviation(Answers violation, RuleVersion rule, Sheet sheet) {
        sheet.startPoints();
        for (String category : List.of("capability", "complianceStatus", "responsiveness")) {
            criterion(violation.choice(category), sheet);
        }
        highest(violation.choices("complianceCharacteristics"), sheet);
        return degree("deviation", rule, sheet);
    }

    private static void highest(List<RuleTables.Row> criteria, Sheet sheet) {
        RuleTables.Row highest = null;
        for (RuleTables.Row criterion : criteria) {
            if (highest == null || criterion.points() > highest.points()) {
                highest = criterion;
            }
        }
        for (RuleTables.Row criterion : criteria) {
            if (criterion == highest) {
                criterion(criterion, sheet);
            } else {
                sheet.say(criterion.citation(), criterion.text(), criterion.value(), NOT_COUNTED);
            }
        }
    }

    private static void criterion(RuleTables.Row criterion, Sheet sheet) {
        sheet.points(criterion, criterion.value(), criterion.points());
    }

    private static void facility(Answers facility, RuleVersion rule, Sheet sheet) {
        RuleTables.Row type = facility.choice("type");
        switch (type.value()) {
            case "ANIMAL_FEEDING" -> {
                RuleTables.Row size = facility.choice("size");
                String units = facility.has("animalUnits")
                        ? ", " + Words.number(facility.number("animalUnits")) + " animal units"
                        : "";
                sheet.points(size, size.value() + units, size.points());
            }
            case "AG_CHEM" -> {
                sheet.say(type, type.value());
                criterion(facility.choice("product"), sheet);
                bracket(type, facility, "tankGallons", "gallons", rule, sheet);
            }
            case "SLUDGE" -> bracket(type, facility, "dryPoundsPerDay", "dry pounds a day", rule, sheet);
            case "LAND_DISTURBANCE" -> bracket(type, facility, "acres", "acres", rule, sheet);
            case "GENERAL_STORM_WATER" -> criterion(type, sheet);
            default -> bracket(type, facility, "gallonsPerDay", "gallons a day", rule, sheet);
        }
        if (facility.flag("pretreatmentProgram")) {
            pretreatment(facility, rule, sheet);
        }
    }

    private static void bracket(
            RuleTables.Row type, Answers facility, String measure, String unit, RuleVersion rule, Sheet sheet) {
        BigDecimal value = facility.number(measure);
        RuleTables.Row row = rule.bracket(type.value(), value);
        sheet.points(
                row.citation(),
                row.text(),
                type.value() + ": " + Words.number(value) + " " + unit,
                row.points(),
                rule.boundNote(type.value(), value));
    }

    /** The pretreatment program adds its points; the permittee may show that fewer are due. */
    private static void pretreatment(Answers facility, RuleVersion rule, Sheet sheet) {
        RuleTables.Row program = rule.row("pretreatment", "PROGRAM");
        sheet.points(program, "yes", program.points());
        int reduction = facility.whole("pretreatmentReduction");
        if (reduction > 0) {
            // A worksheet at fault may lack it while its cell is looked for
            String reason = facility.has("pretreatmentReductionReason")
                    ? facility.text("pretreatmentReductionReason")
                    : "no reason given";
            sheet.points(
                    rule.row("pretreatment", "REDUCTION"),
                    Words.count(reduction, "point", "points") + ": " + reason,
                    -reduction);
        }
    }

    private static RuleTables.Row degree(String table, RuleVersion rule, Sheet sheet) {
        RuleTables.Row degree = rule.bracket(table, BigDecimal.valueOf(sheet.points()));
        sheet.say(degree, Words.count(sheet.points(), "point", "points") + ": " + degree.value());
        return degree;
    }
}
