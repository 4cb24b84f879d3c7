package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines: how often kept, where they come from, and which cases broke them. */
@DeskTest
class ConformanceTest {

    private static final String CONFORMANCE = "/api/cycle-times/conformance";

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    private String number;

    /** Ten tasks of 1 to 10 days, due after 8; and a task that is only an office's target. */
    @BeforeEach
    void stages() throws Exception {
        number = cases.open();
        InventedStages stages = InventedStages.in(database, number);
        for (int days = 1; days <= 10; days++) {
            stages.task("RecordResponseToLetter", days, days <= 8 ? "COMPLETED" : "TIMER_PASSED");
        }
        stages.task("CallOwner", 2, "COMPLETED");
    }

    @Test
    void aDeadlineOfTheManualComesFirstWithItsSource() throws Exception {
        JsonNode deadlines = cases.read(cases.get("process-analyst", CONFORMANCE + "?" + InventedStages.FILTER));

        assertThat(deadlines).hasSize(2);
        JsonNode response = deadlines.get(0);
        assertThat(response.get("stage").textValue()).isEqualTo("RecordResponseToLetter");
        assertThat(response.get("citation").textValue()).isEqualTo("Manual 3.3 Tanks");
        assertThat(response.get("text").textValue()).startsWith("Response required within 45 days of the letter");
        assertThat(response.get("rule").booleanValue()).isTrue();
        assertThat(response.get("due").intValue()).isEqualTo(10);
        assertThat(response.get("broken").intValue()).isEqualTo(2);
        assertThat(response.get("keptShare").doubleValue()).isEqualTo(0.8);
        assertThat(deadlines.at("/1/stage").textValue()).isEqualTo("CallOwner");
        assertThat(deadlines.at("/1/rule").booleanValue()).isFalse();
    }

    @Test
    void theCasesThatBrokeItAreNamedTheLastOneFirst() throws Exception {
        JsonNode broken = cases.read(
                cases.get("process-analyst", CONFORMANCE + "/RecordResponseToLetter?" + InventedStages.FILTER));

        assertThat(broken.findValuesAsText("caseNumber")).containsExactly(number, number);
        assertThat(broken.findValues("daysLate"))
                .extracting(JsonNode::doubleValue)
                .containsExactly(2.0, 1.0);
    }

    /** Two diagrams of a process may have a step of one id. */
    @Test
    void theCasesOfOneDiagramAreAskedForWithItBeforeTheStep() throws Exception {
        InventedStages.in(database, number).inBlock("minerals-notice", "RecordResponseToLetter", "Record response", 10);

        for (String of : new String[] {"/RecordResponseToLetter?", "/minerals-notice:RecordResponseToLetter?"}) {
            assertThat(cases.read(cases.get("process-analyst", CONFORMANCE + of + InventedStages.FILTER)))
                    .hasSize(1);
        }
        assertThat(cases.read(cases.get(
                        "process-analyst",
                        CONFORMANCE + "/tank-enforcement:RecordResponseToLetter?" + InventedStages.FILTER)))
                .isEmpty();
    }

    @Test
    void theFileHasALineForEachThatWasLate() throws Exception {
        DeskCases.Answer answer = cases.get("process-analyst", CONFORMANCE + ".csv?" + InventedStages.FILTER);

        List<String> lines = answer.text().lines().toList();
        assertThat(answer.type()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(lines.get(0))
                .isEqualTo("case,process,diagram,step,name,citation,rule,due,finished,daysLate,outcome");
        assertThat(lines.subList(1, lines.size())).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith(number + ",tank-enforcement,tank-enforcement,RecordResponseToLetter,")
                .contains(",Manual 3.3 Tanks,true,2026-03-10T18:00:00Z,")
                .endsWith(",TIMER_PASSED"));
    }

    @Test
    void thePageShowsBothAndOnlyToWhoReadsCycleTimes() throws Exception {
        String page = "/cycle-times/conformance?from=&process=tank-enforcement&version=99&stage=RecordResponseToLetter";

        assertThat(cases.get("process-analyst", page).text())
                .contains("Manual 3.3 Tanks", "Office target", number)
                .doesNotContain("href=\"/cases/" + number);
        assertThat(cases.get("process-analyst", "/cycle-times/conformance?from=yesterday")
                        .text())
                .contains("is not a day");
        assertThat(cases.get("tanks-staff", page).status()).isEqualTo(403);
        assertThat(cases.get("tanks-staff", CONFORMANCE).status()).isEqualTo(403);
        assertThat(cases.get("air-chief", page).text()).doesNotContain(number);
    }

