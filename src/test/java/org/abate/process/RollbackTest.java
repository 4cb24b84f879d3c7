package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.DocumentKind;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record and the engine agree, or neither happened; what fails is tried again, and goes out once. */
@RunningCases
class RollbackTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineRest rest;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void aProcessThatCannotStartLeavesNoCase() {
        String broken = Diagrams.packaged("hazardous-waste/tank-enforcement.bpmn")
                .replace("${responsiblePartyKnown &amp;&amp; violationCurrent}", "${facilityName}");
        String edit = rest.deploy("process-manager", Map.of("tank-enforcement.bpmn", broken))
                .body()
                .path("id")
                .asText();
        try {
            long cases = cases();
            assertThatThrownBy(theCase::open).hasMessageContaining("non-Boolean");
            assertThat(cases()).isEqualTo(cases);
        } finally {
            engine.getRepositoryService().deleteDeployment(edit, true);
        }
    }

    @Test
    void aRecordThatRefusesLeavesTheTaskOpenAndTheEngineWhereItWas() {
        theCase.open().ownerToCall();
        Task task = theCase.task("CallOwner");
        Map<String, Object> before = engine.getRuntimeService().getVariables(task.getExecutionId());
        int entries = caseRecord.timeline(theCase.caseNumber()).size();

        EngineRest.Answer answer = rest.post(
                "tanks-enforcement",
                "/task/" + task.getId() + "/complete",
                EngineRest.variables("violationsCorrected", true, "callDate", "1950-01-01"));

        assertThat(answer.status()).as(answer.message()).isEqualTo(400);
        assertThat(theCase.task("CallOwner").getId()).isEqualTo(task.getId());
        assertThat(engine.getRuntimeService().getVariables(task.getExecutionId()))
                .isEqualTo(before);
        assertThat(caseRecord.timeline(theCase.caseNumber())).hasSize(entries);
        assertThat(caseRecord.get(theCase.caseNumber()).violations())
                .allMatch(violation -> violation.correctedOn() == null);
    }

    @Test
    void anOutcomeThatTheRecordRefusesLeavesTheCaseWhereItWas() {
        theCase.open().complete("RecordResponseToLetter");
        theCase.complete("EvaluateResponseToLetter", "responseToLetter", "ADEQUATE");
        caseRecord.close(theCase.caseNumber(), CaseStatus.WITHDRAWN, LocalDate.now(clock), "Closed by hand");
        completeWithoutJobs("EvaluateWhetherPenaltiesApply", "penaltiesEvaluated", false);

        for (String step : List.of("NotifyTanksSection", "SendReturnToComplianceLetter")) {
            engine.getManagementService().executeJob(job(step).getId());
        }
        Job outcome = job("RecordReturnToCompliance");
        assertThatThrownBy(() -> engine.getManagementService().executeJob(outcome.getId()))
                .isNotNull();

        assertThat(job("RecordReturnToCompliance").getId()).isEqualTo(outcome.getId());
        assertThat(caseRecord.get(theCase.caseNumber()).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void aLetterThatFailsIsTriedThriceFiledNeverAndSentOnceWhenItsReasonIsGone() {
        theCase.open().fire("ResponseToLetterDue");
        completeWithoutJobs("PrepareNoticeOfViolation", "remainingActions", "Install release detection");
        Job letter = job("SendNoticeOfViolation");
        engine.getRuntimeService().setVariable(letter.getProcessInstanceId(), "remainingActions", "");

        for (int tries = 1; tries <= 3; tries++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(letter.getId()))
                    .hasMessageContaining("remainingActions");
            theCase.hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 0);
            assertThat(job("SendNoticeOfViolation").getRetries()).isEqualTo(3 - tries);
        }
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(letter.getProcessInstanceId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("remainingActions"));

        engine.getRuntimeService()
                .setVariable(letter.getProcessInstanceId(), "remainingActions", "Install release detection");
        engine.getManagementService().setJobRetries(letter.getId(), 1);
        theCase.runJobs().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1).isAt("RecordResponseToNotice");
        assertThat(incidents(letter)).isZero();
        assertThat(theCase.tasks("PutFailedStepRight"))
                .as("the task ends with its incident")
                .isEmpty();
    }

    @Test
    void aLetterThatFailsForGoodOpensATaskFromWhichItIsSent() {
        Job letter = failedForGood();
        String task = theCase.task("PutFailedStepRight").getId();

        EngineRest.Answer inbox = rest.get(
                "tanks-enforcement",
                "/task?candidateGroup=tanks-enforcement&processInstanceBusinessKey=" + theCase.caseNumber());
        assertThat(inbox.body()).hasSize(1);
        assertThat(inbox.body().get(0).path("name").asText()).isEqualTo("Put failed step right");
        assertThat(rest.get("air-enforcement", "/task/" + task).status()).isIn(403, 404);
        EngineRest.Answer form = rest.get("tanks-enforcement", "/task/" + task + "/form-variables");
        assertThat(form.body().path("failedStep").path("value").asText()).isEqualTo("Send notice of violation");
        assertThat(form.body().path("failure").path("value").asText()).contains("remainingActions");
        assertThat(form.body().path("caseNumber").path("value").asText()).isEqualTo(theCase.caseNumber());
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task)
                        .count())
                .as("no authorization row for the task")
                .isZero();
        assertThat(theCase.stage()).contains("Send notice of violation");

        EngineRest.Answer inVain = complete(task);
        assertThat(inVain.status()).as(inVain.message()).isEqualTo(204);
        assertThat(incidents(letter)).isZero();
        failThrice(letter);
        assertThat(theCase.tasks("PutFailedStepRight"))
                .as("fails again, opens again")
                .hasSize(1);

        engine.getRuntimeService()
                .setVariable(letter.getProcessInstanceId(), "remainingActions", "Install release detection");
        EngineRest.Answer done = complete(theCase.task("PutFailedStepRight").getId());
        assertThat(done.status()).as(done.message()).isEqualTo(204);
        theCase.runJobs().hasPaper(DocumentKind.NOTICE_OF_VIOLATION, 1).isAt("RecordResponseToNotice");
        assertThat(incidents(letter)).isZero();
        assertThat(theCase.tasks("PutFailedStepRight")).isEmpty();
        assertThat(caseRecord.timeline(theCase.caseNumber()))
                .anyMatch(entry -> entry.kind().equals("STEP_TRIED_AGAIN")
                        && entry.text().equals("Send notice of violation. Listed the actions"));
    }

    @Test
    void aFailedStepOfAWithdrawnCaseLeavesNoTask() {
        failedForGood();
        theCase.raise(CaseEvent.CASE_WITHDRAWN, "The tank belongs to another site");
        assertThat(theCase.tasks("PutFailedStepRight")).isEmpty();
        theCase.ended(CaseStatus.WITHDRAWN, "CaseWithdrawnEnd");
    }

    private Job failedForGood() {
        theCase.open().fire("ResponseToLetterDue");
        completeWithoutJobs("PrepareNoticeOfViolation", "remainingActions", "Install release detection");
        Job letter = job("SendNoticeOfViolation");
        engine.getRuntimeService().setVariable(letter.getProcessInstanceId(), "remainingActions", "");
        failThrice(letter);
        return letter;
    }

    private void failThrice(Job job) {
        for (int tries = 1; tries <= 3; tries++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                    .isNotNull();
        }
    }

    private EngineRest.Answer complete(String task) {
        return rest.post(
                "tanks-enforcement",
                "/task/" + task + "/complete",
                EngineRest.variables("remedy", "Listed the actions"));
    }

    private long incidents(Job job) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(job.getProcessInstanceId())
                .count();
    }

    private void completeWithoutJobs(String activityId, Object... answers) {
        engine.getTaskService().complete(theCase.task(activityId).getId(), CaseWalk.variables(answers));
    }

    private Job job(String activityId) {
        return engine.getManagementService().createJobQuery().activityId(activityId).messages().list().stream()
                .filter(job -> theCase.caseNumber()
                        .equals(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .findFirst()
                .orElseThrow();
    }

    private long cases() {
        return database.sql("SELECT COUNT(*) FROM case_file").query(Long.class).single();
    }
}
