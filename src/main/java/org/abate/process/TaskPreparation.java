package org.abate.process;

import static org.abate.process.CaseVariables.DEADLINE;
import static org.abate.process.CaseVariables.OFFICE;

import org.abate.casefile.MeetingCalendar;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * As a task opens: a task that a timer ends is due when the timer fires, to the second; its form gets the deadline in
 * words, and the case managers or meetings to choose from.
 */
class TaskPreparation implements TaskListener {

    private final TaskRecorder recorder;
    private final DeadlineCalendar calendar = new DeadlineCalendar();
    private final MeetingCalendar meetings;

    TaskPreparation(TaskRecorder recorder, MeetingCalendar meetings) {
        this.recorder = recorder;
        this.meetings = meetings;
    }

    @Override
    public void notify(DelegateTask task) {
        ExecutionEntity execution = ((TaskEntity) task).getExecution();
        if (task.getDueDate() == null) {
            execution.getJobs().stream()
                    .filter(TimerEntity.class::isInstance)
                    .map(JobEntity::getDuedate)
                    .min(java.util.Date::compareTo)
                    .ifPresent(task::setDueDate);
        }
        if (task.getDueDate() != null) {
            DEADLINE.on(task).setLocal(calendar.inWords(task.getDueDate().toInstant()));
        }
        String records = Settings.of(execution).find("records").orElse("");
        if (!records.isEmpty()) {
            recorder.show(Recording.valueOf(records), task);
        }
        if (records.equals(Recording.CASE_MANAGER.name())) {
            task.setVariableLocal(
                    "caseManagers", SpinValues.jsonValue(caseManagers(task)).create());
        } else if (records.equals(Recording.AGENDA.name())) {
            CommissionAgenda.offer(meetings, task);
        }
    }

    private static SpinJsonNode caseManagers(DelegateTask task) {
        SpinJsonNode options = Spin.JSON("[]");
        CaseManagers.candidates(
                        task.getProcessEngineServices().getIdentityService(),
                        OFFICE.from(task).get())
                .forEach(each -> options.append(
                        Spin.JSON("{}").prop("label", each.name()).prop("value", each.userId())));
        return options;
    }
}
