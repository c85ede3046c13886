package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;
import se.stegen.e2e.vaadin.Fields;

/** A clinic's lights. */
public final class ClinicPage {
    private final Browser browser;

    private ClinicPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens it. */
    public static ClinicPage open(Browser browser, long clinicId) {
        browser.go("/clinic/" + clinicId);
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("light-SUPERVISION")));
        return new ClinicPage(browser);
    }

    /** The fraction of a light, as it is shown. */
    public String fraction(String code) {
        return browser.driver()
                .findElement(By.cssSelector("[data-figure='" + code + "']"))
                .getText();
    }

    /** Waits until a light shows another fraction, without the page being loaded again. */
    public void awaitFraction(String code, String fraction) {
        browser.await().until(ExpectedConditions.textToBe(By.cssSelector("[data-figure='" + code + "']"), fraction));
    }

    /** Opens the doctors behind a light. */
    public ClinicPage openLight(String code) {
        new Fields(browser).press("light-" + code);
        return this;
    }

    /** What the list of doctors says. */
    public String doctors() {
        return new Fields(browser).byId("clinic-doctors").getText();
    }
}
