package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import org.abate.casefile.Commission;
import org.abate.casefile.MeetingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The calendar of the commissions' meetings as a page. */
@DeskTest
class MeetingsPageTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private MeetingCalendar calendar;

    @Autowired
    private DeskCases cases;

    @Test
    void theLiaisonEntersAndCancelsAMeeting() throws Exception {
        LocalDate day = cases.today().plusDays(501);
        assertThat(add("commission-liaison", day.toString(), "Truman Building").getStatus())
                .isEqualTo(302);
        assertThat(page("tanks-staff").getContentAsString())
                .contains("Truman Building", "Hazardous Waste Management Commission")
                .doesNotContain("Enter the meeting");

        assertThat(page("commission-liaison").getContentAsString())
                .contains(
                        "Truman Building",
                        "Enter the meeting",
                        "Cancel<span class=\"visually-hidden\"> the meeting of ");

        long id = calendar.coming(Commission.HAZARDOUS_WASTE_MANAGEMENT).stream()
                .filter(meeting -> meeting.date().equals(day))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(send("commission-liaison", post("/meetings/" + id + "/cancel"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("commission-liaison").getContentAsString()).doesNotContain("Truman Building");
    }

    @Test
    void everyFaultOfAMeetingIsShownWithWhatWasTyped() throws Exception {
        assertThat(add("commission-liaison", "soon", "Rolla").getContentAsString())
                .contains("is not a day", "value=\"Rolla\"");
        assertThat(add("commission-liaison", cases.today().minusDays(1).toString(), " ")
                        .getContentAsString())
                .contains("has passed", "Place is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "hazardous-waste-director", "accounting"})
    void nobodyElseKeepsTheCalendar(String group) throws Exception {
        assertThat(add(group, cases.today().plusDays(502).toString(), "Rolla").getStatus())
                .isEqualTo(403);
        assertThat(send(group, post("/meetings/1/cancel")).getStatus()).isEqualTo(403);
    }

    @Test
    void whoReadsNoCasesReadsNoCalendar() throws Exception {
        assertThat(page("process-analyst").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse add(String group, String date, String place) throws Exception {
        return send(
                group,
                post("/meetings")
                        .param("commission", "HAZARDOUS_WASTE_MANAGEMENT")
                        .param("date", date)
                        .param("place", place));
    }

    private MockHttpServletResponse page(String group) throws Exception {
        return send(group, get("/meetings"));
    }

    private MockHttpServletResponse send(String group, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(user(group).authorities(AuthorityUtils.createAuthorityList(group)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
