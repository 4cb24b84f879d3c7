package org.abate.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Drinking water administrative penalties, 10 CSR 60-6.070; the caps of RSMo 640.131.2 by the size of the system. */
final class DrinkingWater implements Calculator<Assessment> {

    private static final String SELECTED = "selectedAmount";
    private static final String HARM = "potentialForHarm";
    private static final String EXCLUDED = "excludedDays";

    @Override
    public String rule() {
        return "drinking-water";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        Gates.checkResolved(worksheet, faults);
        checkTwoYears(worksheet, rule, faults);
        for (Answers violation : worksheet.entries("violations")) {
            Cells.checkReason(violation, faults, SELECTED);
            if (worksheet.has("peopleServed") && violation.has(HARM)) {
                Cells.checkWithin(violation, SELECTED, cell(violation, size(worksheet, rule), rule), faults);
            }
            if (violation.has("days")
                    && violation.has(EXCLUDED)
                    && violation.whole(EXCLUDED) >= violation.whole("days")) {
                faults.add(
                        violation.path(EXCLUDED),
                        "must be fewer than the days of violation: the department can cause a continuation only"
                                + " (10 CSR 60-6.070(1)(G); interpretation D12)");
            }
        }
        Adjustments.check(worksheet, faults);
    }

    /** (1)(G): assessed within two years of discovery, or of when ordinary diligence should have discovered it. */
    private static void checkTwoYears(Answers worksheet, RuleVersion rule, Faults faults) {
        if (!worksheet.has("discoveredOn") || !worksheet.has("assessedOn")) {
            return;
        }
        LocalDate discovered = worksheet.date("discoveredOn");
        LocalDate assessed = worksheet.date("assessedOn");
        LocalDate last =
                discovered.plusYears(rule.figure("yearsToAssess").amount().intValueExact());
        if (assessed.isAfter(last)) {
            faults.add(
                    "assessedOn",
                    "must not be after " + last + ": a penalty is assessed within two years of discovery"
                            + " (10 CSR 60-6.070(1)(G))");
        }
        if (assessed.isBefore(discovered)) {
            faults.add("assessedOn", "must not be before discoveredOn, " + discovered);
        }
    }

    private static RuleTables.Row size(Answers worksheet, RuleVersion rule) {
        return rule.bracket("size", BigDecimal.valueOf(worksheet.whole("peopleServed")));
    }

    private static RuleTables.Row cell(Answers violation, RuleTables.Row size, RuleVersion rule) {
        return rule.cell("matrix", harm(violation).value(), size.value());
    }

    /** A knowing violation does not meet the definition of minor, (2)(B)4: it is moderate (interpretation D5). */
    private static RuleTables.Row harm(Answers violation) {
        return isMoved(violation) ? violation.option(HARM, "MODERATE") : violation.choice(HARM);
    }

    private static boolean isMoved(Answers violation) {
        return violation.flag("knowinglyCommitted") && violation.says(HARM, "MINOR");
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        Gates.write(sheet, worksheet);
        sheet.say(
                "10 CSR 60-6.070(1)(G)",
                "Assessed within two years of discovery",
                "Discovered " + worksheet.date("discoveredOn") + ", assessed " + worksheet.date("assessedOn"),
                null);
        RuleTables.Row size = size(worksheet, rule);
        sheet.say(size, Words.number(worksheet.whole("peopleServed")) + " people served");
        List<Charge> charges = Lines.charges(sheet, worksheet, rule, violation -> charge(violation, size, rule, sheet));
        return new Settlement(rule, worksheet, sheet, charges)
                .adjustments()
                .assessment(rule.row("capPerViolation", size.value()));
    }

    private static Charge charge(Answers violation, RuleTables.Row size, RuleVersion rule, Sheet sheet) {
        RuleTables.Row given = violation.choice(HARM);
        RuleTables.Row harm = harm(violation);
        sheet.say(given, given.value());
        if (isMoved(violation)) {
            RuleTables.Row moved = rule.row("knowing", "MODERATE");
            sheet.say(moved, harm.value());
        }
        RuleTables.Row cell = cell(violation, size, rule);
        Cells.write(sheet, violation, SELECTED, cell);
        BigDecimal gravity = Cells.amount(violation, SELECTED, cell);
        BigDecimal days = BigDecimal.valueOf(countedDays(violation, gravity, rule, sheet));
        BigDecimal uncapped = gravity.multiply(days);
        RuleTables.Row capRow = rule.row("capPerViolation", size.value());
        BigDecimal cap =
                rule.row("capPerDay", size.value()).amount().multiply(days).min(capRow.amount());
        BigDecimal amount = Lines.capped(sheet, capRow, Words.days(days.intValue()), uncapped, cap);
        return new Charge(
                new Assessment.Violation(
                        amount, gravity, List.of(cell.low(), cell.high()), harm.value(), null, null, null, null),
                uncapped,
                amount,
                cap);
    }

    /** (3)(D), each day of noncompliance, without those whose continuation the department caused, (1)(G). */
    private static int countedDays(Answers violation, BigDecimal gravity, RuleVersion rule, Sheet sheet) {
        int days = violation.whole("days");
        int excluded = violation.whole(EXCLUDED);
        if (excluded > 0) {
            RuleTables.Field field = violation.field(EXCLUDED);
            sheet.say(field.citation(), field.label(), Words.days(excluded) + " of " + days, null);
        }
        int counted = days - excluded;
        Lines.furtherDays(sheet, rule.figure("furtherDay"), gravity, counted);
        return counted;
    }
}
