package se.stegen.e2e.vaadin;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;

/** Fields and buttons by the id of their component. */
public final class Fields {
    private final Browser browser;

    /** The fields of the screen that the browser shows. */
    public Fields(Browser browser) {
        this.browser = browser;
    }

    /** The component with the id, once it can be seen; it is scrolled to, as a reader does. */
    public WebElement byId(String id) {
        return browser.await().ignoring(StaleElementReferenceException.class).until(driver -> {
            WebElement element = driver.findElement(By.id(id));
            browser.script("arguments[0].scrollIntoView({block: 'center'})", element);
            return element.isDisplayed() ? element : null;
        });
    }

    /** Whether there is such a component. */
    public boolean has(String id) {
        return browser.driver().findElements(By.id(id)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Presses a button. */
    public void press(String id) {
        browser.press(By.id(id));
    }

    /** Takes back what was just done, by the button of its message. */
    public void undo() {
        browser.press(By.xpath("//vaadin-notification-card//vaadin-button[contains(., 'Ångra')]"));
    }

    /** Writes into a text field or area in place of what is there. */
    public void write(String id, String text) {
        WebElement input = input(id);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(text);
        input.sendKeys(Keys.TAB);
    }

    /**
     * Writes a day into a date field; Enter takes it and closes the calendar, where Tab alone might go into it. No faster
     * than a hand: a calendar that is closed in the same moment as it opens never gives the rest of the page back to
     * screen readers (Vaadin 25.2 tells of its opening after its closing then), which axe finds.
     */
    public void day(String id, String day) {
        WebElement input = input(id);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(day);
        browser.awaitFrame();
        input.sendKeys(Keys.ENTER);
        // Keys that come while it closes are the calendar's.
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "const field = document.getElementById(arguments[0]);"
                                + "const day = field.querySelector('vaadin-date-picker') ?? field;"
                                + "const calendar = day.shadowRoot?.querySelector('vaadin-date-picker-overlay');"
                                + "return !day.opened && !calendar?.matches(':popover-open, [closing]')",
                        id)));
        input.sendKeys(Keys.TAB);
    }

    /** What a field holds. */
    public String read(String id) {
        return String.valueOf(input(id).getDomProperty("value"));
    }

    /** Looks for a text in a combo box and takes what is found first. */
    public void choose(String id, String text) {
        WebElement input = input(id);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "const field = document.getElementById(arguments[0]);"
                                + "const c = field.querySelector('vaadin-multi-select-combo-box') || field;"
                                + "return c.opened && !c.loading && (c.filteredItems || c._filteredItems || []).length > 0",
                        id)));
        input.sendKeys(Keys.ARROW_DOWN, Keys.ENTER, Keys.ESCAPE);
        input.sendKeys(Keys.TAB);
    }

    /** The element inside a component that takes the keyboard. */
    public WebElement input(String id) {
        byId(id);
        return browser.await()
                .until(ExpectedConditions.presenceOfElementLocated(
                        By.cssSelector("#" + id + " input, #" + id + " textarea")));
    }
}
