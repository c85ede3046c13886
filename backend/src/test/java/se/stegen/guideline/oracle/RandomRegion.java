package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.stegen.testing.Fixtures;

/**
 * Clinics with doctors whose records lie where it is decided whether they count: leap days, ends of twelve months, moments
 * near midnight, leaves around 15 days, posts that end or move, signatures that come late. Everything follows from a seed.
 */
final class RandomRegion {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final List<String> SPECIALTIES = List.of("kirurgi", "urologi");

    private final Random random;
    private final BatchWriter out;
    private final long curriculum =
            Fixtures.number("SELECT MAX(id) FROM curriculum WHERE regulation = '2015' AND specialty_code = 'kirurgi'");
    private final List<Long> templates = Rows.of("SELECT id FROM assessment_template WHERE id IN (SELECT MAX(id)"
                    + " FROM assessment_template WHERE code IN ('mini-cex', 'dops', 'leadership', 'teaching',"
                    + " 'supervising', 'journal-club', 'quality-work', 'self-rating') GROUP BY code)")
            .stream()
            .map(row -> row.number("id"))
            .toList();
    private final List<Long> supervisors = new ArrayList<>();
    final List<Long> clinics = new ArrayList<>();
    final List<Long> programmes = new ArrayList<>();
    final List<LocalDate> edges = new ArrayList<>();

    RandomRegion(long seed, BatchWriter out) {
        this.random = new Random(seed);
        this.out = out;
    }

    void make(int clinicCount, int doctors) {
        long region = out.insert(
                "organisation", "name, kind, guideline_code", Fixtures.unique("Region "), "REGION", profile());
        long hospital = out.insert(
                "organisation",
                "name, kind, parent_id, guideline_code",
                Fixtures.unique("Sjukhus "),
                "HOSPITAL",
                region,
                null);
        if (random.nextBoolean()) {
            ownVersions(hospital);
        }
        for (int i = 0; i < clinicCount; i++) {
            clinics.add(clinic(i % 2 == 0 ? hospital : region));
        }
        for (int i = 0; i < 12; i++) {
            supervisors.add(Fixtures.person("Handledare"));
        }
        supervisors.forEach(this::qualify);
        for (int i = 0; i < doctors; i++) {
            doctor();
        }
        out.flush();
    }

    /** A day on which something is decided, or any. */
    LocalDate day() {
        LocalDate day =
                random.nextInt(3) == 0 ? between(FIRST.plusYears(1), LAST) : edges.get(random.nextInt(edges.size()));
        LocalDate moved = switch (random.nextInt(8)) {
            case 0 -> day.plusYears(1);
            case 1 -> day.plusYears(1).minusDays(1);
            case 2 -> day.minusDays(1);
            case 3 -> day.plusDays(1);
            case 4 -> LocalDate.of(2024, 2, 29);
            case 5 -> LocalDate.of(2024, 2, 28).plusDays(random.nextInt(3)).plusYears(1);
            default -> day;
        };
        // What lies ahead is refused; the records end long before any day on which this runs.
        return moved.isAfter(LAST) ? LAST.minusDays(random.nextInt(400)) : moved;
    }

    long anyClinic() {
        return clinics.get(random.nextInt(clinics.size()));
    }

    private String profile() {
        String code = Fixtures.unique("slump-");
        version(code, null, LocalDate.of(2000, 1, 1), null);
        if (random.nextBoolean()) {
            version(code, null, between(FIRST, LAST), null);
        }
        return code;
    }

    private void ownVersions(long organisation) {
        LocalDate from = between(FIRST, LAST);
        LocalDate to = from.plusDays(random.nextInt(500));
        version("org-" + organisation, organisation, from, to);
        version("org-" + organisation, organisation, to.plusDays(1L + random.nextInt(60)), null);
        edges.addAll(List.of(from, to));
    }

