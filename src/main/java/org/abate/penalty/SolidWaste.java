package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Solid waste: base penalty, its adjustments, the documented days and the economic benefit (Manual 8.5); at most RSMo
 * 260.240 allows a day, by the kind of facility.
 */
final class SolidWaste implements Calculator<Assessment> {

    private static final String BASE = "basePenalty";
    private static final String PARTS = "settlementParts";
    private static final String HARM = "potentialForHarm";
    private static final String DEVIATION = "extentOfDeviation";
    private static final List<String> PERCENTS = List.of("willfulness", "history", "goodFaith");

    @Override
    public String rule() {
        return "solid-waste";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        for (Answers violation : worksheet.entries("violations")) {
            if (violation.has(HARM) && violation.has(DEVIATION)) {
                checkBase(violation, cell(violation, rule), faults);
            }
        }
        Settlement.checkBenefit(worksheet, faults);
        SelfDisclosure.check(worksheet, faults);
        Adjustments.check(worksheet, faults);
        if (worksheet.has(PARTS) && !faults.any()) {
            checkParts(worksheet, rule, faults);
        }
    }

    /** The program's matrix is not public: the assessor enters the base, unless the department has filled the matrix. */
    private static void checkBase(Answers violation, RuleTables.Row cell, Faults faults) {
        if (cell.amount() == null && !violation.given(BASE)) {
            faults.add(violation.path(BASE), "is required: the rule file has no matrix of the program");
        }
        if (cell.amount() != null && violation.given(BASE)) {
            faults.add(violation.path(BASE), "must be left out: the matrix of the rule file sets the base penalty");
        }
    }

    /** "The total value of the individual methods of handling the penalty should equal the total calculated penalty." */
    private void checkParts(Answers worksheet, RuleVersion rule, Faults faults) {
        BigDecimal total = assess(worksheet, rule).total();
        BigDecimal parts = worksheet.entries(PARTS).stream()
                .map(part -> part.number("amount"))
                .reduce(Dollars.ZERO, BigDecimal::add);
        if (parts.compareTo(total) != 0) {
            faults.add(
                    PARTS,
                    "must add up to the total of " + Dollars.words(total) + ", not to " + Dollars.words(parts)
                            + " (Manual 8.5)");
        }
    }

    private static RuleTables.Row cell(Answers violation, RuleVersion rule) {
        return rule.cell(
                "matrix",
                violation.choice(HARM).value(),
                violation.choice(DEVIATION).value());
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        RuleTables.Row facility = worksheet.choice("facility");
        sheet.say(facility, facility.value());
        List<Charge> charges =
                Lines.charges(sheet, worksheet, rule, violation -> charge(violation, facility, rule, sheet));
        Settlement settlement = new Settlement(rule, worksheet, sheet, charges)
                .selfDisclosure()
                .statedBenefit()
                .benefitOutsideCap()
                .adjustments();
        for (Answers part : worksheet.entries(PARTS)) {
            RuleTables.Row kind = part.choice("kind");
            sheet.say(kind, kind.value() + ": " + Dollars.words(part.number("amount")));
        }
        return settlement.assessment(facility);
    }

    private static Charge charge(Answers violation, RuleTables.Row facility, RuleVersion rule, Sheet sheet) {
        BigDecimal before = sheet.total();
        RuleTables.Row harm = violation.choice(HARM);
        RuleTables.Row deviation = violation.choice(DEVIATION);
        sheet.say(harm, harm.value());
        sheet.say(deviation, deviation.value());
        RuleTables.Row cell = cell(violation, rule);
        BigDecimal base = cell.amount() == null ? violation.number(BASE) : cell.amount();
        sheet.add(cell, harm.value() + " / " + deviation.value() + ": " + Dollars.words(base), base);
        for (String percent : PERCENTS) {
            sheet.add(
                    violation.field(percent),
                    Words.percent(violation.whole(percent)) + " of " + Dollars.words(base),
                    Dollars.percent(base, violation.whole(percent)));
        }
        BigDecimal day = sheet.total().subtract(before);
        BigDecimal gravity = Lines.capped(
                sheet, facility, "1 day", Lines.floored(sheet, rule.figure("floor"), day), facility.amount());
        BigDecimal days = BigDecimal.valueOf(violation.whole("documentedDays"));
        RuleTables.Row documented = rule.figure("documentedDays");
        sheet.add(
                documented,
                Words.days(days.intValue()) + " × " + Dollars.words(gravity),
                gravity.multiply(days.subtract(BigDecimal.ONE)));
        return new Charge(
                new Assessment.Violation(
                        gravity.multiply(days), gravity, null, harm.value(), deviation.value(), null, null, null),
                day.multiply(days),
                gravity.multiply(days),
                facility.amount().multiply(days));
    }
}
