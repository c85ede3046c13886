package se.stegen.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import se.stegen.testing.Fixtures;

/** Records brought in by the studierektor, of the portfolio {@code freshTrainee}, and a closed clinic, for the matrix. */
final class MatrixHistory {
    private final ToLongFunction<String> person;
    private final UnaryOperator<String> value;
    private final long clinic;
    private final LocalDate today;

    MatrixHistory(ToLongFunction<String> person, UnaryOperator<String> value, long clinic, LocalDate today) {
        this.person = person;
        this.value = value;
        this.clinic = clinic;
        this.today = today;
    }

    void addTo(Map<String, Supplier<String>> makers) {
        makers.put("transferBatch", () -> Long.toString(batch()));
        makers.put(
                "transferred",
                () -> Long.toString(
                        Fixtures.number("SELECT MIN(id) FROM transferred_record WHERE batch_id = ?", batch())));
        makers.put("transferSource", () -> Long.toString(source(batch())));
        makers.put("closedClinic", () -> Long.toString(closed()));
        makers.put("transferDraft", () -> Long.toString(draft()));
    }

    private long batch() {
        long programme = Long.parseLong(value.apply("freshTrainee"));
        long batch = Fixtures.insert(
                "INSERT INTO transfer_batch (clinic_id, programme_id, origin, file_name, record_count, skipped_count,"
                        + " created_by, created_at) VALUES (?, ?, '', '', 1, 0, ?, NOW(6))",
                clinic,
                programme,
                person.applyAsLong("srek"));
        Fixtures.insert(
                "INSERT INTO transferred_record (batch_id, programme_id, kind, dated_on, signed_by, note, as_written,"
                        + " line_number, fingerprint) VALUES (?, ?, 'SUPERVISION', ?, '', '', '', 1, '')",
                batch,
                programme,
                today);
        return batch;
    }

    private long source(long batch) {
        return Fixtures.insert(
                "INSERT INTO transfer_source (batch_id, programme_id, file_name, content_type, size_bytes, sha256, content,"
                        + " added_by, added_at) VALUES (?, ?, 'x.pdf', 'application/pdf', 1, '', 'x', ?, NOW(6))",
                batch,
                Long.parseLong(value.apply("freshTrainee")),
                person.applyAsLong("srek"));
    }

    private long closed() {
        long closed = Fixtures.clinic();
        Fixtures.insert(
                "INSERT INTO clinic_closing (clinic_id, last_day, reason, closed_by, closed_at) VALUES (?, ?, 'x', ?, NOW(6))",
                closed,
                today,
                person.applyAsLong("admin"));
        return closed;
    }

    private long draft() {
        return Fixtures.insert(
                "INSERT INTO transfer_draft (clinic_id, file_name, origin, draft_rows, created_by, created_at, updated_at)"
                        + " VALUES (?, 'x.csv', '', '[]', ?, NOW(6), NOW(6))",
                clinic,
                person.applyAsLong("srek"));
    }
}
