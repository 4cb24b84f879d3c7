package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.TimelineEntry;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Notice and hearing, and a variance or exemption in effect, outcome by outcome (10 CSR 60-6.010(4), 60-6.020(4), 60-6.030,
 * 60-6.040).
 */
@StoriesOf({"public-hearing", "grant-in-effect"})
class RequestBlocksTest {

    private static final String HEARING = "public-hearing";
    private static final String GRANT = "grant-in-effect";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private Hearings hearings;

    RequestWalk request;
    private String number;

    @BeforeEach
    void walk() {
        request = new RequestWalk(engine, caseRecord, theCase);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    // Notice and hearing

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
    void aRequestForAHearingNeedsItsThreeItemsAndHasToComeInTime() {
        hearing("MO8000003");
        request.noticed()
                .complete(
                        "RecordHearingRequest",
                        requested("J. Doe", "requesterTelephone", null, "requestSigned", false));
        assertThat(theCase.seen("ReviewHearingRequest", "requestedBy")).containsExactly("J. Doe");
        assertThat(theCase.seen("ReviewHearingRequest", "requestAddress")).containsExactly("2 Example Street");
        assertThat(theCase.seen("ReviewHearingRequest", "requestTelephone")).containsExactly("**missing**");
        assertThat(theCase.seen("ReviewHearingRequest", "requestSignature")).containsExactly("**missing**");
        assertThat(theCase.seen("ReviewHearingRequest", "requestReceived"))
                .containsExactly(RequestWords.date(theCase.today()));
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true))
                .hasMessageContaining("the telephone number and the signature of a responsible official");
        assertThatThrownBy(() -> theCase.complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "LATE",
                        "denialReason",
                        "Too late"))
                .hasMessageContaining("it came in time");
        theCase.complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "INCOMPLETE",
                        "denialReason",
                        "It is not signed")
                .daysLater(31)
                .complete("RecordHearingRequest", requested("J. Doe"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("it lacks the telephone number and the signature of a responsible official");
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true))
                .hasMessageContaining("it had to come in by");
    }

    @Test
    void aDenialToNobodyKnownIsNotSentAndTheRecordSaysSo() {
        hearing("MO8000017");
        request.noticed()
                .complete("RecordHearingRequest", requested("Anna Low", "requesterAddress", null))
                .complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "INCOMPLETE",
                        "denialReason",
                        "Nobody can be asked")
                .hasSent(DocumentKind.DECISION_NOTICE, 0);
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains(
                        "Request for a hearing of Anna Low denied: it lacks the address. Nobody can be asked",
                        "The denial to Anna Low cannot be sent: the request names no address");
    }

    @Test
    void requestsAreRecordedWhileOthersAreReviewedAndAfterTheThirtyDays() {
        hearing("MO8000016");
        request.noticed();
        String inTime = theCase.today().plusDays(30).toString();
        theCase.complete("RecordHearingRequest", requested("A. First"));
        assertThat(theCase.seen("RecordHearingRequest", "requesterName")).containsOnlyNulls();
        theCase.complete("RecordHearingRequest", requested("B. Second"));
        theCase.daysLater(31)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", requested("C. Third", "requestReceivedOn", inTime))
                .complete("RecordFurtherRequest", requested("D. Late", "requesterAddress", "9 Late Road"));
        assertThat(theCase.seen("ReviewHearingRequest", "requestedBy"))
                .containsExactlyInAnyOrder("A. First", "B. Second", "C. Third", "D. Late");
        assertThatThrownBy(() -> theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE"))
                .hasMessageContaining("A. First and that of B. Second and that of C. Third and that of D. Late");

        review("D. Late", "hearingRequestGranted", false, "denialGround", "LATE", "denialReason", "A day late");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("D. Late 9 Late Road", "A day late");
        review("B. Second", "hearingRequestGranted", false, "denialGround", "FRIVOLOUS", "denialReason", "Toothpaste");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("B. Second 2 Example Street", "Toothpaste");
        review("C. Third", "hearingRequestGranted", true);
        review("A. First", "hearingRequestGranted", true);
        assertThat(hearings.requests(number))
                .extracting(HearingRequest::state)
                .containsExactly(
                        HearingRequest.State.GRANTED,
                        HearingRequest.State.DENIED,
                        HearingRequest.State.GRANTED,
                        HearingRequest.State.DENIED);
        theCase.hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .complete("ArrangeHearing", request.hearingIn(20));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("A. First, 2 Example Street", "C. Third, 2 Example Street")
                .contains("B. Second, 2 Example Street", "D. Late, 9 Late Road");
    }

    @Test
    void anIndividualNeedsNoSignatureOfAnOfficial() {
        hearing("MO8000018");
        request.noticed()
                .complete(
                        "RecordHearingRequest",
                        requested("J. Doe", "requesterKind", "INDIVIDUAL", "requestSigned", null));
        assertThat(theCase.seen("ReviewHearingRequest", "requesterKindShown")).containsExactly("an individual");
        assertThat(theCase.seen("ReviewHearingRequest", "requestSignature"))
                .containsExactly("not needed, an individual requests");
        assertThatThrownBy(() -> theCase.complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "INCOMPLETE",
                        "denialReason",
                        "It is not signed"))
                .hasMessageContaining("the request lacks no item");
        theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true);
        assertThat(hearings.requests(number))
                .singleElement()
                .returns(true, HearingRequest::individual)
                .returns(HearingRequest.State.GRANTED, HearingRequest::state);
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
    void afterADeniedTimelyRequestTheProposalIsNotEffectiveBeforeItsDecision() {
        hearing("MO8000020");
        request.noticed();
        LocalDate issued = theCase.today();
        theCase.complete("RecordHearingRequest", requested("Water Users"))
                .daysLater(50)
                .complete("ReviewHearingRequest", denied("FRIVOLOUS", "Toothpaste"))
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
        assertThat(theCase.seen("DecideWhetherToHold", "effectiveUnheard").toString())
                .contains("with the decision, not before " + RequestWords.date(issued.plusDays(30)));
        theCase.daysLater(5).complete("DecideWhetherToHold", "hearingOnMotion", false);
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("Without a hearing: effective on " + CaseWalk.inWords(issued.plusDays(55))
                        + " (10 CSR 60-6.040(6))");
    }

    /** 10 CSR 60-6.040(6), interpretation D9. */
    @Test
    void afterADeniedTimelyRequestNoStepIsOrderedThatLiesBeforeTheDecision() {
        newScheduleAfterADeniedRequest("MO8000146");
        assertThat(theCase.seen("DecideWhetherToHold", "stepsAtRisk").toString())
                .contains("case " + number, "Bottled water");
        assertThatThrownBy(() -> theCase.complete("DecideWhetherToHold", "hearingOnMotion", false))
                .hasMessageContaining("a timely request was denied")
                .hasMessageContaining("Bottled water")
                .hasMessageContaining("Hold a hearing, after which the proposal can be revised, or record \"Write the"
                        + " terms again\"");

        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null).complete("PrescribeSchedule", prescribed(300, 60, "Install"));
        request.scheduleApproved();
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("prescribes a new schedule", "Install");
    }

    @Test
    void withoutTheChiefsDecisionSuchAProposalIsNotConcludedEither() {
        newScheduleAfterADeniedRequest("MO8000147");
        assertThatThrownBy(() -> theCase.fire("NobodyAsked"))
                .hasMessageContaining("It cannot be concluded: a timely request was denied")
                .hasMessageContaining("Bottled water");
        theCase.hasPaper(DocumentKind.DECISION_NOTICE, 1);
        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null).isAt("PrescribeSchedule");
    }

    /** Interim measures are due on the fortieth day after the notice; the request is denied on the forty-fifth. */
    private void newScheduleAfterADeniedRequest(String pwsid) {
        grant(Matter.VARIANCE, pwsid, 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY").complete("PrescribeSchedule", prescribed(300, 40, "Install"));
        request.scheduleApproved();
        request.noticed()
                .complete("RecordHearingRequest", requested("Water Users"))
                .daysLater(45);
        assertThatThrownBy(() -> theCase.raise(CaseEvent.TERMS_OVERTAKEN, null))
                .hasMessageContaining("only where a step would be due before it can take effect");
        theCase.complete("ReviewHearingRequest", denied("FRIVOLOUS", "Toothpaste"))
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
    }

    /** Interpretation VE4. */
    @Test
    void whoRecordedARequestOrPutAMotionDoesNotDecideOnIt() {
        hearing("MO8000148");
        request.noticed();
        as("of-both-groups", "drinking-water-staff", () -> theCase.complete(
                        "RecordHearingRequest", requested("Water Users"))
                .complete("RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Many have called"));
        as("of-both-groups", "drinking-water-chief", () -> {
            assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true))
                    .hasMessageContaining("you recorded the request: another member of the group decides");
            assertThatThrownBy(() -> theCase.complete(
                            "DecideOnMotion", "motionDecision", "HOLD", "motionDecisionReason", "It concerns many"))
                    .hasMessageContaining("you put the motion for a hearing: another member of the group decides");
        });
        as("the-chief", "drinking-water-chief", () -> theCase.complete(
                        "ReviewHearingRequest", "hearingRequestGranted", true)
                .complete("DecideOnMotion", "motionDecision", "NOT_NOW", "motionDecisionReason", "It is requested"));
        theCase.isAt("RecordHearingRequest");
    }

    @Test
    void whoConductedTheHearingOrWroteTheProposalDoesNotDecideOnIt() {
        grant(Matter.VARIANCE, "MO8000149", 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY");
        as(
                "the-writer",
                "drinking-water-staff",
                () -> theCase.complete("PrescribeSchedule", prescribed(300, 200, "Install")));
        request.scheduleApproved();
        request.noticed();
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged();
        as("hearing-officer", "hearing-officer", () -> theCase.complete("HoldHearing", request.held()));
        Object[] confirmed = {"hearingDecision", "CONFIRMED", "hearingReason", "As the hearing showed"};
        as("hearing-officer", "drinking-water-chief", () -> assertThatThrownBy(
                        () -> theCase.complete("DecideAfterHearing", confirmed))
                .hasMessageContaining("you conducted the hearing: another member of the group decides"));
        as("the-writer", "drinking-water-chief", () -> assertThatThrownBy(
                        () -> theCase.complete("DecideAfterHearing", confirmed))
                .hasMessageContaining("you prepared the proposal: another member of the group decides"));
        as("the-chief", "drinking-water-chief", () -> theCase.complete("DecideAfterHearing", confirmed));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("has confirmed what it had proposed");
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
    void aRequestThatIsFoundLateAndDeniedLeavesTheDecisionToTheChief() {
        hearing("MO8000022");
        request.noticed();
        theCase.daysLater(33)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("RecordOverlookedRequest", requested("F. Late"));
        review("F. Late", "hearingRequestGranted", false, "denialGround", "LATE", "denialReason", "Two days late");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("it was not submitted within the thirty days, by "
                        + RequestWords.date(theCase.today().minusDays(3)));
        theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE").fire("NobodyAsked");
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
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
    void aHearingIsHeldWithFifteenDaysNoticeAndItsProposalConfirmed() {
        hearing("MO8000004");
        request.noticed()
                .complete("RecordHearingRequest", requested("J. Doe"))
                .complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "FRIVOLOUS",
                        "denialReason",
                        "It is about fluoride in toothpaste");
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
                .contains("Water Users, 2 Example Street");
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
        review("B. Open", "hearingRequestGranted", false, "denialGround", "FRIVOLOUS", "denialReason", "Toothpaste");
        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director")
                .complete("ArrangeHearing", request.hearingIn(20));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("A. Granted, 2 Example Street", "MO8000024", "MO8000025")
                .doesNotContain("MO8000023");
        assertThat(hearings.requests(next)).hasSize(2);
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

    /** Three proposals in one notice, issued today; the first case, which leads it, is the request of a supplier. */
    private List<String> noticedTogether(String lead, String second, String third) {
        List<String> cases = new ArrayList<>();
        cases.add(request.start("variance-request", request.form("pwsid", lead)).caseNumber());
        blocks.start(HEARING, cases.get(0), "director", "drinking-water-director", "noticeSummary", "Fluoride")
                .complete("PrepareNotice", "noticeChoice", "OWN");
        for (String joining : List.of(second, third)) {
            hearing(joining, "Radium").complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", cases.get(0));
            cases.add(number);
        }
        theCase.in(cases.get(0))
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        return cases;
    }

    /** As the request of the case does it: its hearing ends with it. */
    private void withdrawn(String lead) {
        RuntimeService runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead)
                .processDefinitionKey(HEARING)
                .list()
                .forEach(hearing -> runtime.deleteProcessInstance(hearing.getId(), "withdrawn"));
        theCase.in(lead).withdrawRequest("The well is closed");
    }

    // In effect

    @Test
    void aMissedStepMayBeForgivenAndTheScheduleGoesOnWithWhatIsLeftOfIt() {
        grant(
                        Matter.VARIANCE,
                        "MO8000010",
                        800,
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        steps(
                                theCase.inDays(90) + " Arrange",
                                theCase.inDays(100) + " Connect",
                                theCase.inDays(700) + " Final compliance"))
                .complete("RecordMilestone", "milestoneResult", "MET");
        assertThat(theCase.tasks("EnterMilestones")).isEmpty();
        theCase.daysLater(101).fire("MilestoneDue").fire("MilestoneUnchecked");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect, due "
                        + RequestWords.date(theCase.today().minusDays(1)));
        theCase.complete(
                "DecideOnTermination", "terminationDecision", "CONTINUE", "terminationReason", "The pipe was late");
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactly(theCase.today().plusDays(599) + " Final compliance");

        theCase.complete("RecordMilestone", "milestoneResult", "MET")
                .complete("ConfirmSystemComplies", "systemComplies", false)
                .complete("RecordFinding", "grantFinding", "COMPLIANCE", "findingNote", "Four quarters")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        blocks.ended(number, GRANT, "GrantComplied", "complied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the variance", "on " + RequestWords.date(theCase.today()))
                .contains("came into compliance with the applicable rule");
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
    }

    @Test
    void anIndefiniteVarianceGetsANewScheduleOnceTechnologyAppears() {
        grant(
                Matter.VARIANCE,
                "MO8000011",
                800,
                "scheduleKind",
                "INDEFINITE",
                "grantConditions",
                "Monthly samples\nA notice to each customer");
        assertThatThrownBy(() -> found("RENEWAL")).hasMessageContaining("only an exemption is renewed");
        assertThatThrownBy(() -> found("NECESSARY")).hasMessageContaining("treatment technique only");
        found("TECHNOLOGY");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", "newSteps", theCase.inDays(300) + " Install"))
                .hasMessageContaining("finalComplianceOn");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", prescribed(20, 19, "Install the membrane")))
                .hasMessageContaining("newSteps: ")
                .hasMessageContaining("interimMeasures: ")
                .hasMessageContaining("before the schedule can take effect");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install the membrane"));
        request.scheduleApproved();
        request.heard("RESCINDED")
                .hasSent(DocumentKind.DECISION_NOTICE, 1)
                .complete("DecideOnNewSchedule", another())
                .complete("PrescribeSchedule", prescribed(400, 60, "Install the membrane"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Variance schedule: from the maximum contaminant level for fluoride, for Elm Spring")
                .contains("It is effective until "
                        + RequestWords.date(theCase.today().plusDays(500)))
                .contains("Interim measure, by "
                        + RequestWords.date(theCase.today().plusDays(60)) + ": Bottled water")
                .contains("Condition: Monthly samples", "Condition: A notice to each customer");
        LocalDate prescribed = theCase.today();
        request.unheard().isAt("RecordFinding").hasSent(DocumentKind.DECISION_NOTICE, 2);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("prescribes a new schedule", "Install the membrane", "Bottled water")
                .contains("It is effective until " + RequestWords.date(prescribed.plusDays(500)))
                .contains("will be terminated when the system comes into compliance")
                .contains("the conditions that it was granted with, which stay in force")
                .containsSubsequence(
                        "Conditions", "Monthly samples", "A notice to each customer", "Install the membrane")
                .contains(RequestWalk.effective(prescribed.plusDays(30)));
        assertThat(request.system().endsOn()).isEqualTo(prescribed.plusDays(500));
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .contains(
                        prescribed.plusDays(60) + " Interim measure: Bottled water",
                        prescribed.plusDays(500) + " Final compliance");

        found("FAILURE")
                .complete(
                        "DecideOnTermination", "terminationDecision", "NEW_SCHEDULE", "terminationReason", "Once more")
                .complete("PrescribeSchedule", prescribed(300, 60, "Install it"));
        request.scheduleApproved();
        request.heard("REVISED")
                .complete("ReviseSchedule", prescribed(350, 5, "Install it in June"))
                .hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("ApproveRevisedSchedule", "termsDecision", "APPROVE");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Install it in June")
                .contains(RequestWalk.effective(theCase.today()));
        assertThatThrownBy(() -> found("TECHNOLOGY")).hasMessageContaining("indefinite period only");
        found("FAILURE")
                .complete(
                        "DecideOnTermination",
                        "terminationDecision",
                        "TERMINATE",
                        "terminationReason",
                        "No samples again");
        blocks.ended(number, GRANT, "GrantTerminated", "terminated");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
    }

    /** 10 CSR 60-6.030(2)(D): what counts are the persons that the system serves when it is renewed. */
    @Test
    void aSystemThatHasShrunkIsRenewedAndItsPersonsAreOnRecord() {
        grant(Matter.EXEMPTION, "MO8000046", 4000, "exemptionGround", "ASSISTANCE");
        found("RENEWAL");
        renew(3200).isAt("PrescribeSchedule");
        assertThat(request.system().personsServed()).isEqualTo(3200);
        assertThat(blocks.timeline(number, "PERSONS_SERVED")).anyMatch(text -> text.contains("serves 3,200 persons"));
    }

    /** 10 CSR 60-6.030(2)(A), (F)3. */
    @Test
    void theLetterOfARenewalNamesFinalComplianceApartFromTheTerminationDate() {
        grant(Matter.EXEMPTION, "MO8000047", 800, "exemptionGround", "ASSISTANCE");
        LocalDate renewed = request.system().endsOn().plusYears(2);
        found("RENEWAL");
        renew();
        assertThat(theCase.seen("PrescribeSchedule", "scheduleLastDay")).containsExactly(RequestWords.date(renewed));
        assertThat(theCase.seen("PrescribeSchedule", "scheduleInEffect")).containsExactly("no step with a date");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        LocalDate complies = theCase.today().plusDays(500);
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("as soon as practicable (10 CSR 60-6.030(2)(C)): The plant takes so long");
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Its termination date is " + RequestWords.date(renewed)
                        + ". Final compliance is to be achieved by " + RequestWords.date(complies))
                .doesNotContain(RequestWords.date(renewed) + ", the date by which final compliance")
                .contains("which serves 3,300 persons, needs financial assistance for the necessary improvements")
                .contains("is taking all practicable steps");
        assertThat(theCase.decisions()).anyMatch(decision -> decision.text()
                .contains("Does it take all practicable steps to meet the established compliance schedule? Yes"));
        assertThat(request.system().endsOn()).isEqualTo(renewed);
    }

    /** 10 CSR 60-6.030(1)(C), (2)(B): a day that was noticed and heard. */
    @Test
    void anExtensionNeverMovesFinalComplianceNorAnotherStepBeyondIt() {
        LocalDate today = theCase.today();
        grant(Matter.EXEMPTION, "MO8000048", 800, "milestones", steps(today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThatThrownBy(() -> extend(today.plusDays(410))).hasMessageContaining("final compliance is not extended");

        grant(
                Matter.EXEMPTION,
                "MO8000049",
                800,
                "milestones",
                steps(today.plusDays(300) + " Build", today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThatThrownBy(() -> extend(today.plusDays(401)))
                .hasMessageContaining("must not be after " + RequestWords.date(today.plusDays(400)));
        extend(today.plusDays(400));
    }

    /** Interpretations P15, VE10: whatever interrupts the schedule, a written request is answered in writing. */
    @Test
    void aRequestForAnExtensionOutlivesTheInterruptionOfItsScheduleAndIsAnsweredOnce() {
        LocalDate today = theCase.today();
        grant(
                Matter.VARIANCE,
                "MO8000051",
                800,
                "milestones",
                steps(today.plusDays(100) + " Arrange", today.plusDays(400) + " Final compliance"));
        extensionAsked();
        assertThat(theCase.seen("DecideOnExtension", "extensionRequest")).containsExactly("The contractor is late");
        found("FAILURE");
        assertThat(theCase.tasks("DecideOnExtension")).isEmpty();
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "extensionUnanswered").toString())
                .contains("requested in writing on " + RequestWords.date(today))
                .contains("is not answered");
        assertThat(theCase.seen("RecordMilestone", "extensionRequest")).contains("The contractor is late");

        engine.getTaskService()
                .complete(
                        theCase.tasks("RecordMilestone").stream()
                                .filter(task -> engine.getTaskService().getVariable(task.getId(), "extensionUnanswered")
                                        != null)
                                .findFirst()
                                .orElseThrow()
                                .getId(),
                        CaseWalk.variables(
                                "milestoneResult", "EXTENSION_REQUESTED",
                                "extensionRequest", "The contractor is late",
                                "requestedOn", today.toString()));
        theCase.runJobs();
        extend(today.plusDays(150)).hasPaper(DocumentKind.OTHER, 1).hasPaper(DocumentKind.EXTENSION_DECISION, 1);
        found("FAILURE");
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "extensionUnanswered")).containsOnlyNulls();
        assertThat(theCase.seen("RecordMilestone", "milestone")).contains(today.plusDays(150) + " Arrange");
    }

    private CaseWalk extensionAsked() {
        return theCase.complete(
                "RecordMilestone",
                "milestoneResult",
                "EXTENSION_REQUESTED",
                "extensionRequest",
                "The contractor is late",
                "requestedOn",
                theCase.today().toString());
    }

    /** Interpretation VE11. */
    @Test
    void ofTwoOpenStepsTheOneThatWasMissedIsShownToTheDirectorAndTakenOff() {
        LocalDate today = theCase.today();
        grant(
                Matter.VARIANCE,
                "MO8000050",
                800,
                "milestones",
                steps(today.plusDays(40) + " Arrange", today.plusDays(42) + " Connect"));
        extensionAsked();
        theCase.daysLater(43).fire("MilestoneDue").fire("MilestoneUnchecked");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect");
        decide("CONTINUE");
        assertThat(theCase.seen("RecordMilestone", "milestone")).containsExactly(today.plusDays(40) + " Arrange");
    }

    @Test
    void aRenewalThatIsRescindedAfterItsHearingIsToldToTheSupplierAndTheExemptionRunsToItsTerminationDate() {
        grant(
                Matter.EXEMPTION,
                "MO8000041",
                800,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Connect"));
        LocalDate last = request.system().endsOn();
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.heard("RESCINDED").hasSent(DocumentKind.DECISION_NOTICE, 1);

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("has rescinded the proposed renewal of the exemption")
                .contains("it is not renewed (10 CSR 60-6.040(7))", "As the hearing showed")
                .contains("until its termination date, " + RequestWords.date(last));
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        assertThat(theCase.tasks("DecideOnNewSchedule")).isEmpty();
        assertThat(request.system().endsOn()).isEqualTo(last);
        assertThat(request.system().renewals()).isZero();
        assertThat(theCase.seen("RecordMilestone", "milestone")).hasSize(1).allMatch(step -> step.toString()
                .endsWith(" Connect"));
        assertThat(theCase.due("PeriodEnds")).isEqualTo(last);

        found("RENEWAL");
        renew().isAt("PrescribeSchedule");
    }

    @Test
    void aScheduleThatIsRescindedLeadsBackToTheDirectorAndTheOneInForceIsTrackedMeanwhile() {
        newScheduleNoticed("MO8000042");
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged()
                .complete("HoldHearing", request.held())
                .complete(
                        "DecideAfterHearing", "hearingDecision", "RESCINDED", "hearingReason", "Nobody can dig there");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("has rescinded the proposed new schedule of the variance", "Nobody can dig there");
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        theCase.isAt("RecordMilestone").isAt("RecordFinding");
        assertThat(theCase.seen("DecideOnNewSchedule", "scheduleGroundInWords").toString())
                .contains("It was to follow upon this: As was seen");

        theCase.complete("DecideOnNewSchedule", another()).complete("PrescribeSchedule", prescribed(300, 60, "Drill"));
        theCase.complete("ApproveSchedule", "termsDecision", "RESCIND", "termsReason", "Too dear")
                .hasSent(DocumentKind.DECISION_NOTICE, 2)
                .complete("DecideOnNewSchedule", "newScheduleDecision", "STANDS", "newScheduleReason", "It is enough");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("prescribes no new schedule", "Too dear")
                .contains("stays in effect");
        assertThat(theCase.tasks("PrescribeSchedule")).isEmpty();
        theCase.isAt("RecordMilestone").isAt("RecordFinding");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    @Test
    void whereTheRuleLeavesNoNewScheduleTheDirectorDecidesAndMayTerminateUponTheFailure() {
        grant(Matter.EXEMPTION, "MO8000043", 800, "milestones", steps(theCase.inDays(900) + " Connect"));
        LocalDate last = request.system().endsOn();
        on(last.minusDays(31));
        found("FAILURE");
        decide("NEW_SCHEDULE");
        on(last.minusDays(20));
        theCase.complete("PrescribeSchedule", "noTerms", true, "noTermsReason", "Twenty days are left");
        assertThat(theCase.seen("ApproveSchedule", "proposedTerms").toString())
                .contains("No schedule is left that the rule allows", "Twenty days are left");
        assertThatThrownBy(request::scheduleApproved).hasMessageContaining("there are no terms to approve");
        theCase.complete("ApproveSchedule", "termsDecision", "RESCIND", "termsReason", "It comes too late");
        assertThatThrownBy(() -> theCase.complete("DecideOnNewSchedule", another()))
                .hasMessageContaining("comes too late: the grant ends on");
        theCase.complete(
                "DecideOnNewSchedule", "newScheduleDecision", "TERMINATE", "newScheduleReason", "No sample was taken");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the exemption", "No sample was taken");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        blocks.ended(number, GRANT, "GrantTerminated", "terminated");
    }

    @Test
    void newTechnologyIsNoGroundToTerminateAndAScheduleSentBackIsWrittenAgain() {
        grant(Matter.VARIANCE, "MO8000044", 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY")
                .complete("PrescribeSchedule", prescribed(300, 60, "Install"))
                .complete("ApproveSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the plant");
        assertThat(theCase.seen("PrescribeSchedule", "termsReason")).containsExactly("Name the plant");
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule",
                        "newSteps",
                        theCase.inDays(400) + " Install at the plant",
                        "finalComplianceOn",
                        theCase.inDays(400)))
                .hasMessageContaining("has no increment of progress");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install at the plant"));
        request.scheduleApproved();
        request.heard("REVISED")
                .complete("ReviseSchedule", prescribed(300, 60, "Install at the plant"))
                .complete("ApproveRevisedSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the other plant")
                .complete("ReviseSchedule", prescribed(300, 60, "Install at the other plant"))
                .complete("ApproveRevisedSchedule", "termsDecision", "RESCIND", "termsReason", "It does not work");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("has rescinded", "It does not work");
        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnNewSchedule", "newScheduleDecision", "TERMINATE", "newScheduleReason", "So"))
                .hasMessageContaining("only upon a finding");
        theCase.complete("DecideOnNewSchedule", "newScheduleDecision", "STANDS", "newScheduleReason", "Later");
        found("TECHNOLOGY").isAt("PrescribeSchedule");
    }

    /** 10 CSR 60-6.040(6), interpretation VE10. */
    @Test
    void aNewScheduleWhoseDatesAreOvertakenBeforeItsNoticeIsWrittenAgain() {
        grant(Matter.VARIANCE, "MO8000045", 800, "scheduleKind", "INDEFINITE");
        found("TECHNOLOGY").complete("PrescribeSchedule", prescribed(300, 31, "Install"));
        request.scheduleApproved().daysLater(5).complete("PrepareNotice", "noticeChoice", "OWN");
        assertThatThrownBy(() -> theCase.complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString()))
                .hasMessageContaining("Record \"Write the terms again\" on the page of that case");
        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null).complete("PrescribeSchedule", prescribed(300, 60, "Install"));
        request.scheduleApproved();
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("prescribes a new schedule", "Install");
    }

    /** 10 CSR 60-6.030(2)(D)2: it rests on the steps toward the schedule that has failed since. */
    @Test
    void aFailureThatLeadsToANewScheduleTakesTheRenewalWithItThatWasNotInForceYet() {
        grant(Matter.EXEMPTION, "MO8000055", 800, "exemptionGround", "ASSISTANCE");
        LocalDate last = request.system().endsOn();
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        assertThatThrownBy(() -> found("RENEWAL")).hasMessageContaining("a renewal is decided on already");
        found("FAILURE");
        decide("NEW_SCHEDULE");
        assertThat(blocks.timeline(number, "RENEWAL_GIVEN_UP")).hasSize(1);
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build at once"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Exemption schedule: from")
                .doesNotContain("Renewal");
        request.heard("RESCINDED").isAt("DecideOnNewSchedule");
        assertThat(request.system().renewals()).isZero();
        assertThat(request.system().endsOn()).isEqualTo(last);
    }

    /** 10 CSR 60-6.030(2)(C): so is any schedule of an exemption, not its first one only. */
    @Test
    void aNewScheduleOfAnExemptionIsAsSoonAsPracticable() {
        grant(Matter.EXEMPTION, "MO8000057", 800, "exemptionGround", "ASSISTANCE");
        found("FAILURE");
        decide("NEW_SCHEDULE");
        assertThat(theCase.seen("PrescribeSchedule", "grantMatter")).containsExactly("EXEMPTION");
        assertThatThrownBy(() ->
                        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build", "soonAsPracticable", false)))
                .hasMessageContaining("name the day by which compliance is practicable");
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule",
                        prescribed(300, 60, "Build", "soonAsPracticable", null, "practicableReason", null)))
                .hasMessageContaining("soonAsPracticable: say yes or no")
                .hasMessageContaining("practicableReason: say why");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"))
                .complete("ApproveSchedule", "termsDecision", "SEND_BACK", "termsReason", "Name the plant");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(theCase.task("PrescribeSchedule").getId()))
                .as("what is written again is shown as it was, as the form has it to choose from")
                .containsEntry("soonAsPracticable", "true")
                .containsEntry("practicableReason", "The plant takes so long");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build at Rolla"));
        request.scheduleApproved();
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("as soon as practicable (10 CSR 60-6.030(2)(C)): The plant takes so long");
    }

    /** 10 CSR 60-6.030(1)(B)1, (2)(F). */
    @Test
    void aNewScheduleMayHaveFurtherConditionsThatBindFromThenOn() {
        grant(Matter.VARIANCE, "MO8000058", 800, "scheduleKind", "INDEFINITE", "grantConditions", "Monthly samples");
        found("TECHNOLOGY")
                .complete(
                        "PrescribeSchedule",
                        prescribed(300, 60, "Install", "newConditions", "Monthly samples\nA pilot plant"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .containsOnlyOnce("Monthly samples")
                .contains("Further condition: A pilot plant");
        request.unheard();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("and upon further conditions and the new schedule; all of these follow.")
                .containsSubsequence("Monthly samples", "A pilot plant", "Install");
        found("FAILURE");
        decide("NEW_SCHEDULE").complete("PrescribeSchedule", prescribed(300, 60, "Install"));
        request.scheduleApproved();
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Condition: A pilot plant")
                .doesNotContain("Further condition");
    }

    /** 10 CSR 60-6.030(2)(C), (D). */
    @Test
    void theLetterOfARenewalHasRoomForItsReasons() {
        grant(Matter.EXEMPTION, "MO8000060", 800, "exemptionGround", "ASSISTANCE");
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        true,
                        "needsAssistance",
                        true,
                        "practicableSteps",
                        true,
                        "scheduleSteps",
                        true,
                        "renewalReason",
                        "The loan ".repeat(222));
        assertThatThrownBy(() -> theCase.complete(
                        "PrescribeSchedule", prescribed(300, 60, "Build", "practicableReason", "So long ".repeat(124))))
                .hasMessageContaining("practicableReason: makes the letter too long");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.unheard().hasSent(DocumentKind.DECISION_NOTICE, 1);
    }

    /** 10 CSR 60-6.040(1). */
    @Test
    void aNewScheduleIsNoLongerThanItsPublicNoticeHasRoomFor() {
        grant(Matter.VARIANCE, "MO8000056", 800, "scheduleKind", "INDEFINITE", "grantConditions", "Boil. ".repeat(440));
        found("TECHNOLOGY");
        assertThatThrownBy(() -> theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install ".repeat(60))))
                .hasMessageContaining("newSteps")
                .hasMessageContaining("longer than 3,300 characters");
        theCase.complete("PrescribeSchedule", prescribed(300, 60, "Install")).isAt("ApproveSchedule");
    }

    private static Object[] another() {
        return new Object[] {"newScheduleDecision", "PRESCRIBE", "newScheduleReason", "Another one will do"};
    }

    @Test
    void anExemptionIsRenewedForTwoYearsThreeTimesAtMostWithAScheduleThatIsHeardFirst() {
        grant(
                Matter.EXEMPTION,
                "MO8000012",
                3300,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Final compliance"));
        LocalDate granted = request.system().endsOn();
        for (int renewal = 1; renewal <= 3; renewal++) {
            LocalDate renewed = granted.plusYears(2L * renewal);
            found("RENEWAL");
            if (renewal > 1) {
                assertThatThrownBy(this::renew)
                        .hasMessageContaining("comes too early: the two years of the last renewal begin on "
                                + RequestWords.date(renewed.minusYears(4).plusDays(1)));
                on(renewed.minusYears(4).plusDays(1));
            }
            if (renewal == 1) {
                assertThatThrownBy(() -> theCase.complete(
                                "DecideOnRenewal",
                                "personsServed",
                                3300,
                                "renewalGranted",
                                true,
                                "needsAssistance",
                                false,
                                "practicableSteps",
                                true,
                                "scheduleSteps",
                                false,
                                "renewalReason",
                                "So"))
                        .hasMessageContaining("needsAssistance")
                        .hasMessageContaining("scheduleSteps");
            }
            renew().hasSent(DocumentKind.DECISION_NOTICE, renewal - 1);
            assertThat(request.system().endsOn()).isEqualTo(renewed.minusYears(2));
            assertThatThrownBy(() -> theCase.complete(
                            "PrescribeSchedule",
                            "newSteps",
                            theCase.inDays(300) + " Build",
                            "finalComplianceOn",
                            renewed.plusDays(1).toString()))
                    .hasMessageContaining("the last day for compliance under this exemption");
            theCase.complete("PrescribeSchedule", prescribed(300, 60, "Build"));
            request.scheduleApproved();
            assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                    .contains("Renewal of the exemption for two years, and exemption schedule")
                    .contains("Its termination date is " + RequestWords.date(renewed));
            request.unheard();
            assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                    .contains("renews the exemption", "The loan comes next year", "Build")
                    .contains("Its termination date is " + RequestWords.date(renewed))
                    .contains("will be terminated when the system comes into compliance", "10 CSR 60-6.020(4)(B)")
                    .contains("conditioned upon the new schedule, which follows");
            assertThat(request.system().endsOn()).isEqualTo(renewed);
        }
        assertThat(request.system().renewals()).isEqualTo(3);
        found("RENEWAL");
        assertThatThrownBy(this::renew).hasMessageContaining("six additional years are granted already");
    }

    @Test
    void anExtensionMovesAStepWithinThePeriodOfTheGrantOnly() {
        grant(Matter.EXEMPTION, "MO8000017", 800, "milestones", steps(theCase.inDays(500) + " Build"))
                .complete(
                        "RecordMilestone",
                        "milestoneResult",
                        "EXTENSION_REQUESTED",
                        "extensionRequest",
                        "The contractor is late",
                        "requestedOn",
                        theCase.today().toString());
        LocalDate last = request.system().endsOn();
        assertThatThrownBy(() -> extend(last.plusDays(1)))
                .hasMessageContaining("must not be after " + RequestWords.date(last));
        extend(last);
        assertThat(theCase.text(DocumentKind.EXTENSION_DECISION)).doesNotContain("civil penalties", "penalty is due");
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "The loan was not asked for");
        assertThat(theCase.seen("RecordMilestone", "milestone")).containsExactly(last + " Build");
    }

    @Test
    void anExemptionThatIsNotRenewedRunsOutAndDoesNotGoOnBeyondItsLastDay() {
        grant(
                Matter.EXEMPTION,
                "MO8000016",
                800,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                steps(theCase.inDays(900) + " Connect", theCase.inDays(990) + " Final compliance"));
        LocalDate last = request.system().endsOn();
        found("RENEWAL")
                .complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "The loan was not asked for");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("does not renew the exemption", "The loan was not asked for.")
                .contains("stays in effect, with its schedule, until its termination date, " + RequestWords.date(last));
        assertThat(theCase.tasks("DecideOnTermination")).isEmpty();
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
        assertThat(theCase.due("PeriodEnds")).isEqualTo(last);

        on(last.minusDays(20));
        found("RENEWAL");
        assertThat(theCase.seen("DecideOnRenewal", "grantPeriod").toString())
                .contains("The grant ends on **" + RequestWords.date(last));
        assertThatThrownBy(this::renew).hasMessageContaining("comes too late: the grant ends on");
        theCase.complete(
                        "DecideOnRenewal",
                        "personsServed",
                        800,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "It comes too late")
                .complete("RecordMilestone", "milestoneResult", "MISSED");
        assertThat(theCase.seen("DecideOnTermination", "terminationGround").toString())
                .contains("Not met: Connect");
        assertThatThrownBy(() -> decide("NEW_SCHEDULE"))
                .hasMessageContaining("comes too late: the grant ends on " + RequestWords.date(last))
                .hasMessageContaining("thirty days after its notice at the earliest");
        on(last.plusDays(1));
        assertThatThrownBy(() -> decide("CONTINUE")).hasMessageContaining("the period of the grant has ended");
        theCase.runDueTimers();
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(theCase.tasks("DecideOnTermination")).isEmpty();
        theCase.complete("CheckAtEndOfPeriod", "systemComplies", false);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("ended on " + RequestWords.date(last) + ", its termination date (10 CSR 60-6.020(4)(A))")
                .contains("the department has not found that it does");
        blocks.ended(number, GRANT, "RunOut", "terminated");
    }

    @Test
    void aGrantEndsWithItsLastDayAlthoughARenewalIsNoticedThatIsNotInForceByThen() {
        grant(Matter.EXEMPTION, "MO8000018", 800, "exemptionGround", "ASSISTANCE");
        LocalDate last = request.system().endsOn();
        on(last.minusDays(40));
        found("RENEWAL");
        renew().complete("PrescribeSchedule", prescribed(300, 60, "Build"));
        request.scheduleApproved();
        request.noticed();
        on(last.plusDays(1)).runDueTimers();

        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(request.system().endsOn()).isEqualTo(last);
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("What was noticed is given up: the exemption has ended with its last day");
        assertThat(blocks.timeline(number, "GRANT_ENDED"))
                .containsExactly("The exemption ended on " + RequestWords.date(last));
        theCase.complete("CheckAtEndOfPeriod", "systemComplies", true, "compliedOn", last.toString());
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("came into compliance with the applicable rule on " + RequestWords.date(last));
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
        blocks.ended(number, GRANT, "RunOutComplied", "complied");
    }

    @Test
    void whileANewScheduleIsHeardComplianceEndsTheGrantAndItsNotice() {
        newScheduleNoticed("MO8000019");
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactly(theCase.today().plusDays(100) + " Connect");

        found("COMPLIANCE")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        blocks.ended(number, GRANT, "GrantComplied", "complied");
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("What was noticed is given up: the variance is terminated");
    }

    @Test
    void whileANewScheduleIsHeardThatInForceIsTrackedAndAMissedStepOfItDecided() {
        newScheduleNoticed("MO8000020");
        assertThatThrownBy(() -> theCase.complete("RecordMilestone", "milestoneResult", "MISSED"))
                .hasMessageContaining("is missed only once that day has passed")
                .hasMessageContaining("put into \"Record finding\"");
        theCase.daysLater(101).complete("RecordMilestone", "milestoneResult", "MISSED");
        decide("CONTINUE").isAt("RecordHearingRequest").isAt("RecordFinding");
        assertThat(hearings.noticed(number)).isTrue();

        found("FAILURE");
        assertThat(theCase.seen("DecideOnTermination", "terminationDecision"))
                .as("another finding has no decision yet")
                .containsOnlyNulls();
        assertThat(theCase.seen("DecideOnTermination", "terminationReason")).containsOnlyNulls();
        decide("NEW_SCHEDULE").isAt("PrescribeSchedule");
        assertThat(hearings.noticed(number)).isFalse();
        assertThat(theCase.tasks("RecordHearingRequest")).isEmpty();
        theCase.complete("PrescribeSchedule", prescribed(350, 60, "Dig anew"));
        request.scheduleApproved();
        request.noticed();
        found("COMPLIANCE");
        theCase.fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("DecideWhetherToHold", "hearingOnMotion", false);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("Dig anew");
        theCase.complete("ConfirmSystemComplies", "systemComplies", false);
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .contains(theCase.today().plusDays(350) + " Dig anew")
                .doesNotContain(theCase.today().plusDays(100) + " Connect");
        assertThat(theCase.due("PeriodEnds")).isEqualTo(theCase.today().plusDays(500));
    }

    /** A variance that goes on after a failure, with another schedule that is noticed today. */
    private void newScheduleNoticed(String pwsid) {
        grant(
                Matter.VARIANCE,
                pwsid,
                800,
                "scheduleKind",
                "DATES",
                "milestones",
                steps(theCase.inDays(100) + " Connect"));
        found("FAILURE");
        decide("NEW_SCHEDULE").isAt("RecordFinding").complete("PrescribeSchedule", prescribed(300, 60, "Dig"));
        request.scheduleApproved();
        request.noticed();
    }

    private CaseWalk on(LocalDate day) {
        return theCase.daysLater((int) ChronoUnit.DAYS.between(theCase.today(), day));
    }

    private static List<String> steps(String... steps) {
        return new ArrayList<>(List.of(steps));
    }

    private CaseWalk decide(String decision) {
        return theCase.complete(
                "DecideOnTermination", "terminationDecision", decision, "terminationReason", "The time is over");
    }

    private CaseWalk extend(LocalDate day) {
        return theCase.complete(
                "DecideOnExtension",
                "extensionGranted",
                true,
                "newDueDate",
                day.toString(),
                "extensionReason",
                "The winter was long");
    }

    /** A new schedule of one step, an interim measure, and final compliance in 500 days. */
    private Object[] prescribed(int days, int interimDays, String step, Object... more) {
        List<Object> answers = new ArrayList<>(List.of(
                "newSteps",
                theCase.inDays(days) + " " + step,
                "finalComplianceOn",
                theCase.inDays(500),
                "interimMeasures",
                theCase.inDays(interimDays) + " Bottled water"));
        if (caseRecord.get(number).matter() == Matter.EXEMPTION) {
            answers.addAll(List.of("soonAsPracticable", true, "practicableReason", "The plant takes so long"));
        }
        answers.addAll(Arrays.asList(more));
        return answers.toArray();
    }

    @Test
    void aLargerSystemOrARegionalAgreementHasNoRenewal() {
        grant(Matter.EXEMPTION, "MO8000013", 800, "exemptionGround", "REGIONAL");
        found("RENEWAL");
        assertThatThrownBy(() -> renew(3301))
                .hasMessageContaining("serves 3,301 persons, more than 3,300")
                .hasMessageContaining("10 CSR 60-6.020(4)(D)1. or 2.");
    }

    private CaseWalk found(String finding) {
        return theCase.complete("RecordFinding", "grantFinding", finding, "findingNote", "As was seen");
    }

    private CaseWalk renew() {
        return renew(3300);
    }

    private CaseWalk renew(int persons) {
        return theCase.complete(
                "DecideOnRenewal",
                "personsServed",
                persons,
                "renewalGranted",
                true,
                "needsAssistance",
                true,
                "practicableSteps",
                true,
                "scheduleSteps",
                true,
                "renewalReason",
                "The loan comes next year");
    }

    CaseWalk hearing(String pwsid) {
        return hearing(pwsid, "A variance for fluoride");
    }

    private CaseWalk hearing(String pwsid, String summary) {
        number = blocks.opened(Matter.VARIANCE, pwsid, 800);
        return blocks.start(HEARING, number, "director", "drinking-water-director", "noticeSummary", summary);
    }

    private CaseWalk grant(Matter matter, String pwsid, int persons, Object... more) {
        number = blocks.opened(matter, pwsid, persons);
        caseRecord.standing(number, Standing.GRANTED);
        LocalDate last = theCase.today().plusYears(3);
        caseRecord.period(
                number,
                matter == Matter.EXEMPTION ? last.minusDays(100) : null,
                matter == Matter.EXEMPTION ? last : null,
                0);
        return blocks.start(GRANT, number, more);
    }

    private void review(String who, Object... answers) {
        engine.getTaskService()
                .complete(
                        theCase.tasks("ReviewHearingRequest").stream()
                                .filter(task ->
                                        who.equals(engine.getTaskService().getVariable(task.getId(), "requestedBy")))
                                .findFirst()
                                .orElseThrow()
                                .getId(),
                        CaseWalk.variables(answers));
        theCase.runJobs();
    }

    private static Object[] denied(String ground, String reason) {
        return new Object[] {"hearingRequestGranted", false, "denialGround", ground, "denialReason", reason};
    }

    /** As a member of the group; what is done without a login is the engine's own. */
    private static void as(String user, String group, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, null, AuthorityUtils.createAuthorityList(group)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Object[] requested(String who, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "hearingEvent", "REQUEST",
                "requesterName", who,
                "requesterKind", "ORGANIZATION",
                "requestReceivedOn", theCase.today().toString(),
                "requesterAddress", "2 Example Street",
                "requesterTelephone", "573-555-0101",
                "requesterInterest", "Customers of the system",
                "requesterInformation", "A survey",
                "requestSigned", true));
        answers.putAll(CaseWalk.variables(other));
        answers.values().removeIf(value -> value == null);
        return RequestWalk.answers(answers);
    }

    private Object[] given(Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "hearingNoticeResult", "GIVEN",
                "noticePostedOn", theCase.today().toString(),
                "noticePostedAt", request.inEachArea("RecordHearingNotice", "Rolla"),
                "noticePublishedOn", theCase.today().toString(),
                "noticeNewspaper", request.inEachArea("RecordHearingNotice", "Rolla Daily")));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }
}
