package org.abate.penalty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Growth at a yearly rate over days, in decimals: (1 + rate) to the power of days ÷ 365. */
final class Compounding {

    private static final int YEAR = 365;
    private static final BigDecimal DAYS = BigDecimal.valueOf(YEAR);

    /** Twenty digits more than a result keeps. */
    private static final MathContext WORKING = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final BigDecimal CLOSE = BigDecimal.ONE.movePointLeft(56);

    private Compounding() {}

    /** How much a dollar becomes at a rate of nought or more after so many days. */
    static BigDecimal growth(BigDecimal rate, long days) {
        BigDecimal yearly = BigDecimal.ONE.add(rate);
        BigDecimal years = yearly.pow(Math.toIntExact(days / YEAR), WORKING);
        int rest = Math.toIntExact(days % YEAR);
        return rest == 0 ? years : years.multiply(dailyFactor(yearly).pow(rest, WORKING), WORKING);
    }

    /** The 365th root, by Newton's method from above (Bernoulli's inequality gives the start). */
    private static BigDecimal dailyFactor(BigDecimal yearly) {
        BigDecimal root = BigDecimal.ONE.add(yearly.subtract(BigDecimal.ONE).divide(DAYS, WORKING));
        BigDecimal step;
        do {
            BigDecimal slope = root.pow(YEAR - 1, WORKING);
            step = slope.multiply(root, WORKING).subtract(yearly).divide(slope.multiply(DAYS, WORKING), WORKING);
            root = root.subtract(step, WORKING);
        } while (step.compareTo(CLOSE) > 0);
        return root;
    }
}
