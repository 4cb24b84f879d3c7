package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Fault;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem.Standing;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests, notices and renewals are refused with every fault at once: what the form refuses hides nothing that the rule
 * refuses besides (10 CSR 60-6.010 to 60-6.060).
 */
@StoriesOf({})
class RequestFaultsTest {

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    private RequestWalk request;

    @BeforeEach
    void walk() {
        request = new RequestWalk(engine, caseRecord, theCase);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whatIsWrongWithTheNoticeOfAHearingIsToldInOneRound() {
        hearingToArrange("MO8000901");
        theCase.complete("ArrangeHearing", request.hearingIn(15)).daysLater(1);

        faults(() -> theCase.complete(
                        "RecordHearingNotice",
                        "hearingNoticeResult",
                        "GIVEN",
                        "noticePostedOn",
                        theCase.today().toString(),
                        "noticePostedAt",
                        "MO9999999: Rolla",
                        "noticePublishedOn",
                        "soon"))
                .containsExactlyInAnyOrder(
                        "noticePublishedOn",
                        "noticeNewspaper",
                        "noticePostedOn",
                        "noticeSentToRequestersOn",
                        "noticePostedAt",
                        "noticePostedAt");
        faults(() -> theCase.complete(
                        "RecordHearingNotice", "hearingNoticeResult", "GIVEN", "noticeSentToRequestersOn", "soon"))
                .as("a day that is none is not missing as well")
                .containsOnlyOnce("noticeSentToRequestersOn");
        theCase.complete("RecordHearingNotice", "hearingNoticeResult", "MOVE").isAt("DesignateHearingOfficer");
    }

    /** 10 CSR 60-6.030(2)(D). */
    @Test
    void whatTheRuleHoldsAgainstARenewalIsToldBesideWhatIsLeftOut() {
        String number = blocks.opened(Matter.EXEMPTION, "MO8000902", 800);
        caseRecord.standing(number, Standing.GRANTED);
        caseRecord.period(number, theCase.today().plusDays(10), theCase.today().plusYears(3), 3);
        blocks.start("grant-in-effect", number, "exemptionGround", "REGIONAL");
        theCase.complete("RecordFinding", "grantFinding", "RENEWAL", "findingNote", "Asked for");

        faults(() -> theCase.complete(
                        "DecideOnRenewal",
                        "personsServed",
                        3301,
                        "renewalGranted",
                        true,
                        "needsAssistance",
                        true,
                        "scheduleSteps",
                        false))
                .containsExactlyInAnyOrder(
                        "practicableSteps",
                        "renewalReason",
                        "personsServed",
                        "renewalGranted",
                        "renewalGranted",
                        "renewalGranted",
                        "scheduleSteps");
        theCase.complete(
                        "DecideOnRenewal",
                        "personsServed",
                        3301,
                        "renewalGranted",
                        false,
                        "renewalReason",
                        "Too many persons")
                .isAt("RecordFinding");
    }

    /** 10 CSR 60-6.030(1)(B), (D), 60-6.040(6). */
    @Test
    void aLineThatIsNoStepHidesNothingOfWhatElseIsWrongWithANewSchedule() {
        String number = blocks.opened(Matter.VARIANCE, "MO8000909", 800);
        caseRecord.standing(number, Standing.GRANTED);
        caseRecord.period(number, null, null, 0);
        blocks.start("grant-in-effect", number, "scheduleKind", "INDEFINITE");
        theCase.complete("RecordFinding", "grantFinding", "TECHNOLOGY", "findingNote", "A new membrane");

        faults(() -> theCase.complete(
                        "PrescribeSchedule",
                        "newSteps",
                        "Install it",
                        "finalComplianceOn",
                        theCase.inDays(20),
                        "interimMeasures",
                        theCase.inDays(400) + " Bottled water"))
                .containsExactlyInAnyOrder("newSteps", "finalComplianceOn", "interimMeasures");
        theCase.isAt("PrescribeSchedule");
    }

    @Test
    void anOfficeOrATelephoneNumberThatReachesNobodyIsRefused() {
        hearingToArrange("MO8000903");
        Object[] arranged = request.hearingIn(20);
        faults(() -> theCase.complete(
                        "ArrangeHearing", with(arranged, "informationOffice", "x", "informationTelephone", "x")))
                .containsExactlyInAnyOrder("informationOffice", "informationTelephone");
    }

    /** Each rule's AUTHORITY names from when it is in effect. */
    @Test
    void noRequestIsOlderThanItsRule() {
        LocalDate rule = LocalDate.of(1979, 9, 14);
        assertThatThrownBy(() -> request.start("variance-request", request.form(rule.minusDays(1), "acuteRisk", true)))
                .hasMessageContaining("must not be before September 14, 1979")
                .hasMessageContaining("acuteRisk");
        request.start("variance-request", request.form(rule, "pwsid", "MO8000904"))
                .isAt("CheckCompleteness");
        assertThatThrownBy(() -> request.start(
                        "exemption-request", request.form(rule.minusDays(1), "complianceDueOn", theCase.inDays(-30))))
                .hasMessageContaining("(10 CSR 60-6.020)");
        assertThatThrownBy(() -> request.start("monitoring-waiver", waiver(LocalDate.of(1992, 12, 2))))
                .hasMessageContaining("must not be before December 3, 1992", "10 CSR 60-6.060");
    }

    private Map<String, Object> waiver(LocalDate receivedOn) {
        return request.form(
                receivedOn,
                "acuteRisk",
                null,
                "requestSubject",
                "USE",
                "initiatedBy",
                "SYSTEM",
                "contaminantGroup",
                "SOC");
    }

    @Test
    void whatStaffTypeIntoALetterEndsWithItsFullStop() {
        hearingToArrange("MO8000905");
        theCase.complete("ArrangeHearing", request.hearingIn(20));
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE)).contains("To hear interested persons.");
    }

    /** 10 CSR 60-6.040(6): the thirty days count from the day by which the notice is posted and published, not its date. */
    @Test
    void thePublicNoticeNamesTheDayFromWhichTheProposalIsEffective() {
        String number = blocks.opened(Matter.VARIANCE, "MO8000908", 800);
        blocks.start("public-hearing", number, "director", "drinking-water-director", "noticeSummary", "A variance");
        theCase.complete("PrepareNotice", "noticeChoice", "OWN")
                .complete("SetDayOfIssue", "publicNoticeIssuedOn", theCase.inDays(4));
        assertThat(theCase.text(DocumentKind.PUBLIC_NOTICE))
                .containsPattern("effective thirty days after issuance of this notice, on \\w+, "
                        + CaseWalk.inWords(theCase.today().plusDays(34)));
    }

    /** How long the chief has is the diagram's to say. */
    @Test
    void theStepsAtRiskAreThoseUntilTheChiefHasToHaveDecided() {
        LocalDate started = theCase.today();
        grantWithANewSchedule("MO8000906", started.plusDays(50));
        deniedAfterFortyFiveDays();

        assertThat(theCase.due("NobodyAsked")).isEqualTo(started.plusDays(50));
        assertThat(theCase.seen("DecideWhetherToHold", "stepsAtRisk").toString())
                .doesNotContain("Bottled water");

        theCase.daysLater(1).complete("DecideWhetherToHold", "hearingOnMotion", false);
        grantWithANewSchedule("MO8000907", theCase.today().plusDays(49));
        deniedAfterFortyFiveDays();
        assertThat(theCase.seen("DecideWhetherToHold", "stepsAtRisk").toString())
                .contains("Bottled water");
    }

    private void grantWithANewSchedule(String pwsid, LocalDate interim) {
        String number = blocks.opened(Matter.VARIANCE, pwsid, 800);
        caseRecord.standing(number, Standing.GRANTED);
        caseRecord.period(number, null, null, 0);
        blocks.start("grant-in-effect", number, "scheduleKind", "INDEFINITE");
        theCase.complete("RecordFinding", "grantFinding", "TECHNOLOGY", "findingNote", "A new membrane")
                .complete(
                        "PrescribeSchedule",
                        "newSteps",
                        theCase.inDays(300) + " Install it",
                        "finalComplianceOn",
                        theCase.inDays(500),
                        "interimMeasures",
                        interim + " Bottled water");
        request.scheduleApproved();
        request.noticed().complete("RecordHearingRequest", requested());
    }

    private void hearingToArrange(String pwsid) {
        String number = blocks.opened(Matter.VARIANCE, pwsid, 800);
        blocks.start("public-hearing", number, "director", "drinking-water-director", "noticeSummary", "A variance");
        request.noticed()
                .complete("RecordHearingRequest", requested())
                .complete("ReviewHearingRequest", "hearingRequestGranted", true)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.designated("hearing-officer", "R. Hearing");
    }

    private Object[] requested() {
        return new Object[] {
            "hearingEvent",
            "REQUEST",
            "requesterKind",
            "INDIVIDUAL",
            "requesterName",
            "A. Neighbor",
            "requestReceivedOn",
            theCase.today().toString(),
            "requesterAddress",
            "2 Example Street",
            "requesterTelephone",
            "573-555-0101",
            "requesterInterest",
            "A customer",
            "requesterInformation",
            "A survey"
        };
    }

    private static Object[] with(Object[] answers, Object... other) {
        Map<String, Object> all = new HashMap<>(CaseWalk.variables(answers));
        all.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(all);
    }

    /** The fields of what is refused, each as often as it is named. */
    private static ListAssert<String> faults(ThrowingCallable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work);
        return assertThat(refusal.faults().stream().map(Fault::field).toList());
    }

    private void deniedAfterFortyFiveDays() {
        theCase.daysLater(45)
                .complete(
                        "ReviewHearingRequest",
                        "hearingRequestGranted",
                        false,
                        "denialGround",
                        "FRIVOLOUS",
                        "denialReason",
                        "No")
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE");
    }
}
