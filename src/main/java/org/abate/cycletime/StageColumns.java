package org.abate.cycletime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The numbers of finished stages, a column of each: those of a key side by side, in the order of their days, so that
 * those of others, and of other periods, need not be looked at. Filled once by one thread, finished, then read by any
 * number.
 */
final class StageColumns {

    private static final int FIRST_SIZE = 1024;

    private final Map<StageKey, Integer> numbersOfKeys = new HashMap<>();
    private final List<StageKey> keys = new ArrayList<>();
    private int size;
    private int[] starts;
    private int[] key = new int[FIRST_SIZE];
    private int[] day = new int[FIRST_SIZE];
    private long[] written = new long[FIRST_SIZE];
    private byte[] due = new byte[FIRST_SIZE];
    private int[] seconds = new int[FIRST_SIZE];
    private int[] waiting = new int[FIRST_SIZE];
    private int[] stayed = new int[FIRST_SIZE];
    private int[] extended = new int[FIRST_SIZE];

    /**
     * The numbers of a stage.
     *
     * @param day of its end, counted from 1970-01-01, Central Time
     * @param written identifies its row
     * @param due 0 where it was never due, 1 where it, or each step of a case, finished in time, 2 where it did not
     * @param waiting seconds until it was claimed; -1 where nobody had it
     */
    record Numbers(int day, long written, byte due, int seconds, int waiting, int stayed, int extended) {}

    /** The stages of a key that finished in a period, each by its number from 0, the first to finish first. */
    final class Slice {

        private final int from;
        private final int size;

        private Slice(int from, int until) {
            this.from = from;
            this.size = until - from;
        }

        int size() {
            return size;
        }

        int day(int number) {
            return day[from + number];
        }

        long written(int number) {
            return written[from + number];
        }

        boolean wasDue(int number) {
            return due[from + number] > 0;
        }

        boolean wasLate(int number) {
            return due[from + number] == 2;
        }

        int seconds(int number) {
            return seconds[from + number];
        }

        void addSecondsTo(Durations durations) {
            durations.add(seconds, from, from + size);
        }

        /** -1 where nobody had it. */
        int waiting(int number) {
            return waiting[from + number];
        }

        int stayed(int number) {
            return stayed[from + number];
        }

        int extended(int number) {
            return extended[from + number];
        }
    }

    int size() {
        return size;
    }

    void add(StageKey of, Numbers numbers) {
        if (size == key.length) {
            grow(2 * size);
        }
        key[size] = numbersOfKeys.computeIfAbsent(of, added -> {
            keys.add(added);
            return keys.size() - 1;
        });
        day[size] = numbers.day();
        written[size] = numbers.written();
        due[size] = numbers.due();
        seconds[size] = numbers.seconds();
        waiting[size] = numbers.waiting();
        stayed[size] = numbers.stayed();
        extended[size] = numbers.extended();
        size++;
    }

    /** Puts the stages in order; nothing is added then. */
    StageColumns finished() {
        starts = new int[keys.size() + 1];
        for (int i = 0; i < size; i++) {
            starts[key[i] + 1]++;
        }
        for (int i = 0; i < keys.size(); i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        long[] byDay = new long[size];
        for (int i = 0; i < size; i++) {
            byDay[next[key[i]]++] = (long) day[i] << Integer.SIZE | i;
        }
        for (int k = 0; k < keys.size(); k++) {
            Arrays.sort(byDay, starts[k], starts[k + 1]);
        }
        int[] order = Arrays.stream(byDay).mapToInt(each -> (int) each).toArray();
        key = null;
        day = inOrder(day, order);
        seconds = inOrder(seconds, order);
        waiting = inOrder(waiting, order);
        stayed = inOrder(stayed, order);
        extended = inOrder(extended, order);
        long[] unorderedWritten = written;
        byte[] unorderedDue = due;
        written = new long[size];
        due = new byte[size];
        for (int i = 0; i < size; i++) {
            written[i] = unorderedWritten[order[i]];
            due[i] = unorderedDue[order[i]];
        }
        return this;
    }

    private static int[] inOrder(int[] column, int[] order) {
        int[] ordered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = column[order[i]];
        }
        return ordered;
    }

    /**
     * Shows the stages that are asked for to their takers, those of a key at once; a key of which there are some is asked
     * for its taker once.
     */
    <T> void each(StageQuery query, Function<StageKey, T> taker, BiConsumer<T, Slice> taking) {
        for (int k = 0; k < keys.size(); k++) {
            if (!query.asksFor(keys.get(k))) {
                continue;
            }
            int from = query.from() == null ? starts[k] : firstFrom(query.from(), k);
            int until =
                    query.to() == null ? starts[k + 1] : firstFrom(query.to().plusDays(1), k);
            T each = from < until ? taker.apply(keys.get(k)) : null;
            if (each != null) {
                taking.accept(each, new Slice(from, until));
            }
        }
    }

    /** Where the first stage of a key stands that finished on a day or later. */
    private int firstFrom(LocalDate first, int k) {
        long number = first.toEpochDay();
        int low = starts[k];
        int high = starts[k + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow(int to) {
        key = Arrays.copyOf(key, to);
        day = Arrays.copyOf(day, to);
        written = Arrays.copyOf(written, to);
        due = Arrays.copyOf(due, to);
        seconds = Arrays.copyOf(seconds, to);
        waiting = Arrays.copyOf(waiting, to);
        stayed = Arrays.copyOf(stayed, to);
        extended = Arrays.copyOf(extended, to);
    }
}
