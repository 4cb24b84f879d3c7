package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A violation to be recorded.
 *
 * @param citation of the rule violated, as the department cites it: "10 CSR 26-2.030(1)"
 * @param observedOn every day on which it was observed; at least one, none in the future
 */
public record NewViolation(String citation, String description, List<LocalDate> observedOn) {

    /** In characters. */
    public static final int LONGEST_CITATION = 300;
}
