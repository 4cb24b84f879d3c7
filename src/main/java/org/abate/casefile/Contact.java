package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contact with the responsible party.
 *
 * @param minutes of staff time
 * @param note null if there is none
 */
public record Contact(
        long id,
        String kind,
        LocalDate date,
        String staff,
        int minutes,
        String with,
        String note,
        Instant recordedAt,
        String recordedBy) {}
