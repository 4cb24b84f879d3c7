package org.abate.correspondence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Program;

/** A plainly invented case, and for each kind a letter that says all it may say. */
final class Samples {

    private static final LetterText TEXT = new LetterText();

    static final LocalDate SENT_ON = LocalDate.of(2026, 11, 22);
    static final LocalDate RESPOND_BY = LocalDate.of(2027, 1, 6);

    private static final Map<DocumentKind, Map<String, Object>> PARTICULARS = particulars();

    static final CaseExcerpt CASE = new CaseExcerpt(
            "TK-2026-00001",
            Program.TANKS,
            new CaseExcerpt.Site(
                    "Fourth Street Fuel Stop",
                    List.of("410 Example Street", "Sedalia, MO 65301"),
                    "Pettis County",
                    "Kansas City",
                    Map.of("ustFacility", "ST0099999")),
            new CaseExcerpt.Party(
                    "Invented Oil Company, LLC", List.of("12 Imaginary Road, Suite 3", "Sedalia, MO 65301")),
            "October 1, 2026",
            List.of(
                    new CaseExcerpt.Found(
                            1,
                            "10 CSR 26-2.041(1)(A)",
                            "Release detection records for the three tanks could not be shown for the preceding twelve"
                                    + " months. The automatic tank gauge had been out of order since the spring.",
                            "October 1, 2026",
                            null),
                    new CaseExcerpt.Found(
                            2,
                            "10 CSR 26-2.020(1)(C)",
                            "The spill containment basin of tank 2 was cracked and held product.",
                            "October 1, 2026 and October 5, 2026",
                            "November 2, 2026"),
                    new CaseExcerpt.Found(
                            3,
                            "10 CSR 26-3.090",
                            "No mechanism of financial responsibility was in effect for the facility.",
                            "October 1, 2026 through October 14, 2026",
                            null)),
            List.of(
                    talk("October 1, 2026", "Inspection", 90, "Walked the site; explained the findings."),
                    talk("October 20, 2026", "Offer to meet", 15, "Offered a meeting at the office; declined.")),
            List.of(
                    paper("October 2, 2026", DocumentKind.LETTER_OF_WARNING, "November 16, 2026", false),
                    paper("November 18, 2026", DocumentKind.PENALTY_WORKSHEET, null, true)),
            List.of(new CaseExcerpt.Sum(
                    "Case as a whole",
                    "Underground storage tank",
                    1,
                    new Money(new BigDecimal("24650.00")),
                    "November 18, 2026")));

    private Samples() {}

    /** The case a letter of this kind is about: tanks issue no orders, so an order is of the same facts in hazardous waste. */
    static CaseExcerpt caseOf(DocumentKind kind) {
        return kind != DocumentKind.ADMINISTRATIVE_PENALTY_ORDER ? CASE : in(Program.HAZARDOUS_WASTE);
    }

    /** The same case in another program. */
    static CaseExcerpt in(Program program) {
        return new CaseExcerpt(
                CASE.number(),
                program,
                CASE.facility(),
                CASE.party(),
                CASE.discoveredOn(),
                CASE.violations(),
                CASE.contacts(),
                CASE.papers(),
                CASE.worksheets());
    }

    /** A request of a water system. */
    static CaseExcerpt request() {
        return new CaseExcerpt(
                CASE.number(),
                Program.DRINKING_WATER,
                CASE.facility(),
                CASE.party(),
                CASE.discoveredOn(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new CaseExcerpt.Request(
                        "variance",
                        "the maximum contaminant level for fluoride",
                        new CaseExcerpt.Covered("Elm Spring", "MO6010707", "Phelps County")));
    }

    /** A letter of this kind with all its particulars. */
    static Letter letter(DocumentKind kind) {
        return letter(CASE.number(), kind, PARTICULARS.get(kind));
    }

    static Letter letter(String caseNumber, DocumentKind kind, Map<String, Object> particulars) {
        boolean answer = new LetterBook().of(kind).answer() == LetterKind.Answer.REQUIRED;
        return new Letter(caseNumber, kind, SENT_ON, answer ? RESPOND_BY : null, particulars);
    }

    private static CaseExcerpt.Talk talk(String date, String kind, int minutes, String note) {
        return new CaseExcerpt.Talk(date, kind, "R. Staff", "J. Owner", Integer.toString(minutes), note);
    }

    private static CaseExcerpt.Paper paper(String date, DocumentKind kind, String respondBy, boolean confidential) {
        return new CaseExcerpt.Paper(date, kind.name(), kind.title(), !confidential, respondBy, confidential);
    }

    private static Map<DocumentKind, Map<String, Object>> particulars() {
        try (InputStream in = Samples.class.getResourceAsStream("/letters/samples.yaml")) {
            Map<DocumentKind, Map<String, Object>> particulars =
                    new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
            Object calculation = particulars.get(DocumentKind.PENALTY_WORKSHEET).get("assessment");
            for (DocumentKind claim : List.of(
                    DocumentKind.PENALTY_NEGOTIATION_LETTER,
                    DocumentKind.SETTLEMENT_OFFER,
                    DocumentKind.PENALTY_DEMAND_LETTER)) {
                particulars.get(claim).put("assessment", calculation);
            }
            return particulars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter's XHTML in the words of the text that comes with the application. */
    static String asDelivered(LetterContents contents) {
        return TEXT.of(contents, TEXT.packaged(contents.template()));
    }
}
