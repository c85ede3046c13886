package se.stegen.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import se.stegen.access.PasswordHasher;
import se.stegen.database.RunningDatabase;
import se.stegen.e2e.Browser;

/**
 * A plan (IUP) of 300 activities and 60 goals: how long it takes to open, and to answer an edit.
 *
 * @param username the doctor
 * @param programme whose plan
 * @param item the activity that is moved
 * @param start first day of the programme
 */
record LargePlan(String username, long programme, long item, LocalDate start) {
    private static final int ITEMS = 300;
    private static final int GOALS = 60;
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 5;

    private static final String OPEN = "Plan of 300 activities, 60 goals: opened, UI";
    private static final String EDIT = "  an activity moved, UI";
    private static final String READ = "  GET /trainees/{id}/iup";
    private static final String CHANGE = "  PUT /trainees/{id}/iup/items/{id}";
    private static final String DRAWN = "  opened in Chromium, until every bar is drawn";
    private static final String MOVED = "  moved by key in Chromium, until the answer is drawn";

    /** Gives a doctor of the demo such a plan, on goals of its own. */
    static LargePlan prepare(RunningDatabase database) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement sql = owner.createStatement()) {
            sql.execute("INSERT INTO curriculum (regulation, specialty_code, number, source, checked, created_at)"
                    + " VALUES ('2021', 'kirurgi', 900, 'ADMIN', TRUE, NOW(6))");
            long curriculum = number(sql, "SELECT MAX(id) FROM curriculum");
            for (int i = 1; i <= GOALS; i++) {
                sql.execute("INSERT INTO goal (curriculum_id, code, goal_group, title, activities, checked, sort_order)"
                        + " VALUES (" + curriculum + ", 'STc" + i + "', 'C', 'Delmål nummer " + i
                        + " i en lång målbeskrivning', 'KLIN;KURS', TRUE, " + i + ")");
            }
            long programme = number(
                    sql,
                    "SELECT p.id FROM programme p JOIN person d ON d.id = p.person_id"
                            + " WHERE p.specialty_code = 'kirurgi' AND p.regulation = '2021' AND d.username LIKE 'demo%'"
                            + " AND NOT EXISTS (SELECT 1 FROM activity_evaluation e WHERE e.programme_id = p.id)"
                            + " ORDER BY p.start_date DESC LIMIT 1");
            sql.execute("UPDATE programme SET curriculum_id = " + curriculum + " WHERE id = " + programme);
            sql.execute("UPDATE iup SET state = 'DRAFT' WHERE programme_id = " + programme);
            sql.execute("DELETE FROM iup_item_goal WHERE item_id IN (SELECT id FROM iup_item WHERE programme_id = "
                    + programme + ")");
            sql.execute("DELETE FROM iup_item WHERE programme_id = " + programme);
            LocalDate start;
            try (ResultSet row = sql.executeQuery("SELECT start_date FROM programme WHERE id = " + programme)) {
                row.next();
                start = row.getObject(1, LocalDate.class);
            }
            try (PreparedStatement item = owner.prepareStatement(
                            "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader,"
                                    + " note, created_by, updated_at) SELECT id, 'PLACEMENT', ?, ?, ?, 'DOPS × 2', '', '',"
                                    + " person_id, NOW(6) FROM programme WHERE id = " + programme,
                            Statement.RETURN_GENERATED_KEYS);
                    PreparedStatement goal =
                            owner.prepareStatement("INSERT INTO iup_item_goal (item_id, goal_code) VALUES (?, ?)")) {
                long first = 0;
                for (int i = 0; i < ITEMS; i++) {
                    item.setString(1, "Aktivitet nummer " + i);
                    item.setObject(2, start.plusMonths(i % 50));
                    item.setObject(3, start.plusMonths(i % 50 + 3).minusDays(1));
                    item.executeUpdate();
                    try (ResultSet key = item.getGeneratedKeys()) {
                        key.next();
                        first = first == 0 ? key.getLong(1) : first;
                        for (int g : new int[] {i % GOALS + 1, (i * 7 + 3) % GOALS + 1}) {
                            goal.setLong(1, key.getLong(1));
                            goal.setString(2, "STc" + g);
                            goal.addBatch();
                        }
                    }
                }
                goal.executeBatch();
                try (PreparedStatement password =
                        owner.prepareStatement("UPDATE person SET password_hash = ? WHERE id ="
                                + " (SELECT person_id FROM programme WHERE id = " + programme + ")")) {
                    password.setString(1, new PasswordHasher().hash(Region.PASSWORD));
                    password.executeUpdate();
                }
                try (ResultSet row = sql.executeQuery("SELECT d.username FROM programme p JOIN person d"
                        + " ON d.id = p.person_id WHERE p.id = " + programme)) {
                    row.next();
                    return new LargePlan(row.getString(1), programme, first, start);
                }
            }
        }
    }

    /** Opens and edits it, by the protocol and, where there is one, in a browser. */
    void measure(HttpClient client, URI address, Figures figures) throws Exception {
        int version = 0;
        try (Screen screen = new Screen(client, address)) {
            screen.signIn(username, Region.PASSWORD);
            screen.open("");
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long opened = screen.navigate("iup/" + programme);
                LocalDate from = start.plusMonths((version + 1) % 2);
                long moved = screen.invoke(
                        "board",
                        "move",
                        Long.toString(item),
                        version++,
                        from.toString(),
                        from.plusMonths(3).minusDays(1).toString());
                screen.navigate("");
                if (round >= 0) {
                    figures.add(opened, OPEN);
                    figures.add(moved, EDIT);
                }
            }
        }
        figures.percentiles(OPEN, "500 ms");
        figures.percentiles(EDIT, "100 ms");
        Api api = new Api(client, address).login(username, Region.PASSWORD);
        for (int round = 0; round < ROUNDS; round++) {
            figures.measure(() -> api.get("/trainees/" + programme + "/iup"), READ);
        }
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate from = start.plusMonths((version + 1) % 2);
            String body = "{\"kind\":\"PLACEMENT\",\"title\":\"Aktivitet\",\"goalCodes\":[\"STc1\"],\"from\":\"" + from
                    + "\",\"to\":\"" + from.plusMonths(3) + "\",\"version\":" + version++ + "}";
            figures.measure(() -> api.put("/trainees/" + programme + "/iup/items/" + item, body), CHANGE);
        }
        figures.percentiles(READ, "");
        figures.percentiles(CHANGE, "100 ms");
        browser(address, figures);
    }

    private void browser(URI address, Figures figures) {
        if (!Files.isExecutable(Path.of("/usr/bin/chromium"))) {
            return;
        }
        try (Browser browser = Browser.open(address.toString().replaceFirst("/$", ""), Browser.DESK)) {
            browser.go("/sign-in");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.name("username")));
            browser.driver().findElement(By.name("username")).sendKeys(username);
            browser.driver().findElement(By.name("password")).sendKeys(Region.PASSWORD + "\n");
            browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("nav-iup")));
            for (int round = -1; round < 10; round++) {
                add(
                        figures,
                        DRAWN,
                        round,
                        browser,
                        "document.getElementById('nav-iup').click()",
                        "document.querySelectorAll('.plan-bar').length >= 590");
                add(
                        figures,
                        MOVED,
                        round,
                        browser,
                        "const bar = document.querySelector('.plan-bar'); bar.focus(); window.id = bar.dataset.item;"
                                + " window.was = document.getElementById('board').items.get(window.id).version;"
                                + " bar.dispatchEvent(new KeyboardEvent('keydown', {key: '"
                                + (round % 2 == 0 ? "ArrowLeft" : "ArrowRight")
                                + "', shiftKey: true, bubbles: true}))",
                        "document.getElementById('board').items.get(window.id).version > window.was");
                browser.script("document.getElementById('nav-home').click()");
                browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("todo")));
            }
        }
        figures.percentiles(DRAWN, "500 ms");
        figures.percentiles(MOVED, "100 ms");
    }

    /** Does something in the page and waits, in the page, until it shows; nanoseconds as the page measures them. */
    private static void add(Figures figures, String name, int round, Browser browser, String action, String shows) {
        browser.script("window.took = 0; const start = performance.now(); " + action + ";"
                + " const look = () => { if (" + shows + ") window.took = performance.now() - start;"
                + " else requestAnimationFrame(look); }; look();");
        browser.await()
                .until(driver -> browser.script("return window.took") instanceof Number took && took.doubleValue() > 0);
        if (round >= 0 && browser.script("return window.took") instanceof Number took) {
            figures.add((long) (took.doubleValue() * 1_000_000), name);
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
