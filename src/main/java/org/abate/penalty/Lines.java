package org.abate.penalty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lines that every rule's worksheet has. */
final class Lines {

    private Lines() {}

    /** The worksheet's first line: which version of the rule the violation's date picks. */
    static Sheet start(Answers worksheet, RuleVersion rule) {
        Sheet sheet = new Sheet();
        sheet.say(
                rule.citation(),
                rule.heading(),
                "Date of the violation: " + worksheet.date(RuleBook.VIOLATION_DATE),
                rule.tables().note());
        return sheet;
    }

    /** What each violation comes to, each under its heading, with what was left out of its answers. */
    static List<Charge> charges(Sheet sheet, Answers worksheet, RuleVersion rule, Function<Answers, Charge> charge) {
        List<Answers> violations = worksheet.entries("violations");
        List<Charge> charges = new ArrayList<>();
        for (Answers violation : violations) {
            sheet.say(rule.citation(), "Violation " + (charges.size() + 1) + " of " + violations.size(), null, null);
            charges.add(charge.apply(violation));
            defaults(sheet, violation, rule);
        }
        return charges;
    }

    /** What was left out, and what the assessment used instead. */
    static void defaults(Sheet sheet, Answers answers, RuleVersion rule) {
        String defaults = answers.defaults();
        if (defaults != null) {
            sheet.say(rule.citation(), "Not given on the worksheet; used by default", defaults, null);
        }
    }

    /** What each day after the first adds; writes nothing where there is but one. */
    static void furtherDays(Sheet sheet, RuleTables.Row row, BigDecimal oneDay, int days) {
        furtherDays(sheet, row, oneDay, days, "");
    }

    static void furtherDays(Sheet sheet, RuleTables.Row row, BigDecimal oneDay, int days, String remark) {
        int further = days - 1;
        if (further > 0) {
            sheet.add(
                    row,
                    Words.furtherDays(further) + " × " + Dollars.words(oneDay) + remark,
                    oneDay.multiply(BigDecimal.valueOf(further)));
        }
    }

    /** Keeps an amount from falling below zero: writes the line where it would. */
    static BigDecimal floored(Sheet sheet, RuleTables.Row floor, BigDecimal amount) {
        if (amount.signum() >= 0) {
            return amount;
        }
        sheet.add(floor, null, amount.negate());
        return Dollars.ZERO;
    }

    /** Applies a violation's cap: writes the line where it binds, and gives what is left. */
    static BigDecimal capped(Sheet sheet, RuleTables.Row capRow, String input, BigDecimal amount, BigDecimal cap) {
        if (amount.compareTo(cap) <= 0) {
            return amount;
        }
        sheet.add(capRow, input + ": at most " + Dollars.words(cap), cap.subtract(amount));
        return cap;
    }
}
