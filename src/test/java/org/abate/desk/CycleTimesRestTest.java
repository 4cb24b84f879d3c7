package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
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

    private static final String COMPARE = "/api/cycle-times/compare?" + InventedStages.FILTER;

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
    void aCaseIsOverdueWhereOneOfItsStepsWas() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        stages.wholeCase(20);
        stages.wholeCase(5);

        JsonNode figures = cases.read(cases.get("process-analyst", INVENTED));

        assertThat(figures.at("/case/count").longValue()).isEqualTo(2);
        assertThat(figures.at("/case/overdueShare").doubleValue()).isEqualTo(0.5);
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
        assertThat(figures.at("/case/overdueShare").doubleValue()).isEqualTo(1);
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

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws Exception {
        DeskCases.Answer answer = cases.get(
                "process-analyst",
                "/api/cycle-times/compare?process=nothing&region=Atlantis&version=0&program=oil&outcome=done&otherVersion=one&otherFrom=2026-05-02&otherTo=2026-05-01&month=May");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer))
                .containsExactlyInAnyOrder(
                        "process", "region", "version", "program", "outcome", "otherVersion", "otherTo", "month");
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

    /** Thirty tasks of 10 to 12 days, then thirty of 4 to 6. */
    @Test
    void aComparisonSaysWhetherItWentFasterAndHowSureThatIs() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int i = 0; i < 30; i++) {
            stages.task("CallOwner", 10 + i % 3, "COMPLETED");
            stages.task("CallOwner", 4 + i % 3, "COMPLETED");
        }
        String periods = "&stage=CallOwner&from=2026-03-12&to=2026-03-31&otherFrom=2026-03-01&otherTo=2026-03-11";

        JsonNode compared = cases.read(cases.get("process-analyst", COMPARE + periods));

        assertThat(compared.at("/before/count").intValue()).isEqualTo(30);
        assertThat(compared.at("/after/count").intValue()).isEqualTo(30);
        assertThat(compared.at("/median/by").doubleValue()).isEqualTo(-6);
        assertThat(compared.at("/median/sure").booleanValue()).isTrue();
        assertThat(compared.at("/mean/low").doubleValue()).isBetween(-6.6, -6.0);
        assertThat(compared.at("/mean/high").doubleValue()).isBetween(-6.0, -5.4);
        assertThat(compared.at("/overdueShare/by").doubleValue()).isEqualTo(-1);
        assertThat(compared.get("verdict").textValue())
                .startsWith("It went faster. The median is 5.0 days instead of 11.0;");
        assertThat(cases.read(cases.get("process-analyst", COMPARE + periods))).isEqualTo(compared);
    }

    @Test
    void whatIsTheSameOnBothSidesCannotBeToldApart() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int i = 0; i < 60; i++) {
            stages.task("CallOwner", 1 + i % 20, "COMPLETED");
        }

        JsonNode compared = cases.read(cases.get("process-analyst", COMPARE + "&stage=CallOwner&otherTo=2030-01-01"));

        assertThat(compared.get("verdict").textValue()).startsWith("The data cannot tell whether it went faster.");
        assertThat(compared.at("/median/low").doubleValue()).isNegative();
        assertThat(compared.at("/median/high").doubleValue()).isPositive();
    }

    @Test
    void fewerThanTwentyAreTooFew() throws Exception {
        JsonNode compared = cases.read(cases.get("process-analyst", COMPARE + "&otherTo=2030-01-01"));

        assertThat(compared.get("verdict").textValue()).startsWith("Too few to compare: 1 before, 1 after");
        assertThat(compared.get("median").isNull()).isTrue();
    }

    @Test
    void aComparisonOfTheSameWithItselfIsRefused() throws Exception {
        DeskCases.Answer answer = cases.get("process-analyst", COMPARE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(cases.faults(answer)).containsExactly("otherVersion");
    }

    @Test
    void onThePageTheSentenceComesFirst() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int i = 0; i < 30; i++) {
            stages.task("CallOwner", 10 + i % 3, "COMPLETED");
            stages.task("CallOwner", 4 + i % 3, "COMPLETED");
        }
        String page = "/cycle-times/compare?process=tank-enforcement&version=99&otherVersion=99&stage=CallOwner";

        assertThat(cases.get("process-analyst", page + "&from=2026-03-12&otherTo=2026-03-11")
                        .text())
                .contains("It went faster. The median is 5.0 days instead of 11.0;", "−6.0");
        assertThat(cases.get("process-analyst", page).text()).contains("choose two versions, or two periods");
        assertThat(cases.get("tanks-staff", page).status()).isEqualTo(403);
    }

    @Test
    void ofAProcessAloneTheLastTwoVersionsAreCompared() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int i = 0; i < 30; i++) {
            stages.task("CallOwner", 10 + i % 3, "COMPLETED");
        }
        stages = stages.nextVersion();
        for (int i = 0; i < 30; i++) {
            stages.task("CallOwner", 4 + i % 3, "COMPLETED");
        }

        assertThat(cases.get("process-analyst", "/cycle-times/compare?process=tank-enforcement&stage=CallOwner")
                        .text())
                .contains("It went faster. The median is 5.0 days instead of 11.0;");
    }

    @Test
    void ofAProcessWithOneVersionTwoPeriodsAreAskedFor() throws Exception {
        database.sql("UPDATE finished_stage SET process = 'one-version' WHERE version = 99")
                .update();
        database.sql("UPDATE finished_stage_edition SET edition = edition + 1").update();

        assertThat(cases.get("process-analyst", "/cycle-times/compare?process=one-version")
                        .text())
                .contains("Steps of one version only have finished: give each side a period.")
                .doesNotContain("These filters ask for nothing");
        assertThat(cases.get("process-analyst", "/cycle-times/compare?process=one-version&version=&otherVersion=")
                        .text())
                .contains("Version after is missing; choose two versions, or two periods");
    }

    /** Three thousand: all but the last two thousand at most are kept in memory. */
    @Test
    void whatIsKeptInMemoryIsCountedAgainAfterAMinute() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int i = 0; i < 3_000; i++) {
            stages.task("CallOwner", 1 + i % 2, "COMPLETED");
        }
        assertThat(count()).isEqualTo(3_000);

        database.sql("DELETE FROM finished_stage WHERE written ="
                        + " (SELECT MIN(written) FROM finished_stage WHERE version = 99)")
                .update();
        ClockUtil.offset(Duration.ofMinutes(2).toMillis());

        assertThat(count()).isEqualTo(2_999);
    }

    private long count() throws Exception {
        return cases.read(cases.get("process-analyst", INVENTED))
                .at("/stages/0/count")
                .longValue();
    }

    @AfterEach
    void now() throws Exception {
        ClockUtil.reset();
        InventedStages.in(database, cases.open());
    }
}
