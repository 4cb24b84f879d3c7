package org.abate.casefile;

/**
 * One thing wrong with what was given.
 *
 * @param field where, as a path into the input: {@code violations[0].citation}
 * @param message what is wrong and what would be right, in words
 */
public record Fault(String field, String message) {}
