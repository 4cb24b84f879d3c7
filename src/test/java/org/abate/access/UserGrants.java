package org.abate.access;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.test.context.TestComponent;

/** Grants as an administrator would give them to one user by mistake. */
@TestComponent
class UserGrants {

    private final AuthorizationService authorization;

    UserGrants(AuthorizationService authorization) {
        this.authorization = authorization;
    }

    void grant(String user, String process) {
        Authorization row = authorization.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setUserId(user);
        row.setResource(Resources.PROCESS_DEFINITION);
        row.setResourceId(process);
        row.addPermission(Permissions.READ);
        row.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorization.saveAuthorization(row);
    }

    void grantTask(String user, String task) {
        Authorization row = authorization.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setUserId(user);
        row.setResource(Resources.TASK);
        row.setResourceId(task);
        row.addPermission(Permissions.READ);
        authorization.saveAuthorization(row);
    }

    void revoke(String user, String process) {
        Authorization row = authorization.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        row.setUserId(user);
        row.setResource(Resources.PROCESS_DEFINITION);
        row.setResourceId(process);
        row.removePermission(ProcessDefinitionPermissions.READ_TASK);
        authorization.saveAuthorization(row);
    }

    void take(String user) {
        authorization
                .createAuthorizationQuery()
                .userIdIn(user)
                .list()
                .forEach(row -> authorization.deleteAuthorization(row.getId()));
    }
}
