package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.abate.casefile.Program;
import org.abate.cycletime.FinishedStages;
import org.abate.cycletime.InventedHistory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What analysts read is written as it happens, and can be had again from the engine's history. */
@RunningCases
@Tag("database")
class FinishedStagesTest {

    /** All but the order of writing. */
    private static final String COLUMNS = """
            SELECT id, kind, case_number, program, region, process, version, diagram, diagram_version, stage, name, waits_on,
              inbox, created_at, claimed_at, due_at, finished_at, outcome, seconds, waiting_seconds, stopped_by, stopped_from,
              stopped_until, stayed_seconds, extended_seconds, reached, days_from_discovery, step_overdue
            FROM finished_stage""";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private FinishedStages stages;

    @Autowired
    private InventedHistory history;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void aTaskIsOnRecordWithTheTimeItWaitedAndTheTimeItWasWorkedOn() {
        theCase.open().daysLater(3);
        engine.getTaskService().claim(theCase.task("RecordResponseToLetter").getId(), "tanks-staff");
        theCase.daysLater(2).complete("RecordResponseToLetter");

        assertThat(stagesOfTheCase()).singleElement().satisfies(stage -> {
            assertThat(stage)
                    .containsEntry("kind", "TASK")
                    .containsEntry("process", "tank-enforcement")
                    .containsEntry("version", 1)
                    .containsEntry("stage", "RecordResponseToLetter")
                    .containsEntry("name", "Record response to letter")
                    .containsEntry("program", "tanks")
                    .containsEntry("region", "Southeast")
                    .containsEntry("waits_on", "RESPONSIBLE_PARTY")
                    .containsEntry("inbox", "tanks-staff")
                    .containsEntry("outcome", "COMPLETED");
            assertThat(days(stage, "waiting_seconds")).isEqualTo(3);
            assertThat(days(stage, "seconds")).isEqualTo(5);
            assertThat(stage.get("due_at")).isNotNull();
        });
    }

    /** Taken on day 1, delegated on day 2, given back to its owner on day 9, completed on day 10. */
    @Test
    void whoHandsATaskOnDoesNotPutItBackIntoTheInbox() {
        TaskService tasks = engine.getTaskService();
        theCase.open().daysLater(1);
        String task = theCase.task("RecordResponseToLetter").getId();
        tasks.claim(task, "tanks-staff");
        theCase.daysLater(1);
        tasks.delegateTask(task, "tanks-chief");
        theCase.daysLater(7);
        tasks.resolveTask(task);
        theCase.daysLater(1).complete("RecordResponseToLetter");

        Map<String, Object> stage = stagesOfTheCase().get(0);
        assertThat(days(stage, "waiting_seconds")).isEqualTo(1);
        assertThat(days(stage, "seconds")).isEqualTo(10);
        rebuiltItIsTheSame();
    }

    /** Taken on day 1, put back on day 2, taken again on day 5, given to another on day 6. */
    @Test
    void aTaskThatIsPutBackWaitsUntilItIsTakenAgain() {
        TaskService tasks = engine.getTaskService();
        theCase.open().daysLater(1);
        String task = theCase.task("RecordResponseToLetter").getId();
        tasks.claim(task, "tanks-staff");
        theCase.daysLater(1);
        tasks.setAssignee(task, null);
        theCase.daysLater(3);
        tasks.claim(task, "tanks-chief");
        theCase.daysLater(1);
        tasks.setAssignee(task, "tanks-staff");
        theCase.daysLater(1).complete("RecordResponseToLetter");

        assertThat(days(stagesOfTheCase().get(0), "waiting_seconds")).isEqualTo(5);
        rebuiltItIsTheSame();
    }

    @Test
    void aTaskThatNobodyHasAtItsEndHasNoTimeOfWork() {
        theCase.open().daysLater(1);
        String task = theCase.task("RecordResponseToLetter").getId();
        engine.getTaskService().claim(task, "tanks-staff");
        engine.getTaskService().setAssignee(task, null);
        theCase.daysLater(1).complete("RecordResponseToLetter");

        assertThat(stagesOfTheCase().get(0))
                .containsEntry("waiting_seconds", null)
                .containsEntry("claimed_at", null);
        rebuiltItIsTheSame();
    }

