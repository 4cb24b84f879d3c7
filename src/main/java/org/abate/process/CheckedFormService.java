package org.abate.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's form service with the same check at the door as {@link CheckedTaskService}. What a process is started
 * with is checked by its start event ({@link DiagramListener}), whichever way it is started.
 */
class CheckedFormService extends FormServiceImpl {

    private final CheckedTaskService tasks;
    private final TaskInput input;
    private final PreparedAnswers prepared;

    CheckedFormService(CheckedTaskService tasks, TaskInput input, PreparedAnswers prepared) {
        this.tasks = tasks;
        this.input = input;
        this.prepared = prepared;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserializeValues) {
        return prepared.shown(taskId, super.getTaskFormVariables(taskId, names, deserializeValues));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        tasks.completing(taskId, properties, () -> {
            super.submitTaskForm(taskId, input.check(taskId, properties));
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return tasks.completing(
                taskId,
                properties,
                () -> super.submitTaskFormWithVariablesInReturn(
                        taskId, input.check(taskId, properties), deserializeValues));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, new HashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        if (businessKey != null && !businessKey.isBlank()) {
            throw new Refusal("businessKey", "leave it empty: the case takes its number when it is opened");
        }
        try {
            return super.submitStartForm(processDefinitionId, null, properties);
        } catch (RuntimeException e) {
            throw input.refusedStart(processDefinitionId, e);
        }
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, new HashMap<>(properties));
    }
}
