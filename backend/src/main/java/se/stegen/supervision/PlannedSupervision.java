package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.stegen.signing.RecordState;

/**
 * What became of one doctor's planned sessions in the last twelve months.
 *
 * @param planned how many were planned, and are over
 * @param notHeld whose day passed more than seven days ago and of which nothing is told, newest first
 * @param cancelled cancelled ones, newest first
 */
public record PlannedSupervision(
        long traineeId, String name, int planned, List<Session> notHeld, List<Session> cancelled) {
    /**
     * One of them.
     *
     * @param reason why it was cancelled; null for one of which nothing is told
     */
    public record Session(
            long id,
            LocalDate date,
            String supervisorName,
            @Nullable String reason) {}

    static List<PlannedSupervision> byDoctor(List<PlannedQuery.Row> rows) {
        Map<Long, List<PlannedQuery.Row>> doctors = new LinkedHashMap<>();
        rows.forEach(row -> doctors.computeIfAbsent(row.programmeId(), id -> new ArrayList<>())
                .add(row));
        return doctors.values().stream()
                .map(own -> of(own.getFirst().programmeId(), own.getFirst().doctorName(), own))
                .toList();
    }

    static PlannedSupervision of(long programmeId, String name, List<PlannedQuery.Row> rows) {
        return new PlannedSupervision(
                programmeId, name, rows.size(), in(rows, RecordState.PLANNED), in(rows, RecordState.CANCELLED));
    }

    private static List<Session> in(List<PlannedQuery.Row> rows, RecordState state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .map(row -> new Session(row.id(), row.date(), row.supervisorName(), row.reason()))
                .toList();
    }
}
