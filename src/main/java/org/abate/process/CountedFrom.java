package org.abate.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.core.model.PropertyMapKey;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * From which date a timer counts: the setting {@code countsFrom} of the timer itself, else of the activity it stands on.
 * The engine asks for a due date by the duration alone, so the timers of one activity that count from different dates
 * must have different durations; the guard sees to that.
 */
final class CountedFrom {

    /** The name of the setting. */
    static final String SETTING = "countsFrom";

    /** Dates that no letter of the diagram sets: the case, a task or the caller of a block has them. */
    static final Set<String> WITHOUT_LETTER = Set.of(
            "discoveredOn",
            OrdinaryDiligence.VARIABLE,
            OrdinaryDiligence.OF_LAST_VIOLATION,
            "noticeIssuedOn",
            "orderIssuedOn",
            "finalComplianceDate",
            "newViolationLetterSentOn",
            "hearingEndedOn");

    /** A date that a task has set before its letter goes out, and the letter prints as it is. */
    static final Set<String> SET_BEFORE_LETTER = Set.of("publicNoticeIssuedOn");

    private static final PropertyMapKey<String, String> TIMERS = new PropertyMapKey<>("abateTimersCountFrom");

    private CountedFrom() {}

    /** Remembers the date of a timer that names one itself. */
    static void keep(ScopeImpl scope, String duration, Settings timer) {
        timer.find(SETTING).ifPresent(variable -> scope.getProperties().putMapEntry(TIMERS, duration, variable));
    }

    /** The date that counts where the first one is not there: nobody says of every case when it should have been found. */
    static Optional<String> elseFrom(String variable) {
        return OrdinaryDiligence.VARIABLE.equals(variable)
                ? Optional.of(CaseVariables.DISCOVERED_ON.getName())
                : Optional.empty();
    }

    /** The name of the variable with the date that a deadline on this activity counts from; empty for today. */
    static Optional<String> of(ActivityImpl activity, String duration) {
        return Optional.ofNullable(activity.getProperties().get(TIMERS).get(duration))
                .or(() -> Settings.of(activity).find(SETTING));
    }
}