    /** Of 30 days of waiting, claimed after half of the time, the step that waits on the department has all. */
    @Test
    void theBottlenecksOfAProcessAreNamedInSentences() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        stages.waitingOn("DEPARTMENT", "PrepareNoticeOfViolation", 40);
        stages.waitingOn("DEPARTMENT", "EvaluateResponseToLetter", 10);
        stages.task("RecordResponseToLetter", 90, "COMPLETED");

        JsonNode found =
                cases.read(cases.get("process-analyst", "/api/cycle-times/bottlenecks?" + InventedStages.FILTER));

        assertThat(found.findValuesAsText("stage"))
                .containsExactly("PrepareNoticeOfViolation", "EvaluateResponseToLetter");
        assertThat(found.at("/0/inbox").textValue()).isEqualTo("tanks-staff");
        assertThat(found.at("/0/share").doubleValue()).isEqualTo(0.8);
        assertThat(found.at("/0/waitingDays").doubleValue()).isEqualTo(20);
        assertThat(found.at("/0/sentence").textValue())
                .contains(
                        "(inbox of tanks staff) holds 80 % of the waiting: a task is taken after 20.0 days at the median.");
        assertThat(cases.get("process-analyst", "/cycle-times/bottlenecks?from=2026-03-01&to=2026-12-31")
                        .text())
                .contains("Where cases wait", "of the waiting");
        assertThat(cases.get("tanks-staff", "/cycle-times/bottlenecks").status())
                .isEqualTo(403);
    }

    @Test
    void aBottleneckOfANameThatAnotherStepHasIsToldFromIt() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        stages.waitingOn("DEPARTMENT", "IdentifyPartyReturnedToCompliance", 9);
        stages.waitingOn("DEPARTMENT", "IdentifyResponsibleParty", 2);
        database.sql("UPDATE finished_stage SET name = 'Identify responsible party' WHERE version = 99")
                .update();

        assertThat(cases.read(cases.get("process-analyst", "/api/cycle-times/bottlenecks?" + InventedStages.FILTER))
                        .findValuesAsText("name"))
                .containsExactly(
                        "Identify responsible party (identify party returned to compliance)",
                        "Identify responsible party");
    }

    /** The open task of the case becomes one of the department that nobody has taken for ten years. */
    @Test
    void whatNobodyHasTakenYetIsABottleneckToo() throws Exception {
        cases.runJobs();
        String instance = database.sql(
                        "SELECT id_ FROM act_ru_execution WHERE business_key_ = ? AND parent_id_ IS NULL")
                .param(number)
                .query(String.class)
                .single();
        database.sql("UPDATE act_ru_task SET name_ = 'Look into it', create_time_ = create_time_ - INTERVAL '3650' DAY"
                        + " WHERE proc_inst_id_ = ?")
                .param(instance)
                .update();
        String all = "/api/cycle-times/bottlenecks?process=tank-enforcement&version=1";

        JsonNode worst = cases.read(cases.get("process-analyst", all)).get(0);

        assertThat(worst.get("name").textValue()).isEqualTo("Look into it");
        assertThat(worst.get("medianDays").isNull()).isTrue();
        assertThat(worst.get("waitingDays").doubleValue()).isBetween(3649.0, 3651.0);
        assertThat(worst.get("sentence").textValue())
                .startsWith("\u201cLook into it\u201d (inbox of tanks staff) holds ")
                .contains("nobody has taken one yet. 1 waits there now, the oldest for 3650 days, since ");
        assertThat(cases.get("process-analyst", all + "&to=2026-01-31").text()).doesNotContain("Look into it");
        database.sql(
                        "UPDATE act_ru_task SET name_ = 'Record response to letter', create_time_ = create_time_ + INTERVAL '3650' DAY"
                                + " WHERE proc_inst_id_ = ?")
                .param(instance)
                .update();
    }
}
