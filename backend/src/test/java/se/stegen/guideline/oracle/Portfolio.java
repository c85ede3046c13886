package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One programme with everything that is counted of it, as it stands in the database. */
final class Portfolio {
    /** Days from one to another, both included; null is open. */
    record Span(LocalDate from, @Nullable LocalDate to) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** A time with somebody. */
    record With(long personId, Span time) {}

    /**
     * A record that was signed, and since when it counts: for an answer without sign-in the day of its confirmation, for a
     * transferred one (Överfört) its own date.
     */
    record Signed(
            LocalDate day,
            LocalDate signedOn,
            @Nullable LocalDate countsFrom,
            boolean formal,
            Set<String> competences,
            long with,
            boolean transferred) {}

    /** What is counted by its own date. */
    record Held(String kind, LocalDate day) {}

    /** A step of an assessment. */
    record Step(long assessmentId, long id, String to, LocalDate on) {}

    /** Hours of self-study on a day. */
    record Hours(LocalDate day, BigDecimal hours) {}

    final long id;
    final String specialty;
    final LocalDate start;
    final int plannedMonths;
    final List<Post> posts = new ArrayList<>();
    final List<Span> fullLeaves = new ArrayList<>();
    final List<With> mainSupervisors = new ArrayList<>();
    final List<With> placements = new ArrayList<>();
    final List<Signed> sessions = new ArrayList<>();
    final List<Signed> assessments = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<LocalDate> approvals = new ArrayList<>();
    final List<Held> held = new ArrayList<>();
    final List<Hours> study = new ArrayList<>();

    /** A post. */
    record Post(long clinicId, Span time) {}

    Portfolio(long id) {
        this.id = id;
        Rows.Row row = Rows.of("SELECT * FROM programme WHERE id = ?", id).getFirst();
        specialty = row.text("specialty_code");
        start = row.day("start_date");
        plannedMonths = (int) row.number("planned_months");
        for (Rows.Row one : Rows.of("SELECT * FROM post WHERE programme_id = ?", id)) {
            posts.add(new Post(one.number("clinic_id"), span(one, "start_date", "end_date")));
        }
        for (Rows.Row one : Rows.of("SELECT * FROM leave_period WHERE programme_id = ?", id)) {
            // A single leave of extent 100; part leaves are not added up.
            if (one.number("extent") == 100) {
                fullLeaves.add(span(one, "start_date", "end_date"));
            }
        }
        for (Rows.Row one : Rows.of("SELECT * FROM main_supervisor WHERE programme_id = ?", id)) {
            mainSupervisors.add(new With(one.number("person_id"), span(one, "valid_from", "valid_to")));
        }
        for (Rows.Row one : Rows.of("SELECT * FROM placement WHERE programme_id = ?", id)) {
            if (one.has("supervisor_id")) {
                placements.add(new With(one.number("supervisor_id"), span(one, "start_date", "end_date")));
            }
        }
        readSigned();
        readTransferred();
        for (Rows.Row one : Rows.of("SELECT * FROM iup_version WHERE programme_id = ?", id)) {
            approvals.add(one.day("approved_on"));
        }
        for (Rows.Row one : Rows.of("SELECT * FROM meeting WHERE programme_id = ?", id)) {
            if (one.text("state").equals("HELD")) {
                held.add(new Held(one.text("kind"), one.day("held_on")));
            }
        }
        for (Rows.Row one : Rows.of(
                "SELECT c.* FROM collegium c JOIN collegium_outcome o ON o.collegium_id = c.id WHERE o.programme_id = ?",
                id)) {
            if (one.text("state").equals("CLOSED")) {
                held.add(new Held("COLLEGIUM", one.day("meets_on")));
            }
        }
        for (Rows.Row one : Rows.of("SELECT * FROM self_study WHERE programme_id = ?", id)) {
            study.add(new Hours(one.day("studied_on"), one.decimal("hours")));
        }
    }

    private void readTransferred() {
        for (Rows.Row one : Rows.of(
                "SELECT r.*, t.formal, t.competences FROM transferred_record r"
                        + " LEFT JOIN assessment_template t ON t.id = r.template_id WHERE r.programme_id = ?",
                id)) {
            if (!Rows.of("SELECT * FROM transferred_voiding WHERE record_id = ?", one.number("id"))
                    .isEmpty()) {
                continue;
            }
            LocalDate day = one.day("dated_on");
            switch (one.text("kind")) {
                case "SUPERVISION" -> sessions.add(new Signed(day, day, day, true, Set.of(), 0, true));
                case "ASSESSMENT" -> {
                    Set<String> shown =
                            new TreeSet<>(Arrays.asList(one.text("competences").split(",", -1)));
                    shown.remove("");
                    assessments.add(new Signed(day, day, day, one.yes("formal"), shown, 0, true));
                }
                case "IUP_APPROVAL" -> approvals.add(day);
                case "SELF_STUDY" -> study.add(new Hours(day, one.decimal("hours")));
                default -> held.add(new Held(one.text("kind"), day));
            }
        }
    }

    private void readSigned() {
        List<Long> voidedSessions = voided("SUPERVISION");
        for (Rows.Row one : Rows.of("SELECT * FROM supervision WHERE programme_id = ?", id)) {
            if (one.text("state").equals("SIGNED") && !voidedSessions.contains(one.number("id"))) {
                LocalDate signed = one.dayInSweden("signed_at");
                sessions.add(new Signed(
                        one.day("held_on"), signed, signed, true, Set.of(), one.number("supervisor_id"), false));
            }
        }
        List<Long> voided = voided("ASSESSMENT");
        for (Rows.Row one : Rows.of(
                "SELECT a.*, t.formal, t.competences AS of_form, k.confirmed_at FROM assessment a"
                        + " JOIN assessment_template t ON t.id = a.template_id"
                        + " LEFT JOIN assessment_confirmation k ON k.assessment_id = a.id WHERE a.programme_id = ?",
                id)) {
            if (!one.text("state").equals("SIGNED") || voided.contains(one.number("id"))) {
                continue;
            }
            LocalDate signed = one.dayInSweden("signed_at");
            LocalDate countsFrom = !one.text("signing_method").equals("LINK")
                    ? signed
                    : one.has("confirmed_at") ? one.dayInSweden("confirmed_at") : null;
            Set<String> shown =
                    new TreeSet<>(Arrays.asList((one.text("of_form") + "," + one.text("competences")).split(",", -1)));
            shown.remove("");
            assessments.add(new Signed(one.day("observed_on"), signed, countsFrom, one.yes("formal"), shown, 0, false));
        }
        for (Rows.Row one : Rows.of(
                "SELECT s.* FROM state_change s JOIN assessment a ON a.id = s.record_id"
                        + " WHERE s.record_kind = 'ASSESSMENT' AND a.programme_id = ?",
                id)) {
            steps.add(new Step(
                    one.number("record_id"), one.number("id"), one.text("to_state"), one.dayInSweden("changed_at")));
        }
    }

    private List<Long> voided(String kind) {
        return Rows.of("SELECT record_id FROM voiding WHERE record_kind = ?", kind).stream()
                .map(row -> row.number("record_id"))
                .toList();
    }

    private static Span span(Rows.Row row, String from, String to) {
        return new Span(row.day(from), row.has(to) ? row.day(to) : null);
    }
}
