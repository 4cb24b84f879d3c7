package org.abate.process;

import java.time.LocalDate;

/**
 * A written request for an extension of a step of a grant that nobody has answered yet: an extension is refused in writing
 * at least (interpretation P15).
 *
 * @param step whose day is to be moved
 * @param requestedOn the day of the request
 * @param wording as received
 */
record ExtensionAsked(Milestone step, LocalDate requestedOn, String wording) {

    /** As it is kept with the grant: the step, the day and the wording, a line each, the wording with its own lines. */
    String asText() {
        return step + "\n" + requestedOn + "\n" + wording;
    }

    static ExtensionAsked parse(String text) {
        String[] parts = text.split("\n", 3);
        return new ExtensionAsked(Milestone.parse(parts[0]), LocalDate.parse(parts[1]), parts[2]);
    }
}
