package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.testing.Fixtures;

/** A signed record shows its signature, prints it, and whoever holds the print can check it without signing in. */
@Tag("browser")
class ProofOnScreenTest {
    @Test
    void theSignatureIsShownPrintedAndCheckedByAnybody() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        String link = "";
        for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
            for (boolean dark : new boolean[] {false, true}) {
                String suffix = "-" + width + (dark ? "-dark" : "");
                try (Browser doctor = Browser.open(address, width, dark)) {
                    SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
                    for (String kind : new String[] {"supervision", "assessment"}) {
                        doctor.go("/" + kind + "/"
                                + Fixtures.number(
                                        "SELECT MAX(id) FROM " + kind
                                                + " WHERE state = 'SIGNED' AND signing_method = 'SIGNED_IN' AND programme_id = ?",
                                        programme));
                        WebElement card = doctor.await()
                                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".signature")));
                        assertTrue(card.getText().contains("Johan Berg"), card.getText());
                        doctor.assertAccessible();
                        doctor.script("arguments[0].scrollIntoView({block: 'end'})", card);
                        doctor.picture("signature-" + kind + suffix);
                        link = String.valueOf(card.findElement(By.tagName("a")).getDomAttribute("href"));
                        if (!dark) {
                            print(doctor, kind, width);
                        }
                    }
                }
                try (Browser anybody = Browser.open(address, width, dark)) {
                    anybody.go("/" + link.replaceFirst("^/", ""));
                    assertEquals("Stämmer", word(anybody));
                    anybody.assertAccessible();
                    anybody.picture("verify" + suffix);
                    anybody.go("/verify/" + "A".repeat(22));
                    assertEquals("Finns inte", word(anybody));
                    anybody.assertAccessible();
                    anybody.picture("verify-unknown" + suffix);
                }
            }
        }
    }

    private static void print(Browser doctor, String kind, int width) {
        ((ChromeDriver) doctor.driver()).executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        WebElement qr = doctor.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".qr")));
        assertTrue(String.valueOf(qr.getDomAttribute("aria-label")).contains("/verify/"));
        doctor.script("arguments[0].scrollIntoView({block: 'end'})", qr);
        doctor.picture("print-" + kind + "-" + width);
        ((ChromeDriver) doctor.driver()).executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    private static String word(Browser browser) {
        return browser.await()
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".notice h2")))
                .getText();
    }
}
