package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** The term's sessions booked in one go, one of them moved and cancelled; what was not held is seen by who leads. */
@Tag("browser")
class SeriesTest {
    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void bookedMovedCancelledAndSeen(int width) {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        long before = Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", programme);
        try (Browser browser = Browser.open(address, width)) {
            SignInPage.open(browser).signIn("st", DemoRegion.PASSWORD);
            browser.go("/supervisions/" + programme);
            Fields fields = new Fields(browser);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("not-held")));
            browser.assertAccessible();
            browser.assertNoSidewaysScrolling();
            browser.picture("supervisions-not-held-" + width);
            fields.press("supervision-series");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("series-book")));
            fields.write("series-count", "3");
            fields.write("series-every", "1");
            browser.await().until(ExpectedConditions.textToBe(By.id("series-book"), "Boka 3 samtal"));
            browser.assertAccessible();
            browser.picture("series-" + width);
            fields.press("series-book");
            browser.await()
                    .until(driver ->
                            Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", programme)
                                    == before + 3);

            long last = Fixtures.number(
                    "SELECT MAX(id) FROM supervision WHERE programme_id = ? AND state = 'PLANNED'", programme);
            browser.go("/supervision/" + last);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("supervision-move")));
            browser.assertAccessible();
            browser.picture("session-planned-" + width);
            fields.press("supervision-move");
            fields.write("move-reason", "Jour den dagen");
            fields.write("session-place", "Rum 7");
            browser.assertAccessible();
            browser.picture("session-move-" + width);
            fields.press("form-save");
            browser.await()
                    .until(driver -> "Rum 7"
                            .equals(Fixtures.text("SELECT COALESCE(place, '') FROM supervision WHERE id = ?", last)));
            browser.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("form-save")));
            fields.press("supervision-cancel");
            fields.write("move-reason", "Kurs hela veckan");
            fields.press("form-save");
            browser.await()
                    .until(driver ->
                            "CANCELLED".equals(Fixtures.text("SELECT state FROM supervision WHERE id = ?", last)));
            assertEquals(
                    1,
                    Fixtures.number(
                            "SELECT COUNT(*) FROM appointment WHERE kind = 'SUPERVISION' AND record_id = ?"
                                    + " AND cancelled_at IS NOT NULL AND sequence = 2",
                            last));

            browser.go("/settings");
            fields.press("calendar-make");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("calendar-address")));
            assertTrue(fields.read("calendar-address").endsWith(".ics"), fields.read("calendar-address"));
            browser.assertAccessible();
            browser.assertNoSidewaysScrolling();
            browser.picture("settings-calendar-" + width);
        }
        try (Browser browser = Browser.open(address, width)) {
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.go("/clinic/" + clinic);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("clinic-not-held")));
            browser.assertAccessible();
            browser.assertNoSidewaysScrolling();
            browser.picture("clinic-waiting-" + width);
        }
    }
}
