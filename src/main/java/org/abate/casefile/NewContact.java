package org.abate.casefile;

import java.time.LocalDate;

/**
 * A contact with the responsible party, to be recorded (Manual 3, general: who, what kind, how long).
 *
 * @param kind such as a call, a visit or an offer to meet
 * @param staff who of the department
 * @param minutes of staff time, 0 to 1440
 * @param with whom
 * @param note what was said; may be null
 */
public record NewContact(String kind, LocalDate date, String staff, int minutes, String with, String note) {}
