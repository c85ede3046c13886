package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.Actor;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.rest.TestServer;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
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

    @Test
    void theAgendaStandsBesideTheMinutesAndSaysWhatIsOpen() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        Actor doctor = DemoProgram.actor("st");
        Actor supervisor = DemoProgram.actor("handledare");
        SupervisionService sessions = TestServer.bean(SupervisionService.class);
        SupervisionData held =
                new SupervisionData(DemoProgram.today(), supervisor.personId(), false, List.of(), "x", "Läs på");
        long returned = sessions.create(doctor, programme, held, false).id();
        sessions.send(doctor, returned, null);
        sessions.giveBack(supervisor, returned, null, "Mer");
        Fixtures.execute(
                "UPDATE assessment SET state = 'SENT', sent_at = '2020-01-01' WHERE programme_id = ?"
                        + " AND state IN ('DRAFT', 'RETURNED', 'SENT')",
                programme);
        Fixtures.execute(
                "UPDATE iup_version SET approved_on = DATE_SUB(approved_on, INTERVAL 2 YEAR) WHERE programme_id = ?",
                programme);
        long planned = sessions.create(doctor, programme, held, true).id();
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("handledare", DemoRegion.PASSWORD);
            desk.go("/supervision/" + planned);
            desk.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("agenda")));
            String said = String.valueOf(desk.script("return document.getElementById('agenda').textContent"));
            assertTrue(said.contains("Ett samtal är åter för komplettering"), said);
            assertTrue(said.contains("inte besvarats på en vecka"), said);
            assertTrue(said.contains("IUP behöver revideras"), said);
            assertEquals(
                    true,
                    desk.script("const form = document.querySelector('.beside > :first-child').getBoundingClientRect();"
                            + "const agenda = document.getElementById('agenda').getBoundingClientRect();"
                            + "return agenda.left >= form.right && Math.abs(agenda.top - form.top) < 40"));
            desk.assertAccessible();
            desk.picture("session-agenda-1280");
            desk.press(By.cssSelector("#agenda vaadin-button"));
            desk.await()
                    .until(driver ->
                            String.valueOf(Fixtures.text("SELECT minutes FROM supervision WHERE id = ?", planned))
                                            .length()
                                    > 3);
        }
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("st", DemoRegion.PASSWORD);
            phone.go("/supervision/" + planned);
            phone.await().until(ExpectedConditions.presenceOfElementLocated(By.id("agenda")));
            phone.assertAccessible();
            phone.picture("session-agenda-360");
        }
    }
}
