package org.abate.penalty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Growth at a yearly rate over days, in decimals: (1 + rate) to the power of days ÷ 365. Figures have thirty digits, of which
 * 25 are right at the least: a thousand million dollars are known to a thousand millionth of a cent.
 */
final class Compounding {

    static final MathContext PRECISION = new MathContext(30, RoundingMode.HALF_EVEN);

    private static final int YEAR = 365;
    private static final BigDecimal DAYS = BigDecimal.valueOf(YEAR);

    private final BigDecimal yearly;

    /** @param yearly what a dollar becomes in a year; more than nothing */
    Compounding(BigDecimal yearly) {
        this.yearly = yearly;
    }

    /** How much a dollar becomes after so many days. */
    BigDecimal growth(long days) {
        BigDecimal years = yearly.pow(Math.toIntExact(days / YEAR), PRECISION);
        int rest = Math.toIntExact(days % YEAR);
        return rest == 0 ? years : years.multiply(partOfYear(rest), PRECISION);
    }

    /**
     * The growth g over less than a year, for which g^365 = yearly^days. The binary guess is off by a share of at most
     * e = 10^-14; one step in decimals then leaves less than 182 e², that is 2/10^26: the figure does not depend on how the
     * guess was rounded.
     */
    private BigDecimal partOfYear(int days) {
        BigDecimal guess = BigDecimal.valueOf(StrictMath.pow(yearly.doubleValue(), (double) days / YEAR));
        BigDecimal quotient = yearly.pow(days, PRECISION).divide(guess.pow(YEAR, PRECISION), PRECISION);
        BigDecimal missing = quotient.subtract(BigDecimal.ONE).divide(DAYS, PRECISION);
        return guess.add(guess.multiply(missing), PRECISION);
    }
}
