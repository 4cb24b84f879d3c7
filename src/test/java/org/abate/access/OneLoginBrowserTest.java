package org.abate.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.abate.Browser;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One login in a real browser: signed in once, everything opens; signed out once, nothing does. */
@RunningApplication
class OneLoginBrowserTest {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

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

    @Test
    void oneLoginOpensTasklistCockpitAdminAndOurPages() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        assertThat(page).hasURL(url("/login"));
        assertThat(page).hasTitle("Sign in – Abate");
        picture(page, "login");
        signIn(page, "camunda-admin", "demo");

        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        assertThat(page.getByText("My tasks").first()).isVisible();
        page.navigate(url("/camunda/app/cockpit/default/"));
        assertThat(page.getByText("Running Process Instances").first()).isVisible();
        page.navigate(url("/camunda/app/admin/default/"));
        assertThat(page.getByText("Users").first()).isVisible();
        page.navigate(url("/"));
        assertThat(page).hasURL(url("/"));
    }

    @Test
    void tasklistShowsTheListsWithCaseFacilityAndDueDate() {
        for (int i = 1; i <= 4; i++) {
            runtime.startProcessInstanceByKey(
                    "tank-enforcement",
                    "TK-2026-0003" + i,
                    Map.of(
                            "caseNumber",
                            "TK-2026-0003" + i,
                            "facilityName",
                            List.of("Ozark Stop", "River Road Fuel", "Main Street Gas", "Depot 7")
                                    .get(i - 1)));
        }
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        signIn(page, "tanks-staff", "demo");
        page.getByText("Storage tanks").click();
        assertThat(page.getByText("TK-2026-00031").first()).isVisible();
        assertThat(page.getByText("Ozark Stop").first()).isVisible();
        assertThat(page.locator("li.task .due-date").first()).containsText("Due");
        assertThat(page.getByText("Create task")).isHidden();
        page.getByText("Record response to letter").first().click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByLabel("Note")).isEditable();
        picture(page, "tasklist");
    }

    /** As Camunda names it, also where its words come later than its list. */
    private static final Pattern DUE_DATE = Pattern.compile("due.date", Pattern.CASE_INSENSITIVE);

    @Test
    void theNearestDeadlineComesFirstHoweverTheListIsReached() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        signIn(page, "tanks-staff", "demo");
        Locator sortedBy = page.locator("li.sorting-choice .sort-by").first();
        assertThat(sortedBy).hasText(DUE_DATE);

        for (String address : List.of("#/", "#/?filter=overdue", "#")) {
            page.evaluate("address => { window.location.hash = address }", address);
            assertThat(page).hasURL(Pattern.compile(".*sorting=.*dueDate.*"));
            assertThat(sortedBy).hasText(DUE_DATE);
        }
    }

    @Test
    void aWrongPasswordIsSaidInWordsAndLeavesNobodySignedIn() {
        Page page = browser.window();
        page.navigate(url("/login"));
        signIn(page, "solid-waste-staff", "guess");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The user name or the password is wrong");
        picture(page, "login-refused");
        page.navigate(url("/camunda/app/tasklist/"));
        assertThat(page).hasURL(url("/login"));
    }

    @Test
    void signingOutInTasklistEndsEverything() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        signIn(page, "water-chief", "demo");
        page.getByText("Demo Water Chief").click();
        page.getByText("Log out").click();
        assertThat(page).hasURL(url("/login"));
        page.navigate(url("/"));
        assertThat(page).hasURL(url("/login"));
        signIn(page, "water-chief", "demo");
        assertThat(page).hasURL(url("/"));
    }

    @Test
    void whenTheSessionHasEndedTasklistLeadsToTheLoginPageAndBack() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        signIn(page, "air-chief", "demo");
        assertThat(page.getByText("My tasks").first()).isVisible();
        page.context().clearCookies();
        page.getByText("My groups").click();
        assertThat(page).hasURL(url("/login"));
        signIn(page, "air-chief", "demo");
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
    }

    @Test
    void theLoginPageIsUsedWithTheKeyboardAloneAndBreaksNoPolicy() {
        Page page = browser.window();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(url("/login"));
        assertThat(page.getByLabel("User name")).isFocused();
        page.keyboard().type("hearing-officer");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Password")).isFocused();
        page.keyboard().type("demo");
        assertThat(complaints).isEmpty();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(url("/"));
    }

    private static void signIn(Page page, String user, String password) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
