package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** Attendance by the code in the room, and self-study by one press. */
@Tag("browser")
class AttendanceTest {
    @Test
    void theListFillsAsPeopleScanTheCode() throws IOException {
        String address = DemoProgram.fresh();
        long session = Fixtures.number(
                "SELECT MAX(id) FROM teaching_session WHERE held_on = ? AND cancelled = FALSE", DemoProgram.today());
        try (Browser screen = Browser.open(address, Browser.DESK);
                Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(screen).signIn("handledare", DemoRegion.PASSWORD);
            screen.go("/teaching-session/" + session);
            screen.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".qr svg")));
            screen.assertAccessible();
            screen.picture("attendance-1280");
            String path = scan(screen);
            assertTrue(path.startsWith("/here/"), path);

            phone.go(path);
            phone.await().until(ExpectedConditions.urlContains("sign-in"));
            SignInPage.shown(phone).signIn("st", DemoRegion.PASSWORD);
            phone.await().until(ExpectedConditions.urlContains(path));
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("i-am-here")));
            phone.assertAccessible();
            phone.picture("here-360");
            phone.press(By.id("i-am-here"));
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".notice.good")));
            phone.assertAccessible();

            // Nobody touches the screen in the room.
            screen.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("attendance-list"), "Anna Lind"));
            assertEquals(
                    "1 närvarande", new Fields(screen).byId("attendance-count").getText());

            Fields fields = new Fields(screen);
            fields.choose("attendance-person", "Henrik");
            fields.press("attendance-note");
            screen.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("attendance-list"), "Henrik Strand"));
            screen.assertAccessible();
        }
        try (Browser elsewhere = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(elsewhere).signIn("annan.st", DemoRegion.PASSWORD);
            elsewhere.go("/teaching-session/" + session);
            elsewhere.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
            assertTrue(elsewhere.driver().findElements(By.id("attendance-list")).isEmpty());
        }
        assertEquals(
                2, Fixtures.number("SELECT COUNT(*) FROM teaching_attendance WHERE teaching_session_id = ?", session));
    }

    @Test
    void anHourOfSelfStudyIsOnePress() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        String logged = "SELECT COUNT(*) FROM self_study WHERE programme_id = ? AND hours = 1";
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("st", DemoRegion.PASSWORD);
            Fields fields = new Fields(phone);
            fields.press("study-hour");
            phone.await().until(driver -> Fixtures.number(logged, programme) == 1);
            phone.assertAccessible();
            assertEquals(
                    1,
                    Fixtures.number(
                            "SELECT COUNT(*) FROM self_study_goal g JOIN self_study s ON s.id = g.self_study_id"
                                    + " WHERE s.programme_id = ? AND s.hours = 1",
                            programme),
                    "for the goals of the last time");
            fields.undo();
            phone.await().until(driver -> Fixtures.number(logged, programme) == 0);
            phone.go("/studies/" + programme);
            fields.press("study-log");
            fields.write("study-hours", "0,3");
            fields.press("form-save");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("form-problem"), "kvartar"));
            phone.assertAccessible();
            phone.picture("study-log-360");
        }
    }

    /** Reads the code off the screen as a camera does; the answer is the path that it leads to. */
    private static String scan(Browser browser) throws IOException {
        byte[] picture = browser.driver().findElement(By.cssSelector(".qr")).getScreenshotAs(OutputType.BYTES);
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(
                    new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture)))));
            return URI.create(new QRCodeReader().decode(bitmap).getText()).getPath();
        } catch (ReaderException e) {
            throw new AssertionError("no code on the screen", e);
        }
    }
}
