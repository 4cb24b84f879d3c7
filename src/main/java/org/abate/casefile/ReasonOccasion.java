package org.abate.casefile;

/** When staff are asked why. */
public enum ReasonOccasion {
    /** A case was withdrawn. */
    WITHDRAWAL("Withdrawal"),
    /** A task was finished after its due date, or its deadline ended it. */
    MISSED_DEADLINE("Missed deadline");

    private final String title;

    ReasonOccasion(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
