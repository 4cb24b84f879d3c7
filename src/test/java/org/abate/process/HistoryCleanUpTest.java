package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.CaseStatus;
import org.abate.casefile.Contact;
import org.abate.casefile.Document;
import org.abate.casefile.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Engine history goes after ten years, at night; the record of the case is permanent. */
@RunningCases
class HistoryCleanUpTest {

    @Autowired
    private CaseWalk theCase;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private ProcessEngine engine;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void theCleanUpWaitsForTheNight() {
        assertThat(engine.getHistoryService().findHistoryCleanupJobs())
                .isNotEmpty()
                .allSatisfy(job -> {
                    LocalTime due = job.getDuedate()
                            .toInstant()
                            .atOffset(ZoneOffset.ofHours(-6))
                            .toLocalTime();
                    assertThat(due.isBefore(LocalTime.of(5, 0)) || !due.isBefore(LocalTime.of(22, 0)))
                            .as("at night: %s", due)
                            .isTrue();
                });
    }

    @Test
    void theRecordOutlivesTheHistoryOfTheEngine() {
        theCase.open().complete("RecordResponseToLetter").raise(CaseEvent.CASE_WITHDRAWN, "Sold");
        String number = theCase.caseNumber();
        List<TimelineEntry> timeline = caseRecord.timeline(number);
        List<Document> documents = caseRecord.documents(number);
        List<Contact> contacts = caseRecord.contacts(number);
        assertThat(histories(number)).isPositive();

        cleanUpAfter(3649);
        assertThat(histories(number)).isPositive();
        cleanUpAfter(3652);

        assertThat(histories(number)).isZero();
        assertThat(caseRecord.get(number).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(caseRecord.timeline(number)).isEqualTo(timeline);
        assertThat(caseRecord.documents(number)).isEqualTo(documents);
        assertThat(caseRecord.contacts(number)).isEqualTo(contacts).hasSize(1);
        assertThat(caseRecord.content(number, documents.get(0).id())).isPresent();
    }

    /** In the night after so many days. */
    private void cleanUpAfter(int days) {
        ClockUtil.setCurrentTime(Date.from(theCase.today()
                .plusDays(days)
                .atTime(23, 30)
                .atOffset(ZoneOffset.ofHours(-6))
                .toInstant()));
        for (Job job : engine.getHistoryService().findHistoryCleanupJobs()) {
            engine.getManagementService().executeJob(job.getId());
        }
        ClockUtil.reset();
    }

    private long histories(String caseNumber) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .count();
    }
}
