package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.vaadin.Fields;
import se.stegen.meeting.Meeting;
import se.stegen.meeting.MeetingKind;
import se.stegen.meeting.MeetingPlan;
import se.stegen.meeting.MeetingService;
import se.stegen.rest.TestServer;
import se.stegen.testing.Fixtures;

/** A talk prepared by both and closed by one; a support plan that those concerned see; the yearly report. */
@Tag("browser")
class TalksTest {
    @Test
    void aTalkIsPreparedByBothAndClosedByTheHead() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        Meeting planned = TestServer.bean(MeetingService.class)
                .plan(
                        DemoProgram.actor("verksamhetschef"),
                        programme,
                        MeetingKind.DEVELOPMENT_TALK,
                        new MeetingPlan(DemoProgram.today(), null, null, "Rum 4"));
        try (Browser doctor = Browser.open(address, Browser.PHONE);
                Browser head = Browser.open(address, Browser.DESK)) {
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            shown(doctor, "Förbered Utvecklingssamtal med Henrik Strand");
            doctor.go("/meeting/" + planned.id());
            Fields mine = new Fields(doctor);
            mine.write("meeting-answer-0", "Akuten går bra");
            saved(doctor);
            SignInPage.open(head).signIn("verksamhetschef", DemoRegion.PASSWORD);
            head.go("/meeting/" + planned.id());
            shown(head, "Anna Lind har inte delat någon förberedelse än");
            assertFalse(text(head).contains("Akuten går bra"), "what is not shared is the doctor's own");

            mine.press("meeting-share");
            shown(doctor, "Delad. Henrik Strand ser den");
            doctor.assertAccessible();
            doctor.picture("meeting-prepared-360");
            head.go("/meeting/" + planned.id());
            shown(head, "Akuten går bra");

            Fields theirs = new Fields(head);
            theirs.write("meeting-answer-0", "Ser en bra utveckling");
            saved(head);
            theirs.press("meeting-share");
            shown(head, "Delad. Anna Lind ser den");
            theirs.write("meeting-summary", "Bra år, mer operation i vår");
            theirs.write("meeting-agreement-0", "Egen mottagning");
            head.await()
                    .until(driver -> Fixtures.number(
                                    "SELECT COUNT(*) FROM meeting_closing WHERE meeting_id = ?"
                                            + " AND agreements LIKE '%mottagning%'",
                                    planned.id())
                            == 1);
            doctor.go("/meeting/" + planned.id());
            shown(doctor, "Ser en bra utveckling");
            assertFalse(text(doctor).contains("mer operation"), "a draft is for the one who closes");
            head.go("/meeting/" + planned.id());
            shown(head, "Efter mötet");
            assertEquals("Bra år, mer operation i vår", theirs.read("meeting-summary"));
            assertEquals("Egen mottagning", theirs.read("meeting-agreement-0"));
            head.assertAccessible();
            head.picture("meeting-closing-1280");
            theirs.press("meeting-close");
            head.press(By.id("confirm-yes"));
            shown(head, "Genomfört");
            shown(head, "Egen mottagning");

            doctor.go("/meeting/" + planned.id());
            shown(doctor, "Bra år, mer operation i vår");
            shown(doctor, "Ser en bra utveckling");
            mine.write("meeting-addition", "Mottagningen börjar i mars");
            mine.press("meeting-addition-add");
            shown(doctor, "Tillägg av Anna Lind");
            doctor.assertAccessible();
        }
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM meeting WHERE id = ? AND state = 'HELD' AND holder_id = ?",
                        planned.id(),
                        DemoProgram.id("verksamhetschef")));
    }

    @Test
    void aTalkRecordedByMistakeIsVoided() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        try (Browser head = Browser.open(address, Browser.PHONE);
                Browser doctor = Browser.open(address, Browser.DESK)) {
            SignInPage.open(head).signIn("verksamhetschef", DemoRegion.PASSWORD);
            head.go("/meetings/" + programme);
            Fields fields = new Fields(head);
            fields.press("meeting-record");
            fields.write("meeting-record-summary", "Om en helt annan läkare");
            fields.press("form-save");
            shown(head, "Om en helt annan läkare");
            fields.press("meeting-void");
            fields.write("reason-text", "Fel läkare");
            head.assertAccessible();
            fields.press("reason-confirm");
            shown(head, "Makulerat av Henrik Strand");
            head.assertAccessible();
            head.picture("meeting-voided-360");
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            doctor.go("/meeting/" + Fixtures.number("SELECT MAX(id) FROM meeting WHERE programme_id = ?", programme));
            shown(doctor, "Fel läkare");
            assertFalse(text(doctor).contains("helt annan läkare"), text(doctor));
            doctor.assertAccessible();
            doctor.picture("meeting-voided-1280");
        }
    }

    @Test
    void aSupportPlanIsSeenByThoseConcernedOnly() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        try (Browser lead = Browser.open(address, Browser.DESK)) {
            SignInPage.open(lead).signIn("studierektor", DemoRegion.PASSWORD);
            lead.go("/meetings/" + programme);
            Fields fields = new Fields(lead);
            fields.press("support-plan-open");
            fields.write("support-reason", "Osäker på akuten");
            fields.write("support-efforts", "Handledning varje vecka");
            fields.press("form-save");
            shown(lead, "Åtgärdsplan för Anna Lind");
            fields.press("support-follow-up");
            fields.day("support-due", DemoProgram.today().plusDays(14).toString());
            fields.press("form-save");
            shown(lead, "planerad");
            lead.await().until(ExpectedConditions.invisibilityOfElementLocated(By.id("form-save")));
            lead.assertAccessible();
            lead.picture("support-plan-1280");
        }
        long plan = Fixtures.number("SELECT MAX(id) FROM support_plan WHERE programme_id = ?", programme);
        for (String who : new String[] {"st", "handledare", "verksamhetschef"}) {
            try (Browser browser = Browser.open(address, Browser.PHONE)) {
                SignInPage.open(browser).signIn(who, DemoRegion.PASSWORD);
                browser.go("/support-plan/" + plan);
                shown(browser, "Osäker på akuten");
                browser.go("/meetings/" + programme);
                shown(browser, "Åtgärdsplan från");
            }
        }
        try (Browser browser = Browser.open(address, Browser.DESK)) {
            SignInPage.open(browser).signIn("granskare", DemoRegion.PASSWORD);
            browser.go("/support-plan/" + plan);
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
            assertFalse(text(browser).contains("Osäker"));
            browser.go("/meetings/" + programme);
            shown(browser, "Genomförda");
            assertFalse(text(browser).contains("Åtgärdsplan"));
        }
    }

    @Test
    void theYearlyReportDraftsItselfAndReachesTheStudierektor() {
        String address = DemoProgram.fresh();
        long programme = DemoProgram.programme("st");
        long report;
        try (Browser doctor = Browser.open(address, Browser.DESK)) {
            SignInPage.open(doctor).signIn("st", DemoRegion.PASSWORD);
            doctor.go("/meetings/" + programme);
            Fields fields = new Fields(doctor);
            fields.press("report-draft");
            shown(doctor, "Signerade samtal: 7");
            shown(doctor, "Genomförda möten: 1");
            assertTrue(text(doctor).contains("Internutbildning: "), text(doctor));
            fields.write("report-words-YEAR", "Ett bra år");
            saved(doctor);
            doctor.assertAccessible();
            doctor.picture("annual-report-draft-1280");
            report = Fixtures.number("SELECT MAX(id) FROM annual_report WHERE programme_id = ?", programme);
            fields.press("report-send");
            doctor.press(By.id("confirm-yes"));
            shown(doctor, "Handledarrapporten är inte skriven än");
        }
        try (Browser supervisor = Browser.open(address, Browser.PHONE)) {
            SignInPage.open(supervisor).signIn("handledare", DemoRegion.PASSWORD);
            shown(supervisor, "Skriv handledarrapport för Anna Lind");
            supervisor.go("/annual-report/" + report);
            shown(supervisor, "Ett bra år");
            Fields fields = new Fields(supervisor);
            fields.write("report-progress", "Går som planerat");
            saved(supervisor);
            fields.press("report-comment-send");
            supervisor.press(By.id("confirm-yes"));
            shown(supervisor, "Handledarrapport av Johan Berg");
            supervisor.assertAccessible();
        }
        try (Browser lead = Browser.open(address, Browser.DESK)) {
            SignInPage.open(lead).signIn("studierektor", DemoRegion.PASSWORD);
            shown(lead, "Läs årsrapporten för Anna Lind");
            lead.go("/annual-report/" + report);
            shown(lead, "Går som planerat");
            new Fields(lead).press("report-read");
            shown(lead, "Läst av Maria Ek");
            assertTrue(String.valueOf(lead.script("return document.getElementById('report-pdf').href"))
                    .contains("/"));
            lead.assertAccessible();
            lead.picture("annual-report-1280");
        }
    }

    private static void saved(Browser browser) {
        browser.await()
                .until(ExpectedConditions.textMatches(By.id("saved"), java.util.regex.Pattern.compile("Sparat .*")));
    }

    private static void shown(Browser browser, String words) {
        browser.await().until(driver -> text(browser).contains(words));
    }

    private static String text(Browser browser) {
        return String.valueOf(browser.script("return document.body.innerText"));
    }
}
