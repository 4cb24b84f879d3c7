package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of cycle times: what they show, to whom, and what they say where filters are wrong. */
@DeskTest
class CycleTimesPageTest {

    private static final String PAGE = "/cycle-times?from=&" + InventedStages.FILTER;
    private static final String HEAT = "/cycle-times/heat-map?from=&" + InventedStages.FILTER;
    private static final String STAGE = "RecordResponseToLetter";

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    private String number;

    /** Ten tasks of 1 to 10 days, claimed after half of the time, due after 8 days; and one case of 20 days. */
    @BeforeEach
    void stages() throws Exception {
        number = cases.open("Figures Filling Station");
        InventedStages stages = InventedStages.in(database, number);
        for (int days = 1; days <= 10; days++) {
            stages.task(STAGE, days, days <= 8 ? "COMPLETED" : "TIMER_PASSED");
        }
        stages.wholeCase(20);
    }

    @Test
    void theFiguresOfTheCaseAndOfEachStepAreShownInDays() throws Exception {
        String page = cases.get("process-analyst", PAGE).text();

        assertThat(page)
                .contains("Case as a whole", "20.0", "Named, &quot;so&quot; &amp; &lt;so&gt;", "Responsible party");
        assertThat(csv("steps")).contains(",10,5.5,5.5,9.1,9.55,10.0,2.75,2.75,");
        assertThat(csv("waiting")).contains(",2.75,2.75,Responsible party,");
        assertThat(csv("overdue")).contains(",20.0,10,Responsible party,");
        assertThat(csv("waits-on")).contains("Responsible party,100.0,10,5.5,5.5,9.1,20.0");
    }

