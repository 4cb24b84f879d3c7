package org.abate.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.access.Office;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * A step that fails for good opens a task besides its incident, so that people see it where they work: the diagram
 * {@code failed-step} runs for as long as the incident lasts. It carries the case number and the office like any other
 * process, so the office's grants on it are all that its task needs.
 */
class FailedSteps extends DefaultIncidentHandler {

    /** The diagram's id; it stands beside the case's own process. */
    static final String PROCESS = "failed-step";

    private static final int LONGEST_FAILURE = 2000;
    private static final String FAILED_JOB = CaseVariables.FAILED_JOB.getName();

    FailedSteps() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext failure, String message) {
        Incident incident = super.handleIncident(failure, message);
        CommandContext context = Context.getCommandContext();
        Optional.ofNullable(failure.getExecutionId())
                .map(id -> context.getExecutionManager().findExecutionById(id))
                .filter(FailedSteps::isOfACase)
                .filter(step -> isDeployed(context))
                .ifPresent(step -> context.runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getRuntimeService()
                        .startProcessInstanceByKey(
                                PROCESS, step.getProcessBusinessKey(), variables(step, failure, message))));
        return incident;
    }

    private static boolean isOfACase(ExecutionEntity step) {
        return step.getProcessBusinessKey() != null
                && Office.of(step.getTenantId()).isPresent();
    }

    private static boolean isDeployed(CommandContext context) {
        return context.getProcessDefinitionManager().findLatestProcessDefinitionByKeyAndTenantId(PROCESS, null) != null;
    }

    private static Map<String, Object> variables(ExecutionEntity step, IncidentContext failure, String message) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.CASE_NUMBER.getName(), step.getProcessBusinessKey());
        variables.put(CaseVariables.FACILITY_NAME.getName(), step.getVariable(CaseVariables.FACILITY_NAME.getName()));
        variables.put(CaseVariables.CASE_MANAGER.getName(), step.getVariable(CaseVariables.CASE_MANAGER.getName()));
        variables.put(CaseVariables.OFFICE.getName(), step.getTenantId());
        variables.put("failedStep", name(step, failure.getActivityId()));
        variables.put(
                "failure",
                message == null || message.isBlank()
                        ? "The reason is technical; the administrator finds it in Cockpit."
                        : message.substring(0, Math.min(message.length(), LONGEST_FAILURE)));
        variables.put(FAILED_JOB, failure.getConfiguration());
        return variables;
    }

    private static String name(ExecutionEntity step, String activityId) {
        return Optional.ofNullable(step.getProcessDefinition().findActivity(activityId))
                .map(activity -> (String) activity.getProperty("name"))
                .orElse(activityId);
    }

    /** However the incident ends (tried again from the task or from Cockpit, the case withdrawn), its task ends too. */
    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        List<Incident> incidents = Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration());
        if (!incidents.isEmpty()) {
            endTasks(context.getConfiguration());
        }
        incidents.stream()
                .map(IncidentEntity.class::cast)
                .forEach(resolved ? IncidentEntity::resolve : IncidentEntity::delete);
    }

    private static void endTasks(String jobId) {
        var runtime = Context.getProcessEngineConfiguration().getRuntimeService();
        Context.getCommandContext().runWithoutAuthorization(() -> {
            runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .variableValueEquals(FAILED_JOB, jobId)
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .filter(id -> !id.equals(atWork()))
                    .forEach(id -> runtime.deleteProcessInstance(id, "The step was tried again or is no longer due"));
            return null;
        });
    }

    /** The process instance whose task is being completed, and ends by itself. */
    static String atWork() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(work -> work.getExecution().getProcessInstanceId())
                .orElse(null);
    }
}
