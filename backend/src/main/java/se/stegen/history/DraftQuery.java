package se.stegen.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** What the doctors of a draft have already, brought in or made here; only reads, also tables of others. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftQuery extends GenericRepository<DraftRepository.DraftRow, Long> {
    /**
     * That something of a kind was done on a day.
     *
     * @param kind as {@link TransferredKind} names it
     * @param form code of an assessment's form; empty for another kind
     * @param transferred whether it was brought in; else it was made here
     */
    @Introspected
    record Event(long programmeId, String kind, LocalDate heldOn, String form, boolean transferred) {
        String key() {
            return key(programmeId, kind, heldOn, form);
        }

        static String key(long programmeId, String kind, LocalDate day, @Nullable String form) {
            return programmeId + " " + kind + " " + day + " " + (form == null ? "" : form);
        }
    }

    String NOT_VOIDED = " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_id = ";

    String TRANSFERRED = "SELECT r.programme_id, r.kind, r.dated_on AS held_on, COALESCE(t.code, '') AS form,"
            + " TRUE AS transferred FROM transferred_record r LEFT JOIN assessment_template t ON t.id = r.template_id"
            + " WHERE r.programme_id IN (:programmeIds)"
            + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)";

    String SUPERVISIONS = "SELECT s.programme_id, 'SUPERVISION', s.held_on, '', FALSE FROM supervision s"
            + " WHERE s.programme_id IN (:programmeIds) AND s.state = 'SIGNED'" + NOT_VOIDED
            + "s.id AND v.record_kind = 'SUPERVISION')";

    String ASSESSMENTS = "SELECT a.programme_id, 'ASSESSMENT', a.observed_on, f.code, FALSE FROM assessment a"
            + " JOIN assessment_template f ON f.id = a.template_id"
            + " WHERE a.programme_id IN (:programmeIds) AND a.state = 'SIGNED'" + NOT_VOIDED
            + "a.id AND v.record_kind = 'ASSESSMENT')";

    String APPROVALS = "SELECT p.programme_id, 'IUP_APPROVAL', p.approved_on, '', FALSE FROM iup_version p"
            + " WHERE p.programme_id IN (:programmeIds)";

    String COLLEGIA = "SELECT o.programme_id, 'COLLEGIUM', c.meets_on, '', FALSE FROM collegium_outcome o"
            + " JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " WHERE o.programme_id IN (:programmeIds)";

    String TALKS = "SELECT m.programme_id, m.kind, m.held_on, '', FALSE FROM meeting m"
            + " WHERE m.programme_id IN (:programmeIds) AND m.state = 'HELD'"
            + " AND m.kind IN ('DEVELOPMENT_TALK', 'RECONCILIATION', 'INTRODUCTION')";

    /** All that counts, but self-study that was entered here: of that there may be several on a day. */
    @Query(TRANSFERRED + " UNION " + SUPERVISIONS + " UNION " + ASSESSMENTS + " UNION " + APPROVALS + " UNION "
            + COLLEGIA + " UNION " + TALKS)
    List<Event> events(List<Long> programmeIds);
}
