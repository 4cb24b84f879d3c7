package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A filed document. It never changes again, but for the day it was served.
 *
 * @param respondBy null if no answer is asked for
 * @param sentAt null for a paper that was not sent
 * @param servedAt null until service is proven
 */
public record Document(
        long id,
        DocumentKind kind,
        String title,
        boolean confidential,
        LocalDate respondBy,
        String addressee,
        Instant createdAt,
        Instant sentAt,
        Instant servedAt) {}
