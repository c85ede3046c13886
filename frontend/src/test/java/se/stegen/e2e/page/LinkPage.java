package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Taps;

/** The page behind the one-time link in an assessor's mail. */
public final class LinkPage {
    private final Browser browser;
    private final Taps taps;

    private LinkPage(Browser browser) {
        this.browser = browser;
        taps = new Taps(browser);
    }

    /** Opens the link; taps are counted from here. */
    public static LinkPage open(Browser browser, String link) {
        browser.driver().get(link);
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
        return new LinkPage(browser);
    }

    /** The title. */
    public String title() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    /** Waits for a title. */
    public void awaitTitle(String words) {
        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), words));
    }

    /** Writes both comments. */
    public LinkPage comments(String doMore, String workOn) {
        taps.type("answer-do-more", doMore);
        taps.type("answer-work-on", workOn);
        return this;
    }

    /** What stands in "Gör mer av". */
    public String doMore() {
        return new Fields(browser).read("answer-do-more");
    }

    /** What stands in "Ditt namn". */
    public String name() {
        return new Fields(browser).read("you-name");
    }

    /** Judges. */
    public LinkPage judge(int step) {
        taps.tap("#answer-overall vaadin-radio-button:nth-of-type(" + step + ")");
        return this;
    }

    /** Chooses a title. */
    public LinkPage title(int number) {
        taps.tap("#you-title vaadin-radio-button:nth-of-type(" + number + ")");
        return this;
    }

    /** Lets the device remember who one is. */
    public LinkPage remember() {
        taps.tap("#you-remember input");
        return this;
    }

    /** Waits until what is written is saved. */
    public void awaitSaved() {
        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
    }

    /** Signs and says yes. */
    public void sign() {
        taps.tap("#link-sign");
        taps.tap("#confirm-yes");
        awaitTitle("signerad");
    }

    /** The thumb. */
    public Taps taps() {
        return taps;
    }
}
