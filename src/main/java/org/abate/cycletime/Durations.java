package org.abate.cycletime;

import java.util.Arrays;

/** Durations in whole seconds, and how they lie. Percentiles are interpolated as SQL's PERCENTILE_CONT does. */
final class Durations {

    private static final double DAY = 86_400;

    private int[] values = new int[16];
    private int count;
    private long sum;
    private int max;

    void add(int seconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = seconds;
        sum += seconds;
        max = Math.max(max, seconds);
    }

    int count() {
        return count;
    }

    /** How many took so many days or more. */
    int atLeast(double days) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += values[i] >= days * DAY ? 1 : 0;
        }
        return found;
    }

    /** All of them, in order. */
    int[] sorted() {
        int[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    CycleTimes.Spread spread() {
        if (count == 0) {
            return new CycleTimes.Spread(0, null, null, null, null, null);
        }
        return new CycleTimes.Spread(
                count,
                days(percentile(0.5)),
                days((double) sum / count),
                days(percentile(0.9)),
                days(percentile(0.95)),
                days(max));
    }

    /** Days with their fractions, to the nearest ten thousandth: a day has 86,400 seconds. */
    static double days(double seconds) {
        return Math.round(seconds / DAY * 10_000) / 10_000.0;
    }

    /** In seconds. Puts the values into another order. */
    private double percentile(double part) {
        double place = part * (count - 1);
        int below = (int) place;
        int lower = select(below);
        if (place == below) {
            return lower;
        }
        int upper = Integer.MAX_VALUE;
        for (int i = below + 1; i < count; i++) {
            upper = Math.min(upper, values[i]);
        }
        return lower + (place - below) * ((double) upper - lower);
    }

    /** The value that would stand at a place if they were in order (Hoare's selection); none after it is smaller. */
    private int select(int place) {
        int left = 0;
        int right = count - 1;
        while (left < right) {
            int pivot = median(values[left], values[(left + right) >>> 1], values[right]);
            int low = left;
            int high = right;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    int value = values[low];
                    values[low++] = values[high];
                    values[high--] = value;
                }
            }
            if (place <= high) {
                right = high;
            } else if (place >= low) {
                left = low;
            } else {
                break;
            }
        }
        return values[place];
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
