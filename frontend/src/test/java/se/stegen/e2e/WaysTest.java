package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.Actor;
import se.stegen.access.signin.PinService;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.AssessmentPage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.page.TogetherPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** The other ways in to an answer: together on one phone, by a scanned code; and signing many in a row. */
@Tag("browser")
class WaysTest {
    private static final String PIN = "7391";

    @Test
    void onTheDoctorsPhoneOnlyTheSupervisorsPinSigns() {
        String address = DemoProgram.fresh();
        PinService pins = TestServer.bean(PinService.class);
        pins.set(DemoProgram.actor("handledare"), DemoRegion.PASSWORD, PIN);
        pins.set(DemoProgram.actor("st"), DemoRegion.PASSWORD, "2468");
        long id = draft("handledare");
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("st", DemoRegion.PASSWORD);
            way(phone, id, "assessment-together");
            TogetherPage.open(phone, id).answer("Lugn i rösten", "Sy tätare", 3).awaitSaved();
            phone.assertAccessible();
            phone.picture("together-answer-360");
            TogetherPage page = TogetherPage.open(phone, id);
            assertEquals("Lugn i rösten", page.doMore(), "saved on the doctor's device");
            page.sign("2468");
            String refusal = page.refusal();
            assertTrue(refusal.contains("PIN-koden stämmer inte"), refusal);
            phone.assertAccessible();
            assertEquals(0, number("SELECT COUNT(*) FROM assessment WHERE id = ? AND state = 'SIGNED'", id));
            page.sign(PIN).signed();
            phone.assertAccessible();
        }
        assertEquals(DemoProgram.id("handledare"), number("SELECT signed_by FROM assessment WHERE id = ?", id));
        assertEquals(1, number("SELECT COUNT(*) FROM assessment WHERE id = ? AND signing_method = 'PIN'", id));
    }

    @Test
    void aColleagueScansTheCodeSignsInAndAnswers() throws IOException {
        String address = DemoProgram.fresh();
        long id = draft("verksamhetschef");
        try (Browser doctor = Browser.open(address, Browser.PHONE);
                Browser colleague = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            way(doctor, id, "assessment-code");
            doctor.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".qr svg")));
            doctor.assertAccessible();
            String path = scan(doctor);
            assertTrue(path.startsWith("/take/"), path);

            colleague.go(path);
            colleague.await().until(ExpectedConditions.urlContains("sign-in"));
            SignInPage.shown(colleague).signIn("annan.handledare", DemoRegion.PASSWORD);
            colleague.await().until(ExpectedConditions.urlContains("/assessment/" + id));
            AssessmentPage answer = AssessmentPage.open(colleague, id);
            answer.comments("Säker teknik", "").touch(4).awaitSaved();
            colleague.assertAccessible();
            answer.sign();

            colleague.go(path);
            doctor.go(path);
            String told = doctor.await()
                    .until(ExpectedConditions.visibilityOfElementLocated(By.id("problem")))
                    .getText();
            assertFalse(told.isBlank());
            doctor.assertAccessible();
        }
        assertEquals(DemoProgram.id("annan.handledare"), number("SELECT signed_by FROM assessment WHERE id = ?", id));
    }

    @Test
    void manyAreSignedInARowByKeyboardOnceEachWasOpened() {
        String address = DemoProgram.fresh();
        long handledare = DemoProgram.id("handledare");
        long before = number("SELECT COUNT(*) FROM supervision WHERE supervisor_id = ? AND state = 'SENT'", handledare);
        assertTrue(before >= 2, "the demo has sessions that wait");
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("handledare", DemoRegion.PASSWORD);
            desk.go("/to-sign");
            Fields fields = new Fields(desk);
            Keyboard keyboard = new Keyboard(desk);
            assertEquals("true", fields.byId("to-sign-sign").getDomProperty("disabled"), "nothing is opened yet");
            List<String> sessions = desk.driver().findElements(By.cssSelector("[id^='open-SUPERVISION-']")).stream()
                    .map(row -> String.valueOf(row.getDomAttribute("id")))
                    .toList();
            assertEquals(before, sessions.size());
            for (String session : sessions) {
                keyboard.tabToWhat("#" + session + " vaadin-details-summary");
                new Actions(desk.driver()).sendKeys(Keys.ENTER).perform();
                desk.await()
                        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#" + session + " .card")));
            }
            desk.assertAccessible();
            desk.picture("to-sign-opened-1280");
            desk.await()
                    .until(ExpectedConditions.textToBePresentInElement(
                            fields.byId("to-sign-sign"), "Signera " + before));
            keyboard.tabTo("to-sign-sign");
            new Actions(desk.driver()).sendKeys(Keys.ENTER).perform();
            desk.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("confirm-yes")));
            keyboard.tabTo("confirm-yes");
            new Actions(desk.driver()).sendKeys(Keys.ENTER).perform();
            desk.await().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[id^='open-SUPERVISION-']"), 0));
            desk.assertAccessible();
        }
        assertEquals(
                0, number("SELECT COUNT(*) FROM supervision WHERE supervisor_id = ? AND state = 'SENT'", handledare));
    }

    /** A request of the demo's doctor that is not sent yet. */
    private static long draft(String assessor) {
        Actor st = DemoProgram.actor("st");
        AssessmentRequest request = new AssessmentRequest(
                "dops", DemoProgram.today(), DemoProgram.id(assessor), null, List.of(), List.of(), "Operation 2");
        return TestServer.bean(AssessmentService.class)
                .create(st, DemoProgram.programme("st"), request)
                .id();
    }

    /** Takes another way in from the request's screen. */
    private static void way(Browser browser, long id, String way) {
        AssessmentPage.open(browser, id);
        browser.press(By.cssSelector("#assessment-ways vaadin-menu-bar-button"));
        browser.press(By.id(way));
    }

    /** Reads the code off the screen as a camera does; the answer is the path that it leads to. */
    private static String scan(Browser browser) throws IOException {
        byte[] picture = browser.driver().findElement(By.cssSelector(".qr")).getScreenshotAs(OutputType.BYTES);
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(
                    new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture)))));
            return URI.create(new QRCodeReader().decode(bitmap).getText()).getPath();
        } catch (NotFoundException | com.google.zxing.ChecksumException | com.google.zxing.FormatException e) {
            throw new AssertionError("no code on the screen", e);
        }
    }

    private static long number(String sql, Object... values) {
        return Fixtures.number(sql, values);
    }
}
