package org.abate.casefile;

import java.math.BigDecimal;

/**
 * What somebody has decided in a case.
 *
 * @param question what was to be decided, as the diagram names the task
 * @param capacity the groups that were asked to decide; null where none was
 * @param answer what was decided, in the words of the form
 * @param amount the penalty in dollars it was about; null where it was about none. Confidential, always
 * @param reason why; may be null
 * @param confidential for those only who may see penalty work
 */
public record NewDecision(
        String question, String capacity, String answer, BigDecimal amount, String reason, boolean confidential) {}
