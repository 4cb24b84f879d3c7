package org.abate.casefile;

/**
 * Where a case stands for the record: open, or the one outcome it was closed with. A case is referred from the filing of
 * legal action on, and is closed when that is concluded.
 */
public enum CaseStatus {
    OPEN("Open"),
    RETURNED_TO_COMPLIANCE("Returned to compliance"),
    SETTLED("Settled"),
    REFERRED("Referred to the Attorney General"),
    WITHDRAWN("Withdrawn"),
    CLOSED("Closed");

    private final String title;

    CaseStatus(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