    @Test
    void whatFinishedBeforeACaseWasMovedToAnotherVersionCountsUnderTheOldOne() {
        theCase.open().daysLater(1).complete("RecordResponseToLetter");
        RepositoryService repository = engine.getRepositoryService();
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .processDefinitionKey("tank-enforcement")
                .singleResult();
        Deployment deployment = repository
                .createDeployment()
                .addModelInstance(
                        "tank-enforcement.bpmn", repository.getBpmnModelInstance(instance.getProcessDefinitionId()))
                .deploy();
        String next = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
        try {
            MigrationPlan plan = engine.getRuntimeService()
                    .createMigrationPlan(instance.getProcessDefinitionId(), next)
                    .mapEqualActivities()
                    .build();
            engine.getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .execute();
            theCase.complete("EvaluateResponseToLetter", "responseToLetter", "ADEQUATE");

            assertThat(stagesOfTheCase())
                    .extracting(stage -> stage.get("stage"), stage -> stage.get("version"))
                    .contains(tuple("RecordResponseToLetter", 1), tuple("EvaluateResponseToLetter", 2));
            rebuiltItIsTheSame();
        } finally {
            theCase.raise(CaseEvent.CASE_WITHDRAWN, "Sold");
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void aDeadlineThatPassesAWithdrawalAndTheCaseAsAWholeAreToldApart() {
        theCase.open().daysLater(46).fire("ResponseToLetterDue").daysLater(1).raise(CaseEvent.CASE_WITHDRAWN, "Sold");

        assertThat(stagesOfTheCase())
                .extracting(stage -> stage.get("kind"), stage -> stage.get("stage"), stage -> stage.get("outcome"))
                .containsExactly(
                        tuple("CASE", "tank-enforcement", "WITHDRAWN"),
                        tuple("TASK", "PrepareNoticeOfViolation", "WITHDRAWN"),
                        tuple("TASK", "RecordResponseToLetter", "TIMER_PASSED"));
        assertThat(stagesOfTheCase().get(0)).containsEntry("waits_on", null).containsEntry("due_at", null);
        assertThat(days(stagesOfTheCase().get(0), "seconds")).isEqualTo(47);
        assertThat(stagesOfTheCase().get(1)).containsEntry("waits_on", "DEPARTMENT");
    }

    @Test
    void aCaseIsOverdueWhereOneOfItsStepsWas() {
        theCase.open().daysLater(1).raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        assertThat(ofKind("CASE").get(0)).containsEntry("step_overdue", false);

        theCase.open().daysLater(46).fire("ResponseToLetterDue").raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        assertThat(ofKind("CASE").get(0)).containsEntry("step_overdue", true);
        assertThat(ofKind("TASK"))
                .extracting(stage -> stage.get("step_overdue"))
                .containsOnlyNulls();
        rebuiltItIsTheSame();
    }

    @Test
    void whatAnotherEventEndsWasInterrupted() {
        theCase.open().raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Fixed");

        assertThat(stagesOfTheCase()).singleElement().satisfies(stage -> assertThat(stage)
                .containsEntry("stage", "RecordResponseToLetter")
                .containsEntry("outcome", "INTERRUPTED"));
    }

    /** Day 10: asked for; day 12: granted, from day 30 to 60; day 50: met, 20 days into the extension. */
    @Test
    void aBlocksStageCountsUnderTheProgramAndItsExtensionIsTimeInWhichTheClockStood() {
        openWithExtendedMilestone();
        theCase.daysLater(38)
                .complete("RecordMilestone", "milestoneResult", "MET")
                .complete("RecordMilestone", "milestoneResult", "MET");

        List<Map<String, Object>> milestones = stagesOfTheCase().stream()
                .filter(stage -> stage.get("stage").equals("RecordMilestone"))
                .toList();
        assertThat(milestones).hasSize(3).allSatisfy(stage -> assertThat(stage)
                .containsEntry("process", "tank-enforcement")
                .containsEntry("diagram", "compliance-schedule")
                .containsEntry("diagram_version", 1));
        assertThat(milestones)
                .extracting(stage -> stage.get("stopped_by"), stage -> stage.get("extended_seconds"))
                .contains(tuple(null, 0L))
                .anySatisfy(extended -> {
                    assertThat(extended.toList().get(0)).isEqualTo("EXTENSION");
                    assertThat(Duration.ofSeconds((long) extended.toList().get(1)))
                            .isBetween(Duration.ofDays(19), Duration.ofDays(20));
                });
        rebuiltItIsTheSame();
    }

    /** From day 30 to 60 and, granted on day 52, to 80: from day 52 until it is met on day 70 the clock stands all the time. */
    @Test
    void whatIsExtendedAgainStandsStillFromItsFirstDueDateOn() {
        openWithMilestones(theCase.inDays(30) + " Replace the spill bucket");
        theCase.daysLater(10);
        extendMilestone(theCase.inDays(50), 2);
        theCase.daysLater(38);
        extendMilestone(theCase.inDays(30), 2);
        theCase.daysLater(18).complete("RecordMilestone", "milestoneResult", "MET");

        assertThat(stagesOfTheCase())
                .filteredOn(stage -> stage.get("stage").equals("RecordMilestone"))
                .extracting(stage -> Math.round((long) stage.get("extended_seconds") / 86_400.0))
                .containsExactly(0L, 20L, 18L);
        rebuiltItIsTheSame();
    }

    @Test
    void anAppealStaysTheClockOfItsTaskAndOfTheCase() {
        theCase.open(Program.DRINKING_WATER, true);
        theCase.raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        database.sql("DELETE FROM finished_stage WHERE case_number = ?")
                .param(theCase.caseNumber())
                .update();
        String instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .rootProcessInstances()
                .singleResult()
                .getId();
        // One task of the case becomes an appeal of three days
        database.sql(
                        "UPDATE act_hi_taskinst SET name_ = 'Record decision on appeal', start_time_ = start_time_ - INTERVAL '3' DAY"
                                + " WHERE root_proc_inst_id_ = ?")
                .param(instance)
                .update();
        database.sql("UPDATE act_hi_procinst SET start_time_ = start_time_ - INTERVAL '5' DAY WHERE id_ = ?")
                .param(instance)
                .update();
        stages.rebuild();

        assertThat(stagesOfTheCase())
                .filteredOn(stage -> !stage.get("kind").equals("LIMIT"))
                .allSatisfy(stage -> assertThat(days(stage, "stayed_seconds")).isEqualTo(3))
                .extracting(stage -> stage.get("kind"))
                .contains("CASE", "TASK");
    }

    private void openWithExtendedMilestone() {
        openWithMilestones(theCase.inDays(30) + " Replace the spill bucket\n" + theCase.inDays(50) + " Test the line");
        theCase.daysLater(10);
        extendMilestone(theCase.inDays(50), 2);
    }

    private void openWithMilestones(String milestones) {
        theCase.open()
                .complete("RecordResponseToLetter")
                .complete("EvaluateResponseToLetter", "responseToLetter", "SCHEDULE")
                .complete("ReviewComplianceSchedule", "scheduleAccepted", true)
                .complete("EnterMilestones", "milestones", milestones);
    }

    /** Asked for now, and decided so many days later. */
    private void extendMilestone(String newDueDate, int decidedAfter) {
        theCase.complete(
                        "RecordMilestone",
                        "milestoneResult",
                        "EXTENSION_REQUESTED",
                        "extensionRequest",
                        "Parts are late")
                .daysLater(decidedAfter)
                .complete(
                        "DecideOnExtension",
                        "extensionGranted",
                        true,
                        "newDueDate",
                        newDueDate,
                        "extensionReason",
                        "The supplier confirms the delay");
    }

    /** Discovered on the day it was opened; the facility complies on its own 100 days later. */
    @Test
    void persuasionIsOnRecordWithWhatItCameToAndItsDaysAndItsLimit() {
        theCase.open(Program.METALLIC_MINERALS, true);
        planPersuasion();
        theCase.daysLater(100).raise(CaseEvent.RETURNED_TO_COMPLIANCE, "Fixed");

        assertThat(ofKind("PERSUASION")).singleElement().satisfies(persuasion -> assertThat(persuasion)
                .containsEntry("diagram", "conference-conciliation-persuasion")
                .containsEntry("process", "metallic-minerals-enforcement")
                .containsEntry("reached", "COMPLIANCE")
                .hasEntrySatisfying(
                        "days_from_discovery", days -> assertThat((int) days).isBetween(100, 101)));
        assertThat(ofKind("LIMIT"))
                .filteredOn(limit -> limit.get("stage").equals("HundredEightyDaysPassed"))
                .singleElement()
                .satisfies(limit -> assertThat(limit).containsEntry("outcome", "COMPLETED"));
        rebuiltItIsTheSame();
    }

    @Test
    void aLimitOfAPartOfADiagramThatPassesIsOnRecordAsPassed() {
        theCase.open(Program.METALLIC_MINERALS, true);
        planPersuasion();
        theCase.daysLater(181).fire("HundredEightyDaysPassed");

        assertThat(ofKind("PERSUASION")).singleElement().satisfies(persuasion -> assertThat(persuasion)
                .containsEntry("reached", "FORMAL_ENFORCEMENT"));
        assertThat(ofKind("LIMIT"))
                .filteredOn(limit -> limit.get("stage").equals("HundredEightyDaysPassed"))
                .singleElement()
                .satisfies(limit -> assertThat(limit).containsEntry("outcome", "TIMER_PASSED"));
        rebuiltItIsTheSame();
    }

    private void planPersuasion() {
        theCase.complete("PrepareFirstLetter", "actionsRequired", "Stabilize the slope")
                .fire("ResponseDue")
                .complete("PlanPersuasion", "persuasionActivities", "Call", "anotherDivisionLeads", false);
    }

    private List<Map<String, Object>> ofKind(String kind) {
        return stagesOfTheCase().stream()
                .filter(stage -> stage.get("kind").equals(kind))
                .toList();
    }

    private void rebuiltItIsTheSame() {
        List<Map<String, Object>> before = stagesOfTheCase();
        stages.rebuild();
        assertThat(stagesOfTheCase()).isEqualTo(before);
    }

    @Test
    void aStepThatIsUndoneLeavesNoStage() {
        theCase.open();
        String task = theCase.task("RecordResponseToLetter").getId();

        transaction.executeWithoutResult(undone -> {
            engine.getTaskService().complete(task);
            undone.setRollbackOnly();
        });

        assertThat(stagesOfTheCase()).isEmpty();
    }

    @Test
    void rebuiltFromTheHistoryTheRecordIsTheSame() {
        theCase.open().daysLater(46).fire("ResponseToLetterDue");
        engine.getTaskService().claim(theCase.task("PrepareNoticeOfViolation").getId(), "tanks-staff");
        theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Submit the records")
                .daysLater(1)
                .raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        List<Map<String, Object>> written = all();
        assertThat(stagesOfTheCase()).hasSize(4);
        database.sql("UPDATE finished_stage SET seconds = seconds + 1, waiting_seconds = NULL, claimed_at = NULL"
                        + " WHERE case_number = ?")
                .param(theCase.caseNumber())
                .update();
        database.sql("DELETE FROM finished_stage WHERE case_number = ? AND kind = 'CASE'")
                .param(theCase.caseNumber())
                .update();

        assertThat(stages.rebuild()).isGreaterThanOrEqualTo(4);

        assertThat(all()).isEqualTo(written);
    }

    @Test
    void aStageWhoseHistoryWasCleanedUpStays() {
        theCase.open().complete("RecordResponseToLetter").raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        List<Map<String, Object>> written = stagesOfTheCase();
        String instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(theCase.caseNumber())
                .rootProcessInstances()
                .singleResult()
                .getId();
        engine.getHistoryService().deleteHistoricProcessInstance(instance);

        stages.rebuild();

        assertThat(stagesOfTheCase()).isEqualTo(written).hasSize(3);
    }

    @Test
    void inventedHistoryIsTheSameForTheSameSeedAndOnRecordToTheLastStage() {
        List<Map<String, Object>> invented = invented(7);

        assertThat(invented).hasSizeGreaterThanOrEqualTo(300);
        assertThat(invented).extracting(stage -> stage.get("kind")).contains("CASE", "TASK", "PERSUASION", "LIMIT");
        assertThat(invented)
                .extracting(stage -> stage.get("outcome"))
                .contains("COMPLETED", "TIMER_PASSED", "WITHDRAWN");
        assertThat(invented)
                .anySatisfy(stage -> assertThat(stage.get("diagram")).isNotEqualTo(stage.get("process")));
        assertThat(invented)
                .anySatisfy(stage -> assertThat(stage.get("waiting_seconds")).isNotNull());
        assertThat(invented(7)).isEqualTo(invented);
        assertThat(invented(8)).isNotEqualTo(invented);
    }

    /** A table that was empty when the database last looked at it is read by any of its indexes that seems to do. */
    @Test
    void noIndexOfTheRecordLeadsFromACaseToMoreThanItsOwnStages() throws SQLException {
        assertThat(firstColumnsOfIndexes())
                .contains("case_number")
                .doesNotContain("process", "kind", "program", "region", "version", "diagram");
    }

    private Set<String> firstColumnsOfIndexes() throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData all = connection.getMetaData();
            String table = all.storesLowerCaseIdentifiers() ? "finished_stage" : "FINISHED_STAGE";
            try (ResultSet indexes = all.getIndexInfo(null, null, table, false, true)) {
                while (indexes.next()) {
                    if (indexes.getInt("ORDINAL_POSITION") == 1) {
                        columns.add(indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return columns;
    }

    /** Undone at once. */
    private List<Map<String, Object>> invented(long seed) {
        return transaction.execute(undone -> {
            long written = history.write(300, seed);
            stages.rebuild();
            List<Map<String, Object>> invented = database.sql(COLUMNS + " WHERE id LIKE 'invented-%' ORDER BY id")
                    .query()
                    .listOfRows();
            assertThat(invented)
                    .filteredOn(stage -> Set.of("TASK", "CASE").contains(stage.get("kind")))
                    .hasSize((int) written);
            undone.setRollbackOnly();
            return invented;
        });
    }

    private List<Map<String, Object>> stagesOfTheCase() {
        return database.sql(COLUMNS + " WHERE case_number = ? ORDER BY kind, stage, created_at")
                .param(theCase.caseNumber())
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> all() {
        return database.sql(COLUMNS + " ORDER BY id").query().listOfRows();
    }

    private static long days(Map<String, Object> stage, String seconds) {
        return Duration.ofSeconds((long) stage.get(seconds)).plusMinutes(1).toDays();
    }
}
