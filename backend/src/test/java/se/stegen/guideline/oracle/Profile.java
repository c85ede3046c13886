package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The guideline that a clinic is judged by on a day: that of its own of the day, else its organisation's own version of the
 * day, else that of the code which the organisation names, else that of the one above; then single values overridden.
 */
record Profile(Map<String, @Nullable Object> columns) {
    private static final Map<String, @Nullable Object> NOTHING = new HashMap<>(
            Map.of("general_competence", false, "green_from", "0.9", "yellow_from", "0.7", "holiday_weeks", 10));

    static Profile of(long clinicId, LocalDate d) {
        Rows.Row clinic = Rows.of("SELECT * FROM clinic WHERE id = ?", clinicId).getFirst();
        Map<String, @Nullable Object> columns = null;
        if (clinic.has("guideline_code")) {
            columns = version(clinic.text("guideline_code"), d);
        } else {
            Long organisation = clinic.number("organisation_id");
            while (columns == null && organisation != null) {
                Rows.Row row = Rows.of("SELECT * FROM organisation WHERE id = ?", organisation)
                        .getFirst();
                columns = version("org-" + organisation, d);
                if (columns == null && row.has("guideline_code")) {
                    columns = version(row.text("guideline_code"), d);
                    break;
                }
                organisation = row.has("parent_id") ? row.number("parent_id") : null;
            }
        }
        if (columns == null) {
            return new Profile(NOTHING);
        }
        for (Rows.Row one : Rows.of("SELECT * FROM guideline_override WHERE clinic_id = ?", clinicId)) {
            if (holds(one, d)) {
                columns.put(
                        one.text("field").toLowerCase(Locale.ROOT),
                        one.columns().get("field_value"));
            }
        }
        return new Profile(columns);
    }

    private static @Nullable Map<String, @Nullable Object> version(String code, LocalDate d) {
        List<Rows.Row> rows = Rows.of("SELECT * FROM guideline_profile WHERE code = ? ORDER BY valid_from", code);
        Map<String, @Nullable Object> latest = null;
        for (Rows.Row one : rows) {
            if (holds(one, d)) {
                latest = new HashMap<>(one.columns());
            }
        }
        return latest;
    }

    private static boolean holds(Rows.Row row, LocalDate d) {
        return !row.day("valid_from").isAfter(d)
                && (!row.has("valid_to") || !row.day("valid_to").isBefore(d));
    }

    @Nullable
    Integer count(String column) {
        return new Rows.Row(columns).count(column);
    }

    boolean yes(String column) {
        return "true".equals(String.valueOf(columns.get(column)));
    }

    @Nullable
    BigDecimal decimal(String column) {
        Object value = columns.get(column);
        return value == null ? null : new BigDecimal(value.toString());
    }

    @Nullable
    String text(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }
}
