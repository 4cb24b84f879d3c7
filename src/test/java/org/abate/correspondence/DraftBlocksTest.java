package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a draft when its letter is written with what is known by then. */
class DraftBlocksTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final LetterText TEXT = new LetterText();
    private static final Letterhead LETTERHEAD = new Letterhead(List.of("P.O. Box 1"), null, null);

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDraftThatNobodyTouchedIsTheLetterAsItWouldHaveBeenWritten(DocumentKind kind) {
        List<DraftBlocks.Kept> begun = DraftBlocks.begun(fresh(early(kind)));

        assertThat(words(DraftBlocks.assembled(fresh(written(kind)), begun, begun), written(kind)))
                .isEqualTo(words(TEXT.blocks(written(kind), packaged(kind)), written(kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDraftOfWhichEverythingIsTakenOutStillSaysEverythingThatIsLocked(DocumentKind kind) {
        List<DraftBlocks.Kept> begun = DraftBlocks.begun(fresh(early(kind)));
        List<DraftBlocks.Fresh> now = fresh(written(kind));
        List<TextBlock> locked = now.stream()
                .filter(block -> block.source() != null)
                .map(DraftBlocks.Fresh::block)
                .toList();

        List<TextBlock> letter = DraftBlocks.assembled(now, List.of(), begun);

        assertThat(letter).containsSubsequence(locked);
    }

    @Test
    void whatWasChangedStandsWhereItStoodAndWhatWasAddedWhereItWasAdded() {
        DocumentKind kind = DocumentKind.NOTICE_OF_VIOLATION;
        List<DraftBlocks.Kept> begun = DraftBlocks.begun(fresh(early(kind)));
        List<DraftBlocks.Kept> draft = new ArrayList<>(begun);
        int at = 0;
        while (draft.get(at).locked() || !draft.get(at).key().startsWith("Please describe how")) {
            at++;
        }
        draft.set(at, new DraftBlocks.Kept(draft.get(at).key(), null, "Send photographs."));
        draft.add(at + 1, new DraftBlocks.Kept(null, null, "We look forward to them."));

        assertThat(words(DraftBlocks.assembled(fresh(written(kind)), draft, begun), written(kind)))
                .contains("Wednesday, January 6, 2027. Send photographs. We look forward to them. Purpose and")
                .doesNotContain("Please describe how", "[");
    }

    private static LetterContents early(DocumentKind kind) {
        return LetterContents.preview(
                BOOK,
                LETTERHEAD,
                new Letter(Samples.CASE.number(), kind, Samples.SENT_ON.minusDays(9), null, Map.of()),
                Samples.caseOf(kind));
    }

    private static LetterContents written(DocumentKind kind) {
        return LetterContents.of(BOOK, LETTERHEAD, Samples.letter(kind), Samples.caseOf(kind));
    }

    private static List<DraftBlocks.Fresh> fresh(LetterContents contents) {
        return DraftBlocks.of(
                TEXT.markedBlocks(contents, packaged(contents.letter().kind())));
    }

    private static String packaged(DocumentKind kind) {
        return TEXT.packaged(BOOK.of(kind).template());
    }

    private static String words(List<TextBlock> blocks, LetterContents contents) {
        return TEXT.whole(blocks, contents.variables())
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,;:])", "$1");
    }
}
