package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.api.Test;

class LetterheadTest {

    @Test
    void whatIsNotConfiguredIsNotPrinted() {
        assertThat(letterWith(new Letterhead(List.of("P.O. Box 1"), "", " ")))
                .contains("<p class=\"address\">P.O. Box 1</p>");
        assertThat(letterWith(new Letterhead(List.of("", " ", "Jefferson City"), null, "dnr.mo.gov")))
                .contains("<p class=\"address\">Jefferson City \u00b7 dnr.mo.gov</p>");
        assertThat(letterWith(new Letterhead(List.of(""), "573-555-0100", "")))
                .contains("<p class=\"address\">573-555-0100</p>");
        assertThat(letterWith(new Letterhead(List.of(), "", ""))).doesNotContain("class=\"address\"");
    }

    private static String letterWith(Letterhead letterhead) {
        return Samples.asDelivered(LetterContents.of(
                new LetterBook(), letterhead, Samples.letter(DocumentKind.LETTER_OF_WARNING), Samples.CASE));
    }
}
