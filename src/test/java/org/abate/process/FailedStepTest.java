package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.abate.casefile.DocumentKind;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the system could not do by itself is put right by somebody, and done (Manual 3, 8). */
@StoriesOf("failed-step")
class FailedStepTest {

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskLetters letters;

    @Test
    void aLetterThatFailedIsSentOnceItsReasonIsPutRight() {
        theCase.open().fire("ResponseToLetterDue");
        Task prepare = theCase.task("PrepareNoticeOfViolation");
        String instance = prepare.getProcessInstanceId();
        engine.getTaskService()
                .complete(prepare.getId(), CaseWalk.variables("remainingActions", "Install release detection"));
        Job letter = engine.getManagementService()
                .createJobQuery()
                .activityId("SendNoticeOfViolation")
                .processInstanceId(instance)
                .singleResult();
        engine.getRuntimeService().setVariable(instance, "remainingActions", "");
        for (int tries = 1; tries <= 3; tries++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(letter.getId()))
                    .hasMessageContaining("remainingActions");
        }
        assertThat(theCase.seen("PutFailedStepRight", "failedStep")).containsExactly("Send notice of violation");
        assertThat(letters.after(theCase.task("PutFailedStepRight").getId()))
                .containsExactly(DocumentKind.NOTICE_OF_VIOLATION);

        engine.getRuntimeService().setVariable(instance, "remainingActions", "Install release detection");
        theCase.complete("PutFailedStepRight", "remedy", "Listed the actions")
                .hasSent(DocumentKind.NOTICE_OF_VIOLATION, 1)
                .isAt("RecordResponseToNotice");
        assertThat(theCase.tasks("PutFailedStepRight")).isEmpty();
    }
}
