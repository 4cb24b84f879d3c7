package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.abate.desk.DeskCases.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why cases were withdrawn and deadlines missed: stated by staff from the managers' list, and counted. */
@DeskTest
class ReasonsTest {

    private static final String COUNTED = "/api/cycle-times/reasons";

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    private String number;

    /** Two tasks of the case that were late, and one of an assessment of its penalty. */
    @BeforeEach
    void late() throws Exception {
        number = cases.open();
        InventedStages stages = InventedStages.in(database, number);
        stages.task("CallOwner", 8, "COMPLETED");
        stages.task("RecordResponseToLetter", 9, "TIMER_PASSED");
        stages.task("EvaluateResponseToLetter", 12, "COMPLETED");
        stages.task("ApprovePenalty", 20, "COMPLETED");
        database.sql(
                        "UPDATE finished_stage SET diagram = 'penalty-assessment' WHERE stage = 'ApprovePenalty' AND version = 99")
                .update();
    }

    @Test
    void everyMissedDeadlineIsListedAndPenaltyWorkToThoseOnlyWhoSeeIt() throws Exception {
        JsonNode asked = cases.read(cases.get("tanks-staff", reasons()));

        assertThat(asked.findValuesAsText("occasion")).containsExactly("MISSED_DEADLINE", "MISSED_DEADLINE");
        assertThat(asked.findValues("daysLate"))
                .extracting(JsonNode::doubleValue)
                .containsExactly(1.0, 4.0);
        assertThat(asked.findValues("code")).allMatch(JsonNode::isNull);
        assertThat(cases.read(cases.get("tanks-enforcement", reasons()))).hasSize(3);
        assertThat(cases.get("air-staff", reasons()).status()).isEqualTo(404);
    }

