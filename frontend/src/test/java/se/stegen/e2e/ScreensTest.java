package se.stegen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.Route;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.demo.DemoRegion;
import se.stegen.e2e.page.SignInPage;
import se.stegen.rest.TestServer;
import se.stegen.survey.SurveyData;
import se.stegen.survey.SurveyService;
import se.stegen.testing.Fixtures;

/** Every screen: axe-core finds nothing, nothing scrolls sideways, and a picture of it is kept. */
@Tag("browser")
class ScreensTest {
    private static final int NARROWEST = 320;

    private static String address = "";

    @BeforeAll
    static void demo() {
        address = DemoProgram.fresh();
        TestServer.bean(SurveyService.class)
                .open(
                        DemoProgram.actor("overstudierektor"),
                        List.of(Fixtures.number("SELECT id FROM clinic WHERE name = 'Medicinkliniken, Norrviken'")),
                        new SurveyData(null, null, null));
    }

    /** Screens by the person who looks at them; the key is a picture's name, the value a path. */
    private static Map<String, Map<String, String>> screens() {
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        long programme = DemoProgram.programme("st");
        Map<String, Map<String, String>> screens = new LinkedHashMap<>();
        screens.put(
                "st",
                ordered(
                        "home", "/",
                        "goals", "/goals/" + programme,
                        "goal", "/goal/" + programme + "/" + goal(programme, GoalState.EVIDENCE),
                        "supervisions", "/supervisions/" + programme,
                        "supervision-signed", "/supervision/" + record("supervision", "SIGNED", programme),
                        "supervision-planned", "/supervision/" + record("supervision", "PLANNED", programme),
                        "assessments", "/assessments/" + programme,
                        "assessment-signed", "/assessment/" + record("assessment", "SIGNED", programme),
                        "assessment-returned", "/assessment/" + record("assessment", "RETURNED", programme),
                        "together", "/together/" + record("assessment", "SENT", programme),
                        "iup", "/iup/" + programme,
                        "iup-versions", "/iup-versions/" + programme,
                        "trainee-own", "/trainee/" + programme,
                        "time-own", "/time/" + programme,
                        "placements-own", "/placements/" + programme,
                        "learning", "/learning/" + programme,
                        "feedback", "/feedback/" + programme,
                        "feedback-open-own", "/feedback-round/" + record("feedback_round", "OPEN", programme),
                        "feedback-released", "/feedback-round/" + record("feedback_round", "RELEASED", programme),
                        "procedures", "/procedures/" + programme,
                        "trainee-collegia", "/trainee-collegia/" + programme,
                        "collegium-outcome", "/collegium-outcome/" + outcome(programme),
                        "collegium-own", "/collegium-own/" + collegium("PLANNED"),
                        "meetings-own", "/meetings/" + programme,
                        "meeting-planned-own", "/meeting/" + record("meeting", "PLANNED", programme),
                        "meeting-held-own", "/meeting/" + record("meeting", "HELD", programme),
                        "studies-own", "/studies/" + programme,
                        "history-own", "/history/" + programme,
                        "annual-report", "/annual-report/" + record("annual_report", "SENT", programme),
                        "here", "/here/unknown",
                        "settings", "/settings",
                        "not-found", "/no-such-page"));
        screens.put(
                "handledare",
                ordered(
                        "home-supervisor",
                        "/",
                        "trainees",
                        "/trainees",
                        "goal-to-attest",
                        "/goal/" + programme + "/" + goal(programme, GoalState.EVIDENCE),
                        "goal-attested",
                        "/goal/" + programme + "/" + goal(programme, GoalState.ATTESTED),
                        "assessment-answer",
                        "/assessment/" + record("assessment", "SENT", programme),
                        "supervision-to-sign",
                        "/supervision/" + record("supervision", "SENT", programme),
                        "to-sign",
                        "/to-sign",
                        "feedback-open",
                        "/feedback-round/" + record("feedback_round", "OPEN", programme),
                        "take-unknown",
                        "/take/unknown",
                        "collegium-views",
                        "/collegium-views/" + collegium("PLANNED"),
                        "collegium-outcome-supervisor",
                        "/collegium-outcome/" + outcome(programme)));
        screens.put(
                "verksamhetschef",
                ordered(
                        "collegium-planned",
                        "/collegium/" + collegium("PLANNED"),
                        "collegium-closed",
                        "/collegium/" + collegium("CLOSED")));
        screens.put(
                "studierektor",
                ordered(
                        "collegia",
                        "/collegia/" + clinic,
                        "collegium-plan",
                        "/collegium-plan/" + clinic,
                        "home-studierektor",
                        "/",
                        "clinics",
                        "/clinics",
                        "clinic",
                        "/clinic/" + clinic,
                        "outlook",
                        "/outlook/" + clinic,
                        "clinic-guideline",
                        "/clinic-guideline/" + clinic,
                        "trainee",
                        "/trainee/" + programme,
                        "time",
                        "/time/" + moved(clinic),
                        "placements",
                        "/placements/" + programme,
                        "evaluations",
                        "/evaluations/" + clinic,
                        "meetings",
                        "/meetings/" + programme,
                        "meeting-planned",
                        "/meeting/" + record("meeting", "PLANNED", programme),
                        "meeting-questions",
                        "/meeting-questions/" + clinic,
                        "support-plan",
                        "/support-plan/" + Fixtures.number("SELECT MIN(id) FROM support_plan"),
                        "reviews",
                        "/reviews/" + clinic,
                        "review-import",
                        "/review-import/" + clinic,
                        "history",
                        "/history/" + programme,
                        "clinic-history",
                        "/clinic-history/" + clinic,
                        "history-batch",
                        "/history-batch/" + HistoryScreens.batch(programme),
                        "history-draft",
                        "/history-draft/" + HistoryScreens.draft(clinic),
                        "review",
                        "/review/" + review("CONFIRMED", clinic),
                        "review-draft",
                        "/review/" + review("DRAFT", clinic),
                        "review-action",
                        "/action/"
                                + Fixtures.number(
                                        "SELECT MIN(id) FROM review_action WHERE review_id = ?",
                                        review("CONFIRMED", clinic)),
                        "review-register",
                        "/review-register",
                        "surveys",
                        "/surveys/" + clinic,
                        "survey-result",
                        "/survey/"
                                + Fixtures.number(
                                        "SELECT MAX(id) FROM survey WHERE state = 'CLOSED' AND clinic_id = ?", clinic),
                        "self-evaluations",
                        "/self-evaluations/" + clinic,
                        "self-evaluation",
                        "/self-evaluation/"
                                + Fixtures.number("SELECT MAX(id) FROM self_evaluation WHERE clinic_id = ?", clinic),
                        "teaching",
                        "/teaching/" + clinic,
                        "teaching-session",
                        "/teaching-session/"
                                + Fixtures.number(
                                        "SELECT MAX(id) FROM teaching_session WHERE clinic_id = ? AND held_on = ?",
                                        clinic,
                                        DemoProgram.today()),
                        "general-programme",
                        "/general-programme/" + clinic,
                        "trainees-clinic",
                        "/trainees",
                        "forms",
                        "/forms/" + clinic,
                        "form-builder",
                        "/form/" + clinic + "/k" + clinic + "-aterkoppling-efter-rond",
                        "form-procedures",
                        "/form/" + clinic + "/k" + clinic + "-korkort-kirurgi"));
        screens.put(
                "annan.st",
                ordered(
                        "regulation",
                        "/regulation/" + DemoProgram.programme("annan.st"),
                        "feedback-answer",
                        "/feedback-answer/" + record("feedback_round", "OPEN", programme),
                        "survey-answer",
                        "/survey-answer/" + openSurvey()));
        screens.put(
                "overstudierektor",
                ordered(
                        "organisation",
                        "/clinics/organisation/"
                                + Fixtures.number("SELECT MIN(id) FROM organisation WHERE parent_id IS NULL"),
                        "survey-open",
                        "/survey/" + openSurvey(),
                        "clinic-overall",
                        "/clinic/" + clinic,
                        "guideline",
                        "/guideline/" + Fixtures.number("SELECT MIN(id) FROM organisation WHERE parent_id IS NULL"),
                        "clinic-guideline-overall",
                        "/clinic-guideline/" + clinic));
        screens.put(
                "admin",
                ordered(
                        "home-admin", "/",
                        "admin", "/admin",
                        "people", "/admin/people",
                        "person", "/admin/person/" + DemoProgram.id("handledare"),
                        "people-import", "/admin/people-import",
                        "programmes", "/admin/programmes",
                        "curricula", "/admin/curricula",
                        "curriculum", "/admin/curriculum/" + Fixtures.number("SELECT MIN(id) FROM curriculum")));
        return screens;
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "1280,true", "360,false", "360,true"})
    void everyScreenIsAccessible(int width, boolean dark) {
        String suffix = "-" + width + (dark ? "-dark" : "");
        screens().forEach((username, paths) -> {
            try (Browser browser = Browser.open(address, width, dark)) {
                SignInPage page = SignInPage.open(browser);
                browser.assertAccessible();
                browser.picture("sign-in" + suffix);
                page.signIn(username, DemoRegion.PASSWORD);
                paths.forEach((name, path) -> {
                    browser.go(path);
                    settle(browser);
                    browser.picture(name + suffix);
                    browser.assertAccessible();
                });
            }
        });
    }

    @Test
    void nothingScrollsSidewaysOnTheNarrowestScreen() {
        screens().forEach((username, paths) -> {
            try (Browser browser = Browser.open(address, NARROWEST)) {
                SignInPage.open(browser).signIn(username, DemoRegion.PASSWORD);
                paths.forEach((name, path) -> {
                    browser.go(path);
                    settle(browser);
                    browser.assertNoSidewaysScrolling();
                });
            }
        });
    }

    @Test
    void everyViewIsAmongTheScreens() {
        TreeSet<String> views = new TreeSet<>();
        TestServer.context()
                .getBeanDefinitions(Qualifiers.byStereotype(Route.class))
                .forEach(view -> views.add(
                        view.getBeanType().getAnnotation(Route.class).value().replaceFirst("/:.*", "")));
        screens()
                .values()
                .forEach(paths -> paths.values()
                        .forEach(path ->
                                views.remove(path.substring(1).replaceFirst("/(\\d+|unknown)(/[\\w-]+)?$", ""))));
        views.removeAll(List.of(
                "sign-in", "set-password", "assess", "feedback-link", "collegium-link", "not-me", "stop", "verify"));
        assertEquals(new TreeSet<String>(), views);
    }

    private static void settle(Browser browser) {
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.tagName("h1")));
        browser.await()
                .until(driver -> Boolean.TRUE.equals(
                        browser.script("return !Object.values((window.Vaadin || {}).Flow.clients || {})"
                                + ".some(c => c.isActive && c.isActive())")));
    }

    /** The first of the named doctor's goals in this state. */
    private static String goal(long programme, GoalState state) {
        return TestServer.bean(CoverageService.class).coverage(DemoProgram.actor("st"), programme).goals().stream()
                .filter(goal -> goal.state() == state)
                .map(GoalCoverage::code)
                .findFirst()
                .orElseThrow();
    }

    private static long collegium(String state) {
        return Fixtures.number("SELECT MAX(id) FROM collegium WHERE state = ?", state);
    }

    private static long outcome(long programme) {
        return Fixtures.number("SELECT MAX(id) FROM collegium_outcome WHERE programme_id = ?", programme);
    }

    /** The clinic's latest review in the state that has actions. */
    private static long review(String state, long clinic) {
        return Fixtures.number(
                "SELECT MAX(r.id) FROM review r JOIN review_action a ON a.review_id = r.id WHERE r.state = ?"
                        + " AND r.clinic_id = ?",
                state,
                clinic);
    }

    private static long openSurvey() {
        return Fixtures.number("SELECT MAX(id) FROM survey WHERE state = 'OPEN'");
    }

    private static long record(String table, String state, long programme) {
        return Fixtures.number(
                "SELECT id FROM " + table + " WHERE state = ? AND programme_id = ? ORDER BY id DESC LIMIT 1",
                state,
                programme);
    }

    /** A doctor of the clinic whose end more than one thing moves. */
    private static long moved(long clinic) {
        return Fixtures.number(
                "SELECT o.programme_id FROM post o WHERE o.clinic_id = ? ORDER BY"
                        + " (SELECT COUNT(*) FROM employment_rate e WHERE e.programme_id = o.programme_id)"
                        + " + 2 * (SELECT COUNT(*) FROM credit c WHERE c.programme_id = o.programme_id)"
                        + " + 2 * (SELECT COUNT(*) FROM leave_period l WHERE l.programme_id = o.programme_id) DESC,"
                        + " o.programme_id LIMIT 1",
                clinic);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
