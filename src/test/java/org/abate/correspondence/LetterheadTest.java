package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.api.Test;

class LetterheadTest {

    @Test
    void whatIsNotConfiguredIsNotPrinted() {
        Letterhead letterhead = new Letterhead(List.of("P.O. Box 1"), "", " ");

        String letter = new LetterText()
                .of(LetterContents.of(
                        new LetterBook(), letterhead, Samples.letter(DocumentKind.LETTER_OF_WARNING), Samples.CASE));

        assertThat(letter).contains("<p class=\"address\">P.O. Box 1</p>");
    }
}
