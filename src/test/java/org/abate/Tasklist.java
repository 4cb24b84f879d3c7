package org.abate;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * Camunda's Tasklist in a window, as staff use it.
 *
 * @param page the window, at Tasklist
 */
public record Tasklist(Page page) {

    /** The first task of the list whose card says this, once it is there: a letter may still have to be written. */
    public Locator card(String list, String text) {
        Locator card = page.locator("li.task", new Page.LocatorOptions().setHasText(text))
                .first();
        page.waitForCondition(() -> {
            page.getByText(list).first().click();
            return card.isVisible();
        });
        return card;
    }

    /**
     * Opens that task. The name of a step is no text to choose by: others have tasks of the name, claimed ones among them,
     * and those without a due date stand in no order. The list is drawn anew as it is loaded, and a click on a card that is
     * just being taken away is lost; then it is clicked again.
     */
    public void open(String list, String text) {
        Locator card = card(list, text);
        page.waitForCondition(() -> {
            card.click();
            return page.url().contains("task=") && claimButton().isVisible();
        });
    }

    /** Claims the task that is open. */
    public void claim() {
        claimButton().click();
        claimButton().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator claimButton() {
        return page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first();
    }
}
