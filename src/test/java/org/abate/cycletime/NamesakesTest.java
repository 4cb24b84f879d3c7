package org.abate.cycletime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two steps of a diagram that have one name are told apart in words. */
class NamesakesTest {

    @ParameterizedTest
    @CsvSource({
        "Record response to notice, RecordResponseToNotice, ''",
        "Record response to notice, RecordResponseToNoticeForNewViolation, ' (for new violation)'",
        "See that two years are kept, DecideBeforeTwoYears, ' (decide before two years)'",
        "See that two years are kept, DecideBeforeTwoYearsWhilePenalty, ' (decide before two years while penalty)'",
        "Bescheid prüfen – Büro 2, Activity_1x2, ' (activity_1x2)'"
    })
    void anIdFollowsTheNameWithWhatItSaysBeyondIt(String name, String id, String apart) {
        assertThat(Namesakes.apart(name, id)).isEqualTo(apart);
    }
}
