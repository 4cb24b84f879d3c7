package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saved views of cycle times: an address for everybody who reads them, a name and an end by their owner alone. */
@DeskTest
class SavedViewsPageTest {

    private static final String VIEWS = "/cycle-times/views";

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void noViews() {
        database.sql("DELETE FROM cycle_time_view").update();
    }

    @Test
    void aViewIsOpenedByItsAddressByWhoeverReadsCycleTimes() throws Exception {
        String id = save("Southeast, by week", "region=Southeast&by=week&unknown=%3Cscript%3E");

        for (String user : new String[] {"process-analyst", "tanks-chief"}) {
            assertThat(cases.get(user, VIEWS + "/" + id).response().getRedirectedUrl())
                    .isEqualTo("/cycle-times?region=Southeast&by=week");
        }
        assertThat(cases.get("tanks-staff", VIEWS + "/" + id).status()).isEqualTo(403);
        assertThat(cases.get("process-analyst", VIEWS + "/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAT_MAP, /cycle-times/heat-map, process=tank-enforcement&color=overdue, Heat map",
        "COMPARE, /cycle-times/compare, process=tank-enforcement&version=98&otherVersion=99, Did it help?",
        "COMPARE, /cycle-times/compare, process=tank-enforcement&to=2025-12-31&otherFrom=2026-01-01&otherTo=2026-03-31, Did it help?",
        "CONFORMANCE, /cycle-times/conformance, process=tank-enforcement&from=2026-01-01, Deadlines kept",
        "BOTTLENECKS, /cycle-times/bottlenecks, program=tanks, Where cases wait"
    })
    void everyPageOfFiguresCanBeSavedWithItsFilters(String page, String path, String query, String tab)
            throws Exception {
        cases.submit("process-analyst", VIEWS, "name", "Each morning", "page", page, "query", query);

        assertThat(cases.get("process-analyst", VIEWS).text()).contains("Each morning", ">" + tab + "</span>");
        assertThat(cases.get("tanks-chief", VIEWS + "/" + id()).response().getRedirectedUrl())
                .isEqualTo(path + "?" + query);
    }

    /** What it saves is what it shows: also the side that is compared with. */
    @Test
    void eachPageOffersToSaveWhatItShows() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        stages.wholeCase(20);
        stages.nextVersion().wholeCase(30);

        assertThat(cases.get(
                                "process-analyst",
                                "/cycle-times/compare?process=tank-enforcement&version=98&otherVersion=99")
                        .text())
                .contains("name=\"page\" value=\"COMPARE\"")
                .containsPattern(
                        "name=\"query\" value=\"process=tank-enforcement&amp;version=98&amp;(from=&amp;)?otherVersion=99");
        assertThat(cases.get("process-analyst", "/cycle-times/conformance?program=tanks")
                        .text())
                .contains("name=\"page\" value=\"CONFORMANCE\"");
        assertThat(cases.get("process-analyst", "/cycle-times/bottlenecks?program=tanks")
                        .text())
                .contains("name=\"page\" value=\"BOTTLENECKS\"");
    }

    @Test
    void aFilterWithSignsOfItsOwnIsKeptAsItIs() throws Exception {
        cases.submit(
                "process-analyst", VIEWS, "name", "Heat", "page", "HEAT_MAP", "query", "stage=a%26b%3D%7Bc%7D+d&from=");

        assertThat(cases.get("process-analyst", VIEWS + "/" + id()).response().getRedirectedUrl())
                .isEqualTo("/cycle-times/heat-map?stage=a%26b%3D%7Bc%7D%20d&from=");
    }

    @Test
    void itsOwnerListsRenamesAndDeletesIt() throws Exception {
        String id = save("First", "");

        cases.submit("process-analyst", VIEWS + "/" + id + "/rename", "name", "Second");
        assertThat(cases.get("process-analyst", VIEWS).text())
                .contains("Second")
                .doesNotContain("First");
        cases.submit("process-analyst", VIEWS + "/" + id + "/delete");
        assertThat(cases.get("process-analyst", VIEWS).text()).contains("You have saved none yet");
    }

    @Test
    void nobodyElseRenamesOrDeletesIt() throws Exception {
        String id = save("Mine", "");

        assertThat(cases.submit("tanks-chief", VIEWS + "/" + id + "/rename", "name", "Yours")
                        .status())
                .isEqualTo(404);
        assertThat(cases.submit("tanks-chief", VIEWS + "/" + id + "/delete").status())
                .isEqualTo(404);
        assertThat(cases.get("process-analyst", VIEWS).text()).contains("Mine");
        assertThat(cases.get("tanks-chief", VIEWS).text()).doesNotContain("Mine");
    }

    @Test
    void aNameIsGivenOnceAndNotLeftOut() throws Exception {
        save("Once", "");

        assertThat(cases.submit("process-analyst", VIEWS, "name", "Once", "page", "FIGURES", "query", "")
                        .text())
                .contains("is that of another view of yours");
        assertThat(cases.submit("process-analyst", VIEWS, "name", " ", "page", "FIGURES", "query", "")
                        .text())
                .contains("Name is missing");
        assertThat(cases.submit("process-analyst", VIEWS, "name", "Bad", "page", "FIGURES", "query", "region=%zz")
                        .text())
                .contains("is no part of an address");
        assertThat(cases.submit("process-analyst", VIEWS, "name", "Other", "page", "CASES", "query", "")
                        .text())
                .contains("is none that can be saved");
        assertThat(database.sql("SELECT COUNT(*) FROM cycle_time_view")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String save(String name, String query) throws Exception {
        assertThat(cases.submit("process-analyst", VIEWS, "name", name, "page", "FIGURES", "query", query)
                        .status())
                .isEqualTo(302);
        return id();
    }

    private String id() {
        return database.sql("SELECT id FROM cycle_time_view")
                .query(String.class)
                .single();
    }
}
