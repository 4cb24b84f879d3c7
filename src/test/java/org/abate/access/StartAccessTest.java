package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.abate.ApplicationTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a production start writes: no demonstration, one administrator, every office and group. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class StartAccessTest {

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorization;

    @Autowired
    private FilterService filters;

    @Autowired
    @Qualifier("accessAtStart")
    private SmartInitializingSingleton start;

    @Test
    void thereIsNoAccountButTheAdministrators() {
        assertThat(identity.createUserQuery().list()).singleElement().satisfies(user -> assertThat(user.getId())
                .isEqualTo("camunda-admin"));
        assertThat(identity.checkPassword("camunda-admin", "demo")).isFalse();
        assertThat(identity.createGroupQuery()
                        .groupMember("camunda-admin")
                        .singleResult()
                        .getId())
                .isEqualTo("camunda-admin");
    }

    @Test
    void officesAndGroupsAreThere() {
        assertThat(identity.createTenantQuery().count()).isEqualTo(7);
        assertThat(identity.createGroupQuery().count()).isEqualTo(Group.all().size());
        assertThat(identity.createTenantQuery()
                        .groupMember("hazardous-waste-chief")
                        .list())
                .extracting("id")
                .containsExactlyInAnyOrder("hazardous-waste", "tanks");
        assertThat(identity.createTenantQuery().groupMember("accounting").count())
                .isEqualTo(7);
    }

    @Test
    void aSecondStartChangesNothingAndPrintsNoPassword(CapturedOutput output) {
        List<String> before = everything();
        start.afterSingletonsInstantiated();
        assertThat(everything()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("sign in as");
    }

    @Test
    void aGrantThatLaysPenaltyWorkOpenIsTakenBackAtTheNextStartAndAMissingOneGivenAgain() {
        Authorization slip = authorization.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        slip.setGroupId("tanks-staff");
        slip.setResource(Resources.PROCESS_DEFINITION);
        slip.setResourceId("penalty-assessment");
        slip.addPermission(Permissions.READ_HISTORY);
        authorization.saveAuthorization(slip);
        Authorization lost = authorization
                .createAuthorizationQuery()
                .groupIdIn("tanks-staff")
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("tank-enforcement")
                .singleResult();
        authorization.deleteAuthorization(lost.getId());
        start.afterSingletonsInstantiated();
        assertThat(grants("tanks-staff", "penalty-assessment")).isZero();
        assertThat(grants("tanks-staff", "tank-enforcement")).isEqualTo(1);
    }

    @Test
    void nobodyMayEverythingButTheAdministrator() {
        assertThat(authorization.createAuthorizationQuery().list()).allSatisfy(row -> {
            if (!"camunda-admin".equals(row.getGroupId())) {
                assertThat(row.isPermissionGranted(Permissions.ALL)).isFalse();
                assertThat(row.isPermissionGranted(Permissions.DELETE)).isFalse();
                assertThat(row.isPermissionGranted(Permissions.UPDATE_INSTANCE)).isFalse();
                assertThat(row.isPermissionGranted(Permissions.UPDATE_TASK)).isFalse();
            }
        });
        assertThat(authorization
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .count())
                .isZero();
    }

    private long grants(String group, String process) {
        return authorization
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .count();
    }

    private List<String> everything() {
        List<String> rows = new ArrayList<>();
        authorization
                .createAuthorizationQuery()
                .list()
                .forEach(row -> rows.add(row.getId()
                        + row.getGroupId()
                        + row.getUserId()
                        + row.getResourceType()
                        + row.getResourceId()));
        filters.createFilterQuery().list().forEach(filter -> rows.add(filter.getId()));
        identity.createUserQuery().list().forEach(user -> rows.add(user.getId()));
        rows.sort(null);
        return rows;
    }
}
