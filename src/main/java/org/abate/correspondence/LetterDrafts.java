package org.abate.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.LetterDraft;
import org.abate.casefile.LetterDraftVersions;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.springframework.stereotype.Service;

/**
 * Letters in draft: whoever carries a case words what is free before the letter is issued. What is mandatory and what the
 * record, a task or the engine says stays locked, and is written anew when the diagram issues the letter.
 */
@Service
public class LetterDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterDraftVersions drafts;
    private final LetterTextVersions versions;
    private final LetterTexts texts;
    private final LetterBook book;
    private final LetterText text;
    private final LetterPdf pdf;
    private final ForbiddenPhrases phrases;
    private final LetterDocx docx;

    LetterDrafts(
            LetterDraftVersions drafts,
            LetterTextVersions versions,
            LetterTexts texts,
            LetterBook book,
            LetterText text,
            LetterPdf pdf,
            ForbiddenPhrases phrases,
            LetterDocx docx) {
        this.drafts = drafts;
        this.versions = versions;
        this.texts = texts;
        this.book = book;
        this.text = text;
        this.pdf = pdf;
        this.phrases = phrases;
        this.docx = docx;
    }

    /**
     * A block as a person sees it.
     *
     * @param source why it is locked; null if it is free
     * @param words what is free, as Markdown; of what is locked, its XHTML as it would be written now
     */
    public record Block(String source, String words) {}

    /**
     * A block as a person sends it.
     *
     * @param at which block of the saving that was changed it is, from 0; null for one that is added
     * @param words what it says now; empty takes it out; not looked at where the block is locked
     */
    public record Changed(Integer at, String words) {}

    /**
     * A saving of the draft.
     *
     * @param words what is free and each locked block by its name, to compare with another saving
     */
    public record Saving(int version, Instant savedAt, String savedBy, String words) {}

    /**
     * A draft to go on with.
     *
     * @param textVersion the version of the text that it was made from, and keeps
     * @param textInForce the version in force now
     * @param savings newest first
     */
    public record Draft(
            int draft, int version, int textVersion, int textInForce, List<Block> blocks, List<Saving> savings) {}

    /** The kinds that may be drafted: what goes out to somebody. */
    public List<DocumentKind> kinds() {
        return book.kinds().stream()
                .filter(kind -> book.of(kind).delivery() != null)
                .sorted()
                .toList();
    }

    /** Whether a draft of this kind tells of a penalty, so that those only see it who may see penalty work. */
    public boolean isPenaltyWork(DocumentKind kind) {
        return book.of(kind).confidential()
                || book.of(kind).particulars().containsKey("penaltyAmount")
                || book.of(kind).particulars().containsKey("assessment");
    }

    public List<DocumentKind> open(String caseNumber) {
        return drafts.openKinds(caseNumber);
    }

    /** The draft that was not issued yet. */
    public Optional<Draft> open(String caseNumber, DocumentKind kind) {
        return drafts.open(caseNumber, kind).map(this::shown);
    }

    /** Begins a draft with the words of the text in force; again, it changes nothing. */
    public void begin(String caseNumber, DocumentKind kind) {
        LetterTextVersion inForce = versions.inForce(kind);
        List<DraftBlocks.Fresh> now = now(texts.contents(kind, caseNumber), inForce.text());
        drafts.begin(caseNumber, kind, inForce.version(), json(DraftBlocks.begun(now)));
    }

    /**
     * Saves a draft.
     *
     * @param version the saving that was changed
     * @throws CaseRefused with every fault; nothing is stored
     */
    public void save(String caseNumber, DocumentKind kind, int draft, int version, List<Changed> changed) {
        LetterDraft last = current(caseNumber, kind);
        List<DraftBlocks.Kept> blocks = merged(kept(last), changed);
        List<Fault> promises = blocks.stream()
                .filter(DraftBlocks.Kept::changed)
                .flatMap(block -> phrases.objection(kind, Markdown.words(block.words())).stream())
                .map(objection -> new Fault("draft", objection))
                .toList();
        if (!promises.isEmpty()) {
            throw new CaseRefused(promises);
        }
        drafts.save(caseNumber, kind, draft, version, json(blocks));
    }

    /** The letter that the draft would give now with these changes, as a PDF that is not filed. */
    public byte[] preview(String caseNumber, DocumentKind kind, List<Changed> changed) {
        LetterDraft last = current(caseNumber, kind);
        LetterContents contents = texts.contents(kind, caseNumber);
        return pdf.of(text.whole(assembled(contents, last, merged(kept(last), changed)), contents.variables()));
    }

    /**
     * The draft as it was last saved, for a word processor: what is locked is marked so, and nothing comes back from there by
     * itself.
     *
     * @throws CaseRefused where there is no draft
     */
    public byte[] docx(String caseNumber, DocumentKind kind) {
        LetterDraft last = current(caseNumber, kind);
        return docx.of(texts.contents(kind, caseNumber), shown(last).blocks());
    }

    /** The draft that a letter of this kind is made from now; nobody saves it any more until it is on file. */
    Optional<LetterDraft> toIssue(String caseNumber, DocumentKind kind) {
        return drafts.toIssue(caseNumber, kind);
    }

    void issued(LetterDraft draft, long documentId) {
        drafts.issued(draft, documentId);
    }

    /** The blocks of the letter that a draft gives, with everything that is locked as these contents have it. */
    List<TextBlock> assembled(LetterContents contents, LetterDraft draft) {
        return assembled(contents, draft, kept(draft));
    }

    private List<TextBlock> assembled(LetterContents contents, LetterDraft draft, List<DraftBlocks.Kept> kept) {
        List<LetterDraft> savings = drafts.savings(draft);
        return DraftBlocks.assembled(
                now(contents, madeFrom(draft).text()), kept, kept(savings.get(savings.size() - 1)));
    }

    private List<DraftBlocks.Fresh> now(LetterContents contents, String words) {
        return DraftBlocks.of(text.markedBlocks(contents, words));
    }

    /** The version of the text that the draft keeps, whatever is in force now. */
    LetterTextVersion madeFrom(LetterDraft draft) {
        return versions.find(draft.kind(), draft.textVersion()).orElseThrow();
    }

    private LetterDraft current(String caseNumber, DocumentKind kind) {
        return drafts.open(caseNumber, kind)
                .orElseThrow(
                        () -> new CaseRefused("draft", "was issued meanwhile: the letter is on file as it was sent"));
    }

    private Draft shown(LetterDraft draft) {
        LetterContents contents = texts.contents(draft.kind(), draft.caseNumber());
        List<DraftBlocks.Fresh> now = now(contents, madeFrom(draft).text());
        List<DraftBlocks.Kept> kept = kept(draft);
        List<Block> blocks = new ArrayList<>();
        List<DraftBlocks.Fresh> left = new ArrayList<>(now);
        for (DraftBlocks.Kept block : kept) {
            if (block.locked()) {
                Optional<DraftBlocks.Fresh> fresh = left.stream()
                        .filter(each -> each.key().equals(block.key()))
                        .findFirst();
                fresh.ifPresent(left::remove);
                blocks.add(new Block(
                        block.source(),
                        fresh.map(each -> text.part(each.block(), contents.variables()))
                                .orElse("<p>Not in the letter as the case stands.</p>")));
            } else {
                blocks.add(new Block(null, block.words()));
            }
        }
        return new Draft(
                draft.draft(),
                draft.version(),
                draft.textVersion(),
                versions.inForce(draft.kind()).version(),
                blocks,
                drafts.savings(draft).stream().map(LetterDrafts::saving).toList());
    }

    private static Saving saving(LetterDraft draft) {
        String words = kept(draft).stream()
                .map(block -> block.locked() ? "[" + block.source() + "]" : block.words())
                .collect(Collectors.joining("\n\n"));
        return new Saving(draft.version(), draft.savedAt(), draft.savedBy(), words);
    }

    /** What was saved with what a person sent: locked blocks stay whatever was sent. */
    private static List<DraftBlocks.Kept> merged(List<DraftBlocks.Kept> last, List<Changed> changed) {
        List<DraftBlocks.Kept> merged = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int next = 0;
        for (Changed block : changed) {
            String words = LetterTexts.unix(block.words()).strip();
            if (block.at() != null && block.at() >= next && block.at() < last.size()) {
                for (; next < block.at(); next++) {
                    keepIfLocked(last.get(next), merged);
                }
                DraftBlocks.Kept before = last.get(next++);
                if (before.locked()) {
                    merged.add(before);
                } else if (!words.isEmpty()) {
                    merged.add(new DraftBlocks.Kept(before.key(), null, words));
                }
            } else if (!words.isEmpty()) {
                merged.add(new DraftBlocks.Kept(null, null, words));
            }
            TextCheck.ofWords(words).ifPresent(fault -> faults.add(new Fault("draft", fault)));
        }
        for (; next < last.size(); next++) {
            keepIfLocked(last.get(next), merged);
        }
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        return merged;
    }

    private static void keepIfLocked(DraftBlocks.Kept block, List<DraftBlocks.Kept> merged) {
        if (block.locked()) {
            merged.add(block);
        }
    }

    private static List<DraftBlocks.Kept> kept(LetterDraft draft) {
        try {
            return JSON.readValue(draft.blocks(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The draft of " + draft.kind() + " in " + draft.caseNumber() + " cannot be read", e);
        }
    }

    private static String json(List<DraftBlocks.Kept> blocks) {
        try {
            return JSON.writeValueAsString(blocks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
