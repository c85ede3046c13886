package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.testing.Fixtures;

/** The region's guideline gets a version, a clinic overrides a value; both see beforehand what that does. */
@Tag("browser")
class GuidelineTest {
    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void theRegionSeesWhatAVersionWouldDoBeforeItIsSaved(int width) {
        String address = DemoProgram.fresh();
        long region = Fixtures.number("SELECT MIN(id) FROM organisation WHERE parent_id IS NULL");
        try (Browser browser = Browser.open(address, width)) {
            SignInPage.open(browser).signIn("overstudierektor", DemoRegion.PASSWORD);
            browser.go("/guideline/" + region);
            Fields fields = new Fields(browser);
            fields.write("guideline-name", "Regionens riktlinje 2027");
            fields.write("guideline-supervisionsPerYear", "3");
            browser.await()
                    .until(driver -> Fixtures.number("SELECT COUNT(*) FROM guideline_draft WHERE content LIKE '%2027%'"
                                    + " AND content LIKE '%\"supervisionsPerYear\":\"3\"%'")
                            == 1);
            browser.go("/guideline/" + region);
            assertEquals("3", fields.read("guideline-supervisionsPerYear"), "the draft survives a reload");
            fields.press("guideline-preview");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("guideline-effect"), "3 handledningssamtal per 12 månader"));
            browser.picture("guideline-effect-" + width);
            browser.assertAccessible();
            assertEquals(0, own(region));
            fields.write("guideline-supervisionsPerYear", "0");
            fields.press("guideline-save");
            browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#problem p")));
            assertEquals(0, own(region));
            fields.write("guideline-supervisionsPerYear", "3");
            fields.press("guideline-save");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector("main"), "Ny version: Regionens riktlinje 2027"));
            assertEquals(1, own(region));
        }
    }

    @Test
    void aClinicOverridesAValueWithAReasonAndTakesItBack() {
        String address = DemoProgram.fresh();
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("verksamhetschef", DemoRegion.PASSWORD);
            browser.go("/clinic-guideline/" + clinic);
            Fields fields = new Fields(browser);
            fields.write("override-value", "4");
            fields.press("override-preview");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("guideline-effect"), "4 handledningssamtal per 12 månader"));
            fields.press("override-save");
            browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#problem p")));
            assertEquals(0, overrides(clinic), "not without a reason");
            fields.write("override-reason", "Beslut i ledningsgruppen");
            fields.press("override-save");
            browser.await().until(driver -> overrides(clinic) == 1);
            fields.undo();
            browser.await().until(driver -> overrides(clinic) == 0);
            fields.write("studierektor-hours", "12,5");
            fields.press("studierektor-hours-save");
            browser.await()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector("main"), "12,5 timmar i veckan är avsatta"));
        }
    }

    @Test
    void aLightLeadsToItsTrendAsAPictureAndATable() {
        String address = DemoProgram.fresh();
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        try (Browser browser = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(browser).signIn("studierektor", DemoRegion.PASSWORD);
            browser.go("/clinic/" + clinic);
            browser.press(By.id("light-SUPERVISION"));
            browser.press(By.cssSelector("#clinic-trend a"));
            browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("svg.chart")));
            assertEquals(
                    "img",
                    browser.driver().findElement(By.cssSelector("svg.chart")).getDomAttribute("role"));
            browser.press(By.cssSelector("#trend-table vaadin-details-summary"));
            browser.await()
                    .until(driver -> driver.findElements(By.cssSelector("#trend-table tbody tr"))
                                    .size()
                            == 36);
            assertTrue(browser.driver()
                    .findElement(By.id("outlook-forecast"))
                    .getText()
                    .contains("60 dagar"));
            browser.picture("outlook-trend-phone");
            browser.assertAccessible();
            browser.assertNoSidewaysScrolling();
        }
    }

    private static long own(long organisation) {
        return Fixtures.number("SELECT COUNT(*) FROM guideline_profile WHERE organisation_id = ?", organisation);
    }

    private static long overrides(long clinic) {
        return Fixtures.number(
                "SELECT COUNT(*) FROM guideline_override WHERE clinic_id = ? AND field = 'SUPERVISIONS_PER_YEAR'",
                clinic);
    }
}
