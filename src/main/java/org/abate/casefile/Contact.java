package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contact with the responsible party.
 *
 * @param minutes of staff time; null where nobody has said how long
 * @param note null if there is none
 */
public record Contact(
        long id,
        ContactKind kind,
        LocalDate date,
        String staff,
        Integer minutes,
        String with,
        String note,
        Instant recordedAt,
        String recordedBy) {}
