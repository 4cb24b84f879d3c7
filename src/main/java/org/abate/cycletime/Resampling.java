package org.abate.cycletime;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The bootstrap: what a median, a mean or a share might have been, had chance picked other stages of the same kind. No
 * sample is drawn where its figure can be drawn at once: a resample's median is the stage at a rank whose place among as
 * many uniform draws has a beta distribution, and its share is binomial. Both are exact.
 */
final class Resampling {

    /** From here on the mean of a resample is drawn from the normal distribution that it has by then. */
    private static final int MANY = 1_000;

    private static final int FEW = 16;

    private final RandomGenerator random;

    Resampling(RandomGenerator random) {
        this.random = random;
    }

    /** @param sorted in order, at least one */
    double median(int[] sorted) {
        int n = sorted.length;
        int rank = (n + 1) / 2;
        double place = beta(rank, n - rank + 1);
        double lower = at(sorted, place);
        if (n % 2 == 1) {
            return lower;
        }
        double next = place + (1 - place) * beta(1, n - rank);
        return (lower + at(sorted, next)) / 2;
    }

    private static int at(int[] sorted, double place) {
        return sorted[Math.min(sorted.length - 1, (int) (place * sorted.length))];
    }

    /** @param deviation of the values, as {@link #deviation} has it */
    double mean(int[] values, double mean, double deviation) {
        int n = values.length;
        if (n > MANY) {
            return mean + random.nextGaussian() * deviation / Math.sqrt(n);
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[random.nextInt(n)];
        }
        return (double) sum / n;
    }

    static double mean(int[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** From the mean, over all values. */
    static double deviation(int[] values, double mean) {
        return Math.sqrt(Arrays.stream(values)
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** How large a share of so many might have been, where it was {@code hits} of them. */
    double share(long hits, long of) {
        return (double) binomial(of, (double) hits / of) / of;
    }

    /** Halves what is to be drawn by the place of the middle one, until it is little. */
    private long binomial(long draws, double chance) {
        long hits = 0;
        long left = draws;
        double p = chance;
        while (left > FEW && p > 0 && p < 1) {
            long middle = (left + 1) / 2;
            double place = beta(middle, left - middle + 1);
            if (place <= p) {
                hits += middle;
                left -= middle;
                p = Math.min(1, (p - place) / (1 - place));
            } else {
                left = middle - 1;
                p = p / place;
            }
        }
        for (long i = 0; i < left; i++) {
            hits += random.nextDouble() < p ? 1 : 0;
        }
        return hits;
    }

    private double beta(long a, long b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** Marsaglia and Tsang, for a shape of 1 or more. */
    private double gamma(long shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
