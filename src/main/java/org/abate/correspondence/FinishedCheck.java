package org.abate.correspondence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.springframework.stereotype.Component;

/**
 * The last look at a letter before it leaves: what the finished PDF says is held against what its kind must say and what
 * no letter may say. Whatever became of its template or of the text that somebody wrote, a letter that lacks a thing the
 * law demands, or that makes a promise, is not sent.
 */
@Component
class FinishedCheck {

    private final MustSay mustSay;
    private final ForbiddenPhrases forbidden;

    FinishedCheck(MustSay mustSay, ForbiddenPhrases forbidden) {
        this.mustSay = mustSay;
        this.forbidden = forbidden;
    }

    /** @throws LetterIncomplete with everything that is missing or must not be said */
    void check(LetterContents letter, byte[] pdf) {
        FinishedText text = FinishedText.of(pdf);
        DocumentKind kind = letter.letter().kind();
        refuse(letter.letter().caseNumber(), kind, mustSay.missing(letter, text), forbidden.in(kind, text));
    }

    /**
     * The same of a paper that belongs to no case.
     *
     * @param about what it is about, for whoever has to mend it
     */
    void check(DocumentKind kind, Program program, String about, Map<String, Object> variables, byte[] pdf) {
        FinishedText text = FinishedText.of(pdf);
        refuse(about, kind, mustSay.missing(kind, program, variables, text), forbidden.in(kind, text));
    }

    private static void refuse(String where, DocumentKind kind, List<Fault> missing, List<Fault> forbidden) {
        List<Fault> faults = Stream.concat(missing.stream(), forbidden.stream()).toList();
        if (!faults.isEmpty()) {
            throw new LetterIncomplete(where, kind, faults);
        }
    }
}
