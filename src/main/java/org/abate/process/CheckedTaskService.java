package org.abate.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.abate.access.GuardedTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's task service with a check at the door: a task takes what its form asks for, and nothing else, however it
 * is completed (Tasklist, REST, a program). A fault is a {@link Refusal}; a task that is gone says so.
 */
class CheckedTaskService extends GuardedTaskService {

    private static final int MOST_ATTEMPTS = 5;

    private final TaskInput input;

    CheckedTaskService(ProcessEngineConfigurationImpl engine, TaskInput input) {
        super(engine);
        this.input = input;
    }

    @Override
    public void claim(String taskId, String userId) {
        try {
            super.claim(taskId, userId);
        } catch (TaskAlreadyClaimedException | OptimisticLockingException e) {
            throw new Refusal("task", "somebody else has claimed it meanwhile; take another one");
        } catch (NullValueException e) {
            throw input.gone(taskId, Map.of());
        }
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        completing(taskId, variables, () -> {
            super.complete(taskId, input.check(taskId, variables));
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return completing(
                taskId,
                variables,
                () -> super.completeWithVariablesInReturn(taskId, input.check(taskId, variables), deserializeValues));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        completing(taskId, variables, () -> {
            super.resolveTask(taskId, input.check(taskId, variables));
            return null;
        });
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        input.checkNames(taskId, variables.keySet());
        super.setVariables(taskId, variables, local);
    }

    @Override
    public void setVariable(String taskId, String name, Object value) {
        input.checkNames(taskId, List.of(name));
        super.setVariable(taskId, name, value);
    }

    @Override
    public void setVariableLocal(String taskId, String name, Object value) {
        input.checkNames(taskId, List.of(name));
        super.setVariableLocal(taskId, name, value);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ? extends Object> changed, Collection<String> removed, boolean local) {
        if (changed != null) {
            input.checkNames(taskId, changed.keySet());
        }
        if (removed != null) {
            input.checkNames(taskId, removed);
        }
        super.updateVariables(taskId, changed, removed, local);
    }

    @Override
    public void removeVariable(String taskId, String name) {
        removeVariables(taskId, List.of(name));
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        input.checkNames(taskId, names);
        super.removeVariables(taskId, names);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        throw new Refusal("task", "a task is completed with its form; its diagram decides what follows");
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        throw new Refusal("task", "a task is completed with its form; its diagram decides what follows");
    }

    /**
     * Completes, and says in words why a task cannot be completed. What failed only because somebody else worked on the
     * same case at the same moment is tried again; a task that the other one has completed is gone then.
     */
    <T> T completing(String taskId, Map<String, Object> entered, Supplier<T> completion) {
        boolean inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return completion.get();
            } catch (NullValueException e) {
                throw input.gone(taskId, entered);
            } catch (OptimisticLockingException e) {
                if (inTransaction || attempt == MOST_ATTEMPTS) {
                    throw new Refusal("task", "somebody else is working on the case at this moment; try again");
                }
            } catch (RuntimeException e) {
                // A task that somebody else completes meanwhile leaves piece by piece: variables, candidates, itself
                throw input.exists(taskId) ? input.refused(taskId, e) : input.gone(taskId, entered);
            }
        }
    }
}
