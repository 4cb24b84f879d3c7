package org.abate.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.abate.casefile.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages in a real browser: they are used, and each is accessible (WCAG 2.1, levels A and AA) and fits a telephone. */
@RunningDesk
@Tag("once")
class DeskBrowserTest extends BrowserAtTheDesk {

    @Autowired
    private DeskCases cases;

    private String number;

    @BeforeEach
    void openCase() throws Exception {
        number = cases.open("Browser Corner Fuel");
        cases.runJobs();
    }

    @Test
    void theDiagramShowsTheCurrentStepAndIsMovedAndEnlarged() {
        Page page = signedIn("tanks-staff", "/cases/" + number);

        Locator step = page.locator(".diagram [data-element-id=RecordResponseToLetter].is-active");
        assertThat(step).isVisible();
        BoundingBox diagram = page.locator(".diagram").boundingBox();
        BoundingBox inView = step.boundingBox();
        assertThat(inView.x).isBetween(diagram.x, diagram.x + diagram.width - inView.width);
        assertThat(inView.y).isBetween(diagram.y, diagram.y + diagram.height - inView.height);
        assertThat(inView.width).as("large enough to read").isGreaterThan(70);

        button(page, "Larger").click();
        assertThat(step.boundingBox().width).isGreaterThan(inView.width);
        button(page, "Whole diagram").click();
        assertThat(step.boundingBox().width).isLessThan(inView.width);
        button(page, "Current step").click();
        page.locator(".diagram").focus();
        page.keyboard().press("ArrowRight");
        assertThat(step.boundingBox().x).isNotEqualTo(inView.x);
    }

    @Test
    void aLetterIsOpenedFromTheCasePage() {
        Page page = signedIn("tanks-staff", "/cases/" + number);

        Response letter = page.waitForResponse(
                answer -> answer.url().contains("/documents/"),
                () -> link(page, "Letter of Warning").click());

        assertThat(letter.headerValue("content-type")).isEqualTo("application/pdf");
        assertThat(letter.headerValue("content-disposition"))
                .startsWith("inline")
                .contains(number);
        assertThat(page).hasURL(letter.url());
    }

    @Test
    void anEventIsConfirmedBeforeItHappens() {
        Page page = signedIn("tanks-staff", "/cases/" + number);
        page.getByText("Withdraw the case").first().click();
        assertThat(page.getByText("All work on the case ends and its open tasks close."))
                .isVisible();
        page.getByLabel("Withdrawn on").fill(cases.today().toString());
        page.getByLabel("Kind of reason").selectOption("NO_VIOLATION");
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("Not a regulated tank");
        button(page, "Withdraw the case").click();

        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByLabel("Kind of reason")).hasValue("NO_VIOLATION");
        assertThat(page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Not a regulated tank");
        page.getByLabel("I confirm that the case is to be withdrawn.").check();
        button(page, "Withdraw the case").click();
        assertThat(page.getByText("The case is withdrawn.")).isVisible();
    }

    @Test
    void aCaseOfTwoViolationsIsOpenedWithTheKeyboard() {
        Page page = signedIn("tanks-staff", "/cases/new");
        page.getByLabel("Rule violated").fill("10 CSR 26-2.030(1)");
        page.getByLabel("Find a facility").fill("browser corner");
        page.keyboard().press("Enter");
        assertThat(button(page, "Use this one").first()).isVisible();
        // The page gives the focus to the search once it has loaded: a key pressed before that would search again
        assertThat(page.getByLabel("Find a facility")).isFocused();
        button(page, "Use this one").first().press("Enter");
        assertThat(page.getByText("Another facility")).isVisible();
        radio(page, "Is the responsible party known with certainty?", "No").check();
        page.getByLabel("Discovered on").fill(cases.today().toString());
        radio(page, "Is the violation currently occurring?", "Yes").check();
        page.getByLabel("What was found").fill("The spill bucket is cracked");
        page.getByLabel("Observed on").fill(cases.today().minusDays(1).toString());
        button(page, "Add a day").press("Enter");
        assertThat(page.getByLabel("Observed on, day 2")).isFocused();
        page.getByLabel("Observed on, day 2").fill(cases.today().toString());
        button(page, "Add another violation").press("Enter");
        Locator second = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Violation 2"));
        assertThat(second.getByLabel("Rule violated")).isFocused();
        page.keyboard().type("10 CSR 26-2.040");
        second.getByLabel("What was found").fill("No release detection");
        second.getByLabel("Observed on").fill(cases.today().toString());
        second.getByLabel("Rule violated").press("Enter");

        assertThat(page.getByText("is open.")).isVisible();
        assertThat(page.getByText("10 CSR 26-2.040").first()).isVisible();
        assertThat(page.getByText("(2 days)")).isVisible();
    }

    @Test
    void whatFollowsFromAnAnswerIsAskedAtOnceAndTheKeyboardGoesOnFromThere() {
        Page page = signedIn("air-staff", "/cases/new");
        Locator follows = page.getByLabel("It is decided for this case that enforcement does not wait");
        assertThat(follows).isHidden();
        page.getByLabel("What was found").fill("Kept while the page asks more");
        page.getByLabel("Open burning").first().press("Space");

        assertThat(follows).isVisible();
        assertThat(page.getByLabel("Open burning").first()).isFocused();
        assertThat(page.getByLabel("What was found")).hasValue("Kept while the page asks more");
        check(page);
    }

