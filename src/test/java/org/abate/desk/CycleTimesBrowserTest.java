package org.abate.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycle times in a real browser: charts within the content policy, the coloured diagram, and WCAG 2.1 AA. */
@RunningDesk
@Tag("once")
class CycleTimesBrowserTest extends BrowserAtTheDesk {

    private static final String STAGE = "RecordResponseToLetter";

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void stages() throws Exception {
        InventedStages stages = InventedStages.in(database, cases.open());
        for (int days = 1; days <= 10; days++) {
            stages.task(STAGE, days, "COMPLETED");
            stages.task("CallOwner", 3 * days, "COMPLETED");
        }
        stages.wholeCase(40);
    }

    @Test
    void chartsAreDrawnFromTheirTablesAndTakenAwayAsSvg() throws Exception {
        Page page = signedIn("process-analyst", "/cycle-times?from=&" + InventedStages.FILTER);

        for (String chart : List.of("trend", "share", "waiting", "overdue")) {
            assertThat(page.locator("[data-chart=" + chart + "] svg path").first())
                    .isAttached();
        }
        Download picture = page.waitForDownload(
                () -> button(page, "SVG of Waiting and working").click());
        assertThat(Files.readString(picture.path())).startsWith("<svg").contains("http://www.w3.org/2000/svg");
        check(page);
    }

    @Test
    void aStepOfTheDiagramOpensItsDistributionByMouseAndByKeyboard() {
        Page page = signedIn("process-analyst", "/cycle-times/heat-map?from=&process=tank-enforcement&color=time");

        Locator step = page.locator(".diagram [data-element-id=" + STAGE + "].has-figures");
        step.click();
        assertThat(page.locator("#figure-slowest")).isVisible();
        assertThat(page.locator("[data-chart=histogram] svg")).isVisible();
        assertThat(step).hasClass(Pattern.compile("is-chosen"));
        assertThat(page).hasURL(Pattern.compile("stage=" + STAGE));
        page.locator(".heat-list [data-stage=CallOwner]").press("Enter");
        assertThat(page).hasURL(Pattern.compile("stage=CallOwner"));
        assertThat(page.locator("#stage")).isFocused();
        check(page);
    }

    @Test
    void aViewIsSavedAndTheOtherPagesAreAccessibleToo() {
        Page page = signedIn("process-analyst", "/cycle-times?region=Southeast");
        page.getByText("Save this view").click();
        page.getByLabel("Name").fill("Southeast " + System.nanoTime());
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByText("The view is saved.")).isVisible();
        page.getByText("Rename or delete").first().click();
        check(page);
        for (String path : List.of(
                "/cycle-times?process=x&from=soon&version=0",
                "/cycle-times?from=1990-01-01&to=1990-01-02",
                "/cycle-times/heat-map?process=tank-enforcement&to=1990-01-01&from=")) {
            page.navigate(url(path));
            check(page);
        }
    }
}
