package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/** The civil penalty a court may impose for drinking water violations, RSMo 640.130.4 (Manual 8.2). */
final class DrinkingWaterCivil implements Calculator<Assessment> {

    @Override
    public String rule() {
        return "drinking-water-civil";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        Adjustments.check(worksheet, faults);
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> charge(violation, rule, sheet));
        return new Settlement(rule, worksheet, sheet, charges).adjustments().assessment(rule.row("cap", "TOTAL"));
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        int previous = violation.whole("previousViolations");
        RuleTables.Row daily = rule.bracket("daily", BigDecimal.valueOf(previous));
        int days = violation.whole("days");
        sheet.add(
                daily,
                Words.count(previous, "previous violation", "previous violations") + ": "
                        + Dollars.words(daily.amount()) + " a day",
                daily.amount());
        BigDecimal amount = daily.amount().multiply(BigDecimal.valueOf(days));
        Lines.furtherDays(sheet, rule.figure("furtherDay"), daily.amount(), days);
        return new Charge(
                new Assessment.Violation(amount, daily.amount(), null, null, null, null, null, null),
                amount,
                amount,
                amount);
    }
}
