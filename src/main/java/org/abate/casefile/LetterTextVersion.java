package org.abate.casefile;

import java.time.Instant;

/**
 * One version of the text of a kind of letter.
 *
 * @param version counts from 1 within the kind
 * @param packaged whether it was delivered with the application; false for what a manager wrote
 * @param reason why it was changed
 */
public record LetterTextVersion(
        DocumentKind kind,
        int version,
        String text,
        boolean packaged,
        String reason,
        Instant writtenAt,
        String writtenBy) {}
