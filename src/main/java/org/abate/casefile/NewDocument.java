package org.abate.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A document to be filed.
 *
 * @param pdf its content
 * @param confidential penalty work and the like, for those only who may see it
 * @param sentAt null for a paper that is not sent
 * @param respondBy null if no answer is asked for
 * @param addressee null for a paper that is not sent
 */
public record NewDocument(
        DocumentKind kind,
        String title,
        byte[] pdf,
        boolean confidential,
        Instant sentAt,
        LocalDate respondBy,
        String addressee) {}
