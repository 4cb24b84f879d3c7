package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.TimelineEntry;
import org.junit.jupiter.api.Test;

/** Public notice and hearing, outcome by outcome (10 CSR 60-6.040). */
@StoriesOf("public-hearing")
class PublicHearingTest extends RequestStories {

    @Test
    void aProposalNobodyAsksAboutIsEffectiveThirtyDaysAfterNotice() {
        hearing("MO8000001");
        request.noticed();
        assertThat(theCase.due("RequestsDue")).isEqualTo(theCase.today().plusDays(30));
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE))
                .contains("A variance for fluoride", "Requests must be submitted by the end of")
                .contains(CaseWalk.inWords(theCase.today().plusDays(30)))
                .contains("the signature of a responsible official");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .anyMatch(text -> text.contains("posted on " + RequestWords.date(theCase.today()) + " (Rolla)")
                        && text.contains("published on " + RequestWords.date(theCase.today()) + " (Rolla Daily)")
                        && text.contains("mailed on " + RequestWords.date(theCase.today()) + " to Phelps County"));

        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .fire("NobodyAsked");
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("Without a hearing: effective on "
                        + CaseWalk.inWords(theCase.today().plusDays(30)) + " (10 CSR 60-6.040(6))");
    }

    @Test
    void aNoticePostedAfterItsDayIsIssuedAgainWithThirtyNewDays() {
        hearing("MO8000002")
                .complete("PrepareNotice", "noticeChoice", "OWN", "noticeAddition", "The plan can be seen at City Hall")
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        LocalDate before = theCase.today().minusDays(1);
        assertThatThrownBy(() -> theCase.complete("RecordCirculation", request.circulated(before)))
                .hasMessageContaining("postedOn")
                .hasMessageContaining("publishedOn")
                .hasMessageContaining("must not be before");
        theCase.daysLater(3)
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .hasSent(DocumentKind.PUBLIC_NOTICE, 2)
                .complete("RecordCirculation", request.circulated(theCase.today()));
        assertThat(theCase.due("RequestsDue")).isEqualTo(theCase.today().plusDays(30));
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE))
                .contains("A variance for fluoride", "The plan can be seen at City Hall");
        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", false);
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
    }

    @Test
    void aDenialToNobodyKnownIsNotSentAndTheRecordSaysSo() {
        hearing("MO8000017");
        request.noticed()
                .complete("RecordHearingRequest", requested("Anna Low", "requesterAddress", null))
                .complete("ReviewHearingRequest", denied("INCOMPLETE", "Nobody can be asked"))
                .hasSent(DocumentKind.DECISION_NOTICE, 0);
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains(
                        "Request for a hearing of Anna Low denied: it lacks the address. Nobody can be asked",
                        "The denial to Anna Low cannot be sent: the request names no address");
    }

    @Test
    void theDepartmentsOwnMotionIsTheChiefsDecision() {
        hearing("MO8000019");
        request.noticed()
                .complete("RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Many have called");
        assertThat(theCase.candidates("DecideOnMotion")).containsExactly("drinking-water-chief");
        assertThat(theCase.seen("DecideOnMotion", "motionPut")).containsExactly("Many have called");
        assertThatThrownBy(() -> theCase.complete(
                        "RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Many have called"))
                .hasMessageContaining("waits for the chief already");
        theCase.complete("RecordHearingRequest", requested("Water Users"))
                .complete("ReviewHearingRequest", denied("FRIVOLOUS", "Toothpaste"))
                .fire("RequestsDue");
        assertThatThrownBy(() -> theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE"))
                .hasMessageContaining("in the task Decide on motion for hearing");
        theCase.complete("DecideOnMotion", "motionDecision", "NOT_NOW", "motionDecisionReason", "They were answered");
        assertThat(theCase.decisions())
                .extracting(TimelineEntry::text)
                .anyMatch(decision -> decision.contains("Decide on motion for hearing")
                        && decision.contains("Not now")
                        && decision.contains("They were answered"));
        theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE");
        assertThat(theCase.seen("DecideWhetherToHold", "proposal")).containsExactly("A variance for fluoride");
        theCase.complete("DecideWhetherToHold", "hearingOnMotion", true, "motionReason", "A survey has come in")
                .isAt("DesignateHearingOfficer");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains(
                        "A hearing on the department's own motion is put to the section chief. Many have called",
                        "No hearing on motion for now. They were answered",
                        "The department holds a hearing on its own motion. A survey has come in");
    }

    @Test
    void aRequestThatCameLateMovesNoEffectiveDay() {
        hearing("MO8000041");
        request.noticed();
        LocalDate issued = theCase.today();
        theCase.daysLater(31)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", requested("D. Late"))
                .complete("ReviewHearingRequest", denied("LATE", "A day late"))
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", false);
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("Without a hearing: effective on " + CaseWalk.inWords(issued.plusDays(30))
                        + " (10 CSR 60-6.040(6))");
    }

    /** 10 CSR 60-6.040(3), interpretation VE6. */
    @Test
    void aRequestThatIsFoundWhileTheChiefDecidesIsRecordedAndDecidedFirst() {
        hearing("MO8000021");
        request.noticed();
        String inTime = theCase.today().plusDays(30).toString();
        theCase.daysLater(31)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .isAt("DecideWhetherToHold")
                .complete("RecordOverlookedRequest", requested("E. Found", "requestReceivedOn", inTime));
        assertThat(theCase.tasks("DecideWhetherToHold")).isEmpty();
        assertThat(theCase.seen("ReviewHearingRequest", "requestedBy")).containsExactly("E. Found");
        assertThatThrownBy(() -> theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE"))
                .hasMessageContaining("E. Found");
        review("E. Found", "hearingRequestGranted", true);
        theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE").isAt("DesignateHearingOfficer");
        assertThat(theCase.tasks("RecordOverlookedRequest")).isEmpty();
    }

    @Test
    void aHearingIsHeldWithFifteenDaysNoticeAndItsProposalConfirmed() {
        hearing("MO8000004");
        request.noticed()
                .complete("RecordHearingRequest", requested("J. Doe"))
                .complete("ReviewHearingRequest", denied("FRIVOLOUS", "It is about fluoride in toothpaste"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains(
                        "J. Doe 2 Example Street",
                        "denies the request for a public hearing",
                        "frivolous or insubstantial",
                        "toothpaste");
        assertThat(hearings.requests(number))
                .singleElement()
                .returns(HearingRequest.State.DENIED, HearingRequest::state)
                .returns("It is about fluoride in toothpaste", HearingRequest::reason)
                .returns("573-555-0101", HearingRequest::telephone);
        theCase.complete("RecordHearingRequest", requested("Water Users"))
                .complete("ReviewHearingRequest", "hearingRequestGranted", true)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.designated("hearing-officer", "R. Hearing");
        List<Object> early = Arrays.asList(request.hearingIn(14));
        early.set(early.indexOf("hearingTime") + 1, "later");
        early.set(early.indexOf("hearingPlaces") + 1, "MO9999999: City Hall, Rolla");
        assertThatThrownBy(() -> theCase.complete("ArrangeHearing", early.toArray()))
                .hasMessageContaining("not less than fifteen days before (10 CSR 60-6.040(4))")
                .hasMessageContaining("hearingTime: must be a time of the day, such as 6:30 p.m.")
                .hasMessageContaining("MO9999999 is not covered by the notice");
        theCase.complete("ArrangeHearing", request.hearingIn(15));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("To hear interested persons", "6:30 p.m.", "City Hall, Rolla", "R. Hearing", "573-555-0100")
                .contains("Summary of the proposal")
                .contains("Water Users")
                .as("it is posted and published")
                .doesNotContain("2 Example Street");
        assertThat(theCase.seen("RecordHearingNotice", "requestersShown"))
                .containsExactly("- J. Doe, 2 Example Street\n- Water Users, 2 Example Street");
        theCase.daysLater(1);
        assertThatThrownBy(() -> theCase.complete("RecordHearingNotice", given()))
                .hasMessageContaining("less than fifteen days before the hearing")
                .hasMessageContaining("those who requested the hearing are sent the notice");
        theCase.complete("RecordHearingNotice", "hearingNoticeResult", "MOVE");
        request.designated("hearing-officer", "R. Hearing")
                .complete("ArrangeHearing", request.hearingIn(16))
                .complete(
                        "RecordHearingNotice",
                        given("noticeSentToRequestersOn", theCase.today().toString()))
                .complete("HoldHearing", "hearingHeld", false, "hearingRecord", "Flooded");
        request.designated("second-officer", "S. Second")
                .complete("ArrangeHearing", request.hearingIn(20))
                .complete(
                        "RecordHearingNotice",
                        given("noticeSentToRequestersOn", theCase.today().toString()));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("conducted by S. Second")
                .doesNotContain("R. Hearing");
        assertThat(theCase.candidates("HoldHearing")).contains("hearing-officer");
        assertThat(theCase.task("HoldHearing").getAssignee()).isEqualTo("second-officer");
        theCase.daysLater(20);
        as("hearing-officer", "hearing-officer", () -> assertThatThrownBy(
                        () -> theCase.complete("HoldHearing", request.held()))
                .hasMessageContaining("conducted by S. Second, who records it"));
        as("second-officer", "hearing-officer", () -> theCase.complete("HoldHearing", request.held()));
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .anyMatch(text -> text.startsWith("Hearing held by S. Second, ended on"));
        assertThat(theCase.decisions())
                .extracting(TimelineEntry::text)
                .anyMatch(decision -> decision.contains("Designate hearing officer") && decision.contains("S. Second"));
        assertThat(theCase.due("SixtyDaysAfterHearing"))
                .isEqualTo(theCase.today().plusDays(60));
        theCase.complete(
                "DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "Nothing speaks against it");
        blocks.ended(number, HEARING, "ProposalConfirmed", "confirmed");
    }

    @Test
    void aProposalIsRevisedAfterSixtyDaysByTheDirector() {
        hearing("MO8000005");
        request.noticed()
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", true, "motionReason", "Interest");
        request.arranged()
                .complete("HoldHearing", request.held())
                .fire("SixtyDaysAfterHearing")
                .complete("DecideAfterSixtyDays", "hearingDecision", "REVISED", "hearingReason", "Shorter steps");
        blocks.ended(number, HEARING, "ProposalRevised", "revised");
    }

    @Test
    void oneNoticeAndHearingCoversTheProposalsThatJoinIt() {
        hearing("MO8000006").complete("PrepareNotice", "noticeChoice", "OWN");
        String lead = number;
        hearing("MO8000007", "A variance for radium")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        String joined = number;
        theCase.isAt("AwaitJointHearing")
                .complete("AwaitJointHearing", "leaveReason", "Perhaps alone")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);

        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", request.circulated(theCase.today()));
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE))
                .contains("A variance for radium", joined)
                .contains("Also covers: Elm Spring, public water system MO8000007, Phelps County")
                .containsSubsequence(
                        "The facilities covered are:", "MO8000006", "MO8000007", "Summary of the proposal");
        assertThatThrownBy(() -> hearings.join(lead, joined, "Too late"))
                .hasMessageContaining("preparing no notice any more");
        theCase.complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director");
        Object[] oneArea = request.hearingIn(20);
        List<Object> places = Arrays.asList(oneArea);
        places.set(places.indexOf("hearingPlaces") + 1, "MO8000006: City Hall, Rolla");
        assertThatThrownBy(() -> theCase.complete("ArrangeHearing", oneArea))
                .hasMessageContaining("names no place in the area of MO8000007")
                .hasMessageContaining("10 CSR 60-6.040(1)");
        places.set(places.indexOf("hearingPlaces") + 1, "MO8000006, MO8000007, MO9999999: City Hall, Rolla");
        assertThatThrownBy(() -> theCase.complete("ArrangeHearing", oneArea))
                .hasMessageContaining("MO9999999 is not covered by the notice");
        theCase.complete("ArrangeHearing", request.hearingIn(20));
        assertThatThrownBy(() -> theCase.complete(
                        "RecordHearingNotice",
                        given("noticePostedOn", theCase.today().minusDays(1).toString())))
                .hasMessageContaining("noticePostedOn")
                .hasMessageContaining("must not be before");
        theCase.complete("RecordHearingNotice", given())
                .daysLater(20)
                .complete("HoldHearing", request.held())
                .complete("DecideAfterHearing", "hearingDecision", "RESCINDED", "hearingReason", "It can connect");
        blocks.ended(lead, HEARING, "ProposalRescinded", "rescinded");
        theCase.in(joined);
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE)).contains("A variance for radium", lead, joined);
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("Sent to the other suppliers of water", "Elm Spring Association, PO Box 3");
        assertThat(blocks.timeline(joined, "PUBLIC_HEARING"))
                .anyMatch(text -> text.startsWith("Public notice issued with the day"))
                .anyMatch(text -> text.startsWith("Public notice posted on"))
                .anyMatch(text -> text.startsWith("Hearing on"))
                .anyMatch(text -> text.startsWith("Hearing notice posted on"))
                .anyMatch(text -> text.startsWith("Hearing held by The director, ended on"));
        assertThat(theCase.seen("DecideAfterHearing", "proposalHeard")).containsExactly("A variance for radium");
        assertThat(theCase.due("SixtyDaysAfterHearing"))
                .isEqualTo(theCase.today().plusDays(60));
        theCase.complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "It cannot");
        blocks.ended(joined, HEARING, "ProposalConfirmed", "confirmed");
    }

    @Test
    void aProposalWhoseLeadIsWithdrawnPreparesItsOwnNotice() {
        String lead = request.start("variance-request", request.form("pwsid", "MO8000008"))
                .caseNumber();
        hearings.prepare(lead, "A variance for fluoride");
        hearing("MO8000009", "A variance for radium")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        String joined = number;

        theCase.in(lead).withdrawRequest("The well is closed");

        theCase.in(joined).isAt("PrepareNotice");
        assertThat(hearings.joined(lead)).isEmpty();
    }

    @Test
    void whoeverLeadsANoticeOnHoldsTheHearingThatWasArrangedAndTellsTheOthers() {
        List<String> cases = noticedTogether("MO8000026", "MO8000027", "MO8000028");
        theCase.complete("RecordCirculation", request.circulated(theCase.today()));
        request.onMotion()
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .complete("ArrangeHearing", request.hearingIn(20));
        withdrawn(cases.get(0));
        theCase.in(cases.get(1))
                .daysLater(5)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
        assertThat(theCase.seen("DesignateHearingOfficer", "hearingArranged").toString())
                .contains("has arranged the hearing for **"
                        + RequestWords.date(theCase.today().plusDays(15)));
        theCase.complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .isAt("RecordHearingNotice")
                .hasPaper(DocumentKind.HEARING_NOTICE, 1)
                .complete(
                        "RecordHearingNotice",
                        given(
                                "noticePostedOn",
                                theCase.today().minusDays(5).toString(),
                                "noticePublishedOn",
                                theCase.today().minusDays(5).toString()))
                .daysLater(15)
                .complete("HoldHearing", request.held())
                .complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "As proposed");
        blocks.ended(cases.get(1), HEARING, "ProposalConfirmed", "confirmed");
        theCase.in(cases.get(2))
                .complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "As proposed");
        blocks.ended(cases.get(2), HEARING, "ProposalConfirmed", "confirmed");
    }

    /** 10 CSR 60-6.040(1), (4). */
    @Test
    void aMotionThatWaitsForTheChiefIsCarriedOverToWhoeverLeadsTheNoticeOn() {
        List<String> cases = noticedTogether("MO8000150", "MO8000151", "MO8000152");
        theCase.complete("RecordCirculation", request.circulated(theCase.today()))
                .complete("RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Many have called");
        withdrawn(cases.get(0));

        assertThat(blocks.timeline(cases.get(1), "PUBLIC_HEARING"))
                .anyMatch(
                        text -> text.contains(
                                "its circulation; a hearing on the department's own motion, to be decided by the section chief"));
        theCase.in(cases.get(1));
        assertThat(theCase.seen("DecideOnMotion", "motionPut")).containsExactly("Many have called");
        theCase.fire("RequestsDue");
        assertThatThrownBy(() -> theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE"))
                .hasMessageContaining("in the task Decide on motion for hearing");
        theCase.complete("DecideOnMotion", "motionDecision", "HOLD", "motionDecisionReason", "It concerns many")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .isAt("DesignateHearingOfficer");
    }

    @Test
    void aNoticeThatWasNotYetCirculatedIsCirculatedByWhoeverLeadsItOn() {
        List<String> cases = noticedTogether("MO8000029", "MO8000030", "MO8000031");
        withdrawn(cases.get(0));
        theCase.in(cases.get(1)).isAt("RecordCirculation");
        assertThat(theCase.seen("RecordCirculation", "systemsServed").toString())
                .contains("MO8000030", "MO8000031")
                .doesNotContain("MO8000029");
        assertThat(hearings.noticed(cases.get(0))).isFalse();
    }
}
