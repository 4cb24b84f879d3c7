package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.EmissionInventory.ToInvoice;
import org.abate.casefile.InventorySource;
import org.abate.casefile.InventoryYear;
import org.abate.casefile.LetterTextVersion;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every kind of letter is PDF/UA-1 (ISO 14289-1), by veraPDF. */
class AccessiblePdfTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final LetterText TEXT = new LetterText();
    private static final LetterPdf PDF = new LetterPdf();
    private static final Letterhead LETTERHEAD =
            new Letterhead(List.of("P.O. Box 1", "Jefferson City, MO 65102"), null, "dnr.mo.gov");

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfLetterCanBeReadByAScreenReader(DocumentKind kind) throws Exception {
        assertThat(faults(write(Samples.letter(kind), Samples.caseOf(kind)))).isEmpty();
    }

    @Test
    void aLetterOfManyPagesIsAccessibleToo() throws Exception {
        Map<String, Object> particulars =
                new HashMap<>(Samples.letter(DocumentKind.PENALTY_WORKSHEET).particulars());
        Map<String, Object> line = Map.of("citation", "Manual 8.3", "text", "Matrix value", "amount", "500.00");
        particulars.put("assessment", Map.of("total", "500.00", "lines", java.util.Collections.nCopies(80, line)));

        assertThat(faults(write(
                        Samples.letter("TK-2026-00001", DocumentKind.PENALTY_WORKSHEET, particulars), Samples.CASE)))
                .isEmpty();
    }

    @Test
    void aLetterOnARequestIsAccessibleToo() throws Exception {
        assertThat(faults(write(Samples.letter(DocumentKind.DECISION_NOTICE), Samples.request())))
                .isEmpty();
    }

    @Test
    void thePapersOfTheInventoryAreAccessibleToo() throws Exception {
        LocalDate july = LocalDate.of(2026, 7, 15);
        InventoryYear year = new InventoryYear(
                2026,
                InventoryYear.Status.OPEN,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 30),
                july,
                null,
                null,
                null,
                null,
                null);
        InventorySource source = new InventorySource(
                1,
                2026,
                "29-159-0007",
                "Prairie Kiln",
                "3 Kiln Road, Sedalia, MO 65301",
                "Pettis",
                "Kansas City",
                "Invented Lime Company",
                "1 Lime Street, Sedalia, MO 65301",
                new BigDecimal("480.00"),
                null,
                null,
                null,
                null,
                17,
                null,
                july.minusDays(14),
                null,
                false,
                null,
                null);
        InventoryPapers papers = new InventoryPapers(
                BOOK,
                LETTERHEAD,
                TEXT,
                null,
                PDF,
                new FinishedCheck(new MustSay(), new ForbiddenPhrases(BOOK)),
                Clock.fixed(Instant.parse("2026-07-01T15:00:00Z"), ZoneId.of("America/Chicago")));

        assertThat(faults(papers.lateInvoice(year, new ToInvoice(source, 17), delivered(DocumentKind.LATE_INVOICE))
                        .pdf()))
                .isEmpty();
        assertThat(faults(
                        papers.noncompliantSources(year, List.of(source), delivered(DocumentKind.NONCOMPLIANT_SOURCES))
                                .pdf()))
                .isEmpty();
    }

    @Test
    void theCheckerFindsWhatIsNotAccessible() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(pdf);
        }

        assertThat(faults(pdf.toByteArray())).isNotEmpty();
    }

    private static LetterTextVersion delivered(DocumentKind kind) {
        return new LetterTextVersion(
                kind, 1, TEXT.packaged(BOOK.papers().get(kind).template()), true, "Delivered", Instant.EPOCH, "system");
    }

    private static byte[] write(Letter letter, CaseExcerpt excerpt) {
        return PDF.of(Samples.asDelivered(LetterContents.of(BOOK, LETTERHEAD, letter, excerpt)));
    }

    /** Each clause of the standard that is not met, with what the checker says of it. */
    private static Set<String> faults(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            var result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);
            Set<String> faults = result.getTestAssertions().stream()
                    .map(fault -> fault.getRuleId().getClause() + ": " + fault.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
            return faults;
        }
    }
}