    private void version(String code, @Nullable Long organisation, LocalDate from, @Nullable LocalDate to) {
        out.insert(
                "guideline_profile",
                "code, valid_from, valid_to, organisation_id, name, source, supervisions_per_year, assessments_per_year,"
                        + " iup_months, iup_revisions_per_year, collegia_total, collegia_per_year,"
                        + " development_talks_per_year, reconciliations_per_year, self_study_hours_per_week,"
                        + " internal_teaching_per_week, journal_club_per_month, general_competence,"
                        + " supervisor_training_max_age_years, iup_approvers, escalation_days, green_from, yellow_from,"
                        + " holiday_weeks, studierektor_hours, external_review_years, internal_review_months",
                code,
                from,
                to,
                organisation,
                "Slump",
                "Test",
                maybe(12),
                maybe(10),
                maybe(9),
                maybe(3),
                maybe(4),
                maybe(2),
                maybe(2),
                maybe(2),
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(25L * (1 + random.nextInt(6)), 2),
                maybe(1),
                maybe(1),
                random.nextBoolean(),
                maybe(5),
                "STUDIEREKTOR",
                14,
                new BigDecimal(random.nextBoolean() ? "0.900" : "0.667"),
                new BigDecimal(random.nextBoolean() ? "0.500" : "0.333"),
                random.nextInt(15),
                random.nextBoolean() ? null : "2:4;8:6.5;9",
                maybe(5),
                maybe(30));
    }

