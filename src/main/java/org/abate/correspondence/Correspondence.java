package org.abate.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.LetterDraft;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Writes the department's letters and files them in the case. What it files is part of the caller's transaction: a
 * letter is sent exactly if the step that sends it is taken. It marks nothing for rollback itself, so that a caller can
 * answer {@link LetterIncomplete} with a task.
 */
@Service
@EnableConfigurationProperties(Letterhead.class)
public class Correspondence {

    private final CaseRecord record;
    private final LetterBook book;
    private final Letterhead letterhead;
    private final LetterText text;
    private final LetterTextVersions texts;
    private final LetterDrafts drafts;
    private final LetterPdf pdf;
    private final FinishedCheck finished;
    private final Clock clock;

    Correspondence(
            CaseRecord record,
            LetterBook book,
            Letterhead letterhead,
            LetterText text,
            LetterTextVersions texts,
            LetterDrafts drafts,
            LetterPdf pdf,
            FinishedCheck finished,
            Clock clock) {
        this.record = record;
        this.book = book;
        this.letterhead = letterhead;
        this.text = text;
        this.texts = texts;
        this.drafts = drafts;
        this.pdf = pdf;
        this.finished = finished;
        this.clock = clock;
    }

    /**
     * Writes a letter and files it as sent now.
     *
     * @throws LetterIncomplete if it lacks anything its kind must say; nothing is filed then
     * @throws org.abate.casefile.NoSuchCase if there is no such case
     */
    public Document send(Letter letter) {
        return send(letter, List.of());
    }

    /** As {@link #send}, one paper that is filed in other cases as well: sent to the party of each. */
    public Document send(Letter letter, List<String> otherCases) {
        return file(letter, clock.instant(), otherCases);
    }

    /** As {@link #send}, for a paper that stays in the file: a worksheet, a request to management. */
    public Document file(Letter letter) {
        return file(letter, null, List.of());
    }

    /** The kinds for which a letter is written. */
    public Set<DocumentKind> kinds() {
        return book.kinds();
    }

    /** The kinds that go out by certified mail, unless a letter says otherwise: somebody has to prove their service. */
    public Set<DocumentKind> certified() {
        return book.kinds().stream()
                .filter(kind -> String.valueOf(book.of(kind).delivery()).startsWith("Certified mail"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of what a letter of this kind may be given besides the case itself. */
    public Set<String> particulars(DocumentKind kind) {
        return book.of(kind).particulars().keySet();
    }

    /** The particulars without which a letter of this kind is not written, at least in some cases. */
    public Set<String> required(DocumentKind kind) {
        return book.of(kind).particulars().entrySet().stream()
                .filter(particular -> particular.getValue().required()
                        || !particular.getValue().requiredWhen().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Document file(Letter letter, Instant sentAt, List<String> otherCases) {
        LetterContents contents = contents(letter);
        Optional<LetterDraft> draft = drafts.toIssue(letter.caseNumber(), letter.kind());
        LetterTextVersion words = draft.map(drafts::madeFrom).orElseGet(() -> texts.inForce(letter.kind()));
        List<TextBlock> blocks = draft.map(from -> drafts.assembled(contents, from))
                .orElseGet(() -> text.blocks(contents, words.text()));
        byte[] content = pdf.of(text.whole(blocks, contents.variables()));
        finished.check(contents, content);
        Document document = record.file(letter.caseNumber(), contents.document(content, sentAt));
        texts.madeFrom(document.id(), words);
        draft.ifPresent(from -> drafts.issued(from, document.id()));
        for (String other : otherCases) {
            Document filed = record.file(other, contents(letter.in(other)).document(content, sentAt));
            texts.madeFrom(filed.id(), words);
        }
        return document;
    }

    private LetterContents contents(Letter letter) {
        CaseExcerpt excerpt = CaseExcerpt.of(record, letter.caseNumber(), clock.getZone());
        return LetterContents.of(book, letterhead, letter, excerpt);
    }
}
