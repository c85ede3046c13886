package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.page.TimePage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** A studierektor enters leave, part time and a credit and sees the end move; the doctor sees it, too. */
@Tag("browser")
class TimeTest {
    @Test
    void whatIsEnteredMovesTheEnd() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        LocalDate from = DemoProgram.today().plusDays(10);
        try (Browser desk = Browser.open(address, Browser.DESK);
                Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            TimePage page = TimePage.open(desk, programme);
            desk.assertAccessible();
            int before = page.shifts().size();

            page.leave(from.toString(), from.plusDays(29).toString(), 100);
            page.awaitShift("+30 dagar");
            page.awaitFocus("add-leave");
            desk.assertAccessible();
            desk.picture("time-leave");

            page.credit(6);
            page.awaitShift("Tillgodoräknat 6 månader, doktorsexamen");
            page.awaitFocus("add-credit");
            page.rate(from.plusYears(2).toString(), 50);
            page.awaitShift("Deltid 50 % från");
            assertEquals(before + 3, page.shifts().size(), page.shifts()::toString);
            desk.assertAccessible();
            desk.picture("time-all");

            page.rowButton("Ta bort: Doktorsexamen");
            page.awaitNoShift("doktorsexamen");
            desk.assertAccessible();
            page.undo();
            page.awaitShift("Tillgodoräknat 6 månader, doktorsexamen");

            SignInPage.open(phone).signIn("st", DemoRegion.PASSWORD);
            TimePage own = TimePage.open(phone, programme);
            assertTrue(own.shifts().stream().anyMatch(row -> row.contains("Ledighet 100 %")), own.shifts()::toString);
            assertFalse(own.mayAdd());
            phone.assertAccessible();
        }
    }

    @Test
    void aMainSupervisorsTimeCanBeEnded() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            desk.go("/trainee/" + programme);
            Fields fields = new Fields(desk);
            fields.byId("appoint-supervisor");
            desk.driver()
                    .findElement(By.cssSelector("vaadin-button[aria-label='Avsluta: Johan Berg']"))
                    .sendKeys(Keys.ENTER);
            fields.day("appointment-end", DemoProgram.today().plusDays(3).toString());
            desk.picture("end-supervisor");
            fields.press("form-save");
            desk.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM main_supervisor WHERE programme_id = ? AND valid_to = ?",
                                    programme,
                                    DemoProgram.today().plusDays(3))
                            == 1);
            desk.assertAccessible();
        }
    }
}
