package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.AssessmentPage;
import se.stegen.e2e.page.ClinicPage;
import se.stegen.e2e.page.HomePage;
import se.stegen.e2e.page.SignInPage;
import se.stegen.e2e.page.SupervisionPage;

/**
 * The main job, end to end: a doctor logs a supervision session and asks for a Mini-CEX, the supervisor signs both, and
 * the studierektor sees the clinic's lights change on the open screen.
 */
@Tag("browser")
class MainJobTest {
    private static final String KIRURGI = "SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'";

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void doctorAsksSupervisorSignsStudierektorSees(int width) {
        String address = DemoProgram.fresh();
        DemoProgram.oneShort();
        long clinic = se.stegen.testing.Fixtures.number(KIRURGI);
        try (Browser desk = Browser.open(address, width);
                Browser doctor = Browser.open(address, width);
                Browser supervisor = Browser.open(address, width)) {
            signIn(desk, "studierektor");
            ClinicPage lights = ClinicPage.open(desk, clinic);
            String supervision = lights.fraction("SUPERVISION");
            String assessment = lights.fraction("ASSESSMENT");
            desk.assertAccessible();
            desk.picture("clinic-before-" + width);

            HomePage home = signIn(doctor, "st");
            doctor.assertAccessible();
            doctor.picture("home-" + width);
            SupervisionPage session = home.logSupervision();
            session.write("Om bråck, åäö 🙂", "Två DOPS före jul").goal("STc1");
            session.awaitSaved();
            doctor.assertAccessible();
            doctor.picture("supervision-draft-" + width);
            session.send();
            doctor.assertAccessible();
            long sessionId = session.id();

            AssessmentPage request = HomePage.open(doctor).askForAssessment();
            request.context("Akutmottagningen, buksmärta").goal("STc2");
            request.awaitSaved();
            doctor.assertAccessible();
            doctor.picture("assessment-request-" + width);
            request.send();
            long assessmentId = request.id();

            HomePage waiting = signIn(supervisor, "handledare");
            assertTrue(waiting.todo().stream().anyMatch(line -> line.contains("Anna Lind")), waiting.todo()::toString);
            supervisor.assertAccessible();
            supervisor.picture("home-supervisor-" + width);
            SupervisionPage toSign = SupervisionPage.open(supervisor, sessionId);
            supervisor.assertAccessible();
            toSign.sign();
            supervisor.assertAccessible();
            supervisor.picture("supervision-signed-" + width);
            lights.awaitFraction("SUPERVISION", oneMore(supervision));

            AssessmentPage answer = AssessmentPage.open(supervisor, assessmentId);
            answer.comments("Lugn och strukturerad anamnes", "Säg planen högt").touch(3);
            answer.awaitSaved();
            supervisor.assertAccessible();
            supervisor.picture("assessment-answer-" + width);
            answer.sign();
            supervisor.assertAccessible();
            lights.awaitFraction("ASSESSMENT", oneMore(assessment));
            desk.assertAccessible();
            lights.openLight("SUPERVISION");
            assertFalse(lights.doctors().isBlank());
            desk.assertAccessible();
            desk.picture("clinic-after-" + width);
        }
    }

    @Test
    void theSupervisorAnswersWithTheKeyboardAndADraftSurvivesALostSession() {
        String address = DemoProgram.fresh();
        long waiting = se.stegen.testing.Fixtures.number(
                "SELECT id FROM assessment WHERE state = 'SENT' AND assessor_id = ? AND programme_id = ?"
                        + " AND context = 'Akutmottagningen, buksmärta' ORDER BY id DESC LIMIT 1",
                DemoProgram.id("handledare"),
                DemoProgram.programme("st"));
        try (Browser first = Browser.open(address, Browser.DESK)) {
            signIn(first, "handledare");
            AssessmentPage answer = AssessmentPage.open(first, waiting);
            answer.comments("Lugn anamnes", "Prioritera högt").digit(3);
            answer.awaitSaved();
        }
        // The browser is gone without a word; another one finds what was written.
        try (Browser second = Browser.open(address, Browser.DESK)) {
            signIn(second, "handledare");
            AssessmentPage answer = AssessmentPage.open(second, waiting);
            assertEquals("Lugn anamnes", answer.doMore());
            answer.sign();
        }
        assertEquals(3, se.stegen.testing.Fixtures.number("SELECT overall FROM assessment WHERE id = ?", waiting));
    }

    private static HomePage signIn(Browser browser, String username) {
        return SignInPage.open(browser).signIn(username, DemoRegion.PASSWORD);
    }

    /** "12 av 16" becomes "13 av 16". */
    private static String oneMore(String fraction) {
        int end = 0;
        while (Character.isDigit(fraction.charAt(end))) {
            end++;
        }
        return (Integer.parseInt(fraction.substring(0, end)) + 1) + fraction.substring(end);
    }
}
