package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Industrial and metallic minerals: the matrix of 10 CSR 40-10.070(7), as printed in Manual 8.4. Metallic minerals have no
 * figures of their own in print and use the same (interpretation M11).
 */
final class Minerals implements Calculator<Assessment> {

    private static final String SELECTED = "selectedAmount";
    private static final String REDUCTION = "abilityToPayReduction";
    private static final List<String> RATINGS =
            List.of("probabilityOfExposure", "seriousnessOfExposure", "harmToProgram");

    private final String rule;

    Minerals(String rule) {
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public void check(Answers worksheet, RuleVersion version, Faults faults) {
        for (Answers violation : worksheet.entries("violations")) {
            Cells.checkReason(violation, faults, SELECTED);
            if (RATINGS.stream().allMatch(violation::has) && violation.has("extentOfDeviation")) {
                Cells.checkWithin(violation, SELECTED, cell(violation, harm(violation, version), version), faults);
            }
            MineralsAdjustments.check(violation, faults);
            if (violation.given(REDUCTION) && !violation.flag("notarizedStatement")) {
                faults.add(
                        violation.path("notarizedStatement"),
                        "must be true: a reduction needs the operator's notarized statement of being unable to pay ("
                                + violation.field("notarizedStatement").citation() + ")");
            }
        }
    }

    /** The average of the three ratings, on their sum (interpretation M1). */
    private static RuleTables.Row harm(Answers violation, RuleVersion rule) {
        int sum = 0;
        for (String rating : RATINGS) {
            sum += violation.choice(rating).points();
        }
        return rule.bracket("harm", BigDecimal.valueOf(sum));
    }

    private static RuleTables.Row cell(Answers violation, RuleTables.Row harm, RuleVersion rule) {
        return rule.cell(
                "matrix", harm.value(), violation.choice("extentOfDeviation").value());
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion version) {
        Sheet sheet = Lines.start(worksheet, version);
        RuleTables.Field sought = worksheet.field("ccpSought");
        sheet.say(sought.citation(), sought.label(), "yes", sought.help());
        List<Charge> charges = Lines.charges(sheet, worksheet, version, violation -> charge(violation, version, sheet));
        return new Settlement(version, worksheet, sheet, charges).assessment(version.figure("cap"));
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        BigDecimal before = sheet.total();
        sheet.startPoints();
        for (String rating : RATINGS) {
            RuleTables.Row row = violation.choice(rating);
            sheet.points(row, row.value(), row.points());
        }
        RuleTables.Row harm = harm(violation, rule);
        sheet.say(harm, Words.count(sheet.points(), "point", "points") + " ÷ 3: " + harm.value());
        RuleTables.Row deviation = violation.choice("extentOfDeviation");
        sheet.say(deviation, deviation.value());
        RuleTables.Row cell = cell(violation, harm, rule);
        Cells.write(sheet, violation, SELECTED, cell);
        MineralsAdjustments.write(violation, rule, sheet);
        BigDecimal day = sheet.total().subtract(before);
        RuleTables.Row cap = rule.figure("cap");
        BigDecimal gravity =
                Lines.capped(sheet, cap, "1 day", Lines.floored(sheet, rule.figure("floor"), day), cap.amount());
        BigDecimal days = BigDecimal.valueOf(violation.whole("days"));
        Lines.furtherDays(sheet, rule.figure("multiDay"), gravity, violation.whole("days"));
        BigDecimal reduction = violation.has(REDUCTION) ? violation.number(REDUCTION) : Dollars.ZERO;
        BigDecimal amount = reduced(violation, reduction, gravity.multiply(days), rule, sheet);
        return new Charge(
                new Assessment.Violation(
                        amount,
                        gravity,
                        List.of(cell.low(), cell.high()),
                        harm.value(),
                        deviation.value(),
                        sheet.points(),
                        null,
                        null),
                day.multiply(days).subtract(reduction),
                amount,
                cap.amount().multiply(days));
    }

    private static BigDecimal reduced(
            Answers violation, BigDecimal reduction, BigDecimal amount, RuleVersion rule, Sheet sheet) {
        if (!violation.has(REDUCTION)) {
            return amount;
        }
        RuleTables.Field field = violation.field(REDUCTION);
        sheet.add(field, Dollars.words(reduction) + ", notarized statement supplied", reduction.negate());
        return Lines.floored(sheet, rule.figure("floor"), amount.subtract(reduction));
    }
}