    @Test
    void aTrendGoesByMonthsOrWeeks() throws Exception {
        assertThat(csv("trend")).contains("Month,Median,P90", "2026-03-01,20.0,20.0,20.0,1,");
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/trend.csv?from=&by=week&stage=" + STAGE + "&" + InventedStages.FILTER)
                        .text())
                .contains("Week from,", "2026-03-02,3.5,5.5,3.5,6,", "2026-03-09,8.5,9.7,8.5,4,");
    }

    @Test
    void whatIsOpenNowHasItsAgeAndItsLimit() throws Exception {
        cases.runJobs();

        String open = cases.get("process-analyst", "/cycle-times/open.csv?process=tank-enforcement")
                .text();

        assertThat(open).contains("Step,Open,Median age,Oldest,Limit,Overdue now,Likely late,Process");
        assertThat(open.lines().filter(line -> line.startsWith("Record response to letter,")))
                .singleElement()
                .satisfies(line ->
                        assertThat(Double.parseDouble(line.split(",")[4])).isBetween(30.0, 46.0));
    }

    @Test
    void conferenceConciliationAndPersuasionHasItsResultsAndWhatPassedTheNinetiethDay() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        stages.persuasion("COMPLIANCE", 90);
        stages.persuasion("COMPLIANCE", 91);
        stages.persuasion("FORMAL_ENFORCEMENT", 180);
        stages.persuasion("FORMAL_ENFORCEMENT", 181);

        assertThat(csv("persuasion").lines())
                .startsWith(
                        "Result,Cases,More than 90 days,More than 180 days",
                        "Returned to compliance,2,1,0",
                        "Formal enforcement,2,2,1");
        assertThat(cases.get("process-analyst", "/cycle-times/persuasion.csv?to=2026-03-08&" + InventedStages.FILTER)
                        .text())
                .doesNotContain("Returned to compliance");
    }

    @Test
    void whoGoesToAnotherPageStaysWithTheProcessAndThePeriod() throws Exception {
        assertThat(cases.get("process-analyst", "/cycle-times?process=tank-enforcement&from=2026-03-01&version=99")
                        .text())
                .contains(
                        "href=\"/cycle-times/heat-map?process=tank-enforcement&amp;from=2026-03-01\"",
                        "href=\"/cycle-times/compare?process=tank-enforcement\"",
                        "href=\"/cycle-times/views\"");
        assertThat(cases.get("process-analyst", "/cycle-times/heat-map?process=no-process-of-cases")
                        .text())
                .contains("href=\"/cycle-times/compare\"");
    }

    @Test
    void aStepOfTheHeatMapHasItsDistributionAndItsSlowestCases() throws Exception {
        String page = cases.get("process-analyst", HEAT + "&stage=" + STAGE).text();

        assertThat(page).contains("data-stage=\"" + STAGE + "\"", "5.5 days", "10 finished; median 5.5 days", number);
        assertThat(cases.get(
                                "process-analyst",
                                HEAT.replace("heat-map", "heat-map/distribution.csv") + "&stage=" + STAGE)
                        .text())
                .startsWith("Days,Finished")
                .contains("5–5.5,1", "10–10.5,1");
        assertThat(cases.get("process-analyst", HEAT + "&color=overdue").text()).contains("20.0 % overdue");
        assertThat(cases.get("process-analyst", HEAT + "&color=count").text()).contains("10 finished");
    }

    @Test
    void onlyWhoReadsCasesIsLedToThem() throws Exception {
        String link = "href=\"/cases/" + number + "\"";

        assertThat(cases.get("tanks-chief", HEAT + "&stage=" + STAGE).text()).contains(link);
        assertThat(cases.get("process-analyst", HEAT + "&stage=" + STAGE).text())
                .doesNotContain(link);
    }

    @Test
    void noPartyNoFacilityAndNoPenaltyIsNamed() throws Exception {
        for (String page : new String[] {PAGE, HEAT + "&stage=" + STAGE, "/cycle-times", "/cycle-times/heat-map"}) {
            assertThat(cases.get("process-analyst", page).text())
                    .doesNotContain("Invented Oil Company", "Figures Filling Station", "$");
        }
    }

    @Test
    void everyFaultOfTheFiltersIsNamedAtOnce() throws Exception {
        String wrong = "process=nothing&version=0&program=oil&region=Atlantis&outcome=done&from=soon&to=1&by=day";

        assertThat(cases.get("process-analyst", "/cycle-times?" + wrong).text())
                .contains(
                        "href=\"#f-process\"",
                        "href=\"#f-version\"",
                        "href=\"#f-program\"",
                        "href=\"#f-region\"",
                        "href=\"#f-outcome\"",
                        "href=\"#f-from\"",
                        "href=\"#f-to\"",
                        "href=\"#f-by\"");
        DeskCases.Answer csv = cases.get("process-analyst", "/cycle-times/steps.csv?" + wrong);
        assertThat(csv.status()).isEqualTo(422);
        assertThat(csv.text())
                .contains("process is none", "version must be 1", "region is not in the list", "to is not a day");
        assertThat(cases.get("process-analyst", "/cycle-times?from=2026-03-02&to=2026-03-01")
                        .text())
                .contains("href=\"#f-to\"");
    }

    /** A browser's back button and two links glued together make such addresses; neither value is guessed. */
    @Test
    void aFilterThatStandsInTheAddressTwiceIsAFault() throws Exception {
        String twice = "from=&region=Southeast&region=Northeast";

        for (String page : new String[] {"", "/heat-map", "/conformance", "/bottlenecks"}) {
            assertThat(cases.get("process-analyst", "/cycle-times" + page + "?" + twice)
                            .text())
                    .contains("href=\"#f-region\"", "Region stands in the address more than once; choose one");
        }
        assertThat(cases.get("process-analyst", "/cycle-times/steps.csv?" + twice)
                        .status())
                .isEqualTo(422);
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/compare?process=tank-enforcement&version=99&otherVersion=1&otherVersion=2")
                        .text())
                .contains("href=\"#f-otherVersion\"");
    }

    @Test
    void whatHasSomethingInCommonIsPutSideBySide() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        stages.wholeCase(20);
        stages.task(STAGE, 3, "COMPLETED");
        stages.task(STAGE, 9, "TIMER_PASSED");
        stages.nextVersion().wholeCase(10);
        String groups = "/cycle-times/groups.csv?from=&process=tank-enforcement&to=2026-12-31";

        assertThat(cases.get("process-analyst", groups + "&per=version&region=Southeast")
                        .text()
                        .lines())
                .startsWith("Version,Median,P90,Mean,P95,Maximum,Finished,Overdue")
                .contains(
                        "\"Tank enforcement, version 98\",20.0,20.0,20.0,20.0,20.0,1,100.0",
                        "\"Tank enforcement, version 99\",10.0,10.0,10.0,10.0,10.0,1,100.0");
        assertThat(cases.get("process-analyst", groups + "&per=outcome&version=98&stage=" + STAGE)
                        .text())
                .contains("Completed,3.0,3.0,3.0,3.0,3.0,1,0.0", "Deadline passed,9.0,9.0,9.0,9.0,9.0,1,100.0");
        assertThat(cases.get("process-analyst", groups + "&version=98").text()).contains("Region,", "Southeast,20.0,");
        assertThat(cases.get("process-analyst", "/cycle-times/groups.csv?from=&version=98")
                        .text())
                .contains("Program,", "Tanks,20.0,");
        assertThat(cases.get("process-analyst", "/cycle-times?per=party").text())
                .contains("href=\"#f-per\"");
    }

    @Test
    void aStepThatTheProcessDoesNotHaveIsAFaultAndNotAnEmptyTrend() throws Exception {
        assertThat(cases.get("process-analyst", PAGE + "&stage=NoSuchStep").text())
                .contains("href=\"#f-stage\"", "Step is none of the process that has finished; choose from the list");
        assertThat(cases.get("process-analyst", "/cycle-times?stage=" + STAGE).text())
                .contains("is one of a process; choose the process too");
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/compare?process=tank-enforcement&version=99&otherVersion=1&stage=NoSuchStep")
                        .text())
                .contains("href=\"#f-stage\"");
        DeskCases.Answer compared = cases.get(
                "process-analyst",
                "/api/cycle-times/compare?process=tank-enforcement&version=99&otherVersion=1&stage=NoSuchStep");
        assertThat(compared.status()).isEqualTo(422);
        assertThat(compared.text()).contains("\"field\":\"stage\"");
    }

    /** Two steps of one diagram may have one name, and two diagrams of a process a step of one id. */
    @Test
    void stepsOfTheSameNameAreToldApart() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        stages.task(STAGE, 1, "COMPLETED");
        stages.task("RecordResponseToNotice", 2, "COMPLETED");
        stages.task("ApprovePenalty", 3, "COMPLETED");
        database.sql(
                        "UPDATE finished_stage SET name = 'Approve penalty' WHERE version = 99 AND stage = 'ApprovePenalty'")
                .update();
        stages.inBlock("penalty-assessment", "ApprovePenalty", "Approve penalty", 9);

        String page = cases.get("process-analyst", PAGE).text();

        assertThat(page)
                .contains(
                        "<option value=\"RecordResponseToNotice\">Named, &quot;so&quot; &amp; &lt;so&gt; (record response to notice)</option>",
                        "<option value=\"tank-enforcement:ApprovePenalty\">Approve penalty (Tank enforcement)</option>",
                        "<option value=\"penalty-assessment:ApprovePenalty\">Approve penalty (Penalty assessment)</option>");
        assertThat(csv("steps")).contains(" (record response to notice)\",", " (record response to letter)\",");
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/trend.csv?from=&stage=penalty-assessment:ApprovePenalty&"
                                        + InventedStages.FILTER)
                        .text())
                .contains("2026-03-01,9.0,9.0,9.0,1,");
        assertThat(cases.get("process-analyst", HEAT).text()).contains("(record response to notice)</span>");
    }

    @Test
    void aComparisonTheDeadlinesAndTheBottlenecksCanBeTakenAway() throws Exception {
        InventedStages stages = InventedStages.in(database, number);
        for (int days = 1; days <= 20; days++) {
            stages.wholeCase(days);
        }
        InventedStages later = stages.nextVersion();
        for (int days = 1; days <= 20; days++) {
            later.wholeCase(days + 100);
        }
        later.task(STAGE, 9, "COMPLETED");
        later.waitingOn("DEPARTMENT", "CallOwner", 4);

        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/compare.csv?process=tank-enforcement&version=98&otherVersion=99")
                        .text()
                        .lines())
                .startsWith("Figure,Before,After,Difference,From,To", "Finished,20,20,,,")
                .anySatisfy(line -> assertThat(line).startsWith("\"Median, days\",10.5,110.5,100.0,"))
                .anySatisfy(line -> assertThat(line).startsWith("\"Overdue, percent\",60.0,100.0,40.0,"));
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/compare.csv?process=tank-enforcement&version=99&otherVersion=99")
                        .status())
                .isEqualTo(422);
        assertThat(cases.get("process-analyst", "/cycle-times/compare.csv").text())
                .contains("process is missing");
        assertThat(cases.get("process-analyst", "/cycle-times/conformance/deadlines.csv?from=&" + InventedStages.FILTER)
                        .text())
                .startsWith("Step,Process,Diagram,Source,Set by,Due,Late,Kept,What the diagram says")
                .contains(",Tank enforcement,Tank enforcement,Manual 3.3 Tanks,rule,1,1,0.0,");
        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/bottlenecks.csv?from=&to=2026-12-31&" + InventedStages.FILTER)
                        .text())
                .startsWith("Step,Process,Inbox,Days waited in all,")
                .contains(",Tank enforcement,tanks-staff,2.0,100.0,2.0,0,,");
    }

    @Test
    void whereNothingFitsThePageSaysWhatToDo() throws Exception {
        assertThat(cases.get("process-analyst", PAGE + "&to=1990-01-01&region=Northeast")
                        .text())
                .contains("Nothing has finished here yet");
        assertThat(cases.get("process-analyst", PAGE + "&to=1990-01-01").text())
                .contains("Nothing has finished here yet");
        assertThat(cases.get("air-chief", HEAT).text()).doesNotContain(number);
    }

    @Test
    void aVersionWithoutFinishedStepsIsNamedAndNoDiagramIsLookedFor() throws Exception {
        for (String page : new String[] {PAGE, HEAT}) {
            assertThat(cases.get("process-analyst", page.replace("version=99", "version=9"))
                            .text())
                    .contains("Version is none of the process that has finished steps; choose from the list")
                    .doesNotContain("data-heat");
        }
    }

    /** Managers name steps; what they call one is no formula in whoever's spreadsheet. */
    @Test
    void aNameThatLooksLikeAFormulaIsATextInEveryFile() throws Exception {
        database.sql("UPDATE finished_stage SET name = '=HYPERLINK(1)', due_at = created_at WHERE version = 99")
                .update();
        database.sql("UPDATE finished_stage_edition SET edition = edition + 1").update();

        for (String file : new String[] {"/cycle-times/steps.csv?from=&", "/api/event-log.csv?"}) {
            assertThat(cases.get("process-analyst", file + InventedStages.FILTER)
                            .text())
                    .contains("'=HYPERLINK(1)")
                    .doesNotContainPattern("(^|[,\\n\"])=HYPERLINK");
        }
    }

    @Test
    void aProcessHasItsNameBeforeItsFirstCaseHasFinished() throws Exception {
        database.sql("DELETE FROM finished_stage WHERE kind = 'CASE' AND version = 99")
                .update();
        database.sql("UPDATE finished_stage SET process = 'coal-enforcement' WHERE version = 99")
                .update();
        database.sql("UPDATE finished_stage_edition SET edition = edition + 1").update();

        assertThat(cases.get("process-analyst", "/cycle-times").text()).contains(">Coal enforcement</option>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cycle-times",
                "/cycle-times/heat-map",
                "/cycle-times/steps.csv",
                "/cycle-times/compare.csv",
                "/cycle-times/bottlenecks.csv",
                "/cycle-times/conformance/deadlines.csv",
                "/cycle-times/views"
            })
    void nobodyElseReads(String path) throws Exception {
        for (String user : new String[] {"tanks-staff", "tanks-enforcement", "accounting"}) {
            assertThat(cases.get(user, path).status()).as(user).isEqualTo(403);
        }
        assertThat(cases.get("tanks-staff", "/").text()).doesNotContain("/cycle-times");
        assertThat(cases.get("process-analyst", "/").text()).contains("/cycle-times");
    }

    @Test
    void aChiefReadsNoOtherOffice() throws Exception {
        assertThat(cases.get("air-chief", "/cycle-times/steps.csv?from=").text())
                .doesNotContain("Tank enforcement");
        assertThat(cases.get("air-chief", "/cycle-times/heat-map/tank-enforcement/99")
                        .status())
                .isEqualTo(404);
        assertThat(cases.get("tanks-chief", "/cycle-times/steps.csv?" + "from=&" + InventedStages.FILTER)
                        .text())
                .contains(",10,5.5,");
    }

    private String csv(String table) throws Exception {
        return cases.get("process-analyst", PAGE.replace("?", "/" + table + ".csv?"))
                .text();
    }
}
