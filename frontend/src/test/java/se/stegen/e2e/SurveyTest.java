package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.e2e.vaadin.Keyboard;
import se.stegen.rest.TestServer;
import se.stegen.survey.SurveyAnswerService;
import se.stegen.survey.SurveyData;
import se.stegen.survey.SurveyService;
import se.stegen.testing.Fixtures;

/** A survey from its opening to its result; one answers on a phone, by keyboard alone. */
@Tag("browser")
class SurveyTest {
    private String address = "";
    private long clinic;

    @BeforeEach
    void demo() {
        address = DemoProgram.fresh();
        clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
    }

    @Test
    void fromOpeningToResult() {
        long survey;
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            desk.go("/surveys/" + clinic);
            Fields fields = new Fields(desk);
            fields.press("survey-open");
            desk.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("survey-closes")));
            desk.assertAccessible();
            fields.press("form-save");
            desk.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("survey-answered")));
            desk.assertAccessible();
            survey = Fixtures.number("SELECT MAX(id) FROM survey WHERE clinic_id = ? AND state = 'OPEN'", clinic);
        }
        onThePhone(survey);
        fiveMore(survey);
        closed(survey);
        try (Browser phone = Browser.open(address, 320, true)) {
            SignInPage.open(phone).signIn("studierektor", DemoRegion.PASSWORD);
            phone.go("/survey/" + survey);
            new Fields(phone).byId("survey-reference");
            phone.picture("survey-result-320-dark");
            assertEquals("true", shown(phone, ".bars.phone svg"));
            phone.assertAccessible();
        }
    }

    private void closed(long survey) {
        try (Browser desk = Browser.open(address, Browser.DESK)) {
            SignInPage.open(desk).signIn("studierektor", DemoRegion.PASSWORD);
            desk.go("/survey/" + survey);
            Fields fields = new Fields(desk);
            assertTrue(fields.byId("survey-answered").getText().startsWith("Minst 5 av"));
            fields.press("survey-close");
            fields.press("confirm-yes");
            desk.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("survey-table")));
            String table = fields.byId("survey-table").getText();
            assertTrue(table.contains("100 % av 6"), table);
            assertTrue(table.contains("Visas inte"), table);
            assertTrue(fields.byId("survey-comments").getText().contains("Mer tid för handledning"));
            fields.byId("survey-reference");
            desk.picture("survey-result-1280");
            fields.byId("survey-table");
            desk.picture("survey-table-1280");
            assertEquals("true", shown(desk, ".bars.wide svg"));
            assertEquals("false", shown(desk, ".bars.phone svg"));
            desk.assertAccessible();
        }
    }

    private static String shown(Browser browser, String selector) {
        return String.valueOf(browser.script(
                "return document.querySelector(arguments[0]).getBoundingClientRect().height > 100", selector));
    }

    private void onThePhone(long survey) {
        try (Browser phone = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(phone).signIn("st", DemoRegion.PASSWORD);
            phone.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("todo"), "Enkät om ST på Kirurgkliniken, Norrviken"));
            phone.go("/survey-answer/" + survey);
            Keyboard keys = new Keyboard(phone);
            Fields fields = new Fields(phone);
            fields.byId("survey-A1");
            phone.picture("survey-answer-360");
            List<String> codes = phone.driver().findElements(By.cssSelector("vaadin-radio-group.likert")).stream()
                    .map(one -> one.getDomAttribute("id"))
                    .toList();
            for (String code : codes) {
                keys.tabToWhat("#" + code + " input").sendKeys("4");
                phone.await()
                        .until(driver -> Boolean.TRUE.equals(
                                phone.script("return document.getElementById(arguments[0]).value !== ''", code)));
            }
            keys.tabTo("survey-comment").sendKeys("Mer tid för handledning");
            phone.await()
                    .until(
                            driver -> Boolean.TRUE.equals(
                                    phone.script(
                                            "return Object.values(sessionStorage).some(one => one.includes('Mer tid för handledning'))")));
            // What was filled in survives a reload of the tab, and nothing of it is in the database.
            assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ?", survey));
            phone.go("/survey-answer/" + survey);
            phone.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("survey-count"), codes.size() + " av " + codes.size()));
            phone.assertAccessible();
            phone.picture("survey-filled-360");
            keys.tabTo("survey-send").sendKeys(Keys.ENTER);
            phone.await().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Tack"));
            assertEquals(
                    codes.size(), Fixtures.number("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ?", survey));
            phone.assertAccessible();
        }
    }

    private static void fiveMore(long survey) {
        for (int i = 0; i < 5; i++) {
            long person = Fixtures.number(
                    "SELECT MIN(person_id) FROM survey_invitee WHERE survey_id = ? AND respondent_group = 'TRAINEE'"
                            + " AND NOT answered",
                    survey);
            TestServer.bean(SurveyAnswerService.class)
                    .answer(Fixtures.actor(person), survey, Map.of("A1", 4, "E1", 2), "");
        }
    }

    @Test
    void closedInTheMiddleOfAnsweringIsToldAndNothingIsLost() {
        SurveyService surveys = TestServer.bean(SurveyService.class);
        long survey = surveys.open(
                        DemoProgram.actor("verksamhetschef"), List.of(clinic), new SurveyData(null, null, null))
                .getFirst()
                .id();
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("st", DemoRegion.PASSWORD);
            browser.go("/survey-answer/" + survey);
            Fields fields = new Fields(browser);
            fields.write("survey-comment", "Det här ville jag säga");
            surveys.close(DemoProgram.actor("verksamhetschef"), survey, null);
            fields.press("survey-send");
            browser.await().until(ExpectedConditions.textToBePresentInElementLocated(By.id("problem"), "inte skickat"));
            assertEquals("Det här ville jag säga", fields.read("survey-comment"));
            assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM survey_comment WHERE survey_id = ?", survey));
        }
    }
}
