package org.abate.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A request for a public hearing as it came in, and what was decided (10 CSR 60-6.040(3)).
 *
 * @param requester the individual, organization or other entity
 * @param individual whether an individual requests, and not an organization or other entity
 * @param address null where the request names none; so with the items that follow
 * @param interest in the proposal
 * @param information that the requester intends to submit at the hearing
 * @param signed by a responsible official of an organization or other entity
 * @param ground of a denial; else null
 * @param reason of a denial, as the letter says it; else null
 */
public record HearingRequest(
        String requester,
        boolean individual,
        String address,
        String telephone,
        String interest,
        String information,
        boolean signed,
        LocalDate receivedOn,
        State state,
        Ground ground,
        String reason) {

    /** What became of it. */
    public enum State {
        RECEIVED("To be decided"),
        GRANTED("Granted"),
        DENIED("Denied");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** The name for people. */
        public String title() {
            return title;
        }
    }

    /** Why a request may be denied. */
    public enum Ground {
        FRIVOLOUS,
        INCOMPLETE,
        LATE
    }

    /** Why it is denied on a ground, as it stands within a sentence: "it lacks the address and the telephone number". */
    public String because(Ground denial) {
        return switch (denial) {
            case FRIVOLOUS -> "it is frivolous or insubstantial";
            case INCOMPLETE -> "it lacks " + lacking();
            case LATE -> "it was not submitted within the thirty days";
        };
    }

    /** What it lacks, in one phrase; empty where it lacks nothing. */
    public String lacking() {
        List<String> lacks = lacks();
        int last = lacks.size() - 1;
        return last < 1
                ? String.join("", lacks)
                : String.join(", ", lacks.subList(0, last)) + " and " + lacks.get(last);
    }

    /** Who requested it and where, in one line. */
    public String inOneLine() {
        return requester + ", " + address.strip().replaceAll("\\R+", ", ");
    }

    /** What it lacks of the three items, for a sentence: an individual has no official who could sign. */
    public List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        addUnless(address != null, "the address", lacks);
        addUnless(telephone != null, "the telephone number", lacks);
        addUnless(interest != null, "the statement of interest", lacks);
        addUnless(information != null, "the information to be submitted", lacks);
        addUnless(individual || signed, "the signature of a responsible official", lacks);
        return lacks;
    }

    private static void addUnless(boolean there, String item, List<String> lacks) {
        if (!there) {
            lacks.add(item);
        }
    }
}
