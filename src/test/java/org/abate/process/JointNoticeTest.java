package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.abate.casefile.DocumentKind;
import org.junit.jupiter.api.Test;

/** One notice for the proposals of several areas: where it is posted, and who leads it on (10 CSR 60-6.040(1), (2)). */
@StoriesOf({})
class JointNoticeTest extends RequestStories {

    @Test
    void eachAreaHasItsPostOfficeAndItsNewspaper() {
        hearing("MO8000042").complete("PrepareNotice", "noticeChoice", "OWN");
        String lead = number;
        hearing("MO8000043", "A variance for radium")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        List<Object> answers = Arrays.asList(request.circulated(theCase.today()));
        answers.set(answers.indexOf("postedAt") + 1, "MO8000042: Rolla");
        answers.set(answers.indexOf("newspaper") + 1, "Rolla Daily");
        assertThatThrownBy(() -> theCase.complete("RecordCirculation", answers.toArray()))
                .hasMessageContaining("postedAt: names no post office for MO8000043")
                .hasMessageContaining(
                        "newspaper: \"Rolla Daily\" is not a line like MO6010707, MO6010708: Rolla Daily");
        answers.set(answers.indexOf("postedAt") + 1, "MO8000042: Rolla\nMO8000043: Salem");
        answers.set(answers.indexOf("newspaper") + 1, "MO8000042 MO8000043: Rolla Daily");
        theCase.complete("RecordCirculation", answers.toArray())
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", true, "motionReason", "Interest")
                .complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .complete("ArrangeHearing", request.hearingIn(20));
        assertThatThrownBy(() -> theCase.complete("RecordHearingNotice", given("noticePostedAt", "MO8000043: Salem")))
                .hasMessageContaining("noticePostedAt: names no post office for MO8000042");
        theCase.complete("RecordHearingNotice", given());
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .anyMatch(text -> text.contains("(MO8000042: Rolla; MO8000043: Salem)"))
                .anyMatch(text -> text.startsWith("Hearing notice posted on")
                        && text.contains("(MO8000042, MO8000043: Rolla)")
                        && text.contains("(MO8000042, MO8000043: Rolla Daily)"));
        assertThat(theCase.task("HoldHearing").getAssignee()).isNull();
        theCase.daysLater(20);
        assertThatThrownBy(() -> theCase.complete(
                        "HoldHearing",
                        "hearingHeld",
                        true,
                        "hearingEndedOn",
                        theCase.today().minusDays(1).toString(),
                        "hearingRecord",
                        "Two spoke"))
                .hasMessageContaining("the day of the hearing, " + RequestWords.date(theCase.today()));
        as("hearing-officer", "hearing-officer", () -> assertThatThrownBy(
                        () -> theCase.complete("HoldHearing", request.held()))
                .hasMessageContaining("conducted by The director, who records it"));
        as("some-director", "drinking-water-director", () -> theCase.complete("HoldHearing", request.held()));
    }

    @Test
    void whatIsWrongWithPlacesAndDatesOfACirculationIsSaidAtOnce() {
        hearing("MO8000170")
                .complete("PrepareNotice", "noticeChoice", "OWN")
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        List<Object> wrong = Arrays.asList(request.circulated(theCase.today()));
        wrong.set(wrong.indexOf("postedOn") + 1, theCase.inDays(3));
        wrong.set(wrong.indexOf("newspaper") + 1, "MO9999999: Rolla Daily");

        assertThatThrownBy(() -> theCase.complete("RecordCirculation", wrong.toArray()))
                .hasMessageContaining("postedOn: is in the future")
                .hasMessageContaining("newspaper: MO9999999 is not covered by the notice")
                .hasMessageContaining("names no newspaper for MO8000170");
    }

    @Test
    void withoutAHearingEachProposalOfTheNoticeIsEffective() {
        hearing("MO8000014").complete("PrepareNotice", "noticeChoice", "OWN");
        String lead = number;
        hearing("MO8000015", "A variance for radium")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .fire("NobodyAsked");
        blocks.ended(lead, HEARING, "NobodyHeard", "effective");
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .anyMatch(text -> text.startsWith("Without a hearing: effective on"));
    }

    /** 10 CSR 60-6.040(1), interpretation VE8. */
    @Test
    void whereTheLeadOfAnIssuedNoticeIsWithdrawnAnotherCaseLeadsItOnWithItsRequests() {
        List<String> cases = noticedTogether("MO8000023", "MO8000024", "MO8000025");
        LocalDate issued = theCase.today();
        theCase.complete("RecordCirculation", request.circulated(issued))
                .complete("RecordHearingRequest", requested("A. Granted"))
                .complete("RecordHearingRequest", requested("B. Open"));
        review("A. Granted", "hearingRequestGranted", true);

        theCase.daysLater(10);
        withdrawn(cases.get(0));

        String next = cases.get(1);
        assertThat(blocks.timeline(cases.get(0), "PUBLIC_HEARING"))
                .contains("The notice goes on without this case, led by case " + next + ": the request is withdrawn");
        assertThat(blocks.timeline(next, "PUBLIC_HEARING"))
                .contains("Takes the lead of the notice and hearing from case " + cases.get(0)
                        + ", the request is withdrawn. What is carried over: the notice issued with the day "
                        + RequestWords.date(issued)
                        + "; its circulation; the requests for a hearing, granted 1, to be decided 1 (10 CSR"
                        + " 60-6.040(1))");
        assertThat(blocks.timeline(cases.get(2), "PUBLIC_HEARING"))
                .contains("Case " + next + " leads the notice on in place of case " + cases.get(0)
                        + ", the request is withdrawn");
        theCase.in(cases.get(2));
        assertThat(theCase.seen("AwaitJointHearing", "leadCase")).containsExactly(next);

        theCase.in(next).isAt("RecordHearingRequest");
        assertThat(theCase.due("RequestsDue")).isEqualTo(issued.plusDays(30));
        assertThat(theCase.tasks("RecordCirculation")).isEmpty();
        assertThat(theCase.seen("ReviewHearingRequest", "requestedBy")).containsExactly("B. Open");
        review("B. Open", denied("FRIVOLOUS", "Toothpaste"));
        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .complete("ArrangeHearing", request.hearingIn(20));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("A. Granted", "MO8000024", "MO8000025")
                .doesNotContain("MO8000023");
        assertThat(hearings.requests(next)).hasSize(2);
    }
}
