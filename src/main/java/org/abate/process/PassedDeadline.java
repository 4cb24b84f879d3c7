package org.abate.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.abate.casefile.CaseRecord;
import org.abate.casefile.Document;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * A deadline passes and ends the task that waited for an answer: the case's timeline says so, with the letter that asked
 * for the answer by that day, where there is one.
 */
class PassedDeadline implements ExecutionListener {

    private static final String KIND = "DEADLINE_PASSED";

    private final String task;
    private final CaseRecord caseRecord;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    /** @param task the name of the task that the deadline ends */
    PassedDeadline(String task, CaseRecord caseRecord) {
        this.task = task;
        this.caseRecord = caseRecord;
    }

    @Override
    public void notify(DelegateExecution execution) {
        JobEntity timer = Context.getCommandContext().getCurrentJob();
        String caseNumber = execution.getProcessBusinessKey();
        if (timer == null
                || timer.getDuedate() == null
                || caseRecord.find(caseNumber).isEmpty()) {
            return;
        }
        Instant due = timer.getDuedate().toInstant();
        Optional<Document> letter = letter(caseNumber, calendar.day(due));
        String text = letter.map(asked -> "No answer by " + calendar.date(due) + " to the " + name(asked))
                .orElse("\"" + task + "\": nothing recorded by " + calendar.date(due));
        ExecutionEntity step = (ExecutionEntity) execution;
        boolean confidential = letter.map(Document::confidential)
                .orElseGet(() -> TaskInput.isPenaltyWork(
                        !step.getProcessInstanceId().equals(step.getRootProcessInstanceId()),
                        step.getProcessDefinition().getKey()));
        if (confidential) {
            caseRecord.confidentialNote(caseNumber, KIND, text);
        } else {
            caseRecord.note(caseNumber, KIND, text);
        }
    }

    /** The last one that was sent with this day to answer by. */
    private Optional<Document> letter(String caseNumber, LocalDate respondBy) {
        return caseRecord.documents(caseNumber).stream()
                .filter(document -> document.sentAt() != null && respondBy.equals(document.respondBy()))
                .reduce((earlier, later) -> later);
    }

    private static String name(Document letter) {
        String title = letter.kind().title();
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
