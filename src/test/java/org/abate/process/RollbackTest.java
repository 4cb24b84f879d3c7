package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
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
                .replace("${responsiblePartyKnown &amp;&amp; violationCurrent}", "${partyIsCertain}");
        String edit = rest.deploy("process-manager", Map.of("tank-enforcement.bpmn", broken))
                .body()
                .path("id")
                .asText();
        try {
            long cases = cases();
            assertThatThrownBy(theCase::open).hasMessageContaining("partyIsCertain");
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
                EngineRest.variables("violationsCorrected", true, "callDate", "1990-01-01"));

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

        Job letter = job("SendReturnToComplianceLetter");
        engine.getManagementService().executeJob(letter.getId());
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
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(letter.getProcessInstanceId())
                        .count())
                .isZero();
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
