package org.abate.casefile;

import java.time.LocalDate;

/**
 * What came in from a source.
 *
 * @param questionnaireReceivedOn null where it did not come in: what is recorded already stays
 * @param feeReceivedOn likewise
 */
public record InventorySubmission(String source, LocalDate questionnaireReceivedOn, LocalDate feeReceivedOn) {}
