package org.abate.access.engine;

import java.util.Optional;
import java.util.Set;
import org.abate.access.Office;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Groups are granted process definitions, and with them every task of a process: the approvals of the director too.
 * So besides the grant, only those work on a task who are its candidates or to whom it is assigned, and only they and
 * the office's management hand it on.
 */
class TaskRights extends AuthorizationCommandChecker {

    private final IdentityService identity;

    TaskRights(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        boundPerson().filter(person -> !isTheirs(person, task)).ifPresent(person -> refuse(person, task, "work on"));
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        boundPerson()
                .filter(person -> !isTheirs(person, task) && !manages(person, task))
                .ifPresent(person -> refuse(person, task, "hand on"));
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        checkSeen(task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        checkSeen(task);
    }

    private void checkSeen(TaskEntity task) {
        boundPerson()
                .filter(person -> task.getProcessDefinitionId() != null)
                .filter(person -> ProcessGrants.ownTasksOnly(
                        person.getGroupIds(), task.getProcessDefinition().getKey()))
                .filter(person -> !isTheirs(person, task))
                .ifPresent(person -> refuse(person, task, "see"));
    }

    private Optional<Authentication> boundPerson() {
        return Context.getCommandContext().isAuthorizationCheckEnabled() ? ActingPerson.of(identity) : Optional.empty();
    }

    private static boolean isTheirs(Authentication person, TaskEntity task) {
        return person.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(candidate -> person.getUserId().equals(candidate.getUserId())
                                || person.getGroupIds().contains(candidate.getGroupId()));
    }

    private static boolean manages(Authentication person, TaskEntity task) {
        Set<String> management =
                Office.of(task.getTenantId()).map(Office::management).orElse(Set.of());
        return ActingPerson.isOneOf(person, management);
    }

    private static void refuse(Authentication person, TaskEntity task, String what) {
        throw new AuthorizationException(
                "'%s' cannot %s the task '%s': it is for others.".formatted(person.getUserId(), what, task.getName()));
    }
}
