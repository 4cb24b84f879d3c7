package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A filed document. It never changes again; how it was delivered is told by entries of their own ({@link ServiceEntry}).
 *
 * @param respondBy null if no answer is asked for
 * @param sentAt null for a paper that was not sent
 * @param servedAt the end of the day of its first service, or when that was recorded, whichever was earlier; null until
 *     service is proven
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
