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

    void add(StageOutcome outcome, StageColumns.Numbers stage) {
        outcomes[outcome.ordinal()]++;
        add(stage);
    }

    private void add(StageColumns.Numbers stage) {
        total.add(stage.seconds());
        if (stage.waiting() >= 0) {
            waiting.add(stage.waiting());
            working.add(stage.seconds() - stage.waiting());
        }
        if (stage.stayed() > 0) {
            stayed.add(stage.stayed());
        }
        if (stage.extended() > 0) {
            extended.add(stage.extended());
        }
        due += stage.wasDue() ? 1 : 0;
        late += stage.wasLate() ? 1 : 0;
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
