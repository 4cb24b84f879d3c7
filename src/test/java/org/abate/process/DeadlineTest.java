package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewViolation;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Day 0 is the day sent; the deadline is the end of day N in Jefferson City; task, timer and letter agree to the second
 * (interpretation S1).
 */
@RunningCases
class DeadlineTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @AfterEach
    void theClockGoesOn() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{1} from {0} ends at {2}")
    @CsvSource({
        // winter, summer
        "2027-01-04T15:00:00Z, P15D, 2027-01-20T05:59:59Z",
        "2027-06-01T15:00:00Z, P45D, 2027-07-17T04:59:59Z",
        // over the change to daylight saving time on March 14, and to the day of the change itself
        "2027-02-10T15:00:00Z, P45D, 2027-03-28T04:59:59Z",
        "2027-02-27T15:00:00Z, P15D, 2027-03-15T04:59:59Z",
        // sent on the day of the change, before and after it
        "2027-03-14T07:30:00Z, P15D, 2027-03-30T04:59:59Z",
        "2027-03-15T03:00:00Z, P15D, 2027-03-30T04:59:59Z",
        // over the change back on November 7, and to the day of the change itself
        "2027-10-01T15:00:00Z, P45D, 2027-11-16T05:59:59Z",
        "2027-10-23T15:00:00Z, P15D, 2027-11-08T05:59:59Z",
        // 23:30 in Jefferson City is the next day in UTC; 00:10 there is the next day there too
        "2027-01-06T05:30:00Z, P15D, 2027-01-21T05:59:59Z",
        "2027-01-06T06:10:00Z, P15D, 2027-01-22T05:59:59Z",
        "2027-07-02T04:30:00Z, P45D, 2027-08-16T04:59:59Z",
        // months and years are calendar months and years
        "2027-01-31T15:00:00Z, P1M, 2027-03-01T05:59:59Z",
        "2028-02-29T15:00:00Z, P1Y, 2029-03-01T05:59:59Z",
        // hours are hours
        "2027-03-14T07:30:00Z, PT12H, 2027-03-14T19:30:00Z",
        // a fixed day or moment is that
        "2027-01-04T15:00:00Z, 2027-02-01, 2027-02-02T05:59:59Z",
        "2027-01-04T15:00:00Z, 2027-02-01T12:00:00, 2027-02-01T18:00:00Z"
    })
    void aDeadlineIsTheEndOfItsLastDay(Instant sent, String duration, Instant end) {
        assertThat(new DeadlineCalendar()
                        .resolveDuedate(duration, Date.from(sent))
                        .toInstant())
                .isEqualTo(end);
    }

    @ParameterizedTest(name = "sent {0}")
    @CsvSource({
        // the 45 days pass the change to daylight saving time, the 15 days the change back
        "2027-02-10T18:00:00Z, 2027-03-27, 2027-03-28T04:59:59Z",
        "2027-09-20T18:00:00Z, 2027-11-04, 2027-11-05T04:59:59Z",
        // 23:30 in Jefferson City on January 5
        "2027-01-06T05:30:00Z, 2027-02-19, 2027-02-20T05:59:59Z"
    })
    void taskTimerAndLetterOfWarningAgree(Instant sent, LocalDate lastDay, Instant end) {
        at(sent);
        theCase.open();
        agree("RecordResponseToLetter", DocumentKind.LETTER_OF_WARNING, lastDay, end);
    }

    @ParameterizedTest(name = "sent {0}")
    @CsvSource({
        "2027-02-27T18:00:00Z, 2027-03-14, 2027-03-15T04:59:59Z",
        "2027-10-24T04:45:00Z, 2027-11-07, 2027-11-08T05:59:59Z"
    })
    void taskTimerAndNoticeOfViolationAgree(Instant sent, LocalDate lastDay, Instant end) {
        at(sent.minusSeconds(60L * 86_400));
        theCase.open().fire("ResponseToLetterDue");
        at(sent);
        theCase.complete("PrepareNoticeOfViolation", "remainingActions", "Install release detection");
        agree("RecordResponseToNotice", DocumentKind.NOTICE_OF_VIOLATION, lastDay, end);
    }

    @Test
    void taskTimerAndLetterAgreeForANewViolation() {
        at(Instant.parse("2027-01-04T18:00:00Z"));
        theCase.open();
        at(Instant.parse("2027-02-01T05:30:00Z"));
        theCase.raise(
                CaseEvent.NEW_VIOLATION_FOUND,
                null,
                new NewViolation("10 CSR 26-2.034(1)", "No corrosion protection", List.of(LocalDate.of(2027, 1, 31))));
        agree(
                "RecordResponseForNewViolation",
                DocumentKind.LETTER_OF_WARNING,
                LocalDate.of(2027, 3, 17),
                Instant.parse("2027-03-18T04:59:59Z"));
        assertThat(theCase.task("RecordResponseToLetter").getDueDate().toInstant())
                .as("the first letter's deadline stays")
                .isEqualTo(Instant.parse("2027-02-19T05:59:59Z"));
    }

    @Test
    void aTaskWithoutATimerIsDueAtTheEndOfItsDayToo() {
        at(Instant.parse("2027-03-06T05:30:00Z"));
        theCase.open().complete("RecordResponseToLetter");
        assertThat(theCase.task("EvaluateResponseToLetter").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2027-03-16T04:59:59Z"));
    }

    @Test
    void enteringATaskAgainDoesNotRestartItsClock() {
        at(Instant.parse("2027-01-04T18:00:00Z"));
        theCase.open();
        Task before = theCase.task("RecordResponseToLetter");

        at(Instant.parse("2027-01-20T18:00:00Z"));
        ActivityInstance inCompliance = engine.getRuntimeService()
                .getActivityInstance(before.getProcessInstanceId())
                .getActivityInstances("BringIntoCompliance")[0];
        engine.getRuntimeService()
                .createProcessInstanceModification(before.getProcessInstanceId())
                .startBeforeActivity("RecordResponseToLetter", inCompliance.getId())
                .cancelActivityInstance(inCompliance.getActivityInstances("RecordResponseToLetter")[0].getId())
                .execute();

        Task after = theCase.task("RecordResponseToLetter");
        assertThat(after.getId()).isNotEqualTo(before.getId());
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(timer("RecordResponseToLetter").getDuedate()).isEqualTo(before.getDueDate());
    }

    @Test
    void theTimerIsDueOnlyWhenTheLastDayIsOver() {
        at(Instant.parse("2027-02-10T18:00:00Z"));
        theCase.open();
        Job timer = timer("RecordResponseToLetter");

        at(Instant.parse("2027-03-28T04:59:58Z"));
        assertThat(isDue(timer)).isFalse();
        at(Instant.parse("2027-03-28T05:00:00Z"));
        assertThat(isDue(timer)).isTrue();
        engine.getManagementService().executeJob(timer.getId());

        theCase.isAt("PrepareNoticeOfViolation");
    }

    private boolean isDue(Job timer) {
        return engine.getManagementService()
                        .createJobQuery()
                        .jobId(timer.getId())
                        .executable()
                        .count()
                == 1;
    }

    private static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private Job timer(String activityId) {
        return engine.getManagementService()
                .createJobQuery()
                .executionId(theCase.task(activityId).getExecutionId())
                .timers()
                .singleResult();
    }

    private void agree(String activityId, DocumentKind kind, LocalDate lastDay, Instant end) {
        List<Document> letters = caseRecord.documents(theCase.caseNumber()).stream()
                .filter(document -> document.kind() == kind)
                .toList();
        assertThat(letters).extracting(Document::respondBy).contains(lastDay);
        assertThat(theCase.task(activityId).getDueDate().toInstant()).isEqualTo(end);
        assertThat(timer(activityId).getDuedate().toInstant()).isEqualTo(end);
        assertThat(engine.getTaskService()
                        .getVariableLocal(theCase.task(activityId).getId(), "deadline"))
                .isEqualTo(new DeadlineCalendar().inWords(end));
    }
}
