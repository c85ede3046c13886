package se.stegen.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import se.stegen.testing.Fixtures;

/** Versions of guidelines and overrides that the matrix is tried on: each on days of its own, far ahead. */
final class MatrixGuidelines {
    private static final int APART = 10;

    private final AtomicInteger next = new AtomicInteger();
    private final long organisation;
    private final long clinic;
    private final long person;
    private final LocalDate today;
    private LocalDate last;

    MatrixGuidelines(long organisation, long clinic, long person, LocalDate today) {
        this.organisation = organisation;
        this.clinic = clinic;
        this.person = person;
        this.today = today;
        this.last = today;
        // What is overridden has to be there.
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", clinic);
    }

    void addTo(Map<String, Supplier<String>> makers) {
        makers.put("soon", () -> day().toString());
        makers.put("ownVersion", this::version);
        makers.put("ownVersionFrom", () -> last.toString());
        makers.put(
                "ownOverride",
                () -> Long.toString(Fixtures.insert(
                        "INSERT INTO guideline_override (clinic_id, field, field_value, valid_from, valid_to, reason,"
                                + " entered_by, entered_at) VALUES (?, 'IUP_MONTHS', '9', ?, ?, 'x', ?, NOW(6))",
                        clinic,
                        day(),
                        last,
                        person)));
    }

    private String version() {
        LocalDate day = day();
        return Long.toString(Fixtures.insert(
                "INSERT INTO guideline_profile (code, valid_from, valid_to, organisation_id, name, source,"
                        + " general_competence, iup_approvers, escalation_days, green_from, yellow_from, holiday_weeks)"
                        + " VALUES (?, ?, ?, ?, 'Egen', 'Test', FALSE, 'STUDIEREKTOR', 14, 0.9, 0.7, 10)",
                "org-" + organisation,
                day,
                day,
                organisation));
    }

    private LocalDate day() {
        last = today.plusYears(1).plusDays((long) APART * next.incrementAndGet());
        return last;
    }
}
