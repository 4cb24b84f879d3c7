package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of letter must say, by its rule, is looked for in its finished PDF and named where it is missing. */
class MustSayTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final MustSay MUST_SAY = new MustSay();
    private static final LetterPdf PDF = new LetterPdf();
    private static final Letterhead LETTERHEAD = new Letterhead(List.of("P.O. Box 1"), null, null);

    private static final Set<DocumentKind> ON_A_REQUEST = Set.of(
            DocumentKind.LETTER_OF_INQUIRY,
            DocumentKind.DECISION_NOTICE,
            DocumentKind.COMPLIANCE_SCHEDULE,
            DocumentKind.PUBLIC_NOTICE,
            DocumentKind.HEARING_NOTICE);

    private static final String GRANT =
            "The department grants a variance from the maximum contaminant level for fluoride.\n"
                    + "It is effective until November 1, 2028, the date by which final compliance is to be achieved.\n"
                    + "The variance will be terminated when the system comes into compliance with the applicable rule, and may be"
                    + " terminated upon a finding by the department that the system has failed to comply with any requirements of"
                    + " a final schedule issued pursuant to 10 CSR 60-6.030 (10 CSR 60-6.010(4)(B)3).";

    private static final String GRANTS =
            "The department grants a variance from the maximum contaminant level. The department"
                    + " grants a variance from the specified treatment technique.";

    /** A letter and the case it is about. */
    record Written(LetterContents contents, FinishedText text) {

        List<Fault> missing() {
            return MUST_SAY.missing(contents, text);
        }

        /** The same with another text. */
        List<Fault> missing(FinishedText other) {
            return MUST_SAY.missing(contents, other);
        }
    }

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLetterSaysWhatItMust(DocumentKind kind) {
        for (Written letter : everyWay(kind)) {
            assertThat(letter.missing()).as("%s", kind).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everythingThatIsMissingIsNamedAtOnceWithItsSource(DocumentKind kind) {
        Written letter = everyWay(kind).get(0);
        List<Fault> faults = letter.missing(new FinishedText("", List.of("")));

        assertThat(faults).hasSizeGreaterThan(5).allSatisfy(fault -> {
            assertThat(fault.field()).isEqualTo("text");
            assertThat(fault.message()).startsWith("does not say ").endsWith(")");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyDemandIsMadeOfSomeLetterAndNamedByItsWords(DocumentKind kind) {
        Set<String> bitten = new HashSet<>();
        for (Written letter : everyWay(kind)) {
            Stream.of("", GRANTS)
                    .flatMap(text -> letter.missing(new FinishedText(text, List.of(""))).stream())
                    .forEach(fault -> bitten.add(fault.message()));
        }
        for (MustSay.Demand demand : MUST_SAY.of(kind)) {
            assertThat(bitten)
                    .as("%s of %s is demanded of one of the samples", demand.words(), kind)
                    .anyMatch(message -> message.startsWith("does not say " + demand.words()));
        }
    }

    @Test
    void aDrinkingWaterOrderThatLacksAnyOfWhatItsRuleDemandsIsNotIssued() {
        Written order =
                write(Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER), Samples.in(Program.DRINKING_WATER));
        Map<String, String> sentences = Map.of(
                "administrative penalty is being assessed under section 640.131", "assessed under its statute",
                "within thirty days of the date of issuance",
                        "the rights of appeal: to the Safe Drinking Water Commission",
                "stays the due date", "the rights of appeal: that an appeal stays the due date",
                "judicial review", "the rights of appeal: judicial review",
                "within sixty days from the date of issuance", "the manner of collection: paid within sixty days",
                "surcharge of fifteen percent", "the manner of collection: the surcharge",
                "circuit court", "the manner of collection: an action in the circuit court",
                "$24,650.00", "the amount of the administrative penalty");

        sentences.forEach((sentence, demand) -> {
            String without = order.text().body().replaceAll("(?i)" + java.util.regex.Pattern.quote(sentence), "…");
            assertThat(without)
                    .as("the order says \"%s\"", sentence)
                    .isNotEqualTo(order.text().body());
            assertThat(order.missing(new FinishedText(without, order.text().margins())))
                    .as("without \"%s\"", sentence)
                    .extracting(Fault::message)
                    .anyMatch(message -> message.contains(demand));
        });
    }

    @Test
    void anOrderOfAnotherProgramNeedsNoAppealOfDrinkingWater() {
        Written order = write(Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER), Samples.in(Program.WATER));

        assertThat(order.text().body()).doesNotContain("surcharge");
        assertThat(order.missing()).isEmpty();
    }

    @Test
    void aDemandForAPenaltyComesWithTheWrittenStatement() {
        for (DocumentKind kind : List.of(
                DocumentKind.PENALTY_NEGOTIATION_LETTER,
                DocumentKind.SETTLEMENT_OFFER,
                DocumentKind.PENALTY_DEMAND_LETTER,
                DocumentKind.PENALTY_ASSESSMENT_NOTICE,
                DocumentKind.ADMINISTRATIVE_PENALTY_ORDER)) {
            Written claim = write(Samples.letter(kind), Samples.caseOf(kind));
            assertThat(claim.text().body())
                    .as("%s", kind)
                    .contains("written statement that section 640.095, RSMo, requires", "a copy of which is enclosed");
            String cut = claim.text().body().replaceAll("This is the written statement.*", "");
            assertThat(claim.missing(new FinishedText(cut, claim.text().margins())))
                    .as("%s", kind)
                    .extracting(Fault::message)
                    .anyMatch(message -> message.contains("written statement of RSMo 640.095"))
                    .anyMatch(message -> message.contains("a copy of the rules and statutory provisions"))
                    .anyMatch(message -> message.contains("a line of the calculation"));
        }
    }

    @Test
    void lineBreaksHyphensQuotesAndCapitalsMakeNoDifference() {
        Written offer = write(Samples.letter(DocumentKind.SETTLEMENT_OFFER), Samples.CASE);
        String otherwise = offer.text()
                .body()
                .replace("conference, conciliation", "Confer-\nence,\u00a0concil\u00ADiation")
                .replace("10 CSR 26-2.041", "10 CSR 26\u20112.041");

        assertThat(offer.missing(new FinishedText(otherwise, offer.text().margins())))
                .isEmpty();
    }

    @Test
    void aNameThatTheFontsCannotPrintDoesNotHoldTheLetterBack() {
        CaseExcerpt.Party party = new CaseExcerpt.Party("Ωµ 油 ✓ \uD83D\uDEE2 Sons", List.of("1 Example Street"));
        CaseExcerpt named = new CaseExcerpt(
                Samples.CASE.number(),
                Program.TANKS,
                Samples.CASE.facility(),
                party,
                Samples.CASE.discoveredOn(),
                Samples.CASE.violations(),
                List.of(),
                List.of(),
                List.of());

        assertThat(write(Samples.letter(DocumentKind.LETTER_OF_WARNING), named).missing())
                .isEmpty();
    }

    @Test
    void aSentenceAcrossTwoPagesIsReadWithoutWhatStandsAroundThePages() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            lines.add(
                    Map.of("citation", "Manual 8.3", "text", "Step " + i + " of a long calculation", "amount", "1.00"));
        }
        Map<String, Object> particulars =
                new HashMap<>(Samples.letter(DocumentKind.PENALTY_WORKSHEET).particulars());
        particulars.put("assessment", Map.of("total", "120.00", "lines", lines));
        Written long_ =
                write(Samples.letter("TK-2026-00001", DocumentKind.PENALTY_WORKSHEET, particulars), Samples.CASE);

        assertThat(long_.text().margins()).hasSizeGreaterThan(2).allMatch(margin -> margin.contains("Page "));
        assertThat(long_.text().body()).doesNotContain("Page 2", "Attorney-Client Privileged");
        assertThat(long_.missing()).isEmpty();
        List<String> unlabelled = new ArrayList<>(long_.text().margins());
        unlabelled.set(2, "Page 3");
        assertThat(long_.missing(new FinishedText(long_.text().body(), unlabelled)))
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("that it is confidential"));
    }

    @Test
    void everyKindOfPaperHasItsDemandsAndEachSpeaksOfOneValueThatIsKnown() {
        Set<DocumentKind> papers = new TreeSet<>(BOOK.kinds());
        papers.addAll(Set.of(DocumentKind.LATE_INVOICE, DocumentKind.NONCOMPLIANT_SOURCES));
        assertThat(papers).containsExactlyInAnyOrder(DocumentKind.values());
        for (DocumentKind kind : papers) {
            assertThat(MUST_SAY.of(kind)).as("%s", kind).isNotEmpty().allSatisfy(demand -> {
                assertThat(demand.words()).isNotBlank();
                assertThat(demand.source()).isNotBlank();
                assertThat(demand.names()).hasSizeLessThanOrEqualTo(1);
            });
            if (BOOK.kinds().contains(kind)) {
                Set<String> known = new HashSet<>(LetterValues.OF_THE_CASE);
                BOOK.of(kind).particulars().keySet().forEach(name -> {
                    known.add(name);
                    Stream.of(
                                    "citation",
                                    "citations",
                                    "texts",
                                    "inputs",
                                    "amounts",
                                    "total",
                                    "action",
                                    "due",
                                    "name",
                                    "number")
                            .forEach(part -> known.add(name + "." + part));
                });
                MUST_SAY.of(kind).forEach(demand -> {
                    assertThat(known).as("%s of %s", demand.words(), kind).containsAll(demand.names());
                    assertThat(BOOK.of(kind).particulars().keySet())
                            .as("%s of %s", demand.words(), kind)
                            .containsAll(demand.when().keySet());
                });
            }
        }
    }

    /** The letter with all it may say, with the other answers, and on what else it may be about. */
    private static List<Written> everyWay(DocumentKind kind) {
        List<Written> letters = new ArrayList<>();
        Map<String, Object> all = Samples.letter(kind).particulars();
        letters.add(write(Samples.letter(kind), Samples.caseOf(kind)));
        for (Map<String, Object> other : otherAnswers(kind, all)) {
            letters.add(write(Samples.letter("TK-2026-00001", kind, other), Samples.caseOf(kind)));
        }
        if (kind == DocumentKind.ADMINISTRATIVE_PENALTY_ORDER || kind == DocumentKind.SETTLEMENT_OFFER) {
            letters.add(write(Samples.letter(kind), Samples.in(Program.DRINKING_WATER)));
        }
        if (kind == DocumentKind.PENALTY_ASSESSMENT_NOTICE || kind == DocumentKind.CESSATION_ORDER) {
            letters.add(write(answered(kind, all), Samples.in(Program.COAL)));
        }
        if (BOOK.of(kind).answer() == LetterKind.Answer.OPTIONAL) {
            letters.add(write(answered(kind, all), Samples.caseOf(kind)));
        }
        if (ON_A_REQUEST.contains(kind)) {
            letters.add(write(Samples.letter(kind), Samples.request()));
        }
        if (kind == DocumentKind.DECISION_NOTICE) {
            letters.add(write(decision(all, GRANT), Samples.request()));
            letters.add(write(
                    decision(
                            all,
                            "The department grants a variance from the specified treatment technique of filtration.\n"
                                    + "It is effective until November 1, 2028.\nThe variance may be terminated at any time"
                                    + " upon a finding that, due to the nature of the raw water source, the specified"
                                    + " treatment technique is necessary to protect persons, or that the public water"
                                    + " system has failed to comply with monitoring and other requirements."),
                    Samples.request()));
        }
        return letters;
    }

    private static Letter decision(Map<String, Object> all, String text) {
        Map<String, Object> particulars = new HashMap<>(all);
        particulars.put("decisionText", text);
        return Samples.letter("TK-2026-00001", DocumentKind.DECISION_NOTICE, particulars);
    }

    private static Letter answered(DocumentKind kind, Map<String, Object> particulars) {
        boolean answer = BOOK.of(kind).answer() != LetterKind.Answer.NONE;
        return new Letter("TK-2026-00001", kind, Samples.SENT_ON, answer ? Samples.RESPOND_BY : null, particulars);
    }

    /** Every yes as a no, and every other choice. */
    private static List<Map<String, Object>> otherAnswers(DocumentKind kind, Map<String, Object> all) {
        List<Map<String, Object>> others = new ArrayList<>();
        BOOK.of(kind).particulars().forEach((name, particular) -> {
            if (particular.type() == Particular.Type.YES_NO && all.containsKey(name)) {
                Map<String, Object> other = new HashMap<>(all);
                other.put(name, !Boolean.parseBoolean(String.valueOf(all.get(name))));
                others.add(other);
            }
            for (String choice : particular.oneOf()) {
                Map<String, Object> other = new HashMap<>(all);
                other.put(name, choice);
                other.put("complianceDate", "2027-01-04");
                others.add(other);
            }
        });
        if (kind == DocumentKind.WITHDRAWAL_NOTICE) {
            Map<String, Object> ofTheCase = new HashMap<>(all);
            ofTheCase.remove("orderIssuedOn");
            ofTheCase.put("standingOrderOn", "2026-11-02");
            others.add(ofTheCase);
        }
        return others;
    }

    private static Written write(Letter letter, CaseExcerpt excerpt) {
        LetterContents contents = LetterContents.of(BOOK, LETTERHEAD, letter, excerpt);
        return new Written(contents, FinishedText.of(PDF.of(Samples.asDelivered(contents))));
    }
}
