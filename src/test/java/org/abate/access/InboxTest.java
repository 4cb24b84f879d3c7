package org.abate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * The inbox with 10,000 open tasks. Times of one run say little on a busy machine; a query with and without its
 * authorization check, in turns, says what the check costs. As the engine ships it costs some 300 times the query.
 */
@RunningApplication
@TestPropertySource(properties = InboxTest.AN_APPLICATION_OF_ITS_OWN)
class InboxTest {

    /** For ten thousand tasks are in nobody else's way there. */
    static final String AN_APPLICATION_OF_ITS_OWN = "abate.test.own-application=inbox";

    private static final Logger LOG = LoggerFactory.getLogger(InboxTest.class);
    private static final int TASKS = 10_000;
    private static final int ROUNDS = 15;
    private static final int PAGE = 15;

    /** Far from what it costs (0.9 to 1.5), and farther from what a row per task would. */
    private static final double TOO_MUCH = 5;

    private static final Set<String> IDS_OF_A_CASE =
            Set.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "TASK_ID_");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void aTaskBringsNoGrantOfItsOwnInAllItsLife() {
        long before = grants();
        for (int i = 0; i < 20; i++) {
            String instance = runtime.startProcessInstanceByKey("tank-enforcement", "TK-2026-01" + i)
                    .getId();
            String task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
            tasks.claim(task, "tanks-staff");
            tasks.setOwner(task, "tanks-enforcement");
            tasks.addCandidateUser(task, "tanks-chief");
            tasks.delegateTask(task, "tanks-enforcement");
            tasks.resolveTask(task);
            tasks.complete(task);
        }
        assertThat(grants()).isEqualTo(before);
    }

    @Test
    void theCheckCostsTheInboxLittleWithTenThousandOpenTasks() {
        multiply("tank-enforcement", TASKS * 7 / 10);
        multiply("air-enforcement", TASKS * 3 / 10);
        assertThat(tasks.createTaskQuery().count()).isGreaterThanOrEqualTo(TASKS);
        Map<String, Double> cost = new TreeMap<>();
        for (String user : List.of("tanks-staff", "tanks-chief", "division-director", "accounting", "camunda-admin")) {
            signIn(user);
            cost.put(user + " page", cost(() -> tasks.createTaskQuery()
                    .active()
                    .orderByDueDate()
                    .asc()
                    .listPage(0, PAGE)));
            cost.put(
                    user + " count", cost(() -> tasks.createTaskQuery().active().count()));
            cost.put(user + " my groups", cost(() -> filters.listPage("my-groups", 0, PAGE)));
            cost.put(user + " my groups count", cost(() -> filters.count("my-groups")));
            identity.clearAuthentication();
        }
        LOG.info("Inbox with {} tasks, check on against off: {}", TASKS, cost);
        assertThat(cost)
                .allSatisfy((query, ratio) -> assertThat(ratio).as(query).isLessThan(TOO_MUCH));
    }

    /** What the check costs: the query with it against the same query without, the best of alternating rounds. */
    private double cost(Supplier<?> query) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        long[] on = new long[ROUNDS];
        long[] off = new long[ROUNDS];
        try {
            for (int round = 0; round < ROUNDS; round++) {
                configuration.setAuthorizationEnabled(true);
                on[round] = time(query);
                configuration.setAuthorizationEnabled(false);
                off[round] = time(query);
            }
        } finally {
            configuration.setAuthorizationEnabled(true);
        }
        return Math.round(100.0 * median(on) / median(off)) / 100.0;
    }

    private static long time(Supplier<?> query) {
        long start = System.nanoTime();
        query.get();
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private void signIn(String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> offices = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, offices);
    }

    private long grants() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM ACT_RU_AUTHORIZATION", Long.class);
    }

    /** Copies the rows of one running case so that there are as many. */
    private void multiply(String process, int copies) {
        String instance =
                runtime.startProcessInstanceByKey(process, "XX-2026-00000").getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        copy("ACT_RU_EXECUTION", "ID_", instance, copies);
        copy("ACT_RU_TASK", "ID_", task, copies);
        copy("ACT_RU_IDENTITYLINK", "TASK_ID_", task, copies);
        jdbc.execute("ANALYZE");
    }

    private void copy(String table, String column, String value, int copies) {
        for (Map<String, Object> row :
                jdbc.queryForList("SELECT * FROM " + table + " WHERE " + column + " = ?", value)) {
            List<String> columns = new ArrayList<>(row.keySet());
            String insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                    + columns.stream().map(each -> "?").collect(Collectors.joining(", ")) + ")";
            jdbc.batchUpdate(
                    insert,
                    IntStream.range(0, copies)
                            .mapToObj(i -> columns.stream()
                                    .map(each -> renamed(each, row.get(each), i))
                                    .toArray())
                            .toList());
        }
    }

    /** Ids of the copied case carry the copy's number. */
    private static Object renamed(String column, Object value, int copy) {
        boolean isOfTheCase = IDS_OF_A_CASE.contains(column.toUpperCase(Locale.ROOT)) && value != null;
        return isOfTheCase ? value + "-" + copy : value;
    }
}
