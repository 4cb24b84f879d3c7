package org.abate.penalty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Growth at a yearly rate over days, in decimals: (1 + rate) to the power of days ÷ 365. For one worksheet. Figures have
 * thirty digits, of which 25 are right at the least: a thousand million dollars are known to a thousand millionth of a cent.
 */
final class Compounding {

    static final MathContext PRECISION = new MathContext(30, RoundingMode.HALF_EVEN);

    private static final int YEAR = 365;
    private static final BigDecimal DAYS = BigDecimal.valueOf(YEAR);

    /** Few enough digits for quick arithmetic: the first steps towards a root need no more. */
    private static final MathContext ROUGHLY = new MathContext(14, RoundingMode.HALF_EVEN);

    private static final MathContext ROUGH_ROOT = new MathContext(18, RoundingMode.HALF_EVEN);

    /** After a step this small a root is right to fifteen decimals. */
    private static final BigDecimal CLOSE = BigDecimal.ONE.movePointLeft(10);

    private final BigDecimal yearly;
    private BigDecimal daily;

    /** @param yearly what a dollar becomes in a year; more than nothing */
    Compounding(BigDecimal yearly) {
        this.yearly = yearly;
    }

    /** How much a dollar becomes after so many days. */
    BigDecimal growth(long days) {
        BigDecimal years = yearly.pow(Math.toIntExact(days / YEAR), PRECISION);
        int rest = Math.toIntExact(days % YEAR);
        return rest == 0 ? years : years.multiply(dailyFactor().pow(rest, PRECISION), PRECISION);
    }

    private BigDecimal dailyFactor() {
        if (daily == null) {
            daily = yearly.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ONE : root();
        }
        return daily;
    }

    /**
     * The 365th root, by Newton's method from above (Bernoulli's inequality gives the start). Each step doubles the digits
     * that are right; only the last needs all digits.
     */
    private BigDecimal root() {
        BigDecimal root = BigDecimal.ONE.add(yearly.subtract(BigDecimal.ONE).divide(DAYS, ROUGH_ROOT));
        BigDecimal step;
        do {
            step = step(root, ROUGHLY);
            root = root.subtract(step, ROUGH_ROOT);
        } while (step.compareTo(CLOSE) > 0);
        return root.subtract(step(root, PRECISION), PRECISION);
    }

    private BigDecimal step(BigDecimal root, MathContext digits) {
        BigDecimal slope = root.pow(YEAR - 1, digits);
        return slope.multiply(root, digits).subtract(yearly).divide(slope.multiply(DAYS), digits);
    }
}
