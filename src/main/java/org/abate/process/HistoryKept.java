package org.abate.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the engine keeps what a process or decision has done: ten years, which analysts and courts look back on. */
final class HistoryKept {

    /** Ten years in days; the case's record is permanent besides. */
    private static final int LEAST_DAYS = 3650;

    private static final Pattern DAYS = Pattern.compile("P(\\d{1,6})D|(\\d{1,6})");

    private HistoryKept() {}

    /** Why a history time to live may not stand in a file; empty where it may. */
    static Optional<String> objection(String timeToLive) {
        if (timeToLive == null || timeToLive.isBlank()) {
            return Optional.of("needs a history time to live (P" + LEAST_DAYS + "D)");
        }
        Matcher days = DAYS.matcher(timeToLive);
        if (!days.matches()) {
            return Optional.of(
                    "the history time to live \"" + timeToLive + "\" is no number of days like P" + LEAST_DAYS + "D");
        }
        int kept = Integer.parseInt(days.group(1) == null ? days.group(2) : days.group(1));
        return kept >= LEAST_DAYS
                ? Optional.empty()
                : Optional.of("its history time to live of " + kept
                        + " days would lose what analysts look back on: at least ten years, P" + LEAST_DAYS + "D");
    }
}