    @Test
    void theReasonStatedLastCounts() throws Exception {
        assertThat(state("tanks-staff", first(), "LABORATORY").status()).isEqualTo(204);
        assertThat(state("tanks-staff", first(), "STAFF_VACANCY").status()).isEqualTo(204);
        assertThat(state("tanks-staff", first(), "STAFF_VACANCY").status()).isEqualTo(204);

        JsonNode stated = cases.read(cases.get("tanks-staff", reasons())).get(0);
        assertThat(stated.get("code").textValue()).isEqualTo("STAFF_VACANCY");
        assertThat(stated.get("title").textValue()).isEqualTo("Staff vacancy");
        assertThat(stated.get("statedBy").textValue()).isEqualTo("tanks-staff");
        assertThat(database.sql("SELECT code FROM stated_reason WHERE case_number = ? ORDER BY id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("LABORATORY", "STAFF_VACANCY");
    }

    @Test
    void whatIsWrongIsNamedAtOnceAndNothingIsStored() throws Exception {
        Answer both = state("tanks-staff", "no-such-task", "BAD_WEATHER");
        assertThat(both.status()).isEqualTo(422);
        assertThat(cases.faults(both)).containsExactly("stage", "reason");
        assertThat(cases.faults(cases.post("tanks-staff", reasons(), "{\"stage\": 7, \"why\": \"x\"}")))
                .containsExactlyInAnyOrder("stage", "why", "reason");
        Answer ofWithdrawals = state("tanks-staff", first(), "FACILITY_SOLD");
        assertThat(ofWithdrawals.text()).contains("is not known; it is one of RESPONSIBLE_PARTY, LABORATORY,");
        assertThat(state("process-analyst", first(), "LABORATORY").status()).isIn(403, 404);
        assertThat(state("tanks-staff", ofPenaltyWork(), "LABORATORY").status()).isEqualTo(422);

        assertThat(cases.read(cases.get("tanks-enforcement", reasons())).findValues("code"))
                .allMatch(JsonNode::isNull);
    }

    @Test
    void theyAreCountedByProcessAndMonthWithThoseNotStated() throws Exception {
        state("tanks-staff", first(), "LABORATORY");
        JsonNode counted = cases.read(cases.get("process-analyst", COUNTED + "?" + InventedStages.FILTER));

        assertThat(counted.findValuesAsText("code")).containsExactly("NOT_STATED", "LABORATORY");
        assertThat(counted.findValuesAsText("title")).containsExactly("Not stated", "Waiting for laboratory results");
        assertThat(counted.findValues("count")).extracting(JsonNode::intValue).containsExactly(2, 1);
        assertThat(counted.findValuesAsText("month")).containsOnly("2026-03");
        assertThat(cases.get("process-analyst", COUNTED + ".csv?" + InventedStages.FILTER)
                        .text()
                        .lines())
                .containsExactly(
                        "program,process,occasion,month,code,title,count",
                        "tanks,tank-enforcement,MISSED_DEADLINE,2026-03,NOT_STATED,Not stated,2",
                        "tanks,tank-enforcement,MISSED_DEADLINE,2026-03,LABORATORY,Waiting for laboratory results,1");
        assertThat(cases.read(cases.get("process-analyst", COUNTED + "?" + InventedStages.FILTER + "&to=2026-03-11")))
                .hasSize(1);
        assertThat(cases.read(cases.get("air-chief", COUNTED + "?" + InventedStages.FILTER)))
                .isEmpty();
        assertThat(cases.get("tanks-staff", COUNTED).status()).isEqualTo(403);
        assertThat(cases.get("process-analyst", COUNTED + "?regoin=x").status()).isEqualTo(422);
    }

    @Test
    void theCasePageAsksAndTheAnalystsPageShowsTheShares() throws Exception {
        String page = "/cases/" + number;
        assertThat(cases.get("tanks-staff", page).text())
                .contains("Why it was late or withdrawn", "No reason stated yet", "Waiting for laboratory results");

        assertThat(cases.submit("tanks-staff", page + "/reasons", "stage", first())
                        .text())
                .contains("The reason was not recorded", "Reason is missing; choose it from the list");
        assertThat(cases.submit("tanks-staff", page + "/reasons", "stage", first(), "reason", "LEGAL_REVIEW")
                        .status())
                .isEqualTo(302);
        assertThat(cases.get("tanks-staff", page).text())
                .contains("Legal review", "stated by tanks-staff", "Change the reason");
        assertThat(cases.get("tanks-chief", "/cycle-times/conformance?from=2026-03-11&to=2026-03-11")
                        .text())
                .contains("Why deadlines were missed", "Legal review", "100.0 %");
        assertThat(cases.submit("accounting", page + "/reasons", "stage", first())
                        .status())
                .isIn(403, 404);
    }

    @Test
    void aWithdrawalCarriesItsReason() throws Exception {
        int before = counted("DUPLICATE");
        Answer wrong = withdraw("\"reason\": \"BORED\"");
        assertThat(cases.faults(wrong)).containsExactly("note", "reason");
        assertThat(wrong.text()).contains("ISSUED_IN_ERROR");

        assertThat(withdraw("\"note\": \"See the other case\", \"reason\": \"DUPLICATE\"")
                        .status())
                .isEqualTo(202);
        cases.runJobs();

        assertThat(counted("DUPLICATE")).isEqualTo(before + 1);
        assertThat(cases.get("tanks-staff", "/api/cases/" + number + "/timeline")
                        .text())
                .contains("(Duplicate of another case): See the other case");
    }

    @Test
    void aWithdrawalWithoutReasonCountsAsNotStatedUntilItIsStated() throws Exception {
        int before = counted("OTHER_AUTHORITY");
        int notStated = counted("NOT_STATED");
        withdraw("\"note\": \"Gone\"");
        cases.runJobs();
        assertThat(counted("NOT_STATED")).isEqualTo(notStated + 1);

        JsonNode asked = cases.read(cases.get("tanks-staff", reasons()));
        String withdrawal = StreamSupport.stream(asked.spliterator(), false)
                .filter(each -> each.get("occasion").textValue().equals("WITHDRAWAL"))
                .findFirst()
                .orElseThrow()
                .get("stage")
                .textValue();
        assertThat(state("tanks-staff", withdrawal, "LABORATORY").status()).isEqualTo(422);
        assertThat(state("tanks-staff", withdrawal, "OTHER_AUTHORITY").status()).isEqualTo(204);

        assertThat(counted("NOT_STATED")).isEqualTo(notStated);
        assertThat(counted("OTHER_AUTHORITY")).isEqualTo(before + 1);
    }

    @Test
    void aReasonBelongsToAWithdrawalOnlyAndThePageRequiresIt() throws Exception {
        assertThat(cases.faults(cases.post(
                        "tanks-staff",
                        "/api/cases/" + number + "/events",
                        "{\"event\": \"RETURNED_TO_COMPLIANCE\", \"date\": \"" + cases.today()
                                + "\", \"reason\": \"OTHER\"}")))
                .containsExactly("reason");
        assertThat(cases.submit(
                                "tanks-staff",
                                "/cases/" + number + "/events",
                                "event",
                                "CASE_WITHDRAWN",
                                "confirmed",
                                "yes",
                                "date",
                                cases.today().toString(),
                                "note",
                                "Why")
                        .text())
                .contains("Kind of reason is missing; choose it from the list");
    }

    private String reasons() {
        return "/api/cases/" + number + "/reasons";
    }

    private String first() throws Exception {
        return cases.read(cases.get("tanks-staff", reasons())).at("/0/stage").textValue();
    }

    private String ofPenaltyWork() throws Exception {
        return cases.read(cases.get("tanks-enforcement", reasons()))
                .at("/2/stage")
                .textValue();
    }

    private Answer state(String user, String stage, String reason) throws Exception {
        return cases.post(user, reasons(), "{\"stage\": \"" + stage + "\", \"reason\": \"" + reason + "\"}");
    }

    private Answer withdraw(String rest) throws Exception {
        return cases.post(
                "tanks-staff",
                "/api/cases/" + number + "/events",
                "{\"event\": \"CASE_WITHDRAWN\", \"date\": \"" + cases.today() + "\", " + rest + "}");
    }

    /** Of all withdrawals of tank cases. */
    private int counted(String code) throws Exception {
        JsonNode all = cases.read(cases.get("process-analyst", COUNTED + "?process=tank-enforcement"));
        List<JsonNode> rows = StreamSupport.stream(all.spliterator(), false).toList();
        return rows.stream()
                .filter(row -> row.get("occasion").textValue().equals("WITHDRAWAL"))
                .filter(row -> row.get("code").textValue().equals(code))
                .mapToInt(row -> row.get("count").intValue())
                .sum();
    }
}
