package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycle times over REST: what is counted, how, and who may read it. */
@DeskTest
class CycleTimesRestTest {

    private static final String INVENTED = "/api/cycle-times?" + InventedStages.FILTER;

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    /** Ten tasks of 1 to 10 days, claimed after half of the time, due after 8 days; and one case. */
    @BeforeEach
    void stages() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int days = 1; days <= 10; days++) {
            stages.task("RecordResponseToLetter", days, days <= 8 ? "COMPLETED" : "TIMER_PASSED");
        }
        stages.wholeCase(20);
    }

    @Test
    void aStageHasItsFiguresInDaysWaitingAndWorkingApart() throws Exception {
        JsonNode figures = cases.read(cases.get("process-analyst", INVENTED));

        assertThat(figures.get("unit").textValue()).isEqualTo("days");
        assertThat(figures.get("stages")).hasSize(1);
        JsonNode stage = figures.at("/stages/0");
        assertThat(stage.get("process").textValue()).isEqualTo("tank-enforcement");
        assertThat(stage.get("stage").textValue()).isEqualTo("RecordResponseToLetter");
        assertThat(stage.get("name").textValue()).isEqualTo("Named, \"so\" & <so>");
        assertThat(stage.get("waitsOn").textValue()).isEqualTo("RESPONSIBLE_PARTY");
        assertThat(stage.get("count").longValue()).isEqualTo(10);
        assertThat(stage.get("median").doubleValue()).isEqualTo(5.5);
        assertThat(stage.get("mean").doubleValue()).isEqualTo(5.5);
        assertThat(stage.get("p90").doubleValue()).isEqualTo(9.1);
        assertThat(stage.get("p95").doubleValue()).isEqualTo(9.55);
        assertThat(stage.get("max").doubleValue()).isEqualTo(10);
        assertThat(stage.at("/waiting/median").doubleValue()).isEqualTo(2.75);
        assertThat(stage.at("/working/max").doubleValue()).isEqualTo(5);
        assertThat(stage.get("overdueShare").doubleValue()).isEqualTo(0.2);
        assertThat(stage.at("/outcomes/TIMER_PASSED").longValue()).isEqualTo(2);
        assertThat(figures.at("/waitsOn/RESPONSIBLE_PARTY/count").longValue()).isEqualTo(10);
        assertThat(figures.at("/case/count").longValue()).isEqualTo(1);
        assertThat(figures.at("/case/median").doubleValue()).isEqualTo(20);
        assertThat(figures.at("/case/overdueShare").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-05, 8",
        "to=2026-03-05, 3",
        "from=2026-03-03&to=2026-03-03, 1",
        "outcome=TIMER_PASSED, 2",
        "region=Southeast, 10",
        "region=Northeast, 0",
        "program=water, 0"
    })
    void aFilterLeavesWhatItSays(String filter, int count) throws Exception {
        JsonNode figures = cases.read(cases.get("process-analyst", INVENTED + "&" + filter));

        assertThat(figures.at("/stages/0/count").longValue()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "process=nothing, process",
        "region=Atlantis, region",
        "version=0, version",
        "version=one, version",
        "program=oil, program",
        "outcome=done, outcome",
        "from=yesterday, from",
        "from=99999-01-01, from",
        "from=2026-03-02&to=2026-03-01, to",
        "stage=CallOwner, stage"
    })
    void whatIsWrongIsNamed(String parameters, String field) throws Exception {
        DeskCases.Answer answer = cases.get("process-analyst", "/api/cycle-times?" + parameters);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(cases.faults(answer)).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"process-analyst", "process-manager", "tanks-chief", "department-director", "camunda-admin"})
    void analystsAndManagersRead(String user) throws Exception {
        assertThat(cases.read(cases.get(user, INVENTED)).at("/case/count").longValue())
                .isEqualTo(1);
    }

    @Test
    void aChiefReadsNoOtherOffice() throws Exception {
        JsonNode figures = cases.read(cases.get("air-chief", INVENTED));

        assertThat(figures.at("/case/count").longValue()).isZero();
        assertThat(figures.get("stages")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanks-staff", "tanks-enforcement", "accounting"})
    void nobodyElseReads(String user) throws Exception {
        assertThat(cases.get(user, INVENTED).status()).isEqualTo(403);
    }
}
