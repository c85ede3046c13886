package se.stegen.e2e.vaadin;

import java.util.HashSet;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import se.stegen.e2e.Browser;

/** A thumb that is counted: every tap, those into text fields included, and every text field that is typed into. */
public final class Taps {
    private final Browser browser;
    private final Set<String> fields = new HashSet<>();
    private int taps;

    /** Counts from here. */
    public Taps(Browser browser) {
        this.browser = browser;
    }

    /** Taps what the selector finds, once it can be tapped. */
    public void tap(String selector) {
        browser.press(By.cssSelector(selector));
        taps++;
    }

    /** Taps into a text field and types. */
    public void type(String id, String text) {
        tap("#" + id);
        WebElement input = browser.driver().switchTo().activeElement();
        input.sendKeys(text);
        // Leaving it costs a thumb nothing: the next tap does it.
        input.sendKeys(Keys.TAB);
        fields.add(id);
    }

    /** Taps so far. */
    public int taps() {
        return taps;
    }

    /** Text fields typed into so far. */
    public int fields() {
        return fields.size();
    }
}
