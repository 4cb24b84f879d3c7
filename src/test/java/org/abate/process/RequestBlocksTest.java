package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Hearings;
import org.abate.casefile.Matter;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewWaterRequest;
import org.abate.casefile.Program;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

        theCase.fire("RequestsDue").fire("NobodyAsked");
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
        assertThat(blocks.timeline(number, "PUBLIC_HEARING"))
                .contains("Without a hearing: effective on "
                        + CaseWalk.inWords(theCase.today().plusDays(30)) + " (10 CSR 60-6.040(6))");
    }

    @Test
    void aNoticePostedAfterItsDayIsIssuedAgainWithThirtyNewDays() {
        hearing("MO8000002")
                .complete("PrepareNotice", "noticeChoice", "OWN", "noticeSummary", "A variance")
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .daysLater(3)
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .hasSent(DocumentKind.PUBLIC_NOTICE, 2)
                .complete("RecordCirculation", request.circulated(theCase.today()));
        assertThat(theCase.due("RequestsDue")).isEqualTo(theCase.today().plusDays(30));
        theCase.fire("RequestsDue").complete("DecideWhetherToHold", "hearingOnMotion", false);
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
                .hasMessageContaining("the telephone number, the signature of a responsible official");
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
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true))
                .hasMessageContaining("it had to come in by");
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
                .complete("DesignateHearingOfficer", "conductedBy", "HEARING_OFFICER", "hearingOfficer", "R. Hearing");
        assertThatThrownBy(() -> theCase.complete("ArrangeHearing", request.hearingIn(14)))
                .hasMessageContaining("not less than fifteen days before (10 CSR 60-6.040(4))");
        theCase.complete("ArrangeHearing", request.hearingIn(15));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE))
                .contains("To hear interested persons", "6:30 p.m.", "City Hall, Rolla", "R. Hearing", "573-555-0100")
                .contains("Water Users, 2 Example Street");
        theCase.daysLater(1);
        assertThatThrownBy(() -> theCase.complete("RecordHearingNotice", given()))
                .hasMessageContaining("less than fifteen days before the hearing")
                .hasMessageContaining("those who requested the hearing are sent the notice");
        theCase.complete("RecordHearingNotice", "hearingNoticeResult", "MOVE")
                .complete("ArrangeHearing", request.hearingIn(16))
                .complete(
                        "RecordHearingNotice",
                        given("noticeSentToRequestersOn", theCase.today().toString()))
                .complete("HoldHearing", "hearingHeld", false, "hearingRecord", "Flooded")
                .complete("ArrangeHearing", request.hearingIn(20))
                .complete(
                        "RecordHearingNotice",
                        given("noticeSentToRequestersOn", theCase.today().toString()));
        assertThat(theCase.candidates("HoldHearing")).contains("hearing-officer");
        theCase.daysLater(20).complete("HoldHearing", request.held());
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
                .complete("DecideWhetherToHold", "hearingOnMotion", true, "motionReason", "Interest");
        request.arranged()
                .complete("HoldHearing", request.held())
                .fire("SixtyDaysAfterHearing")
                .complete("DecideAfterSixtyDays", "hearingDecision", "REVISED", "hearingReason", "Shorter steps");
        blocks.ended(number, HEARING, "ProposalRevised", "revised");
    }

    @Test
    void oneNoticeAndHearingCoversTheProposalsThatJoinIt() {
        hearing("MO8000006")
                .complete("PrepareNotice", "noticeChoice", "OWN", "noticeSummary", "A variance for fluoride");
        String lead = number;
        hearing("MO8000007")
                .complete(
                        "PrepareNotice",
                        "noticeChoice",
                        "JOIN",
                        "noticeToJoin",
                        lead,
                        "noticeSummary",
                        "A variance for radium");
        String joined = number;
        theCase.isAt("AwaitJointHearing")
                .complete("AwaitJointHearing", "leaveReason", "Perhaps alone")
                .complete(
                        "PrepareNotice",
                        "noticeChoice",
                        "JOIN",
                        "noticeToJoin",
                        lead,
                        "noticeSummary",
                        "A variance for radium");

        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .complete("RecordHearingRequest", "hearingEvent", "MOTION", "motionReason", "Two at once")
                .fire("RequestsDue");
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE)).contains("A variance for radium", joined);
        assertThatThrownBy(() -> hearings.join(lead, joined, "Too late"))
                .hasMessageContaining("preparing no notice any more");
        theCase.complete("DesignateHearingOfficer", "conductedBy", "DIRECTOR", "hearingOfficer", "The director");
        Object[] oneArea = request.hearingIn(20);
        List<Object> places = Arrays.asList(oneArea);
        places.set(places.indexOf("hearingPlaces") + 1, "MO8000006: City Hall, Rolla");
        assertThatThrownBy(() -> theCase.complete("ArrangeHearing", oneArea))
                .hasMessageContaining("names no place in the area of MO8000007")
                .hasMessageContaining("10 CSR 60-6.040(1)");
        theCase.complete("ArrangeHearing", request.hearingIn(20))
                .complete("RecordHearingNotice", given())
                .daysLater(20)
                .complete("HoldHearing", request.held())
                .complete("DecideAfterHearing", "hearingDecision", "RESCINDED", "hearingReason", "It can connect");
        blocks.ended(lead, HEARING, "ProposalRescinded", "rescinded");
        theCase.in(joined);
        assertThat(theCase.due("SixtyDaysAfterHearing"))
                .isEqualTo(theCase.today().plusDays(60));
        theCase.complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "It cannot");
        blocks.ended(joined, HEARING, "ProposalConfirmed", "confirmed");
    }

    @Test
    void withoutAHearingEachProposalOfTheNoticeIsEffective() {
        hearing("MO8000014")
                .complete("PrepareNotice", "noticeChoice", "OWN", "noticeSummary", "A variance for fluoride");
        String lead = number;
        hearing("MO8000015")
                .complete(
                        "PrepareNotice",
                        "noticeChoice",
                        "JOIN",
                        "noticeToJoin",
                        lead,
                        "noticeSummary",
                        "A variance for radium");
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .fire("RequestsDue")
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
        hearing("MO8000009")
                .complete(
                        "PrepareNotice",
                        "noticeChoice",
                        "JOIN",
                        "noticeToJoin",
                        lead,
                        "noticeSummary",
                        "A variance for radium");
        String joined = number;

        theCase.in(lead).raise(CaseEvent.REQUEST_WITHDRAWN, "The well is closed");

        theCase.in(joined).isAt("PrepareNotice");
        assertThat(hearings.joined(lead)).isEmpty();
    }

    // In effect

    @Test
    void aMissedStepMayBeForgivenAndTheMetScheduleIsConfirmed() {
        grant(
                        Matter.VARIANCE,
                        "MO8000010",
                        800,
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        theCase.inDays(100) + " Connect")
                .complete("EnterMilestones", "milestones", theCase.inDays(100) + " Connect")
                .fire("MilestoneDue")
                .fire("MilestoneUnchecked")
                .complete(
                        "DecideOnTermination",
                        "terminationDecision",
                        "CONTINUE",
                        "terminationReason",
                        "The pipe was late")
                .complete("EnterMilestones", "milestones", theCase.inDays(100) + " Connect")
                .complete("RecordMilestone", "milestoneResult", "MET")
                .complete("ConfirmSystemComplies", "systemComplies", false)
                .complete("RecordFinding", "grantFinding", "COMPLIANCE", "findingNote", "Four quarters")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        blocks.ended(number, GRANT, "SystemComplies", "complied");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the variance", "came into compliance with the applicable rule");
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
    }

    @Test
    void anIndefiniteVarianceGetsANewScheduleOnceTechnologyAppears() {
        grant(Matter.VARIANCE, "MO8000011", 800, "scheduleKind", "INDEFINITE");
        assertThatThrownBy(() -> found("RENEWAL")).hasMessageContaining("only an exemption is renewed");
        assertThatThrownBy(() -> found("NECESSARY")).hasMessageContaining("treatment technique only");
        found("TECHNOLOGY")
                .complete(
                        "PrescribeSchedule",
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        theCase.inDays(300) + " Install the membrane");
        request.heard("RESCINDED")
                .complete(
                        "PrescribeSchedule",
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        theCase.inDays(400) + " Install the membrane\n" + theCase.inDays(30)
                                + " Interim measure: Bottled water");
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Variance schedule for Elm Spring")
                .contains("Interim measure, by "
                        + RequestWords.date(theCase.today().plusDays(30)) + ": Bottled water");
        request.unheard().isAt("EnterMilestones").hasSent(DocumentKind.DECISION_NOTICE, 1);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("prescribes a new schedule", "Install the membrane")
                .contains(RequestWalk.effective(theCase.today().plusDays(30)));
        theCase.complete("RecordFinding", "grantFinding", "FAILURE", "findingNote", "No samples")
                .complete(
                        "DecideOnTermination", "terminationDecision", "NEW_SCHEDULE", "terminationReason", "Once more")
                .complete(
                        "PrescribeSchedule",
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        theCase.inDays(500) + " Install it");
        request.heard("REVISED")
                .complete(
                        "ReviseSchedule",
                        "scheduleKind",
                        "DATES",
                        "milestones",
                        theCase.inDays(550) + " Install it in June");
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

    @Test
    void anExemptionIsRenewedForTwoYearsThreeTimesAtMost() {
        grant(
                Matter.EXEMPTION,
                "MO8000012",
                3300,
                "exemptionGround",
                "ASSISTANCE",
                "milestones",
                theCase.inDays(100) + " Build");
        assertThatThrownBy(() -> theCase.complete(
                        "EnterMilestones",
                        "milestones",
                        theCase.today().plusYears(3).plusDays(1) + " Build"))
                .hasMessageContaining("the last day for compliance under this exemption");
        for (int renewal = 1; renewal <= 3; renewal++) {
            found("RENEWAL");
            if (renewal == 1) {
                assertThatThrownBy(() -> theCase.complete(
                                "DecideOnRenewal",
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
            renew();
            assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                    .contains(
                            "renews the exemption",
                            CaseWalk.inWords(theCase.today().plusYears(3 + 2L * renewal)));
            theCase.complete(
                    "PrescribeSchedule", "scheduleKind", "DATES", "milestones", theCase.inDays(300) + " Build");
            request.unheard();
        }
        assertThat(request.system().renewals()).isEqualTo(3);
        found("RENEWAL");
        assertThatThrownBy(this::renew).hasMessageContaining("six additional years are granted already");
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
                theCase.inDays(1000) + " Build");
        found("RENEWAL")
                .complete("DecideOnRenewal", "renewalGranted", false, "renewalReason", "The loan was not asked for");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("does not renew the exemption", "The loan was not asked for")
                .contains("stays in effect, with its schedule, until its termination date");
        assertThat(theCase.tasks("DecideOnTermination")).isEmpty();
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);

        theCase.complete("EnterMilestones", "milestones", theCase.inDays(1000) + " Build");
        theCase.daysLater(1000)
                .fire("MilestoneDue")
                .fire("MilestoneUnchecked")
                .isAt("DecideOnTermination")
                .daysLater(120);
        for (String goingOn : List.of("CONTINUE", "NEW_SCHEDULE")) {
            assertThatThrownBy(() -> theCase.complete(
                            "DecideOnTermination",
                            "terminationDecision",
                            goingOn,
                            "terminationReason",
                            "A little longer"))
                    .hasMessageContaining("its last day for compliance, has passed");
        }
        theCase.complete(
                "DecideOnTermination", "terminationDecision", "TERMINATE", "terminationReason", "The time is over");
        blocks.ended(number, GRANT, "GrantTerminated", "terminated");
    }

    @Test
    void aLargerSystemOrARegionalAgreementHasNoRenewal() {
        grant(Matter.EXEMPTION, "MO8000013", 3301, "exemptionGround", "REGIONAL");
        found("RENEWAL");
        assertThatThrownBy(this::renew)
                .hasMessageContaining("serves 3,301 persons, more than 3,300")
                .hasMessageContaining("10 CSR 60-6.020(4)(D)1. or 2.");
    }

    private CaseWalk found(String finding) {
        return theCase.complete("RecordFinding", "grantFinding", finding, "findingNote", "As was seen");
    }

    private CaseWalk renew() {
        return theCase.complete(
                "DecideOnRenewal",
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
        number = opened(Matter.VARIANCE, pwsid, 800);
        return blocks.start(HEARING, number, "director", "drinking-water-director");
    }

    private CaseWalk grant(Matter matter, String pwsid, int persons, Object... more) {
        number = opened(matter, pwsid, persons);
        caseRecord.standing(number, Standing.GRANTED);
        if (matter == Matter.EXEMPTION) {
            caseRecord.latestCompliance(number, theCase.today().plusYears(3), 0);
        }
        return blocks.start(GRANT, number, more);
    }

    private String opened(Matter matter, String pwsid, int persons) {
        LocalDate today = theCase.today();
        return caseRecord
                .open(new NewCase(
                        Program.DRINKING_WATER,
                        new NewFacility(
                                null,
                                "Elm Spring",
                                "1 Elm Road, Rolla, MO 65401",
                                "Phelps",
                                "Southeast",
                                Map.of("pwsid", pwsid)),
                        new NewParty("Elm Spring Association", "PO Box 3, Rolla, MO 65402"),
                        today,
                        List.of(),
                        new NewWaterRequest(
                                matter,
                                WaterRequest.Subject.MCL,
                                "fluoride",
                                null,
                                WaterRequest.Initiator.SYSTEM,
                                new NewWaterRequest.System(
                                        pwsid,
                                        "Elm Spring",
                                        "Phelps",
                                        persons,
                                        matter == Matter.EXEMPTION ? today : null),
                                null)))
                .caseNumber();
    }

    private Object[] requested(String who, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "hearingEvent", "REQUEST",
                "requesterName", who,
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
                "noticePublishedOn", theCase.today().toString()));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }
}
