package se.stegen.e2e.vaadin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import se.stegen.e2e.Browser;

/** Somebody who has nothing but a keyboard. */
public final class Keyboard {
    private static final int PATIENCE = 120;

    private final Browser browser;

    /** The keyboard of this browser. */
    public Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** Presses Tab until the component with the id has the focus; the answer is what has it. */
    public WebElement tabTo(String id) {
        return tabToWhat("#" + id);
    }

    /** Presses Tab until something that the selector finds has the focus, or has what has it inside. */
    public WebElement tabToWhat(String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            Object there = browser.script(
                    "let e = document.activeElement; while (e) { if (e.matches && e.matches(arguments[0]))"
                            + " return document.activeElement.getClientRects().length > 0;"
                            + " e = e.parentElement || (e.getRootNode() && e.getRootNode().host); } return null",
                    selector);
            if (there != null) {
                assertTrue(Boolean.TRUE.equals(there), "the focus can be seen on " + selector);
                return focused();
            }
            // To the page, not to the element: not everything that has the focus takes WebDriver's typing.
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        }
        throw new AssertionError(selector + " cannot be reached with Tab");
    }

    /** Presses a key, with another one held down, on whatever has the focus. */
    public void press(Keys held, Keys key) {
        new Actions(browser.driver()).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** What has the focus. */
    public WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }
}
