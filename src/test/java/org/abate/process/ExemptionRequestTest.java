package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.WaterSystem.Standing;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request for an exemption, outcome by outcome (10 CSR 60-6.020, 60-6.030, 60-6.040). */
@StoriesOf("exemption-request")
class ExemptionRequestTest {

    private static final String REQUEST = "exemption-request";
    private static final String ITEMS = "ABCDEFGH";

    @Autowired
    private CaseWalk theCase;

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
    void anExemptionIsGrantedAtMostThreeYearsPastTheComplianceDate() {
        start();
        proposed();
        LocalDate latest = theCase.today().plusYears(3);
        assertThatThrownBy(() -> propose(latest.plusDays(1).toString()))
                .hasMessageContaining("Elm Spring must comply by " + RequestWords.date(latest))
                .hasMessageContaining("10 CSR 60-6.030(2)(C)");
        assertThatThrownBy(() ->
                        theCase.complete("ProposeSchedule", soonAsPracticable(schedule(latest.toString()), false)))
                .hasMessageContaining("soonAsPracticable")
                .hasMessageContaining("10 CSR 60-6.030(2)(C)");
        propose(latest.toString());
        request.approved();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("proposes to grant the exemption that follows")
                .contains("will be terminated when the system comes into compliance", "10 CSR 60-6.020(4)(B)");
        request.unheard();

        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("grants an exemption from the maximum contaminant level for fluoride")
                .contains("Its termination date is " + CaseWalk.inWords(latest))
                .contains(
                        "The department has determined that this is as soon as practicable (10 CSR 60-6.030(2)(C)): The loan"
                                + " is paid out in two years")
                .contains("will be terminated when the system comes into compliance", "10 CSR 60-6.020(4)(B)")
                .contains("Compliance with the schedule that follows (10 CSR 60-6.030(2)(E))")
                .contains(RequestWalk.effective(theCase.today().plusDays(30)));
        assertThat(request.system().latestComplianceOn()).isEqualTo(latest);

        theCase.complete("RecordFinding", "grantFinding", "FAILURE", "findingNote", "Nothing was built")
                .complete(
                        "DecideOnTermination",
                        "terminationDecision",
                        "TERMINATE",
                        "terminationReason",
                        "Nothing was built")
                .ended(CaseStatus.CLOSED, "Terminated");
        assertThat(request.standing()).isEqualTo(Standing.TERMINATED);
        assertThat(caseRecord.documents(theCase.caseNumber()))
                .filteredOn(document -> document.kind() == DocumentKind.DECISION_NOTICE)
                .extracting(Document::title)
                .containsExactly(
                        "Notice of Decision to Elm Spring Association: proposes to grant the exemption that follows",
                        "Notice of Decision to Elm Spring Association: grants an exemption from the maximum contaminant"
                                + " level for fluoride",
                        "Notice of Decision to Elm Spring Association: terminates the exemption from the maximum"
                                + " contaminant level for fluoride for "
                                + request.system().inWords() + " on " + RequestWords.date(theCase.today()));
    }

