package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.Role;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.e2e.vaadin.Taps;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** A kollegium of eight doctors: planned, answered on a phone, held by keyboard, validated, read, and in the plans. */
@Tag("browser")
class CollegiumTest {
    private static final int DOCTORS = 8;

    private static String address = "";
    private static final List<Long> PROGRAMMES = new ArrayList<>();
    private static final List<String> NAMES = new ArrayList<>();
    private static long clinic;
    private static String studierektor = "";
    private static String head = "";
    private static String specialist = "";
    private static String main = "";
    private static String doctor = "";

    @BeforeAll
    static void aClinicWithEightDoctors() {
        address = TestServer.address();
        LocalDate start = DemoProgram.today().minusYears(2);
        clinic = Fixtures.clinic();
        studierektor = person(Role.STUDIEREKTOR, "Stina Rektor");
        head = person(Role.CLINIC_HEAD, "Vera Chef");
        specialist = person(Role.SUPERVISOR, "Sven Specialist");
        main = person(Role.SUPERVISOR, "Hedda Handledare");
        for (int i = 1; i <= DOCTORS; i++) {
            String username = TestServer.person();
            String name = Fixtures.unique("Doktor Åke " + i + " ");
            Fixtures.execute("UPDATE person SET name = ? WHERE username = ?", name, username);
            long programme = Fixtures.programme(DemoProgram.id(username), clinic, start);
            Fixtures.insert(
                    "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                    programme,
                    DemoProgram.id(main),
                    start);
            PROGRAMMES.add(programme);
            NAMES.add(name);
            doctor = i == 1 ? username : doctor;
        }
    }

    private static String person(Role role, String name) {
        String username = TestServer.person();
        Fixtures.execute("UPDATE person SET name = ? WHERE username = ?", name, username);
        Fixtures.role(DemoProgram.id(username), role, clinic);
        return username;
    }

    @Test
    void fromPlanningToActionsInThePlan() throws IOException, InterruptedException {
        long id = plan();
        answer(id);
        rate();
        meeting(id);
        read(id);
        talk(id);
    }

