package org.abate.casefile;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A filed penalty calculation; confidential. A recalculation is a new version beside the old one.
 *
 * @param violationId the violation it is the worksheet of; null for the calculation of the case as a whole
 * @param version counts from 1 for each violation, and for the case as a whole
 * @param resultJson what came out; null for a violation whose amount needs what the case's calculation asks
 * @param total dollars; null without a result
 */
public record Assessment(
        long id,
        String rule,
        String ruleVersion,
        Long violationId,
        int version,
        String worksheetJson,
        String resultJson,
        BigDecimal total,
        Instant recordedAt,
        String recordedBy) {}
