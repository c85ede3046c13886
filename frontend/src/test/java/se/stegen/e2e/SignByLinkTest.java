package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.signin.LinkTokens;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.AssessmentPage;
import se.stegen.e2e.page.LinkPage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Taps;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;
import se.stegen.testing.MailBox;

/**
 * The assessor's minute on a phone: from a request to a real mail, its link, and a signature; and what a supervisor starts
 * unasked. Taps and text fields are counted.
 */
@Tag("browser")
class SignByLinkTest {
    private static final int MOST_TAPS = 8;
    private static final int MOST_FIELDS = 2;
    private static final int MOST_TAPS_STARTED = 10;

    private static MailBox box;
    private static ApplicationContext program;
    private static String address = "";

    @BeforeAll
    static void theProgramWithItsJobsAndAMailServer() throws IOException {
        DemoProgram.fresh();
        // The weekly reminders of a whole region would stand in the queue before the mail that is waited for.
        Fixtures.execute("UPDATE person SET wants_digest = FALSE");
        box = new MailBox();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        Map<String, Object> settings = new HashMap<>(box.settings());
        settings.put("micronaut.server.port", port);
        settings.put("stegen.public-url", address);
        settings.put("stegen.jobs.enabled", true);
        program = TestServer.start(settings);
    }

    @AfterAll
    static void stop() {
        program.close();
        box.close();
    }

