package se.stegen.e2e.page;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;

/** A plan (IUP): its board. */
public final class IupPage {
    private final Browser browser;
    private final Fields fields;

    private IupPage(Browser browser) {
        this.browser = browser;
        fields = new Fields(browser);
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#board .board, .plan-list")));
    }

    /** Opens a programme's plan. */
    public static IupPage open(Browser browser, long programme) {
        browser.go("/iup/" + programme);
        return new IupPage(browser);
    }

    /** Goes to one's own plan by the menu. */
    public static IupPage byMenu(Browser browser) {
        new Fields(browser).press("nav-iup");
        return new IupPage(browser);
    }

    /** Draws an activity in the row of a goal, from one share of the time to another, and opens its fields by that. */
    public IupPage draw(String goal, double from, double to) {
        WebElement lane = lane(goal);
        show(lane);
        int half = lane.getSize().getWidth() / 2;
        int width = lane.getSize().getWidth();
        new Actions(browser.driver())
                .moveToElement(lane, (int) (from * width) - half, 0)
                .clickAndHold()
                .moveByOffset((int) ((to - from) * width / 2), 0)
                .moveByOffset((int) ((to - from) * width / 2), 0)
                .release()
                .perform();
        fields.byId("item-title");
        return this;
    }

    /** Writes the open activity's title and further goals, and closes it once that is saved. */
    public void describe(String title, String method, List<String> goals) {
        fields.write("item-title", title);
        if (!method.isEmpty()) {
            fields.write("item-method", method);
        }
        goals.forEach(goal -> fields.choose("item-goals", goal));
        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("item-saved"), "Sparat"));
        done();
        // The focus goes back to the bar, and the page with it.
        browser.await()
                .until(driver -> Boolean.TRUE.equals(
                        browser.script("return (document.activeElement.title || '').startsWith(arguments[0])", title)));
    }

    /** Closes the open activity. */
    public void done() {
        fields.press("item-done");
        browser.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("item-title")));
        // While it fades out its backdrop, in its shadow, still keeps the mouse from what is below.
        browser.await().until(ExpectedConditions.numberOfElementsToBe(By.tagName("vaadin-dialog"), 0));
    }

    /** Drags an activity's bar by months; a part of it is its start, its end or, empty, the whole. */
    public void drag(String title, String goal, String part, int months, int allMonths) {
        double month = lane(goal).getSize().getWidth() / (double) allMonths;
        // The answer to the step before may still draw the bar anew.
        WebElement grip = browser.await()
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> {
                    WebElement bar = driver.findElement(bar(title, goal));
                    show(bar);
                    return part.isEmpty() ? bar : bar.findElement(By.cssSelector(".grip." + part));
                });
        new Actions(browser.driver())
                .clickAndHold(grip)
                .moveByOffset((int) Math.round(month * months / 2), 0)
                .moveByOffset((int) Math.round(month * months) - (int) Math.round(month * months / 2), 0)
                .release()
                .perform();
    }

    /** Drags an activity's bar to the row of another goal, which links it to that, too. */
    public void dragTo(String title, String goal, String other) {
        WebElement bar = browser.driver().findElement(bar(title, goal));
        show(bar);
        new Actions(browser.driver())
                .clickAndHold(bar)
                .moveByOffset(0, 12)
                .moveToElement(lane(other))
                .release()
                .perform();
        browser.await().until(ExpectedConditions.presenceOfElementLocated(bar(title, other)));
    }

    /** Plans an activity with one line. */
    public void quick(String line) {
        WebElement input = fields.input("iup-quick");
        input.sendKeys(line, Keys.ENTER);
        String title = line.split(",", 2)[0];
        browser.await()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("iup-quick-understood"), "Tillagt: " + title));
    }

    /** How a goal stands, in words. */
    public String standing(String goal) {
        return row(goal).findElement(By.className("board-state")).getText();
    }

    /** The goals of the board that stand so. */
    public List<String> goalsThat(String word) {
        return browser.driver().findElements(By.cssSelector(".board-row[data-row]")).stream()
                .filter(row ->
                        row.findElement(By.className("board-state")).getText().contains(word))
                .map(row -> String.valueOf(row.getDomAttribute("data-row")))
                .toList();
    }

    /** Waits until the badge shows the word. */
    public void awaitState(String word) {
        // It may be scrolled out of sight, where WebDriver reads no text.
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return document.getElementById('iup-state')?.textContent.includes(arguments[0])", word)));
    }

    /** Sends the plan for approval. */
    public void send() {
        fields.press("iup-send");
        awaitState("Skickad");
    }

    /** Approves what was sent. */
    public void approve() {
        fields.press("iup-approve");
        fields.press("confirm-yes");
        browser.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("iup-approve")));
    }

    private WebElement row(String goal) {
        return browser.driver().findElement(By.cssSelector(".board-row[data-row='" + goal + "']"));
    }

    private WebElement lane(String goal) {
        return row(goal).findElement(By.className("board-lane"));
    }

    private void show(WebElement element) {
        browser.script("arguments[0].scrollIntoView({block: 'center', inline: 'nearest'})", element);
    }

    private static By bar(String title, String goal) {
        return By.cssSelector(
                ".plan-bar[title^='" + title + " ·']" + (goal.isEmpty() ? "" : "[data-goal='" + goal + "']"));
    }
}
