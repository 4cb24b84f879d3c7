package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.abate.casefile.DocumentKind;
import org.abate.casefile.NewDocument;
import org.abate.casefile.NewService;
import org.abate.casefile.Program;
import org.abate.casefile.ServiceEvent;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Overdue proof of service becomes a task (10 CSR 20-3.010(1)(C), 25-14.010(1)(C), 60-6.070(1)(C)), outcome by outcome. */
@StoriesOf({"proof-of-service-watch", "overdue-proof-of-service"})
class OverdueServiceTest {

    private static final String WATCH = "proof-of-service-watch";
    private static final String TASK = "RecordProofOfService";

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private BlockWalk blocks;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Clock clock;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aNoticeWithoutProofIsAskedAboutOnceWhenThirtyDaysHavePassed() {
        theCase.open().noticeSent().daysLater(30);
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();

        theCase.daysLater(1);
        watch();
        watch();
        assertThat(theCase.tasks(TASK)).hasSize(1);
        assertThat(theCase.candidates(TASK)).containsExactly("tanks-enforcement");
        assertThat(theCase.task(TASK).getTenantId()).isEqualTo("tanks");
        assertThat(theCase.seen(TASK, "documentTitle")).containsExactly("Notice of Violation");

        theCase.complete(TASK, "deliveryEvent", "UNDELIVERABLE", "deliveredOn", theCase.inDays(-20))
                .isAt(TASK)
                .complete(
                        TASK,
                        "deliveryEvent",
                        "REFUSED",
                        "deliveredOn",
                        theCase.inDays(-2),
                        "deliveryManner",
                        "CERTIFIED_MAIL",
                        "deliveredUpon",
                        "The owner");
        assertThat(notice().servedAt()).isNotNull();
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();
    }

    @Test
    void itIsNotAskedForAnyMoreOnceItIsRecordedElsewhere() {
        overdue();
        record(ServiceEvent.UNDELIVERABLE);
        theCase.isAt(TASK);
        record(ServiceEvent.RECEIVED);
        assertThat(theCase.tasks(TASK)).isEmpty();
        theCase.isAt("RecordResponseToNotice");
    }

    @Test
    void aLetterThatIsSentAgainHasThirtyDaysOfItsOwn() {
        overdue();
        record(ServiceEvent.SENT);
        assertThat(theCase.tasks(TASK)).isEmpty();
        theCase.daysLater(30);
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();

        theCase.daysLater(1);
        watch();
        assertThat(theCase.seen(TASK, "letterSentOn")).containsExactly(theCase.inDays(-31));
        theCase.complete(TASK, "deliveryEvent", "SENT", "deliveredOn", theCase.inDays(0));
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();
    }

    @Test
    void nothingIsAskedForInAClosedCase() {
        theCase.open()
                .noticeSent()
                .raise(CaseEvent.CASE_WITHDRAWN, "Not a violation after all")
                .daysLater(31);
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();

        overdue();
        theCase.raise(CaseEvent.CASE_WITHDRAWN, "Not a violation after all");
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();
    }

    @Test
    void whatIsNotCertifiedOrWaitedForElsewhereIsNotAskedAbout() {
        String number = blocks.opened(Program.HAZARDOUS_WASTE, 10);
        sent(number, DocumentKind.LETTER_OF_WARNING, 1);
        sent(number, DocumentKind.ADMINISTRATIVE_PENALTY_ORDER, 1);
        theCase.in(number).daysLater(40);
        watch();
        assertThat(theCase.tasks(TASK)).isEmpty();
    }

    @Test
    void manyLettersAreAskedAboutAFewAtATime() {
        String number = blocks.opened(Program.WATER, 10);
        sent(number, DocumentKind.NOTICE_OF_VIOLATION, ServiceWatch.TASKS_AT_ONCE + 1);
        theCase.in(number).daysLater(31);
        watch();
        assertThat(theCase.tasks(TASK)).hasSize(ServiceWatch.TASKS_AT_ONCE + 1);
    }

    private void overdue() {
        theCase.open().noticeSent().daysLater(31);
        watch();
        theCase.isAt(TASK);
    }

    /** The day's timer fires, and the watch goes its round. */
    private void watch() {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(WATCH)
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        List<Job> steps;
        do {
            steps = engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionKey(WATCH)
                    .messages()
                    .withRetriesLeft()
                    .list();
            steps.forEach(step -> engine.getManagementService().executeJob(step.getId()));
        } while (!steps.isEmpty());
    }

    private Document notice() {
        return caseRecord.documents(theCase.caseNumber()).stream()
                .filter(document -> document.kind() == DocumentKind.NOTICE_OF_VIOLATION)
                .findFirst()
                .orElseThrow();
    }

    private void record(ServiceEvent event) {
        caseRecord.serve(theCase.caseNumber(), notice().id(), NewService.of(event, theCase.today()));
    }

    private void sent(String number, DocumentKind kind, int times) {
        for (int i = 0; i < times; i++) {
            caseRecord.file(
                    number,
                    new NewDocument(
                            kind,
                            kind.title(),
                            "%PDF-1.7 as filed".getBytes(StandardCharsets.US_ASCII),
                            false,
                            clock.instant(),
                            null,
                            "Elm Spring Association"));
        }
    }
}
