package org.abate.penalty;

/**
 * One thing that is wrong with a worksheet, so that the person who filled it in can mend it.
 *
 * @param field the path of the property, as {@code violations[0].days}; {@code worksheet} for the worksheet as a whole
 * @param message what is wrong and what is expected, in words
 */
public record Fault(String field, String message) {}
