package se.stegen.e2e.page;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;

/** The home page with "Att göra". */
public final class HomePage {
    private final Browser browser;

    HomePage(Browser browser) {
        this.browser = browser;
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
    }

    /** Opens it for somebody who is signed in. */
    public static HomePage open(Browser browser) {
        browser.go("/");
        return new HomePage(browser);
    }

    /** The lines of "Att göra". */
    public List<String> todo() {
        return browser.driver().findElements(By.cssSelector("#todo li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Starts a supervision session. */
    public SupervisionPage logSupervision() {
        new Fields(browser).press("log-supervision");
        return new SupervisionPage(browser);
    }

    /** Starts a request. */
    public AssessmentPage askForAssessment() {
        new Fields(browser).press("ask-assessment");
        return new AssessmentPage(browser);
    }
}
