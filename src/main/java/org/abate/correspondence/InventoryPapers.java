package org.abate.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.County;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory.NewInventoryDocument;
import org.abate.casefile.EmissionInventory.ToInvoice;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.abate.casefile.Program;
import org.springframework.stereotype.Component;

/**
 * Writes the papers of the emission inventory (Manual 3.1): the letter with a late invoice, and the list of sources in
 * noncompliance. Late fees are in none of the sources; none is invented.
 */
@Component
public class InventoryPapers {

    private final LetterBook book;
    private final Letterhead letterhead;
    private final LetterText text;
    private final LetterTextVersions texts;
    private final LetterPdf pdf;
    private final FinishedCheck finished;
    private final Clock clock;

    InventoryPapers(
            LetterBook book,
            Letterhead letterhead,
            LetterText text,
            LetterTextVersions texts,
            LetterPdf pdf,
            FinishedCheck finished,
            Clock clock) {
        this.book = book;
        this.letterhead = letterhead;
        this.text = text;
        this.texts = texts;
        this.pdf = pdf;
        this.finished = finished;
        this.clock = clock;
    }

    /** The sources of a year that a paper is about; a late invoice is about one. */
    public record Sources(InventoryYear year, List<InventorySource> sources) {}

    /** A line of the list, as it is printed. */
    record Line(String source, String facility, String county, String owner, String missing, String invoice) {

        static Line of(InventorySource source) {
            return new Line(
                    source.source(),
                    source.facilityName(),
                    source.county(),
                    source.ownerName() == null ? "unknown" : source.ownerName(),
                    source.missing(),
                    source.invoice() == null
                            ? "none"
                            : source.invoice() + ", " + Words.date(source.invoiceSentOn())
                                    + Optional.ofNullable(source.invoiceServedOn())
                                            .map(day -> ", served " + Words.date(day))
                                            .orElse(""));
        }
    }

    /**
     * The letters with the late invoices for some sources, in their order; each core of the machine writes one at a time.
     */
    public List<NewInventoryDocument> lateInvoices(InventoryYear year, List<ToInvoice> next) {
        LetterTextVersion words = texts.inForce(DocumentKind.LATE_INVOICE);
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return next.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> lateInvoice(year, each, words), cores))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            cores.shutdownNow();
        }
    }

    /** The letter with the late invoice for a source, by certified mail to its owner. */
    NewInventoryDocument lateInvoice(InventoryYear year, ToInvoice next, LetterTextVersion words) {
        return written(
                words,
                invoice(year, next.source(), "%d-%05d".formatted(year.year(), next.number())),
                ", " + next.source().source());
    }

    /** The list of sources in noncompliance, to the Compliance and Enforcement Section. */
    public NewInventoryDocument noncompliantSources(InventoryYear year, List<InventorySource> sources) {
        return noncompliantSources(year, sources, texts.inForce(DocumentKind.NONCOMPLIANT_SOURCES));
    }

    NewInventoryDocument noncompliantSources(
            InventoryYear year, List<InventorySource> sources, LetterTextVersion words) {
        return written(words, list(year, sources), "");
    }

    /** The paper that a text would give, as a PDF that is not filed. */
    byte[] preview(DocumentKind kind, String words, Sources sources) {
        return pdf.of(text.of(variables(kind, sources), words));
    }

    /** What a text of this kind is given. */
    Map<String, Object> variables(DocumentKind kind, Sources about) {
        if (kind == DocumentKind.NONCOMPLIANT_SOURCES) {
            return list(about.year(), about.sources());
        }
        InventorySource source = about.sources().get(0);
        return invoice(
                about.year(),
                source,
                Optional.ofNullable(source.invoice()).orElse(about.year().year() + "-[number]"));
    }

    /** A plainly invented source that has submitted nothing. */
    static Sources specimen() {
        return new Sources(
                new InventoryYear(
                        2026,
                        InventoryYear.Status.OPEN,
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2026, 7, 15),
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(new InventorySource(
                        0,
                        2026,
                        "000-0000",
                        "Specimen Facility",
                        "1 Specimen Street, Jefferson City, MO 65101",
                        "Cole",
                        "Northeast",
                        "Specimen Owner",
                        "2 Specimen Street, Jefferson City, MO 65101",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null)));
    }

    private Map<String, Object> invoice(InventoryYear year, InventorySource source, String number) {
        List<String> addressee = source.ownerName() == null
                ? lines(List.of("Owner or Operator", source.facilityName()), source.facilityAddress())
                : lines(List.of(source.ownerName()), source.ownerAddress());
        Map<String, Object> variables = common(year, "Late invoice " + number, source.facilityName(), addressee);
        variables.put("number", number);
        variables.put("source", source);
        variables.put("installation", source.source());
        variables.put("location", Words.address(source.facilityAddress()));
        variables.put("county", County.title(source.county()));
        // What has been paid is not asked for again
        boolean owed = source.feeDue() != null && source.feeReceivedOn() == null;
        variables.put("fee", owed ? new Money(source.feeDue()) : null);
        variables.put("questionnaire", received(source.questionnaireReceivedOn()));
        variables.put("payment", received(source.feeReceivedOn()));
        return variables;
    }

    private Map<String, Object> list(InventoryYear year, List<InventorySource> sources) {
        LetterBook.Office office = book.office(Program.AIR);
        Map<String, Object> variables = common(
                year,
                "Sources in noncompliance, emission inventory " + year.year(),
                "Emission inventory " + year.year(),
                List.of(office.sectionChief(), office.program()));
        variables.put("sources", sources.stream().map(Line::of).toList());
        variables.put("has", Map.of("sources", !sources.isEmpty()));
        variables.put(
                "installations", sources.stream().map(InventorySource::source).toList());
        return variables;
    }

    /** @throws LetterIncomplete if its text does not say what it must */
    private NewInventoryDocument written(LetterTextVersion words, Map<String, Object> variables, String of) {
        byte[] content = pdf.of(text.of(variables, words.text()));
        finished.check(words.kind(), Program.AIR, String.valueOf(variables.get("about")), variables, content);
        return new NewInventoryDocument(
                words.kind(),
                variables.get("title") + of,
                ((List<?>) variables.get("addressee"))
                        .stream().map(String::valueOf).collect(Collectors.joining("\n")),
                content,
                words.version());
    }

    private Map<String, Object> common(InventoryYear year, String title, String about, List<String> addressee) {
        LetterBook.Office office = book.office(Program.AIR);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("title", title);
        variables.put("about", about);
        variables.put("addressee", addressee);
        variables.put("reference", "emission inventory " + year.year());
        variables.put("letterhead", letterhead.line());
        variables.put("office", unit(office));
        variables.put("section", office.section());
        variables.put("date", Words.date(today));
        variables.put("year", year.year());
        variables.put("dueOn", Words.day(year.submissionsDueOn()));
        variables.put("listOn", year.listOn().isAfter(today) ? Words.date(year.listOn()) : null);
        variables.put("label", null);
        return variables;
    }

    /** The unit writes in its own name. */
    private static LetterBook.Office unit(LetterBook.Office office) {
        return new LetterBook.Office(
                office.program(),
                "Emissions Inventory Unit",
                office.unit(),
                office.law(),
                office.penalties(),
                office.signatory(),
                office.sectionChief(),
                office.salutation(),
                office.copies(),
                office.order());
    }

    private static String received(LocalDate day) {
        return day == null ? null : Words.date(day);
    }

    private static List<String> lines(List<String> first, String address) {
        return Stream.concat(first.stream(), Words.address(address).stream()).toList();
    }
}
