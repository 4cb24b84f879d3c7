package org.abate.process;

import static org.abate.process.CaseVariables.DEADLINE;
import static org.abate.process.CaseVariables.OFFICE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * As a task opens: a task that a timer ends is due when the timer fires, to the second; its form gets the deadline in
 * words, and the case managers to choose from.
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
                    .min(java.util.Date::compareTo)
                    .ifPresent(task::setDueDate);
        }
        if (task.getDueDate() != null) {
            DEADLINE.on(task).setLocal(calendar.inWords(task.getDueDate().toInstant()));
        }
        Settings.of(execution).find("records").ifPresent(what -> recorder.show(Recording.valueOf(what), task));
        if (Settings.of(execution)
                .find("records")
                .filter("CASE_MANAGER"::equals)
                .isPresent()) {
            task.setVariableLocal(
                    "caseManagers", SpinValues.jsonValue(caseManagers(task)).create());
        }
    }

    private static SpinJsonNode caseManagers(DelegateTask task) {
        String group = OFFICE.from(task).get() + "-enforcement";
        SpinJsonNode options = Spin.JSON("[]");
        task.getProcessEngineServices()
                .getIdentityService()
                .createUserQuery()
                .memberOfGroup(group)
                .list()
                .forEach(user ->
                        options.append(Spin.JSON("{}").prop("label", name(user)).prop("value", user.getId())));
        return options;
    }

    private static String name(User user) {
        return (String.valueOf(user.getFirstName()) + " " + String.valueOf(user.getLastName())).strip() + " ("
                + user.getId() + ")";
    }
}
