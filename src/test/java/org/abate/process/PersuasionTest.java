package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewContact;
import org.abate.casefile.NewFacility;
import org.abate.casefile.NewParty;
import org.abate.casefile.NewViolation;
import org.abate.casefile.Program;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Conference, conciliation and persuasion, and the follow-up of a violation found later, outcome by outcome (Manual 3
 * general, 3.1 to 3.6).
 */
@StoriesOf({"conference-conciliation-persuasion", "new-violation-follow-up"})
class PersuasionTest {

    private static final String PERSUASION = "conference-conciliation-persuasion";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private CaseContacts contacts;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Clock clock;

    private Deployment trial;

    @AfterEach
    void today() {
        ClockUtil.reset();
        if (trial != null) {
            engine.getRepositoryService().deleteDeployment(trial.getId(), true);
        }
    }

    @Test
    void aCorrectedViolationEndsItInCompliance() {
        String number = planned(0, false);

        theCase.hasSent(DocumentKind.OFFER_TO_MEET, 1)
                .contacted("MEETING", "CONTINUE")
                .contacted("VISIT", "COMPLIANCE");

        assertThat(caseRecord.contacts(number)).hasSize(2);
        assertThat(theCase.corrected()).containsExactly(1);
        blocks.ended(number, PERSUASION, "ReturnedToComplianceEnd", "compliance");
    }

    @Test
    void theSupervisorAgreesOnTheActivities() {
        String number = blocks.opened(Program.WATER, 0);
        blocks.start(PERSUASION, number, "planReview", true)
                .complete("PlanPersuasion", "persuasionActivities", "Write letters", "anotherDivisionLeads", false)
                .complete("ReviewPlan", "planAgreed", false, "rejectionReason", "Visit the site")
                .complete("PlanPersuasion", "persuasionActivities", "Visit the site", "anotherDivisionLeads", false)
                .complete("ReviewPlan", "planAgreed", true)
                .contacted("MEETING", "SCHEDULE");

        assertThat(blocks.timeline(number, "PERSUASION_PLANNED")).containsExactly("Write letters", "Visit the site");
        assertThat(blocks.timeline(number, "WRITTEN_SCHEDULE"))
                .singleElement()
                .satisfies(schedule -> assertThat(schedule).contains("bilateral compliance agreement"));
        blocks.ended(number, PERSUASION, "ScheduleAgreed", "schedule");
    }

