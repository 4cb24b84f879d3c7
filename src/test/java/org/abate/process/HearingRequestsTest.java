package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.HearingRequest;
import org.abate.casefile.Matter;
import org.junit.jupiter.api.Test;

/** Requests for a hearing: in time or late, complete or not, granted or denied, and by whom (10 CSR 60-6.040(3), (6)). */
@StoriesOf({})
class HearingRequestsTest extends RequestStories {

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
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", denied("LATE", "Too late")))
                .hasMessageContaining("it came in time");
        theCase.complete("ReviewHearingRequest", denied("INCOMPLETE", "It is not signed"))
                .daysLater(31)
                .complete("RecordHearingRequest", requested("J. Doe"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("it lacks the telephone number and the signature of a responsible official");
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true))
                .hasMessageContaining("it had to come in by");
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

        review("D. Late", denied("LATE", "A day late"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("D. Late 9 Late Road", "A day late");
        review("B. Second", denied("FRIVOLOUS", "Toothpaste"));
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
                .contains("A. First", "C. Third", "B. Second", "D. Late")
                .doesNotContain("2 Example Street", "9 Late Road");
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
        assertThatThrownBy(() -> theCase.complete("ReviewHearingRequest", denied("INCOMPLETE", "It is not signed")))
                .hasMessageContaining("the request lacks no item");
        theCase.complete("ReviewHearingRequest", "hearingRequestGranted", true);
        assertThat(hearings.requests(number))
                .singleElement()
                .returns(true, HearingRequest::individual)
                .returns(HearingRequest.State.GRANTED, HearingRequest::state);
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
    void aRequestThatIsFoundLateAndDeniedLeavesTheDecisionToTheChief() {
        hearing("MO8000022");
        request.noticed();
        theCase.daysLater(33)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .complete("RecordOverlookedRequest", requested("F. Late"));
        review("F. Late", denied("LATE", "Two days late"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("it was not submitted within the thirty days, by "
                        + RequestWords.date(theCase.today().minusDays(3)));
        theCase.complete("RecordFurtherRequest", "hearingEvent", "NONE").fire("NobodyAsked");
        blocks.ended(number, HEARING, "NobodyHeard", "effective");
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
}
