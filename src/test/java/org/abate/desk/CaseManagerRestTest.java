package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case manager on leave, or in a conflict of interest, is replaced by the unit chief (Manual 3.3 Tanks). */
@DeskTest
class CaseManagerRestTest {

    @Autowired
    private DeskCases cases;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    private String number;

    @BeforeEach
    void anotherCaseManager() throws Exception {
        if (identity.createUserQuery().userId("j-roe").count() == 0) {
            identity.saveUser(identity.newUser("j-roe"));
            identity.createMembership("j-roe", "tanks-enforcement");
        }
        number = cases.open();
        cases.runJobs();
    }

    @Test
    void theCaseAndItsOpenTasksGoToTheNewCaseManager() throws Exception {
        managed();
        assertThat(assigneesOf("CompleteWorksheet")).containsExactly("tanks-enforcement");

        assertThat(replace("tanks-chief", "{\"caseManager\": \"j-roe\"}").status())
                .isEqualTo(204);

        assertThat(assigneesOf("CompleteWorksheet")).containsExactly("j-roe");
        assertThat(tasks.getVariable(task("CompleteWorksheet").getId(), "caseManager"))
                .isEqualTo("j-roe");
        JsonNode shown = cases.read(cases.get("tanks-staff", "/api/cases/" + number));
        assertThat(shown.get("caseManager").textValue()).isEqualTo("j-roe");
        JsonNode timeline = cases.read(cases.get("tanks-staff", "/api/cases/" + number + "/timeline"));
        assertThat(timeline.findValuesAsText("text")).contains("Case manager: j-roe, in place of tanks-enforcement");
        assertThat(timeline.findValuesAsText("actor")).contains("tanks-chief");
    }

    @Test
    void whatTheFormerCaseManagerClaimedAsMemberOfAnotherGroupStays() throws Exception {
        managed();
        Task worksheet = task("CompleteWorksheet");
        tasks.deleteCandidateGroup(worksheet.getId(), "tanks-enforcement");
        tasks.addCandidateGroup(worksheet.getId(), "tanks-staff");

        assertThat(replace("camunda-admin", "{\"caseManager\": \"j-roe\"}").status())
                .isEqualTo(204);

        assertThat(assigneesOf("CompleteWorksheet")).containsExactly("tanks-enforcement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"caseManager\": \"tanks-staff\"}",
                "{\"caseManager\": \"nobody\"}",
                "{\"caseManager\": \" \"}",
                "{\"caseManager\": null}",
                "{\"caseManager\": 7}",
                "{}"
            })
    void whoDoesNotManageTheOfficesCasesIsRefused(String body) throws Exception {
        managed();

        DeskCases.Answer answer = replace("tanks-chief", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).containsExactly("caseManager");
        assertThat(assigneesOf("CompleteWorksheet")).containsExactly("tanks-enforcement");
    }

    @Test
    void aCaseThatHasNoCaseManagerYetIsAssignedOneInItsTask() throws Exception {
        DeskCases.Answer answer = replace("tanks-chief", "{\"caseManager\": \"j-roe\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Assign case manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "tanks-enforcement", "hazardous-waste-director"})
    void nobodyButTheChiefReplacesACaseManager(String user) throws Exception {
        managed();

        assertThat(replace(user, "{\"caseManager\": \"j-roe\"}").status()).isEqualTo(403);
        assertThat(replace("air-chief", "{\"caseManager\": \"j-roe\"}").status())
                .isEqualTo(404);
        assertThat(assigneesOf("CompleteWorksheet")).containsExactly("tanks-enforcement");
    }

    /** At penalty work: the case manager has a worksheet to complete. */
    private void managed() throws Exception {
        cases.post(
                "tanks-staff",
                "/api/cases/" + number + "/events",
                "{\"event\": \"RETURNED_TO_COMPLIANCE\", \"date\": \"" + cases.today() + "\"}");
        complete("EvaluateWhetherPenaltiesApply", Map.of("penaltiesEvaluated", true));
        complete("AssignCaseManagerForPenalty", Map.of("caseManager", "tanks-enforcement"));
    }

    private void complete(String activity, Map<String, Object> answers) {
        tasks.complete(task(activity).getId(), answers);
        cases.runJobs();
    }

    private Task task(String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(activity)
                .singleResult();
    }

    private List<String> assigneesOf(String activity) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(activity).list().stream()
                .map(Task::getAssignee)
                .toList();
    }

    private DeskCases.Answer replace(String user, String body) throws Exception {
        return cases.post(user, "/api/cases/" + number + "/case-manager", body);
    }
}
