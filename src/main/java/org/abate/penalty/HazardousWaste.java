package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/** Hazardous waste administrative penalties, 10 CSR 25-14.010; at most RSMo 260.425 allows. */
final class HazardousWaste implements Calculator<Assessment> {

    private static final String SELECTED = "selectedAmount";
    private static final String SELECTED_DAILY = "selectedDailyAmount";
    private static final String HARM = "potentialForHarm";
    private static final String DEVIATION = "extentOfDeviation";
    private static final List<String> NOT_MINOR = List.of("knowinglyCommitted", "epaOtherThanMinor");

    @Override
    public String rule() {
        return "hazardous-waste";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        Gates.checkResolved(worksheet, faults);
        for (Answers violation : worksheet.entries("violations")) {
            checkNotMinor(violation, HARM, "(3)(A)1.C(III)", faults);
            checkNotMinor(violation, DEVIATION, "(3)(A)2.C", faults);
            Cells.checkReason(violation, faults, SELECTED, SELECTED_DAILY);
            checkSelected(violation, rule, faults);
        }
        Settlement.checkBenefit(worksheet, faults);
        SelfDisclosure.check(worksheet, faults);
        Adjustments.check(worksheet, faults);
    }

    /** Minor is only what was not knowingly committed and is not other than minor to EPA (interpretation H5). */
    private static void checkNotMinor(Answers violation, String category, String clause, Faults faults) {
        for (String reason : NOT_MINOR) {
            if (violation.flag(reason) && violation.says(category, "MINOR")) {
                faults.add(
                        violation.path(category),
                        "must not be MINOR with " + reason + " true (10 CSR 25-14.010" + clause
                                + "; interpretation H5)");
            }
        }
    }

    private static void checkSelected(Answers violation, RuleVersion rule, Faults faults) {
        if (violation.has(HARM) && violation.has(DEVIATION)) {
            Cells.checkWithin(violation, SELECTED, cell("matrix", violation, rule), faults);
            Cells.checkWithin(violation, SELECTED_DAILY, cell("multiDayMatrix", violation, rule), faults);
        }
        if (violation.given(SELECTED_DAILY) && violation.has("days") && violation.whole("days") == 1) {
            faults.add(violation.path(SELECTED_DAILY), "needs more than one day: days is 1");
        }
    }

    private static RuleTables.Row cell(String matrix, Answers violation, RuleVersion rule) {
        return rule.cell(
                matrix,
                violation.choice(HARM).value(),
                violation.choice(DEVIATION).value());
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        Gates.write(sheet, worksheet);
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> charge(violation, rule, sheet));
        return new Settlement(rule, worksheet, sheet, charges)
                .selfDisclosure()
                .statedBenefit()
                .adjustments()
                .assessment(rule.figure("cap"));
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        RuleTables.Row harm = violation.choice(HARM);
        RuleTables.Row deviation = violation.choice(DEVIATION);
        sheet.say(harm, harm.value());
        sheet.say(deviation, deviation.value());
        for (String fact : NOT_MINOR) {
            if (violation.flag(fact)) {
                RuleTables.Field field = violation.field(fact);
                sheet.say(field.citation(), field.label(), "yes", null);
            }
        }
        RuleTables.Row cell = cell("matrix", violation, rule);
        Cells.write(sheet, violation, SELECTED, cell);
        BigDecimal gravity = Cells.amount(violation, SELECTED, cell);
        BigDecimal uncapped = gravity.add(furtherDays(violation, rule, sheet));
        int days = violation.whole("days");
        BigDecimal cap = rule.figure("cap").amount().multiply(BigDecimal.valueOf(days));
        BigDecimal amount = Lines.capped(sheet, rule.figure("cap"), Words.days(days), uncapped, cap);
        return new Charge(
                new Assessment.Violation(
                        amount,
                        gravity,
                        List.of(cell.low(), cell.high()),
                        harm.value(),
                        deviation.value(),
                        null,
                        null,
                        null),
                uncapped,
                amount,
                cap);
    }

    /** (3)(C): the multi-day matrix for each day after the first (interpretation H3). */
    private static BigDecimal furtherDays(Answers violation, RuleVersion rule, Sheet sheet) {
        int further = violation.whole("days") - 1;
        if (further == 0) {
            return Dollars.ZERO;
        }
        RuleTables.Row cell = cell("multiDayMatrix", violation, rule);
        Cells.writeFurther(sheet, violation, SELECTED_DAILY, cell, further);
        return Cells.amount(violation, SELECTED_DAILY, cell).multiply(BigDecimal.valueOf(further));
    }
}