    /** What the form, the rule and the record refuse, each once; in Tasklist under the labels that a person sees. */
    @Test
    void everyFaultOfTheStartFormIsToldAtOnceByItsLabel() {
        Map<String, Object> form = request.form(
                "facilityCounty",
                "Felps",
                "facilityRegion",
                null,
                "pwsid",
                "abc",
                "peopleServed",
                0,
                "discoveredOn",
                theCase.inDays(2),
                "acuteRisk",
                true,
                "complianceDueOn",
                theCase.inDays(90),
                "jointWith",
                "DW-1999-00001");
        String process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(REQUEST)
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() -> engine.getFormService().submitStartForm(process, form))
                .hasMessageContaining("peopleServed: must be at least 1")
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.sentences())
                        .containsExactly(
                                "\"County\" is no county of Missouri; the nearest name is Phelps",
                                "\"Region\" is required: one of Kansas City, Northeast, St. Louis, Southeast,"
                                        + " Southwest",
                                "\"Public water system number\" must be letters and digits, such as MO6010707",
                                "\"Persons served\": must be at least 1",
                                "\"Request received on\": is in the future; give a day up to today, " + theCase.today(),
                                "\"Does a violation of this MCL present an acute, short-term risk to public"
                                        + " health?\": must be no: an exemption is not granted from an MCL whose"
                                        + " violation presents an acute, short-term risk to public health (10 CSR"
                                        + " 60-6.020(1))",
                                "\"Joint request with case\" DW-1999-00001 is no case of a request for an"
                                        + " exemption; name one, or leave it empty"));
    }

    @Test
    void aNumberIsTheSameHoweverItIsWrittenAndANameHasNoSignThatNobodySees() {
        start("peopleServed", 3000.0).isAt("CheckCompleteness");
        start("peopleServed", "3000.0", "pwsid", "MO6010711").isAt("CheckCompleteness");

        assertThatThrownBy(() -> start("facilityName", "Elm \u202egnirpS", "contaminant", "\u00a0\u200b"))
                .hasMessageContaining(
                        "facilityName: has the invisible sign U+202E, which no letter can print: leave it out")
                .hasMessageContaining("contaminant: \"Contaminant, or treatment technique\" is required");
    }

    /** Or it would stand in the letter as "#". */
    @Test
    void aSignThatNoLetterCanPrintIsRefusedWhereItIsTyped() {
        start();
        request.check(ITEMS);
        consider("DENY");

        assertThatThrownBy(() -> theCase.complete(
                        "DecideOnRequest",
                        "requestDecision",
                        "DENY",
                        "requestReason",
                        "Thirty ug/l \uD83D\uDE42 and \u6C34"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.sentences())
                        .containsExactly("\"Reason\": has \"\uD83D\uDE42\", \"\u6C34\", which no letter can print:"
                                + " leave it out, or say it in words"));
        theCase.complete(
                        "DecideOnRequest",
                        "requestDecision",
                        "DENY",
                        "requestReason",
                        "Thirty µg/l – “too much” for Señor Åse, § 640.130, ½, Ω")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("Thirty µg/l – “too much” for Señor Åse");
    }

    @Test
    void aLineThatIsNoStepHidesNeitherALateDateNorTheFaultsOfTheOtherLines() {
        start();
        proposed();
        LocalDate latest = theCase.today().plusYears(3);

        assertThatThrownBy(() -> theCase.complete(
                        "ProposeSchedule",
                        "milestones",
                        "next spring: a study\n" + theCase.inDays(3) + " Loan agreed",
                        "finalComplianceOn",
                        latest.plusDays(1).toString(),
                        "soonAsPracticable",
                        true,
                        "practicableReason",
                        "The loan is paid out in two years"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.sentences())
                        .hasSize(4)
                        .anyMatch(fault ->
                                fault.startsWith("\"Steps toward compliance\": line 1: \"next spring: a study\" "))
                        .anyMatch(fault -> fault.startsWith("\"Steps toward compliance\": \"" + theCase.inDays(3)
                                + " Loan agreed\" is due before the schedule can take effect"))
                        .anyMatch(fault -> fault.startsWith(
                                "\"Final compliance by\": Elm Spring must comply by " + RequestWords.date(latest)))
                        .anyMatch(fault -> fault.endsWith(" is conditioned on\" is required")));
    }

    /** Before the steps were a list they were one text. */
    @Test
    void aRequestBegunWithAnEarlierVersionGoesOnIntoItsGrant() {
        start();
        proposed();
        propose(theCase.inDays(700));
        this.request.approved();
        String request = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .processDefinitionKey(REQUEST)
                .singleResult()
                .getId();
        LocalDate end = theCase.today().plusDays(700);
        engine.getRuntimeService().removeVariable(request, "grantEndsOn");
        engine.getRuntimeService()
                .setVariable(
                        request,
                        "trackedSteps",
                        theCase.inDays(200) + " Loan agreed\n" + theCase.inDays(700) + " Done");
        String first = theCase.inDays(200) + " Loan agreed";

        this.request.unheard();

        assertThat(theCase.seen("RecordMilestone", "milestone")).contains(first);
        assertThat(this.request.system().endsOn()).isEqualTo(end);
    }

    @Test
    void aSystemThatCompliesEndsItsExemption() {
        start();
        proposed();
        propose(theCase.inDays(700));
        theCase.complete("ApproveTerms", "termsDecision", "SEND_BACK", "termsReason", "Sooner");
        propose(theCase.inDays(650));
        request.approved();
        request.heard("REVISED");
        theCase.complete("ReviseProposal", schedule(theCase.inDays(640)))
                .complete("ApproveRevision", "termsDecision", "SEND_BACK", "termsReason", "Sooner still")
                .complete("ReviseProposal", schedule(theCase.inDays(600)))
                .complete("ApproveRevision", "termsDecision", "APPROVE")
                .complete("RecordFinding", "grantFinding", "COMPLIANCE", "findingNote", "New well")
                .complete(
                        "ConfirmSystemComplies",
                        "systemComplies",
                        true,
                        "compliedOn",
                        theCase.today().toString())
                .ended(CaseStatus.RETURNED_TO_COMPLIANCE, "SystemComplies");
    }

    @Test
    void noExemptionIsProposedWithoutEveryFindingAndOneOfTheThreeGrounds() {
        start();
        request.check(ITEMS);
        assertThatThrownBy(() -> consider(
                        "GRANT", "noRestructuring", false, "allPracticableSteps", false, "exemptionGround", "NONE"))
                .hasMessageContaining("10 CSR 60-6.020(1)(D)")
                .hasMessageContaining("10 CSR 60-6.020(4)(D)")
                .hasMessageContaining("one of 1., 2. or 3.");
        consider("DENY", "noRestructuring", false);
        assertThat(theCase.seen("DecideOnRequest", "consideredInWords").toString())
                .contains("- (1)(D) Management or restructuring changes cannot reasonably be made")
                .contains("improve the quality of the water **No**")
                .contains("- (3)(B) Time needed to put a new treatment facility into operation **Two years**");
        theCase.complete("DecideOnRequest", "requestDecision", "RECONSIDER", "requestReason", "Look at the neighbors");
        assertThat(theCase.seen("ConsiderExemption", "requestReason")).containsExactly("Look at the neighbors");
        assertThat(theCase.seen("ConsiderExemption", "requestDecision")).containsExactly("RECONSIDER");
        assertThat(theCase.timeline()).anySatisfy(entry -> assertThat(entry)
                .contains("(1)(D) Management or restructuring changes cannot reasonably be made")
                .contains("(4)(D) And one of these: 2. In the case of a system which needs financial assistance")
                .contains(
                        "assistance pursuant to 10 CSR 60-13, or any other federal or state program reasonably likely")
                .contains("short-term risk to public health; then nothing can be granted: No"));
        consider("DENY", "noRestructuring", false)
                .complete("DecideOnRequest", "requestDecision", "DENY", "requestReason", "It can join its neighbor")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("denies the request for an exemption", "neighbor");
    }

    /** A text of a case has 4,000 characters; the factors alone may have 7,200. */
    @Test
    void factorsTooLongToBeShownToTheDirectorAreReadOnTheTimelineAndTheFindingsShown() {
        start();
        request.check(ITEMS);
        consider(
                "DENY",
                "treatmentEquipment",
                "x".repeat(1200),
                "restructuring",
                "y".repeat(1200),
                "timeNeeded",
                "z".repeat(1200));

        assertThat(theCase.seen("DecideOnRequest", "consideredInWords").toString())
                .contains("(1)(A) Due to compelling factors", "too long to be shown here: read them on the timeline")
                .doesNotContain("xxx");
    }

    @Test
    void whatIsTypedEndsWithItsFullStop() {
        assertThat(RequestWords.sentence("Bids take a year ")).isEqualTo("Bids take a year.");
        assertThat(RequestWords.sentence("It says \u201cno.\u201d")).isEqualTo("It says \u201cno.\u201d");
        start();
        proposed();
        propose(theCase.inDays(700));
        request.approved();
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("The loan is paid out in two years. ");
    }

    @Test
    void whatIsMissingIsAskedForAndMayBeDeniedAsIncomplete() {
        start();
        request.check(ITEMS, "E");
        assertThat(theCase.text(DocumentKind.LETTER_OF_INQUIRY)).contains("10 CSR 60-6.020(2)(E) Plans to seek");
        theCase.complete(
                "RecordItems",
                "receivedOn",
                theCase.today().toString(),
                "receivedSummary",
                "A loan application",
                "itemsNext",
                "CHECK");
        request.check(ITEMS, "E")
                .fire("ItemsDue")
                .complete(
                        "DecideOnIncompleteRequest", "incompleteDecision", "ASK_AGAIN", "incompleteReason", "Once more")
                .complete(
                        "RecordItems",
                        "receivedOn",
                        theCase.today().toString(),
                        "receivedSummary",
                        "The loan application once more",
                        "itemsNext",
                        "CHIEF")
                .complete("DecideOnIncompleteRequest", "incompleteDecision", "DENY", "incompleteReason", "No plans")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("10 CSR 60-6.020(4)(C)");
    }

    @Test
    void anIncompleteOneMayBeConsideredAndItsProposalRescinded() {
        start();
        request.check(ITEMS, "E")
                .fire("ItemsDue")
                .complete(
                        "DecideOnIncompleteRequest",
                        "incompleteDecision",
                        "CONSIDER",
                        "incompleteReason",
                        "Enough is there");
        consider("GRANT").complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All is found");
        propose(theCase.inDays(700));
        request.approved();
        request.heard("RESCINDED").ended(CaseStatus.CLOSED, "ProposalRescinded");
        assertThat(request.standing()).isEqualTo(Standing.RESCINDED);
    }

    /** 10 CSR 60-6.040(6), interpretation VE10. */
    @Test
    void whereTheNoticeCameTooLateForItsDatesTheTermsAreWrittenAgain() {
        start();
        proposed();
        propose(theCase.inDays(700));
        request.approved().daysLater(171);
        assertThatThrownBy(() -> request.noticed()).hasMessageContaining("Loan agreed");
        theCase.raise(CaseEvent.TERMS_OVERTAKEN, null);
        propose(theCase.inDays(529));
        request.approved().isAt("PrepareNotice");
    }

    /** 10 CSR 60-6.030(2)(C): every task can be completed by somebody, whatever day it is. */
    @Test
    void whereNoScheduleIsLeftThatTheRuleAllowsTheDirectorDenies() {
        Map<String, Object> form = request.form();
        form.put("complianceDueOn", theCase.today().plusDays(20).minusYears(3).toString());
        request.start(REQUEST, form);
        proposed();
        assertThatThrownBy(() -> propose(theCase.inDays(20))).hasMessageContaining("10 CSR 60-6.040(6)");
        assertThatThrownBy(() -> propose(theCase.inDays(40))).hasMessageContaining("10 CSR 60-6.030(2)(C)");
        theCase.complete("ProposeSchedule", noTerms());
        assertThat(theCase.seen("ApproveTerms", "proposedTerms").toString())
                .contains("No schedule is left that the rule allows", "Twenty days are left");
        assertThatThrownBy(() -> theCase.complete("ApproveTerms", "termsDecision", "APPROVE"))
                .hasMessageContaining("there are no terms to approve");
        theCase.complete("ApproveTerms", "termsDecision", "DENY", "termsReason", "Too little time is left")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("Too little time is left");
    }

    /** 10 CSR 60-6.030(2)(C), 60-6.040(7). */
    @Test
    void whereItsLastDayHasPassedWhenItIsToBeRevisedTheDirectorRescinds() {
        Map<String, Object> form = request.form();
        form.put("complianceDueOn", theCase.today().plusDays(50).minusYears(3).toString());
        request.start(REQUEST, form);
        proposed();
        theCase.complete(
                "ProposeSchedule",
                "milestones",
                theCase.inDays(40) + " Loan agreed",
                "finalComplianceOn",
                theCase.inDays(50),
                "soonAsPracticable",
                true,
                "practicableReason",
                "The pump is on order",
                "requestConditions",
                "Quarterly samples");
        request.approved();
        request.heard("REVISED").daysLater(31);
        assertThatThrownBy(() -> theCase.complete("ReviseProposal", schedule(theCase.inDays(10))))
                .hasMessageContaining("10 CSR 60-6.030(2)(C)");
        theCase.complete("ReviseProposal", noTerms())
                .complete("ApproveRevision", "termsDecision", "RESCIND", "termsReason", "Its last day has passed")
                .ended(CaseStatus.CLOSED, "ProposalRescinded");
        assertThat(request.standing()).isEqualTo(Standing.RESCINDED);
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE)).contains("Its last day has passed");
    }

    @Test
    void anAcuteRiskCannotBeExempted() {
        assertThatThrownBy(() -> start("acuteRisk", true))
                .hasMessageContaining("acute, short-term risk to public health (10 CSR 60-6.020(1))");
        start();
        request.check(ITEMS);
        consider("DENY", "acuteRiskFound", true)
                .complete("DecideOnRequest", "requestDecision", "DENY", "requestReason", "Infants are at risk")
                .ended(CaseStatus.CLOSED, "RequestNotGranted");
        assertThat(theCase.text(DocumentKind.DECISION_NOTICE))
                .contains("acute, short-term risk to public health (10 CSR 60-6.020(1))");
    }

    @Test
    void aRequestIsWithdrawn() {
        start().withdrawRequest("The well is closed").ended(CaseStatus.WITHDRAWN, "RequestWithdrawn");
    }

    private CaseWalk start(Object... other) {
        Map<String, Object> form = request.form(other);
        form.put("complianceDueOn", theCase.today().toString());
        return request.start(REQUEST, form);
    }

    private void proposed() {
        request.check(ITEMS);
        consider("GRANT").complete("DecideOnRequest", "requestDecision", "PROPOSE", "requestReason", "All is found");
    }

    private CaseWalk consider(String recommendation, Object... other) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(
                "treatmentEquipment",
                "None yet",
                "timeNeeded",
                "Two years",
                "economicFeasibility",
                "Only with a loan",
                "restructuring",
                "No neighbor within ten miles",
                "alternativeSource",
                "A new well",
                "compellingFactors",
                true,
                "inOperation",
                true,
                "noUnreasonableRisk",
                true,
                "noRestructuring",
                true,
                "allPracticableSteps",
                true,
                "acuteRiskFound",
                false,
                "exemptionGround",
                "ASSISTANCE",
                "recommendation",
                recommendation));
        answers.putAll(CaseWalk.variables(other));
        return theCase.complete("ConsiderExemption", RequestWalk.answers(answers));
    }

    private CaseWalk propose(String finalCompliance) {
        return theCase.complete("ProposeSchedule", schedule(finalCompliance));
    }

    private static Object[] soonAsPracticable(Object[] schedule, boolean found) {
        Map<String, Object> answers = new HashMap<>(CaseWalk.variables(schedule));
        answers.put("soonAsPracticable", found);
        return RequestWalk.answers(answers);
    }

    private static Object[] noTerms() {
        return new Object[] {"noTerms", true, "noTermsReason", "Twenty days are left"};
    }

    private Object[] schedule(String finalCompliance) {
        return new Object[] {
            "milestones",
            theCase.inDays(200) + " Loan agreed",
            "finalComplianceOn",
            finalCompliance,
            "soonAsPracticable",
            true,
            "practicableReason",
            "The loan is paid out in two years",
            "requestConditions",
            "Quarterly samples"
        };
    }
}
