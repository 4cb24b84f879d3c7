package org.abate.cycletime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn at once lies as what many samples drawn one by one give. */
class ResamplingTest {

    private static final int DRAWS = 20_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final Resampling resampling = new Resampling(random);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 41, 100})
    void theMedianOfAResampleLiesAsThatOfSamplesDrawnOneByOne(int size) {
        int[] values = values(size);

        double[] atOnce = drawn(() -> resampling.median(values));
        double[] oneByOne = drawn(() -> {
            int[] sample = sample(values);
            Arrays.sort(sample);
            return (sample[(size - 1) / 2] + sample[size / 2]) / 2.0;
        });

        assertThat(average(atOnce)).isCloseTo(average(oneByOne), within(0.01 * average(oneByOne)));
        assertThat(atOnce[DRAWS / 40]).isCloseTo(oneByOne[DRAWS / 40], within(0.03 * average(oneByOne)));
        assertThat(atOnce[DRAWS - DRAWS / 40])
                .isCloseTo(oneByOne[DRAWS - DRAWS / 40], within(0.03 * average(oneByOne)));
    }

    @Test
    void aShareOfAResampleLiesAsABinomialOne() {
        double[] shares = drawn(() -> resampling.share(300, 1000));

        double deviation = Math.sqrt(0.3 * 0.7 / 1000);
        assertThat(average(shares)).isCloseTo(0.3, within(0.001));
        assertThat(shares[DRAWS / 40]).isCloseTo(0.3 - 1.96 * deviation, within(0.0015));
        assertThat(shares[DRAWS - DRAWS / 40]).isCloseTo(0.3 + 1.96 * deviation, within(0.0015));
        assertThat(drawn(() -> resampling.share(0, 50))).containsOnly(0);
        assertThat(drawn(() -> resampling.share(50, 50))).containsOnly(1);
    }

    @Test
    void theMeanOfAThousandLiesAsThatOfSamplesDrawnOneByOne() {
        int[] many = IntStream.range(0, 1_100)
                .map(i -> 86_400 * (1 + (int) (200 * Math.pow(i / 1_100.0, 6))))
                .toArray();
        double mean = Resampling.mean(many);
        double deviation = Resampling.deviation(many, mean);

        double[] atOnce = drawn(() -> resampling.mean(many, mean, deviation));
        double[] oneByOne = DoubleStream.generate(
                        () -> Arrays.stream(sample(many)).average().orElseThrow())
                .limit(2_000)
                .sorted()
                .toArray();

        assertThat(atOnce[DRAWS / 40]).isCloseTo(oneByOne[50], within(0.012 * mean));
        assertThat(atOnce[DRAWS - DRAWS / 40]).isCloseTo(oneByOne[1_950], within(0.012 * mean));
    }

    @Test
    void percentilesAreThoseOfSql() {
        Durations durations = new Durations();
        IntStream.of(5, 1, 4, 2, 3, 3, 10, 7, 8, 9).map(day -> day * 86_400).forEach(durations::add);

        assertThat(durations.spread()).isEqualTo(new CycleTimes.Spread(10, 4.5, 5.2, 9.1, 9.55, 10.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 1_000, 20_000})
    void percentilesArePickedAsIfAllWereSorted(int size) {
        int[] values = values(size);
        Durations durations = new Durations();
        int[] mixed = sample(values);
        Arrays.stream(mixed).forEach(durations::add);
        Arrays.sort(mixed);

        CycleTimes.Spread spread = durations.spread();

        assertThat(spread.median()).isEqualTo(interpolated(mixed, 0.5));
        assertThat(spread.p90()).isEqualTo(interpolated(mixed, 0.9));
        assertThat(spread.p95()).isEqualTo(interpolated(mixed, 0.95));
        assertThat(spread.max()).isEqualTo(Durations.days(mixed[size - 1]));
    }

    @Test
    void percentilesArePickedAsWellWhereFewDurationsAreLongAndManyAreNone() {
        for (int size = 1; size < 2_000; size += 7) {
            int[] values = IntStream.generate(() -> (int) (Integer.MAX_VALUE * Math.pow(random.nextDouble(), 40)))
                    .limit(size)
                    .toArray();
            Durations durations = new Durations();
            durations.add(values, 0, size);
            Arrays.sort(values);

            CycleTimes.Spread spread = durations.spread();

            assertThat(spread.median()).isEqualTo(interpolated(values, 0.5));
            assertThat(spread.p90()).isEqualTo(interpolated(values, 0.9));
            assertThat(spread.p95()).isEqualTo(interpolated(values, 0.95));
        }
    }

    private static double interpolated(int[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return Durations.days(sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]));
    }

    private double[] drawn(DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(DRAWS).sorted().toArray();
    }

    private static double average(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** In order, some of them equal. */
    private static int[] values(int size) {
        return IntStream.range(0, size)
                .map(i -> 86_400 * (10 + 40 * (i / 2 * 2) / size))
                .toArray();
    }

    private int[] sample(int[] values) {
        return IntStream.generate(() -> values[random.nextInt(values.length)])
                .limit(values.length)
                .toArray();
    }
}
