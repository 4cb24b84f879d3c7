package org.abate.penalty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Growth at a yearly rate over days, in decimals: (1 + rate) to the power of days ÷ 365. For one worksheet. */
final class Compounding {

    private static final int YEAR = 365;
    private static final BigDecimal DAYS = BigDecimal.valueOf(YEAR);

    /** Six digits more than a result keeps. */
    private static final MathContext WORKING =
            new MathContext(Dollars.PRECISION.getPrecision() + 6, RoundingMode.HALF_EVEN);

    /** Newton's method doubles the digits that are right: after a step this small, 45 are. */
    private static final BigDecimal CLOSE = BigDecimal.ONE.movePointLeft(24);

    private final BigDecimal yearly;
    private BigDecimal daily;

    /** @param rate a year, nought or more */
    Compounding(BigDecimal rate) {
        yearly = BigDecimal.ONE.add(rate);
    }

    /** How much a dollar becomes after so many days. */
    BigDecimal growth(long days) {
        BigDecimal years = yearly.pow(Math.toIntExact(days / YEAR), WORKING);
        int rest = Math.toIntExact(days % YEAR);
        return rest == 0 ? years : years.multiply(dailyFactor().pow(rest, WORKING), WORKING);
    }

    private BigDecimal dailyFactor() {
        if (daily == null) {
            daily = yearly.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ONE : root();
        }
        return daily;
    }

    /** The 365th root, by Newton's method from above (Bernoulli's inequality gives the start). */
    private BigDecimal root() {
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
