package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.LetterTextVersion;
import org.abate.casefile.LetterTextVersions;
import org.abate.correspondence.Correspondence;
import org.abate.correspondence.Letter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The texts of the letters as pages: changed without a compiler, version by version, and never past what is mandatory. */
@DeskTest
class LettersPageTest {

    private static final String MANAGER = "process-manager";
    private static final String ADDRESS = "/letters/OTHER";
    private static final String FIRST = "The department received the following";

    @Autowired
    private DeskCases cases;

    @Autowired
    private LetterTextVersions versions;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private CaseRecord record;

    @Test
    void aManagersTextIsInForceForTheLettersFromThenOn() throws Exception {
        String number = cases.open();
        LetterTextVersion before = versions.inForce(DocumentKind.OTHER);
        Document earlier = paper(number);
        byte[] asWritten = record.content(number, earlier.id()).orElseThrow();
        String words = "On file since version " + (newest() + 1) + ": the department received the following";

        assertThat(write(
                                before.text().replaceFirst("(?m)^.*department received the following", words),
                                "Plainer",
                                newest())
                        .status())
                .isEqualTo(302);
        Document later = paper(number);

        assertThat(words(record.content(number, later.id()).orElseThrow())).contains(words);
        assertThat(record.content(number, earlier.id())).contains(asWritten);
        assertThat(versions.versionOf(earlier.id())).contains(before.version());
        assertThat(versions.versionOf(later.id())).contains(newest());
        assertThat(cases.get(MANAGER, ADDRESS + "?version=" + newest() + "&since=" + before.version())
                        .text())
                .contains("<ins>+ " + words, "<del>− ", "process-manager", "Plainer");
    }

    @Test
    void anOlderVersionIsPutInForceAsANewOne() throws Exception {
        String delivered = versions.packaged(DocumentKind.OTHER).text();
        write(delivered.replace(FIRST, "Received: " + FIRST), "Tried", newest());
        int tried = newest();

        write(delivered, "Back to what was delivered", tried);

        assertThat(newest()).isEqualTo(tried + 1);
        assertThat(versions.inForce(DocumentKind.OTHER).text()).isEqualTo(delivered);
    }

    @Test
    void everyFaultOfATextIsShownAndNothingIsStored() throws Exception {
        int before = newest();
        DeskCases.Answer answer = write("{{nobody}}\n\n{{> memorandum}}", "", before);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("Nothing was stored", "line 1: there is no placeholder nobody", "The reason is missing")
                .contains("the passage required by Manual 3.3")
                .contains("{{nobody}}");
        assertThat(newest()).isEqualTo(before);
    }

    /** OTHER is a paper of the file, in which it may stand; a letter of warning goes to the responsible party. */
    @Test
    void aTextThatPromisesThatNothingFollowsIsNotStored() throws Exception {
        String kind = DocumentKind.LETTER_OF_WARNING.name();
        LetterTextVersion before = versions.inForce(DocumentKind.LETTER_OF_WARNING);
        DeskCases.Answer answer = cases.submit(
                MANAGER,
                "/letters/" + kind,
                "text",
                before.text() + "\nOnce the tank is repaired, this matter will be closed.\n",
                "reason",
                "To be friendly",
                "newest",
                "" + before.version());

        assertThat(answer.text()).contains("Nothing was stored", "this matter will be closed", "Manual 3.6");
        assertThat(versions.inForce(DocumentKind.LETTER_OF_WARNING)).isEqualTo(before);
    }

    @Test
    void whoChangesATextThatSomebodyElseChangedIsTold() throws Exception {
        int seen = newest();
        String text = versions.packaged(DocumentKind.OTHER).text();
        write(text.replace(FIRST, "One. " + FIRST), "One", seen);

        assertThat(write(text.replace(FIRST, "Two. " + FIRST), "Two", seen).text())
                .contains("was changed meanwhile by process-manager");
        assertThat(versions.inForce(DocumentKind.OTHER).text()).contains("One. " + FIRST);
    }

    @Test
    void aReleaseDoesNotReplaceAManagersText() throws Exception {
        String delivered = versions.packaged(DocumentKind.PROGRESS_REPORT).text();
        int first = versions.inForce(DocumentKind.PROGRESS_REPORT).version();
        assertThat(cases.submit(
                                MANAGER,
                                "/letters/PROGRESS_REPORT",
                                "text",
                                delivered.replace("## Violations", "## The violations"),
                                "reason",
                                "Ours",
                                "newest",
                                "" + first)
                        .status())
                .isEqualTo(302);

        versions.deliver(DocumentKind.PROGRESS_REPORT, delivered.replace("## Violations", "## Violations found"));

        assertThat(versions.inForce(DocumentKind.PROGRESS_REPORT).text()).contains("## The violations");
        versions.deliver(DocumentKind.PROGRESS_REPORT, delivered);
    }

    @Test
    void aTextIsLookedAtInACaseWithoutAnythingBeingFiled() throws Exception {
        String number = cases.open("Preview Corner");
        String text = versions.packaged(DocumentKind.NOTICE_OF_VIOLATION).text();

        DeskCases.Answer invented = preview(MANAGER, text, "");
        DeskCases.Answer real = preview("camunda-admin", text, number);

        assertThat(words(invented.response().getContentAsByteArray())).contains("Specimen Facility");
        assertThat(words(real.response().getContentAsByteArray()))
                .contains("Preview Corner", "[the remaining actions that must be taken to achieve compliance]");
        assertThat(record.documents(number)).noneMatch(document -> document.kind() == DocumentKind.NOTICE_OF_VIOLATION);
        assertThat(preview(MANAGER, text, number).text()).contains("is not that of a case you may read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "tanks-chief", "process-analyst"})
    void nobodyElseReadsOrChangesTheTexts(String user) throws Exception {
        assertThat(cases.get(user, "/letters").status()).isEqualTo(403);
        assertThat(cases.get(user, ADDRESS).status()).isEqualTo(403);
        assertThat(cases.submit(user, ADDRESS, "text", "x", "reason", "x", "newest", "1")
                        .status())
                .isEqualTo(403);
        assertThat(cases.submit(user, ADDRESS + "/preview", "text", "x").status())
                .isEqualTo(403);
    }

    @Test
    void theListNamesEveryLetterThatIsWritten() throws Exception {
        assertThat(cases.get(MANAGER, "/letters").text())
                .contains("Notice of violation", "as delivered", "/letters/ADMINISTRATIVE_PENALTY_ORDER");
        assertThat(cases.get(MANAGER, "/letters/NO_SUCH_LETTER").status()).isEqualTo(404);
    }

    private int newest() {
        return versions.of(DocumentKind.OTHER).get(0).version();
    }

    private DeskCases.Answer write(String text, String reason, int newest) throws Exception {
        return cases.submit(
                MANAGER, ADDRESS, "text", text.replace("\n", "\r\n"), "reason", reason, "newest", "" + newest);
    }

    private DeskCases.Answer preview(String user, String text, String number) throws Exception {
        return cases.submit(user, "/letters/NOTICE_OF_VIOLATION/preview", "text", text, "caseNumber", number);
    }

    private Document paper(String number) {
        return correspondence.file(new Letter(
                number, DocumentKind.OTHER, LocalDate.of(2026, 11, 22), null, Map.of("wording", "A letter")));
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
