package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.assessment.AssessmentService;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** A studierektor builds a form, sees what the assessor will see, and publishes it; its doctors can ask on it. */
@Tag("browser")
class FormsTest {
    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void builtPreviewedPublishedAndOffered(int width) {
        String address = DemoProgram.fresh();
        long clinic = clinic();
        try (Browser browser = Browser.open(address, width)) {
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.go("/forms/" + clinic);
            Fields fields = new Fields(browser);
            fields.press("form-new");
            fields.write("form-new-name", "Jourrapport");
            fields.press("form-save");
            browser.await().until(ExpectedConditions.urlContains("-jourrapport"));
            fields.write("form-section-s1", "Rapporten");
            fields.press("form-section-s1-add");
            fields.write("form-field-f1", "Tog upp det viktigaste först");
            awaitPreview(browser, "Tog upp det viktigaste först");
            awaitPreview(browser, "Utför självständigt");
            fields.press("form-section-s1-add");
            fields.write("form-field-f2", "Det som går bort igen");
            awaitPreview(browser, "Det som går bort igen");
            fields.press("form-field-f2-up");
            browser.await()
                    .until(driver -> preview(browser).indexOf("Det som")
                            < preview(browser).indexOf("Tog upp"));
            awaitFocus(browser, "form-field-f2-up");
            fields.press("form-field-f2-remove");
            browser.await().until(driver -> !preview(browser).contains("Det som går bort igen"));
            fields.undo();
            awaitPreview(browser, "Det som går bort igen");
            awaitFocus(browser, "form-field-f2");
            fields.press("form-field-f2-remove");
            browser.await().until(driver -> !preview(browser).contains("Det som går bort igen"));
            assertFalse(offered("jourrapport"));
            browser.picture("form-built-" + width);
            browser.assertAccessible();
            // On a phone the offer to undo lies over the bar for its seconds.
            browser.await()
                    .until(ExpectedConditions.invisibilityOfElementLocated(By.tagName("vaadin-notification-card")));
            fields.press("form-publish");
            fields.press("confirm-yes");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector(".page-head"), "Version 1"));
            assertTrue(offered("jourrapport"));
        }
    }

    @Test
    void twoWhoWriteTheSameFormChooseBetweenTheirContents() {
        String address = DemoProgram.fresh();
        String path = "/form/" + clinic() + "/k" + clinic() + "-aterkoppling-efter-rond";
        try (Browser one = Browser.open(address, Browser.DESK);
                Browser other = Browser.open(address, Browser.DESK)) {
            SignInPage.open(one).signIn("studierektor", DemoRegion.PASSWORD);
            SignInPage.open(other).signIn("verksamhetschef", DemoRegion.PASSWORD);
            one.go(path);
            other.go(path);
            // Both have read the form before either writes.
            new Fields(other).byId("form-section-s2");
            new Fields(one).write("form-section-s1", "Ronden på morgonen");
            one.await().until(driver -> stored("Ronden på morgonen"));
            new Fields(other).write("form-section-s2", "Alla i teamet");
            new Fields(other).press("conflict-confirm");
            other.await().until(driver -> stored("Alla i teamet"));
            assertFalse(new Fields(other).has("form-publish"), "the clinic head does not publish");
        }
    }

    @Test
    void aFieldThatHangsOnAnAnswerComesWithItAndADigitAnswersADetail() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        var assessments = TestServer.bean(AssessmentService.class);
        var handledare = DemoProgram.actor("handledare");
        var st = DemoProgram.actor("st");
        long id = assessments
                .create(
                        st,
                        programme,
                        new se.stegen.assessment.AssessmentRequest(
                                "k" + clinic() + "-aterkoppling-efter-rond",
                                DemoProgram.today(),
                                handledare.personId(),
                                null,
                                java.util.List.of(),
                                java.util.List.of(),
                                ""))
                .id();
        assessments.send(st, id, null);
        try (Browser browser = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(browser).signIn("handledare", DemoRegion.PASSWORD);
            browser.go("/assessment/" + id);
            Fields fields = new Fields(browser);
            fields.byId("answer-details");
            browser.script("document.querySelector('#answer-details vaadin-details-summary').click()");
            fields.byId("answer-f2");
            assertFalse(fields.has("answer-f3"));
            browser.script("document.querySelector('#answer-f2 input').focus()");
            new Keyboard(browser).focused().sendKeys("1");
            fields.byId("answer-f3");
            fields.write("answer-f3", "Många frågor från anhöriga");
            browser.script("document.querySelector('#answer-f2 input').focus()");
            new Keyboard(browser).focused().sendKeys("3");
            browser.await().until(driver -> !fields.has("answer-f3"));
            new Keyboard(browser).focused().sendKeys("1");
            assertEquals("Många frågor från anhöriga", fields.read("answer-f3"), "what was written is kept");
            browser.picture("answer-own-form-360");
            browser.assertAccessible();
            new Keyboard(browser).focused().sendKeys(Keys.TAB);
        }
    }

    private static void awaitPreview(Browser browser, String text) {
        browser.await().until(driver -> preview(browser).contains(text));
    }

    /** Everything in the preview, folded parts included. */
    private static String preview(Browser browser) {
        return String.valueOf(browser.script("return document.getElementById('form-preview')?.textContent"));
    }

    private static void awaitFocus(Browser browser, String id) {
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return document.getElementById(arguments[0])?.contains(document.activeElement)", id)));
    }

    private static long clinic() {
        return Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
    }

    private static boolean stored(String text) {
        return Fixtures.number("SELECT COUNT(*) FROM template_draft WHERE definition LIKE ?", "%" + text + "%") == 1;
    }

    private static boolean offered(String word) {
        return TestServer.bean(AssessmentService.class)
                .templates(DemoProgram.actor("st"), DemoProgram.programme("st"))
                .stream()
                .map(AssessmentTemplate::code)
                .anyMatch(code -> code.endsWith(word));
    }
}
