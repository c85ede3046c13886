package se.stegen.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;

/** What the region's clinics override of their guideline, and how much time their studierektors have. */
final class DemoGuidelines {
    private static final int EVERY = 7;
    private static final int YEARS = 4;

    private final DemoWriter out;
    private final LocalDate day;

    DemoGuidelines(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        long named = out.number(
                "SELECT id FROM clinic WHERE name = ?",
                DemoClinic.ALL.getFirst().name());
        long head = out.number("SELECT id FROM person WHERE username = 'verksamhetschef'");
        override(named, head);
        int number = 0;
        for (String id : out.texts("SELECT id FROM clinic ORDER BY id")) {
            // Of some clinics nobody has recorded any hours yet.
            if (number++ % EVERY != EVERY - 1) {
                hours(Long.parseLong(id), head, number);
            }
        }
    }

    private void override(long clinic, long head) throws SQLException {
        LocalDate from = day.minusYears(YEARS).withDayOfYear(1);
        String reason = "Kliniken bedömer allmänna kompetenser varje år. Beslut i ledningsgruppen.";
        out.execute(
                "INSERT INTO guideline_override (clinic_id, field, field_value, valid_from, reason, entered_by, entered_at)"
                        + " VALUES (?, 'GENERAL_COMPETENCE', 'true', ?, ?, ?, ?)",
                clinic,
                from,
                reason,
                head,
                from.atTime(9, 0));
        out.execute(
                "INSERT INTO guideline_change (clinic_id, kind, title, valid_from, content, reason, changed_by, changed_at)"
                        + " VALUES (?, 'OVERRIDE_ADDED', 'GENERAL_COMPETENCE', ?, ?, ?, ?, ?)",
                clinic,
                from,
                "[{\"field\":\"GENERAL_COMPETENCE\",\"from\":\"false\",\"to\":\"true\"}]",
                reason,
                head,
                from.atTime(9, 0));
    }

    private void hours(long clinic, long head, int number) throws SQLException {
        LocalDate from = day.minusYears(YEARS).withDayOfYear(1);
        out.execute(
                "INSERT INTO studierektor_time (clinic_id, valid_from, hours, entered_by, entered_at) VALUES (?, ?, ?, ?, ?)",
                clinic,
                from,
                BigDecimal.valueOf(6),
                head,
                from.atTime(9, 0));
        if (number % 2 == 1) {
            LocalDate raised = day.minusYears(1).withDayOfMonth(1);
            out.execute(
                    "INSERT INTO studierektor_time (clinic_id, valid_from, hours, entered_by, entered_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    clinic,
                    raised,
                    BigDecimal.valueOf(12),
                    head,
                    raised.atTime(9, 0));
        }
    }
}
