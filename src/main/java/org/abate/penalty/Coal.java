package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/** Coal: the points of Manual 8.4 (10 CSR 40-8.040) for notices of violation, cessation orders and delinquent reclamation. */
final class Coal implements Calculator<Assessment> {

    private static final String CESSATION_ORDER = "CESSATION_ORDER";
    private static final String ASSESS = "assessDiscretionary";
    private static final List<String> HISTORY = List.of("priorViolations", "priorCessationOrders");
    private static final List<String> CRITERIA = List.of("probability", "damage", "offSite", "negligence");

    @Override
    public String rule() {
        return "coal";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        for (Answers violation : worksheet.entries("violations")) {
            if (violation.has("notice") && pointsKnown(violation)) {
                checkDiscretion(violation, rule, faults);
            }
        }
    }

    private static boolean pointsKnown(Answers violation) {
        return HISTORY.stream().allMatch(violation::has)
                && CRITERIA.stream().allMatch(violation::has)
                && violation.has("goodFaith");
    }

    /** At 30 points or less a penalty may be assessed, at 31 or more it shall; a cessation order always is. */
    private static void checkDiscretion(Answers violation, RuleVersion rule, Faults faults) {
        boolean may = isDiscretionary(violation, points(violation, rule), rule);
        if (may && !violation.given(ASSESS)) {
            faults.add(
                    violation.path(ASSESS),
                    "is required: with 30 points or less the director may assess a penalty, or not (Manual 8.4)");
        }
        if (!may && violation.has(ASSESS) && !violation.flag(ASSESS)) {
            faults.add(
                    violation.path(ASSESS),
                    "must not be false: cessation orders and 31 points or more shall be assessed (Manual 8.4)");
        }
    }

    private static boolean isDiscretionary(Answers violation, int points, RuleVersion rule) {
        int most = rule.figure("discretionary").amount().intValueExact();
        return !violation.says("notice", CESSATION_ORDER) && points <= most;
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> charge(violation, rule, sheet));
        return new Settlement(rule, worksheet, sheet, charges).assessment(rule.figure("most"));
    }

    /** The points: history up to its most, the criteria, less good faith; not below zero. */
    private static int points(Answers violation, RuleVersion rule) {
        int history = 0;
        for (String past : HISTORY) {
            history += rule.row("history", past).points() * violation.whole(past);
        }
        int points = Math.min(history, rule.row("history", "most").points());
        for (String criterion : CRITERIA) {
            points += violation.whole(criterion);
        }
        return Math.max(0, points - violation.whole("goodFaith"));
    }

    /** Writes how the points come about. */
    private static void writePoints(Answers violation, RuleVersion rule, Sheet sheet) {
        sheet.startPoints();
        for (String past : HISTORY) {
            RuleTables.Row row = rule.row("history", past);
            sheet.points(row, Words.number(violation.whole(past)), row.points() * violation.whole(past));
        }
        RuleTables.Row most = rule.row("history", "most");
        if (sheet.points() > most.points()) {
            sheet.points(most, Words.number(sheet.points()), most.points() - sheet.points());
        }
        for (String criterion : CRITERIA) {
            RuleTables.Field field = violation.field(criterion);
            sheet.points(field.citation(), field.label(), criterion, violation.whole(criterion), field.help());
        }
        RuleTables.Field goodFaith = violation.field("goodFaith");
        sheet.points(goodFaith.citation(), goodFaith.label(), "deducted", -violation.whole("goodFaith"), null);
        if (sheet.points() < 0) {
            sheet.points(rule.figure("leastPoints"), Words.number(sheet.points()), -sheet.points());
        }
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        RuleTables.Row notice = violation.choice("notice");
        sheet.say(notice, notice.value());
        writePoints(violation, rule, sheet);
        int points = points(violation, rule);
        int days = violation.whole("days");
        BigDecimal gravity = oneDay(violation, points, rule, sheet);
        BigDecimal uncappedDay = isWaived(violation, points, rule)
                ? Dollars.ZERO
                : dollars(points, rule).amount();
        int charged = chargedDays(violation, rule);
        Lines.furtherDays(
                sheet,
                rule.row("days", violation.says("notice", CESSATION_ORDER) ? CESSATION_ORDER : "NOTICE"),
                gravity,
                charged,
                charged < days ? ", " + charged + " of " + Words.days(days) : "");
        BigDecimal tons = tons(violation, rule, sheet);
        BigDecimal amount = gravity.multiply(BigDecimal.valueOf(charged)).add(tons);
        return new Charge(
                new Assessment.Violation(amount, gravity, null, null, null, null, null, points),
                uncappedDay.multiply(BigDecimal.valueOf(days)).add(tons),
                amount,
                rule.figure("most")
                        .amount()
                        .multiply(BigDecimal.valueOf(charged))
                        .add(tons));
    }

    private static RuleTables.Row dollars(int points, RuleVersion rule) {
        return rule.bracket("dollars", BigDecimal.valueOf(points));
    }

    private static boolean isWaived(Answers violation, int points, RuleVersion rule) {
        return isDiscretionary(violation, points, rule) && !violation.flag(ASSESS);
    }

    private static BigDecimal oneDay(Answers violation, int points, RuleVersion rule, Sheet sheet) {
        if (isWaived(violation, points, rule)) {
            sheet.add(rule.figure("discretionary"), "Not assessed", Dollars.ZERO);
            return Dollars.ZERO;
        }
        if (isDiscretionary(violation, points, rule)) {
            sheet.say(rule.figure("assessed"), "Assessed");
        }
        RuleTables.Row row = dollars(points, rule);
        sheet.add(row, Words.count(points, "point", "points"), row.amount());
        RuleTables.Row least = rule.figure("least");
        if (violation.says("notice", CESSATION_ORDER) && row.amount().compareTo(least.amount()) < 0) {
            sheet.add(least, CESSATION_ORDER, least.amount().subtract(row.amount()));
            return least.amount();
        }
        return row.amount();
    }

    /** A cessation order counts for thirty days at most. */
    private static int chargedDays(Answers violation, RuleVersion rule) {
        int most = rule.row("days", CESSATION_ORDER).amount().intValueExact();
        int days = violation.whole("days");
        return violation.says("notice", CESSATION_ORDER) ? Math.min(days, most) : days;
    }

    /** The second assessment of a notice of delinquent reclamation, for the coal of the delinquency period. */
    private static BigDecimal tons(Answers violation, RuleVersion rule, Sheet sheet) {
        if (!violation.has("tons")) {
            return Dollars.ZERO;
        }
        RuleTables.Row perTon = rule.figure("perTon");
        BigDecimal amount = perTon.amount().multiply(violation.number("tons"));
        sheet.add(perTon, Words.number(violation.number("tons")) + " tons × " + Dollars.words(perTon.amount()), amount);
        return amount;
    }
}
