package org.abate.access.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The engine checks a list of tasks by joining every task with the table of grants, which costs H2 dozens of times the
 * list itself. Where a person's grants speak of processes only, as they do here, the same question is answered by
 * reading those grants once and asking for the tasks of these processes. Where there is a grant on a single task, or a
 * revocation, the engine's own check stands.
 */
class InboxCheck extends AuthorizationManager {

    private static final String NO_PROCESS = "";

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (!check.isAuthorizationCheckEnabled() || check.isRevokeAuthorizationCheckEnabled()) {
            return;
        }
        List<AuthorizationEntity> grants = grantsOf(check);
        Set<String> tasks = readable(grants, Resources.TASK);
        Set<String> processes = readable(grants, Resources.PROCESS_DEFINITION);
        boolean everything = tasks.contains(ANY) || processes.contains(ANY);
        if (!everything && !tasks.isEmpty()) {
            return;
        }
        check.getPermissionChecks().clear();
        if (!everything) {
            restrict(query, processes);
            restrictToOwn(query, check, processes);
        }
    }

    private List<AuthorizationEntity> grantsOf(AuthorizationCheck check) {
        List<AuthorizationEntity> grants = new ArrayList<>(select(byUser(check.getAuthUserId())));
        if (check.getAuthGroupIds() != null && !check.getAuthGroupIds().isEmpty()) {
            grants.addAll(select(byGroups(check.getAuthGroupIds())));
        }
        return grants;
    }

    private static AuthorizationQueryImpl byUser(String user) {
        return (AuthorizationQueryImpl) new AuthorizationQueryImpl().userIdIn(user, ANY);
    }

    private static AuthorizationQueryImpl byGroups(List<String> groups) {
        return (AuthorizationQueryImpl) new AuthorizationQueryImpl().groupIdIn(groups.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private List<AuthorizationEntity> select(AuthorizationQueryImpl query) {
        return getDbEntityManager().selectList("selectAuthorizationByQueryCriteria", query);
    }

    /** The ids among the grants that let tasks be read; {@code *} for all. */
    private static Set<String> readable(List<AuthorizationEntity> grants, Resource resource) {
        return grants.stream()
                .filter(grant -> grant.getResourceType() == resource.resourceType())
                .filter(grant -> grant.isPermissionGranted(
                        resource == Resources.TASK ? Permissions.READ : ProcessDefinitionPermissions.READ_TASK))
                .map(AuthorizationEntity::getResourceId)
                .collect(Collectors.toSet());
    }

    private static void restrict(TaskQueryImpl query, Set<String> processes) {
        String[] asked = query.getProcessDefinitionKeys();
        String[] allowed = (asked == null
                        ? processes.stream()
                        : Arrays.stream(asked).filter(processes::contains))
                .toArray(String[]::new);
        query.processDefinitionKeyIn(allowed.length == 0 ? new String[] {NO_PROCESS} : allowed);
    }

    /**
     * Of some processes a group sees its own tasks alone ({@link ProcessGrants}). Its inbox has no others: the tasks of a
     * case are read on the case's page.
     */
    private static void restrictToOwn(TaskQueryImpl query, AuthorizationCheck check, Set<String> processes) {
        List<String> groups = check.getAuthGroupIds() == null ? List.of() : check.getAuthGroupIds();
        Set<String> own = processes.stream()
                .filter(process -> ProcessGrants.ownTasksOnly(groups, process))
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            return;
        }
        TaskQuery theirs = query.or()
                .taskAssignee(check.getAuthUserId())
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks();
        Set<String> whole = ProcessGrants.listedWhole(groups);
        String[] others = processes.stream().filter(whole::contains).toArray(String[]::new);
        (others.length == 0 ? theirs : theirs.processDefinitionKeyIn(others)).endOr();
    }

    /** Puts this in the place of the engine's own. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new InboxCheck();
        }
    }
}
