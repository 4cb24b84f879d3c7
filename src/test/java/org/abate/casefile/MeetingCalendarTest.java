package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.ApplicationTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Referral is pursued at the commission's next meeting (Manual 8.3): the calendar knows which that is. */
@ApplicationTest
class MeetingCalendarTest {

    private static final Commission COMMISSION = Commission.HAZARDOUS_WASTE_MANAGEMENT;

    @Autowired
    private MeetingCalendar calendar;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Clock clock;

    private LocalDate day;

    /** The last day of a calendar, and one more: other tests have meetings of their own. */
    static LocalDate dayWithoutMeeting(MeetingCalendar calendar) {
        LocalDate tomorrow =
                LocalDate.now(java.time.ZoneId.of("America/Chicago")).plusDays(1);
        return calendar.all().stream()
                .map(Meeting::date)
                .filter(tomorrow::isBefore)
                .max(LocalDate::compareTo)
                .orElse(tomorrow)
                .plusDays(1);
    }

    @BeforeEach
    void aDay() {
        day = dayWithoutMeeting(calendar);
    }

    @Test
    void theComingMeetingsAreListedInTheOrderOfTheirDays() {
        calendar.add(new NewMeeting(COMMISSION, day.plusDays(7), "Rolla"));
        calendar.add(new NewMeeting(COMMISSION, day, "Jefferson City"));
        calendar.add(new NewMeeting(Commission.CLEAN_WATER, day, "Jefferson City"));

        List<Meeting> coming = calendar.coming(COMMISSION);
        assertThat(coming).extracting(Meeting::commission).containsOnly(COMMISSION);
        assertThat(coming).extracting(Meeting::date).isSorted().endsWith(day, day.plusDays(7));
    }

    @Test
    void aMeetingIsEnteredWithEverythingAndOnce() {
        assertThat(fields(() -> calendar.add(new NewMeeting(null, null, " "))))
                .containsExactly("commission", "date", "place");
        assertThat(fields(() -> calendar.add(
                        new NewMeeting(COMMISSION, LocalDate.now(clock).minusDays(1), "Rolla"))))
                .containsExactly("date");
        assertThat(fields(() -> calendar.add(
                        new NewMeeting(COMMISSION, LocalDate.now(clock).plusYears(6), "Rolla"))))
                .containsExactly("date");
        calendar.add(new NewMeeting(COMMISSION, day, "Rolla"));
        assertThat(fields(() -> calendar.add(new NewMeeting(COMMISSION, day, "Rolla"))))
                .containsExactly("date");
    }

    @Test
    void aMeetingIsCancelledUnlessACaseIsOnItsAgenda() {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();
        calendar.add(new NewMeeting(COMMISSION, day, "Rolla"));
        calendar.add(new NewMeeting(COMMISSION, day.plusDays(1), "Rolla"));
        calendar.place(caseNumber, day);
        calendar.place(caseNumber, day);

        assertThat(fields(() -> calendar.cancel(meeting(day).id()))).containsExactly("meeting");
        assertThat(meeting(day).cases()).isEqualTo(1);
        calendar.cancel(meeting(day.plusDays(1)).id());
        assertThat(calendar.coming(COMMISSION)).extracting(Meeting::date).doesNotContain(day.plusDays(1));
        assertThat(record.timeline(caseNumber))
                .last()
                .extracting(TimelineEntry::text)
                .asString()
                .startsWith("On the agenda of the Hazardous Waste Management Commission, ")
                .endsWith(", Rolla");
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveStandsOnTheTimelineAllTheSame() {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();
        calendar.place(caseNumber, day);

        assertThat(record.timeline(caseNumber))
                .last()
                .extracting(TimelineEntry::kind)
                .isEqualTo("PLACED_ON_AGENDA");
    }

    private Meeting meeting(LocalDate date) {
        return calendar.coming(COMMISSION).stream()
                .filter(meeting -> meeting.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(ThrowingCallable refused) {
        return catchThrowableOfType(CaseRefused.class, refused).faults().stream()
                .map(Fault::field)
                .toList();
    }
}
