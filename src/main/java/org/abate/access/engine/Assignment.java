package org.abate.access.engine;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.List;
import org.abate.access.Group;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * To whom a person may give a task: somebody of the case's office who is granted the process and, where the task has
 * candidates, is one of them. Anybody else could not open it, and it would lie there.
 */
public class Assignment {

    private final ProcessEngineConfigurationImpl engine;

    public Assignment(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @throws AuthorizationException if the user is nobody who may be given the task */
    public void check(Task task, String userId) {
        if (!ActingPerson.asked(engine.getIdentityService(), () -> mayBeGiven(task, userId))) {
            throw new AuthorizationException(
                    "The task '%s' cannot be given to '%s', who has no part in it.".formatted(task.getName(), userId));
        }
    }

    private boolean mayBeGiven(Task task, String userId) {
        List<String> groups = groupsOf(userId);
        return groups.contains(Group.ADMINISTRATOR.id())
                || (isOfOffice(userId, task.getTenantId())
                        && isGrantedProcess(userId, groups, task)
                        && isCandidate(userId, groups, task));
    }

    private List<String> groupsOf(String userId) {
        return engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }

    private boolean isOfOffice(String userId, String office) {
        IdentityService identity = engine.getIdentityService();
        return identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .anyMatch(tenant -> tenant.equals(office));
    }

    private boolean isGrantedProcess(String userId, List<String> groups, Task task) {
        AuthorizationService authorization = engine.getAuthorizationService();
        String process = ((ProcessDefinitionEntity)
                        engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId()))
                .getKey();
        return authorization.isUserAuthorized(userId, groups, TASK_WORK, PROCESS_DEFINITION, process);
    }

    private boolean isCandidate(String userId, List<String> groups, Task task) {
        TaskService tasks = engine.getTaskService();
        List<IdentityLink> candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return candidates.isEmpty()
                || candidates.stream()
                        .anyMatch(link -> userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }
}
