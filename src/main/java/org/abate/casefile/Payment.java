package org.abate.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A recorded payment.
 *
 * @param amount dollars
 */
public record Payment(
        long id,
        BigDecimal amount,
        LocalDate paidOn,
        String method,
        String reference,
        String note,
        Instant recordedAt,
        String recordedBy) {}
