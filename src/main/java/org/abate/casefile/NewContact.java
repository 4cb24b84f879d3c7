package org.abate.casefile;

import java.time.LocalDate;

/**
 * A contact with the responsible party, to be recorded (Manual 3, general: who, what kind, how long).
 *
 * @param kind a {@link ContactKind} by its name or in words: {@code TELEPHONE}, "Telephone call"
 * @param date from the discovery of the violations to today
 * @param staff who of the department
 * @param minutes of staff time, 0 to 1440; null where nobody has said how long
 * @param with whom
 * @param note what was said; may be null
 */
public record NewContact(String kind, LocalDate date, String staff, Integer minutes, String with, String note) {}
