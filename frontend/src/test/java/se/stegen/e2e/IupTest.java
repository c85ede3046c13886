package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.Actor;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.HomePage;
import se.stegen.e2e.page.IupPage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupService;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** A whole IUP in surgery under HSLF-FS 2021:8: from an empty plan to approval, revised, with mouse and with keyboard. */
@Tag("browser")
class IupTest {
    private static final int MONTHS = 66;
    private static final String DOCTOR = "ny.st";

    /** What is planned: title, how it is assessed, goals, when as shares of the time, when in words. */
    private record Planned(String title, String method, List<String> goals, double from, double to, String when) {}

    private String address = "";
    private long programme;
    private LocalDate start = LocalDate.EPOCH;

    @BeforeEach
    void newDoctor() {
        address = DemoProgram.fresh();
        start = DemoProgram.today().withDayOfMonth(1).minusMonths(1);
        programme = DemoProgram.newDoctor(DOCTOR, start);
    }

    @Test
    void withAMouse() {
        try (Browser doctor = Browser.open(address, Browser.DESK);
                Browser supervisor = Browser.open(address, Browser.DESK);
                Browser studierektor = Browser.open(address, Browser.DESK)) {
            signIn(doctor, DOCTOR);
            IupPage plan = IupPage.byMenu(doctor);
            doctor.assertAccessible();
            assertEquals(43, plan.goalsThat("Saknas").size(), "nothing is covered yet");
            for (Planned one : plan()) {
                plan.draw(one.goals().getFirst(), one.from(), one.to());
                plan.describe(
                        one.title(),
                        one.method(),
                        one.goals().subList(1, one.goals().size()));
            }
            plan.dragTo("Traumakurs", "STc3", "STc5");
            doctor.picture("iup-board-1280");
            doctor.assertAccessible();
            assertEquals(List.of(), plan.goalsThat("Saknas"), "every goal is covered");
            IupItem trauma = item("Traumakurs");
            assertEquals(List.of("STc3", "STc5"), trauma.goalCodes());

            IupItem before = item("Urologen");
            plan.drag("Urologen", "STc11", "", 3, MONTHS);
            await(doctor, () -> item("Urologen").from().equals(before.from().plusMonths(3)));
            plan.drag("Urologen", "STc11", "end", 2, MONTHS);
            await(doctor, () -> item("Urologen").to().isAfter(before.to().plusMonths(4)));
            assertEquals(before.from().plusMonths(3), item("Urologen").from());

            plan.send();
            doctor.assertAccessible();
            approve(supervisor, "handledare");
            approve(studierektor, "studierektor");
            plan.awaitState("Godkänd");

            plan.drag("Urologen", "STc11", "", -2, MONTHS);
            plan.awaitState("Utkast");
            plan.send();
            approve(supervisor, "handledare");
            approve(studierektor, "studierektor");
            plan.awaitState("Godkänd");
            new Fields(doctor).byId("nav-iup");
            doctor.go("/iup-versions/" + programme);
            doctor.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("iup-changes"), "skiljer sig: 1"));
            doctor.assertAccessible();
            doctor.picture("iup-versions-1280");
            readCoverage(doctor);
        }
    }

    @Test
    void withTheKeyboardOnly() {
        try (Browser doctor = Browser.open(address, Browser.DESK);
                Browser supervisor = Browser.open(address, Browser.DESK);
                Browser studierektor = Browser.open(address, Browser.DESK)) {
            signIn(doctor, DOCTOR);
            Keyboard keys = new Keyboard(doctor);
            keys.tabTo("nav-iup").sendKeys(Keys.ENTER);
            doctor.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#board .board")));
            keys.tabTo("iup-quick");
            for (Planned one : plan()) {
                keys.focused().sendKeys(one.title() + ", " + String.join(" ", one.goals()) + ", " + one.when());
                doctor.await()
                        .until(ExpectedConditions.textToBePresentInElementLocated(
                                By.id("iup-quick-understood"), "Blir: " + one.title()));
                keys.focused().sendKeys(Keys.ENTER);
                doctor.await()
                        .until(ExpectedConditions.textToBePresentInElementLocated(
                                By.id("iup-quick-understood"), "Tillagt: " + one.title()));
            }
            IupPage plan = IupPage.open(doctor, programme);
            assertEquals(List.of(), plan.goalsThat("Saknas"), "every goal is covered");

            // The list does what the board does: here the fields of an activity.
            keys.tabTo("iup-form").sendKeys(Keys.ENTER);
            doctor.await().until(ExpectedConditions.presenceOfElementLocated(By.className("plan-list")));
            doctor.assertAccessible();
            doctor.picture("iup-list-1280");
            keys.tabToWhat(".plan-item").sendKeys(Keys.ENTER);
            new Fields(doctor).byId("item-title");
            keys.tabTo("item-method").sendKeys("Mini-CEX × 4");
            doctor.assertAccessible();
            keys.focused().sendKeys(Keys.TAB);
            doctor.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("item-saved"), "Sparat"));
            keys.focused().sendKeys(Keys.ESCAPE);
            doctor.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("item-title")));
            assertTrue(plans().stream().anyMatch(item -> item.assessmentMethod().equals("Mini-CEX × 4")));

            send(keys, plan);
            approveByKeys(supervisor, "handledare");
            approveByKeys(studierektor, "studierektor");
            plan.awaitState("Godkänd");

            // On the board an activity moves with Shift and stretches with Alt.
            plan = IupPage.open(doctor, programme);
            keys.tabToWhat(".plan-bar");
            long id = Long.parseLong(String.valueOf(doctor.script("return document.activeElement.dataset.item")));
            IupItem before = byId(id);
            keys.press(Keys.SHIFT, Keys.ARROW_RIGHT);
            await(doctor, () -> byId(id).from().equals(before.from().plusMonths(1)));
            doctor.await()
                    .until(driver ->
                            String.valueOf(id).equals(doctor.script("return document.activeElement.dataset.item")));
            keys.press(Keys.ALT, Keys.ARROW_RIGHT);
            await(doctor, () -> byId(id).to().isAfter(before.to().plusMonths(1)));
            plan.awaitState("Utkast");
            send(keys, plan);
            approveByKeys(supervisor, "handledare");
            approveByKeys(studierektor, "studierektor");
            plan.awaitState("Godkänd");
            assertEquals(2, Fixtures.number("SELECT MAX(number) FROM iup_version WHERE programme_id = ?", programme));
            readCoverage(doctor);
        }
    }

    /** Five and a half years that cover every goal, with room at the end to move the placements. */
    private List<Planned> plan() {
        return List.of(
                planned(
                        "Bastjänstgöring, akut",
                        "Extern bedömning",
                        0,
                        6,
                        "BT1",
                        "BT2",
                        "BT3",
                        "BT4",
                        "BT5",
                        "BT6",
                        "BT7",
                        "BT8",
                        "BT9",
                        "BT10"),
                planned(
                        "Bastjänstgöring, primärvård",
                        "Extern bedömning",
                        6,
                        12,
                        "BT11",
                        "BT12",
                        "BT13",
                        "BT14",
                        "BT15",
                        "BT16",
                        "BT17",
                        "BT18"),
                planned("Allmänkirurgi", "Mini-CEX × 4", 12, 24, "STc1", "STc4", "STc5", "STc13"),
                planned("Akutkirurgi och jour", "CBD × 4", 12, 36, "STc2", "STc10"),
                planned("Traumakurs", "Kursintyg", 18, 20, "STc3"),
                planned("Övre gastro", "DOPS × 4", 24, 33, "STc6"),
                planned("Kolorektal", "DOPS × 4", 33, 42, "STc7"),
                planned("Bröst och endokrin", "DOPS × 3", 42, 48, "STc8", "STc9"),
                planned("Urologen", "DOPS × 2", 48, 52, "STc11"),
                planned("Katastrofövning", "Medverkan", 36, 38, "STc12", "STc14"),
                planned("Kurs om ledning", "Kursintyg", 40, 42, "STa1", "STa5", "STa6"),
                planned("Kvalitetsarbete ileus", "Redovisning", 24, 36, "STa2", "STa7"),
                planned("Vetenskapligt arbete", "Handledarens bedömning", 30, 42, "STa3"),
                planned("Kurs om etik", "Kursintyg", 20, 22, "STa4", "STb1", "STb4"),
                planned("Självstudier", "Kollegium", 12, 60, "STb2", "STb3"));
    }

    private Planned planned(String title, String method, int from, int to, String... goals) {
        return new Planned(
                title,
                method,
                List.of(goals),
                (from + 0.3) / MONTHS,
                (to - 0.3) / MONTHS,
                start.plusMonths(from) + "–" + start.plusMonths(to).minusDays(1));
    }

    private void approve(Browser browser, String username) {
        HomePage home =
                browser.driver().manage().getCookies().isEmpty() ? signIn(browser, username) : HomePage.open(browser);
        assertTrue(home.todo().stream().anyMatch(line -> line.contains("Ny Doktor")), home.todo()::toString);
        browser.assertAccessible();
        IupPage plan = IupPage.open(browser, programme);
        browser.assertAccessible();
        plan.approve();
    }

    private void approveByKeys(Browser browser, String username) {
        if (browser.driver().manage().getCookies().isEmpty()) {
            signIn(browser, username);
        }
        Keyboard keys = new Keyboard(browser);
        IupPage.open(browser, programme);
        keys.tabTo("iup-approve").sendKeys(Keys.ENTER);
        keys.tabTo("confirm-yes").sendKeys(Keys.ENTER);
        browser.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("iup-approve")));
    }

    private static void send(Keyboard keys, IupPage plan) {
        keys.tabTo("iup-send").sendKeys(Keys.ENTER);
        plan.awaitState("Skickad");
    }

    private void readCoverage(Browser doctor) {
        doctor.go("/goals/" + programme);
        doctor.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
        doctor.assertAccessible();
        String coverage = String.valueOf(doctor.script("return document.querySelector('main').innerText"));
        assertTrue(coverage.contains("STc12") && coverage.contains("BT18"), coverage);
        assertTrue(doctor.driver().findElements(By.cssSelector(".tag.bad")).isEmpty(), "no goal is left out");
        doctor.picture("goals-covered-1280");
    }

    private List<IupItem> plans() {
        Actor doctor = DemoProgram.actor(DOCTOR);
        return TestServer.bean(IupService.class).items(doctor, programme);
    }

    private IupItem item(String title) {
        return plans().stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private IupItem byId(long id) {
        return plans().stream().filter(item -> item.id() == id).findFirst().orElseThrow();
    }

    private static void await(Browser browser, java.util.function.BooleanSupplier holds) {
        browser.await().until(driver -> holds.getAsBoolean());
    }

    private static HomePage signIn(Browser browser, String username) {
        return SignInPage.open(browser)
                .signIn(username, username.equals(DOCTOR) ? DemoProgram.NEW_PASSWORD : DemoRegion.PASSWORD);
    }
}
