package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists in Tasklist, and that nobody but the administrator stores a query with an expression in it. */
@RunningApplication
class FiltersTest {

    private static final String STORED = """
            {"resourceType":"Task","name":"mine","owner":"%s","query":{"assigneeExpression":"${currentUser()}"}}""";

    @Autowired
    private Rest rest;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Test
    void everybodyWithCasesFindsTheListsOfTheirOffice() {
        assertThat(names("tanks-staff"))
                .containsExactly("My tasks", "My groups", "Overdue", "Due within seven days", "Storage tanks");
        assertThat(names("land-reclamation-staff"))
                .containsExactly(
                        "My tasks",
                        "My groups",
                        "Overdue",
                        "Due within seven days",
                        "Industrial minerals",
                        "Metallic minerals",
                        "Coal");
        assertThat(names("hazardous-waste-director")).contains("Hazardous waste", "Storage tanks");
        assertThat(names("division-director")).hasSize(4 + 9);
        assertThat(names("camunda-admin")).hasSize(4 + 9);
        assertThat(names("process-manager")).isEmpty();
    }

    @Test
    void eachTaskShowsCaseAndFacility() {
        for (JsonNode filter : rest.as("tanks-staff").get("/engine-rest/filter").json()) {
            assertThat(filter.at("/properties/variables").findValuesAsText("name"))
                    .containsExactly("caseNumber", "facilityName");
        }
    }

    @Test
    void theListsHoldWhatTheirNamesSay() {
        String waiting = taskOf("TK-2026-00011", null, null);
        String mine = taskOf("TK-2026-00012", "tanks-staff", null);
        String late = taskOf("TK-2026-00013", null, daysFromNow(-1));
        String soon = taskOf("TK-2026-00014", null, daysFromNow(6));
        String later = taskOf("TK-2026-00015", null, daysFromNow(9));
        assertThat(list("tanks-staff", "my-tasks")).contains(mine).doesNotContain(waiting, late);
        assertThat(list("tanks-staff", "my-groups"))
                .contains(waiting, late, soon)
                .doesNotContain(mine);
        assertThat(list("tanks-chief", "my-groups")).doesNotContain(waiting);
        assertThat(list("tanks-staff", "overdue")).contains(late).doesNotContain(waiting, soon, later);
        assertThat(list("tanks-staff", "due-within-seven-days")).contains(soon).doesNotContain(late, later);
        assertThat(list("tanks-staff", "program-tanks")).contains(waiting, mine, late, soon, later);
        assertThat(list("division-director", "program-tanks")).contains(waiting, mine);
        assertThat(list("division-director", "program-air")).doesNotContain(waiting, mine);
    }

    @Test
    void theListOfAnotherProgramIsNotRead() {
        assertThat(rest.as("air-staff")
                        .get("/engine-rest/filter/program-tanks/list")
                        .status())
                .isEqualTo(403);
        assertThat(list("air-staff", "overdue"))
                .noneMatch(id -> id.equals(taskOf("TK-2026-00021", null, daysFromNow(-2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "tanks-chief", "department-director", "process-manager", "process-analyst"})
    void nobodyButTheAdministratorStoresAFilter(String user) {
        Rest.Person person = rest.as(user);
        String filter = STORED.formatted(user);
        assertThat(person.post("/engine-rest/filter/create", filter).status()).isEqualTo(403);
        assertThat(person.put("/engine-rest/filter/my-tasks", filter).status()).isEqualTo(403);
        assertThat(person.delete("/engine-rest/filter/my-tasks").status()).isEqualTo(403);
        assertThat(person.post(
                                "/engine-rest/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"plain\",\"query\":{}}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAdministratorStoresAFilter() {
        Rest.Person administrator = rest.as("camunda-admin");
        Rest.Answer answer = administrator.post("/engine-rest/filter/create", STORED.formatted("camunda-admin"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(administrator
                        .delete("/engine-rest/filter/" + answer.json().get("id").asText())
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/filter/my-groups/list",
                "/engine-rest/filter/my-groups/count"
            })
    void anExpressionInAPassingQueryIsNotEvaluated(String path) {
        Rest.Answer answer = rest.as("tanks-staff").post(path, "{\"assigneeExpression\":\"${currentUser()}\"}");
        assertThat(answer.status()).isIn(400, 403, 500);
        assertThat(answer.text()).containsIgnoringCase("expression");
    }

    private List<String> names(String user) {
        JsonNode filters = rest.as(user)
                .get("/engine-rest/filter?sortBy=filterId&sortOrder=asc")
                .json();
        return StreamSupport.stream(filters.spliterator(), false)
                .sorted((a, b) -> Integer.compare(
                        a.at("/properties/priority").asInt(),
                        b.at("/properties/priority").asInt()))
                .map(filter -> filter.get("name").asText())
                .toList();
    }

    private List<String> list(String user, String filter) {
        return rest.as(user)
                .get("/engine-rest/filter/" + filter + "/list")
                .json()
                .findValuesAsText("id");
    }

    private String taskOf(String caseNumber, String assignee, Date due) {
        String instance = runtime.startProcessInstanceByKey(
                        "tank-enforcement", caseNumber, Map.of("caseNumber", caseNumber, "facilityName", "Main Street"))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.setDueDate(task, due);
        if (assignee != null) {
            tasks.claim(task, assignee);
        }
        return task;
    }

    private static Date daysFromNow(int days) {
        return Date.from(java.time.Instant.now().plus(java.time.Duration.ofDays(days)));
    }
}
