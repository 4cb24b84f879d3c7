package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manager may not do to a text, and what a text may not do at all. */
class TextCheckTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final LetterText TEXT = new LetterText();
    private static final TextCheck CHECK = TextCheck.of(BOOK, DocumentKind.LETTER_OF_WARNING);
    private static final DocumentKind KIND = DocumentKind.LETTER_OF_WARNING;
    private static final String PACKAGED = TEXT.packaged("letter-of-warning");

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTextThatIsDeliveredIsInOrder(DocumentKind kind) {
        String text = TEXT.packaged(BOOK.of(kind).template());

        assertThat(TextCheck.of(BOOK, kind).faults(text, text)).isEmpty();
        assertThat(TextOutline.of(text, fault -> {}).mandatory()).isNotEmpty();
    }

    @Test
    void everyTextOfTheInventoryIsInOrderAndItsPlaceholdersExist() {
        InventoryPapers papers = new InventoryPapers(
                BOOK, new Letterhead(null, null, null), TEXT, null, null, null, Clock.systemDefaultZone());
        BOOK.papers().forEach((kind, paper) -> {
            TextNames names = TextNames.of(papers.variables(kind, InventoryPapers.specimen()));
            TextCheck check = new TextCheck(names, paper.parts().keySet());
            String text = TEXT.packaged(paper.template());

            assertThat(check.faults(text, text)).isEmpty();
            assertThat(names.all()).containsAll(paper.placeholders().keySet());
            assertThat(check.faults(text + "\n{{case.number}} {{> violations}}", text))
                    .anyMatch(fault -> fault.contains("there is no placeholder case.number"))
                    .anyMatch(fault -> fault.contains("there is no part violations"));
        });
    }

    @Test
    void anotherWordingOfWhatIsNotMandatoryIsTaken() {
        String other = PACKAGED.replace("This\nletter of warning describes", "Today’s\nletter describes");

        assertThat(other).isNotEqualTo(PACKAGED);
        assertThat(faults(other)).isEmpty();
    }

    @Test
    void everyFaultIsNamedWithItsLine() {
        assertThat(faults("{{offce.law}}\n\n{{> violatoins}}\n{{#p.actionsRequired}}\n1. {{.}}\n" + PACKAGED))
                .contains(
                        "line 1: there is no placeholder offce.law; did you mean office.law?",
                        "line 3: there is no part violatoins for this letter; did you mean violations?",
                        "line 4: {{#p.actionsRequired}} is not closed");
    }

    @Test
    void aPlaceholderIsWrittenAsWhatItIs() {
        assertThat(faults(PACKAGED
                        + "{{p.actionsRequired}}\n\n{{.}}\n\n{{{office.law}}}\n\n{{office}} {{has.enclosures}}"))
                .hasSize(5)
                .anyMatch(fault -> fault.contains("p.actionsRequired is a list"))
                .anyMatch(fault -> fault.contains("there is no list around it"))
                .anyMatch(fault -> fault.contains("no other braces or signs"))
                .anyMatch(fault -> fault.contains("office has several parts"))
                .anyMatch(fault -> fault.contains("has.enclosures is yes or no"));
    }

    @Test
    void aMandatoryPassageIsNeitherLeftOutNorChangedNorMadeConditional() {
        String deadline = "{{> deadline}}";
        assertThat(faults(PACKAGED.replace(deadline, "")))
                .containsExactly(
                        "the part {{> deadline}} is missing or changed; it has to stand in every letter, inside no"
                                + " section as it was");
        assertThat(faults(PACKAGED.replace(deadline, "{{#p.contactName}}\n" + deadline + "\n{{/p.contactName}}")))
                .containsExactly("the part {{> deadline}} has to stand in every letter, inside no section");
        assertThat(faults(PACKAGED.replace("your response has to do", "your response may do")))
                .singleElement()
                .asString()
                .startsWith(
                        "the passage required by Manual 3.3, “For each violation, your response has to do one of two");
        assertThat(faults(PACKAGED.replace("::: required Manual 3.6", "::: required My office")))
                .anyMatch(fault -> fault.startsWith("the passage required by Manual 3.6"));
    }

    @Test
    void aTextFetchesNothing() {
        assertThat(faults(PACKAGED + "![x](file:///etc/passwd)\n\n[here](http://localhost)\n\n<img src=\"x\">"))
                .hasSize(3)
                .allMatch(fault -> fault.contains("no links, pictures or HTML"));
        assertThat(Markdown.toXhtml("![x](file:///etc/passwd) [here](http://localhost) <b>x</b> <http://localhost>"))
                .doesNotContain("file:", "href", "src", "<b>", "<img");
    }

    @Test
    void aTextReachesNoObject() {
        LetterContents letter =
                LetterContents.of(BOOK, new Letterhead(null, null, null), Samples.letter(KIND), Samples.caseOf(KIND));

        String written = TEXT.of(
                letter,
                "[{{#office.law}}{{class}}{{getClass}}{{length}}{{bytes}}{{/office.law}}{{case.class.name}}{{p.getClass}}]");

        assertThat(written).contains("[]");
    }

    @Test
    void aPlaceholderBringsWordsAndNothingElse() {
        String hostile = "# x\n- y **z** {{office.law}} ::: box [a](b) `c` <i>";
        LetterContents letter = LetterContents.of(
                BOOK,
                new Letterhead(null, null, null),
                Samples.letter(Samples.CASE.number(), KIND, Map.of("actionsRequired", List.of(hostile, "2. b"))),
                Samples.caseOf(KIND));

        assertThat(Samples.asDelivered(letter))
                .contains("<li># x - y **z** {{office.law}} ::: box [a](b) `c` &lt;i&gt;</li>", "<li>2. b</li>");
    }

    private static List<String> faults(String text) {
        return CHECK.faults(text, PACKAGED);
    }
}
