package org.abate.penalty;

import java.math.BigDecimal;
import java.util.List;

/** The clean water penalty assessment protocol, 10 CSR 20-3.010; at most RSMo 644.076 allows. */
final class CleanWater implements Calculator<Assessment> {

    private static final String SELECTED = "selectedAmount";
    private static final String FINDING = "unabatedFinding";
    private static final String FINDING_REASON = "findingReason";

    @Override
    public String rule() {
        return "clean-water";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        Gates.checkResolved(worksheet, faults);
        for (Answers violation : worksheet.entries("violations")) {
            if (violation.has("facility")) {
                checkFacility(violation.entry("facility"), rule, faults);
            }
            Cells.checkReason(violation, faults, SELECTED);
            if (violation.has(SELECTED) && CleanWaterPoints.known(violation)) {
                Sheet draft = new Sheet();
                Cells.checkWithin(violation, SELECTED, cell(violation, rule, draft), faults);
            }
        }
        Settlement.checkBenefit(worksheet, faults);
        SelfDisclosure.check(worksheet, faults);
        Adjustments.check(worksheet, faults);
    }

    private static void checkFacility(Answers facility, RuleVersion rule, Faults faults) {
        if (facility.has("animalUnits") && facility.has("size")) {
            RuleTables.Row size = facility.choice("size");
            BigDecimal units = facility.number("animalUnits");
            boolean over = size.over() != null && units.compareTo(size.over()) <= 0;
            boolean below = size.from() != null && units.compareTo(size.from()) < 0;
            boolean above = size.high() != null && units.compareTo(size.high()) > 0;
            if (over || below || above) {
                faults.add(
                        facility.path("animalUnits"),
                        "does not fit " + size.value() + ": " + size.text() + " (" + size.citation() + "), not "
                                + Words.number(units));
            }
        }
        if (facility.has("pretreatmentReduction")) {
            boolean reduced = facility.whole("pretreatmentReduction") > 0;
            boolean reason = facility.given("pretreatmentReductionReason");
            if (reduced != reason) {
                faults.add(
                        facility.path("pretreatmentReductionReason"),
                        reduced ? "is required with a reduction" : "has no pretreatmentReduction to explain");
            }
        }
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        Gates.write(sheet, worksheet);
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> {
            Charge charge = charge(violation, rule, sheet);
            Lines.defaults(sheet, violation.entry("facility"), rule);
            return charge;
        });
        return new Settlement(rule, worksheet, sheet, charges)
                .selfDisclosure()
                .statedBenefit()
                .adjustments()
                .assessment(rule.figure("cap"));
    }

    private static RuleTables.Row cell(Answers violation, RuleVersion rule, Sheet sheet) {
        String harm = CleanWaterPoints.harm(violation, rule, sheet).value();
        String deviation = CleanWaterPoints.deviation(violation, rule, sheet).value();
        return rule.cell("matrix", harm, deviation);
    }

    private static Charge charge(Answers violation, RuleVersion rule, Sheet sheet) {
        RuleTables.Row harm = CleanWaterPoints.harm(violation, rule, sheet);
        int harmPoints = sheet.points();
        RuleTables.Row deviation = CleanWaterPoints.deviation(violation, rule, sheet);
        int deviationPoints = sheet.points();
        RuleTables.Row cell = rule.cell("matrix", harm.value(), deviation.value());
        Cells.write(sheet, violation, SELECTED, cell);
        BigDecimal base = Cells.amount(violation, SELECTED, cell);
        BigDecimal days = BigDecimal.valueOf(violation.whole("days"));
        multiDay(violation, rule, sheet, base);
        BigDecimal uncapped = base.multiply(days);
        BigDecimal cap = rule.figure("cap").amount().multiply(days);
        BigDecimal amount = Lines.capped(sheet, rule.figure("cap"), Words.days(days.intValue()), uncapped, cap);
        return new Charge(
                new Assessment.Violation(
                        amount,
                        base,
                        List.of(cell.low(), cell.high()),
                        harm.value(),
                        deviation.value(),
                        harmPoints,
                        deviationPoints,
                        null),
                uncapped,
                amount,
                cap);
    }

    /** (1)(F) and (3)(C): which days count, observed or covered by the director's finding, and what the further ones add. */
    private static void multiDay(Answers violation, RuleVersion rule, Sheet sheet, BigDecimal base) {
        int days = violation.whole("days");
        boolean finding = violation.flag(FINDING);
        sheet.say(
                rule.row("multiDay", finding ? "UNABATED" : "DOCUMENTED"),
                Words.days(days) + (finding ? ": " + violation.text(FINDING_REASON) : ""));
        Lines.furtherDays(sheet, rule.figure("furtherDay"), base, days);
    }
}
