package se.stegen.coverage;

import java.time.LocalDate;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** A doctor in surgery under 2015 with a main supervisor, and rows around them; goals a1 … b5, c1 …. */
final class GoalFixtures {
    final LocalDate today = TestProgram.bean(Today.class).date();
    final long clinic = Fixtures.clinic();
    final Actor doctor = Fixtures.actor(Fixtures.person("Doktor"));
    final Actor main = Fixtures.actor(Fixtures.person("Handledare"));
    final Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    final Actor reviewer = Fixtures.actor(Role.REVIEWER, clinic);
    final Actor stranger = Fixtures.actor(Fixtures.person("Främling"));
    final long programme = Fixtures.programme(doctor.personId(), clinic, today.minusYears(2));
    private final long template = Fixtures.number("SELECT MAX(id) FROM assessment_template WHERE code = 'mini-cex'");

    GoalFixtures() {
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                main.personId(),
                today.minusYears(2));
    }

    /** A signed session that names the goals. */
    long session(String... goals) {
        return session("SIGNED", today.minusDays(10), goals);
    }

    long session(String state, LocalDate day, String... goals) {
        long id = Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at) VALUES (?, ?, ?, FALSE, '', '', 'DRAFT', ?, NOW(6), NOW(6))",
                programme,
                main.personId(),
                day,
                doctor.personId());
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO supervision_goal (supervision_id, goal_code) VALUES (?, ?)", id, goal);
        }
        Fixtures.execute("UPDATE supervision SET state = ? WHERE id = ?", state, id);
        return id;
    }

    /** A signed assessment that names the goals. */
    long assessment(String... goals) {
        long id = Fixtures.insert(
                "INSERT INTO assessment (programme_id, template_id, assessor_id, observed_on, context, competences, state,"
                        + " answers, do_more, work_on, created_by, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, '', '', 'DRAFT', '{}', '', '', ?, NOW(6), NOW(6))",
                programme,
                template,
                main.personId(),
                today.minusDays(5),
                doctor.personId());
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO assessment_goal (assessment_id, goal_code) VALUES (?, ?)", id, goal);
        }
        Fixtures.execute("UPDATE assessment SET state = 'SIGNED' WHERE id = ?", id);
        return id;
    }

    /** A change of regulation after which the one goal counts as the other. */
    void mapped(String from, String to) {
        long change = Fixtures.insert(
                "INSERT INTO programme_regulation (programme_id, regulation, curriculum_id, planned_months, valid_from,"
                        + " chosen_at) SELECT id, '2021', curriculum_id, 60, ?, NOW(6) FROM programme WHERE id = ?",
                today,
                programme);
        Fixtures.execute(
                "INSERT INTO goal_mapping (programme_id, from_code, to_code, programme_regulation_id) VALUES (?, ?, ?, ?)",
                programme,
                from,
                to,
                change);
    }

    void voided(EvidenceKind kind, long record) {
        Fixtures.insert(
                "INSERT INTO voiding (record_kind, record_id, voided_by, voided_at, reason) VALUES (?, ?, ?, NOW(6), 'fel')",
                kind.name(),
                record,
                main.personId());
    }

    /** An item of the plan from so many days from today to so many. */
    long item(String kind, int from, int to, String... goals) {
        return itemFor(null, kind, from, to, goals);
    }

    /** An item with the placement that was booked for it. */
    long itemFor(
            @io.micronaut.core.annotation.Nullable Long placement, String kind, int from, int to, String... goals) {
        long id = Fixtures.insert(
                "INSERT INTO iup_item (programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                        + " placement_id, created_by, updated_at) VALUES (?, ?, ?, ?, ?, 'Mini-CEX', '', '', ?, ?, NOW(6))",
                programme,
                kind,
                "Punkt " + kind,
                today.plusDays(from),
                today.plusDays(to),
                placement,
                doctor.personId());
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO iup_item_goal (item_id, goal_code) VALUES (?, ?)", id, goal);
        }
        return id;
    }

    long placement(int from, int to, String... goals) {
        long id = Fixtures.insert(
                "INSERT INTO placement (programme_id, title, start_date, end_date) VALUES (?, 'Randning', ?, ?)",
                programme,
                today.plusDays(from),
                today.plusDays(to));
        for (String goal : goals) {
            Fixtures.insert("INSERT INTO placement_goal (placement_id, goal_code) VALUES (?, ?)", id, goal);
        }
        return id;
    }
}
