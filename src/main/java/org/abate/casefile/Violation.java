package org.abate.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * A violation of the record.
 *
 * @param number counts from 1 within its case
 * @param observedOn the days it was observed, in order
 * @param correctedOn null while it is not corrected
 */
public record Violation(
        long id, int number, String citation, String description, List<LocalDate> observedOn, LocalDate correctedOn) {}
