package org.abate.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.abate.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A what-if in a real browser: the worksheet follows what is typed, within the content policy. */
@RunningDesk
@Tag("once")
class PenaltiesBrowserTest {

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
    void theWorksheetFollowsWhatIsTypedAndTheKeyboardStaysWhereItIs() {
        Page page = browser.window();
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> complain(message, complaints));
        page.navigate("http://localhost:" + port + "/penalties/drinking-water-civil");
        page.getByLabel("User").fill("drinking-water-staff");
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
        page.waitForURL("**/penalties/drinking-water-civil");

        Locator days = page.getByLabel("Days of violation");
        days.pressSequentially("1x");
        assertThat(page.locator("#violations-0-days-fault")).containsText("must be a whole number");
        assertThat(days).hasAttribute("aria-invalid", "true");
        days.press("Backspace");
        days.pressSequentially("2");
        assertThat(page.locator(".outcome dd").first()).hasText("$600.00");
        assertThat(page.locator("#announced")).hasText("Penalty $600.00");
        assertThat(days).isFocused();
        assertThat(page.locator("#violations-0-days-fault")).isEmpty();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add another violation"))
                .click();
        assertThat(page.locator("#violations-1")).isFocused();
        assertThat(page.locator(".outcome dd").first()).hasText("$650.00");
        assertThat(complaints).isEmpty();
    }

    private static void complain(ConsoleMessage message, List<String> complaints) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }
}
