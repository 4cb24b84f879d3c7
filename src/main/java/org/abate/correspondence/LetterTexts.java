package org.abate.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.abate.casefile.Assessment;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** The texts of the letters: read, looked at as a letter, and changed by whoever answers for them. */
@Service
public class LetterTexts implements SmartInitializingSingleton {

    private final LetterTextVersions versions;
    private final LetterBook book;
    private final LetterText text;
    private final LetterPdf pdf;
    private final ForbiddenPhrases phrases;
    private final InventoryPapers papers;
    private final Letterhead letterhead;
    private final CaseRecord record;
    private final Clock clock;

    LetterTexts(
            LetterTextVersions versions,
            LetterBook book,
            LetterText text,
            LetterPdf pdf,
            ForbiddenPhrases phrases,
            InventoryPapers papers,
            Letterhead letterhead,
            CaseRecord record,
            Clock clock) {
        this.versions = versions;
        this.book = book;
        this.text = text;
        this.pdf = pdf;
        this.phrases = phrases;
        this.papers = papers;
        this.letterhead = letterhead;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What a text of this kind may have.
     *
     * @param source the passage that asks for the letter
     * @param parts by name, with what each is
     * @param placeholders what only this letter is given, by name, with what each is
     */
    public record Help(String title, String source, Map<String, String> parts, Map<String, String> placeholders) {}

    /** The texts that come with this application become versions, unless they were delivered before. */
    @Override
    public void afterSingletonsInstantiated() {
        book.kinds()
                .forEach(kind ->
                        versions.deliver(kind, text.packaged(book.of(kind).template())));
        book.papers().forEach((kind, paper) -> versions.deliver(kind, text.packaged(paper.template())));
    }

    /** The kinds that have a text, in the order in which the department writes them, each with the one in force. */
    public List<LetterTextVersion> inForce() {
        return Stream.concat(book.kinds().stream(), book.papers().keySet().stream())
                .sorted()
                .map(versions::inForce)
                .toList();
    }

    /** Newest first; empty if the kind has no text. */
    public List<LetterTextVersion> of(DocumentKind kind) {
        return book.kinds().contains(kind) || isOfInventory(kind) ? versions.of(kind) : List.of();
    }

    /** Whether it is a paper of the emission inventory, which belongs to no case. */
    public boolean isOfInventory(DocumentKind kind) {
        return book.papers().containsKey(kind);
    }

    public LetterTextVersion inForce(DocumentKind kind) {
        return versions.inForce(kind);
    }

    public Help help(DocumentKind kind) {
        if (isOfInventory(kind)) {
            LetterBook.Paper paper = book.papers().get(kind);
            return new Help(paper.title(), paper.source(), paper.parts(), paper.placeholders());
        }
        LetterKind letter = book.of(kind);
        Map<String, String> particulars = new LinkedHashMap<>();
        letter.particulars().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        particulars.put("p." + each.getKey(), each.getValue().inWords()));
        return new Help(letter.title(), letter.source(), book.parts(kind), particulars);
    }

    /**
     * Stores a manager's version, which is in force from now on; letters already written stay as they are.
     *
     * @param changed the version that was changed
     * @throws CaseRefused with every fault by field (text, reason), those of the text with their lines; nothing is stored
     */
    public LetterTextVersion write(DocumentKind kind, String given, String reason, int changed) {
        String written = unix(given);
        List<Fault> faults = new ArrayList<>(faults(kind, written));
        if (faults.isEmpty()) {
            byte[] specimen = isOfInventory(kind)
                    ? papers.preview(kind, written, InventoryPapers.specimen())
                    : pdf.of(text.of(contents(kind, null), written));
            faults.addAll(phrases.in(kind, FinishedText.of(specimen)));
            phrases.objection(kind, TextOutline.words(written)).ifPresent(said -> faults.add(new Fault("text", said)));
        }
        if (!faults.isEmpty()) {
            if (reason == null || reason.isBlank()) {
                faults.add(new Fault("reason", "is missing"));
            }
            throw new CaseRefused(faults);
        }
        return versions.write(kind, written, reason, changed);
    }

    /**
     * The letter that this text would give, as a PDF that is not filed.
     *
     * @param caseNumber in this case; null for an invented one
     * @throws CaseRefused with every fault of the text
     */
    public byte[] preview(DocumentKind kind, String given, String caseNumber) {
        return pdf.of(text.of(contents(kind, caseNumber), sound(kind, given)));
    }

    /**
     * The paper of the inventory that this text would give, likewise.
     *
     * @param sources what it is about; null for an invented source
     */
    public byte[] preview(DocumentKind kind, String given, InventoryPapers.Sources sources) {
        return papers.preview(kind, sound(kind, given), sources == null ? InventoryPapers.specimen() : sources);
    }

    private String sound(DocumentKind kind, String given) {
        String written = unix(given);
        List<Fault> faults = faults(kind, written);
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults);
        }
        return written;
    }

    /** A letter of this kind as far as the record knows it now. */
    LetterContents contents(DocumentKind kind, String caseNumber) {
        LocalDate today = LocalDate.now(clock);
        if (caseNumber == null) {
            Letter letter = new Letter(Specimen.enforcement().number(), kind, today, null, Map.of());
            return LetterContents.preview(book, letterhead, letter, Specimen.enforcement());
        }
        Map<String, Object> known = new HashMap<>();
        record.penalty(caseNumber).ifPresent(amount -> known.put("penaltyAmount", amount.toPlainString()));
        record.assessments(caseNumber).stream()
                .filter(assessment -> assessment.violationId() == null)
                .findFirst()
                .map(Assessment::resultJson)
                .ifPresent(calculation -> known.put("assessment", calculation));
        Letter letter = new Letter(caseNumber, kind, today, null, known);
        return LetterContents.preview(book, letterhead, letter, CaseExcerpt.of(record, caseNumber, clock.getZone()));
    }

    private List<Fault> faults(DocumentKind kind, String written) {
        TextCheck check = isOfInventory(kind)
                ? new TextCheck(
                        TextNames.of(papers.variables(kind, InventoryPapers.specimen())),
                        book.papers().get(kind).parts().keySet())
                : TextCheck.of(book, kind);
        return check.faults(written, versions.packaged(kind).text()).stream()
                .map(fault -> new Fault("text", fault))
                .toList();
    }

    /** A form sends its lines as Windows ends them. */
    static String unix(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
