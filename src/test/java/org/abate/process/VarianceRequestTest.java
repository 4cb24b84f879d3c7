package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.Matter;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request for a variance, outcome by outcome (10 CSR 60-6.010, 60-6.030, 60-6.040). */
@StoriesOf("variance-request")
class VarianceRequestTest {

    private static final String REQUEST = "variance-request";
    private static final String ITEMS = "ABCDEFGHIJKLM";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private CaseProcesses processes;

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
    void aVarianceFromAnMclIsHeardGrantedWithItsScheduleAndEndsWithCompliance() {
        request.start(REQUEST, request.form());
        assertThat(caseRecord.get(theCase.caseNumber()).matter()).isEqualTo(Matter.VARIANCE);
        assertThat(theCase.caseNumber()).startsWith("DW-");
        assertThat(caseRecord.get(theCase.caseNumber()).violations()).isEmpty();

        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Variance and variance schedule: from the maximum contaminant level for fluoride")
                .contains("By " + RequestWords.date(theCase.today().plusDays(200)) + ": Arrangement completed")
                .contains("Interim measure, by "
                        + RequestWords.date(theCase.today().plusDays(60))
                        + ": Bottled water for households with children");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("The department proposes to grant the variance that follows", "Elm Spring Association")
                .contains("public notice and opportunity for a public hearing (10 CSR 60-6.040(1))", "Monthly samples")
                .contains("will be terminated when the system comes into compliance", "10 CSR 60-6.010(4)(B)3")
                .doesNotContain("the effective date is");
        request.heard("CONFIRMED");

        theCase.hasSent(DocumentKind.DECISION_NOTICE, 2);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("The department grants a variance from the maximum contaminant level for fluoride.")
                .contains("Elm Spring", "MO6010707", "Phelps County")
                .contains("After the public hearing, which ended on " + RequestWords.date(theCase.today())
                        + ", the department has confirmed what it had proposed")
                .contains(RequestWalk.effective(theCase.today()))
                .contains("It is effective until "
                        + CaseWalk.inWords(theCase.today().minusDays(20).plusDays(700)))
                .contains("will be terminated when the system comes into compliance")
                .contains(
                        "failed to comply with any requirements of a final schedule issued pursuant to 10 CSR 60-6.030")
                .contains(
                        "other means: Activated alumina at the well (10 CSR 60-6.010(1)(A)1)",
                        "Monthly samples",
                        "Connection initiated",
                        "Bottled water");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);

        LocalDate proposed = theCase.today().minusDays(20);
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactlyInAnyOrder(
                        proposed.plusDays(60) + " Interim measure: Bottled water for households with children",
                        proposed.plusDays(200) + " Arrangement completed",
                        proposed.plusDays(400) + " Connection initiated",
                        proposed.plusDays(700) + " Final compliance");
        assertThat(request.system().endsOn()).isEqualTo(proposed.plusDays(700));

