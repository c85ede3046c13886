package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.HomePage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.page.SupervisionPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** What goes wrong in a browser: a clear message, nothing lost, nothing half-saved. */
@Tag("browser")
class BadInputTest {
    private static String address = "";

    @BeforeAll
    static void demo() {
        address = DemoProgram.fresh();
    }

    @Test
    void aWrongPasswordAndAnUnknownNameSayTheSame() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).attempt("verksamhetschef", "fel lösenord här");
            String wrong = message(browser);
            SignInPage.open(browser).attempt("ingen.alls", "fel lösenord här");
            assertEquals(wrong, message(browser));
            browser.assertAccessible();
        }
    }

    @Test
    void aForeignAndAnUnknownRecordAreNotFound() {
        long foreign = Fixtures.number(
                "SELECT id FROM supervision WHERE programme_id = ? LIMIT 1", DemoProgram.programme("annan.st"));
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            signIn(browser, "st");
            for (String path : new String[] {
                "/supervision/" + foreign, "/supervision/999999999", "/supervision/x", "/clinic/1", "/admin/people"
            }) {
                browser.go(path);
                String title = browser.await()
                        .until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")))
                        .getText();
                assertEquals("Här finns ingenting för dig", title, path);
                assertFalse(String.valueOf(browser.driver().getPageSource()).contains("at se.stegen"), path);
            }
        }
    }

    @Test
    void twoWritersAreShownBothTextsAndNothingIsLost() {
        try (Browser doctor = Browser.open(address, Browser.DESK);
                Browser other = Browser.open(address, Browser.DESK)) {
            SupervisionPage first = signIn(doctor, "st").logSupervision();
            first.write("Doktorns första", "");
            first.awaitSaved();
            signIn(other, "handledare");
            SupervisionPage second = SupervisionPage.open(other, first.id());
            second.write("Handledarens text", "");
            awaitMinutes(first.id(), "Handledarens text", other);
            first.write("Doktorns andra", "");
            WebElement dialog = doctor.await()
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("vaadin-dialog[opened]")));
            doctor.await()
                    .until(driver -> dialog.getText().contains("Handledarens text")
                            && dialog.getText().contains("Doktorns andra"));
            doctor.assertAccessible();
            doctor.picture("conflict");
            new Fields(doctor).press("conflict-confirm");
            doctor.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM supervision WHERE id = ? AND minutes LIKE '%Doktorns andra%'",
                                    first.id())
                            == 1);
        }
    }

    @Test
    void aConnectionLostInAFormIsToldAndTheTextIsSavedWhenItIsBack() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SupervisionPage session = signIn(browser, "st").logSupervision();
            session.write("Före avbrottet", "");
            session.awaitSaved();
            browser.offline(true);
            session.write("Före avbrottet och efter", "");
            browser.await()
                    .until(ExpectedConditions.visibilityOfElementLocated(
                            By.cssSelector("vaadin-connection-indicator, .v-reconnect-dialog")));
            browser.offline(false);
            awaitMinutes(session.id(), "Före avbrottet och efter", browser);
        }
    }

    @Test
    void aHundredKilobytesAreRefusedInWordsAndKeptOnTheScreen() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SupervisionPage session = signIn(browser, "st").logSupervision();
            session.write("Kort", "");
            session.awaitSaved();
            WebElement area = new Fields(browser).input("supervision-minutes");
            browser.script(
                    "arguments[0].value = 'å'.repeat(100000);"
                            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true, composed: true}));"
                            + "arguments[0].dispatchEvent(new Event('change', {bubbles: true, composed: true}));",
                    area);
            browser.await()
                    .until(driver -> browser.driver()
                            .findElement(By.id("saved"))
                            .getText()
                            .contains("20"));
            assertEquals(100_000, session.minutes().length());
            assertEquals(4, Fixtures.number("SELECT CHAR_LENGTH(minutes) FROM supervision WHERE id = ?", session.id()));
        }
    }

    @Test
    void aDoubleClickSendsOnce() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SupervisionPage session = signIn(browser, "st").logSupervision();
            session.write("Dubbelklick", "");
            session.awaitSaved();
            browser.script("const b = document.getElementById('supervision-send'); b.click(); b.click(); b.click();");
            session.awaitState("Skickad");
            assertEquals(
                    1,
                    Fixtures.number(
                            "SELECT COUNT(*) FROM state_change WHERE record_kind = 'SUPERVISION' AND record_id = ?"
                                    + " AND to_state = 'SENT'",
                            session.id()));
        }
    }

    @Test
    void aSignInThatWasEndedElsewhereLeadsToTheSignInPageAndTheDraftIsKept() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SupervisionPage session = signIn(browser, "st").logSupervision();
            session.write("Före slutet", "");
            session.awaitSaved();
            long id = session.id();
            Fixtures.execute("UPDATE sign_in SET ended_at = NOW(6) WHERE ended_at IS NULL AND person_id ="
                    + " (SELECT id FROM person WHERE username = 'st')");
            new Fields(browser).press("supervision-send");
            browser.await().until(ExpectedConditions.urlContains("/sign-in?error=NOT_SIGNED_IN"));
            signIn(browser, "st");
            assertEquals("Före slutet", SupervisionPage.open(browser, id).minutes());
            session.awaitState("Utkast");
        }
    }

    @Test
    void aSessionThatTheServerLostBringsThePageAnewWithWhatWasSaved() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SupervisionPage session = signIn(browser, "st").logSupervision();
            session.write("Före omstarten", "");
            session.awaitSaved();
            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            browser.script("window.before = true; document.getElementById('supervision-send').click()");
            browser.await().until(driver -> browser.script("return window.before ?? null") == null);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("supervision-send")));
            assertEquals("Före omstarten", session.minutes());
            assertFalse(String.valueOf(browser.driver().getCurrentUrl()).contains("sign-in"));
        }
    }

    @Test
    void signingOutReallyEndsIt() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            signIn(browser, "annan.handledare");
            Cookie signedIn = Objects.requireNonNull(browser.driver().manage().getCookieNamed("stegen-sign-in"));
            new Fields(browser).press("sign-out");
            browser.await().until(ExpectedConditions.urlContains("/sign-in"));
            browser.driver().manage().addCookie(signedIn);
            browser.go("/");
            browser.await().until(ExpectedConditions.urlContains("/sign-in"));
            assertTrue(browser.driver().findElements(By.id("todo")).isEmpty());
        }
    }

    private static String message(Browser browser) {
        browser.await().until(ExpectedConditions.urlContains("error="));
        // The form's parts lie in shadow roots.
        return browser.await().until(driver -> {
            Object text = browser.script("const find = root => { for (const e of root.querySelectorAll('*')) {"
                    + " if (e.getAttribute('part') === 'error-message' && e.innerText.trim()) return e.innerText;"
                    + " const inner = e.shadowRoot && find(e.shadowRoot); if (inner) return inner; } return null; };"
                    + "return find(document)");
            return text == null ? null : text.toString();
        });
    }

    private static void awaitMinutes(long id, String text, Browser browser) {
        browser.await()
                .until(driver ->
                        Fixtures.number("SELECT COUNT(*) FROM supervision WHERE id = ? AND minutes = ?", id, text)
                                == 1);
    }

    private static HomePage signIn(Browser browser, String username) {
        return SignInPage.open(browser).signIn(username, DemoRegion.PASSWORD);
    }
}
