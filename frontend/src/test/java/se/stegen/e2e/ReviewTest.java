package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.spur.SpurFiles;
import se.stegen.spur.SpurTexts;
import se.stegen.testing.Fixtures;

/** A SPUR report from the file to an action that is closed. */
@Tag("browser")
class ReviewTest {
    @TempDir
    Path folder;

    private static void upload(Browser browser, Path file) {
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id("review-upload")));
        browser.script(
                "document.getElementById('review-upload').shadowRoot.querySelector('input').style.display = 'block'");
        browser.driver()
                .findElement(By.id("review-upload"))
                .getShadowRoot()
                .findElement(By.cssSelector("input[type=file]"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    @Test
    void fromTheFileToAClosedAction() throws IOException {
        String address = DemoProgram.fresh();
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        Path picture = Files.write(folder.resolve("bild.pdf"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Path report = Files.write(folder.resolve("rapport.pdf"), SpurFiles.pdf(SpurTexts.ours(SpurTexts.ONE), 1, ""));
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.press(By.id("nav-reviews"));
            Fields fields = new Fields(browser);
            fields.press("review-import");
            upload(browser, picture);
            browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("problem"), "varken PDF"));
            browser.go("/review-import/" + clinic);
            upload(browser, report);

            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("row-2-checked")));
            long id = Fixtures.number("SELECT MAX(id) FROM review WHERE clinic_id = ? AND state = 'DRAFT'", clinic);
            browser.assertAccessible();
            browser.picture("review-preview-1280");
            assertEquals("27/2 2026", fields.read("row-0-due-text"));
            assertEquals("2026-02-27", fields.read("row-0-due"));
            assertEquals(
                    "C",
                    fields.byId("review-grade-F")
                            .getText()
                            .lines()
                            .filter("C"::equals)
                            .findFirst()
                            .orElse(""));
            assertEquals("", fields.read("review-date"), "the report tells no day");

            // What is corrected survives a reload.
            fields.write("row-0-responsible", "Studierektor och alla handledare");
            browser.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM review_action WHERE review_id = ?"
                                            + " AND responsible = 'Studierektor och alla handledare'",
                                    id)
                            == 1);
            browser.go("/review/" + id);
            assertEquals("Studierektor och alla handledare", fields.read("row-0-responsible"));

            fields.press("review-confirm");
            assertEquals(
                    1,
                    Fixtures.number("SELECT COUNT(*) FROM review WHERE id = ? AND state = 'DRAFT'", id),
                    "nobody knows the day yet");
            fields.day("review-date", DemoProgram.today().minusDays(40).toString());
            fields.press("review-confirm");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("problem"), "inte kontrollerade"));
            for (int row = 0; row < 3; row++) {
                fields.press("row-" + row + "-checked");
            }
            browser.await()
                    .until(driver ->
                            Fixtures.number("SELECT COUNT(*) FROM review_action WHERE review_id = ? AND checked", id)
                                    == 3);
            fields.press("review-confirm");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("action-new")));
            browser.assertAccessible();

            long action = Fixtures.number("SELECT MIN(id) FROM review_action WHERE review_id = ?", id);
            browser.go("/action/" + action);
            fields.press("action-change");
            // Without Escape, which would close the dialog, too.
            WebElement people = fields.input("action-owner");
            people.sendKeys("Johan Berg");
            browser.await()
                    .until(driver ->
                            Boolean.TRUE.equals(browser.script("const field = document.getElementById('action-owner');"
                                    + "return field.opened && !field.loading && field.filteredItems?.length === 1")));
            people.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
            people.sendKeys(Keys.TAB);
            fields.press("form-save");
            browser.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM review_action WHERE id = ? AND owner_id = ?",
                                    action,
                                    DemoProgram.id("handledare"))
                            == 1);
        }
        long action = Fixtures.number("SELECT MAX(record) FROM (SELECT MIN(id) AS record FROM review_action"
                + " WHERE due_text = '27/2 2026' AND owner_id IS NOT NULL) a");
        try (Browser owner = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(owner).signIn("handledare", DemoRegion.PASSWORD);
            owner.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("todo"), "Åtgärd F1 efter granskningen av Kirurgkliniken, Norrviken"));
            owner.go("/action/" + action);
            Fields fields = new Fields(owner);
            fields.write("action-comment", "Mallen gås igenom på fredag");
            fields.press("action-comment-add");
            owner.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("action-history"), "Mallen gås igenom på fredag"));
            // The focus comes back to the field, which scrolls; a press before that would miss its button.
            owner.await()
                    .until(driver -> Boolean.TRUE.equals(owner.script(
                            "return document.getElementById('action-comment').contains(document.activeElement)")));
            fields.press("action-close");
            fields.write("action-proof", "");
            fields.press("form-save");
            owner.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("form-problem"), "Skriv vad som visar"));
            fields.write("action-proof", "Mallen beslutades av verksamhetschefen");
            fields.press("form-save");
            owner.await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".notice.good")));
            owner.assertAccessible();
            owner.picture("review-action-360");
            assertTrue(owner.driver().findElement(By.tagName("h1")).getText().contains("F1"));
        }
        assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM review_action WHERE id = ? AND state = 'DONE'", action));
    }
}
