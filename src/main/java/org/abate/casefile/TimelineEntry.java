package org.abate.casefile;

import java.time.Instant;

/**
 * One thing that happened in a case.
 *
 * @param at when it was recorded
 * @param actor the user id, or {@code system}
 * @param kind such as {@code CASE_OPENED}, {@code DOCUMENT_SENT}, {@code CONTACT}
 * @param text one readable sentence
 * @param documentId the document it is about; null for anything else
 * @param confidential for those only who may see penalty work
 */
public record TimelineEntry(
        Instant at, String actor, String kind, String text, Long documentId, boolean confidential) {}
