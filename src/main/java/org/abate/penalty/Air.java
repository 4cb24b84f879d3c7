package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Air: the manual (8.1) points to a fact sheet and prints no matrix. The assessor enters the amount for one day and its
 * basis; at most RSMo 643.151 allows.
 */
final class Air implements Calculator<Assessment> {

    @Override
    public String rule() {
        return "air";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        Settlement.checkBenefit(worksheet, faults);
        SelfDisclosure.check(worksheet, faults);
        Adjustments.check(worksheet, faults);
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> charge(violation, rule, sheet));
        return new Settlement(rule, worksheet, sheet, charges)
                .selfDisclosure()
                .statedBenefit()
                .adjustments()
                .assessment(rule.figure("cap"));
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        BigDecimal gravity = violation.number("amount");
        BigDecimal days = BigDecimal.valueOf(violation.whole("days"));
        sheet.add(violation.field("amount"), Dollars.words(gravity) + ": " + violation.text("basis"), gravity);
        Lines.furtherDays(sheet, rule.figure("days"), gravity, violation.whole("days"));
        BigDecimal uncapped = gravity.multiply(days);
        RuleTables.Row capRow = rule.figure("cap");
        BigDecimal cap = capRow.amount().multiply(days);
        BigDecimal amount = Lines.capped(sheet, capRow, Words.days(days.intValue()), uncapped, cap);
        return new Charge(
                new Assessment.Violation(amount, gravity, null, null, null, null, null, null), uncapped, amount, cap);
    }
}
