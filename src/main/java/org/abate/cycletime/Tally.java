package org.abate.cycletime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts and measures the stages it is shown. */
final class Tally {

    private final Durations total = new Durations();
    private final Durations waiting = new Durations();
    private final Durations working = new Durations();
    private final Durations stayed = new Durations();
    private final Durations extended = new Durations();
    private final long[] outcomes = new long[StageOutcome.values().length];
    private long due;
    private long late;

    void add(StageOutcome outcome, StageColumns.Slice stages) {
        outcomes[outcome.ordinal()] += stages.size();
        stages.addSecondsTo(total);
        for (int i = 0; i < stages.size(); i++) {
            addParts(stages, i);
        }
    }

    void add(StageOutcome outcome, StageColumns.Slice stages, int number) {
        outcomes[outcome.ordinal()]++;
        total.add(stages.seconds(number));
        addParts(stages, number);
    }

    private void addParts(StageColumns.Slice stages, int number) {
        if (stages.waiting(number) >= 0) {
            waiting.add(stages.waiting(number));
            working.add(stages.seconds(number) - stages.waiting(number));
        }
        if (stages.stayed(number) > 0) {
            stayed.add(stages.stayed(number));
        }
        if (stages.extended(number) > 0) {
            extended.add(stages.extended(number));
        }
        due += stages.wasDue(number) ? 1 : 0;
        late += stages.wasLate(number) ? 1 : 0;
    }

    CycleTimes.Figures figures() {
        Map<StageOutcome, Long> counts = new LinkedHashMap<>();
        for (StageOutcome outcome : StageOutcome.values()) {
            counts.put(outcome, outcomes[outcome.ordinal()]);
        }
        return new CycleTimes.Figures(
                total.spread(),
                waiting.spread(),
                working.spread(),
                stayed.spread(),
                extended.spread(),
                due == 0 ? null : Math.round(10_000.0 * late / due) / 10_000.0,
                counts);
    }
}
