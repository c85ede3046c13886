package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;

/** An assessment that is answered on the doctor's device. */
public final class TogetherPage extends RecordPage {
    TogetherPage(Browser browser) {
        super(browser, "together");
    }

    /** Opens it. */
    public static TogetherPage open(Browser browser, long id) {
        browser.go("/together/" + id);
        return new TogetherPage(browser);
    }

    /** Writes the comments and touches a step of the scale. */
    public TogetherPage answer(String doMore, String workOn, int step) {
        fields.write("answer-do-more", doMore);
        fields.write("answer-work-on", workOn);
        browser.press(By.cssSelector("#answer-overall vaadin-radio-button:nth-of-type(" + step + ")"));
        return this;
    }

    /** What stands in "Gör mer av". */
    public String doMore() {
        return fields.read("answer-do-more");
    }

    /** Tries to sign with a PIN. */
    public TogetherPage sign(String pin) {
        fields.write("together-pin", pin);
        fields.press("together-sign");
        return this;
    }

    /** What is told at the PIN once it was refused. */
    public String refusal() {
        Object told = browser.await()
                .until(driver -> browser.script("const pin = document.getElementById('together-pin');"
                        + " return pin.invalid && pin.errorMessage || null"));
        return String.valueOf(told);
    }

    /** Waits for the assessment that was signed. */
    public AssessmentPage signed() {
        browser.await().until(ExpectedConditions.urlContains("/assessment/"));
        AssessmentPage page = new AssessmentPage(browser);
        page.awaitState("Signerad");
        return page;
    }
}
