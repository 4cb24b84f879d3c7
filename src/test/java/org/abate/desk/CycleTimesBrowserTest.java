package org.abate.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.abate.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycle times in a real browser: charts within the content policy, the coloured diagram, and WCAG 2.1 AA. */
@RunningDesk
class CycleTimesBrowserTest {

    private static final int TELEPHONE = 390;
    private static final String STAGE = "RecordResponseToLetter";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private DeskCases cases;

    @Autowired
    private JdbcClient database;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

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
        Page page = browser.window();
        List<String> complaints = complaints(page);
        open(page, "/cycle-times?from=&" + InventedStages.FILTER);

        for (String chart : List.of("trend", "share", "waiting", "overdue")) {
            assertThat(page.locator("[data-chart=" + chart + "] svg path").first())
                    .isAttached();
        }
        Download picture = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("SVG of Waiting and working"))
                        .click());
        assertThat(Files.readString(picture.path())).startsWith("<svg").contains("http://www.w3.org/2000/svg");
        assertThat(complaints).isEmpty();
        check(page);
    }

    @Test
    void aStepOfTheDiagramOpensItsDistributionByMouseAndByKeyboard() {
        Page page = browser.window();
        List<String> complaints = complaints(page);
        open(page, "/cycle-times/heat-map?from=&process=tank-enforcement&color=time");

        Locator step = page.locator(".diagram [data-element-id=" + STAGE + "].has-figures");
        step.click();
        assertThat(page.locator("#figure-slowest")).isVisible();
        assertThat(page.locator("[data-chart=histogram] svg")).isVisible();
        assertThat(step).hasClass(Pattern.compile("is-chosen"));
        assertThat(page).hasURL(Pattern.compile("stage=" + STAGE));
        page.locator(".heat-list [data-stage=CallOwner]").press("Enter");
        assertThat(page).hasURL(Pattern.compile("stage=CallOwner"));
        assertThat(page.locator("#stage")).isFocused();
        assertThat(complaints).isEmpty();
        check(page);
    }

    @Test
    void aViewIsSavedAndTheOtherPagesAreAccessibleToo() {
        Page page = browser.window();
        open(page, "/cycle-times?region=Southeast");
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

    /** What the browser's console says is wrong. */
    private static List<String> complaints(Page page) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    private void open(Page page, String path) {
        page.navigate(url(path));
        page.getByLabel("User name").fill("process-analyst");
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
        page.waitForURL("**" + path.substring(0, path.indexOf('?')) + "**");
    }

    private static void check(Page page) {
        assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml())
                                .toList())
                .as(page.url())
                .isEmpty();
        int height = page.viewportSize().height;
        int width = page.viewportSize().width;
        page.setViewportSize(TELEPHONE, height);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + page.url() + " on a telephone")
                .isLessThanOrEqualTo(TELEPHONE);
        page.setViewportSize(width, height);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
