package org.abate.process;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.abate.access.Caller;
import org.abate.casefile.CaseRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * As a task is completed: by somebody whose task it is, and never the approval of one's own work; then what it says
 * goes into the record, in the same transaction.
 */
class TaskDuties implements TaskListener {

    private static final String PREPARED_BY = "preparedBy";

    private final Caller caller;
    private final TaskRecorder recorder;

    TaskDuties(Caller caller, TaskRecorder recorder) {
        this.caller = caller;
        this.recorder = recorder;
    }

    @Override
    public void notify(DelegateTask task) {
        Settings settings = Settings.of(((TaskEntity) task).getExecution());
        checkThatItIsTheirs(task);
        settings.find("approves").ifPresent(decision -> refuseOwnWork(task));
        try {
            settings.find("records").ifPresent(what -> recorder.record(Recording.valueOf(what), task));
        } catch (CaseRefused e) {
            throw new Refusal(e.faults());
        }
        if (settings.find("prepares").isPresent()) {
            remember(task);
        }
    }

    private void checkThatItIsTheirs(DelegateTask task) {
        String user = caller.userId();
        if (user.equals(Caller.SYSTEM) || caller.isAdministrator() || user.equals(task.getAssignee())) {
            return;
        }
        Set<String> candidates =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (caller.groups().stream().noneMatch(candidates::contains)) {
            throw new Refusal(
                    "task",
                    "\"" + task.getName() + "\" is a task of " + String.join(" or ", candidates) + ", not yours");
        }
    }

    private void refuseOwnWork(DelegateTask task) {
        if (preparers(task).contains(caller.userId())) {
            throw new Refusal(
                    "task",
                    "nobody approves what they prepared: another member of the group decides on \"" + task.getName()
                            + "\"");
        }
    }

    private void remember(DelegateTask task) {
        List<String> preparers = preparers(task);
        if (!preparers.contains(caller.userId())) {
            task.setVariable(
                    PREPARED_BY,
                    preparers.isEmpty() ? caller.userId() : String.join(",", preparers) + "," + caller.userId());
        }
    }

    private static List<String> preparers(DelegateTask task) {
        return task.getVariable(PREPARED_BY) instanceof String names ? Arrays.asList(names.split(",")) : List.of();
    }
}
