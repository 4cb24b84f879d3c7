package org.abate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bad day of two nodes on one PostgreSQL: both are started at the same moment on an empty database, two people
 * complete the same tasks on both, the database goes down and comes back while letters are being written, and at last
 * one node is killed while it writes letters. What must be true afterwards, each in a test of its own.
 *
 * <p>A letter takes a blink. To catch a node at it, the table that letters are filed in is locked from outside: the
 * letter is written, and waits to be filed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesTest {

    private static final int SAME_TASKS = 4;
    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200));

    private final List<String> cases = new ArrayList<>();
    private final List<List<Node.Answer>> completions = new ArrayList<>();
    private NodesDatabase database;
    private Node first;
    private Node second;

    @TempDir
    private static Path directory;

    @BeforeAll
    void theBadDay() throws Exception {
        database = new NodesDatabase(directory);
        first = database.node("first");
        second = database.node("second");
        Stream.of(first, second).forEach(Node::awaitStart);

        open(first, SAME_TASKS);
        awaitLetters();
        completeOnBothNodes();

        writeLettersOn(2, first, second);
        database.close();
        PATIENTLY.until(() -> !first.isHealthy());
        database.start();
        PATIENTLY.until(() -> first.isHealthy() && second.isHealthy());

        Connection holder = writeLettersOn(6, first);
        first.kill();
        holder.close();
        awaitLetters();
    }

    @AfterAll
    void endTheDay() throws IOException {
        Stream.of(first, second).forEach(Node::close);
        database.close();
    }

    @Test
    void nodesThatStartTogetherOnAnEmptyDatabaseSetItUpOnce() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM act_re_deployment")).isEqualTo(1);
        assertThat(database.count("SELECT MAX(version_) FROM act_re_procdef")).isEqualTo(1);
        assertThat(database.count("SELECT COUNT(*) - COUNT(DISTINCT version) FROM flyway_schema_history"))
                .isZero();
        assertThat(database.count("SELECT COUNT(*) - COUNT(DISTINCT name_) FROM act_ru_filter"))
                .isZero();
        assertThat(database.count("SELECT COUNT(*) FROM act_id_user WHERE id_ = 'camunda-admin'"))
                .isEqualTo(1);
        assertThat(Stream.of(first, second).map(Node::output))
                .filteredOn(output -> output.contains("Another node is starting"))
                .hasSize(1);
    }

    @Test
    void aTaskCompletedOnTwoNodesAtOnceIsCompletedOnce() throws SQLException {
        assertThat(completions).hasSize(SAME_TASKS).allSatisfy(answers -> {
            assertThat(answers).extracting(Node.Answer::status).containsExactlyInAnyOrder(204, 400);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 400)
                    .allSatisfy(answer -> assertThat(answer.text()).contains("completed already"));
        });
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_task WHERE task_def_key_ = 'EvaluateResponseToLetter'"))
                .isEqualTo(SAME_TASKS);
    }

    @Test
    void everyCaseHasANumberOfItsOwn() {
        assertThat(cases).doesNotHaveDuplicates();
    }

    @Test
    void everyCaseHasOneLetterWhateverHappenedToDatabaseAndNode() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM document")).isEqualTo(cases.size());
        assertThat(database.count("SELECT COUNT(DISTINCT case_number) FROM document WHERE kind = 'LETTER_OF_WARNING'"))
                .isEqualTo(cases.size());
    }

    @Test
    void everyCaseHasItsOneTaskAndNoStepHasFailed() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_task")).isEqualTo(cases.size());
        assertThat(database.count("SELECT COUNT(DISTINCT proc_inst_id_) FROM act_ru_task"))
                .isEqualTo(cases.size());
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_incident")).isZero();
    }

    private void open(Node node, int howMany) {
        String discovered = LocalDate.now(Clock.system(ZoneId.of("America/Chicago")))
                .minusDays(3)
                .toString();
        for (int i = 0; i < howMany; i++) {
            Node.Answer answer =
                    node.post("tanks-staff", "/api/cases", """
                    {"program": "tanks", "discoveredOn": "%s",
                     "facility": {"name": "Prairie Stop %d", "address": "100 Main Street, Rolla, MO 65401",
                                  "county": "Phelps", "region": "Southeast"},
                     "responsibleParty": {"name": "Invented Oil Company", "address": "9 Elm Street, Rolla, MO 65401"},
                     "violations": [{"citation": "10 CSR 26-2.041(1)(A)", "description": "No release detection records",
                                     "observedOn": ["%s"]}]}
                    """.formatted(discovered, cases.size() + 1, discovered));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            cases.add(answer.json().get("caseNumber").textValue());
        }
    }

    private void awaitLetters() {
        PATIENTLY.until(() ->
                database.count("SELECT COUNT(*) FROM act_ru_job WHERE handler_type_ = 'async-continuation'") == 0);
    }

    private void completeOnBothNodes() {
        first.get("camunda-admin", "/engine-rest/task").json().forEach(task -> {
            String complete = "/engine-rest/task/" + task.get("id").textValue() + "/complete";
            completions.add(Stream.of(
                            CompletableFuture.supplyAsync(() -> first.post("tanks-staff", complete, "{}")),
                            CompletableFuture.supplyAsync(() -> second.post("camunda-admin", complete, "{}")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList());
        });
    }

    /** Opens cases on each node and waits until each has a letter written that it cannot file before this is closed. */
    private Connection writeLettersOn(int howMany, Node... nodes) throws SQLException {
        Connection holder = database.hold("document");
        for (Node node : nodes) {
            open(node, howMany);
            PATIENTLY.until(() -> database.isWaiting(node == first ? "first" : "second"));
        }
        return holder;
    }
}
