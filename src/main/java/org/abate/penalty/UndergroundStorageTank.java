package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Storage tanks: EPA's penalty guidance for violations of the tank rules, as modified by Missouri (Manual 8.3; OSWER
 * Directive 9610.12). The gravity-based component is the matrix value × adjustments × environmental sensitivity × days of
 * noncompliance; the economic benefit of avoided and delayed expenditures is added.
 */
final class UndergroundStorageTank implements Calculator<Assessment> {

    private static final String AVOIDED = "avoidedExpenditure";
    private static final String DELAYED = "delayedExpenditure";
    private static final String INTEREST = "interestRate";
    private static final String TAX = "marginalTaxRate";
    private static final String DAYS = "daysOfNoncompliance";
    private static final List<String> PERCENTS = List.of("cooperation", "willfulness", "history", "otherFactors");

    @Override
    public String rule() {
        return "underground-storage-tank";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        for (Answers violation : worksheet.entries("violations")) {
            requireRate(violation, INTEREST, faults);
            requireRate(violation, TAX, faults);
        }
        SelfDisclosure.check(worksheet, faults);
        Adjustments.check(worksheet, faults);
    }

    private static void requireRate(Answers violation, String rate, Faults faults) {
        boolean expenditure = violation.given(AVOIDED) || violation.given(DELAYED);
        if (expenditure && !violation.given(rate)) {
            faults.add(violation.path(rate), "is required where an avoided or delayed expenditure is given");
        }
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        String matrix = matrix(worksheet, rule);
        List<Charge> charges =
                Lines.charges(sheet, worksheet, rule, violation -> gravity(violation, rule, matrix, sheet));
        Settlement settlement = new Settlement(rule, worksheet, sheet, charges).selfDisclosure();
        worksheet.entries("violations").forEach(violation -> economicBenefit(violation, rule, settlement));
        return settlement.adjustments().assessment(rule.figure("cap"));
    }

    /** The schedule of the department's policy: one by name, or the federal one in force on the violation's date. */
    private static String matrix(Answers worksheet, RuleVersion rule) {
        String schedule = rule.setting("schedule");
        if (schedule.equals("FEDERAL")) {
            String date = worksheet.date(RuleBook.VIOLATION_DATE).toString();
            for (RuleTables.Row row : rule.rows("schedules")) {
                if (schedule.equals("FEDERAL") || date.compareTo(row.effective()) > 0) {
                    schedule = row.value();
                }
            }
        }
        return "matrix-" + schedule;
    }

    private static Charge gravity(Answers violation, RuleVersion rule, String matrix, Sheet sheet) {
        BigDecimal before = sheet.total();
        RuleTables.Row harm = violation.choice("potentialForHarm");
        RuleTables.Row deviation = violation.choice("extentOfDeviation");
        sheet.say(harm, harm.value());
        sheet.say(deviation, deviation.value());
        matrixValue(violation, rule.cell(matrix, harm.value(), deviation.value()), rule, sheet);
        adjust(violation, rule, sheet, sheet.total().subtract(before));
        RuleTables.Row sensitivity = violation.choice("environmentalSensitivity");
        multiply(sheet, sensitivity, sensitivity.value(), sheet.total().subtract(before), sensitivity.amount());
        BigDecimal gravity = sheet.total().subtract(before);
        int days = violation.whole(DAYS);
        RuleTables.Row bracket = rule.bracket("daysMultiplier", BigDecimal.valueOf(days));
        if (days == 0) {
            sheet.say(rule.figure("noDay"), Words.days(days));
        }
        multiply(sheet, bracket, Words.days(days), gravity, bracket.amount().add(further(days, rule)));
        BigDecimal uncapped = sheet.total().subtract(before);
        BigDecimal cap = cap(violation, rule);
        BigDecimal amount = Lines.capped(sheet, rule.figure("cap"), capWords(violation), uncapped, cap);
        return new Charge(
                new Assessment.Violation(amount, gravity, null, harm.value(), deviation.value(), null, null, null),
                uncapped,
                amount,
                cap);
    }