    @Test
    void fromTheRequestToTheSignatureInEightTapsAndTwoTextFields() {
        String email = "karin.holm@" + Fixtures.unique("sjukhus") + ".example.se";
        long id;
        try (Browser doctor = Browser.open(address, Browser.PHONE)) {
            id = request(doctor, email);
            doctor.assertAccessible();
            doctor.picture("link-request-sent-360");
        }
        String link = link(email, 1);
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            LinkPage page = LinkPage.open(phone, link);
            assertEquals("Karin Holm", page.name());
            phone.assertAccessible();
            phone.picture("link-open-360");
            page.comments("Lugn och strukturerad anamnes, åäö", "Säg planen högt")
                    .judge(3)
                    .title(1);
            page.awaitSaved();
            phone.picture("link-answer-360");
            page.sign();
            phone.assertAccessible();
            phone.picture("link-signed-360");
            assertTrue(page.taps().taps() <= MOST_TAPS, page.taps().taps() + " taps");
            assertTrue(page.taps().fields() <= MOST_FIELDS, page.taps().fields() + " text fields");
            System.out.println(
                    "By link: " + page.taps().taps() + " taps, " + page.taps().fields() + " text fields");
        }
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM assessment WHERE id = ? AND state = 'SIGNED' AND signing_method = 'LINK'"
                                + " AND assessor_name = 'Karin Holm' AND overall = 3",
                        id));
        assertTrue(mail(email, 2).contains("/not-me/"), "a receipt");

        try (Browser again = Browser.open(address, Browser.PHONE)) {
            LinkPage used = LinkPage.open(again, link);
            assertEquals("Bedömningen är redan signerad", used.title());
            again.assertAccessible();
            again.picture("link-used-360");
            LinkPage.open(again, address + "/assess/gissad").awaitTitle("känns inte igen");
            again.assertAccessible();
        }

        try (Browser supervisor = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(supervisor).signIn("handledare", DemoRegion.PASSWORD);
            supervisor
                    .await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("todo"), "gjord utan inloggning"));
            AssessmentPage.open(supervisor, id);
            supervisor.assertAccessible();
            supervisor.picture("link-confirm-360");
            new Fields(supervisor).press("assessment-confirm");
            supervisor
                    .await()
                    .until(driver ->
                            Fixtures.number("SELECT COUNT(*) FROM assessment_confirmation WHERE assessment_id = ?", id)
                                    == 1);
            supervisor.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("assessment-confirm")));
            supervisor.assertAccessible();
            supervisor.picture("link-confirmed-360");
        }
    }

    @Test
    void whatIsWrittenSurvivesALostBrowserAndALostSession() {
        String email = "nils.berg@" + Fixtures.unique("sjukhus") + ".example.se";
        try (Browser doctor = Browser.open(address, Browser.PHONE)) {
            request(doctor, email);
        }
        String link = link(email, 1);
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            LinkPage page = LinkPage.open(phone, link);
            page.comments("Halvskrivet men sparat", "");
            page.awaitSaved();
        }
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            LinkPage page = LinkPage.open(phone, link);
            assertEquals("Halvskrivet men sparat", page.doMore());
            // The session is lost in the middle of the form: the page comes back by itself, with what was saved.
            phone.driver().manage().deleteCookieNamed("JSESSIONID");
            phone.script(
                    "window.before = true; document.querySelector('#you-title vaadin-radio-button input').click()");
            phone.await()
                    .until(driver -> phone.script("return window.before ?? null") == null
                            && "Halvskrivet men sparat".equals(textIn(phone)));
            page.judge(2).title(2);
            page.sign();
        }
    }

    @Test
    void twoDevicesSeeEachOthersWordsAndLoseNone() {
        String email = "ida.lund@" + Fixtures.unique("sjukhus") + ".example.se";
        try (Browser doctor = Browser.open(address, Browser.PHONE)) {
            request(doctor, email);
        }
        String link = link(email, 1);
        try (Browser phone = Browser.open(address, Browser.PHONE);
                Browser ward = Browser.open(address, 1280, false)) {
            LinkPage first = LinkPage.open(phone, link);
            LinkPage second = LinkPage.open(ward, link);
            first.comments("Från telefonen", "");
            first.awaitSaved();
            second.taps().type("answer-do-more", "Från datorn");
            ward.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("conflict-confirm")));
            ward.assertAccessible();
            ward.picture("link-conflict-1280");
            new Fields(ward).press("conflict-confirm");
            ward.await()
                    .until(driver -> "Från telefonen\n\nFrån datorn"
                            .equals(Fixtures.text(
                                    "SELECT do_more FROM assessment_link_answer WHERE email = ?", email)));
            second.awaitSaved();
        }
    }

    @Test
    void aSupervisorStartsOneUnaskedInTenTaps() {
        long before = signed();
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("handledare", DemoRegion.PASSWORD);
            phone.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("todo")));
            Taps taps = new Taps(phone);
            taps.tap("a[href='trainee/" + DemoProgram.programme("st") + "']");
            taps.tap("#ask-assessment");
            taps.tap("#assessment-send");
            taps.type("answer-do-more", "Tydlig ledning på akutrummet");
            taps.type("answer-work-on", "Delegera tidigare");
            taps.tap("#answer-overall vaadin-radio-button:nth-of-type(3)");
            phone.assertAccessible();
            taps.tap("#assessment-sign");
            taps.tap("#confirm-yes");
            phone.await().until(driver -> signed() == before + 1);
            phone.assertAccessible();
            assertTrue(taps.taps() <= MOST_TAPS_STARTED, taps.taps() + " taps");
            System.out.println("Started by the supervisor: " + taps.taps() + " taps");
        }
    }

    @Test
    void whileTheMailServerIsDownTheRequestIsKeptAndTheMailComesOnceWhenItIsBack() {
        String email = "eva.lund@" + Fixtures.unique("sjukhus") + ".example.se";
        box.stop();
        try (Browser doctor = Browser.open(address, Browser.PHONE)) {
            request(doctor, email);
            doctor.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COALESCE(MAX(attempts), 0) FROM outbox_mail WHERE recipient = ?", email)
                            > 0);
            box.start();
            Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = created_at WHERE next_attempt_at IS NOT NULL");
            LinkPage.open(doctor, link(email, 1)).awaitTitle("Bedöm Anna Lind");
        }
        assertEquals(1, box.to(email).size());
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "1280,true", "360,true"})
    void thePagesBehindLinksAreAccessible(int width, boolean dark) {
        long open =
                Fixtures.number("SELECT id FROM assessment WHERE assessor_email = 'ulrika.sand@medicin.example.se'");
        long signed =
                Fixtures.number("SELECT id FROM assessment WHERE assessor_email = 'peder.wikman@intensiv.example.se'");
        String token = Fixtures.unique("token");
        Fixtures.insert(
                "INSERT INTO assessment_link (token_hash, assessment_id, email, created_at, expires_at)"
                        + " VALUES (?, ?, 'ulrika.sand@medicin.example.se', NOW(6), DATE_ADD(NOW(6), INTERVAL 2 DAY))",
                LinkTokens.hash(token),
                open);
        Fixtures.insert(
                "INSERT INTO assessment_receipt (token_hash, assessment_id, expires_at)"
                        + " VALUES (?, ?, DATE_ADD(NOW(6), INTERVAL 2 DAY))",
                LinkTokens.hash(token),
                signed);
        String who = Fixtures.unique("hash");
        Fixtures.insert("INSERT INTO digest (address_hash) VALUES (?)", who);
        Fixtures.insert(
                "INSERT INTO digest_stop (token_hash, address_hash, created_at) VALUES (?, ?, NOW(6))",
                LinkTokens.hash(token),
                who);
        Fixtures.execute(
                "INSERT IGNORE INTO assessment_oddity (assessment_id, kind, detail, noticed_at)"
                        + " VALUES (?, 'PRIVATE_DOMAIN', 'gmail.com', NOW(6))",
                signed);
        String suffix = "-" + width + (dark ? "-dark" : "");
        try (Browser browser = Browser.open(address, width, dark)) {
            for (String page : List.of("assess", "not-me", "stop")) {
                LinkPage.open(browser, address + "/" + page + "/" + token);
                browser.assertAccessible();
                browser.picture("link-" + page + suffix);
            }
            new Fields(browser).press("digest-stop");
            browser.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM digest WHERE address_hash = ? AND stopped_at IS NOT NULL",
                                    who)
                            == 1);
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.go("/clinic/" + Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'"));
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("clinic-odd")));
            browser.assertAccessible();
            browser.picture("link-clinic-odd" + suffix);
        }
    }

    /** The doctor asks somebody without account; the answer is the assessment. */
    private static long request(Browser doctor, String email) {
        AssessmentPage request =
                SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD).askForAssessment();
        new Fields(doctor).choose("assessment-assessor", email);
        request.context("Akutmottagningen, bröstsmärta");
        request.awaitSaved();
        doctor.assertAccessible();
        request.send();
        return request.id();
    }

    private static String textIn(Browser browser) {
        Object text = browser.script("return document.querySelector('#answer-do-more textarea')?.value ?? ''");
        return String.valueOf(text);
    }

    private static long signed() {
        return Fixtures.number(
                "SELECT COUNT(*) FROM assessment WHERE state = 'SIGNED' AND programme_id = ?",
                DemoProgram.programme("st"));
    }

    private static String link(String email, int number) {
        Matcher found = Pattern.compile("(http\\S+/assess/[\\w-]+)").matcher(mail(email, number));
        assertTrue(found.find());
        return found.group(1);
    }

    /** The text of the address's n-th mail, once the job has sent it. */
    private static String mail(String email, int number) {
        long deadline = System.nanoTime() + java.time.Duration.ofSeconds(30).toNanos();
        while (box.to(email).size() < number) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no mail " + number + " to " + email);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        return List.copyOf(box.to(email)).stream().map(MailBox::text).toList().get(number - 1);
    }
}
