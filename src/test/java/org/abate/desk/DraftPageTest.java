package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.abate.correspondence.LetterDrafts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** A letter in draft: what is free is worded by who carries the case, what is mandatory is written anew when it is issued. */
@DeskTest
class DraftPageTest {

    private static final String STAFF = "tanks-staff";
    private static final Pattern BLOCK = Pattern.compile("name=\"block\\[(\\d+)]\"[^>]*>([^<]*)<");

    @Autowired
    private DeskCases cases;

    @Autowired
    private LetterTextVersions texts;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private LetterDrafts drafts;

    @Autowired
    private CaseRecord record;

    @Test
    void theDiagramIssuesTheLetterInTheWordsOfTheDraft() throws Exception {
        String number = cases.open("Draft Corner");
        begin(number, DocumentKind.LETTER_OF_WARNING);
        assertThat(page(number, DocumentKind.LETTER_OF_WARNING).text())
                .contains("Locked · Required by Manual 3.3", "Locked · a part of fixed form", "Draft Corner");

        assertThat(save(
                                number,
                                DocumentKind.LETTER_OF_WARNING,
                                1,
                                "found violations",
                                "We visited the site with you and found violations.")
                        .status())
                .isEqualTo(302);
        cases.runJobs();

        Document letter = letter(number, DocumentKind.LETTER_OF_WARNING);
        assertThat(words(number, letter))
                .contains("We visited the site with you and found violations.")
                .doesNotContain("This letter of warning describes")
                .contains("For each violation, your response has to do one of two things", "10 CSR 26-2.041(1)(A)")
                .contains("Your written response is due by the end of");
        assertThat(page(number, DocumentKind.LETTER_OF_WARNING).text()).contains("There is no draft of this letter");
        assertThat(save(number, DocumentKind.LETTER_OF_WARNING, 2, "x", "y").text())
                .contains("was issued meanwhile");
    }

