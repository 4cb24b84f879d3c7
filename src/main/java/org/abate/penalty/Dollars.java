package org.abate.penalty;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Dollars and cents. Sums stay exact; only what is printed is rounded, half up to cents (interpretation V4). */
final class Dollars {

    static final BigDecimal ZERO = new BigDecimal("0.00");

    /**
     * Decimals of a quotient without end, and what a sum of quotients may lack. Money has two decimals, rates have ten: a sum
     * of two hundred quotients by 365, each with two rates, is off by 1/10^26 at most, and is either half a cent or further
     * than 2/10^25 from one. So quotients that make up half a cent together are rounded as half a cent.
     */
    private static final int QUOTIENT_DECIMALS = 28;

    private static final int EXACT_DECIMALS = 25;
    private static final BigDecimal LACKING = BigDecimal.ONE.movePointLeft(EXACT_DECIMALS);

    private Dollars() {}

    /** As printed: two decimals, half up. */
    static BigDecimal cents(BigDecimal amount) {
        return (amount.scale() > EXACT_DECIMALS ? completed(amount) : amount).setScale(2, RoundingMode.HALF_UP);
    }

    /** Further from zero by what the quotients in it may lack. */
    private static BigDecimal completed(BigDecimal amount) {
        return amount.signum() < 0 ? amount.subtract(LACKING) : amount.add(LACKING);
    }

    /** A whole percentage of an amount, exactly. */
    static BigDecimal percent(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent, 2));
    }

    /** A share of an amount, such as the days of a year: {@code amount × parts ÷ whole}. */
    static BigDecimal share(BigDecimal amount, long parts, BigDecimal whole) {
        return amount.multiply(BigDecimal.valueOf(parts)).divide(whole, QUOTIENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** In words for people: {@code $1,234.50}, {@code −$0.25}. */
    static String words(BigDecimal amount) {
        BigDecimal cents = cents(amount);
        return Words.grouped(cents.signum() < 0 ? "−$" : "$", cents.abs().toString());
    }
}
