package org.abate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A morning of a member of staff in a real browser: a case is started, its task claimed and done, its letter read. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
class WorkdayBrowserTest {

    /** What a card of the list shows of the task's deadline. */
    private static final String DUE_DATE =
            "() => getComputedStyle(document.querySelector('li.task .due-date [am-time-ago]'), '::after').content";

    private static Browser browser;

    @LocalServerPort
    private int port;

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
    void aCaseIsStartedAndItsFirstTaskDoneInTasklistAndTheLetterIsOnTheCasePage() {
        Page page = browser.window();
        page.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(page, "tanks-staff", "demo");

        startCase(page, "Browser Creek Fuel");
        Tasklist tasklist = new Tasklist(page);
        assertThat(tasklist.card("My groups", "Browser Creek Fuel")).isVisible();
        Assertions.assertThat((String) page.evaluate(DUE_DATE)).matches("\"\\w+day, \\d+ \\w+ \\d{4} 23:59\"");
        tasklist.open("My groups", "Browser Creek Fuel");
        tasklist.claim();
        page.getByLabel("What it says").fill("The spill bucket was replaced; photographs enclosed.");
        Browser.picture(page, "tasklist-response");

        Page beside = page.context().waitForPage(() -> page.locator(".fjs-container a[href*='/cases/']")
                .click());
        assertThat(beside.getByText("Now at Record response to letter")).isVisible();
        beside.close();
        date(page, "Received on", today().plusDays(30));
        Assertions.assertThat(complete(page).status()).isEqualTo(400);
        // What a person reads is the sentence, under the label of the field, and nothing of the engine's before it
        assertThat(page.locator(".notifications .alert-danger .message"))
                .hasText("\"Received on\": is in the future; give a day up to today, " + today());
        assertThat(page.locator(".notifications .alert-danger .status")).isHidden();
        assertThat(page.getByLabel("What it says")).hasValue("The spill bucket was replaced; photographs enclosed.");

        date(page, "Received on", today());
        Assertions.assertThat(complete(page).ok()).isTrue();

        page.navigate(url("/cases?q=Browser+Creek"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("TK-"))
                .first()
                .click();
        assertThat(page.getByText("Letter of Warning").first()).isVisible();
        assertThat(page.getByText("Evaluate response to letter").first()).isVisible();
        String day = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US).format(today());
        assertThat(exact(page, "discovered " + day)).isVisible();
        Browser.picture(page, "case-page");
    }

    @Test
    void whoComesSecondIsToldSo() {
        Page first = browser.window();
        first.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(first, "tanks-staff", "demo");
        startCase(first, "Contested Corner Fuel");
        new Tasklist(first).open("Storage tanks", "Contested Corner Fuel");
        Page second = browser.window();
        second.navigate(url("/camunda/app/tasklist/"));
        Browser.signIn(second, "camunda-admin", "demo");
        new Tasklist(second).open("Storage tanks", "Contested Corner Fuel");

        new Tasklist(first).claim();
        exact(second, "Claim").first().click();
        assertThat(second.getByText("somebody else has claimed it meanwhile; take another one"))
                .isVisible();

        Assertions.assertThat(complete(first).ok()).isTrue();
        assertThat(second.getByText("The task has been removed.")).isVisible();
    }

    private static Locator exact(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private void startCase(Page page, String facility) {
        page.getByText("Start process").first().click();
        page.getByText("Tank enforcement").first().click();
        page.getByLabel("Facility", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(facility);
        page.getByLabel("Facility address").fill("9 Browser Lane, Rolla, MO 65401");
        page.getByLabel("County").fill("Phelps");
        page.getByLabel("Region").fill("Southeast");
        Locator known = page.locator(".fjs-form-field-radio", new Page.LocatorOptions().setHasText("party known"));
        known.getByText("Yes").click();
        page.getByLabel("Responsible party", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Browser Creek LLC");
        page.getByLabel("Mailing address of the responsible party").fill("PO Box 9, Rolla, MO 65401");
        page.locator(".fjs-form-field-radio", new Page.LocatorOptions().setHasText("currently occurring"))
                .getByText("Yes")
                .click();
        date(page, "Discovered on", today());
        page.getByLabel("Rule violated").fill("10 CSR 26-2.030");
        page.getByLabel("What was found").fill("The spill bucket of tank 1 was cracked.");
        date(page, "Observed on", today());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .last()
                .click();
    }

    private static void date(Page page, String label, LocalDate day) {
        Locator field = page.getByLabel(label);
        field.fill(day.format(DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US)));
        field.press("Tab");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Chicago"));
    }

    /** Completes the task. Tasklist draws a form anew after a claim, and a click on the old one is lost. */
    private static Response complete(Page page) {
        AtomicBoolean sent = new AtomicBoolean();
        AtomicReference<Response> answer = new AtomicReference<>();
        page.onRequest(request -> sent.compareAndSet(false, request.url().endsWith("/submit-form")));
        page.onResponse(response -> {
            if (response.url().endsWith("/submit-form")) {
                answer.set(response);
            }
        });
        page.waitForCondition(() -> {
            if (!sent.get()) {
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                        .click();
            }
            return answer.get() != null;
        });
        return answer.get();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
