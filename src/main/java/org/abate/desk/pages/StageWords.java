package org.abate.desk.pages;

import org.abate.cycletime.StageOutcome;

/** What the pages of cycle times call how a stage ended and whom it waited on. */
final class StageWords {

    private StageWords() {}

    /** How a stage ended, as staff would say it. */
    static String outcome(StageOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "Completed";
            case TIMER_PASSED -> "Deadline passed";
            case INTERRUPTED -> "Ended by another event";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** Whom it waited on; empty for a case as a whole. */
    static String waitsOn(String waitsOn) {
        if (waitsOn == null) {
            return "";
        }
        return switch (waitsOn) {
            case "RESPONSIBLE_PARTY" -> "Responsible party";
            case "STAY" -> "Appeal or stay";
            default -> "Department";
        };
    }

    /** The colour family of whom it waited on, for the style sheet and the charts; empty for none. */
    static String tone(String waitsOn) {
        if (waitsOn == null) {
            return "";
        }
        return switch (waitsOn) {
            case "RESPONSIBLE_PARTY" -> "party";
            case "STAY" -> "stay";
            default -> "department";
        };
    }
}
