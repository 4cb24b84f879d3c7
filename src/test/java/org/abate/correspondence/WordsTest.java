package org.abate.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 30);

    @Test
    void aDayThatSomebodyMustKeepHasItsWeekday() {
        assertThat(Words.day(LocalDate.of(2027, 1, 6))).isEqualTo("Wednesday, January 6, 2027");
        assertThat(Words.date(LocalDate.of(2027, 1, 6))).isEqualTo("January 6, 2027");
    }

    @Test
    void threeDaysInARowAreWrittenAsASpan() {
        assertThat(days(0, 1, 2)).isEqualTo("December 30, 2026 through January 1, 2027");
        assertThat(days(0, 1)).isEqualTo("December 30, 2026 and December 31, 2026");
        assertThat(days(0)).isEqualTo("December 30, 2026");
    }

    @Test
    void daysAreWrittenInOrderAndOnce() {
        assertThat(days(9, 0, 4, 3, 2, 0))
                .isEqualTo("December 30, 2026; January 1, 2027 through January 3, 2027; and January 8, 2027");
    }

    @Test
    void anAddressOnOneLineIsWrittenAsOnAnEnvelope() {
        assertThat(Words.address("12 Imaginary Road, Suite 3, Sedalia, MO 65301-1234"))
                .containsExactly("12 Imaginary Road, Suite 3", "Sedalia, MO 65301-1234");
        assertThat(Words.address("General Delivery\n\n Rolla, MO 65401 "))
                .containsExactly("General Delivery", "Rolla, MO 65401");
        assertThat(Words.address("Somewhere on Highway 50")).containsExactly("Somewhere on Highway 50");
    }

    @Test
    void codesAreWrittenAsWordsAndWordsStayAsTheyAre() {
        assertThat(Stream.of("OFFER_TO_MEET", "underground-storage-tank", "Phone call")
                        .map(Words::kind))
                .containsExactly("Offer to meet", "Underground storage tank", "Phone call");
    }

    @Test
    void whatXmlForbidsAndWhatTurnsTheDirectionOfWritingIsDropped() {
        assertThat(Words.plain("a\u0000b\u000bc\ud800d\ufffee\u202ef\u2066g\u0085h\ufeff"))
                .isEqualTo("abcdefgh");
        assertThat(Words.plain("Ünïcødé\t– “quoted” \ud83d\ude00\n")).isEqualTo("Ünïcødé\t– “quoted” \ud83d\ude00\n");
    }

    private static String days(int... after) {
        return Words.days(
                List.copyOf(IntStream.of(after).mapToObj(FIRST::plusDays).toList()));
    }
}
