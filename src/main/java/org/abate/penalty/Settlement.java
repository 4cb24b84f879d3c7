package org.abate.penalty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * From the violations' amounts to the penalty, in the order all rules share: sum, self-disclosure, economic benefit,
 * adjustments, not below zero, cap on the total. Each calculator calls the steps its rule has.
 */
final class Settlement {

    private static final String BENEFIT = "economicBenefit";
    private static final String EXCLUDED = "economicBenefitExcluded";

    private final RuleVersion rule;
    private final Answers worksheet;
    private final Sheet sheet;
    private final List<Charge> charges;
    private BigDecimal uncapped = Dollars.ZERO;
    private BigDecimal cap = Dollars.ZERO;
    private BigDecimal benefit = Dollars.ZERO;

    Settlement(RuleVersion rule, Answers worksheet, Sheet sheet, List<Charge> charges) {
        this.rule = rule;
        this.worksheet = worksheet;
        this.sheet = sheet;
        this.charges = charges;
        for (Charge charge : charges) {
            uncapped = uncapped.add(charge.uncapped());
            cap = cap.add(charge.cap());
        }
        sheet.subtotal(
                rule.citation(), "Sum of the violations", Words.count(charges.size(), "violation", "violations"));
    }

    /** Takes the reduction of an approved self-disclosure off the gravity component. */
    Settlement selfDisclosure() {
        if (worksheet.has(SelfDisclosure.FIELD)) {
            Answers disclosure = worksheet.entry(SelfDisclosure.FIELD);
            RuleTables.Row reduction = SelfDisclosure.reduction(worksheet);
            int percent = reduction.amount().intValueExact();
            sheet.add(
                    reduction,
                    SelfDisclosure.words(disclosure),
                    Dollars.percent(sheet.total(), percent).negate());
            uncapped = uncapped.subtract(Dollars.percent(uncapped, percent));
        }
        return this;
    }

    /** Adds an economic benefit; the cap on the total includes it. */
    Settlement benefit(String citation, String text, String input, BigDecimal amount, String note) {
        sheet.add(citation, text, input, amount, note);
        uncapped = uncapped.add(amount);
        benefit = benefit.add(amount);
        return this;
    }

    /**
     * Adds the economic benefit the worksheet states, or shows it where one of the rule's reasons excludes it
     * (10 CSR 20-3.010(3)(D)1-3, 25-14.010(3)(D)1-3).
     */
    Settlement statedBenefit() {
        RuleTables.Field field = worksheet.field(BENEFIT);
        BigDecimal stated = worksheet.number(BENEFIT);
        if (worksheet.has(EXCLUDED)) {
            RuleTables.Row reason = worksheet.choice(EXCLUDED);
            sheet.say(reason, reason.value() + ": " + Dollars.words(stated) + " not added");
            return this;
        }
        return benefit(field.citation(), field.label(), Dollars.words(stated), stated, field.help());
    }

    static void checkBenefit(Answers worksheet, Faults faults) {
        if (worksheet.given(EXCLUDED) && !worksheet.given(BENEFIT)) {
            faults.add(worksheet.path(EXCLUDED), "has no economicBenefit to exclude");
        }
    }

    /** Lets the cap on the total rise by the benefit that was added: the statute's cap does not touch it. */
    Settlement benefitOutsideCap() {
        cap = cap.add(benefit);
        return this;
    }

    /** Applies the adjustments of the worksheet, each with its reason. */
    Settlement adjustments() {
        for (Answers adjustment : worksheet.entries(Adjustments.FIELD)) {
            Adjustments.write(adjustment, sheet);
            uncapped = uncapped.add(Adjustments.amount(adjustment));
        }
        return this;
    }

    private List<Assessment.Violation> shown() {
        List<Assessment.Violation> violations = new ArrayList<>(charges.size());
        for (Charge charge : charges) {
            violations.add(charge.shown());
        }
        return violations;
    }

    /** Closes the worksheet: not below zero, not above the cap. */
    Assessment assessment(RuleTables.Row capRow) {
        if (sheet.total().signum() < 0) {
            sheet.add(
                    rule.citation(),
                    "A penalty is not below zero",
                    null,
                    sheet.total().negate(),
                    null);
        }
        if (sheet.total().compareTo(cap) > 0) {
            sheet.add(capRow, "At most " + Dollars.words(cap), cap.subtract(sheet.total()));
        }
        Lines.defaults(sheet, worksheet, rule);
        sheet.subtotal(rule.citation(), "Penalty", null);
        return new Assessment(
                rule.tables().rule(),
                rule.citation(),
                rule.tables().version(),
                sheet.printedTotal(),
                uncapped,
                shown(),
                sheet.lines());
    }
}
