package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.ClinicPage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** What a binder holds, from the file to the clinic's light and the doctor's list; and what to do about a light. */
@Tag("browser")
class HistoryTest {
    private static final String KIRURGI = "SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'";

    @TempDir
    Path folder;

    private static void upload(Browser browser, String id, Path file) {
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
        browser.script(
                "document.getElementById(arguments[0]).shadowRoot.querySelector('input').style.display = 'block'", id);
        browser.driver()
                .findElement(By.id(id))
                .getShadowRoot()
                .findElement(By.cssSelector("input[type=file]"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    @Test
    void fromAFileWithAWrongRowToTheLightAndTheDoctorsList() throws IOException {
        String address = DemoProgram.fresh();
        DemoProgram.oneShort();
        long clinic = Fixtures.number(KIRURGI);
        long programme = DemoProgram.programme("st");
        LocalDate day = DemoProgram.today().minusDays(20);
        Path file = Files.writeString(folder.resolve("pärm.csv"), """
                läkare;typ;datum;signerad av;anteckning
                st;Handledarsamtal;%s;Anna Ek;Ur pärmen
                st;Handledarsamtal;i våras;Anna Ek;
                """.formatted(day));
        Path scan = Files.writeString(folder.resolve("sida.pdf"), "%PDF-1.4\n%%EOF");
        try (Browser desk = Browser.open(address, Browser.DESK);
                Browser other = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            ClinicPage lights = ClinicPage.open(desk, clinic);
            String before = lights.fraction("SUPERVISION");
            SignInPage.open(other).signIn("studierektor", DemoRegion.PASSWORD);
            other.go("/clinic-history/" + clinic);
            Fields fields = new Fields(other);
            fields.write("history-origin", "ST-pärm");
            other.assertAccessible();
            other.picture("clinic-history-1280");
            upload(other, "history-upload", file);

            other.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("history-summary"), "Fel: 1"));
            other.assertAccessible();
            other.picture("history-draft-1280");
            assertTrue(fields.byId("row-look-3").getText().contains("i våras"), "the text stays beside it");
            fields.press("row-correct-3");
            fields.write("row-field-DATE", day.minusDays(30).toString());
            other.picture("history-row-1280");
            fields.press("form-save");
            other.await()
                    .until(ExpectedConditions.not(
                            ExpectedConditions.textToBePresentInElementLocated(By.id("history-summary"), "Fel")));
            // A reload loses nothing.
            other.driver().navigate().refresh();
            other.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("history-summary"), "Klar: 2"));
            fields.press("history-apply");
            upload(other, "scan-upload-" + programme, scan);
            other.await().until(ExpectedConditions.presenceOfElementLocated(By.linkText("sida.pdf")));
            other.assertAccessible();
            other.picture("history-batch-1280");
            lights.awaitFraction("SUPERVISION", oneMore(before));
        }
        try (Browser doctor = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            doctor.go("/supervisions/" + programme);
            doctor.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("transferred"), "Anna Ek"));
            String card = doctor.driver().findElement(By.id("transferred")).getText();
            assertTrue(card.contains("Överfört") && card.contains("ST-pärm"), card);
            doctor.assertAccessible();
            doctor.picture("supervisions-transferred-360");
            doctor.go("/history/" + programme);
            doctor.await().until(ExpectedConditions.presenceOfElementLocated(By.linkText("sida.pdf")));
            doctor.assertAccessible();
            doctor.picture("history-own-360");
        }
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM supervision WHERE programme_id = ? AND held_on = ?", programme, day));
    }

    private static String oneMore(String fraction) {
        String[] parts = fraction.split("/", 2);
        return (Integer.parseInt(parts[0]) + 1) + "/" + parts[1];
    }

    @Test
    void fromALightManyAreRemindedAtOnceAndEachOnceAWeek() {
        String address = DemoProgram.fresh();
        long clinic = Fixtures.number(KIRURGI);
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            ClinicPage.open(desk, clinic).openLight("SUPERVISION");
            Fields fields = new Fields(desk);
            fields.press("target-open");
            fields.press("target-all");
            fields.press("target-to-supervisor");
            desk.assertAccessible();
            desk.picture("target-panel-1280");
            fields.press("target-remind");
            desk.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("target-result"), "huvudhandledaren"));
            long reminded = Fixtures.number("SELECT COUNT(*) FROM target_reminder WHERE clinic_id = ?", clinic);
            assertTrue(reminded > 1, "several at once: " + reminded);
            assertEquals(
                    2 * reminded,
                    Fixtures.number("SELECT COUNT(*) FROM outbox_mail WHERE subject LIKE 'Påminnelse: %'"));
            desk.assertAccessible();
            desk.picture("target-done-1280");
            assertEquals(
                    "true",
                    String.valueOf(fields.byId("target-all").getDomProperty("disabled")),
                    "nobody is left this week");
        }
    }

    @Test
    void anAdminClosesAClinicAndOpensItAgain() {
        String address = DemoProgram.fresh();
        long empty = Fixtures.insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) SELECT 'Aftonkliniken', organisation_id,"
                        + " 'kirurgi' FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("admin", DemoRegion.PASSWORD);
            desk.go("/admin");
            Fields fields = new Fields(desk);
            fields.press("clinic-close-" + empty);
            fields.day("closing-day", DemoProgram.today().toString());
            fields.write("closing-reason", "Flyttar");
            desk.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("closing-who"), "Ingen tjänst fortsätter"));
            desk.assertAccessible();
            desk.picture("closing-1280");
            fields.press("form-save");
            desk.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("clinic-close-" + empty), "Öppna igen"));
            assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM clinic_closing WHERE clinic_id = ?", empty));
            fields.press("clinic-close-" + empty);
            desk.await()
                    .until(driver ->
                            Fixtures.number("SELECT COUNT(*) FROM clinic_closing WHERE clinic_id = ?", empty) == 0);
        }
    }
}
