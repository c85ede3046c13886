package se.stegen.e2e.page;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;

/** Served time, projected end and what moves it. */
public final class TimePage {
    private final Browser browser;
    private final Fields fields;

    private TimePage(Browser browser) {
        this.browser = browser;
        this.fields = new Fields(browser);
    }

    /** The time of a programme. */
    public static TimePage open(Browser browser, long programme) {
        browser.go("/time/" + programme);
        TimePage page = new TimePage(browser);
        page.fields.byId("time-shifts");
        return page;
    }

    /** What moves the end, row by row. */
    public List<String> shifts() {
        return browser.driver().findElements(By.cssSelector("#time-shifts tbody tr")).stream()
                .map(row -> String.valueOf(row.getDomProperty("textContent")))
                .toList();
    }

    /** Waits until a row has the text. */
    public void awaitShift(String text) {
        browser.await().until(driver -> has(text));
    }

    /** Waits until no row has the text. */
    public void awaitNoShift(String text) {
        browser.await().until(driver -> !has(text));
    }

    private boolean has(String text) {
        return Boolean.TRUE.equals(browser.script(
                "return (document.getElementById('time-shifts')?.textContent ?? '').includes(arguments[0])", text));
    }

    /** Whether a part can be added. */
    public boolean mayAdd() {
        return fields.has("add-leave") || fields.has("add-post") || fields.has("add-rate") || fields.has("add-credit");
    }

    /** Enters a leave, by keyboard once the button has the focus. */
    public void leave(String from, String to, int extent) {
        key("add-leave");
        fields.day("leave-from", from);
        fields.day("leave-to", to);
        fields.write("leave-extent", Integer.toString(extent));
        save();
    }

    /** Enters a rate. */
    public void rate(String from, int percent) {
        key("add-rate");
        fields.day("rate-from", from);
        fields.write("rate-percent", Integer.toString(percent));
        save();
    }

    /** Opens the form for a credit, of the kind that stands first. */
    public void credit(int months) {
        key("add-credit");
        WebElement kind = browser.await()
                .until(ExpectedConditions.elementToBeClickable(
                        By.cssSelector("#credit-kind vaadin-select-value-button")));
        kind.sendKeys(Keys.ENTER);
        browser.await()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("vaadin-select-item")))
                .sendKeys(Keys.ENTER);
        fields.write("credit-months", Integer.toString(months));
        save();
    }

    /** Presses a row's quiet button by its name. */
    public void rowButton(String name) {
        WebElement button = browser.await()
                .until(ExpectedConditions.elementToBeClickable(
                        By.cssSelector("vaadin-button[aria-label='" + name + "']")));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.sendKeys(Keys.ENTER);
    }

    /** Takes back what was just done. */
    public void undo() {
        fields.undo();
    }

    /** Waits until the component has the keyboard's focus. */
    public void awaitFocus(String id) {
        browser.await().until(driver -> id.equals(browser.script("return document.activeElement?.id")));
    }

    private void key(String id) {
        fields.byId(id).sendKeys(Keys.ENTER);
    }

    private void save() {
        fields.byId("form-save").sendKeys(Keys.ENTER);
        browser.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("form-save")));
    }
}