    private static long plan() {
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn(studierektor, TestServer.PASSWORD);
            desk.go("/clinic/" + clinic);
            desk.press(By.linkText("Kollegium"));
            title(desk, "Specialistkollegier");
            desk.assertAccessible();
            desk.picture("kollegium-none-1280");
            desk.press(By.id("collegium-plan-new"));
            title(desk, "Planera kollegium");
            Fields fields = new Fields(desk);
            fields.day("collegium-date", DemoProgram.today().toString());
            fields.write("collegium-place", "Konferensrummet");
            desk.assertAccessible();
            desk.picture("kollegium-plan-1280");
            fields.press("collegium-plan-save");
            title(desk, "Kollegium, ");
            long id = Fixtures.number("SELECT MAX(id) FROM collegium WHERE clinic_id = ?", clinic);
            assertEquals(DOCTORS, Fixtures.number("SELECT COUNT(*) FROM collegium_trainee WHERE collegium_id = ?", id));
            assertEquals(2, Fixtures.number("SELECT COUNT(*) FROM collegium_specialist WHERE collegium_id = ?", id));
            return id;
        }
    }

    /** On a phone, from the home page. */
    private static void answer(long id) {
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn(specialist, TestServer.PASSWORD);
            phone.press(By.partialLinkText("Svara"));
            title(phone, "Inför kollegiet");
            Taps taps = new Taps(phone);
            for (long programme : PROGRAMMES) {
                taps.tap("#view-expected-" + programme);
            }
            taps.tap("#view-" + PROGRAMMES.getFirst() + "-LEADERSHIP vaadin-radio-button:nth-of-type(2)");
            taps.type("view-comment-" + PROGRAMMES.getFirst(), "Växer på akuten åäö");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
            phone.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM collegium_view v JOIN collegium_specialist s"
                                            + " ON s.id = v.specialist_id WHERE s.collegium_id = ?",
                                    id)
                            == DOCTORS);
            phone.assertAccessible();
            phone.picture("kollegium-views-360");
            taps.tap("#collegium-views-done");
            title(phone, "Tack");
            phone.assertAccessible();
        }
    }

    private static void rate() {
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn(doctor, TestServer.PASSWORD);
            phone.press(By.partialLinkText("Svara"));
            title(phone, "Skatta dig själv inför kollegiet");
            new Fields(phone).write("view-comment-" + PROGRAMMES.getFirst(), "Vill operera mer åäö");
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("saved"), "Sparat"));
            phone.assertAccessible();
            phone.picture("kollegium-own-360");
            new Fields(phone).press("collegium-views-done");
            title(phone, "Tack");
        }
    }

    private static void meeting(long id) throws IOException, InterruptedException {
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn(head, TestServer.PASSWORD);
            desk.go("/collegium/" + id);
            Fields fields = new Fields(desk);
            Keyboard keyboard = new Keyboard(desk);
            for (int i = 0; i < DOCTORS; i++) {
                atHand(desk, NAMES.get(i));
                if (i == 0) {
                    desk.assertAccessible();
                    desk.picture("kollegium-meeting-1280");
                    pack(desk, NAMES.getFirst());
                }
                desk.press(
                        By.cssSelector("#outcome-judgement vaadin-radio-button:nth-of-type(" + (i == 3 ? 2 : 1) + ")"));
                // Typed, and left by the keyboard soon after: nothing is lost on the way to the next.
                fields.input("outcome-strengths").sendKeys("Styrka " + (i + 1));
                if (i == 0 || i == DOCTORS - 1) {
                    fields.press("outcome-add-action");
                    fields.write("action-text-0", "Åtgärd för " + NAMES.get(i));
                    if (i == 0) {
                        // Without a day it would be lost on the way to the next doctor.
                        keyboard.press(Keys.ALT, Keys.PAGE_DOWN);
                        desk.await().until(ExpectedConditions.attributeToBe(By.id("action-due-0"), "invalid", "true"));
                        atHand(desk, NAMES.getFirst());
                        assertEquals("Åtgärd för " + NAMES.getFirst(), fields.read("action-text-0"));
                    }
                    fields.day("action-due-0", DemoProgram.today().plusMonths(4).toString());
                }
                if (i < DOCTORS - 1) {
                    keyboard.press(Keys.ALT, Keys.PAGE_DOWN);
                }
            }
            keyboard.press(Keys.ALT, Keys.PAGE_UP);
            atHand(desk, NAMES.get(DOCTORS - 2));
            assertEquals("Styrka " + (DOCTORS - 1), fields.read("outcome-strengths"));
            assertEquals(
                    IntStream.rangeClosed(1, DOCTORS)
                            .mapToObj(i -> "Styrka " + i + (i == 4 ? " NEEDS_SUPPORT" : " ON_TRACK"))
                            .collect(Collectors.joining(", ")),
                    Fixtures.text(
                            "SELECT GROUP_CONCAT(CONCAT(strengths, ' ', COALESCE(judgement, '-')) ORDER BY strengths"
                                    + " SEPARATOR ', ') FROM collegium_outcome WHERE collegium_id = ?",
                            id));
            desk.assertAccessible();
            fields.press("collegium-close");
            fields.press("confirm-yes");
            desk.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector(".page-head .state"), "Fastställt"));
            desk.assertAccessible();
            desk.picture("kollegium-closed-1280");
        }
    }

    /** The pack is fetched as the browser would, and opens. */
    private static void pack(Browser desk, String name) throws IOException, InterruptedException {
        String href = String.valueOf(desk.script("return document.getElementById('collegium-pack-pdf').href"));
        String cookies = desk.driver().manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(href))
                            .header("Cookie", cookies)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            try (PDDocument pdf = Loader.loadPDF(answer.body())) {
                assertEquals(1, pdf.getNumberOfPages());
                String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
                assertTrue(text.contains(name.strip()), text);
                assertTrue(text.contains("Växer på akuten åäö"), text);
                assertTrue(text.contains("Vill operera mer åäö"), text);
            }
        }
    }

    private static void read(long id) {
        long first = PROGRAMMES.getFirst();
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn(doctor, TestServer.PASSWORD);
            phone.press(By.partialLinkText("Öppna"));
            title(phone, "Utfall av kollegiet");
            phone.assertAccessible();
            phone.picture("kollegium-outcome-360");
            shows(phone, "Styrka 1");
            phone.press(By.linkText("Se dem i planen (IUP)"));
            shows(phone, "Åtgärd för " + NAMES.getFirst().strip());
        }
        assertEquals(
                2,
                Fixtures.number(
                        "SELECT COUNT(*) FROM collegium_action a JOIN collegium_outcome o ON o.id = a.outcome_id"
                                + " JOIN iup_item i ON i.id = a.iup_item_id AND i.end_date = a.due"
                                + " AND i.programme_id = o.programme_id WHERE o.collegium_id = ?",
                        id));
        assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM iup_item WHERE programme_id = ?", first));
    }

    private static void talk(long id) {
        long outcome = Fixtures.number(
                "SELECT id FROM collegium_outcome WHERE collegium_id = ? AND programme_id = ?",
                id,
                PROGRAMMES.getFirst());
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn(main, TestServer.PASSWORD);
            desk.go("/collegium-outcome/" + outcome);
            Fields fields = new Fields(desk);
            fields.press("outcome-talk-held");
            fields.byId("outcome-talk-day");
            fields.press("form-save");
            shows(desk, "Hållet ");
            desk.assertAccessible();
            desk.picture("kollegium-outcome-1280");
            // The plan's activity shows the way back.
            desk.go("/iup/" + PROGRAMMES.getFirst());
            desk.press(By.cssSelector(".plan-bar[title^='Åtgärd för']"));
            fields.byId("item-title");
            desk.assertAccessible();
            desk.picture("kollegium-item-1280");
            desk.press(By.partialLinkText("läs utfallet"));
            title(desk, "Utfall av kollegiet");
        }
    }

    /** The text is on the screen, in sight or not. */
    private static void shows(Browser browser, String text) {
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return document.querySelector('main')?.textContent.includes(arguments[0])", text)));
    }

    /** The heading may be scrolled out of sight. */
    private static void atHand(Browser browser, String name) {
        browser.await()
                .until(driver -> Boolean.TRUE.equals(browser.script(
                        "return document.getElementById('collegium-doctor')?.textContent.includes(arguments[0])",
                        name.strip())));
    }

    private static void title(Browser browser, String text) {
        browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), text));
    }
}
