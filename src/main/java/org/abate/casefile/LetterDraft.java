package org.abate.casefile;

import java.time.Instant;

/**
 * One saving of a letter's draft.
 *
 * @param draft counts from 1 within the case and kind
 * @param version counts the savings of the draft from 1
 * @param textVersion the version of the text that the draft was made from
 * @param blocks its blocks as JSON
 */
public record LetterDraft(
        String caseNumber,
        DocumentKind kind,
        int draft,
        int version,
        int textVersion,
        String blocks,
        Instant savedAt,
        String savedBy) {}
