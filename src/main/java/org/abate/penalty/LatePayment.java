package org.abate.penalty;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * What is owed on a drinking water penalty that was paid late (10 CSR 60-6.070(4) and (5)). Amounts are dollars.
 *
 * @param dueOn 60 days after issuance, plus the days an appeal stayed it; ISO date
 * @param surcharge fifteen percent of the penalty, once it is late
 * @param interest ten percent a year on penalty and surcharge from the day after the due date
 * @param owed penalty, surcharge and interest
 */
public record LatePayment(
        String dueOn,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal surcharge,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal interest,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal owed) {

    public LatePayment {
        surcharge = Dollars.cents(surcharge);
        interest = Dollars.cents(interest);
        owed = Dollars.cents(owed);
    }
}
