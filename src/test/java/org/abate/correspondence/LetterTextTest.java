package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTextTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final LetterPdf PDF = new LetterPdf();
    private static final Letterhead LETTERHEAD =
            new Letterhead(List.of("P.O. Box 176", "Jefferson City, MO 65102-0176"), null, "dnr.mo.gov");

    static List<DocumentKind> kinds() {
        return BOOK.kinds().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void write(DocumentKind kind) throws Exception {
        LetterContents contents = LetterContents.of(BOOK, LETTERHEAD, Samples.letter(kind), Samples.caseOf(kind));
        String xhtml = Samples.asDelivered(contents);
        Files.createDirectories(Path.of("target/letters"));
        Files.writeString(Path.of("target/letters/" + kind + ".xhtml"), xhtml);
        byte[] pdf = PDF.of(xhtml);
        Files.write(Path.of("target/letters/" + kind + ".pdf"), pdf);
        assertThat(pdf).isNotEmpty();
    }
}
