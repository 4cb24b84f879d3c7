package org.abate.process;

import java.time.Instant;
import java.util.Date;

/**
 * The time that a first letter gives for a kind of action, as a line: the days, then the action.
 *
 * @param days calendar days from the day the letter is sent; 0 is at once
 * @param action in words, as the letter names it
 */
record ActionTime(int days, String action) {

    private static final DeadlineCalendar CALENDAR = new DeadlineCalendar();

    static ActionTime parse(String line) {
        String[] parts = line.split(" ", 2);
        return new ActionTime(Integer.parseInt(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
        return days + " " + action;
    }

    /** As a letter of this day prints it. */
    String inLetter(Instant sent) {
        return action + ": "
                + (days == 0
                        ? "at once"
                        : "within " + days + (days == 1 ? " day" : " days") + ", by the end of "
                                + CALENDAR.inWords(CALENDAR.resolveDuedate("P" + days + "D", Date.from(sent))
                                        .toInstant()));
    }
}
