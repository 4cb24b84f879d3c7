package org.abate.process;

import static org.abate.process.CaseVariables.PREPARED_BY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.abate.access.Caller;
import org.abate.casefile.CaseRefused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * As a task is completed: nobody approves their own work; and what the task says goes into the record, in the same
 * transaction.
 */
class TaskDuties implements TaskListener {

    private final Caller caller;
    private final TaskRecorder recorder;
    private final DecisionRecorder decisions;

    TaskDuties(Caller caller, TaskRecorder recorder, DecisionRecorder decisions) {
        this.caller = caller;
        this.recorder = recorder;
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        Settings settings = Settings.of(((TaskEntity) task).getExecution());
        boolean person = caller.isSignedIn();
        if (person && settings.find("approves").isPresent()) {
            refuseOwnWork(task);
        }
        settings.find("closes").ifPresent(answer -> refuseWhileFollowedUp(task, answer));
        try {
            if (settings.find("decision").isPresent()) {
                decisions.record(task, settings);
            }
            Recording.of(settings).ifPresent(what -> recorder.record(what, task));
        } catch (CaseRefused e) {
            throw new Refusal(e.faults());
        }
        if (person && settings.find("prepares").isPresent()) {
            remember(task);
        }
    }

    /** An answer that ends the case, such as {@code penaltiesEvaluated=false}, waits for the violations found later. In such
     * a violation's own follow-up it ends no more than that. */
    private static void refuseWhileFollowedUp(DelegateTask task, String answer) {
        String name = answer.substring(0, answer.indexOf('='));
        if (!answer.equals(name + "=" + task.getVariable(name)) || FollowUps.include(task)) {
            return;
        }
        Set<Integer> open = FollowUps.running(
                task.getProcessEngineServices(),
                ((TaskEntity) task).getExecution().getRootProcessInstanceId());
        if (!open.isEmpty()) {
            throw new Refusal(
                    name, FollowUps.inWords(open) + ": record the response to its letter, or decide on it, first");
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
            PREPARED_BY
                    .on(task)
                    .set(preparers.isEmpty() ? caller.userId() : String.join(",", preparers) + "," + caller.userId());
        }
    }

    private static List<String> preparers(DelegateTask task) {
        return PREPARED_BY
                .from(task)
                .getOptional()
                .map(names -> Arrays.asList(names.split(",")))
                .orElseGet(List::of);
    }
}
