package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;

/** The overall studierektor compares clinics: sorts, filters, opens a cell, goes back; with the keyboard, too. */
@Tag("browser")
class OrganisationTest {
    private static final By ROWS = By.cssSelector(".heat tbody tr:not(.pooled)");

    @Test
    void clinicsAreSortedFilteredAndOpenedAndTheWayBackKeepsTheChoice() {
        String address = DemoProgram.fresh();
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("overstudierektor", DemoRegion.PASSWORD);
            browser.press(By.id("nav-clinics"));
            browser.await().until(ExpectedConditions.urlContains("/clinics/organisation/"));
            int all = count(browser);
            assertTrue(all > 10, "a region of many clinics");
            assertEquals(
                    "Alla tillsammans",
                    browser.driver()
                            .findElement(By.cssSelector(".heat tr.pooled th span"))
                            .getText());
            browser.press(By.id("sort-SUPERVISION"));
            browser.await().until(ExpectedConditions.urlContains("sort=SUPERVISION"));
            browser.await()
                    .until(ExpectedConditions.attributeToBe(
                            By.xpath("//th[a/@id='sort-SUPERVISION']"), "aria-sort", "ascending"));
            browser.await()
                    .until(driver -> "sort-SUPERVISION"
                            .equals(driver.switchTo().activeElement().getDomAttribute("id")));
            // Worst first, with the keyboard the other way round.
            assertTrue(first(browser).contains("Röd"), first(browser));
            browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            browser.await().until(ExpectedConditions.urlContains("sort=-SUPERVISION"));
            browser.await().until(driver -> first(browser).contains("Grön"));
            new Fields(browser).write("organisation-search", "kirurg");
            browser.await().until(driver -> count(browser) < all);
            browser.await().until(ExpectedConditions.urlContains("q=kirurg"));
            int found = count(browser);
            browser.assertAccessible();
            WebElement cell = browser.driver().findElement(By.cssSelector(".heat tbody td a[id$='-SUPERVISION']"));
            String id = String.valueOf(cell.getDomAttribute("id"));
            cell.sendKeys(Keys.ENTER);
            browser.await().until(ExpectedConditions.urlContains("code=SUPERVISION"));
            browser.await()
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("#light-SUPERVISION.pointed")));
            assertTrue(String.valueOf(browser.driver().getCurrentUrl()).contains("/clinic/" + id.split("-")[1] + "?"));
            browser.driver().navigate().back();
            browser.await().until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
            assertEquals(found, count(browser), "the choice lies in the address");
            assertEquals("kirurg", new Fields(browser).read("organisation-search"));
        }
    }

    @Test
    void onAPhoneEachClinicIsACardAndNothingIsLostByASelection() {
        String address = DemoProgram.fresh();
        try (Browser browser = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(browser).signIn("overstudierektor", DemoRegion.PASSWORD);
            browser.go("/clinics");
            browser.await().until(ExpectedConditions.urlContains("/clinics/organisation/"));
            String path = String.valueOf(browser.driver().getCurrentUrl()).substring(address.length());
            int all = count(browser);
            browser.go(path + "?show=red&sort=ASSESSMENT");
            browser.await().until(ExpectedConditions.presenceOfElementLocated(ROWS));
            assertTrue(count(browser) <= all);
            assertTrue(first(browser).contains("Röd"), first(browser));
            assertFalse(
                    browser.driver().findElement(By.id("sort-name")).getSize().getHeight() > 1000);
            browser.assertNoSidewaysScrolling();
            browser.assertAccessible();
            browser.picture("organisation-red-360");
            browser.go(path + "?date=2999-01-01&sort=NOTHING&rows=x");
            browser.await().until(ExpectedConditions.presenceOfElementLocated(ROWS));
            assertEquals(all, count(browser), "what cannot be read is as if it were not there");
        }
    }

    private static int count(Browser browser) {
        browser.await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".heat tr.pooled")));
        return browser.driver().findElements(ROWS).size();
    }

    private static String first(Browser browser) {
        List<WebElement> rows = browser.driver().findElements(ROWS);
        return String.valueOf(rows.getFirst().getDomProperty("textContent"));
    }
}
