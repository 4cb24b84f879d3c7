package org.abate.correspondence;

import java.util.List;
import java.util.Map;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.springframework.stereotype.Component;

/**
 * The last look at a letter before it leaves: what the finished PDF says is held against what its kind must say. Whatever
 * became of its template or of the text that somebody wrote, a letter that lacks a thing the law demands is not sent.
 */
@Component
class FinishedCheck {

    private final MustSay mustSay;

    FinishedCheck(MustSay mustSay) {
        this.mustSay = mustSay;
    }

    /** @throws LetterIncomplete with everything that is missing */
    void check(LetterContents letter, byte[] pdf) {
        refuse(letter.letter().caseNumber(), letter.letter().kind(), mustSay.missing(letter, FinishedText.of(pdf)));
    }

    /**
     * The same of a paper that belongs to no case.
     *
     * @param about what it is about, for whoever has to mend it
     */
    void check(DocumentKind kind, Program program, String about, Map<String, Object> variables, byte[] pdf) {
        refuse(about, kind, mustSay.missing(kind, program, variables, FinishedText.of(pdf)));
    }

    private static void refuse(String where, DocumentKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new LetterIncomplete(where, kind, faults);
        }
    }
}
