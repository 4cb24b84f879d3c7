package org.abate.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.abate.casefile.DocumentKind;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** The letters that may go out once an open task is done, so that who has the task can draft them meanwhile. */
@Component
public class TaskLetters {

    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, Set<DocumentKind>> anywhere = new ConcurrentHashMap<>();

    TaskLetters(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /**
     * Of a step to be put right, its own letter too; none of a task that is gone. Whether the caller may see the task is for
     * the caller to have checked.
     */
    public Set<DocumentKind> after(String taskId) {
        Command<Set<DocumentKind>> find = context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || task.getExecution() == null) {
                return Set.of();
            }
            String failedJob = CaseVariables.FAILED_JOB.from(task).getOptional().orElse(null);
            return failedJob == null
                    ? NextLetters.after(step(task.getExecution(), task.getTaskDefinitionKey()), this::latest)
                    : failed(context, failedJob);
        };
        return AsEngine.asked(engine.getIdentityService(), () -> engine.getCommandExecutorTxRequired()
                .execute(find));
    }

    /** Every letter that a case on this version of a diagram may ever be sent. */
    public Set<DocumentKind> anywhere(String definitionId) {
        return AsEngine.asked(engine.getIdentityService(), () -> {
            // A block that is deployed anew may send others
            String deployed =
                    definitionId + " " + repository().createDeploymentQuery().count();
            return anywhere.computeIfAbsent(deployed, any -> {
                String process = repository().getProcessDefinition(definitionId).getKey();
                return NextLetters.anywhere(
                        repository().getBpmnModelInstance(definitionId).getModelElementById(process), this::latest);
            });
        });
    }

    private Set<DocumentKind> failed(CommandContext context, String jobId) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        return job == null || job.getExecution() == null
                ? Set.of()
                : NextLetters.from(step(job.getExecution(), job.getActivityId()), this::latest);
    }

    private NextLetters.Step step(ExecutionEntity execution, String activityId) {
        FlowNode node = repository()
                .getBpmnModelInstance(execution.getProcessDefinitionId())
                .getModelElementById(activityId);
        ExecutionEntity calling = execution.getProcessInstance().getSuperExecution();
        return new NextLetters.Step(node, calling == null ? null : step(calling, calling.getActivityId()));
    }

    private Optional<Process> latest(String processId) {
        return Optional.ofNullable(repository()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .latestVersion()
                        .singleResult())
                .map(latest -> repository().getBpmnModelInstance(latest.getId()).getModelElementById(processId));
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }
}