    @Test
    void theSectionIsNotifiedOfEveryContactWhicheverWayItIsRecorded() {
        String number = planned(0, false);

        contacts.add(number, new NewContact("CALL", LocalDate.now(clock), null, 5, "J. Owner", "Asked about the plan"));
        theCase.contacted("TELEPHONE", "FORMAL");

        assertThat(blocks.timeline(number, "NOTICE"))
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("To water-enforcement: contact of")
                        .contains("J. Owner"))
                .anySatisfy(notice -> assertThat(notice).contains("with The owner"))
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("To water-enforcement: conference, conciliation and persuasion has ended"));
        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void whoOnlySaysWhereTheCaseStandsInventsNoContact() {
        String number = planned(0, false);

        theCase.complete("RecordContact", "contactKind", "NONE", "persuasionResult", "FORMAL");

        assertThat(caseRecord.contacts(number)).isEmpty();
        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void aContactSaysWithWhomAndWhatWasSaid() {
        planned(0, false);

        assertThatThrownBy(
                        () -> theCase.complete("RecordContact", "contactKind", "MEETING", "persuasionResult", "FORMAL"))
                .hasMessageContaining("contactWith")
                .hasMessageContaining("contactNote");
    }

    @Test
    void anotherDivisionThatLeadsTheAssistanceReportsInTime() {
        String number = planned(0, true);

        theCase.complete(
                        "RecordProgressReport",
                        "progressReport",
                        "Two visits were made",
                        "nextReportOwed",
                        true,
                        "progressReportDueOn",
                        theCase.inDays(60))
                .hasPaper(DocumentKind.PROGRESS_REPORT, 1);
        assertThat(due("ProgressReportDue")).isEqualTo(LocalDate.now(clock).plusDays(60));
        theCase.complete("RecordProgressReport", "progressReport", "A third visit", "nextReportOwed", false)
                .hasPaper(DocumentKind.PROGRESS_REPORT, 2)
                .contacted("VISIT", "COMPLIANCE");

        assertThat(theCase.text(DocumentKind.PROGRESS_REPORT)).contains("A third visit", "Environmental Assistance");
        blocks.ended(number, PERSUASION, "ReturnedToComplianceEnd", "compliance");
    }

    @Test
    void anOverdueProgressReportIsAskedFor() {
        String number = planned(0, true);

        theCase.fire("ProgressReportDue");
        assertThat(blocks.timeline(number, "NOTICE")).singleElement().satisfies(notice -> assertThat(notice)
                .startsWith("To water-chief: the progress report"));
        theCase.complete("RecordOverdueProgressReport", "progressReport", "One visit", "nextReportOwed", false)
                .hasPaper(DocumentKind.PROGRESS_REPORT, 1)
                .isAt("RecordContact");
    }

    @Test
    void aReportThatStaysAwayIsWaitedForByANewDayOrTheProgramTakesTheAssistanceBack() {
        String number = planned(0, true);

        theCase.fire("ProgressReportDue")
                .fire("ReportStillMissing")
                .complete(
                        "DecideOnMissingReport",
                        "missingReportDecision",
                        "WAIT",
                        "progressReportDueOn",
                        theCase.inDays(20),
                        "missingReportNote",
                        "The inspector is back next week")
                .isAt("RecordProgressReport");
        assertThat(due("ProgressReportDue")).isEqualTo(LocalDate.now(clock).plusDays(20));
        theCase.fire("ProgressReportDue")
                .fire("ReportStillMissing")
                .complete(
                        "DecideOnMissingReport",
                        "missingReportDecision",
                        "TAKE_BACK",
                        "missingReportNote",
                        "Nobody went there");
        assertThat(theCase.tasks("RecordProgressReport")).isEmpty();
        assertThat(blocks.timeline(number, "PROGRESS_REPORT"))
                .containsExactly(
                        "The report of the division that leads the assistance is now due on "
                                + CaseWalk.inWords(theCase.today().plusDays(20))
                                + ". The inspector is back next week",
                        "The program takes the assistance back. Nobody went there");
        theCase.isAt("RecordContact");
    }

    @Test
    void theProgramIsContactedBeforeTheNinetiethDay() {
        String number = planned(20, false);
        LocalDate discovered = caseRecord.get(number).discoveredOn();

        assertThat(due("EightyDaysPassed")).isEqualTo(discovered.plusDays(80));
        assertThat(due("HundredEightyDaysPassed")).isEqualTo(discovered.plusDays(180));
        theCase.fire("EightyDaysPassed").isAt("ContactProgram").isAt("RecordContact");
        assertThat(new DeadlineCalendar()
                        .day(theCase.task("ContactProgram").getDueDate().toInstant()))
                .isEqualTo(discovered.plusDays(90));
        theCase.complete("ContactProgram", "programContact", "The section chief")
                .isAt("RecordContact");
        assertThat(theCase.tasks("ContactProgram")).isEmpty();
        assertThat(blocks.timeline(number, "PROGRAM_CONTACTED"))
                .containsExactly("The program was contacted: The section chief");
    }

    @Test
    void withoutContactWithTheProgramFormalEnforcementFollowsOnDayNinety() {
        String number = planned(70, false);

        theCase.fire("EightyDaysPassed");
        assertThat(due("NinetyDaysPassed"))
                .isEqualTo(caseRecord.get(number).discoveredOn().plusDays(90));
        theCase.fire("NinetyDaysPassed");

        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void whatBeginsAfterDayEightyNamesTheContactFirstAndIsNotAskedAgain() {
        String number = blocks.opened(Program.AIR, 95);
        blocks.start(PERSUASION, number);

        assertThatThrownBy(() -> theCase.complete(
                        "PlanPersuasion", "persuasionActivities", "Calls", "anotherDivisionLeads", false))
                .hasMessageContaining("contact the program before the work begins");
        theCase.complete(
                        "PlanPersuasion",
                        "persuasionActivities",
                        "Calls",
                        "anotherDivisionLeads",
                        false,
                        "programContact",
                        "The section chief")
                .fire("EightyDaysPassed")
                .isAt("RecordContact");

        assertThat(theCase.tasks("ContactProgram")).isEmpty();
        assertThat(blocks.timeline(number, "PROGRAM_CONTACTED"))
                .containsExactly("The program was contacted: The section chief");
    }

    @Test
    void aHundredAndEightyDaysEndIt() {
        String number = planned(0, true);

        theCase.fire("HundredEightyDaysPassed");

        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void datesThatPassedBeforeItBeganFireAtOnce() {
        String number = blocks.opened(Program.AIR, 200);
        blocks.start(PERSUASION, number)
                .complete(
                        "PlanPersuasion",
                        "persuasionActivities",
                        "Calls",
                        "anotherDivisionLeads",
                        false,
                        "programContact",
                        "The section chief");

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("HundredEightyDaysPassed")
                        .processInstanceId(theCase.task("RecordContact").getProcessInstanceId())
                        .executable()
                        .count())
                .isEqualTo(1);
    }

    /** The block is not told the day of discovery: it counts from that of the case that called it. */
    @Test
    void aCalledBlockCountsFromTheCasesDiscoveryAndItsLettersDayIsThatOfTheFollowUp() {
        trial = Trial.of(PERSUASION).deploy(engine);
        LocalDate discovered = LocalDate.now(clock).minusDays(30);
        String number = processes
                .open(
                        new NewCase(
                                Program.METALLIC_MINERALS,
                                new NewFacility(
                                        null,
                                        "Pit",
                                        "2 Quarry Road, Rolla, MO 65401",
                                        "Phelps",
                                        "Southeast",
                                        java.util.Map.of()),
                                new NewParty("Pit Company", "PO Box 4, Rolla, MO 65402"),
                                discovered,
                                List.of(new NewViolation("10 CSR 45-6.010", "No plan", List.of(discovered)))),
                        java.util.Map.of())
                .caseNumber();
        theCase.in(number).complete("PlanPersuasion", "persuasionActivities", "Call", "anotherDivisionLeads", false);

        assertThat(blocks.timeline(number, "DECISION"))
                .containsExactly(
                        "Determine enforcement path: conference, conciliation and persuasion. Non-acute violation (Manual 3 general).");
        assertThat(engine.getRuntimeService().getVariable(root(number), "enforcementPath"))
                .isEqualTo("ccp");
        assertThat(due("EightyDaysPassed")).isEqualTo(discovered.plusDays(80));
        theCase.raise(
                CaseEvent.NEW_VIOLATION_FOUND,
                null,
                new NewViolation("10 CSR 45-6.020", "No fence", List.of(LocalDate.now(clock))));
        LocalDate answerBy = LocalDate.now(clock).plusDays(30);
        assertThat(caseRecord.documents(number))
                .filteredOn(letter -> letter.kind() == DocumentKind.LETTER_OF_WARNING)
                .singleElement()
                .satisfies(letter -> assertThat(letter.respondBy()).isEqualTo(answerBy));
        assertThat(due("ResponseForNewViolationDue")).isEqualTo(answerBy);
        assertThat(FollowUps.running(engine, root(number))).containsExactly(2);
        theCase.fire("ResponseForNewViolationDue")
                .complete("DecideOnNewViolation", "newViolationDecision", "CORRECTED");
        assertThat(theCase.corrected()).containsExactly(2);
        assertThat(FollowUps.running(engine, root(number))).isEmpty();
    }

    @Test
    void aNewViolationIsAnsweredAndCorrected() {
        String number = followedUp();

        theCase.complete("RecordResponseForNewViolation", "newViolationCorrected", true);

        assertThat(theCase.corrected()).containsExactly(1);
        blocks.ended(number, "new-violation-follow-up", "NewViolationAnswered", "corrected");
    }

    @Test
    void aNewViolationThatIsNotCorrectedGoesAlongWithTheCase() {
        String number = followedUp();

        theCase.complete("RecordResponseForNewViolation", "newViolationCorrected", false)
                .complete("DecideOnNewViolation", "newViolationDecision", "GOES_ALONG");

        assertThat(theCase.corrected()).isEmpty();
        blocks.ended(number, "new-violation-follow-up", "NewViolationJoined", "joined");
    }

    private String followedUp() {
        String number = blocks.opened(Program.AIR, 10);
        blocks.start(
                "new-violation-follow-up",
                number,
                "newViolations",
                "1",
                "newViolationLetterSentOn",
                java.util.Date.from(clock.instant()));
        return number;
    }

    private String planned(int daysAgo, boolean anotherDivision) {
        String number = blocks.opened(Program.WATER, daysAgo);
        if (anotherDivision) {
            blocks.start(PERSUASION, number)
                    .complete(
                            "PlanPersuasion",
                            "persuasionActivities",
                            "Assistance visits",
                            "anotherDivisionLeads",
                            true,
                            "leadingDivision",
                            "Environmental Assistance Office",
                            "progressReportDueOn",
                            theCase.inDays(30));
        } else {
            blocks.start(PERSUASION, number)
                    .complete("PlanPersuasion", "persuasionActivities", "Calls", "anotherDivisionLeads", false);
        }
        return number;
    }

    private LocalDate due(String timer) {
        return engine.getManagementService().createJobQuery().activityId(timer).timers().list().stream()
                .filter(job -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(theCase.caseNumber())
                                .count()
                        == 1)
                .map(job -> new DeadlineCalendar().day(job.getDuedate().toInstant()))
                .findFirst()
                .orElseThrow();
    }

    private String root(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .singleResult()
                .getId();
    }
}
