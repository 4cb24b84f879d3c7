package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.abate.ApplicationTest;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Conference, conciliation and persuasion, and the follow-up of a violation found later, outcome by outcome (Manual 3
 * general, 3.1 to 3.6).
 */
@ApplicationTest
@Import({EveryNodeAndFlow.class, CaseWalk.class, BlockWalk.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
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

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aCorrectedViolationEndsItInCompliance() {
        String number = planned(0, false);

        theCase.hasSent(DocumentKind.OFFER_TO_MEET, 1)
                .complete(
                        "RecordContact", "contactKind", "MEETING", "contactMinutes", 60, "persuasionResult", "CONTINUE")
                .complete("RecordContact", "contactKind", "VISIT", "persuasionResult", "COMPLIANCE");

        assertThat(caseRecord.contacts(number)).hasSize(2);
        assertThat(theCase.corrected()).containsExactly(1);
        blocks.ended(number, PERSUASION, "ReturnedToComplianceEnd", "compliance");
    }

    @Test
    void theSupervisorAgreesOnTheActivities() {
        String number = blocks.opened(Program.WATER, 0);
        blocks.start(PERSUASION, number)
                .complete("PlanPersuasion", "persuasionActivities", "Write letters", "anotherDivisionLeads", false)
                .complete("ReviewPlan", "planAgreed", false, "rejectionReason", "Visit the site")
                .complete("PlanPersuasion", "persuasionActivities", "Visit the site", "anotherDivisionLeads", false)
                .complete("ReviewPlan", "planAgreed", true)
                .complete("RecordContact", "persuasionResult", "SCHEDULE");

        assertThat(blocks.timeline(number, "PERSUASION_PLANNED")).containsExactly("Write letters", "Visit the site");
        blocks.ended(number, PERSUASION, "ScheduleAgreed", "schedule");
    }

    @Test
    void theSectionIsNotifiedOfEveryContactWhicheverWayItIsRecorded() {
        String number = planned(0, false);

        contacts.add(
                number,
                new NewContact("CALL", LocalDate.now(clock), "R. Staff", 5, "J. Owner", "Asked about the plan"));
        theCase.complete("RecordContact", "contactWith", "the operator", "persuasionResult", "FORMAL");

        assertThat(blocks.timeline(number, "NOTICE"))
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("To water-enforcement: contact of")
                        .contains("J. Owner"))
                .anySatisfy(notice -> assertThat(notice).contains("with the operator"))
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith("To water-enforcement: conference, conciliation and persuasion has ended"));
        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
        contacts.add(number, new NewContact("CALL", LocalDate.now(clock), "R. Staff", 5, "a neighbor", null));
        assertThat(blocks.timeline(number, "NOTICE")).hasSize(3);
    }

    @Test
    void anotherDivisionThatLeadsTheAssistanceReportsInTime() {
        String number = planned(0, true);

        theCase.complete("RecordProgressReport", "progressReport", "Two visits were made")
                .hasPaper(DocumentKind.PROGRESS_REPORT, 1)
                .complete("RecordContact", "persuasionResult", "COMPLIANCE");

        assertThat(theCase.text(DocumentKind.PROGRESS_REPORT))
                .contains("Two visits were made", "Environmental Assistance");
        blocks.ended(number, PERSUASION, "ReturnedToComplianceEnd", "compliance");
    }

    @Test
    void anOverdueProgressReportIsAskedFor() {
        String number = planned(0, true);

        theCase.fire("ProgressReportDue");
        assertThat(blocks.timeline(number, "NOTICE")).singleElement().satisfies(notice -> assertThat(notice)
                .startsWith("To water-chief: the progress report"));
        theCase.complete("RecordOverdueProgressReport", "progressReport", "One visit")
                .hasPaper(DocumentKind.PROGRESS_REPORT, 1)
                .isAt("RecordContact");
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
        String number = planned(85, false);

        theCase.fire("EightyDaysPassed");
        assertThat(due("NinetyDaysPassed"))
                .isEqualTo(caseRecord.get(number).discoveredOn().plusDays(90));
        theCase.fire("NinetyDaysPassed");

        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void aHundredAndEightyDaysEndIt() {
        String number = planned(0, true);

        theCase.fire("HundredEightyDaysPassed");

        blocks.ended(number, PERSUASION, "FormalEnforcement", "formal-enforcement");
    }

    @Test
    void datesThatPassedBeforeItBeganFireAtOnce() {
        planned(200, false);

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
        Trial.of(PERSUASION).deploy(engine);
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
        theCase.in(number)
                .complete("PlanPersuasion", "persuasionActivities", "Call", "anotherDivisionLeads", false)
                .complete("ReviewPlan", "planAgreed", true);

        assertThat(blocks.timeline(number, "DECISION"))
                .containsExactly("Determine enforcement path: ccp. Non-acute violation (Manual 3 general)");
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
        theCase.complete("ReviewPlan", "planAgreed", true);
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
