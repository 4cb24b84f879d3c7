package org.abate.penalty;

import java.math.BigDecimal;

/**
 * What one violation comes to, in dollars and not rounded.
 *
 * @param shown its part in the assessment
 * @param uncapped its amount before the cap
 * @param amount its amount after the cap
 * @param cap the most the statute allows for it
 */
record Charge(Assessment.Violation shown, BigDecimal uncapped, BigDecimal amount, BigDecimal cap) {}
