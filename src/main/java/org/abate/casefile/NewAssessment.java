package org.abate.casefile;

import java.math.BigDecimal;

/**
 * A penalty calculation to be filed, with what is needed to compute it again.
 *
 * @param rule such as {@code underground-storage-tank}
 * @param violationId the violation it is the worksheet of; null for the calculation of the case as a whole
 * @param worksheetJson what went in
 * @param resultJson what came out; null for a violation whose amount needs what the case's calculation asks
 * @param total dollars, at most two decimals; null without a result
 */
public record NewAssessment(
        String rule, String ruleVersion, Long violationId, String worksheetJson, String resultJson, BigDecimal total) {}
