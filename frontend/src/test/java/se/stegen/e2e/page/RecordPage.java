package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;

/** What a session's and an assessment's screens share. */
abstract class RecordPage {
    final Browser browser;
    final Fields fields;

    RecordPage(Browser browser, String path) {
        this.browser = browser;
        fields = new Fields(browser);
        browser.await().until(ExpectedConditions.urlContains("/" + path + "/"));
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("h1")));
    }

    /** The key of the record, from the address. */
    public long id() {
        return Long.parseLong(String.valueOf(browser.driver().getCurrentUrl())
                .replaceFirst(".*/", "")
                .replaceFirst("[?].*", ""));
    }

    /** Waits until the badge at the title shows the word. */
    public void awaitState(String word) {
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return [...document.querySelectorAll('.state')].some(b => b.textContent.includes(arguments[0]))",
                        word)));
    }

    /** Waits until the draft says that it was saved. */
    public void awaitSaved() {
        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
    }

    final void confirm() {
        fields.press("confirm-yes");
    }
}
