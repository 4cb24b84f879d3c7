package org.abate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.abate.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the desk in a real browser, which must have nothing to complain of on any of them. */
abstract class BrowserAtTheDesk {

    private static final List<String> WCAG_2_1_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final int TELEPHONE = 390;

    private static Browser browser;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

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

    /** Breaches of the content policy, and errors of scripts. That a wrong form is answered with 400 is none. */
    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(complaints).isEmpty();
    }

    /** Of a person who has not signed in. */
    final Page window() {
        Page page = browser.window();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    final Page signedIn(String person) {
        return signedIn(person, "/");
    }

    /** At a page, which the login leads to. */
    final Page signedIn(String person, String path) {
        Page page = window();
        page.navigate(url(path));
        Browser.signIn(page, person, "demo");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    final String url(String path) {
        return "http://localhost:" + port + path;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** It is accessible (WCAG 2.1, levels A and AA) and fits a telephone. */
    static void check(Page page) {
        AxeRunOptions whatFails = new AxeRunOptions();
        whatFails.setResultTypes(List.of("violations"));
        // The other mode is for frames of other sites, which no page has, and opens a second page for each result
        AxeResults results = new AxeBuilder(page)
                .options(whatFails)
                .withTags(WCAG_2_1_AA)
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getPasses()).as("what was looked at").isNotEmpty();
        assertThat(results.getViolations().stream()
                        .map(BrowserAtTheDesk::described)
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

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining("; "));
    }
}
