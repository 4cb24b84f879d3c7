package org.abate.penalty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Dollars and cents. Sums stay exact; only what is printed is rounded, half up to cents. */
final class Dollars {

    static final BigDecimal ZERO = BigDecimal.ZERO;

    /** For quotients and roots that have no end: forty digits, far beyond a cent. */
    static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Dollars() {}

    /** As printed: two decimals, half up. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** A whole percentage of an amount, exactly. */
    static BigDecimal percent(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    }

    /** In words for people: {@code $1,234.50}, {@code −$0.25}. */
    static String words(BigDecimal amount) {
        BigDecimal cents = cents(amount);
        StringBuilder text = new StringBuilder(cents.abs().toPlainString());
        for (int comma = text.length() - 6; comma > 0; comma -= 3) {
            text.insert(comma, ',');
        }
        return (cents.signum() < 0 ? "−$" : "$") + text;
    }
}
