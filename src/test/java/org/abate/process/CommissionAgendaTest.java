package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.abate.casefile.Commission;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Meeting;
import org.abate.casefile.MeetingCalendar;
import org.abate.casefile.NewMeeting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The task "Place on commission agenda" offers the meetings of the calendar, the next one first (Manual 8.3). */
@RunningCases
class CommissionAgendaTest {

    private static final Commission COMMISSION = Commission.HAZARDOUS_WASTE_MANAGEMENT;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private MeetingCalendar calendar;

    @Autowired
    private CommissionAgenda agenda;

    @BeforeEach
    void emptyCalendar() {
        calendar.coming(COMMISSION).stream()
                .filter(meeting -> meeting.cases() == 0)
                .forEach(meeting -> calendar.cancel(meeting.id()));
    }

    @AfterEach
    void nobodySignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aMeetingEnteredWhileTheTaskIsOpenIsOfferedThere() {
        toPlaceOnAgenda();
        List<LocalDate> before = days();
        LocalDate day = LocalDate.parse(theCase.inDays(800));

        as("commission-liaison", () -> {
            agenda.add(new NewMeeting(COMMISSION, day.plusDays(40), "Rolla"));
            agenda.add(new NewMeeting(COMMISSION, day, "Jefferson City"));
            return null;
        });

        String offered = String.valueOf(
                theCase.seen("PlaceOnAgenda", "commissionMeetings").get(0));
        assertThat(offered)
                .contains(day.toString(), ", Jefferson City", day.plusDays(40).toString());
        assertThat(theCase.seen("PlaceOnAgenda", "calendarIsEmpty")).containsExactly(false);
        if (before.isEmpty()) {
            assertThat(theCase.seen("PlaceOnAgenda", "commissionMeetingOn")).containsExactly(day.toString());
        }
        theCase.complete("PlaceOnAgenda", "commissionMeetingOn", day.toString()).isAt("RecordCommissionDecision");
        assertThat(calendar.coming(COMMISSION))
                .filteredOn(meeting -> meeting.date().equals(day))
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.cases()).isEqualTo(1);
                    assertThatThrownBy(() -> as("commission-liaison", () -> {
                                agenda.cancel(meeting.id());
                                return null;
                            }))
                            .hasMessageContaining("cases on its agenda");
                });
    }

    @Test
    void aDayThatIsNotInTheCalendarIsTakenUnlessItHasPassed() {
        toPlaceOnAgenda();

        for (String wrong : List.of(theCase.inDays(-1), "soon", "2027-02-30")) {
            assertThatThrownBy(() -> theCase.complete("PlaceOnAgenda", "commissionMeetingOn", wrong))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("commissionMeetingOn");
        }
        theCase.complete("PlaceOnAgenda", "commissionMeetingOn", theCase.inDays(3))
                .isAt("RecordCommissionDecision");
        assertThat(theCase.timeline()).anyMatch(entry -> entry.startsWith("On the agenda of the Hazardous Waste"));
    }

    @Test
    void theNoticeOfReferralNamesTheNextMeeting() {
        LocalDate day = LocalDate.parse(theCase.inDays(1));
        if (!days().contains(day)) {
            calendar.add(new NewMeeting(COMMISSION, day, "Jefferson City"));
        }
        LocalDate next = calendar.coming(COMMISSION).get(0).date();
        theCase.open()
                .penaltyToWorkOut()
                .penaltyApproved()
                .complete("NegotiatePenalty", "negotiationResult", "NOT_AGREED");

        assertThat(theCase.text(DocumentKind.NOTICE_OF_REFERRAL)).contains(CaseWalk.inWords(next));
    }

    @Test
    void onlyTheLiaisonAndTheAdministratorKeepTheCalendar() {
        NewMeeting meeting = new NewMeeting(COMMISSION, LocalDate.parse(theCase.inDays(900)), "Rolla");
        for (String user : List.of("tanks-chief", "hazardous-waste-director", "attorney-general-liaison")) {
            assertThatThrownBy(() -> as(user, () -> {
                        agenda.add(meeting);
                        return null;
                    }))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> as(user, () -> {
                        agenda.cancel(1);
                        return null;
                    }))
                    .isInstanceOf(AccessDeniedException.class);
        }
        as("camunda-admin", () -> {
            agenda.add(meeting);
            return null;
        });
        assertThat(days()).contains(meeting.date());
    }

    private void toPlaceOnAgenda() {
        theCase.open()
                .ownerToCall()
                .complete("CallOwner", "violationsCorrected", false)
                .referralApproved();
    }

    private List<LocalDate> days() {
        return calendar.coming(COMMISSION).stream().map(Meeting::date).toList();
    }

    private static <T> T as(String group, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        group, null, AuthorityUtils.createAuthorityList(group)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
