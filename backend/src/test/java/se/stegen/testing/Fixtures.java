package se.stegen.testing;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import se.stegen.access.Actor;
import se.stegen.access.ActorService;
import se.stegen.access.Role;
import se.stegen.curriculum.ReferenceLoader;
import se.stegen.database.TestDatabase;

/** Rows that tests start from, made without the services that are tested. Every name is new, so tests do not meet. */
public final class Fixtures {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private Fixtures() {}

    /** A word that no other test has. */
    public static String unique(String word) {
        return word + NEXT.incrementAndGet();
    }

    /** Specialties and curricula are there. */
    public static void reference() {
        TestProgram.bean(ReferenceLoader.class).load();
    }

    /** A new person. */
    public static long person(String name) {
        String username = unique("p");
        return insert(
                "INSERT INTO person (name, email, username, created_at) VALUES (?, ?, ?, '2026-01-01')",
                name,
                username + "@example.se",
                username);
    }

    /** A new hospital. */
    public static long organisation() {
        return insert("INSERT INTO organisation (name, kind) VALUES (?, 'HOSPITAL')", unique("Sjukhuset "));
    }

    /** A new surgical clinic of its own hospital. */
    public static long clinic() {
        return insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) VALUES (?, ?, 'kirurgi')",
                unique("Kirurgkliniken "),
                organisation());
    }

    /** Gives a role since 2020 at a clinic, or everywhere where that is null. */
    public static void role(long personId, Role role, @Nullable Long clinicId) {
        insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, ?, ?, ?, '2020-01-01')",
                personId,
                role.name(),
                clinicId == null ? null : "CLINIC",
                clinicId);
    }

    /** A new person with a role at a clinic, as an actor. */
    public static Actor actor(Role role, @Nullable Long clinicId) {
        long id = person("Roll " + role);
        role(id, role, clinicId);
        return actor(id);
    }

    /** A new admin. */
    public static Actor admin() {
        return actor(Role.ADMIN, null);
    }

    /** The person as an actor with today's roles. */
    public static Actor actor(long personId) {
        return TestProgram.bean(ActorService.class).find(personId).orElseThrow();
    }

    /** A programme in surgery under 2015 with a post at the clinic, both open from the day. */
    public static long programme(long personId, long clinicId, LocalDate start) {
        reference();
        long curriculumId =
                number("SELECT MAX(id) FROM curriculum WHERE regulation = '2015' AND specialty_code = 'kirurgi'");
        long id = insert(
                "INSERT INTO programme (person_id, regulation, specialty_code, curriculum_id, start_date, planned_months)"
                        + " VALUES (?, '2015', 'kirurgi', ?, ?, 60)",
                personId,
                curriculumId,
                start);
        insert("INSERT INTO employment_rate (programme_id, valid_from, rate) VALUES (?, ?, 100)", id, start);
        insert("INSERT INTO post (programme_id, clinic_id, start_date) VALUES (?, ?, ?)", id, clinicId, start);
        return id;
    }

    /** Inserts a row and gives its key. */
    public static long insert(String sql, @Nullable Object... values) {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement statement = owner.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows. */
    public static void execute(String sql, @Nullable Object... values) {
        insert(sql, values);
    }

    /** The first column of the first row. */
    public static long number(String sql, @Nullable Object... values) {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row as a text. */
    public static String text(String sql, @Nullable Object... values) {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
