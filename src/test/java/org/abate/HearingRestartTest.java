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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two variances under one notice, on a node that is killed twice and started again on its database: while it writes the
 * public notice, and while it writes the decisions. What must be true afterwards, each in a test of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HearingRestartTest {

    private static final String STAFF = "drinking-water-staff";
    private static final String CHIEF = "drinking-water-chief";
    private static final String DIRECTOR = "drinking-water-director";
    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200));

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("America/Chicago")));
    private NodesDatabase database;
    private Node node;
    private String lead;
    private String joined;

    @TempDir
    private static Path directory;

    @BeforeAll
    void theHearing() throws Exception {
        database = new NodesDatabase(directory);
        node = start();
        lead = proposed("MO6010707");
        complete(lead, STAFF, "PrepareNotice", Map.of("noticeChoice", "OWN"));
        joined = proposed("MO6010708");
        complete(joined, STAFF, "PrepareNotice", Map.of("noticeChoice", "JOIN", "noticeToJoin", lead));

        Connection holder = database.hold("document");
        complete(lead, STAFF, "SetDayOfIssue", Map.of("publicNoticeIssuedOn", today.toString()));
        restartAtALetter(holder);

        complete(
                lead,
                STAFF,
                "RecordCirculation",
                Map.of(
                        "postedOn",
                        today.toString(),
                        "postedAt",
                        "MO6010707, MO6010708: Rolla",
                        "publishedOn",
                        today.toString(),
                        "newspaper",
                        "MO6010707, MO6010708: Rolla Daily"));
        thirtyDaysPass();
        complete(lead, STAFF, "RecordFurtherRequest", Map.of("hearingEvent", "NONE"));
        holder = database.hold("document");
        complete(lead, CHIEF, "DecideWhetherToHold", Map.of("hearingOnMotion", false));
        restartAtALetter(holder);
    }

    @AfterAll
    void end() throws IOException {
        node.close();
        database.close();
    }

    @Test
    void theNoticeIsIssuedOnceAndFiledInEachCase() throws SQLException {
        for (String number : new String[] {lead, joined}) {
            assertThat(database.count("SELECT COUNT(*) FROM document WHERE kind = 'PUBLIC_NOTICE' AND case_number = '"
                            + number + "'"))
                    .as(number)
                    .isEqualTo(1);
        }
        assertThat(database.count(
                        "SELECT COUNT(*) FROM hearing WHERE state = 'CONCLUDED' AND lead_case = '" + lead + "'"))
                .isEqualTo(1);
    }

    @Test
    void eachSupplierHasOneProposalAndOneDecision() throws SQLException {
        for (String number : new String[] {lead, joined}) {
            assertThat(decisionNotices(number, "%: proposes to grant %"))
                    .as(number)
                    .isEqualTo(1);
            assertThat(decisionNotices(number, "%: grants %")).as(number).isEqualTo(1);
            assertThat(decisionNotices(number, "%")).as(number).isEqualTo(2);
            assertThat(database.count("SELECT COUNT(*) FROM water_system WHERE standing = 'GRANTED' AND case_number = '"
                            + number + "'"))
                    .as(number)
                    .isEqualTo(1);
        }
    }

    @Test
    void eachGrantIsTrackedOnceAndNoStepHasFailed() throws SQLException {
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_task WHERE task_def_key_ = 'RecordFinding'"))
                .isEqualTo(2);
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_task WHERE task_def_key_ = 'AwaitJointHearing'"))
                .isZero();
        assertThat(database.count("SELECT COUNT(*) FROM act_ru_incident")).isZero();
    }

    private long decisionNotices(String number, String title) throws SQLException {
        return database.count("SELECT COUNT(*) FROM document WHERE kind = 'DECISION_NOTICE' AND case_number = '"
                + number + "' AND title LIKE '" + title + "'");
    }

    private String proposed(String pwsid) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "facilityName", "Spring " + pwsid,
                "facilityAddress", "1 Elm Road, Rolla, MO 65401",
                "facilityCounty", "Phelps",
                "facilityRegion", "Southeast",
                "pwsid", pwsid,
                "peopleServed", 800,
                "responsiblePartyName", "Elm Spring Association",
                "responsiblePartyAddress", "PO Box 3, Rolla, MO 65402",
                "discoveredOn", today.toString(),
                "requestSubject", "TREATMENT_TECHNIQUE"));
        form.put("contaminant", "filtration");
        Node.Answer started =
                node.post(STAFF, "/engine-rest/process-definition/key/variance-request/submit-form", json(form));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        String number = started.json().get("businessKey").textValue();

        Map<String, Object> items = new HashMap<>();
        "ABCDEFGHIJKLM".chars().forEach(letter -> items.put("item" + (char) letter, "SUBMITTED"));
        complete(number, STAFF, "CheckCompleteness", items);
        complete(
                number,
                STAFF,
                "ConsiderTechniqueVariance",
                Map.of(
                        "sourceQuality",
                        "A spring without any source of pollution",
                        "susceptibility",
                        "The watershed is fenced",
                        "notNecessary",
                        true,
                        "recommendation",
                        "GRANT"));
        complete(
                number,
                DIRECTOR,
                "DecideOnRequest",
                Map.of("requestDecision", "PROPOSE", "requestReason", "It is not necessary"));
        complete(
                number,
                STAFF,
                "ProposeSchedule",
                Map.of("scheduleKind", "NONE", "requestConditions", "Turbidity every four hours"));
        complete(number, DIRECTOR, "ApproveTerms", Map.of("termsDecision", "APPROVE"));
        return number;
    }

    private void complete(String number, String user, String task, Map<String, Object> answers) {
        String query = "/engine-rest/task?taskDefinitionKey=" + task + "&processInstanceBusinessKey=" + number;
        PATIENTLY.until(() -> node.get("camunda-admin", query).json().size() == 1);
        String id = node.get("camunda-admin", query).json().get(0).get("id").textValue();
        Node.Answer completed = node.post(user, "/engine-rest/task/" + id + "/complete", json(answers));
        assertThat(completed.status()).as(completed.text()).isEqualTo(204);
    }

    private static String json(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .map(answer -> "\"" + answer.getKey() + "\": {\"value\": "
                        + (answer.getValue() instanceof String text ? "\"" + text + "\"" : answer.getValue()) + "}")
                .collect(Collectors.joining(", ", "{\"variables\": {", "}}"));
    }

    /** Kills the node once it waits to file a letter, and starts it again. */
    private void restartAtALetter(Connection holder) throws SQLException {
        PATIENTLY.until(() -> database.isWaiting("hearing"));
        node.kill();
        holder.close();
        node = start();
        PATIENTLY.until(() ->
                database.count("SELECT COUNT(*) FROM act_ru_job WHERE handler_type_ = 'async-continuation'") == 0);
    }

    private void thirtyDaysPass() {
        String query = "/engine-rest/job?activityId=RequestsDue";
        PATIENTLY.until(() -> node.get("camunda-admin", query).json().size() == 1);
        String timer = node.get("camunda-admin", query).json().get(0).get("id").textValue();
        Node.Answer executed = node.post("camunda-admin", "/engine-rest/job/" + timer + "/execute", "{}");
        assertThat(executed.status()).as(executed.text()).isEqualTo(204);
    }

    private Node start() {
        return database.node("hearing").awaitStart();
    }
}