        theCase.complete("RecordFinding", "grantFinding", "COMPLIANCE", "findingNote", "Four quarters below the MCL")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString());
        assertThat(request.standing()).isEqualTo(Standing.COMPLIED);
        theCase.ended(CaseStatus.RETURNED_TO_COMPLIANCE, "SystemComplies");
    }

    @Test
    void aVarianceFromATreatmentTechniqueMayBeTerminatedAtAnyTimeUponItsOwnFindings() {
        request.techniqueVariance()
                .complete("ProposeSchedule", nothingToComplyWith("Turbidity every day"))
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        assertThat(theCase.seen("PrepareNotice", "noticeSummary").toString())
                .contains("Variance: from the treatment technique filtration", "Condition: Turbidity every day")
                .doesNotContain("schedule");
        request.heard("REVISED")
                .complete("ReviseProposal", nothingToComplyWith("Turbidity every four hours"))
                .complete("ApproveRevision", "termsDecision", "APPROVE");

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("a variance from the treatment technique filtration")
                .contains(
                        "may be terminated at any time upon a finding that, due to the nature of the raw water source")
                .contains("Turbidity every four hours", "It is effective until it is terminated.")
                .contains("has revised the proposed variance (10 CSR 60-6.040(7))", "As the hearing showed")
                .doesNotContain("Activated alumina", "every day");
        assertThat(theCase.tasks("RecordMilestone")).isEmpty();

        theCase.complete("RecordFinding", "grantFinding", "NECESSARY", "findingNote", "A cyst in one sample");
        for (String decision : List.of("TERMINATE", "NEW_SCHEDULE")) {
            assertThatThrownBy(() -> decideOnTechnique(false, decision)).hasMessageContaining("nothing is found");
        }
        decideOnTechnique(false, "CONTINUE")
                .complete("RecordFinding", "grantFinding", "NECESSARY", "findingNote", "Cysts in the spring");
        for (String decision : List.of("CONTINUE", "NEW_SCHEDULE")) {
            assertThatThrownBy(() -> decideOnTechnique(true, decision))
                    .hasMessageContaining("stands only where the technique is not necessary to protect persons");
        }
        theCase.complete(
                        "DecideOnTermination",
                        "techniqueNecessary",
                        true,
                        "terminationDecision",
                        "TERMINATE",
                        "terminationReason",
                        "Cysts were found")
                .ended(CaseStatus.CLOSED, "Terminated");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("The department terminates the variance", "Cysts");
    }

    private CaseWalk decideOnTechnique(boolean necessary, String decision) {
        return theCase.complete(
                "DecideOnTermination",
                "techniqueNecessary",
                necessary,
                "terminationDecision",
                decision,
                "terminationReason",
                "The laboratory was asked");
    }

    @Test
    void everyItemThatIsNotApplicableHasItsReasonOnALineOfItsOwn() {
        request.start(REQUEST, request.form());
        Map<String, Object> answers = new HashMap<>();
        ITEMS.chars().forEach(letter -> answers.put("item" + (char) letter, "SUBMITTED"));
        List.of("F", "G", "J").forEach(letter -> answers.put("item" + letter, "NOT_APPLICABLE"));
        answers.put("notApplicableReason", "G no letter F\nJ");

        assertThatThrownBy(() -> theCase.complete("CheckCompleteness", RequestWalk.answers(answers)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.sentences())
                        .containsExactly(
                                "\"Why it does not apply\": gives no reason for (F), (J): give each a line of its"
                                        + " own, its letter first, such as \"(F) The system has no other source\""));
        answers.put("notApplicableReason", "(F) No source to connect to\nG: Likewise\nJ. Nothing to control");
        theCase.complete("CheckCompleteness", RequestWalk.answers(answers)).isAt("ConsiderMclVariance");
    }

    @Test
    void whatEveryRequestMustHaveCannotBeCalledNotApplicable() {
        request.start(REQUEST, request.form());

        assertThatThrownBy(() -> request.check(
                        ITEMS, Map.of("A", "NOT_APPLICABLE", "C", "NOT_APPLICABLE", "K", "NOT_APPLICABLE")))
                .as("what the form refuses and what the rule does are told at once")
                .hasMessageContaining("itemA")
                .hasMessageContaining("itemC: applies to every request for a variance from an MCL")
                .hasMessageContaining("itemK");
        assertThatThrownBy(() -> request.check(
                        ITEMS,
                        Map.of(
                                "C",
                                "NOT_APPLICABLE",
                                "E",
                                "NOT_APPLICABLE",
                                "H",
                                "NOT_APPLICABLE",
                                "I",
                                "NOT_APPLICABLE")))
                .hasMessageContaining("itemC: applies to every request for a variance from an MCL")
                .hasMessageContaining("itemE")
                .hasMessageContaining("itemH")
                .hasMessageContaining("itemI");
        request.check(ITEMS, Map.of("G", "NOT_APPLICABLE"));
        assertThat(theCase.tasks("CheckCompleteness")).isEmpty();
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .anyMatch(entry -> entry.kind().equals("COMPLETENESS")
                        && entry.text().contains("Submitted: (A), (B), (C), (D), (E), (F), (H), (I)")
                        && entry.text().contains("Not applicable: (G). G There is nothing to connect to"));
    }

    @Test
    void whatIsMissingIsAskedForItemByItemAndMayBeDeniedAsIncomplete() {
        request.start(REQUEST, request.form());
        request.check(ITEMS, "C", "J");
        assertThat(theCase.text(DocumentKind.LETTER_OF_INQUIRY))
                .contains("10 CSR 60-6.010(2)(C) Full discussion", "10 CSR 60-6.010(2)(J) A plan for interim control")
                .doesNotContain("60-6.010(2)(A)")
                .contains("due by the end of", CaseWalk.inWords(theCase.due("ItemsDue")));
        assertThat(theCase.due("ItemsDue")).isEqualTo(theCase.today().plusDays(30));

        theCase.complete(
                "RecordItems",
                "receivedOn",
                theCase.today().toString(),
                "receivedSummary",
                "The discussion",
                "itemsNext",
                "CHECK");
        request.check(ITEMS, "J")
                .fire("ItemsDue")
                .complete(
                        "DecideOnIncompleteRequest", "incompleteDecision", "ASK_AGAIN", "incompleteReason", "Once more")
                .hasSent(DocumentKind.LETTER_OF_INQUIRY, 3)
                .complete(
                        "RecordItems",
                        "receivedOn",
                        theCase.today().toString(),
                        "receivedSummary",
                        "One page of the plan",
                        "itemsNext",
                        "CHIEF")
                .complete(
                        "DecideOnIncompleteRequest",
                        "incompleteDecision",
                        "DENY",
                        "incompleteReason",
                        "No interim plan")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains(
                        "denies the request for a variance",
                        "inadequate or incomplete (10 CSR 60-6.010(4)(A))",
                        "No interim plan");
        assertThat(request.standing()).isEqualTo(Standing.DENIED);
    }

    @Test
    void anIncompleteRequestMayBeConsideredAndIsDeniedWithTheConsiderationsOnRecord() {
        request.start(REQUEST, request.form());
        request.check(ITEMS, "J")
                .fire("ItemsDue")
                .complete(
                        "DecideOnIncompleteRequest",
                        "incompleteDecision",
                        "CONSIDER",
                        "incompleteReason",
                        "Enough is there");
        assertThatThrownBy(() -> considered(theCase, "GRANT", "cannotMeet", false, "noUnreasonableRisk", false))
                .hasMessageContaining("10 CSR 60-6.010(1)(A)")
                .hasMessageContaining("10 CSR 60-6.010(1)(A)2.");
        considered(theCase, "DENY", "cannotMeet", false);
        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All the same"))
                .hasMessageContaining("findings");
        theCase.complete("DecideOnRequest", "requestDecision", "RECONSIDER", "requestReason", "Say more of costs");
        considered(theCase, "DENY", "cannotMeet", false)
                .complete("DecideOnRequest", "requestDecision", "DENY", "requestReason", "It can meet the MCL")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");

        assertThat(theCase.decisions())
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("(3)(A)2. Cost and other economic considerations: About $40,000")
                        && text.contains("the system cannot meet the MCL: No"));
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("It can meet the MCL");
    }

    @Test
    void everyLineOfAScheduleThatIsNoStepIsNamedAtOnce() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made");
        assertThatThrownBy(() -> theCase.complete(
                        "ProposeSchedule",
                        schedule(
                                "milestones",
                                "Arrange\n\n" + theCase.inDays(200) + " Connect\n2020-01-01 Begin\n2027-02-30 Dig",
                                "interimMeasures",
                                theCase.today().plusYears(40) + " Bottled water")))
                .hasMessageContaining("line 1: \"Arrange\" is not a date, a space and an action")
                .hasMessageContaining("line 4: the date of \"2020-01-01 Begin\" has passed")
                .hasMessageContaining("line 5: \"2027-02-30 Dig\" does not begin with a date")
                .hasMessageContaining("interimMeasures")
                .hasMessageContaining("line 1: the date of")
                .hasMessageNotContaining("line 3");
        assertThatThrownBy(() -> theCase.complete(
                        "ProposeSchedule",
                        schedule(
                                "milestones",
                                theCase.inDays(701) + " Connect\n" + theCase.inDays(702) + " Test",
                                "interimMeasures",
                                theCase.inDays(703) + " Bottled water")))
                .hasMessageContaining("Connect\" is due after the date of final compliance")
                .hasMessageContaining("Test\" is due after the date of final compliance")
                .hasMessageContaining("Bottled water\" is due after the date of final compliance");
    }

    /** 10 CSR 60-6.040(1): as long as its public notice has room for, its letters can be sent. */
    @Test
    void theLongestProposalThatANoticeHasRoomForIsSentHeardAndGranted() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made");
        String conditions = "Monthly samples ".repeat(124);
        String interim = theCase.inDays(60) + " " + "Bottled water ".repeat(140);
        Throwable refused = catchThrowable(() -> theCase.complete(
                "ProposeSchedule", schedule("requestConditions", conditions, "interimMeasures", interim)));
        assertThat(refused).hasMessageContaining("requestConditions: makes the summary");
        int over = Integer.parseInt(refused.getMessage()
                .replaceAll("(?s).*shorten .* by ([0-9,]+).*", "$1")
                .replace(",", ""));
        String shorter = conditions.strip().substring(over);
        theCase.complete("ProposeSchedule", schedule("requestConditions", shorter, "interimMeasures", interim))
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        request.unheard().isAt("RecordFinding").hasSent(DocumentKind.DECISION_NOTICE, 2);
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    /** 10 CSR 60-6.030(1)(A)1, (B)1.C. */
    @Test
    void aScheduleHasIncrementsOfProgressAndFinalComplianceAmongItsSteps() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made");
        String report = theCase.inDays(700) + " Quarterly report";
        assertThatThrownBy(() -> theCase.complete("ProposeSchedule", schedule("milestones", report)))
                .hasMessageContaining("has no increment of progress");
        theCase.complete("ProposeSchedule", schedule("milestones", theCase.inDays(200) + " Connect\n" + report));
        assertThat(theCase.seen("ApproveTerms", "proposedTerms").toString())
                .contains(": Connect", ": Quarterly report", ": Final compliance");
    }

    /** 10 CSR 60-6.030(1)(A): the department provides the schedule, and its director decides for it (VE4). */
    @Test
    void termsAreApprovedByTheDirectorOrSentBackBeforeTheirNoticeIsPrepared() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule());
        assertThat(theCase.tasks("PrepareNotice")).isEmpty();
        assertThat(theCase.seen("ApproveTerms", "proposedTerms").toString())
                .contains("It is effective until "
                        + CaseWalk.inWords(theCase.today().plusDays(700)))
                .contains("Condition: Monthly samples", ": Connection initiated", "Bottled water");
        theCase.complete("ApproveTerms", "termsDecision", "SEND_BACK", "termsReason", "Weekly samples");
        assertThat(theCase.seen("ProposeSchedule", "termsReason")).containsExactly("Weekly samples");

        theCase.complete("ProposeSchedule", schedule("requestConditions", "Weekly samples"))
                .daysLater(40);
        assertThatThrownBy(() -> theCase.complete("ApproveTerms", "termsDecision", "APPROVE"))
                .hasMessageContaining("send the terms back")
                .hasMessageContaining("Bottled water");
        theCase.complete("ApproveTerms", "termsDecision", "SEND_BACK", "termsReason", "A month has passed")
                .complete("ProposeSchedule", schedule("requestConditions", "Weekly samples"))
                .complete("ApproveTerms", "termsDecision", "APPROVE")
                .isAt("PrepareNotice");
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .anyMatch(entry ->
                        entry.kind().equals("TERMS_APPROVED") && entry.text().contains("Condition: Weekly samples"));
        assertThat(theCase.decisions()).anyMatch(entry -> entry.text().contains("A month has passed"));
    }

    @Test
    void aRequestIsDeniedWhereTheDirectorApprovesNoTerms() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "DENY", "termsReason", "The plan is not credible")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(request.standing()).isEqualTo(Standing.DENIED);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("denies the request for a variance", "The plan is not credible")
                .doesNotContain("Monthly samples", "effective date");
    }

    /** 10 CSR 60-6.040(7). */
    @Test
    void revisedTermsAreApprovedSentBackOrRescindedBeforeAnyLetterGoesOut() {
        proposed("DATES");
        request.heard("REVISED").complete("ReviseProposal", schedule("requestConditions", "Daily samples"));
        theCase.hasSent(DocumentKind.DECISION_NOTICE, 1);
        assertThat(theCase.seen("ApproveRevision", "proposedTerms").toString()).contains("Condition: Daily samples");
        theCase.complete("ApproveRevision", "termsDecision", "SEND_BACK", "termsReason", "Weekly will do")
                .complete("ReviseProposal", schedule("requestConditions", "Weekly samples"))
                .complete("ApproveRevision", "termsDecision", "RESCIND", "termsReason", "The well is to be closed")
                .ended(CaseStatus.CLOSED, "ProposalRescinded");
        assertThat(request.standing()).isEqualTo(Standing.RESCINDED);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("rescinded the proposed variance", "The well is to be closed")
                .doesNotContain("As the hearing showed", "effective date", "Weekly samples");
    }

    @Test
    void aProposalIsRescindedAfterItsHearing() {
        proposed("DATES");
        request.heard("RESCINDED").ended(CaseStatus.CLOSED, "ProposalRescinded");

        assertThat(request.standing()).isEqualTo(Standing.RESCINDED);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("rescinded the proposed variance", "As the hearing showed.")
                .doesNotContain("Conditions", "Final compliance");
    }

    @Test
    void anAcuteRiskIsRefusedAtTheFormAndDeniedInWritingWhereItIsFoundLater() {
        assertThatThrownBy(() -> request.start(REQUEST, request.form("acuteRisk", true, "jointWith", "DW-1999-00001")))
                .hasMessageContaining("acuteRisk")
                .hasMessageContaining("acute, short-term risk to public health (10 CSR 60-6.010(1))")
                .hasMessageContaining("jointWith");

        request.start(REQUEST, request.form("contaminant", "nitrate"));
        request.check(ITEMS);
        assertThatThrownBy(() -> considered(theCase, "GRANT", "acuteRiskFound", true))
                .hasMessageContaining("acuteRiskFound");
        considered(theCase, "DENY", "acuteRiskFound", true)
                .complete("DecideOnRequest", "requestDecision", "DENY", "requestReason", "Infants are at risk")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("acute, short-term risk to public health (10 CSR 60-6.010(1))", "Infants are at risk");
        assertThat(request.standing()).isEqualTo(Standing.DENIED);
    }

    @Test
    void anIndefinitePeriodNeedsThatThereIsNoOtherSourceAndNoImprovement() {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made");
        assertThatThrownBy(() -> theCase.complete("ProposeSchedule", nothingToComplyWith("Monthly samples")))
                .hasMessageContaining("10 CSR 60-6.030(1)(A)");
        assertThatThrownBy(() -> theCase.complete(
                        "ProposeSchedule",
                        "scheduleKind",
                        "INDEFINITE",
                        "noAlternativeSource",
                        true,
                        "noImprovement",
                        false,
                        "requestConditions",
                        "Monthly samples"))
                .hasMessageContaining("10 CSR 60-6.030(1)(B)2");
        theCase.complete(
                "ProposeSchedule",
                "scheduleKind",
                "INDEFINITE",
                "noAlternativeSource",
                true,
                "noImprovement",
                true,
                "interimMeasures",
                theCase.inDays(60) + " Bottled water",
                "requestConditions",
                "Monthly samples");
        request.approved();
        request.unheard();

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("indefinite period, until a new and effective treatment")
                .contains(
                        "no access to an alternative water source", "no adequate improvement of the existing raw water")
                .contains(RequestWalk.effective(theCase.today().plusDays(30)));
        assertThat(theCase.seen("RecordMilestone", "milestone"))
                .containsExactly(theCase.inDays(60) + " Interim measure: Bottled water");
        assertThat(processes.progress(theCase.caseNumber()).events()).doesNotContain(CaseEvent.REQUEST_WITHDRAWN);
        assertThatThrownBy(() -> theCase.isAt("RecordFinding").withdrawRequest("The system was sold"))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("a grant is not withdrawn but terminated")
                .hasMessageContaining("Record finding");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createMessageCorrelation("RequestWithdrawn")
                        .processInstanceBusinessKey(theCase.caseNumber())
                        .setVariables(Map.of("reason", "The system was sold", "withdrawnBy", "J. Roe"))
                        .correlate())
                .hasMessageContaining("a grant is not withdrawn but terminated");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
        theCase.complete("RecordFinding", "grantFinding", "SURRENDER", "findingNote", "Letter of the new owner");
        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnTermination", "terminationDecision", "NEW_SCHEDULE", "terminationReason", "Go on"))
                .hasMessageContaining("has given the grant up");
        theCase.complete(
                        "DecideOnTermination",
                        "terminationDecision",
                        "TERMINATE",
                        "terminationReason",
                        "The new owner gives it up")
                .ended(CaseStatus.CLOSED, "Terminated");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("terminates the variance", "The new owner gives it up");
    }

    /** As it was made: in writing (10 CSR 60-6.010(2)). */
    @Test
    void aRequestIsWithdrawnInWritingAndItsApplicantGetsALetter() {
        request.start(REQUEST, request.form());
        assertThatThrownBy(() -> theCase.raise(CaseEvent.REQUEST_WITHDRAWN, "The well is closed"))
                .hasMessageContaining("say who withdrew the request")
                .hasMessageContaining("a request is withdrawn in writing");

        theCase.withdrawRequest("The well is closed").ended(CaseStatus.WITHDRAWN, "RequestWithdrawn");
        assertThat(request.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(theCase.text(DocumentKind.WITHDRAWAL_NOTICE))
                .contains("Elm Spring Association", "confirms that J. Roe, manager has withdrawn")
                .contains("The well is closed", "variance from the maximum contaminant level for fluoride")
                .contains("without prejudice to a new request")
                .doesNotContain("violation");
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .anyMatch(entry -> entry.text().contains("by J. Roe, manager, in writing: The well is closed"));
    }

    /** 10 CSR 60-6.040(1): the requests of a joint one are usually decided on together. */
    @Test
    void aNoticeCanBeJoinedByAProposalThatWasMadeBeforeItWasPrepared() {
        proposed("DATES");
        String first = theCase.caseNumber();
        request.start(REQUEST, ofPineSpring(first));
        String second = theCase.caseNumber();
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        theCase.in(first)
                .complete("PrepareNotice", "noticeChoice", "OWN")
                .in(second)
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", first)
                .isAt("AwaitJointHearing");
    }

    /** 10 CSR 60-6.010(2), (4)(B)1, 2; 60-6.040(1), (7). */
    @Test
    void ofAJointRequestEachSystemIsDecidedAndWrittenToByItself() {
        proposed("DATES");
        String first = theCase.caseNumber();
        theCase.complete("PrepareNotice", "noticeChoice", "OWN");
        request.start(REQUEST, ofPineSpring(first));
        String second = theCase.caseNumber();
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule("requestConditions", "Weekly samples"))
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        assertThat(theCase.seen("PrepareNotice", "noticesInPreparation").toString())
                .contains(first + ", Elm Spring (same joint request)");
        theCase.complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", first);
        request.start(REQUEST, request.form("pwsid", "MO6010709", "jointWith", second.toLowerCase(Locale.ROOT)));
        considered(request.check(ITEMS), "DENY", "cannotMeet", false)
                .complete("DecideOnRequest", "requestDecision", "DENY", "requestReason", "It can meet the MCL");
        assertThat(request.standing()).isEqualTo(Standing.DENIED);
        assertThat(caseRecord.get(theCase.caseNumber()).request().jointWith()).containsExactly(first, second);

        theCase.in(first)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString());
        assertThat(theCase.seen("RecordCirculation", "systemsServed").toString())
                .contains("MO6010707, Phelps County", "MO6010708, Dent County");
        theCase.complete("RecordCirculation", request.circulated(theCase.today()));
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged()
                .complete("HoldHearing", request.held())
                .complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "As proposed");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Elm Spring Association", "MO6010707", "Monthly samples")
                .doesNotContain("Pine Spring", "MO6010708", "Weekly samples");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);

        theCase.in(second)
                .complete("DecideAfterHearing", "hearingDecision", "RESCINDED", "hearingReason", "It can connect")
                .ended(CaseStatus.CLOSED, "ProposalRescinded");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("Pine Spring District", "PO Box 9", "rescinded the proposed variance")
                .doesNotContain("Elm Spring Association");
        assertThat(request.standing()).isEqualTo(Standing.RESCINDED);
    }

    @Test
    void aJoinedCaseIsWithdrawnAndTheHearingGoesOnWithoutIt() {
        proposed("DATES");
        String lead = theCase.caseNumber();
        theCase.complete("PrepareNotice", "noticeChoice", "OWN");
        request.start(REQUEST, ofPineSpring(lead));
        String joined = theCase.caseNumber();
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "APPROVE")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        assertThat(theCase.seen("AwaitJointHearing", "leadCase")).containsExactly(lead);
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .complete("RecordCirculation", request.circulated(theCase.today()))
                .in(joined);
        assertThatThrownBy(() -> theCase.complete("AwaitJointHearing", "leaveReason", "In a hurry"))
                .hasMessageContaining("its hearing includes each proposal it covers (10 CSR 60-6.040(1))");

        theCase.withdrawRequest("The system was sold").ended(CaseStatus.WITHDRAWN, "RequestWithdrawn");
        theCase.in(lead);
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged()
                .complete("HoldHearing", request.held())
                .complete("DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "As proposed");
        assertThat(theCase.text(DocumentKind.HEARING_NOTICE)).doesNotContain(joined);
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
        theCase.in(joined);
        assertThat(request.standing()).isEqualTo(Standing.WITHDRAWN);
    }

    /** 10 CSR 60-6.040(1), interpretation VE8. */
    @Test
    void whereTheLeadIsWithdrawnAfterTheNoticeTheOtherGoesOnWithIt() {
        proposed("DATES");
        String lead = theCase.caseNumber();
        theCase.complete("PrepareNotice", "noticeChoice", "OWN");
        request.start(REQUEST, ofPineSpring(lead));
        String joined = theCase.caseNumber();
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "APPROVE")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        LocalDate issued = theCase.today();
        theCase.in(lead)
                .complete("SetDayOfIssue", "publicNoticeIssuedOn", issued.toString())
                .complete("RecordCirculation", request.circulated(issued))
                .daysLater(3)
                .withdrawRequest("The system was sold")
                .ended(CaseStatus.WITHDRAWN, "RequestWithdrawn");

        theCase.in(joined)
                .isAt("RecordHearingRequest")
                .hasPaper(DocumentKind.PUBLIC_NOTICE, 1)
                .fire("RequestsDue")
                .complete("RecordFurtherRequest", "hearingEvent", "NONE")
                .fire("NobodyAsked");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains(RequestWalk.effective(issued.plusDays(30)));
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    /** 10 CSR 60-6.040(1), (6), interpretation VE10. */
    @Test
    void noNoticeIsIssuedWithADayAfterWhichAStepWouldBeDueBeforeItTakesEffect() {
        proposed("DATES");
        LocalDate lastDay = theCase.today().plusDays(60 - 30);
        theCase.complete("PrepareNotice", "noticeChoice", "OWN").daysLater(10);
        assertThatThrownBy(() -> theCase.complete(
                        "SetDayOfIssue",
                        "publicNoticeIssuedOn",
                        lastDay.plusDays(1).toString()))
                .hasMessageContaining("Bottled water")
                .hasMessageContaining("Issue the notice with " + RequestWords.date(lastDay) + " or an earlier day");
        assertThat(processes.progress(theCase.caseNumber()).events()).doesNotContain(CaseEvent.TERMS_OVERTAKEN);
        assertThatThrownBy(() -> theCase.raise(CaseEvent.TERMS_OVERTAKEN, null)).isInstanceOf(EventRefused.class);

        theCase.daysLater(21);
        assertThatThrownBy(() -> theCase.complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString()))
                .hasMessageContaining("Record \"Write the terms again\" on the page of that case");
        assertThat(processes.progress(theCase.caseNumber()).events()).contains(CaseEvent.TERMS_OVERTAKEN);
        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null)
                .complete("ProposeSchedule", schedule())
                .complete("ApproveTerms", "termsDecision", "APPROVE");
        request.unheard();
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    /** 10 CSR 60-6.040(1): the day of a joint notice is one for each proposal that it covers. */
    @Test
    void aJoinedProposalWhoseDatesAreOvertakenLeavesTheNoticeToBeWrittenAgain() {
        proposed("DATES");
        String lead = theCase.caseNumber();
        theCase.complete("PrepareNotice", "noticeChoice", "OWN");
        request.start(REQUEST, ofPineSpring(lead));
        String joined = theCase.caseNumber();
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule("interimMeasures", theCase.inDays(31) + " Flush the mains"))
                .complete("ApproveTerms", "termsDecision", "APPROVE")
                .complete("PrepareNotice", "noticeChoice", "JOIN", "noticeToJoin", lead);
        theCase.in(lead).daysLater(5);
        assertThatThrownBy(() -> theCase.complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString()))
                .hasMessageContaining("the proposal of case " + joined)
                .hasMessageContaining("Flush the mains")
                .hasMessageNotContaining("Bottled water");
        theCase.in(joined).raise(CaseEvent.TERMS_OVERTAKEN, null).isAt("ProposeSchedule");
        theCase.in(lead)
                .complete(
                        "SetDayOfIssue", "publicNoticeIssuedOn", theCase.today().toString())
                .isAt("RecordCirculation");
    }

    /** 10 CSR 60-6.040(7). */
    @Test
    void whatWouldOrderSomethingPastIsRevisedOrRescindedAndNotConfirmed() {
        proposed("DATES");
        request.noticed();
        request.onMotion().fire("RequestsDue").complete("RecordFurtherRequest", "hearingEvent", "NONE");
        request.arranged().complete("HoldHearing", request.held()).daysLater(45);
        assertThatThrownBy(() -> theCase.complete(
                        "DecideAfterHearing", "hearingDecision", "CONFIRMED", "hearingReason", "As proposed"))
                .hasMessageContaining("cannot be confirmed any more")
                .hasMessageContaining("Bottled water")
                .hasMessageContaining("10 CSR 60-6.040(7)");
        theCase.complete("DecideAfterHearing", "hearingDecision", "REVISED", "hearingReason", "Its dates have passed")
                .complete("ReviseProposal", schedule())
                .complete("ApproveRevision", "termsDecision", "APPROVE");
        assertThat(request.standing()).isEqualTo(Standing.GRANTED);
    }

    private Map<String, Object> ofPineSpring(String jointWith) {
        return request.form(
                "facilityName",
                "Pine Spring",
                "facilityCounty",
                "Dent",
                "pwsid",
                "MO6010708",
                "responsiblePartyName",
                "Pine Spring District",
                "responsiblePartyAddress",
                "PO Box 9, Salem, MO 65560",
                "jointWith",
                jointWith);
    }

    private void proposed(String kind) {
        request.start(REQUEST, request.form());
        considered(request.check(ITEMS), "GRANT")
                .complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All findings are made")
                .complete("ProposeSchedule", schedule("scheduleKind", kind))
                .complete("ApproveTerms", "termsDecision", "APPROVE");
    }

    private CaseWalk considered(CaseWalk at, String recommendation, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "treatmentMethods",
                "Activated alumina",
                "costs",
                "About $40,000",
                "rawWater",
                "Deep well",
                "alternativeSource",
                "None within ten miles",
                "healthRisk",
                "Mottled teeth",
                "cannotMeet",
                true,
                "technologyAvailable",
                true,
                "noOtherSource",
                true,
                "noUnreasonableRisk",
                true,
                "acuteRiskFound",
                false,
                "recommendation",
                recommendation));
        if (recommendation.equals("GRANT")) {
            answers.put("bestTechnology", "Activated alumina at the well");
        }
        answers.putAll(CaseWalk.variables(other));
        return at.complete("ConsiderMclVariance", RequestWalk.answers(answers));
    }

    private static Object[] nothingToComplyWith(String conditions) {
        return new Object[] {"scheduleKind", "NONE", "requestConditions", conditions};
    }

    private Object[] schedule(Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "scheduleKind",
                "DATES",
                "milestones",
                theCase.inDays(200) + " Arrangement completed\n" + theCase.inDays(400) + " Connection initiated",
                "finalComplianceOn",
                theCase.inDays(700),
                "interimMeasures",
                theCase.inDays(60) + " Bottled water for households with children",
                "requestConditions",
                "Monthly samples"));
        answers.putAll(CaseWalk.variables(other));
        return RequestWalk.answers(answers);
    }
}
