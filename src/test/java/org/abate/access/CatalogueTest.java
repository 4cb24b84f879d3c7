package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class CatalogueTest {

    private final Caller caller = new Caller();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyOfficeHasItsGroupsAndTanksNoDirector() {
        assertThat(Group.all().keySet())
                .hasSize(7 * 4 - 1 + 10)
                .contains("tanks-staff", "tanks-enforcement", "tanks-chief", "land-reclamation-director")
                .doesNotContain("tanks-director", "coal-staff");
    }

    @Test
    void hazardousWasteManagementIsOfTheTanksOfficeTooAndItsCaseManagersAreNot() {
        assertThat(Group.offices("hazardous-waste-chief")).containsExactly(Office.HAZARDOUS_WASTE, Office.TANKS);
        assertThat(Group.offices("hazardous-waste-director")).containsExactly(Office.HAZARDOUS_WASTE, Office.TANKS);
        assertThat(Group.offices("hazardous-waste-enforcement")).containsExactly(Office.HAZARDOUS_WASTE);
        assertThat(Group.offices("tanks-chief")).containsExactly(Office.TANKS);
        assertThat(Group.offices("somebody-else")).isEmpty();
    }

    @Test
    void departmentWideGroupsAreOfEveryOffice() {
        for (Group group : Group.values()) {
            assertThat(Group.offices(group.id())).containsExactly(Office.values());
        }
    }

    @Test
    void staffReadAndCarryTheirCasesButSeeNoPenalties() {
        signIn("tanks-staff");
        assertThat(caller.worksIn("tanks")).isTrue();
        assertThat(caller.mayReadCases("tanks")).isTrue();
        assertThat(caller.maySeePenalties("tanks")).isFalse();
        assertThat(caller.mayReadCases("air")).isFalse();
        assertThat(caller.caseOffices()).containsExactly("tanks");
    }

    @Test
    void penaltiesAreSeenByCaseManagersChiefsDirectorsTheBoardAndTheLiaisonsOnly() {
        List<String> seeing = Group.all().keySet().stream()
                .filter(group -> {
                    signIn(group);
                    return caller.maySeePenalties("tanks");
                })
                .toList();
        assertThat(seeing)
                .containsExactlyInAnyOrder(
                        "tanks-enforcement",
                        "tanks-chief",
                        "hazardous-waste-chief",
                        "hazardous-waste-director",
                        "division-director",
                        "department-director",
                        "enforcement-review-board",
                        "commission-liaison",
                        "attorney-general-liaison",
                        "camunda-admin");
    }

    @Test
    void processManagerAndAnalystSeeNoCase() {
        for (String group : List.of("process-manager", "process-analyst")) {
            signIn(group);
            assertThat(caller.offices()).hasSize(7);
            assertThat(caller.caseOffices()).isEmpty();
            assertThat(caller.cycleTimeOffices()).hasSize(7);
            assertThat(Arrays.stream(Office.values()).map(Office::id)).noneMatch(caller::worksIn);
        }
    }

    @Test
    void managementReadsTheCycleTimesOfItsOfficesAndStaffReadNone() {
        signIn("hazardous-waste-chief");
        assertThat(caller.cycleTimeOffices()).containsExactlyInAnyOrder("hazardous-waste", "tanks");
        signIn("tanks-chief");
        assertThat(caller.cycleTimeOffices()).containsExactly("tanks");
        for (String group : List.of("tanks-staff", "tanks-enforcement", "accounting", "hearing-officer")) {
            signIn(group);
            assertThat(caller.cycleTimeOffices()).as(group).isEmpty();
        }
    }

    @Test
    void whereNobodyIsSignedInEveryQuestionIsAnsweredWithNo() {
        assertThat(caller.userId()).isEqualTo("system");
        assertThat(caller.groups()).isEmpty();
        assertThat(caller.worksIn("tanks")).isFalse();
        assertThat(caller.mayReadCases("tanks")).isFalse();
        assertThat(caller.maySeePenalties("tanks")).isFalse();
        assertThat(caller.cycleTimeOffices()).isEmpty();
        assertThat(caller.isAdministrator()).isFalse();
    }

    @Test
    void anUnknownOfficeIsNobodys() {
        signIn("camunda-admin");
        assertThat(caller.isAdministrator()).isTrue();
        assertThat(caller.worksIn("tanks")).isTrue();
        assertThat(caller.worksIn("coal")).isFalse();
        assertThat(caller.worksIn(null)).isFalse();
    }

    private static void signIn(String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        group, null, AuthorityUtils.createAuthorityList(group)));
    }
}
