package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
