package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.abate.penalty.PenaltyWorksheet;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the letters say and what they cannot be issued without, read from the finished PDF. */
class LettersTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final LetterPdf PDF = new LetterPdf();
    private static final Letterhead LETTERHEAD =
            new Letterhead(List.of("P.O. Box 1", "Jefferson City, MO 65102"), null, "dnr.mo.gov");

    /** Manual 3.6: a promise that compliance by a date ends the matter, however it is worded around the date. */
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(?i)(elevated|further|additional|formal) enforcement"),
            Pattern.compile(
                    "(?i)\\bif\\b[^.]{0,120}\\b(not|fail)[^.]{0,160}\\b(enforcement|penalt|referr|legal action)"),
            Pattern.compile(
                    "(?i)\\b(unless|failure to|failing to)\\b[^.]{0,160}\\b(enforcement|penalt|referr|legal action)"),
            Pattern.compile("(?i)\\bno (further|additional|other) (action|enforcement|penalt)"),
            Pattern.compile("(?i)\\b(avoid|prevent)\\b[^.]{0,80}\\b(enforcement|penalt|referr|legal action)"));

    /** Here to look at. */
    private static final Path SEEN = Path.of("target", "letters");

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLetterSaysWhoWhatWhereAndWhen(DocumentKind kind) throws IOException {
        Paper paper = write(Samples.letter(kind), kind.name());

        assertThat(paper.text())
                .contains("Missouri Department of Natural Resources", "Hazardous Waste Program")
                .contains("P.O. Box 1 · Jefferson City, MO 65102 · dnr.mo.gov")
                .contains("November 22, 2026", "TK-2026-00001", "Pettis County")
                .contains("Fourth Street Fuel Stop", "410 Example Street", "UST facility number", "ST0099999")
                .contains("Invented Oil Company, LLC")
                .doesNotContain("null", "${", "[[");
        if (!Set.of(
                        DocumentKind.PENALTY_WORKSHEET,
                        DocumentKind.EXTENSION_DECISION,
                        DocumentKind.PUBLIC_NOTICE,
                        DocumentKind.HEARING_NOTICE,
                        DocumentKind.OTHER)
                .contains(kind)) {
            assertThat(paper.text())
                    .contains("10 CSR 26-2.041(1)(A)", "Release detection records for the three tanks")
                    .contains("Observed on October 1, 2026 and October 5, 2026. Corrected on November 2, 2026.");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLetterIsAnAccessiblePdfWithItsOwnFonts(DocumentKind kind) throws IOException {
        Paper paper = write(Samples.letter(kind), kind.name());

        assertThat(paper.language()).isEqualTo("en-US");
        assertThat(paper.title()).isEqualTo(title(kind) + ", case TK-2026-00001");
        assertThat(paper.tagged()).isTrue();
        assertThat(paper.titleShown()).isTrue();
        assertThat(paper.bookmarks()).contains(title(kind));
        assertThat(paper.fontsNotEmbedded()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPageHasItsNumberAndSomethingToRead(DocumentKind kind) throws IOException {
        Paper paper = write(Samples.letter(kind), kind.name());

        for (int page = 1; page <= paper.pages().size(); page++) {
            assertThat(paper.pages().get(page - 1))
                    .endsWith("Page " + page + " of " + paper.pages().size())
                    .hasSizeGreaterThan(200);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLetterCanBeWrittenWithNoMoreThanItMustBeGiven(DocumentKind kind) throws IOException {
        Paper paper = write(Samples.letter(CASE, kind, least(kind)), kind + "-least");

        assertThat(paper.text()).contains("TK-2026-00001").doesNotContain("null", "due by the end of .");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyMissingPartIsNamed(DocumentKind kind) {
        Letter nothing = new Letter(CASE, kind, Samples.SENT_ON, null, null);
        LetterKind described = BOOK.of(kind);
        Set<String> expected = new TreeSet<>();
        described.particulars().forEach((name, particular) -> {
            if (particular.required()) {
                expected.add("particulars." + name);
            }
        });
        described
                .caseMustHave()
                .forEach(part -> expected.add(
                        part == LetterKind.CasePart.VIOLATIONS ? "case.violations" : "case.responsibleParty"));
        if (described.answer() == LetterKind.Answer.REQUIRED) {
            expected.add("respondBy");
        }

        assertThat(expected).as("what " + kind + " cannot be issued without").isNotEmpty();
        assertThat(faults(nothing, unknownAndNothingFound(kind))).containsOnlyKeys(expected);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noLetterUsesThePhrasesThatLostACase(DocumentKind kind) throws IOException {
        for (Letter letter : List.of(Samples.letter(kind), Samples.letter(CASE, kind, least(kind)), reversed(kind))) {
            String text = write(letter, kind + "-forbidden").text();
            FORBIDDEN.forEach(phrase -> assertThat(text).doesNotContainPattern(phrase));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSamplesShowEverythingALetterMaySay(DocumentKind kind) {
        Set<String> declared = new TreeSet<>(BOOK.of(kind).particulars().keySet());
        declared.removeAll(BOOK.everyLetter().keySet());
        declared.removeAll(Set.of("complianceDate", "withdrawnOn", "standingOrderOn"));

        assertThat(Samples.letter(kind).particulars()).containsKeys(declared.toArray(String[]::new));
    }

    /** 10 CSR 60-6.010(2), (4)(B)2, 60-6.040(1). */
    @Test
    void aLetterOnARequestNamesTheFacilityCoveredAndNoViolation() throws IOException {
        for (DocumentKind kind : List.of(
                DocumentKind.LETTER_OF_INQUIRY,
                DocumentKind.WITHDRAWAL_NOTICE,
                DocumentKind.DECISION_NOTICE,
                DocumentKind.COMPLIANCE_SCHEDULE,
                DocumentKind.PUBLIC_NOTICE,
                DocumentKind.HEARING_NOTICE)) {
            Letter letter = Samples.letter(CASE, kind, Samples.letter(kind).particulars());
            assertThat(write(letter, kind + "-request", Samples.request()).text())
                    .as("%s", kind)
                    .contains("Subject: variance from the maximum contaminant level for fluoride")
                    .contains("Elm Spring", "MO6010707", "Phelps County")
                    .doesNotContain("Violations", "violation", "penalty may be reinstated", "null");
        }
    }

    @Test
    void theDayToRespondIsWrittenInWords() throws IOException {
        for (DocumentKind kind : List.of(
                DocumentKind.LETTER_OF_INQUIRY, DocumentKind.LETTER_OF_WARNING, DocumentKind.NOTICE_OF_VIOLATION)) {
            assertThat(write(Samples.letter(kind), "day").text())
                    .contains("Your written response is due by the end of Wednesday, January 6, 2027.");
        }
    }

    @Test
    void aLetterThatAsksForNoAnswerNamesNoDay() {
        Letter letter = new Letter(
                CASE,
                DocumentKind.RETURN_TO_COMPLIANCE_LETTER,
                Samples.SENT_ON,
                Samples.RESPOND_BY,
                Map.of("penaltiesEvaluated", true));

        assertThat(faults(letter, Samples.CASE)).containsOnlyKeys("respondBy");
    }

    @Test
    void theDayToRespondIsNotBeforeTheLetter() {
        Letter letter =
                new Letter(CASE, DocumentKind.LETTER_OF_WARNING, Samples.SENT_ON, LocalDate.of(2026, 11, 21), Map.of());

        assertThat(faults(letter, Samples.CASE)).containsOnlyKeys("respondBy");
    }

    @Test
    void anUnknownResponsiblePartyIsTheOwnerOrOperatorAtTheFacility() throws IOException {
        Letter inquiry = Samples.letter(DocumentKind.LETTER_OF_INQUIRY);
        CaseExcerpt unknown = excerpt(null, Samples.CASE.violations());

        assertThat(write(inquiry, "unknown", unknown).text())
                .contains("Owner or Operator Fourth Street Fuel Stop 410 Example Street Sedalia, MO 65301");
        assertThat(faults(Samples.letter(DocumentKind.LETTER_OF_WARNING), unknown))
                .containsOnlyKeys("case.responsibleParty");
    }

    @Test
    void aLetterOfWarningWithoutActionsAsksForTheCorrectionOfEachViolation() throws IOException {
        assertThat(write(Samples.letter(CASE, DocumentKind.LETTER_OF_WARNING, Map.of()), "actions")
                        .text())
                .contains("Correct violation 1, 10 CSR 26-2.041(1)(A),", "Correct violation 3, 10 CSR 26-3.090,");
    }

    @Test
    void theReturnToComplianceLetterStatesWhetherPenaltiesAreBeingEvaluated() throws IOException {
        assertThat(returnToCompliance(true)).contains("The department is evaluating penalties for these violations.");
        assertThat(returnToCompliance(false))
                .contains("The department is not evaluating penalties for these violations.")
                .doesNotContain("does not settle whether a penalty is due");
    }

    @Test
    void aDecisionSaysYesOrNo() throws IOException {
        assertThat(decision(DocumentKind.SCHEDULE_DECISION_LETTER, Map.of("scheduleAccepted", true)))
                .contains("The department has accepted the proposed schedule.");
        assertThat(decision(
                        DocumentKind.SCHEDULE_DECISION_LETTER,
                        Map.of("scheduleAccepted", "false", "scheduleReason", "Steps are missing.")))
                .contains("The department has not accepted the proposed schedule.", "Steps are missing.");
        assertThat(decision(
                        DocumentKind.EXTENSION_DECISION,
                        Map.of("extensionGranted", false, "milestone", "Test", "previousDueDate", "2027-01-15")))
                .contains("has not granted the extension", "remains due by the end of Friday, January 15, 2027");
    }

    @Test
    void whatAnAnswerMakesNecessaryIsAskedFor() {
        assertThat(faults(
                        Samples.letter(
                                CASE,
                                DocumentKind.EXTENSION_DECISION,
                                Map.of("extensionGranted", true, "milestone", "Test")),
                        Samples.CASE))
                .containsOnlyKeys("particulars.newDueDate");
        assertThat(faults(
                        Samples.letter(
                                CASE,
                                DocumentKind.REFERRAL_REQUEST,
                                Map.of("purpose", "PENALTIES", "confidentialityLabel", "Attorney-Client Privileged")),
                        Samples.CASE))
                .containsOnlyKeys("particulars.complianceDate");
    }

    @Test
    void aParticularOfAWrongKindIsNamedWithWhatWouldBeRight() {
        Map<String, String> faults = faults(
                Samples.letter(
                        CASE,
                        DocumentKind.SETTLEMENT_AGREEMENT,
                        Map.of("penaltyAmount", "a lot", "paymentTerms", List.of(" ", ""))),
                Samples.CASE);

        assertThat(faults).containsOnlyKeys("particulars.penaltyAmount", "particulars.paymentTerms");
        assertThat(faults.get("particulars.penaltyAmount")).startsWith("must be an amount in dollars");
        assertThat(faults(
                        Samples.letter(CASE, DocumentKind.NOTICE_OF_REFERRAL, Map.of("purpose", "FUN")), Samples.CASE))
                .containsOnlyKeys("particulars.purpose");
        assertThat(faults(
                        Samples.letter(
                                CASE,
                                DocumentKind.COMPLIANCE_SCHEDULE,
                                Map.of("milestones", List.of(Map.of("action", "Test", "due", "soon")))),
                        Samples.CASE))
                .containsOnlyKeys("particulars.milestones");
        assertThat(faults(
                        Samples.letter(
                                CASE,
                                DocumentKind.PENALTY_WORKSHEET,
                                Map.of(
                                        "assessment",
                                        Map.of("total", "1.00"),
                                        "confidentialityLabel",
                                        "Work Product Privileged")),
                        Samples.CASE))
                .containsOnlyKeys("particulars.assessment");
    }

    @Test
    void theNoticeOfViolationComesWithACoverLetterThatListsTheRemainingActions() throws IOException {
        Paper notice = write(Samples.letter(DocumentKind.NOTICE_OF_VIOLATION), "notice");

        assertThat(notice.pages().get(0))
                .contains("Remaining actions", "Submit proof of financial responsibility for the facility.")
                .contains("The department wrote to you about the violations on October 2, 2026.");
        assertThat(notice.pages().get(notice.pages().size() - 1))
                .contains("Notice of Violation, case TK-2026-00001", "Violations cited", "10 CSR 26-3.090");
    }

    @Test
    void anOfferOfSettlementMakesTheStatementsOfTheStatute() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.SETTLEMENT_OFFER), "offer").text())
                .contains("Offer of settlement: $18,000.00", "This dollar amount is an offer of settlement")
                .contains("negotiated in good faith through conference, conciliation and persuasion")
                .contains("An action for imposition of a civil penalty may be initiated by the Attorney General"
                        + " under authority of section 319.127, RSMo.");
    }

    @Test
    void aNoticeOfReferralSaysWhatTheReferralIsFor() throws IOException {
        assertThat(noticeOfReferral("COLLECTION"))
                .contains("for collection of the administrative penalty.")
                .contains("An action may be brought in the appropriate circuit court to collect it.")
                .doesNotContain("agreed upon");
        assertThat(noticeOfReferral("COMPLIANCE"))
                .contains("for compliance.", "do not show that every violation listed below has been corrected")
                .doesNotContain("an agreement on penalties");
        assertThat(noticeOfReferral("PENALTIES")).contains("for penalties.", "has not been agreed upon");
    }

    private static String noticeOfReferral(String purpose) throws IOException {
        return write(
                        Samples.letter(CASE, DocumentKind.NOTICE_OF_REFERRAL, Map.of("purpose", purpose)),
                        "notice-of-referral-" + purpose.toLowerCase(java.util.Locale.ROOT))
                .text();
    }

    @Test
    void thePacketOfAReferralIndexesEveryLetterContactResponseAndCalculation() throws IOException {
        Paper request = write(Samples.letter(DocumentKind.REFERRAL_REQUEST), "referral");

        assertThat(request.text())
                .contains("through the Hazardous Waste Management Commission for compliance and penalties")
                .contains("Letter of warning", "November 16, 2026", "Penalty worksheet (file paper)")
                .contains("Offered a meeting at the office; declined.")
                .contains("the owner wrote that the basin of tank 2 was replaced")
                .contains("Underground storage tank", "$24,650.00");
    }

    @Test
    void aReferralAcknowledgesTheReturnToCompliance() throws IOException {
        assertThat(decision(
                        DocumentKind.REFERRAL_REQUEST,
                        Map.of(
                                "purpose",
                                "COMPLIANCE_AND_PENALTIES",
                                "complianceDate",
                                "2027-01-04",
                                "confidentialityLabel",
                                "Attorney-Client Privileged")))
                .contains("The facility returned to compliance on January 4, 2027.")
                .doesNotContain("do not show that every violation");
    }

    @Test
    void theRequestForEnforcementActionLeavesConfidentialPapersOut() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.ENFORCEMENT_ACTION_REQUEST), "request")
                        .text())
                .contains("Letter of warning", "Registration fees due for 2025 and 2026")
                .doesNotContain("Penalty worksheet");
    }

    @Test
    void aConfidentialPaperBearsItsLabelOnEveryPage() throws IOException {
        Map<String, Object> line = Map.of("citation", "Manual 8.3", "text", "Matrix value", "amount", "500.00");
        Map<String, Object> assessment =
                Map.of("total", "500.00", "lines", java.util.Collections.nCopies(60, line), "unknown", 1);
        Paper worksheet = write(
                Samples.letter(
                        CASE,
                        DocumentKind.PENALTY_WORKSHEET,
                        Map.of("assessment", assessment, "confidentialityLabel", "Attorney-Client Privileged")),
                "label");

        assertThat(worksheet.pages()).hasSizeGreaterThan(2).allSatisfy(page -> assertThat(page)
                .contains("CONFIDENTIAL: Attorney-Client Privileged"));
    }

    static Stream<String> rulesThatAssess() {
        return RuleBook.standard().rules().stream().map(RuleSummary::rule).filter(rule -> !Set.of(
                        "habitual-violator", "drinking-water/late-payment")
                .contains(rule));
    }

    /** RSMo 640.095: how the penalty was calculated, with particularity. */
    @ParameterizedTest
    @MethodSource("rulesThatAssess")
    void everyLineOfAnAssessmentIsOnItsWorksheetWithCitationInputNoteAndRunningTotal(String rule) throws IOException {
        JsonNode example = RuleBook.standard().tables(rule).example();
        PenaltyWorksheet printed =
                PenaltyWorksheet.of(RuleBook.standard().assess(rule, example, LocalDate.of(2026, 11, 22)));
        String json = new ObjectMapper()
                .writeValueAsString(RuleBook.standard().assess(rule, example, LocalDate.of(2026, 11, 22)));

        Paper paper = write(
                Samples.letter(
                        CASE,
                        DocumentKind.PENALTY_WORKSHEET,
                        Map.of("assessment", json, "confidentialityLabel", "Work Product Privileged")),
                "of-" + rule);

        assertThat(paper.pages())
                .allSatisfy(page -> assertThat(page).contains("CONFIDENTIAL: Work Product Privileged"));
        // Words only: the columns of a page run into each other line by line
        String words = paper.text().replaceAll("[^A-Za-z0-9$.,]+", " ");
        for (PenaltyWorksheet.Entry line : printed.lines()) {
            for (String part : List.of(line.text(), line.input(), line.note(), line.runningTotal())) {
                assertThat(words)
                        .contains(
                                part.replaceAll("[^A-Za-z0-9$.,]+", " ").strip().split(" "));
            }
        }
    }

    @Test
    void aWorksheetCanBeGivenAsItsJson() throws IOException {
        String json =
                "{\"total\":\"5.00\",\"lines\":[{\"citation\":\"Manual 8.3\",\"text\":\"Matrix value\",\"points\":25}]}";

        assertThat(decision(
                        DocumentKind.PENALTY_WORKSHEET,
                        Map.of("assessment", json, "confidentialityLabel", "Work Product Privileged")))
                .contains("Penalty: $5.00", "Matrix value 25");
    }

    @Test
    void hostileTextIsPrintedAsItStandsAndStaysOnThePage() throws IOException {
        String hostile =
                "<script>alert(1)</script> & \"x\" [[${7*7}]] ${T(java.lang.Runtime)} \u0000\u0007\u202e]]>\ud800";
        String endless = "W".repeat(3_000);
        CaseExcerpt.Found found = new CaseExcerpt.Found(1, endless, hostile + endless, hostile, null);
        Letter letter = Samples.letter(
                CASE,
                DocumentKind.NOTICE_OF_VIOLATION,
                Map.of("remainingActions", List.of(hostile, endless), "signatoryName", endless));
        Paper paper =
                write(letter, "hostile", excerpt(new CaseExcerpt.Party(endless, List.of(hostile)), List.of(found)));

        assertThat(paper.text())
                .contains("<script>alert(1)</script> & \"x\" [[${7*7}]] ${T(java.lang.Runtime)} ]]>")
                .doesNotContain("\u202e");
        assertThat(paper.rightmost()).isLessThanOrEqualTo(Paper.RIGHT_MARGIN + 1);
    }

    @Test
    void aScheduleListsItsStepsInTheOrderOfTheirDates() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.COMPLIANCE_SCHEDULE), "schedule")
                        .text())
                .contains("1 Repair or replace the automatic tank gauge Friday, January 15, 2027 2 Test the tanks");
    }

    @Test
    void everyProgramHasAnOffice() {
        for (Program program : Program.values()) {
            assertThat(BOOK.office(program)).as(program.id()).isNotNull();
            assertThat(BOOK.office(program).law()).as(program.id()).isNotBlank();
        }
    }

    @Test
    void anOrderDescribesTheViolationsTheAmountAndTheBasisOfItsCalculation() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER), "order")
                        .text())
                .contains("assessed under section 260.412, RSMo", "as provided by 10 CSR 25-14.010")
                .contains("The administrative penalty assessed is $24,650.00.", "Thursday, January 21, 2027")
                .contains("treasurer of Pettis County", "public schools")
                .contains("Basis of the penalty calculation", "Gravity: potential for harm major")
                .contains("natural resource damages", "withdraw this order without prejudice")
                .contains("Repair the automatic tank gauge");
    }

    /** 10 CSR 60-6.070(5): without the law, the manner of collection or the rights of appeal nothing can be collected. */
    @Test
    void aDrinkingWaterOrderStatesTheLawTheMannerOfCollectionAndTheRightsOfAppeal() throws IOException {
        Letter order = Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER);

        assertThat(write(order, "drinking-water-order", Samples.in(Program.DRINKING_WATER))
                        .text())
                .contains("assessed under section 640.131, RSMo, as provided by 10 CSR 60-6.070")
                .contains("surcharge of fifteen percent of the penalty plus ten percent per annum")
                .contains("attorney’s fees and costs incurred directly in the collection")
                .contains("appeal it to the Safe Drinking Water Commission within thirty days of the date of issuance")
                .contains("An appeal has to be filed by the end of Tuesday, December 22, 2026.")
                .contains("section 536.100, RSMo");
        Map<String, Object> silent = new HashMap<>(order.particulars());
        silent.remove("appealBy");
        assertThat(faults(
                        Samples.letter(CASE, DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, silent),
                        Samples.in(Program.DRINKING_WATER)))
                .containsOnlyKeys("particulars.appealBy");
    }

    @Test
    void aProgramWithoutTheAuthorityIssuesNoOrder() {
        assertThat(faults(Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER), Samples.CASE))
                .containsOnlyKeys("case.program");
    }

    @Test
    void aRefusalIsServiceAndTheProofSaysSo() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.PROOF_OF_SERVICE), "service")
                        .text())
                .contains("refused or rejected on November 20, 2026")
                .contains("The refusal or rejection constitutes service of the order.")
                .contains("certified mail, return receipt requested");
    }

    @Test
    void theOfferToMeetSaysWhatConferenceConciliationAndPersuasionIsFor() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.OFFER_TO_MEET), "offer-to-meet")
                        .text())
                .contains("offers to meet with you")
                .contains("negotiates in good faith with you to eliminate the violations")
                .contains("agree upon a plan to achieve compliance", "Purpose and process", "Ramifications");
    }

    @Test
    void aWithdrawnOrderIsWithdrawnWithoutPrejudiceAndTheCaseGoesOn() throws IOException {
        assertThat(write(Samples.letter(DocumentKind.WITHDRAWAL_NOTICE), "withdrawn")
                        .text())
                .contains("withdraws, without prejudice, the administrative penalty order of November 2, 2026")
                .contains("the case goes on")
                .doesNotContain("withdraws case");
    }

    private static final String CASE = Samples.CASE.number();

    private static Paper write(Letter letter, String name) throws IOException {
        return write(letter, name, Samples.caseOf(letter.kind()));
    }

    private static Paper write(Letter letter, String name, CaseExcerpt excerpt) throws IOException {
        byte[] pdf = PDF.of(Samples.asDelivered(LetterContents.of(BOOK, LETTERHEAD, letter, excerpt)));
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve(name + ".pdf"), pdf);
        return Paper.of(pdf);
    }

    private static String title(DocumentKind kind) {
        return String.valueOf(Samples.letter(kind)
                .particulars()
                .getOrDefault("paperTitle", BOOK.of(kind).title()));
    }

    private static String decision(DocumentKind kind, Map<String, Object> particulars) throws IOException {
        return write(Samples.letter(CASE, kind, particulars), "decision").text();
    }

    private static String returnToCompliance(boolean evaluated) throws IOException {
        return decision(DocumentKind.RETURN_TO_COMPLIANCE_LETTER, Map.of("penaltiesEvaluated", evaluated));
    }

    private static Map<String, String> faults(Letter letter, CaseExcerpt excerpt) {
        Map<String, String> faults = new TreeMap<>();
        assertThatThrownBy(() -> LetterContents.of(BOOK, LETTERHEAD, letter, excerpt))
                .isInstanceOfSatisfying(LetterIncomplete.class, incomplete -> {
                    for (Fault fault : incomplete.faults()) {
                        faults.put(fault.field(), fault.message());
                    }
                });
        return faults;
    }

    /** Of the sample's particulars those that the letter cannot be issued without. */
    private static Map<String, Object> least(DocumentKind kind) {
        Map<String, Object> least = new HashMap<>(Samples.letter(kind).particulars());
        Map<String, Particular> declared = BOOK.of(kind).particulars();
        least.keySet()
                .removeIf(name -> !declared.get(name).required()
                        && declared.get(name).requiredWhen().isEmpty());
        return least;
    }

    /** The sample with every yes turned into a no and the other purpose of a referral. */
    private static Letter reversed(DocumentKind kind) {
        Map<String, Object> other = new HashMap<>(Samples.letter(kind).particulars());
        other.replaceAll((name, value) -> Boolean.TRUE.equals(value) ? false : value);
        if (other.containsKey("purpose")) {
            boolean both = other.get("purpose").equals("COMPLIANCE_AND_PENALTIES");
            other.put("purpose", both ? "PENALTIES" : "COMPLIANCE_AND_PENALTIES");
            other.put("complianceDate", "2027-01-04");
        }
        return Samples.letter(CASE, kind, other);
    }

    private static CaseExcerpt unknownAndNothingFound(DocumentKind kind) {
        return excerpt(Samples.caseOf(kind), null, List.of());
    }

    private static CaseExcerpt excerpt(CaseExcerpt.Party party, List<CaseExcerpt.Found> violations) {
        return excerpt(Samples.CASE, party, violations);
    }

    private static CaseExcerpt excerpt(
            CaseExcerpt sample, CaseExcerpt.Party party, List<CaseExcerpt.Found> violations) {
        return new CaseExcerpt(
                sample.number(),
                sample.program(),
                sample.facility(),
                party,
                sample.discoveredOn(),
                violations,
                sample.contacts(),
                sample.papers(),
                sample.worksheets());
    }
}
