package org.abate.access.engine;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.abate.access.Group;
import org.abate.access.Office;
import org.abate.access.engine.ProcessGrants.DecisionGrant;
import org.abate.access.engine.ProcessGrants.ProcessGrant;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Writes offices, groups and grants into the engine's identity tables. What is there stays; a grant that the tables of
 * this module do not know, on a process they do know, is taken back, so that a slip in Camunda Admin does not lay
 * penalty work open for longer than to the next start.
 */
class Directory {

    private final IdentityService identity;
    private final AuthorizationService authorization;

    Directory(ProcessEngine engine) {
        this.identity = engine.getIdentityService();
        this.authorization = engine.getAuthorizationService();
    }

    void write(List<Grant> grants) {
        writeOffices();
        writeGroups();
        writeGrants(grants);
    }

    private void writeOffices() {
        Set<String> present =
                identity.createTenantQuery().list().stream().map(Tenant::getId).collect(toSet());
        for (Office office : Office.values()) {
            if (!present.contains(office.id())) {
                Tenant tenant = identity.newTenant(office.id());
                tenant.setName(office.title());
                identity.saveTenant(tenant);
            }
        }
    }

    private void writeGroups() {
        Set<String> present = identity.createGroupQuery().list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .collect(toSet());
        Group.all().forEach((id, title) -> {
            if (!present.contains(id)) {
                org.camunda.bpm.engine.identity.Group group = identity.newGroup(id);
                group.setName(title);
                group.setType(Group.ADMINISTRATOR.id().equals(id) ? "SYSTEM" : "WORKFLOW");
                identity.saveGroup(group);
            }
            Set<String> offices = present.contains(id) ? officesOf(id) : Set.of();
            for (Office office : Group.offices(id)) {
                if (!offices.contains(office.id())) {
                    identity.createTenantGroupMembership(office.id(), id);
                }
            }
        });
    }

    private Set<String> officesOf(String group) {
        return identity.createTenantQuery().groupMember(group).list().stream()
                .map(Tenant::getId)
                .collect(toSet());
    }

    private void writeGrants(List<Grant> grants) {
        Map<Key, Authorization> present =
                authorization
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .list()
                        .stream()
                        .filter(row -> row.getGroupId() != null)
                        .collect(toMap(Key::of, row -> row));
        grants.forEach(grant -> write(grant, present.get(Key.of(grant))));
        takeBackStrangers(grants, present);
    }

    private void write(Grant grant, Authorization present) {
        if (present != null && ((AuthorizationEntity) present).getPermissions() == bits(grant)) {
            return;
        }
        Authorization row = present;
        if (row == null) {
            row = authorization.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(grant.group());
            row.setResource(grant.resource());
            row.setResourceId(grant.id());
        }
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorization.saveAuthorization(row);
    }

    private static int bits(Grant grant) {
        return grant.permissions().stream().mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
    }

    private void takeBackStrangers(List<Grant> grants, Map<Key, Authorization> present) {
        Set<Key> ours = grants.stream().map(Key::of).collect(toSet());
        Set<String> groups = Group.all().keySet();
        present.forEach((key, row) -> {
            if (groups.contains(key.group()) && key.isOfKnownDefinition() && !ours.contains(key)) {
                authorization.deleteAuthorization(row.getId());
            }
        });
    }

    /** What there is one grant for at most. */
    private record Key(String group, int resource, String id) {

        private static final Set<String> PROCESSES = Stream.concat(
                        Stream.of(Authorization.ANY),
                        ProcessGrants.PROCESSES.stream().map(ProcessGrant::process))
                .collect(toSet());

        private static final Set<String> DECISIONS = Stream.concat(
                        Stream.of(Authorization.ANY),
                        ProcessGrants.DECISIONS.stream().map(DecisionGrant::decision))
                .collect(toSet());

        static Key of(Grant grant) {
            return new Key(grant.group(), grant.resource().resourceType(), grant.id());
        }

        static Key of(Authorization row) {
            return new Key(row.getGroupId(), row.getResourceType(), row.getResourceId());
        }

        boolean isOfKnownDefinition() {
            return (resource == Resources.PROCESS_DEFINITION.resourceType() && PROCESSES.contains(id))
                    || (resource == Resources.DECISION_DEFINITION.resourceType() && DECISIONS.contains(id));
        }
    }
}
