package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manual 3.6: no letter says that enforcement depends on a date, or that nothing follows, however it is worded. */
class ForbiddenPhrasesTest {

    private static final LetterBook BOOK = new LetterBook();
    private static final ForbiddenPhrases PHRASES = new ForbiddenPhrases(BOOK);
    private static final LetterPdf PDF = new LetterPdf();
    private static final Letterhead LETTERHEAD = new Letterhead(List.of("P.O. Box 1"), null, null);

    private static final String THREAT =
            "If actions are not accomplished by March 1, 2027, elevated enforcement action will be taken.";

    private static final Map<String, List<String>> CORPUS = corpus();

    static List<String> bad() {
        return CORPUS.get("bad");
    }

    static List<String> good() {
        return CORPUS.get("good");
    }

    static Set<DocumentKind> kinds() {
        return new TreeSet<>(BOOK.kinds());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aPromiseOrAThreatIsFoundHoweverItIsWorded(String sentence) {
        assertThat(PHRASES.objection(sentence)).hasValueSatisfying(objection -> assertThat(objection)
                .startsWith("says \"")
                .contains("Manual 3.6", "\"Because the violations are serious, you are requested …\""));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void itIsFoundAmongOtherSentencesAsWell(String sentence) {
        String text = "Repair the tank. " + sentence + " Keep the records at the facility.";

        assertThat(PHRASES.objection("remainingActions", text)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsNoPromiseIsLeftAlone(String sentence) {
        assertThat(PHRASES.objection(sentence)).isEmpty();
    }

    @Test
    void theWordsFoundAreQuotedAsTheyWereWritten() {
        assertThat(PHRASES.objection("Please act. " + THREAT).orElseThrow()).contains("elevated enforcement action");
        assertThat(PHRASES.objection("If You Do NOT comply, Penalties follow.").orElseThrow())
                .contains("If You Do NOT comply, Penalties");
    }

    @Test
    void textThatGoesIntoNoLetterMayQuoteWhatWasSaid() {
        assertThat(PHRASES.objection("callNote", THREAT)).isEmpty();
        assertThat(PHRASES.objection("progressReport", THREAT)).isEmpty();
        assertThat(PHRASES.objection("actionsRequired", THREAT)).isPresent();
        assertThat(PHRASES.objection("requestReason", THREAT)).isPresent();
    }

    @Test
    void anAgreementMaySayWhatFallsDueIfATermIsNotMet() {
        String stipulated = "If the records are not submitted by March 1, 2027, a penalty of $500.00 is due.";

        assertThat(PHRASES.objection("stipulatedPenalties", stipulated)).isEmpty();
        assertThat(PHRASES.objection("remainingActions", stipulated)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noLetterOfOursSaysIt(DocumentKind kind) {
        for (Letter letter : everyWay(kind)) {
            for (CaseExcerpt excerpt : List.of(Samples.caseOf(kind), Samples.in(Program.COAL))) {
                if (kind != DocumentKind.ADMINISTRATIVE_PENALTY_ORDER || excerpt.program() != Program.COAL) {
                    assertThat(PHRASES.in(kind, write(letter, excerpt)))
                            .as("%s", kind)
                            .isEmpty();
                }
            }
        }
        if (Set.of(
                        DocumentKind.LETTER_OF_INQUIRY,
                        DocumentKind.DECISION_NOTICE,
                        DocumentKind.COMPLIANCE_SCHEDULE,
                        DocumentKind.PUBLIC_NOTICE,
                        DocumentKind.HEARING_NOTICE)
                .contains(kind)) {
            assertThat(PHRASES.in(kind, write(Samples.letter(kind), Samples.request())))
                    .isEmpty();
        }
    }

    @Test
    void theDrinkingWaterOrderMayStateItsSurcharge() {
        assertThat(PHRASES.in(
                        DocumentKind.ADMINISTRATIVE_PENALTY_ORDER,
                        write(
                                Samples.letter(DocumentKind.ADMINISTRATIVE_PENALTY_ORDER),
                                Samples.in(Program.DRINKING_WATER))))
                .isEmpty();
    }

    /** Or a manager could not change it: a text is looked through in an invented case before it is stored. */
    @ParameterizedTest
    @MethodSource("kinds")
    void noneIsFoundInALetterThatIsOnlyLookedAt(DocumentKind kind) {
        Letter letter = new Letter(Specimen.enforcement().number(), kind, LocalDate.of(2026, 11, 26), null, Map.of());
        LetterContents contents = LetterContents.preview(BOOK, LETTERHEAD, letter, Specimen.enforcement());

        assertThat(PHRASES.in(kind, FinishedText.of(PDF.of(Samples.asDelivered(contents)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noneIsFoundInWhatATextCanSay(DocumentKind kind) {
        String text = new LetterText().packaged(BOOK.of(kind).template());

        assertThat(PHRASES.objection(kind, TextOutline.words(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No **further** action will be taken if you act by May 1.",
                "We will consider the mat*ter* **closed** then.",
                "No further&nbsp;enforce&shy;ment follows.",
                "No further\\\naction will be taken if you act.",
                "No further\n\naction will be taken if you act.",
                "{{#p.contactName}}No further action will be taken, {{p.contactName}} says.{{/p.contactName}}",
                "If this is not done by {{respondBy}},\n{{#p.purpose}}\nenforcement follows.\n{{/p.purpose}}"
            })
    void itIsFoundWhateverMarkupDividesIt(String text) {
        assertThat(PHRASES.objection(DocumentKind.LETTER_OF_WARNING, TextOutline.words("Dear owner:\n\n" + text)))
                .isPresent();
    }

    @Test
    void itIsFoundInTheFinishedTextWhateverPutItThere() {
        Map<String, Object> particulars =
                new HashMap<>(Samples.letter(DocumentKind.LETTER_OF_WARNING).particulars());
        particulars.put("actionsRequired", List.of("Repair the tank.", THREAT));
        Letter letter = Samples.letter("TK-2026-00001", DocumentKind.LETTER_OF_WARNING, particulars);
        LetterContents contents = LetterContents.of(BOOK, LETTERHEAD, letter, Samples.CASE);

        assertThatThrownBy(() -> new FinishedCheck(new MustSay(), PHRASES)
                        .check(contents, PDF.of(Samples.asDelivered(contents))))
                .isInstanceOfSatisfying(LetterIncomplete.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::message)
                        .anyMatch(message -> message.contains("elevated enforcement action")));
    }

    /** The limit only ends a search without end. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileTextDoesNotSendTheSearchAstray(String text) {
        assertThat(PHRASES.objection(text)).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "if not ".repeat(600),
                "enforcement if ".repeat(300),
                "if failure not by 1 to avoid ".repeat(150),
                "w".repeat(4000),
                "failure will no ".repeat(250),
                "should ".repeat(600));
    }

    private static List<Letter> everyWay(DocumentKind kind) {
        Map<String, Object> other = new HashMap<>(Samples.letter(kind).particulars());
        other.replaceAll((name, value) -> Boolean.TRUE.equals(value) ? false : value);
        if (other.containsKey("purpose")) {
            other.put("purpose", "COLLECTION");
        }
        return List.of(Samples.letter(kind), Samples.letter("TK-2026-00001", kind, other));
    }

    private static FinishedText write(Letter letter, CaseExcerpt excerpt) {
        return FinishedText.of(PDF.of(Samples.asDelivered(LetterContents.of(BOOK, LETTERHEAD, letter, excerpt))));
    }

    private static Map<String, List<String>> corpus() {
        try (InputStream in = ForbiddenPhrasesTest.class.getResourceAsStream("/letters/phrases.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