    private static void matrixValue(Answers violation, RuleTables.Row cell, RuleVersion rule, Sheet sheet) {
        int tanks = violation.whole("tanks");
        String words = "Potential for harm " + cell.harm() + ", extent of deviation " + cell.deviation();
        sheet.add(
                cell.citation(),
                cell.text(),
                words,
                cell.amount(),
                Sheet.notes(Sheet.note(cell), Sheet.note(rule.row("settings", "schedule"))));
        String count = Words.count(tanks, "tank", "tanks");
        if (violation.flag("perTank")) {
            BigDecimal further = cell.amount().multiply(BigDecimal.valueOf(tanks - 1L));
            sheet.add(cell.citation(), "The matrix value for each tank", count, further, null);
        } else {
            sheet.say(cell.citation(), "The matrix value once, not for each tank", count, null);
        }
    }

    /** Violator-specific adjustments: percentages of the matrix value, added together. */
    private static void adjust(Answers violation, RuleVersion rule, Sheet sheet, BigDecimal matrixValue) {
        String of = " of " + Dollars.words(matrixValue);
        for (String name : PERCENTS) {
            int percent = violation.whole(name);
            sheet.add(violation.field(name), Words.percent(percent) + of, Dollars.percent(matrixValue, percent));
        }
    }

    private static void multiply(Sheet sheet, RuleTables.Row row, String input, BigDecimal amount, BigDecimal factor) {
        sheet.add(
                row,
                input + ": " + Dollars.words(amount) + " × " + Words.number(factor),
                amount.multiply(factor.subtract(BigDecimal.ONE)));
    }

    /** What the days multiplier grows by after a year: for each further six months or part of them. */
    private static BigDecimal further(int days, RuleVersion rule) {
        int year = rule.figure("yearDays").amount().intValueExact();
        int halfYear = rule.figure("halfYearDays").amount().intValueExact();
        int begun = Math.max(0, days - year + halfYear - 1) / halfYear;
        return rule.figure("furtherHalfYear").amount().multiply(BigDecimal.valueOf(begun));
    }

    /** RSMo 319.127: for each tank for each day; part of a day is a day. */
    private static BigDecimal cap(Answers violation, RuleVersion rule) {
        long tanks = violation.flag("perTank") ? violation.whole("tanks") : 1;
        return rule.figure("cap").amount().multiply(BigDecimal.valueOf(tanks * Math.max(1, violation.whole(DAYS))));
    }

    private static String capWords(Answers violation) {
        String of = violation.flag("perTank") ? Words.count(violation.whole("tanks"), "tank", "tanks") : "1 violation";
        return of + ", " + Words.days(Math.max(1, violation.whole(DAYS)));
    }

    private static void economicBenefit(Answers violation, RuleVersion rule, Settlement settlement) {
        if (violation.given(AVOIDED)) {
            RuleTables.Field field = violation.field(AVOIDED);
            settlement.benefit(
                    field.citation(),
                    "Avoided costs: (expenditure + expenditure × interest rate × days ÷ 365) × (1 − marginal tax rate)",
                    benefitWords(violation, AVOIDED),
                    avoided(violation, rule),
                    Sheet.note(field));
        }
        if (violation.given(DELAYED)) {
            RuleTables.Field field = violation.field(DELAYED);
            settlement.benefit(
                    field.citation(),
                    "Delayed costs: expenditure × interest rate × days ÷ 365",
                    benefitWords(violation, DELAYED),
                    interest(violation, DELAYED, rule),
                    Sheet.note(field));
        }
    }

    private static BigDecimal avoided(Answers violation, RuleVersion rule) {
        BigDecimal withInterest = violation.number(AVOIDED).add(interest(violation, AVOIDED, rule));
        return withInterest.multiply(BigDecimal.ONE.subtract(violation.number(TAX)));
    }

    private static BigDecimal interest(Answers violation, String expenditure, RuleVersion rule) {
        BigDecimal yearly = violation.number(expenditure).multiply(violation.number(INTEREST));
        return Dollars.share(
                yearly, violation.whole(DAYS), rule.figure("yearDays").amount());
    }

    private static String benefitWords(Answers violation, String expenditure) {
        return Dollars.words(violation.number(expenditure)) + ", interest rate "
                + Words.number(violation.number(INTEREST)) + ", marginal tax rate "
                + Words.number(violation.number(TAX)) + ", " + Words.days(violation.whole(DAYS));
    }
}
