package org.abate.cycletime;

import java.util.Arrays;
import java.util.Optional;

/** How a stage came to its end. */
public enum StageOutcome {
    /** A person completed the task; the case went its way. */
    COMPLETED,
    /** The task's own deadline ended it. */
    TIMER_PASSED,
    /** Something else that happened to the case ended it. */
    INTERRUPTED,
    /** The case was withdrawn. */
    WITHDRAWN;

    public static Optional<StageOutcome> of(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }
}
