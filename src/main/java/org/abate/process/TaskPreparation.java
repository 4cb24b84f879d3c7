package org.abate.process;

import static org.abate.process.CaseVariables.DEADLINE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * As a task opens: a task that a timer ends is due when the timer fires, to the second; its form gets the deadline in
 * words, and what it shows of the record.
 */
class TaskPreparation implements TaskListener {

    private final TaskRecorder recorder;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    TaskPreparation(TaskRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void notify(DelegateTask task) {
        ExecutionEntity execution = ((TaskEntity) task).getExecution();
        if (task.getDueDate() == null) {
            execution.getJobs().stream()
                    .filter(TimerEntity.class::isInstance)
                    .map(JobEntity::getDuedate)
                    .min(Date::compareTo)
                    .ifPresent(task::setDueDate);
        }
        if (task.getDueDate() != null) {
            DEADLINE.on(task).setLocal(calendar.inWords(task.getDueDate().toInstant()));
        }
        Recording.of(Settings.of(execution)).ifPresent(what -> recorder.show(what, task));
    }
}
