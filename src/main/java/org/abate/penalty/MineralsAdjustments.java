package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * The adjustment factors of 10 CSR 40-10.070(7)(B), dollars added to or taken from the amount of the matrix: good faith,
 * willfulness or negligence, and history.
 */
final class MineralsAdjustments {

    private static final int HUNDRED = 100;
    private static final List<String> CULPABILITY = List.of("control", "foreseeability", "precautions");

    private MineralsAdjustments() {}

    static void check(Answers violation, Faults faults) {
        boolean warned = positive(violation, "writtenWarnings");
        boolean warnedOfHazard = positive(violation, "hazardWarnings");
        if (warned && violation.flag("awareOfRequirement")) {
            faults.add(
                    violation.path("awareOfRequirement"),
                    "must not be true with written warnings: it is for operators who were not advised");
        }
        if (warnedOfHazard && violation.flag("awareOfHazard")) {
            faults.add(
                    violation.path("awareOfHazard"),
                    "must not be true with hazard warnings: it is for operators who were not warned");
        }
        if (warnedOfHazard && violation.has("hazardCreated") && !violation.flag("hazardCreated")) {
            faults.add(violation.path("hazardWarnings"), "count only where a hazard has been created: hazardCreated");
        }
    }

    private static boolean positive(Answers violation, String count) {
        return violation.has(count) && violation.whole(count) > 0;
    }

    static void write(Answers violation, RuleVersion rule, Sheet sheet) {
        if (violation.has("abatement")) {
            abatement(violation.entry("abatement"), rule, sheet);
            Lines.defaults(sheet, violation.entry("abatement"), rule);
        }
        for (String factor : CULPABILITY) {
            if (violation.has(factor)) {
                RuleTables.Row row = violation.choice(factor);
                sheet.add(row, row.value(), row.amount());
            }
        }
        each(violation, "writtenWarnings", rule, sheet);
        once(violation, "awareOfRequirement", rule, sheet);
        each(violation, "hazardWarnings", rule, sheet);
        once(violation, "awareOfHazard", rule, sheet);
        each(violation, "similarViolations", rule, sheet);
        each(violation, "daysPriorViolationsUnabated", rule, sheet);
    }

    private static void each(Answers violation, String count, RuleVersion rule, Sheet sheet) {
        int number = violation.whole(count);
        if (number > 0) {
            RuleTables.Row row = rule.row("adjustment", count);
            sheet.add(
                    row,
                    Words.number(number) + " × " + Dollars.words(row.amount()),
                    row.amount().multiply(BigDecimal.valueOf(number)));
        }
    }

    private static void once(Answers violation, String fact, RuleVersion rule, Sheet sheet) {
        if (violation.flag(fact)) {
            RuleTables.Row row = rule.row("adjustment", fact);
            sheet.add(row, "yes", row.amount());
        }
    }

    /** Prompt abatement earns a credit by the share of the time allowed; late abatement costs $5 a day to $150. */
    private static void abatement(Answers abatement, RuleVersion rule, Sheet sheet) {
        int allowed = abatement.whole("daysAllowed");
        int taken = abatement.whole("daysTaken");
        String words = Words.days(taken) + " of " + Words.number(allowed);
        if (taken > allowed) {
            RuleTables.Row late = rule.row("adjustment", "lateAbatement");
            int most = rule.row("adjustment", "lateAbatementDays").amount().intValueExact();
            int days = Math.min(taken - allowed, most);
            sheet.add(late, words, late.amount().multiply(BigDecimal.valueOf(days)));
            comingIntoCompliance(abatement, words, rule, sheet);
        } else if (abatement.flag("primarilyComingIntoCompliance")) {
            comingIntoCompliance(abatement, words, rule, sheet);
        } else if (allowed == 0) {
            sheet.say(rule.row("adjustment", "noTimeAllowed"), words);
        } else {
            // Rounded up to a whole percent (interpretation M6)
            int percent = (taken * HUNDRED + allowed - 1) / allowed;
            RuleTables.Row credit = rule.bracket("promptAbatement", BigDecimal.valueOf(percent));
            sheet.add(credit, words + ": " + percent + " %", credit.amount().negate());
        }
    }

    /** Such efforts earn no credit; lateness adds all the same (interpretation M14). */
    private static void comingIntoCompliance(Answers abatement, String words, RuleVersion rule, Sheet sheet) {
        if (abatement.flag("primarilyComingIntoCompliance")) {
            sheet.say(rule.row("adjustment", "primarilyComingIntoCompliance"), words);
        }
    }
}
