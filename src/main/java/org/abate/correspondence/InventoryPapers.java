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
import java.util.stream.Stream;
import org.abate.casefile.County;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory.NewInventoryDocument;
import org.abate.casefile.EmissionInventory.ToInvoice;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventoryYear;
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
    private final LetterPdf pdf;
    private final FinishedCheck finished;
    private final Clock clock;

    InventoryPapers(
            LetterBook book,
            Letterhead letterhead,
            LetterText text,
            LetterPdf pdf,
            FinishedCheck finished,
            Clock clock) {
        this.book = book;
        this.letterhead = letterhead;
        this.text = text;
        this.pdf = pdf;
        this.finished = finished;
        this.clock = clock;
    }

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
                                    + Optional.ofNullable(source.invoiceReceivedOn())
                                            .map(day -> ", received " + Words.date(day))
                                            .orElse(""));
        }
    }

    /**
     * The letters with the late invoices for some sources, in their order; each core of the machine writes one at a time.
     */
    public List<NewInventoryDocument> lateInvoices(InventoryYear year, List<ToInvoice> next) {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return next.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> lateInvoice(year, each), cores))
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
    NewInventoryDocument lateInvoice(InventoryYear year, ToInvoice next) {
        InventorySource source = next.source();
        List<String> addressee = source.ownerName() == null
                ? lines(List.of("Owner or Operator", source.facilityName()), source.facilityAddress())
                : lines(List.of(source.ownerName()), source.ownerAddress());
        String number = "%d-%05d".formatted(year.year(), next.number());
        Map<String, Object> variables = common(year, "Late invoice " + number, source.facilityName());
        variables.put("number", number);
        variables.put("addressee", addressee);
        variables.put("source", source);
        variables.put("installation", source.source());
        variables.put("location", Words.address(source.facilityAddress()));
        variables.put("county", County.title(source.county()));
        variables.put("fee", source.feeDue() == null ? null : new Money(source.feeDue()));
        variables.put("questionnaire", received(source.questionnaireReceivedOn()));
        variables.put("payment", received(source.feeReceivedOn()));
        return new NewInventoryDocument(
                DocumentKind.LATE_INVOICE,
                "Late invoice " + number + ", " + source.source(),
                String.join("\n", addressee),
                written(DocumentKind.LATE_INVOICE, "late-invoice", variables));
    }

    /** The list of sources in noncompliance, to the Compliance and Enforcement Section. */
    public NewInventoryDocument noncompliantSources(InventoryYear year, List<InventorySource> sources) {
        LetterBook.Office office = book.office(Program.AIR);
        List<String> addressee = List.of(office.sectionChief(), office.program());
        Map<String, Object> variables = common(
                year,
                "Sources in noncompliance, emission inventory " + year.year(),
                "Emission inventory " + year.year());
        variables.put("addressee", addressee);
        variables.put("sources", sources.stream().map(Line::of).toList());
        variables.put(
                "installations", sources.stream().map(InventorySource::source).toList());
        return new NewInventoryDocument(
                DocumentKind.NONCOMPLIANT_SOURCES,
                "Sources in noncompliance, emission inventory " + year.year(),
                String.join("\n", addressee),
                written(DocumentKind.NONCOMPLIANT_SOURCES, "noncompliant-sources", variables));
    }

    /** @throws LetterIncomplete if its text does not say what it must */
    private byte[] written(DocumentKind kind, String template, Map<String, Object> variables) {
        byte[] content = pdf.of(text.of(template, variables));
        finished.check(kind, Program.AIR, String.valueOf(variables.get("about")), variables, content);
        return content;
    }

    private Map<String, Object> common(InventoryYear year, String title, String about) {
        LetterBook.Office office = book.office(Program.AIR);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("title", title);
        variables.put("about", about);
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
