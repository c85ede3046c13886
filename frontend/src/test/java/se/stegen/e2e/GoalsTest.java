package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** The doctor sees what is missing and links a record; the supervisor attests the goal and takes it back. */
@Tag("browser")
class GoalsTest {
    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void linkedAttestedAndTakenBack(int width) {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        LocalDate today = DemoProgram.today();
        emptyPlan(programme);
        List<String> open = codes(programme, GoalState.NOT_COVERED);
        String code = open.get(0);
        item(programme, "PLACEMENT", today.minusDays(60), today.plusDays(30), open.get(1), open.get(2));
        item(programme, "COURSE", today.minusDays(60), today.minusDays(55), open.get(3));
        item(programme, "COURSE", today.plusYears(1), today.plusYears(1), open.get(4));
        try (Browser doctor = Browser.open(address, width);
                Browser supervisor = Browser.open(address, width)) {
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            doctor.go("/goals/" + programme);
            awaitText(doctor, "main", "Det här saknas");
            assertTrue(text(doctor, "#missing").contains("2 delmål saknar underlag"), text(doctor, "#missing"));
            doctor.assertAccessible();
            doctor.picture("goals-all-" + width);
            doctor.script("document.querySelector('#goals-lacking input').click()");
            awaitText(doctor, "#goals-shown", "Visar");
            doctor.await()
                    .until(driver -> !text(doctor, "main").contains("✓\nIntygat")
                            && text(doctor, "main").contains("Underlag saknas"));
            doctor.assertAccessible();
            doctor.script("document.querySelector('#goals-lacking input').click()");
            chooseTerm(doctor, today.plusYears(1));
            awaitText(doctor, "main", "1 aktivitet för 1 delmål");
            assertFalse(text(doctor, "main").contains(code + " "));
            doctor.assertAccessible();
            doctor.picture("goals-term-" + width);

            doctor.go("/goal/" + programme + "/" + code);
            awaitText(doctor, "h1 + .tag", "Saknas");
            Fields fields = new Fields(doctor);
            fields.press("evidence-link");
            awaitText(doctor, "#evidence-picker", "Välj en post.");
            fields.choose("evidence-picker", "Mini-CEX");
            fields.press("evidence-link");
            awaitText(doctor, "h1 + .tag", "1 underlag");
            awaitText(doctor, "main", "kopplad i efterhand");
            doctor.assertAccessible();
            doctor.picture("goal-linked-" + width);

            doctor.script("document.querySelector('main .rows a').click()");
            awaitText(doctor, "main", "Kopplad i efterhand till");
            fields.choose("record-goal-picker", open.get(5));
            fields.press("record-goal-link");
            awaitText(doctor, "main", open.get(5) + " ");
            doctor.assertAccessible();
            doctor.picture("record-goals-" + width);
            doctor.go("/goal/" + programme + "/" + open.get(5));
            awaitText(doctor, "h1 + .tag", "1 underlag");
            doctor.go("/goal/" + programme + "/" + code);

            SignInPage.open(supervisor).signIn("handledare", DemoRegion.PASSWORD);
            supervisor.go("/goal/" + programme + "/" + code);
            Fields attest = new Fields(supervisor);
            attest.press("goal-attest");
            attest.write("goal-statement", "Sett på mottagningen, åäö");
            supervisor.assertAccessible();
            supervisor.picture("goal-attest-" + width);
            attest.press("form-save");
            awaitText(supervisor, "h1 + .tag", "Intygat");
            awaitText(supervisor, ".history", "Sett på mottagningen, åäö");
            assertEquals("H1", focused(supervisor));
            supervisor.assertAccessible();

            // The doctor's screen still shows the link as one that can go.
            doctor.press(By.xpath("//main//vaadin-button[contains(., 'Ta bort kopplingen')]"));
            awaitText(doctor, "#evidence-problem", "Kopplingen är kvar");
            doctor.assertAccessible();

            attest.press("goal-withdraw");
            attest.write("reason-text", "Fel delmål");
            attest.press("reason-confirm");
            awaitText(supervisor, "h1 + .tag", "1 underlag");
            awaitText(supervisor, ".history", "Fel delmål");
            supervisor.picture("goal-withdrawn-" + width);

            doctor.press(By.xpath("//main//vaadin-button[contains(., 'Ta bort kopplingen')]"));
            awaitText(doctor, "h1 + .tag", "Saknas");
            new Fields(doctor).undo();
            awaitText(doctor, "h1 + .tag", "1 underlag");
        }
    }

    private static void chooseTerm(Browser browser, LocalDate day) {
        browser.script("document.getElementById('goals-term').opened = true");
        String term = se.stegen.coverage.Term.of(day).code();
        WebElement item = browser.await()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//vaadin-select-item[contains(., '" + term + "')]")));
        browser.script("arguments[0].click()", item);
    }

    /** Records stay, but nothing is planned any more. */
    private static void emptyPlan(long programme) {
        String items = " IN (SELECT id FROM iup_item WHERE programme_id = ?)";
        String placements = " IN (SELECT id FROM placement WHERE programme_id = ?)";
        for (String rows : List.of(
                "activity_evaluation WHERE item_id" + items,
                "activity_evaluation WHERE placement_id" + placements,
                "iup_item_goal WHERE item_id" + items,
                "iup_item WHERE programme_id = ?",
                "placement_goal WHERE placement_id" + placements,
                "placement WHERE programme_id = ?")) {
            Fixtures.execute("DELETE FROM " + rows, programme);
        }
    }

    private static List<String> codes(long programme, GoalState state) {
        return TestServer.bean(CoverageService.class).coverage(DemoProgram.actor("st"), programme).goals().stream()
                .filter(goal -> goal.state() == state)
                .map(GoalCoverage::code)
                .toList();
    }

    private static void item(long programme, String kind, LocalDate from, LocalDate to, String... goals) {
        long id = Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " created_by, updated_at) VALUES (?, ?, ?, ?, ?, 'DOPS', '', '', ?, NOW(6))",
                programme,
                kind,
                "Kärlkirurgi, Sjöstad",
                from,
                to,
                DemoProgram.id("st"));
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO iup_item_goal (item_id, goal_code) VALUES (?, ?)", id, goal);
        }
    }

    private static void awaitText(Browser browser, String css, String text) {
        browser.await().until(driver -> text(browser, css).contains(text));
    }

    private static String text(Browser browser, String css) {
        return String.valueOf(browser.script(
                "const found = document.querySelector(arguments[0]); return found ? found.innerText : ''", css));
    }

    private static String focused(Browser browser) {
        browser.await().until(driver -> "H1".equals(browser.script("return document.activeElement.tagName")));
        return String.valueOf(browser.script("return document.activeElement.tagName"));
    }
}
