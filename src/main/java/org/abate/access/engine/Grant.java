package org.abate.access.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.abate.access.Group;
import org.abate.access.Office;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * One grant of the engine to a group. Everything not granted is denied: nobody but the administrator stores a filter,
 * changes a variable or a case by hand, or removes a deployment.
 *
 * @param id a resource's id, for processes and decisions their key, or {@code *}
 */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

    private static final Permission[] SEE_AND_WORK = {
        READ, READ_INSTANCE, READ_HISTORY, READ_TASK, TASK_WORK, TASK_ASSIGN
    };

    /** Without the case's variables and its history. */
    private static final Permission[] WORK_ON_OWN_TASKS = {READ, READ_TASK, TASK_WORK, TASK_ASSIGN};

    private static final Permission[] SEE_WORK_AND_START = {
        READ, READ_INSTANCE, READ_HISTORY, READ_TASK, TASK_WORK, TASK_ASSIGN, CREATE_INSTANCE
    };

    /** All grants but those of the department's filters, which each filter names itself. */
    static List<Grant> all() {
        return Stream.of(administrator(), processes(), decisions(), applications(), people(), processCare())
                .flatMap(List::stream)
                .toList();
    }

    static Grant filter(String group, String filterId) {
        return new Grant(group, FILTER, filterId, List.of(READ));
    }

    private static List<Grant> administrator() {
        return Arrays.stream(Resources.values())
                .map(resource -> grant(Group.ADMINISTRATOR.id(), resource, ANY, ALL))
                .toList();
    }

    private static List<Grant> processes() {
        List<Grant> grants = new ArrayList<>();
        Set<String> starters = new TreeSet<>();
        for (ProcessGrants.ProcessGrant row : ProcessGrants.PROCESSES) {
            for (String group : withoutAdministrator(row.groups())) {
                grants.add(grant(group, PROCESS_DEFINITION, row.process(), permissions(row, group)));
            }
            starters.addAll(withoutAdministrator(row.starters()));
        }
        starters.forEach(group -> grants.add(grant(group, PROCESS_INSTANCE, ANY, CREATE)));
        return grants;
    }

    private static Permission[] permissions(ProcessGrants.ProcessGrant row, String group) {
        if (ProcessGrants.isOwnTasksOnly(group, row.process())) {
            return WORK_ON_OWN_TASKS;
        }
        return row.starters().contains(group) ? SEE_WORK_AND_START : SEE_AND_WORK;
    }

    private static List<Grant> decisions() {
        List<Grant> grants = new ArrayList<>();
        for (ProcessGrants.DecisionGrant row : ProcessGrants.DECISIONS) {
            for (String group : withoutAdministrator(row.groups())) {
                grants.add(grant(group, DECISION_DEFINITION, row.decision(), READ, Permissions.READ_HISTORY));
            }
        }
        return grants;
    }

    /** Tasklist for everybody with cases; Cockpit for those who lead, and for who looks after the diagrams. */
    private static List<Grant> applications() {
        List<Grant> grants = new ArrayList<>();
        for (String group : withoutAdministrator(ProcessGrants.caseReaders())) {
            grants.add(grant(group, APPLICATION, "tasklist", ACCESS));
            grants.add(grant(group, APPLICATION, "welcome", ACCESS));
        }
        Set<String> leaders = new TreeSet<>();
        Arrays.stream(Office.values()).map(Office::management).forEach(leaders::addAll);
        leaders.addAll(
                List.of(Group.DIVISION_DIRECTOR.id(), Group.DEPARTMENT_DIRECTOR.id(), Group.PROCESS_MANAGER.id()));
        leaders.forEach(group -> grants.add(grant(group, APPLICATION, "cockpit", ACCESS)));
        grants.add(grant(Group.PROCESS_MANAGER.id(), APPLICATION, "welcome", ACCESS));
        return grants;
    }

    /** Colleagues' names beside their tasks. */
    private static List<Grant> people() {
        return withoutAdministrator(ProcessGrants.caseReaders()).stream()
                .flatMap(group -> Stream.of(grant(group, USER, ANY, READ), grant(group, GROUP, ANY, READ)))
                .toList();
    }

    /** The process manager deploys; manager and analyst read diagrams and tables, and nothing of any case. */
    private static List<Grant> processCare() {
        List<Grant> grants = new ArrayList<>();
        for (Group group : List.of(Group.PROCESS_MANAGER, Group.PROCESS_ANALYST)) {
            grants.add(grant(group.id(), PROCESS_DEFINITION, ANY, READ));
            grants.add(grant(group.id(), DECISION_DEFINITION, ANY, READ));
            grants.add(grant(group.id(), DECISION_REQUIREMENTS_DEFINITION, ANY, READ));
        }
        grants.add(grant(Group.PROCESS_MANAGER.id(), DEPLOYMENT, ANY, READ, CREATE));
        return grants;
    }

    private static Grant grant(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, List.of(permissions));
    }

    private static Set<String> withoutAdministrator(Set<String> groups) {
        Set<String> others = new TreeSet<>(groups);
        others.remove(Group.ADMINISTRATOR.id());
        return others;
    }
}
