package org.abate.correspondence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Dollars as a letter prints them: "$12,500.00", exact to the cent. */
record Money(BigDecimal amount) {

    static Money of(Object given) {
        return new Money(new BigDecimal(given.toString().strip()));
    }

    @Override
    public String toString() {
        return NumberFormat.getCurrencyInstance(Locale.US).format(amount.setScale(2, RoundingMode.HALF_UP));
    }
}