    @Test
    void thePageThatOpensACaseIsAccessibleForEveryProgram() {
        Page page = signedIn("camunda-admin", "/cases/new");
        check(page);
        for (Program program : Program.values()) {
            page.navigate(url("/cases/new?program=" + program.id()));
            button(page, "Open the case").last().click();
            page.getByText("The case was not opened").waitFor();
            check(page);
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsATelephone() throws Exception {
        cases.penaltyWork(number);
        cases.file(number, true);
        Page page = window();
        page.navigate(url("/login"));
        check(page);
        page = signedIn("tanks-enforcement");
        for (String path : List.of(
                "/",
                "/cases",
                "/cases?q=nothing+fits",
                "/cases?status=X",
                "/cases/new",
                "/meetings",
                "/penalties",
                "/penalties/underground-storage-tank",
                "/nowhere")) {
            page.navigate(url(path));
            check(page);
        }
        page.navigate(url("/cases/" + number));
        page.locator(".diagram .is-active").first().waitFor();
        page.locator("summary").evaluateAll("all => all.forEach(each => each.parentElement.open = true)");
        check(page);
        page.locator("form[action$=contacts] button").click();
        page.getByText("The contact was not recorded").waitFor();
        check(page);
        page.navigate(url("/cases/new"));
        button(page, "Add another violation").click();
        button(page, "Open the case").last().click();
        page.getByText("The case was not opened").waitFor();
        check(page);
        page = signedIn("commission-liaison");
        page.navigate(url("/meetings"));
        button(page, "Enter the meeting").click();
        page.getByText("The meeting was not entered").waitFor();
        check(page);
        page.getByLabel("Commission").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("Day of the meeting").fill(cases.today().plusDays(40).toString());
        page.getByLabel("Place").fill("Jefferson City");
        button(page, "Enter the meeting").click();
        button(page, "Cancel the meeting of").first().waitFor();
        check(page);
        page = signedIn("tanks-chief");
        page.navigate(url("/cases/new"));
        page.getByLabel("Find a facility").fill("browser");
        button(page, "Find").click();
        check(page);
        button(page, "Use this one").first().click();
        check(page);
    }

    @Test
    void anInventoryYearIsBegunAndFilledOnAccessiblePages() {
        int year = cases.today().getYear() + 1;
        Page page = signedIn("air-staff", "/inventory");
        page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true)).fill(String.valueOf(year));
        page.getByLabel("Sources of the year").setInputFiles(csv("source,facility\nA-1,Works\n"));
        button(page, "Begin the year").click();
        page.getByText("line 1 must name the columns").waitFor();
        check(page);
        page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true)).fill(String.valueOf(year));
        page.getByLabel("Sources of the year").setInputFiles(csv("""
                source,facility,address,county,region,owner,ownerAddress,feeDue
                A-1,Alpha Works,"1 Elm Road, Rolla, MO 65401",Phelps,Southeast,Alpha LLC,"PO Box 1, Rolla, MO 65402",100.00
                A-2,Beta Works,"2 Elm Road, Rolla, MO 65401",Phelps,Southeast,,,
                """));
        button(page, "Begin the year").click();
        page.getByText("The year has begun with 2 sources.").waitFor();
        check(page);
        button(page, "Record the submission").click();
        page.getByText("The submission was not recorded").waitFor();
        check(page);
        page.locator("#s-source").fill("A-2");
        page.locator("#s-questionnaireReceivedOn").fill(cases.today().toString());
        page.locator("#s-feeReceivedOn").fill(cases.today().toString());
        button(page, "Record the submission").click();
        assertThat(page.getByText("Submitted: 1 of 2 sources")).isVisible();
        page.navigate(url("/inventory"));
        check(page);
    }

    private static FilePayload csv(String content) {
        return new FilePayload("list.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePagesOfThoseWithoutCasesAreAccessibleToo() {
        for (String person : List.of("process-manager", "process-analyst")) {
            Page page = signedIn(person);
            check(page);
            page.navigate(url("/cases"));
            check(page);
            for (String view : List.of(
                    "compare?process=tank-enforcement", "conformance?process=tank-enforcement", "bottlenecks")) {
                page.navigate(url("/cycle-times/" + view));
                check(page);
            }
        }
    }

    @Test
    void aLetterIsDraftedOnAccessiblePages() {
        Page page = signedIn("tanks-staff", "/cases/" + number);
        page.getByLabel("Draft a letter").selectOption("NOTICE_OF_VIOLATION");
        button(page, "Draft").click();
        check(page);
        button(page, "Begin a draft").click();
        page.getByText("Locked · Required by Manual 3.3").first().waitFor();
        check(page);
        page.getByText("Add words here").first().click();
        page.getByLabel("Words after block 1", new Page.GetByLabelOptions().setExact(true))
                .fill("Please see what we found.");
        button(page, "Save the draft").click();
        page.getByText("The draft is saved.").waitFor();
        link(page, "what changed in saving 2").click();
        assertThat(page.getByText("+ Please see what we found.")).isVisible();
        check(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "draft.png"))
                .setFullPage(true));
    }

    @Test
    void theTextOfALetterIsChangedOnAccessiblePages() {
        Page page = signedIn("process-manager");
        link(page, "Letters").click();
        check(page);
        link(page, "Letter of warning").click();
        check(page);
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("{{nobody}}");
        button(page, "Put in force").click();
        page.getByText("Nothing was stored").waitFor();
        check(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "letter-text.png"))
                .setFullPage(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator radio(Page page, String question, String answer) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
                .getByLabel(answer);
    }
}
