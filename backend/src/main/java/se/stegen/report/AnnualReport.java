package se.stegen.report;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * Årsrapport: a doctor's year as the portfolio tells it, with the doctor's own words beside.
 *
 * @param from first day that it tells of
 * @param to last day that it tells of
 * @param facts what the portfolio said when it was drafted or last renewed, by section
 * @param words the doctor's own words by section; may be empty
 * @param sentAt UTC; null while it is a draft
 * @param supervisor the supervisor's report; null while there is none that the actor may read
 * @param mayWrite whether the actor may change and send it now
 * @param mayComment whether the actor may write the supervisor's report now
 * @param mayMarkRead whether it waits for the actor to say that it was read
 */
public record AnnualReport(
        long id,
        long programmeId,
        String doctorName,
        LocalDate from,
        LocalDate to,
        ReportState state,
        List<ReportLine> facts,
        Map<ReportSection, String> words,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable SupervisorReport supervisor,
        int version,
        boolean mayWrite,
        boolean mayComment,
        boolean mayMarkRead) {
    /** The facts of a section. */
    public List<ReportLine> facts(ReportSection section) {
        return facts.stream().filter(line -> line.section() == section).toList();
    }
}
