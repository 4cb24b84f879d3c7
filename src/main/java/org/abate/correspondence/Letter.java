package org.abate.correspondence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.abate.casefile.DocumentKind;

/**
 * A letter to be written: which, in which case, and what only this one says. Everything else comes from the record.
 *
 * @param sentOn the date it bears, from which the time to respond is counted
 * @param respondBy the last day to respond, the same as the deadline's in the engine; null if no answer is asked for
 * @param particulars by the names that {@code letters/letters.yaml} declares for its kind; others are not looked at
 */
public record Letter(
        String caseNumber, DocumentKind kind, LocalDate sentOn, LocalDate respondBy, Map<String, Object> particulars) {

    public Letter {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentOn, "sentOn");
        // A process variable may be null: Map.copyOf would refuse it
        particulars = particulars == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(particulars));
    }

    /** The same letter, of another case. */
    Letter in(String otherCase) {
        return new Letter(otherCase, kind, sentOn, respondBy, particulars);
    }
}
