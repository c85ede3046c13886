package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** A self-evaluation from its start to its document; two who write on one item are asked what holds. */
@Tag("browser")
class SelfEvaluationTest {
    private String address = "";
    private long clinic;

    @BeforeEach
    void demo() {
        address = DemoProgram.fresh();
        clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        Fixtures.execute("UPDATE self_evaluation SET state = 'FINISHED' WHERE clinic_id = ?", clinic);
    }

    @Test
    void fromStartToDocument() {
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.go("/self-evaluations/" + clinic);
            Fields fields = new Fields(browser);
            fields.press("evaluation-start");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("evaluation-regulations")));
            browser.assertAccessible();
            fields.press("form-save");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("item-A1")));
            long id = Fixtures.number(
                    "SELECT MAX(id) FROM self_evaluation WHERE clinic_id = ? AND state = 'OPEN'", clinic);

            // Saves itself.
            browser.press(By.cssSelector("#judge-A1 vaadin-radio-button:nth-of-type(1) label"));
            fields.write("words-A1", "Regionens riktlinjer");
            awaitSaved(browser, id, "A1", "MET", "Regionens riktlinjer");
            browser.picture("self-evaluation-1280");
            browser.assertAccessible();

            // The head writes on the same item in the meantime.
            Fixtures.execute(
                    "UPDATE self_evaluation_answer SET text = 'Chefens ord', version = version + 1"
                            + " WHERE self_evaluation_id = ? AND item_code = 'A1'",
                    id);
            fields.write("words-A1", "Mina ord");
            fields.press("conflict-confirm");
            awaitSaved(browser, id, "A1", "MET", "Chefens ord\n\nMina ord");

            // A gap becomes an action.
            browser.press(By.id("tab-F"));
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("item-F6")));
            browser.press(By.cssSelector("#judge-F6 vaadin-radio-button:nth-of-type(3) label"));
            awaitSaved(browser, id, "F6", "NOT_MET", "");
            browser.await()
                    .until(driver ->
                            "F 1/6".equals(browser.script("return document.getElementById('tab-F').textContent")));
            fields.press("act-F6");
            fields.write("evaluation-planned", "Rita upp kursplanen");
            fields.press("form-save");
            browser.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM review_action WHERE item_code = 'F6' AND planned_action = ?",
                                    "Rita upp kursplanen")
                            == 1);
            browser.press(By.id("tab-gaps"));
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("evaluation-gaps")));
            browser.picture("self-evaluation-gaps-1280");
            browser.assertAccessible();

            fields.press("evaluation-finish");
            fields.press("confirm-yes");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector(".page-head"), "Avslutad"));
            assertTrue(Fixtures.number("SELECT COUNT(*) FROM self_evaluation_figure WHERE self_evaluation_id = ?", id)
                    > 5);
            assertEquals("%PDF", download(browser));
            browser.assertAccessible();
        }
        try (Browser phone = Browser.open(address, 320)) {
            SignInPage.open(phone).signIn("verksamhetschef", DemoRegion.PASSWORD);
            phone.go("/self-evaluation/"
                    + Fixtures.number("SELECT MAX(id) FROM self_evaluation WHERE clinic_id = ?", clinic) + "?area=E");
            new Fields(phone).byId("item-E1");
            phone.picture("self-evaluation-320");
            phone.assertAccessible();
        }
    }

    private static void awaitSaved(Browser browser, long id, String item, String judgement, String text) {
        browser.await()
                .until(driver -> Fixtures.number(
                                "SELECT COUNT(*) FROM self_evaluation_answer WHERE self_evaluation_id = ?"
                                        + " AND item_code = ? AND judgement = ? AND text = ?",
                                id,
                                item,
                                judgement,
                                text)
                        == 1);
    }

    private static String download(Browser browser) {
        return String.valueOf(((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                fetch(document.getElementById('evaluation-document').href)
                    .then(answer => answer.text()).then(text => done(text.substring(0, 4)));
                """));
    }
}
