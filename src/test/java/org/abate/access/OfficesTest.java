package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An office's cases are its own. Each hole that the engine leaves open by itself is closed, and shown to be. */
@RunningApplication
class OfficesTest {

    @Autowired
    private Rest rest;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private UserGrants grants;

    // Whose a case is

    @Test
    void aCaseBelongsToTheOfficeOfItsDiagramAndSoDoesWhatItCalls() {
        String instance = tankCaseAtPenalty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTenantId())
                .isEqualTo("tanks");
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(instance)
                        .singleResult()
                        .getTenantId())
                .isEqualTo("tanks");
    }

    @Test
    void aDiagramWithoutAnOfficeIsNotStarted() {
        Rest.Answer answer = rest.as("camunda-admin").post("/engine-rest/process-definition/key/nowhere/start", "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("names no office", "extension property 'office'");
    }

    @Test
    void aBuildingBlockAloneTakesTheOfficeItIsGivenButNotForAStranger() {
        assertThat(runtime.startProcessInstanceByKey("penalty-assessment", java.util.Map.of("office", "tanks"))
                        .getTenantId())
                .isEqualTo("tanks");
        Rest.Answer answer = rest.as("air-enforcement")
                .post(
                        "/engine-rest/process-definition/key/penalty-assessment/start",
                        "{\"variables\":{\"office\":{\"value\":\"tanks\",\"type\":\"String\"}}}");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void nobodyStartsACaseOfAnotherOffice() {
        assertThat(start("tanks-staff", "air-enforcement").status()).isIn(403, 404);
        assertThat(start("air-staff", "air-enforcement").status()).isEqualTo(200);
        assertThat(start("process-manager", "air-enforcement").status()).isIn(403, 404);
        assertThat(start("process-analyst", "air-enforcement").status()).isIn(403, 404);
        assertThat(start("accounting", "air-enforcement").status()).isIn(403, 404);
    }

    /** The grants alone do not carry this: were air's grant given by mistake, the office would still refuse. */
    @Test
    void theOfficeRefusesEvenWhereAGrantWouldAllow() {
        String user = "camunda-admin-of-nothing";
        org.camunda.bpm.engine.identity.User stranger = identity.newUser(user);
        stranger.setPassword("Correct-horse-7-battery");
        identity.saveUser(stranger);
        identity.createMembership(user, "tanks-staff");
        grants.grant(user, "air-enforcement");
        Rest.Answer answer = rest.as(user, "Correct-horse-7-battery")
                .post("/engine-rest/process-definition/key/air-enforcement/start", "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("is not of the office 'air'");
        grants.take(user);
    }

    @Test
    void theEngineItselfStartsACaseInTheOfficeOfItsDiagram() {
        assertThat(runtime.startProcessInstanceByKey("air-enforcement").getTenantId())
                .isEqualTo("air");
    }

    @Test
    void aDecisionBelongsToItsCaseOrToNobody() {
        Rest.Answer answer = rest.as("camunda-admin")
                .post(
                        "/engine-rest/decision-definition/key/penalty-approval/evaluate",
                        "{\"variables\":{\"amount\":{\"value\":20000,\"type\":\"Integer\"}}}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(history.createHistoricDecisionInstanceQuery().list())
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.getTenantId()).isNotNull());
        assertThat(rest.as("tanks-chief")
                        .get("/engine-rest/history/decision-instance")
                        .json())
                .isEmpty();
    }

    // What others see of it

    @Test
    void nothingOfACaseAnswersAnotherOffice() {
        String instance = tankCase();
        String task = task(instance);
        Rest.Person stranger = rest.as("air-enforcement");
        for (String path : new String[] {
            "task",
            "process-instance",
            "execution",
            "variable-instance",
            "job",
            "incident",
            "history/process-instance",
            "history/task",
            "history/activity-instance",
            "history/variable-instance",
            "history/detail",
            "history/user-operation",
            "history/job-log",
            "history/identity-link-log"
        }) {
            assertThat(stranger.get("/engine-rest/" + path).text())
                    .as(path)
                    .doesNotContain(instance)
                    .doesNotContain(task);
        }
        assertThat(rest.as("tanks-staff").get("/engine-rest/task").text()).contains(task);
    }

    @Test
    void aThingOfAnotherOfficeAskedForByItsIdIsRefusedNotAFault() {
        String instance = tankCase();
        String task = task(instance);
        Rest.Person stranger = rest.as("air-enforcement");
        for (String path : new String[] {
            "task/" + task + "/variables",
            "task/" + task + "/form",
            "task/" + task + "/form-variables",
            "task/" + task + "/deployed-form",
            "task/" + task + "/identity-links",
            "process-instance/" + instance + "/variables",
            "process-instance/" + instance + "/activity-instances"
        }) {
            assertThat(stranger.get("/engine-rest/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(stranger.get("/engine-rest/task/" + task).status()).isEqualTo(404);
        for (String action : new String[] {"claim", "complete", "submit-form", "unclaim", "resolve"}) {
            assertThat(stranger.post("/engine-rest/task/" + task + "/" + action, "{\"userId\":\"air-enforcement\"}")
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    @Test
    void commentsAndAttachmentsOfATaskAnswerOnlyThoseWhoSeeIt() {
        String instance = tankCase();
        String task = task(instance);
        Rest.Person ours = rest.as("tanks-staff");
        String comment = ours.post(
                        "/engine-rest/task/" + task + "/comment/create", "{\"message\":\"called the owner\"}")
                .json()
                .get("id")
                .asText();
        String attachment = ours.multipart(
                        "/engine-rest/task/" + task + "/attachment/create",
                        "edge",
                        "--edge\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\nphoto\r\n"
                                + "--edge\r\nContent-Disposition: form-data; name=\"content\"; filename=\"p.txt\"\r\n\r\n"
                                + "rusty pipe\r\n--edge--\r\n")
                .json()
                .get("id")
                .asText();
        assertThat(ours.get("/engine-rest/task/" + task + "/attachment/" + attachment + "/data")
                        .text())
                .contains("rusty pipe");
        assertThat(ours.get("/engine-rest/task/" + task + "/comment").text()).contains("called the owner");

        Rest.Person stranger = rest.as("air-enforcement");
        String own = task(runtime.startProcessInstanceByKey("air-enforcement").getId());
        for (String path : new String[] {
            "/comment",
            "/comment/" + comment,
            "/attachment",
            "/attachment/" + attachment,
            "/attachment/" + attachment + "/data"
        }) {
            assertThat(stranger.get("/engine-rest/task/" + task + path).status())
                    .as(path)
                    .isIn(403, 404);
            assertThat(stranger.get("/engine-rest/task/" + own + path).text())
                    .as(path)
                    .doesNotContain("rusty pipe", "called the owner", "photo");
        }
        assertThat(stranger.get("/engine-rest/process-instance/" + instance + "/comment")
                        .status())
                .isIn(403, 404);
        assertThat(stranger.post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"x\"}")
                        .status())
                .isIn(400, 403);
        assertThat(stranger.post(
                                "/engine-rest/task/" + own + "/comment/create",
                                "{\"message\":\"x\",\"processInstanceId\":\"" + instance + "\"}")
                        .status())
                .isIn(400, 403);
        assertThat(tasks.getProcessInstanceComments(instance)).isEmpty();
    }

    @Test
    void whatSomebodyHasWrittenStays() {
        String task = task(tankCase());
        Rest.Person ours = rest.as("tanks-staff");
        JsonNode comment = ours.post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"first\"}")
                .json();
        String path = "/engine-rest/task/" + task + "/comment";
        assertThat(ours.delete(path).status()).isEqualTo(403);
        assertThat(ours.delete(path + "/" + comment.get("id").asText()).status())
                .isEqualTo(403);
        assertThat(ours.put(path, "{\"id\":\"" + comment.get("id").asText() + "\",\"message\":\"second\"}")
                        .status())
                .isEqualTo(403);
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }

    // Who gets a task

    @ParameterizedTest
    @CsvSource({
        "air-staff, another office",
        "accounting, no candidate",
        "tanks-chief, no candidate",
        "process-manager, sees no case",
        "nobody-of-ours, no such user"
    })
    void aTaskIsNotGivenToSomebodyWhoHasNoPartInIt(String assignee, String why) {
        String task = task(tankCase());
        Rest.Person staff = rest.as("tanks-staff");
        String body = "{\"userId\":\"" + assignee + "\"}";
        assertThat(staff.post("/engine-rest/task/" + task + "/claim", body).status())
                .as(why)
                .isEqualTo(403);
        assertThat(staff.post("/engine-rest/task/" + task + "/assignee", body).status())
                .isEqualTo(403);
        assertThat(staff.post("/engine-rest/task/" + task + "/delegate", body).status())
                .isEqualTo(403);
        assertThat(staff.put("/engine-rest/task/" + task, taskBody(task, assignee, null))
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aTaskIsClaimedGivenToAColleagueGivenBackAndCompleted() {
        String task = task(tankCase());
        Rest.Person staff = rest.as("tanks-staff");
        assertThat(staff.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"tanks-staff\"}")
                        .status())
                .isEqualTo(204);
        assertThat(staff.post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"tanks-enforcement\"}")
                        .status())
                .isEqualTo(204);
        assertThat(rest.as("tanks-enforcement")
                        .post("/engine-rest/task/" + task + "/unclaim", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(rest.as("tanks-chief")
                        .post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"tanks-staff\"}")
                        .status())
                .isEqualTo(204);
        assertThat(staff.post("/engine-rest/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theChiefsTaskIsNotForTheStaffWhoSeeIt() {
        String instance = tankCase();
        tasks.complete(task(instance));
        String task = task(instance);
        Rest.Person staff = rest.as("tanks-staff");
        assertThat(staff.get("/engine-rest/task/" + task).status()).isEqualTo(200);
        assertThat(staff.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"tanks-staff\"}")
                        .status())
                .isEqualTo(403);
        assertThat(staff.post("/engine-rest/task/" + task + "/complete", "{}").status())
                .isEqualTo(403);
        assertThat(staff.post("/engine-rest/task/" + task + "/submit-form", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(staff.post("/engine-rest/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"}")
                        .status())
                .isIn(400, 403);
        assertThat(staff.post(
                                "/engine-rest/task/" + task + "/identity-links",
                                "{\"groupId\":\"tanks-staff\",\"type\":\"candidate\"}")
                        .status())
                .isEqualTo(403);
        assertThat(rest.as("tanks-chief")
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatTheDiagramSettlesIsNotChangedByHand() {
        String instance = tankCase();
        String task = task(instance);
        Rest.Person staff = rest.as("tanks-staff");
        assertThat(staff.put("/engine-rest/task/" + task, taskBody(task, null, "2030-01-01T00:00:00.000+0000"))
                        .status())
                .isEqualTo(403);
        assertThat(staff.put("/engine-rest/task/" + task, taskBody(task, "tanks-staff", null))
                        .status())
                .isEqualTo(204);
        assertThat(staff.post(
                                "/engine-rest/task/" + task + "/identity-links",
                                "{\"userId\":\"tanks-staff\",\"type\":\"owner\"}")
                        .status())
                .isEqualTo(403);
        assertThat(staff.put(
                                "/engine-rest/process-instance/" + instance + "/variables/penalty",
                                "{\"value\":1,\"type\":\"Integer\"}")
                        .status())
                .isEqualTo(403);
        assertThat(staff.put("/engine-rest/task/" + task + "/variables/penalty", "{\"value\":1,\"type\":\"Integer\"}")
                        .status())
                .isIn(400, 403);
        assertThat(staff.delete("/engine-rest/process-instance/" + instance).status())
                .isEqualTo(403);
        assertThat(staff.post(
                                "/engine-rest/process-instance/" + instance + "/modification",
                                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Assess\"}]}")
                        .status())
                .isIn(400, 403);
        assertThat(staff.post(
                                "/engine-rest/message",
                                "{\"messageName\":\"CaseWithdrawn\",\"processInstanceId\":\"" + instance + "\"}")
                        .status())
                .isIn(400, 403);
        assertThat(staff.post("/engine-rest/task/create", "{\"name\":\"loose\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "tanks-chief", "division-director", "camunda-admin"})
    void aCaseIsStartedAtItsStartOnly(String user) {
        Rest.Answer answer = rest.as(user)
                .post(
                        "/engine-rest/process-definition/key/tank-enforcement/start",
                        "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Assign\"}]}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("A case starts at its start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanks-staff",
                "tanks-chief",
                "hazardous-waste-director",
                "division-director",
                "department-director",
                "attorney-general-liaison",
                "process-manager"
            })
    void nobodyButTheAdministratorMovesACasePastAStep(String user) {
        String instance = tankCase();
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        String past = "[{\"type\":\"startBeforeActivity\",\"activityId\":\"Assess\"}]";
        String batch = "{\"processInstanceIds\":[\"" + instance + "\"],\"processDefinitionId\":\"" + definition
                + "\",\"instructions\":" + past + "}";
        Rest.Person person = rest.as(user);
        for (String path : new String[] {
            "process-instance/" + instance + "/modification",
            "process-instance/" + instance + "/modification-async",
            "modification/execute",
            "modification/executeAsync",
            "process-definition/" + definition + "/restart",
            "process-definition/" + definition + "/restart-async"
        }) {
            String body = path.startsWith("process-instance") ? "{\"instructions\":" + past + "}" : batch;
            assertThat(person.post("/engine-rest/" + path, body).status())
                    .as(path)
                    .isIn(400, 403);
        }
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("Record");
    }

    // Penalty work

    @ParameterizedTest
    @CsvSource({
        "tanks-staff, false",
        "tanks-enforcement, true",
        "tanks-chief, true",
        "hazardous-waste-chief, true",
        "hazardous-waste-director, true",
        "hazardous-waste-enforcement, false",
        "air-enforcement, false",
        "division-director, true",
        "department-director, true",
        "enforcement-review-board, true",
        "commission-liaison, true",
        "attorney-general-liaison, true",
        "accounting, false",
        "hearing-officer, false",
        "process-manager, false",
        "process-analyst, false",
        "camunda-admin, true"
    })
    void penaltyWorkIsSeenByThoseWhoMay(String user, boolean sees) {
        String called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(tankCaseAtPenalty())
                .singleResult()
                .getId();
        String task = task(called);
        runtime.setVariable(called, "gravity", 4711);
        Rest.Person person = rest.as(user);
        assertThat(person.get("/engine-rest/task?processInstanceId=" + called)
                        .json()
                        .isEmpty())
                .isEqualTo(!sees);
        assertThat(person.get("/engine-rest/task/" + task).status()).isEqualTo(sees ? 200 : 404);
        assertThat(person.get("/engine-rest/task/" + task + "/variables").status())
                .isEqualTo(sees ? 200 : 403);
        assertThat(person.get("/engine-rest/history/variable-instance?processInstanceId=" + called)
                        .text()
                        .contains("4711"))
                .isEqualTo(sees);
        assertThat(person.get("/engine-rest/history/task?processInstanceId=" + called)
                        .json()
                        .isEmpty())
                .isEqualTo(!sees);
        assertThat(person.get("/engine-rest/process-instance/" + called).status())
                .isEqualTo(sees ? 200 : 404);
    }

    @Test
    void processManagerAndAnalystReadDiagramsAndNoCase() {
        tankCase();
        for (String user : new String[] {"process-manager", "process-analyst"}) {
            Rest.Person person = rest.as(user);
            assertThat(person.get("/engine-rest/user/count").json().get("count").asInt())
                    .as("nobody but oneself")
                    .isEqualTo(1);
            assertThat(person.get("/engine-rest/process-definition").text()).contains("tank-enforcement");
            assertThat(person.get("/engine-rest/process-definition/key/tank-enforcement/xml")
                            .status())
                    .isEqualTo(200);
            for (String path : new String[] {
                "task",
                "process-instance",
                "variable-instance",
                "history/process-instance",
                "history/task",
                "history/variable-instance",
                "history/activity-instance",
                "history/user-operation",
                "filter"
            }) {
                assertThat(person.get("/engine-rest/" + path).text())
                        .as(user + " " + path)
                        .isEqualTo("[]");
            }
        }
    }

    @Test
    void aGrantOnASingleTaskAndARevocationCountAsTheEngineHasThem() {
        String called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(tankCaseAtPenalty())
                .singleResult()
                .getId();
        String list = "/engine-rest/task?processInstanceId=" + called;
        grants.grantTask("tanks-staff", task(called));
        assertThat(rest.as("tanks-staff").get(list).json()).hasSize(1);
        grants.take("tanks-staff");
        assertThat(rest.as("tanks-staff").get(list).json()).isEmpty();
        grants.revoke("tanks-chief", "penalty-assessment");
        assertThat(rest.as("tanks-chief").get(list).json()).isEmpty();
        grants.take("tanks-chief");
        assertThat(rest.as("tanks-chief").get(list).json()).hasSize(1);
    }

    private Rest.Answer start(String user, String process) {
        return rest.as(user).post("/engine-rest/process-definition/key/" + process + "/start", "{}");
    }

    private String tankCase() {
        return runtime.startProcessInstanceByKey(
                        "tank-enforcement",
                        "TK-2026-00001",
                        java.util.Map.of("caseNumber", "TK-2026-00001", "facilityName", "Ozark Fuel Stop"))
                .getId();
    }

    @Test
    void accountingSeesItsOwnTasksOfPenaltyWorkAndNothingElseOfIt() {
        String block = runtime.startProcessInstanceByKey("suspended-penalty", java.util.Map.of("office", "tanks"))
                .getId();
        runtime.setVariable(block, "gravity", 4711);
        String weighing = task(block);
        Rest.Person accounting = rest.as("accounting");
        String inbox = "/engine-rest/task?processInstanceId=" + block;
        assertThat(accounting.get(inbox).json().isEmpty()).isTrue();
        assertThat(accounting.get("/engine-rest/task/" + weighing).status()).isIn(403, 404);
        assertThat(accounting
                        .get("/engine-rest/task/" + weighing + "/form-variables")
                        .status())
                .isEqualTo(403);
        assertThat(rest.as("tanks-enforcement").get(inbox).json().size()).isEqualTo(1);

        tasks.complete(weighing);

        String payment = task(block);
        assertThat(accounting.get(inbox).json().size()).isEqualTo(1);
        assertThat(accounting.get("/engine-rest/task/" + payment).status()).isEqualTo(200);
        assertThat(accounting
                        .get("/engine-rest/task/" + payment + "/form-variables")
                        .text())
                .contains("4711");
        assertThat(accounting
                        .get("/engine-rest/process-instance/" + block + "/variables")
                        .status())
                .isEqualTo(403);
        assertThat(accounting
                        .get("/engine-rest/variable-instance?processInstanceIdIn=" + block)
                        .text())
                .doesNotContain("4711");
        assertThat(accounting
                        .get("/engine-rest/history/variable-instance?processInstanceId=" + block)
                        .text())
                .doesNotContain("4711");
        assertThat(accounting
                        .get("/engine-rest/history/task?processInstanceId=" + block)
                        .json()
                        .isEmpty())
                .isTrue();
        assertThat(accounting
                        .post("/engine-rest/task/" + payment + "/claim", "{\"userId\":\"accounting\"}")
                        .status())
                .isEqualTo(204);
        assertThat(accounting.get(inbox).json().size()).isEqualTo(1);
        assertThat(accounting
                        .post("/engine-rest/task/" + payment + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(204);
    }

    /** Their part is a task here and there, or the diagrams: of a case they are told nothing, by its ids neither. */
    @ParameterizedTest
    @ValueSource(strings = {"accounting", "hearing-officer", "process-manager", "process-analyst"})
    void whoFollowsNoCaseReadsNothingOfItByItsIds(String user) {
        String instance = tankCase();
        runtime.setVariable(instance, "owner", "Invented Oil Company");
        String done = task(instance);
        tasks.complete(done);
        String open = task(instance);
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        Rest.Person person = rest.as(user);
        for (String path : new String[] {
            "task/" + open,
            "task/" + open + "/variables",
            "task/" + open + "/variables/owner",
            "task/" + open + "/localVariables",
            "task/" + open + "/form",
            "task/" + open + "/form-variables",
            "task/" + open + "/rendered-form",
            "task/" + open + "/deployed-form",
            "task/" + open + "/identity-links",
            "task/" + open + "/comment",
            "task/" + open + "/attachment",
            "process-instance/" + instance,
            "process-instance/" + instance + "/variables",
            "process-instance/" + instance + "/activity-instances",
            "process-instance/" + instance + "/comment",
            "execution/" + instance,
            "execution/" + instance + "/localVariables",
            "history/process-instance/" + instance
        }) {
            Rest.Answer answer = person.get("/engine-rest/" + path);
            assertThat(answer.status()).as(path + " " + answer.text()).isIn(400, 403, 404);
            assertThat(answer.text()).as(path).doesNotContain("Invented Oil Company", "TK-2026-00001");
        }
        for (String path : new String[] {
            "task?processInstanceId=" + instance,
            "variable-instance?processInstanceIdIn=" + instance,
            "execution?processInstanceId=" + instance,
            "event-subscription?processInstanceId=" + instance,
            "job?processInstanceId=" + instance,
            "incident?processInstanceId=" + instance,
            "history/task?taskId=" + done,
            "history/process-instance?processInstanceId=" + instance,
            "history/activity-instance?processInstanceId=" + instance,
            "history/variable-instance?processInstanceId=" + instance,
            "history/detail?processInstanceId=" + instance,
            "history/identity-link-log?taskId=" + done,
            "history/user-operation?processInstanceId=" + instance,
            "history/job-log?processInstanceId=" + instance,
            "history/incident?processInstanceId=" + instance,
            "history/decision-instance",
            "history/activity-instance?processDefinitionId=" + definition
        }) {
            assertThat(person.get("/engine-rest/" + path).text()).as(path).isEqualTo("[]");
        }
        assertThat(person.get("/engine-rest/history/process-definition/" + definition + "/statistics")
                        .text())
                .doesNotContain("\"instances\":1");
    }

    private String tankCaseAtPenalty() {
        String instance = tankCase();
        tasks.complete(task(instance));
        tasks.complete(task(instance));
        return instance;
    }

    private String task(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** The task as Tasklist writes it back. */
    private String taskBody(String id, String assignee, String due) {
        JsonNode task = rest.as("camunda-admin").get("/engine-rest/task/" + id).json();
        ObjectNode body = ((ObjectNode) task)
                .retain(
                        "name",
                        "description",
                        "assignee",
                        "owner",
                        "due",
                        "followUp",
                        "priority",
                        "parentTaskId",
                        "tenantId");
        body.put("assignee", assignee);
        if (due != null) {
            body.put("due", due);
        }
        return body.toString();
    }
}