    private long clinic(long organisation) {
        long clinic = out.insert(
                "clinic",
                "name, organisation_id, specialty_code, guideline_code",
                Fixtures.unique("Klinik "),
                organisation,
                "kirurgi",
                random.nextInt(3) == 0 ? profile() : null);
        long person = Fixtures.person("Chef");
        for (String[] one : new String[][] {
            {"SUPERVISIONS_PER_YEAR", "7"},
            {"COLLEGIA_TOTAL", null},
            {"GENERAL_COMPETENCE", "true"},
            {"SELF_STUDY_HOURS_PER_WEEK", "0.75"},
            {"STUDIEREKTOR_HOURS", "3:5;10"}
        }) {
            if (random.nextInt(3) == 0) {
                LocalDate from = between(FIRST, LAST);
                LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(600));
                edges.add(from);
                out.add(
                        "guideline_override",
                        "clinic_id, field, field_value, valid_from, valid_to, reason, entered_by, entered_at",
                        clinic,
                        one[0],
                        one[1],
                        from,
                        to,
                        "Test",
                        person,
                        from.atStartOfDay());
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate from = between(FIRST, LAST);
            edges.add(from);
            out.add(
                    "studierektor_time",
                    "clinic_id, valid_from, hours, entered_by, entered_at",
                    clinic,
                    from,
                    BigDecimal.valueOf(1L + random.nextInt(12)),
                    person,
                    from.atStartOfDay());
        }
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1L + random.nextInt(14))) {
            out.add(
                    "teaching_session",
                    "clinic_id, kind, held_on, title, cancelled, created_by, created_at",
                    clinic,
                    random.nextInt(3) == 0 ? "JOURNAL_CLUB" : "INTERNAL_TEACHING",
                    day,
                    "X",
                    random.nextInt(9) == 0,
                    person,
                    day.atStartOfDay());
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            review(clinic, person);
        }
        return clinic;
    }

    private void review(long clinic, long person) {
        LocalDate on = between(FIRST, LAST);
        LocalDate reported = random.nextBoolean() ? null : on.plusDays(random.nextInt(90));
        edges.addAll(List.of(on, on.plusMonths(3), on.plusMonths(6)));
        long review = out.insert(
                "review",
                "clinic_id, kind, state, reviewed_on, reported_on, strengths, weaknesses, potential, unsorted, created_by,"
                        + " created_at, updated_at",
                clinic,
                random.nextInt(3) > 0 ? "EXTERNAL" : "INTERNAL",
                random.nextInt(6) > 1 ? "CONFIRMED" : random.nextBoolean() ? "DRAFT" : "VOIDED",
                on,
                reported,
                "",
                "",
                "",
                "",
                person,
                on.atStartOfDay(),
                on.atStartOfDay());
        for (String area : List.of("A", "E", "F", "H")) {
            for (int i = random.nextInt(3); i > 0; i--) {
                out.insert(
                        "review_grade",
                        "review_id, area, grade, since, set_by, set_at",
                        review,
                        area,
                        random.nextInt(3) == 0 ? null : random.nextBoolean() ? "D" : "B",
                        random.nextBoolean() ? null : on.plusDays(random.nextInt(200)),
                        person,
                        on.atStartOfDay());
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            action(review, person, on);
        }
    }

    private void action(long review, long person, LocalDate on) {
        String item = List.of("A1", "E7", "F1", "H7", "B9").get(random.nextInt(5));
        String area = item.substring(0, 1);
        long action = out.insert(
                "review_action",
                "review_id, position, area, item, item_code, planned_action, due_text, responsible, follow_up_text,"
                        + " follow_up_responsible, state, evidence, updated_at",
                review,
                0,
                area,
                "",
                item,
                "X",
                "",
                "",
                "",
                "",
                "OPEN",
                "",
                on.atStartOfDay());
        LocalDate effective = on;
        for (String state : List.of("OPEN", "IN_PROGRESS", random.nextBoolean() ? "DONE" : "OPEN", "DROPPED")) {
            LocalDate due = random.nextInt(4) == 0 ? null : effective.plusDays(random.nextInt(200));
            boolean understood = random.nextInt(5) > 0;
            out.insert(
                    "review_action_event",
                    "action_id, kind, state, due_on, area, item_code, effective_on, note, person_id, logged_at",
                    action,
                    state.equals("OPEN") ? "CREATED" : "STATE",
                    state,
                    due,
                    understood ? area : null,
                    understood ? item : null,
                    effective,
                    "",
                    person,
                    effective.atStartOfDay());
            edges.add(due == null ? effective : due);
            if (random.nextInt(3) == 0) {
                return;
            }
            effective = effective.plusDays(random.nextInt(300));
        }
    }

    private void qualify(long person) {
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean training = random.nextBoolean();
            LocalDate on = between(FIRST.minusYears(6), LAST);
            edges.add(on.isBefore(FIRST.plusYears(1)) ? FIRST.plusYears(2) : on);
            out.add(
                    "qualification",
                    "person_id, kind, specialty_code, obtained_on",
                    person,
                    training ? "SUPERVISOR_TRAINING" : "SPECIALIST",
                    training ? null : SPECIALTIES.get(random.nextInt(5) == 0 ? 1 : 0),
                    on);
        }
    }

    private void doctor() {
        long person = Fixtures.person("Doktor");
        programme(person, "kirurgi");
        // Two specialties are two programmes.
        if (random.nextInt(8) == 0) {
            programme(person, "urologi");
        }
    }

    private void programme(long person, String specialty) {
        LocalDate start = random.nextInt(12) == 0 ? LocalDate.of(2020, 2, 29) : between(FIRST, LAST.minusMonths(6));
        long id = out.insert(
                "programme",
                "person_id, regulation, specialty_code, curriculum_id, start_date, planned_months",
                person,
                "2015",
                specialty,
                curriculum,
                start,
                random.nextInt(4) == 0 ? 24 + random.nextInt(40) : 60);
        programmes.add(id);
        edges.add(start);
        posts(id, start);
        leaves(id, person, start);
        RandomRecords records = new RandomRecords(random, out, id, person, start, LAST, templates, supervisors, edges);
        records.make(anyClinic());
    }

    private void posts(long id, LocalDate start) {
        LocalDate from = start;
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean open = i == 0 && random.nextInt(4) > 0;
            LocalDate to = from.plusDays(20L + random.nextInt(700));
            out.add("post", "programme_id, clinic_id, start_date, end_date", id, anyClinic(), from, open ? null : to);
            edges.addAll(List.of(from, to));
            from = to.plusDays(random.nextBoolean() ? 1 : 1 + random.nextInt(90));
        }
    }

    private void leaves(long id, long person, LocalDate start) {
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate from = start.plusDays(random.nextInt(1200) - 60L);
            int length = random.nextBoolean() ? 10 + random.nextInt(10) : random.nextInt(400);
            LocalDate to = random.nextInt(12) == 0 ? null : from.plusDays(length);
            out.add(
                    "leave_period",
                    "programme_id, start_date, end_date, extent, entered_by",
                    id,
                    from,
                    to,
                    random.nextInt(4) == 0 ? 50 : 100,
                    person);
            edges.add(to == null ? from : to);
        }
    }

    private @Nullable Integer maybe(int most) {
        return random.nextInt(3) == 0 ? null : 1 + random.nextInt(most);
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) java.time.temporal.ChronoUnit.DAYS.between(from, to)));
    }
}
