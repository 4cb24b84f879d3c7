package org.abate.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.abate.Browser;
import org.abate.Tasklist;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One login in a real browser: signed in once, everything opens; signed out once, nothing does. */
@RunningApplication
@Tag("once")
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
        Browser.picture(page, "login");
        Browser.signIn(page, "camunda-admin", "demo");

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
        endCasesOfOtherTests();
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
        Browser.signIn(page, "tanks-staff", "demo");
        Tasklist tasklist = new Tasklist(page);
        Locator card = tasklist.card("Storage tanks", "TK-2026-00031");
        assertThat(card).containsText("Record response to letter");
        assertThat(card).containsText("Ozark Stop");
        assertThat(card.locator(".due-date")).containsText("Due");
        assertThat(page.getByText("Create task")).isHidden();
        tasklist.open("Storage tanks", "TK-2026-00031");
        tasklist.claim();
        assertThat(page.getByLabel("Note")).isEditable();
        Browser.picture(page, "tasklist");
    }

    /** As Camunda names it, also where its words come later than its list. */
    private static final Pattern DUE_DATE = Pattern.compile("due.date", Pattern.CASE_INSENSITIVE);

    @Test
    void theNearestDeadlineComesFirstHoweverTheListIsReached() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(page, "tanks-staff", "demo");
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
        Browser.signIn(page, "solid-waste-staff", "guess");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The user name or the password is wrong");
        Browser.picture(page, "login-refused");
        page.navigate(url("/camunda/app/tasklist/"));
        assertThat(page).hasURL(url("/login"));
    }

    @Test
    void signingOutInTasklistEndsEverything() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(page, "water-chief", "demo");
        page.getByText("Demo Water Chief").click();
        page.getByText("Log out").click();
        assertThat(page).hasURL(url("/login"));
        page.navigate(url("/"));
        assertThat(page).hasURL(url("/login"));
        Browser.signIn(page, "water-chief", "demo");
        assertThat(page).hasURL(url("/"));
    }

    @Test
    void whenTheSessionHasEndedTasklistLeadsToTheLoginPageAndBack() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(page, "air-chief", "demo");
        assertThat(page.getByText("My tasks").first()).isVisible();
        page.context().clearCookies();
        page.getByText("My groups").click();
        assertThat(page).hasURL(url("/login"));
        Browser.signIn(page, "air-chief", "demo");
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

    /**
     * They would stand in the way: the list shows fifteen tasks, in no order where the due date is the same day or none,
     * and some of theirs are claimed.
     */
    private void endCasesOfOtherTests() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("tank-enforcement")
                .list()
                .forEach(begun -> runtime.deleteProcessInstance(begun.getId(), "not of this test"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
