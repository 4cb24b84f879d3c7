package org.abate.cycletime;

import java.util.Arrays;

/** Durations in whole seconds, and how they lie. Percentiles are interpolated as SQL's PERCENTILE_CONT does. */
final class Durations {

    private static final double DAY = 86_400;

    /** Binary digits of the number of groups in which percentiles are looked for: they fit into a processor's cache. */
    private static final int MOST_DIGITS = 16;

    private int[] values = new int[16];
    private int count;

    void add(int seconds) {
        makeRoomFor(1);
        values[count++] = seconds;
    }

    /** Adds those of a column from a place on until another. */
    void add(int[] column, int from, int until) {
        makeRoomFor(until - from);
        System.arraycopy(column, from, values, count, until - from);
        count += until - from;
    }

    private void makeRoomFor(int more) {
        if (count + more > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, count + more));
        }
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
        long sum = 0;
        int max = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
            max = Math.max(max, values[i]);
        }
        Order order = new Order(max);
        double median = order.percentile(0.5);
        double p90 = order.percentile(0.9);
        double p95 = order.percentile(0.95);
        return new CycleTimes.Spread(count, days(median), days((double) sum / count), days(p90), days(p95), days(max));
    }

    /** Days with their fractions, to the nearest ten thousandth: a day has 86,400 seconds. */
    static double days(double seconds) {
        return Math.round(seconds / DAY * 10_000) / 10_000.0;
    }

    /**
     * Says what would stand at a place if the values were in order. Neighbours are counted together, about as many groups
     * as values, and only a group that is asked for is put in order: sorting all of them takes many times as long.
     */
    private final class Order {

        private final int shift;
        private final int[] sizes;
        private int group;
        private int before;
        private int[] members;

        Order(int max) {
            int digits = Integer.SIZE - Integer.numberOfLeadingZeros(max);
            int digitsOfGroups = Math.min(MOST_DIGITS, Integer.SIZE - Integer.numberOfLeadingZeros(count));
            shift = Math.max(0, digits - digitsOfGroups);
            sizes = new int[(max >>> shift) + 1];
            for (int i = 0; i < count; i++) {
                sizes[values[i] >>> shift]++;
            }
        }

        /** In seconds. */
        double percentile(double part) {
            double place = part * (count - 1);
            int below = (int) place;
            int lower = at(below);
            return place == below ? lower : lower + (place - below) * ((double) at(below + 1) - lower);
        }

        private int at(int place) {
            if (place < before) {
                group = 0;
                before = 0;
                members = null;
            }
            while (place >= before + sizes[group]) {
                before += sizes[group++];
                members = null;
            }
            if (members == null) {
                members = new int[sizes[group]];
                int found = 0;
                for (int i = 0; i < count; i++) {
                    if (values[i] >>> shift == group) {
                        members[found++] = values[i];
                    }
                }
                Arrays.sort(members);
            }
            return members[place - before];
        }
    }
}
