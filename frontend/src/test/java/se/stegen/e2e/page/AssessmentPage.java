package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import se.stegen.e2e.Browser;

/** One assessment: the request, or the answer. */
public final class AssessmentPage extends RecordPage {
    AssessmentPage(Browser browser) {
        super(browser, "assessment");
    }

    /** Opens an assessment. */
    public static AssessmentPage open(Browser browser, long id) {
        browser.go("/assessment/" + id);
        return new AssessmentPage(browser);
    }

    /** Tells the situation. */
    public AssessmentPage context(String text) {
        fields.write("assessment-context", text);
        return this;
    }

    /** Adds a goal by its code. */
    public AssessmentPage goal(String code) {
        fields.choose("assessment-goals", code);
        return this;
    }

    /** Sends the request. */
    public void send() {
        fields.press("assessment-send");
        awaitState("Skickad");
    }

    /** Writes both comments. */
    public AssessmentPage comments(String doMore, String workOn) {
        fields.write("answer-do-more", doMore);
        fields.write("answer-work-on", workOn);
        return this;
    }

    /** What stands in "Gör mer av". */
    public String doMore() {
        return fields.read("answer-do-more");
    }

    /** Touches a step of the scale. */
    public AssessmentPage touch(int step) {
        browser.press(By.cssSelector("#answer-overall vaadin-radio-button:nth-of-type(" + step + ")"));
        return this;
    }

    /** Answers the scale with a digit. */
    public AssessmentPage digit(int step) {
        WebElement first = browser.driver().findElement(By.cssSelector("#answer-overall input"));
        browser.script("arguments[0].focus()", first);
        first.sendKeys(Integer.toString(step));
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return document.querySelectorAll('#answer-overall vaadin-radio-button')[arguments[0]].checked",
                        step - 1)));
        return this;
    }

    /** Signs it. */
    public void sign() {
        fields.press("assessment-sign");
        confirm();
        awaitState("Signerad");
    }
}
