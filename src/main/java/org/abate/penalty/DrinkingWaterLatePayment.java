package org.abate.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Payment of a drinking water penalty after its due date, 10 CSR 60-6.070(4) and (5). */
final class DrinkingWaterLatePayment implements Calculator<LatePayment> {

    @Override
    public String rule() {
        return "drinking-water/late-payment";
    }

    @Override
    public String dateProperty() {
        return "issuedOn";
    }

    @Override
    public void check(Answers worksheet, RuleVersion rule, Faults faults) {
        if (worksheet.has("issuedOn")
                && worksheet.has("paidOn")
                && worksheet.date("paidOn").isBefore(worksheet.date("issuedOn"))) {
            faults.add("paidOn", "must not be before issuedOn, " + worksheet.date("issuedOn"));
        }
    }

    @Override
    public LatePayment assess(Answers worksheet, RuleVersion rule) {
        BigDecimal penalty = worksheet.number("penalty");
        // Any appeal stays the due date by the days it was pending (interpretation D8)
        LocalDate due = worksheet
                .date("issuedOn")
                .plusDays(rule.figure("daysToPay").amount().longValueExact())
                .plusDays(worksheet.whole("appealStayDays"));
        long late = ChronoUnit.DAYS.between(due, worksheet.date("paidOn"));
        if (late <= 0) {
            return new LatePayment(due.toString(), Dollars.ZERO, Dollars.ZERO, penalty);
        }
        BigDecimal surcharge = Dollars.percent(penalty, percent("surcharge", rule));
        // Simple interest on penalty and surcharge, actual days over 365 (interpretation D7)
        BigDecimal interest = Dollars.share(
                Dollars.percent(penalty.add(surcharge), percent("interest", rule)),
                late,
                rule.figure("yearDays").amount());
        return new LatePayment(
                due.toString(), surcharge, interest, penalty.add(surcharge).add(interest));
    }

    private static int percent(String figure, RuleVersion rule) {
        return rule.figure(figure).amount().intValueExact();
    }
}
