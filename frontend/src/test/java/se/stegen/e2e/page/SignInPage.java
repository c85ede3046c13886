package se.stegen.e2e.page;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.e2e.Browser;

/** The sign-in page. */
public final class SignInPage {
    private final Browser browser;

    private SignInPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens it. */
    public static SignInPage open(Browser browser) {
        browser.go("/sign-in");
        return shown(browser);
    }

    /** The page that one was led to. */
    public static SignInPage shown(Browser browser) {
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.name("username")));
        return new SignInPage(browser);
    }

    /** Signs in, with the keyboard only. */
    public HomePage signIn(String username, String password) {
        attempt(username, password);
        browser.await().until(ExpectedConditions.not(ExpectedConditions.urlContains("/sign-in")));
        return new HomePage(browser);
    }

    /** Tries to, whatever comes of it. */
    public void attempt(String username, String password) {
        WebElement name = browser.driver().findElement(By.name("username"));
        name.sendKeys(username, Keys.TAB);
        browser.driver().findElement(By.name("password")).sendKeys(password, Keys.ENTER);
    }
}