    @Test
    void whatALetterIsGivenWhenItIsIssuedStandsInItWhateverTheDraftKnew() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.NOTICE_OF_VIOLATION);
        assertThat(page(number, DocumentKind.NOTICE_OF_VIOLATION).text())
                .contains("[the remaining actions that must be taken to achieve compliance]");
        save(number, DocumentKind.NOTICE_OF_VIOLATION, 1, "Please describe how", "");

        Document notice = correspondence.send(new Letter(
                number,
                DocumentKind.NOTICE_OF_VIOLATION,
                cases.today(),
                cases.today().plusDays(15),
                Map.of("remainingActions", List.of("Repair the gauge"), "assessedByNotice", true)));

        assertThat(words(number, notice))
                .contains("Repair the gauge", "This notice is reviewed for a penalty")
                .contains("A written response is due by the end of")
                .doesNotContain("[the", "Please describe how", "Civil penalties are considered");
    }

    @Test
    void theDraftOpensInWordWithEveryBlockItsHeadingsListsAndTablesAndWhatIsLockedMarked() throws Exception {
        String number = cases.open("Word Corner");
        begin(number, DocumentKind.LETTER_OF_WARNING);
        save(
                number,
                DocumentKind.LETTER_OF_WARNING,
                1,
                "found violations",
                "## What we saw\n\nWe visited **twice**:\n\n1. in May\n2. in June\n\n- the pump\n- the lines");

        DeskCases.Answer answer = cases.get(STAFF, address(number, DocumentKind.LETTER_OF_WARNING) + "/word");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).contains("wordprocessingml.document");
        assertThat(answer.response().getHeader("Content-Disposition")).contains(number + " draft ");
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(answer.response().getContentAsByteArray()))) {
            List<LetterDrafts.Block> blocks = drafts.open(number, DocumentKind.LETTER_OF_WARNING)
                    .orElseThrow()
                    .blocks();
            assertThat(signs(word))
                    .containsSubsequence(
                            blocks.stream().map(DraftPageTest::signs).toList());
            assertThat(styled(word, "Heading1")).containsExactly("Letter of Warning");
            assertThat(styled(word, "Heading2")).contains("What we saw");
            assertThat(styled(word, "Locked").stream().filter(label -> label.startsWith("Locked · ")))
                    .hasSize((int) blocks.stream()
                            .filter(block -> block.source() != null)
                            .count())
                    .contains("Locked · a part of fixed form");
            assertThat(word.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getNumID() != null)
                    .extracting(XWPFParagraph::getText, XWPFParagraph::getNumFmt)
                    .contains(tuple("in June", "decimal"), tuple("the lines", "bullet"));
            assertThat(word.getTables().get(0).getText()).contains("Facility:", "Word Corner", number);
            assertThat(word.getHeaderList().get(0).getText()).contains("Letter of Warning", number, "draft");
            assertThat(word.getStyles().getStyle("Heading1")).isNotNull();
            assertThat(word.getPackage().getPackageProperties().getLanguageProperty())
                    .contains("en-US");
            assertThat(word.getProperties().getCoreProperties().getTitle()).contains("Letter of Warning", number);
        }
    }

    @Test
    void withoutADraftThereIsNothingToOpenInWord() throws Exception {
        String number = cases.open();
        assertThat(cases.get(STAFF, address(number, DocumentKind.LETTER_OF_WARNING) + "/word")
                        .text())
                .contains("There is no draft of this letter");
        assertThat(cases.get("air-staff", address(number, DocumentKind.LETTER_OF_WARNING) + "/word")
                        .status())
                .isIn(403, 404);
    }

    /** What stands in a block, without markup and white space. */
    private static String signs(LetterDrafts.Block block) {
        return (block.source() == null
                        ? block.words().replaceAll("(?m)^(#+|-|\\d+\\.) ", "").replaceAll("\\*\\*|\\\\", "")
                        : HtmlUtils.htmlUnescape(block.words().replaceAll("<[^>]+>", "")))
                .replaceAll("\\s", "");
    }

    /** The same of the document's paragraphs and cells, in their order. */
    private static String signs(XWPFDocument word) {
        return word.getBodyElements().stream()
                .map(element ->
                        element instanceof XWPFTable table ? table.getText() : ((XWPFParagraph) element).getText())
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    private static List<String> styled(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    @Test
    void wordsAreAddedWhereTheyWereAdded() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);
        DeskCases.Answer page = page(number, DocumentKind.LETTER_OF_INQUIRY);
        int inquiry = block(page, "Information requested");

        cases.submit(
                STAFF,
                address(number, DocumentKind.LETTER_OF_INQUIRY),
                fields(
                        page,
                        inquiry,
                        "## Information requested",
                        "after[" + inquiry + "]",
                        "Thank you for your call."));

        assertThat(words(number, inquire(number)))
                .contains("Information requested Thank you for your call. Because such conditions");
    }

    @Test
    void aDraftKeepsTheVersionOfTheTextItWasBegunWithAndSaysSo() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.OFFER_TO_MEET);
        LetterTextVersion before = texts.inForce(DocumentKind.OFFER_TO_MEET);
        texts.write(
                DocumentKind.OFFER_TO_MEET,
                before.text().replace("## Purpose and process", "## What it is for"),
                "Plainer",
                texts.of(DocumentKind.OFFER_TO_MEET).get(0).version());

        assertThat(page(number, DocumentKind.OFFER_TO_MEET).text())
                .contains("The draft keeps version " + before.version() + ";");
        Document offer =
                correspondence.send(new Letter(number, DocumentKind.OFFER_TO_MEET, cases.today(), null, Map.of()));

        assertThat(words(number, offer)).contains("Purpose and process").doesNotContain("What it is for");
        assertThat(texts.versionOf(offer.id())).contains(before.version());
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsToldWhoWasFirst() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);
        assertThat(save(number, DocumentKind.LETTER_OF_INQUIRY, 1, "If you neither own", "One.")
                        .status())
                .isEqualTo(302);

        assertThat(save(number, DocumentKind.LETTER_OF_INQUIRY, 1, "If you neither own", "Two.")
                        .text())
                .contains("was saved meanwhile by tanks-staff", "Nothing was saved");
        assertThat(cases.get(STAFF, address(number, DocumentKind.LETTER_OF_INQUIRY) + "?saving=2")
                        .text())
                .contains("<ins>+ One.", "<del>− If you neither own");
    }

    @Test
    void wordsThatWouldBeMoreThanWordsAreRefused() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);

        assertThat(save(number, DocumentKind.LETTER_OF_INQUIRY, 1, "If you neither own", "{{office.law}} ::: box")
                        .text())
                .contains("Nothing was saved", "is plain words");
        assertThat(save(number, DocumentKind.LETTER_OF_INQUIRY, 1, "If you neither own", "![x](file:///etc/passwd)")
                        .text())
                .contains("a letter has no links, pictures or HTML");
    }

    @Test
    void aPromiseThatNothingFollowsIsNotSaved() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);

        assertThat(save(
                                number,
                                DocumentKind.LETTER_OF_INQUIRY,
                                1,
                                "If you neither own",
                                "If you answer by May 1, no further action will be taken.")
                        .text())
                .contains("Nothing was saved", "no further action", "Manual 3.6");
        assertThat(drafts.open(number, DocumentKind.LETTER_OF_INQUIRY)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void aSignThatNoLetterCanPrintIsNotSaved() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);

        assertThat(save(number, DocumentKind.LETTER_OF_INQUIRY, 1, "If you neither own", "Please answer \uD83D\uDE42")
                        .text())
                .contains("Nothing was saved", "&quot;\uD83D\uDE42&quot;, which no letter can print");
    }

    @Test
    void aLockedBlockStaysWhateverIsSent() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_INQUIRY);
        String[] everythingEmptied = {"draft", "1", "version", "1", "block[0]", "Mine", "block[99]", ""};

        assertThat(cases.submit(STAFF, address(number, DocumentKind.LETTER_OF_INQUIRY), everythingEmptied)
                        .status())
                .isEqualTo(302);

        assertThat(words(number, inquire(number)))
                .contains("Your written response is due by the end of", "Because such conditions", "10 CSR 26-2.041")
                .contains("Nothing in this letter waives")
                .doesNotContain("Mine", "If you neither own");
    }

    @ParameterizedTest
    @CsvSource({
        "tanks-staff, LETTER_OF_WARNING, 200",
        "tanks-staff, PENALTY_NEGOTIATION_LETTER, 403",
        "tanks-enforcement, PENALTY_NEGOTIATION_LETTER, 200",
        "division-director, LETTER_OF_WARNING, 200",
        "accounting, LETTER_OF_WARNING, 403",
        "air-staff, LETTER_OF_WARNING, 404",
        "process-manager, LETTER_OF_WARNING, 404",
        "tanks-staff, PENALTY_WORKSHEET, 404"
    })
    void onlyWhoCarriesTheCaseDrafts(String user, DocumentKind kind, int status) throws Exception {
        String number = cases.open();

        assertThat(cases.get(user, address(number, kind)).status()).isEqualTo(status);
        if (status != 200) {
            assertThat(cases.submit(user, address(number, kind) + "/begin").status())
                    .isEqualTo(status);
        }
    }

    @Test
    void aDraftIsLookedAtAsALetter() throws Exception {
        String number = cases.open();
        begin(number, DocumentKind.LETTER_OF_WARNING);
        DeskCases.Answer page = page(number, DocumentKind.LETTER_OF_WARNING);

        byte[] pdf = cases.submit(
                        STAFF,
                        address(number, DocumentKind.LETTER_OF_WARNING) + "/preview",
                        fields(page, block(page, "found violations"), "Not saved, only looked at.", "x", ""))
                .response()
                .getContentAsByteArray();

        assertThat(words(pdf)).contains("Not saved, only looked at.", "[the last day to respond]");
        assertThat(record.documents(number)).isEmpty();
    }

    private void begin(String number, DocumentKind kind) throws Exception {
        assertThat(cases.submit(STAFF, address(number, kind) + "/begin").status())
                .isEqualTo(302);
    }

    private DeskCases.Answer page(String number, DocumentKind kind) throws Exception {
        return cases.get(STAFF, address(number, kind));
    }

    /** Saves the draft with other words in the block that holds these. */
    private DeskCases.Answer save(String number, DocumentKind kind, int version, String in, String words)
            throws Exception {
        DeskCases.Answer page = page(number, kind);
        String[] fields = fields(page, block(page, in), words, "version", "" + version);
        return cases.submit(STAFF, address(number, kind), fields);
    }

    private static String[] fields(DeskCases.Answer page, int changed, String words, String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("draft", "1", "version", "1"));
        Matcher block = BLOCK.matcher(page.text());
        while (block.find()) {
            fields.put("block[" + block.group(1) + "]", HtmlUtils.htmlUnescape(block.group(2)));
        }
        fields.put("block[" + changed + "]", words);
        fields.put(name, value);
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static int block(DeskCases.Answer page, String words) {
        Matcher block = BLOCK.matcher(page.text());
        while (block.find()) {
            if (block.group(2).contains(words)) {
                return Integer.parseInt(block.group(1));
            }
        }
        return 0;
    }

    private Document inquire(String number) {
        LocalDate today = cases.today();
        return correspondence.send(
                new Letter(number, DocumentKind.LETTER_OF_INQUIRY, today, today.plusDays(45), Map.of()));
    }

    private Document letter(String number, DocumentKind kind) {
        return record.documents(number).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String address(String number, DocumentKind kind) {
        return "/cases/" + number + "/drafts/" + kind;
    }

    private String words(String number, Document document) throws Exception {
        return words(record.content(number, document.id()).orElseThrow());
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
