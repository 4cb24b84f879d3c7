package org.abate.cycletime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.stereotype.Service;

/**
 * Whether it went faster after than before: two versions of a diagram or two periods, and how sure that is. The
 * uncertainty is a percentile interval of a bootstrap: of 2,000 resamples 95 in a hundred differ by an amount in it. The
 * seed is fixed, so the same data give the same answer.
 */
@Service
public class Comparison {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20261126;

    /** With fewer on a side nothing is concluded. */
    private static final int ENOUGH = 20;

    private final RememberedStages stages;

    Comparison(RememberedStages stages) {
        this.stages = stages;
    }

    /**
     * One of the two. Durations are days.
     *
     * @param overdueShare of those that were due, from 0 to 1; null where none was
     */
    public record Side(int count, Double median, Double mean, Double overdueShare) {}

    /**
     * After less before: below 0 where it went faster.
     *
     * @param low where the interval begins
     * @param high where it ends
     */
    public record Difference(double by, double low, double high) {

        /** Whether it is one, as far as the data can tell: the interval does not contain 0. */
        public boolean isSure() {
            return low > 0 || high < 0;
        }
    }

    /**
     * What was found.
     *
     * @param verdict a sentence that says whether it went faster, or that the data cannot tell
     * @param median null where a side has too few, as are the others
     */
    public record Result(
            Side before, Side after, Difference median, Difference mean, Difference overdueShare, String verdict) {}

    /** What is measured of a side. */
    private static final class Sample {

        private final Durations durations = new Durations();
        private long due;
        private long late;

        void add(StageColumns.Slice stages) {
            stages.addSecondsTo(durations);
            for (int i = 0; i < stages.size(); i++) {
                due += stages.wasDue(i) ? 1 : 0;
                late += stages.wasLate(i) ? 1 : 0;
            }
        }

        Side side() {
            CycleTimes.Spread spread = durations.spread();
            return new Side(
                    durations.count(), spread.median(), spread.mean(), due == 0 ? null : rounded((double) late / due));
        }
    }

    /**
     * Compares cases as a whole, or one task.
     *
     * @param stage the id of a task; null for cases as a whole
     * @throws org.abate.casefile.CaseRefused for a process or a region that is not known
     */
    public Result of(StageQuery before, StageQuery after, String stage) {
        Sample first = sample(before, stage);
        Sample second = sample(after, stage);
        Side one = first.side();
        Side other = second.side();
        if (one.count() < ENOUGH || other.count() < ENOUGH) {
            return new Result(one, other, null, null, null, tooFew(one, other));
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Resampling resampling = new Resampling(random);
        int[] ofFirst = first.durations.sorted();
        int[] ofSecond = second.durations.sorted();
        Difference median =
                days(other.median() - one.median(), () -> resampling.median(ofSecond) - resampling.median(ofFirst));
        Difference mean = days(other.mean() - one.mean(), means(resampling, ofFirst, ofSecond));
        Difference overdue = one.overdueShare() == null || other.overdueShare() == null
                ? null
                : difference(
                        other.overdueShare() - one.overdueShare(),
                        () -> resampling.share(second.late, second.due) - resampling.share(first.late, first.due));
        return new Result(one, other, median, mean, overdue, verdict(one, other, median));
    }

    private Sample sample(StageQuery query, String stage) {
        Sample sample = new Sample();
        stages.each(query, key -> key.is(stage) ? sample : null, Sample::add);
        return sample;
    }

    private static Supplier<Double> means(Resampling resampling, int[] first, int[] second) {
        double meanOfFirst = Resampling.mean(first);
        double meanOfSecond = Resampling.mean(second);
        double deviationOfFirst = Resampling.deviation(first, meanOfFirst);
        double deviationOfSecond = Resampling.deviation(second, meanOfSecond);
        return () -> resampling.mean(second, meanOfSecond, deviationOfSecond)
                - resampling.mean(first, meanOfFirst, deviationOfFirst);
    }

    private static Difference days(double by, Supplier<Double> seconds) {
        return difference(by, () -> Durations.days(seconds.get()));
    }

    private static Difference difference(double by, Supplier<Double> resampled) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < RESAMPLES; i++) {
            all.add(resampled.get());
        }
        all.sort(null);
        return new Difference(
                rounded(by), rounded(all.get(RESAMPLES / 40)), rounded(all.get(RESAMPLES - 1 - RESAMPLES / 40)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static String verdict(Side before, Side after, Difference median) {
        String medians =
                "The median is %s days instead of %s".formatted(tenths(after.median()), tenths(before.median()));
        String interval = "the true difference is likely between %s and %s days"
                .formatted(tenths(median.low()), tenths(median.high()));
        if (!median.isSure()) {
            return "The data cannot tell whether it went faster. " + medians + ", but " + interval
                    + ", which includes no difference.";
        }
        return (median.by() < 0 ? "It went faster. " : "It went slower. ") + medians + "; " + interval + ".";
    }

    private static String tooFew(Side before, Side after) {
        return "Too few to compare: %d before, %d after; at least %d of each are needed."
                .formatted(before.count(), after.count(), ENOUGH);
    }

    private static String tenths(double days) {
        return String.format(Locale.US, "%.1f", days).replace('-', '\u2212');
    }
}
