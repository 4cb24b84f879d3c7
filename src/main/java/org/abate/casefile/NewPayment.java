package org.abate.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment to be recorded.
 *
 * @param amount dollars, more than 0, at most two decimals
 * @param method such as check
 * @param reference such as the number of the check; may be null
 * @param note may be null
 */
public record NewPayment(BigDecimal amount, LocalDate paidOn, String method, String reference, String note) {}
