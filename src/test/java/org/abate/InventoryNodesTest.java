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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * An inventory year on two nodes with one PostgreSQL. A node stands still while it sends late invoices, for longer
 * than a step's lock lasts; the other takes the same step over, and then both are at it; and while cases are opened a node is killed. What
 * must be true afterwards, each in a test of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryNodesTest {

    private static final int SOURCES = 120;
    private static final String FIRST = "inventory-first";
    private static final String SECOND = "inventory-second";
    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(50));

    /** All its days are to come: none has an end of June before the test says so. */
    private final int year =
            LocalDate.now(Clock.system(ZoneId.of("America/Chicago"))).getYear() + 1;

    private NodesDatabase database;
    private Node first;
    private Node second;

    @TempDir
    private static Path directory;

    @BeforeAll
    void theYear() throws Exception {
        database = new NodesDatabase(directory);
        first = database.node(FIRST);
        second = database.node(SECOND);
        Stream.of(first, second).forEach(Node::awaitStart);
        begin();

        fire("SubmissionsDue");
        Connection holder = database.hold("inventory_document");
        fire("EndOfJune");
        PATIENTLY.until(() -> database.isWaiting(FIRST) || database.isWaiting(SECOND));
        boolean firstIsAtIt = database.isWaiting(FIRST);
        Node atIt = firstIsAtIt ? first : second;
        atIt.pause();
        PATIENTLY.until(() -> database.isWaiting(firstIsAtIt ? SECOND : FIRST));
        atIt.goOn();
        holder.close();
        fire("JulyFifteenth");
        assertThat(first.post("air-enforcement", task() + "/complete", "{}").status())
                .isEqualTo(204);
        PATIENTLY.until(() -> database.count("SELECT COUNT(*) FROM case_file") > 0);
        first.kill();
        PATIENTLY.until(() -> database.count("SELECT COUNT(*) FROM inventory_year WHERE status = 'CLOSED'") == 1);
    }

    @AfterAll
    void end() throws IOException {
        Stream.of(first, second).forEach(Node::close);
        database.close();
    }

    @Test
    void everySourceHasOneLateInvoiceAndNoNumberIsLeftOut() throws SQLException {
        assertThat(database.count("SELECT COUNT(DISTINCT invoice_document_id) FROM inventory_source"))
                .isEqualTo(SOURCES);
        assertThat(database.count("SELECT COUNT(*) FROM inventory_document WHERE kind = 'LATE_INVOICE'"))
                .isEqualTo(SOURCES);
        assertThat(database.count("SELECT MAX(invoice_number) FROM inventory_source"))
                .isEqualTo(SOURCES);
    }

    @Test
    void theListIsSubmittedOnce() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM inventory_document WHERE kind = 'NONCOMPLIANT_SOURCES'"))
                .isEqualTo(1);
    }

    @Test
    void everySourceHasOneCaseWithItsInvoiceAndItsTask() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM case_file")).isEqualTo(SOURCES);
        assertThat(database.count("SELECT COUNT(DISTINCT case_number) FROM inventory_source"))
                .isEqualTo(SOURCES);
        assertThat(database.count("SELECT COUNT(DISTINCT case_number) FROM document WHERE kind = 'LATE_INVOICE'"))
                .isEqualTo(SOURCES);
        assertThat(database.count("SELECT COUNT(*) FROM document")).isEqualTo(SOURCES);
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_task WHERE task_def_key_ = 'PrepareFirstLetter'"))
                .isEqualTo(SOURCES);
    }

    @Test
    void noStepHasFailed() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_incident")).isZero();
    }

    private void begin() {
        String sources = IntStream.rangeClosed(1, SOURCES)
                .mapToObj(each ->
                        "S-%04d,Invented Works %d,\"%d Elm Road, Rolla, MO 65401\",Phelps,Southeast,Invented LLC,\"PO Box %d, Rolla, MO 65402\",\n"
                                .formatted(each, each, each, each))
                .collect(Collectors.joining(
                        "", "source,facility,address,county,region,owner,ownerAddress,feeDue\n", ""));
        Node.Answer answer = first.post("air-staff", "/api/inventory/" + year, "text/csv", sources);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** As if its day had come. */
    private void fire(String timer) {
        String jobs = "/engine-rest/job?activityId=" + timer;
        PATIENTLY.until(() -> first.get("camunda-admin", jobs).json().size() == 1);
        String job = first.get("camunda-admin", jobs).json().get(0).get("id").textValue();
        assertThat(first.post("camunda-admin", "/engine-rest/job/" + job + "/execute", "{}")
                        .status())
                .isEqualTo(204);
    }

    private String task() {
        String tasks = "/engine-rest/task?taskDefinitionKey=ReviewList";
        PATIENTLY.until(() -> first.get("camunda-admin", tasks).json().size() == 1);
        return "/engine-rest/task/"
                + first.get("camunda-admin", tasks).json().get(0).get("id").textValue();
    }
}
