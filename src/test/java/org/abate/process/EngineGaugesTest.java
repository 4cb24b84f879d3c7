package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator's dashboard is told, while one case goes its way. */
@RunningCases
class EngineGaugesTest {

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Test
    void aStepIsDueThenFailedThenDone() {
        double incidents = gauge("abate.incidents.open");
        theCase.open().fire("ResponseToLetterDue");
        double due = gauge("abate.jobs.due");
        double open = tasks("tanks");
        double elsewhere = tasks("air");

        Task notice = theCase.task("PrepareNoticeOfViolation");
        engine.getTaskService()
                .complete(notice.getId(), CaseWalk.variables("remainingActions", "Install release detection"));
        assertThat(gauge("abate.jobs.due")).as("the notice is to be sent").isEqualTo(due + 1);
        assertThat(tasks("tanks")).isEqualTo(open - 1);

        Job letter = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(notice.getProcessInstanceId())
                .activityId("SendNoticeOfViolation")
                .singleResult();
        engine.getManagementService().setJobRetries(letter.getId(), 0);
        assertThat(gauge("abate.jobs.due")).isEqualTo(due);
        assertThat(gauge("abate.incidents.open")).isEqualTo(incidents + 1);
        assertThat(tasks("air")).isEqualTo(elsewhere);

        engine.getManagementService().setJobRetries(letter.getId(), 1);
        theCase.runJobs();
        assertThat(gauge("abate.incidents.open")).isEqualTo(incidents);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private double tasks(String office) {
        return meters.get("abate.tasks.open").tag("office", office).gauge().value();
    }
}
