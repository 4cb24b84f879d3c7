package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry on the service of a document. It never changes.
 *
 * @param corrects the entry that this one takes the place of; null for most
 * @param correctedBy the entry that takes the place of this one; null while it stands
 */
public record ServiceEntry(
        long id,
        ServiceEvent event,
        ServiceManner manner,
        String reference,
        LocalDate date,
        String upon,
        String note,
        Long corrects,
        Long correctedBy,
        Instant recordedAt,
        String recordedBy) {}
