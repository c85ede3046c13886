package se.stegen.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A fact of a year.
 *
 * @param section where it stands
 * @param day its day or first day; null for a sum
 * @param until its last day; null where it has one day, or is open
 * @param title a name, a goal's code and title, or a key ({@code JOURNAL_CLUB}); may be empty
 * @param titleEn the name in English; null where there is none
 * @param number judgement, hours, extent, version or count, by section; null where there is none
 */
@Serdeable
@Introspected
public record ReportLine(
        ReportSection section,
        @Nullable LocalDate day,
        @Nullable LocalDate until,
        String title,
        @Nullable String titleEn,
        @Nullable BigDecimal number) {
    /** What is empty is left out where it is stored. */
    public ReportLine {
        title = Objects.requireNonNullElse(title, "");
    }
}
