package org.abate.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A what-if in a real browser: the worksheet follows what is typed, within the content policy. */
@RunningDesk
@Tag("once")
class PenaltiesBrowserTest extends BrowserAtTheDesk {

    @Test
    void theWorksheetFollowsWhatIsTypedAndTheKeyboardStaysWhereItIs() {
        Page page = signedIn("drinking-water-staff", "/penalties/drinking-water-civil");

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

        button(page, "Add another violation").click();
        assertThat(page.locator("#violations-1")).isFocused();
        assertThat(page.locator(".outcome dd").first()).hasText("$650.00");
    }
}
