package org.abate.penalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The economic benefit of delaying and avoiding costs, after tax, as EPA's BEN model computes it: present value on time
 * less present value delayed, at the date of noncompliance, carried to the day the penalty is paid. Costs are in dollars
 * of the date of noncompliance, inflate until they are paid, and are deductible when paid. A year has 365 days.
 */
final class EconomicBenefit implements Calculator<Assessment> {

    private static final int YEAR = 365;

    /** What present values lose, growth gives back: to so many decimals, so that half a cent comes back as half a cent. */
    private static final int KNOWN_DECIMALS = 15;

    private static final String NONCOMPLIANCE = "noncomplianceDate";
    private static final String COMPLIANCE = "complianceDate";
    private static final String PAYMENT = "penaltyPaymentDate";
    private static final String[] COSTS = {"delayedCapital", "delayedOneTime", "avoidedOneTime", "avoidedAnnual"};

    @Override
    public String rule() {
        return "economic-benefit";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        boolean any = false;
        for (String cost : COSTS) {
            any |= worksheet.given(cost);
        }
        if (!any) {
            faults.add(COSTS[0], "or another cost is required: " + String.join(", ", COSTS));
        }
        checkOrder(worksheet, COMPLIANCE, faults);
        checkOrder(worksheet, PAYMENT, faults);
    }

    private static void checkOrder(Answers worksheet, String date, Faults faults) {
        if (worksheet.has(NONCOMPLIANCE)
                && worksheet.has(date)
                && worksheet.date(date).isBefore(worksheet.date(NONCOMPLIANCE))) {
            faults.add(date, "must not be before " + NONCOMPLIANCE + ", " + worksheet.date(NONCOMPLIANCE));
        }
    }

    @Override
    public Assessment assess(Answers worksheet, RuleVersion rule) {
        Sheet sheet = Lines.start(worksheet, rule);
        Model model = new Model(worksheet);
        sheet.say(
                rule.citation(),
                "Discount rate, inflation rate and marginal tax rate",
                Words.number(model.discount) + ", " + Words.number(model.inflation) + ", " + Words.number(model.tax),
                null);
        sheet.say(
                rule.citation(),
                "Noncompliance, compliance and payment of the penalty",
                worksheet.date(NONCOMPLIANCE) + ", " + worksheet.date(COMPLIANCE) + " (" + Words.days(model.delay)
                        + " later), " + worksheet.date(PAYMENT) + " (" + Words.days(model.untilPayment) + " later)",
                null);
        for (String cost : COSTS) {
            if (worksheet.given(cost)) {
                BigDecimal dollars = worksheet.number(cost);
                RuleTables.Row row = rule.row("costs", cost);
                sheet.add(row, Dollars.words(dollars), dollars.multiply(model.benefitOfOneDollar(cost)));
            }
        }
        BigDecimal atPayment = sheet.total()
                .multiply(model.discounting.growth(model.untilPayment))
                .setScale(KNOWN_DECIMALS, RoundingMode.HALF_EVEN);
        sheet.add(
                rule.row("costs", "payment"),
                Dollars.words(sheet.total()) + " over " + Words.days(model.untilPayment),
                atPayment.subtract(sheet.total()));
        BigDecimal uncapped = sheet.total();
        Lines.floored(sheet, rule.row("costs", "floor"), uncapped);
        Lines.defaults(sheet, worksheet, rule);
        sheet.subtotal(rule.citation(), "Economic benefit", null);
        return new Assessment(
                rule.tables().rule(),
                rule.citation(),
                rule.tables().version(),
                sheet.printedTotal(),
                uncapped,
                null,
                sheet.lines());
    }

    /** Rates and days of one worksheet; values at the date of noncompliance. */
    private static final class Model {

        private final BigDecimal discount;
        private final BigDecimal inflation;
        private final BigDecimal tax;
        private final Compounding discounting;
        /** A dollar that inflates and is discounted. */
        private final Compounding presentValue;

        private final long delay;
        private final long untilPayment;
        /** What a dollar paid on the day of compliance is worth on that of noncompliance. */
        private final BigDecimal atCompliance;

        private Model(Answers worksheet) {
            LocalDate noncompliance = worksheet.date(NONCOMPLIANCE);
            discount = worksheet.number("discountRate");
            inflation = worksheet.number("inflationRate");
            tax = worksheet.number("marginalTaxRate");
            BigDecimal discounted = BigDecimal.ONE.add(discount);
            discounting = new Compounding(discounted);
            presentValue = new Compounding(BigDecimal.ONE.add(inflation).divide(discounted, Compounding.PRECISION));
            delay = ChronoUnit.DAYS.between(noncompliance, worksheet.date(COMPLIANCE));
            untilPayment = ChronoUnit.DAYS.between(noncompliance, worksheet.date(PAYMENT));
            atCompliance = presentValue.growth(delay);
        }

        /** What a dollar of a cost is worth to the violator, after tax. */
        private BigDecimal benefitOfOneDollar(String cost) {
            BigDecimal beforeTax =
                    switch (cost) {
                        case "avoidedOneTime" -> BigDecimal.ONE;
                        case "avoidedAnnual" -> annual();
                        default -> BigDecimal.ONE.subtract(atCompliance);
                    };
            return beforeTax.multiply(BigDecimal.ONE.subtract(tax), Compounding.PRECISION);
        }

        /** A dollar at the end of each year until compliance, the last year in proportion to its days. */
        private BigDecimal annual() {
            BigDecimal wholeYears = Dollars.ZERO;
            for (long day = YEAR; day <= delay; day += YEAR) {
                wholeYears = wholeYears.add(presentValue.growth(day));
            }
            BigDecimal lastYear = atCompliance.multiply(BigDecimal.valueOf(delay % YEAR));
            return wholeYears.add(lastYear.divide(BigDecimal.valueOf(YEAR), Compounding.PRECISION));
        }
    }
}
