package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.signin.OneTimeLinkService;
import se.stegen.common.ReferenceData;
import se.stegen.database.TestDatabase;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** The first administrator of an empty installation; and a doctor who has nothing but a keyboard. */
@Tag("browser")
class FirstStepsTest {
    private static final String PASSWORD = "ett långt lösenord åäö";

    @Test
    void theFirstAdministratorComesInByTheLinkThatTheStartPrints() {
        String address = TestServer.address();
        TestDatabase.clear();
        TestServer.context().getBeansOfType(ReferenceData.class).forEach(ReferenceData::load);
        String link = TestServer.bean(OneTimeLinkService.class)
                .forFirstAdmin()
                .orElseThrow()
                .path();
        try (Browser browser = Browser.open(address, Browser.PHONE)) {
            browser.go(link);
            Fields fields = new Fields(browser);
            fields.write("name", "Rut Fjällman");
            fields.write("email", "rut@norrviken.example");
            fields.write("username", "rut");
            fields.write("password", "för kort");
            browser.assertAccessible();
            browser.picture("set-password-360");
            fields.press("save");
            assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM person"));
            fields.write("password", PASSWORD);
            fields.press("save");
            browser.await().until(driver -> Fixtures.number("SELECT COUNT(*) FROM person") == 1);
            SignInPage.open(browser).signIn("rut", PASSWORD);
            browser.go("/admin");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
            browser.assertAccessible();
            browser.go(link);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
            assertTrue(browser.driver().findElements(By.id("save")).isEmpty(), "the link works once");
        }
    }

    @Test
    void aSessionIsLoggedAndSentWithTheKeyboardOnly() {
        String address = DemoProgram.fresh();
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("st", DemoRegion.PASSWORD);
            Keyboard keyboard = new Keyboard(browser);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("log-supervision")));
            keyboard.tabTo("log-supervision").sendKeys(Keys.ENTER);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("supervision-minutes")));
            keyboard.tabTo("supervision-minutes").sendKeys("Skrivet utan mus");
            keyboard.tabTo("supervision-agreed").sendKeys("Inget nytt");
            keyboard.tabTo("supervision-send").sendKeys(Keys.ENTER);
            browser.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM supervision WHERE minutes = 'Skrivet utan mus' AND state = 'SENT'")
                            == 1);
        }
    }
}
