package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.Assessor;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Taps;
import se.stegen.feedback.FeedbackService;
import se.stegen.feedback.RaterService;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** A 360 on a phone: started, asked, answered with and without account, released after the talk, read. */
@Tag("browser")
class FeedbackTest {
    private static final List<String> PROFESSIONS =
            List.of("NURSE", "NURSE", "NURSE_SPECIALIST", "ASSISTANT", "DOCTOR_OTHER", "NURSE");

    private static String address = "";
    private static long programme;
    private static String doctor = "";

    @BeforeAll
    static void aDoctorWithoutARound() {
        address = DemoProgram.fresh();
        doctor = Fixtures.unique("omgang");
        programme = DemoProgram.newDoctor(doctor, DemoProgram.today().minusMonths(8));
    }

    @Test
    void fromTheStartToTheResult() {
        String email = Fixtures.unique("kollega") + "@sjukhus.example";
        long round;
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn(doctor, DemoProgram.NEW_PASSWORD);
            phone.go("/feedback/" + programme);
            title(phone, "360");
            phone.picture("360-empty-360");
            phone.assertAccessible();
            Taps taps = new Taps(phone);
            taps.tap("#feedback-start");
            title(phone, "360 för Ny Doktor");
            round = Fixtures.number("SELECT MAX(id) FROM feedback_round WHERE programme_id = ?", programme);
            taps.tap("#feedback-ask");
            Fields fields = new Fields(phone);
            fields.choose("feedback-people", "Lena Ask");
            fields.choose("feedback-people", email);
            phone.assertAccessible();
            phone.picture("360-ask-360");
            taps.tap("#form-save");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("feedback-raters"), email));
            gone(phone);
            sixAnswer(round);
            fields.write("answer-do-more", "Lyssnar färdigt åäö");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
            phone.assertAccessible();
            phone.picture("360-own-360");
        }
        signedIn(round);
        byLink(email);
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("handledare", DemoRegion.PASSWORD);
            phone.go("/feedback-round/" + round);
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("feedback-result")));
            phone.assertAccessible();
            Fields fields = new Fields(phone);
            fields.press("feedback-demand");
            fields.byId("feedback-min-raters");
            phone.assertAccessible();
            phone.picture("360-demand-360");
            fields.press("form-save");
            gone(phone);
            fields.press("feedback-release");
            fields.write("feedback-work-on", "Delegera tidigare");
            phone.assertAccessible();
            phone.picture("360-release-360");
            fields.press("form-save");
            phone.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM feedback_round f JOIN assessment a ON a.id = f.assessment_id"
                                            + " AND a.state = 'SIGNED' WHERE f.id = ? AND f.state = 'RELEASED'",
                                    round)
                            == 1);
            phone.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("feedback-release")));
            phone.assertAccessible();
        }
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn(doctor, DemoProgram.NEW_PASSWORD);
            phone.go("/feedback-round/" + round);
            phone.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("feedback-result"), "Vad medarbetarna säger (8 svar)"));
            String result = phone.driver().findElement(By.id("feedback-result")).getText();
            assertTrue(result.contains("Inga problem 7 · Bör adresseras 1"), result);
            assertTrue(result.contains("Egen skattning: Lyssnar färdigt åäö"), result);
            assertTrue(result.contains("Lugn från länken"), result);
            assertFalse(result.contains("Lena Ask") || result.contains(email), result);
            phone.assertAccessible();
            phone.picture("360-result-360");
            phone.go("/assessment/" + Fixtures.number("SELECT assessment_id FROM feedback_round WHERE id = ?", round));
            phone.press(By.linkText("Se hela 360"));
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("feedback-result")));
        }
    }

    /** Lena Ask finds it on his home page; what he does not fill in is told at the field. */
    private static void signedIn(long round) {
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("annan.handledare", DemoRegion.PASSWORD);
            Taps taps = new Taps(phone);
            taps.tap("#todo a[href='feedback-answer/" + round + "']");
            title(phone, "Återkoppling om Ny Doktor");
            phone.assertAccessible();
            taps.tap("#feedback-send");
            phone.await().until(ExpectedConditions.attributeToBe(By.id("answer-role"), "invalid", "true"));
            phone.picture("360-role-missing-360");
            taps.tap("#answer-role vaadin-radio-button:nth-of-type(5)");
            taps.tap("#answer-patients vaadin-radio-button:nth-of-type(2)");
            taps.type("answer-patients-comment", "Avbryter när det är bråttom");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
            taps.tap("#feedback-send");
            title(phone, "Tack för ditt svar");
            phone.assertAccessible();
            phone.picture("360-thanks-360");
            phone.go("/feedback-answer/" + round);
            title(phone, "Tack för ditt svar");
            phone.go("/");
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("todo")));
            assertTrue(phone.driver()
                    .findElements(By.cssSelector("#todo a[href='feedback-answer/" + round + "']"))
                    .isEmpty());
        }
    }

    private static void byLink(String email) {
        String link = MailedLink.to(email, "feedback-link");
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            phone.go(link);
            title(phone, "Återkoppling om Ny Doktor");
            Taps taps = new Taps(phone);
            taps.tap("#answer-role vaadin-radio-button:nth-of-type(6)");
            taps.tap("#answer-patients vaadin-radio-button:nth-of-type(1)");
            taps.type("answer-do-more", "Lugn från länken");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
            phone.assertAccessible();
            phone.picture("360-link-360");
        }
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            phone.go(link);
            title(phone, "Återkoppling om Ny Doktor");
            new Fields(phone).press("feedback-send");
            title(phone, "Tack för ditt svar");
            phone.assertAccessible();
            phone.go(link);
            title(phone, "Det går inte att svara här längre");
            phone.assertAccessible();
        }
    }

    private static void sixAnswer(long round) {
        List<Actor> asked = new ArrayList<>();
        PROFESSIONS.forEach(one -> asked.add(Fixtures.actor(Fixtures.person("Kollega"))));
        TestServer.bean(FeedbackService.class)
                .ask(
                        DemoProgram.actor(doctor),
                        round,
                        asked.stream()
                                .map(one -> Assessor.person(one.personId()))
                                .toList());
        for (int i = 0; i < PROFESSIONS.size(); i++) {
            TestServer.bean(RaterService.class)
                    .answer(
                            asked.get(i),
                            round,
                            new AssessmentAnswer(
                                    Map.of("role", PROFESSIONS.get(i), "patients", "1"), null, "Kommentar " + i, ""));
        }
    }

    /** A dialog that has closed fades for a moment and takes clicks meanwhile. */
    private static void gone(Browser browser) {
        browser.await().until(ExpectedConditions.numberOfElementsToBe(By.tagName("vaadin-dialog"), 0));
    }

    private static void title(Browser browser, String title) {
        browser.await().until(ExpectedConditions.textToBe(By.tagName("h1"), title));
    }
}
