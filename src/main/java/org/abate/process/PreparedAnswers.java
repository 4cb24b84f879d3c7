package org.abate.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * What is prepared for a decision, the setting {@code prepares}, and comes back to be written again is shown as it was
 * written. A form has "true" and "false" to choose from where the case keeps yes and no. Everywhere else a yes or no is
 * asked anew: it is a decision, or a fact of another day.
 */
class PreparedAnswers {

    private final ProcessEngineConfigurationImpl engine;
    private final Forms forms;

    PreparedAnswers(ProcessEngineConfigurationImpl engine, Forms forms) {
        this.engine = engine;
        this.forms = forms;
    }

    /** The variables of a task as its form chooses among them. */
    VariableMap shown(String taskId, VariableMap variables) {
        Command<Form> prepared = context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task == null
                            || task.getExecution() == null
                            || Settings.of(task.getExecution()).find("prepares").isEmpty()
                    ? Form.NOTHING
                    : forms.of(task);
        };
        engine.getCommandExecutorTxRequired().execute(prepared).fields().stream()
                .filter(field -> field.isAnsweredByTrueOrFalse() && !field.isCheckbox())
                .map(Form.Field::key)
                .filter(key -> variables.get(key) instanceof Boolean)
                .forEach(key -> variables.putValue(key, variables.get(key).toString()));
        return variables;
    }
}
