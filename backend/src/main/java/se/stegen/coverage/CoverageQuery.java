package se.stegen.coverage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.stegen.curriculum.GoalGroup;
import se.stegen.iup.IupKind;

/** Reads what coverage is counted from, over other features' tables: a fixed number of queries for a whole programme. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CoverageQuery extends GenericRepository<CoverageQuery.GoalRow, Long> {
    /** A goal of the curriculum that is frozen to a programme. */
    @MappedEntity("goal")
    record GoalRow(
            @Id long id,
            String code,
            GoalGroup goalGroup,
            String title,
            @Nullable String activities,
            boolean checked) {}

    /** Something planned with one of its goals; without one where it serves none. */
    @Introspected
    record ActivityRow(
            @Nullable Long itemId,
            @Nullable Long placementId,
            IupKind kind,
            String title,
            LocalDate startDate,
            LocalDate endDate,
            String assessmentMethod,
            @Nullable String goalCode) {}

    /** A signed record and a goal that it shows. */
    @Introspected
    record EvidenceRow(
            EvidenceKind kind,
            long recordId,
            String goalCode,
            LocalDate day,
            @Nullable String title,
            @Nullable String titleEn,
            String byName,
            boolean linked,
            boolean voided) {}

    /** A goal that a record shows. */
    @Introspected
    record ShownGoal(String goalCode, boolean linked) {}

    /** A signed record that was not voided. */
    @Introspected
    record RecordRow(
            EvidenceKind kind,
            long recordId,
            LocalDate day,
            @Nullable String title,
            @Nullable String titleEn,
            String byName) {}

    /** A record that an attestation was made against. */
    @Introspected
    record AttestedRecord(long attestationId, EvidenceKind kind, long recordId) {}

    String SESSION = " 'SUPERVISION' AS kind, s.id AS record_id, s.held_on AS day, NULL AS title, NULL AS title_en,"
            + " u.name AS by_name";
    String ASSESSMENT = " 'ASSESSMENT' AS kind, a.id AS record_id, a.observed_on AS day, t.name AS title,"
            + " t.name_en AS title_en, COALESCE(u.name, a.assessor_name, '') AS by_name";
    String SESSION_JOINS = " JOIN person u ON u.id = s.supervisor_id"
            + " LEFT JOIN voiding v ON v.record_kind = 'SUPERVISION' AND v.record_id = s.id";
    String ASSESSMENT_JOINS =
            " LEFT JOIN person u ON u.id = a.assessor_id JOIN assessment_template t ON t.id = a.template_id"
                    + " LEFT JOIN voiding v ON v.record_kind = 'ASSESSMENT' AND v.record_id = a.id";
    /** An answer given without sign-in counts once it is confirmed, and not while a report on it is looked into. */
    String COUNTS = " AND a.state = 'SIGNED' AND (a.signing_method <> 'LINK'"
            + " OR EXISTS (SELECT 1 FROM assessment_confirmation k WHERE k.assessment_id = a.id))"
            + " AND NOT EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id AND y.kind = 'REPORTED'"
            + "  AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check q WHERE q.oddity_id = y.id))";

    String MARKS = ", g.goal_code, v.record_id IS NOT NULL AS voided";

    @Query("SELECT g.id, g.code, g.goal_group, g.title, g.activities, g.checked FROM programme p"
            + " JOIN goal g ON g.curriculum_id = p.curriculum_id WHERE p.id = :programmeId ORDER BY g.sort_order")
    List<GoalRow> goals(long programmeId);

    @Query("SELECT i.id AS item_id, i.placement_id, i.kind, i.title, i.start_date, i.end_date, i.assessment_method,"
            + " g.goal_code FROM iup_item i LEFT JOIN iup_item_goal g ON g.item_id = i.id"
            + " WHERE i.programme_id = :programmeId"
            + " UNION ALL SELECT NULL, l.id, 'PLACEMENT', l.title, l.start_date, l.end_date, '', g.goal_code"
            + " FROM placement l LEFT JOIN placement_goal g ON g.placement_id = l.id"
            + " WHERE l.programme_id = :programmeId"
            + " AND NOT EXISTS (SELECT 1 FROM iup_item j WHERE j.placement_id = l.id)"
            + " ORDER BY start_date, end_date, item_id, placement_id")
    List<ActivityRow> activities(long programmeId);

    /**
     * Records name goals of the regulation of their day; after a change of regulation the doctor's mapping tells which
     * goals of the new one they show. What the records name themselves comes before what was linked, so that the first
     * of two equal ones is its own.
     */
    @Query("SELECT kind, record_id, COALESCE(m.to_code, goal_code) AS goal_code, day, title, title_en, by_name, linked,"
            + " voided FROM ("
            + "SELECT" + SESSION + MARKS + ", 0 AS linked FROM supervision s"
            + " JOIN supervision_goal g ON g.supervision_id = s.id" + SESSION_JOINS
            + " WHERE s.programme_id = :programmeId AND s.state = 'SIGNED'"
            + " UNION ALL SELECT" + ASSESSMENT + MARKS + ", 0 FROM assessment a"
            + " JOIN assessment_goal g ON g.assessment_id = a.id" + ASSESSMENT_JOINS
            + " WHERE a.programme_id = :programmeId" + COUNTS
            + " UNION ALL SELECT" + SESSION + MARKS + ", 1 FROM goal_evidence g"
            + " JOIN supervision s ON s.id = g.record_id AND s.programme_id = g.programme_id" + SESSION_JOINS
            + " WHERE g.programme_id = :programmeId AND g.record_kind = 'SUPERVISION' AND s.state = 'SIGNED'"
            + " UNION ALL SELECT" + ASSESSMENT + MARKS + ", 1 FROM goal_evidence g"
            + " JOIN assessment a ON a.id = g.record_id AND a.programme_id = g.programme_id" + ASSESSMENT_JOINS
            + " WHERE g.programme_id = :programmeId AND g.record_kind = 'ASSESSMENT'" + COUNTS
            + " UNION ALL SELECT 'TRANSFERRED', r.id, r.dated_on, COALESCE(t.name, r.kind), COALESCE(t.name_en, r.kind),"
            + " r.signed_by, g.goal_code, v.record_id IS NOT NULL, 0 FROM transferred_record r"
            + " JOIN transferred_goal g ON g.record_id = r.id LEFT JOIN assessment_template t ON t.id = r.template_id"
            + " LEFT JOIN transferred_voiding v ON v.record_id = r.id WHERE r.programme_id = :programmeId"
            + ") shown LEFT JOIN goal_mapping m ON m.programme_id = :programmeId AND m.from_code = shown.goal_code"
            + " ORDER BY day DESC, kind, record_id DESC, linked")
    List<EvidenceRow> evidence(long programmeId);

    /** The same mapping for one record of the programme: each goal once, what the record names itself before the rest. */
    @Query("SELECT COALESCE(m.to_code, shown.goal_code) AS goal_code, MIN(shown.linked) AS linked FROM ("
            + "SELECT g.goal_code, 0 AS linked FROM supervision s JOIN supervision_goal g ON g.supervision_id = s.id"
            + " WHERE :kind = 'SUPERVISION' AND s.id = :recordId AND s.programme_id = :programmeId"
            + " UNION ALL SELECT g.goal_code, 0 FROM assessment a JOIN assessment_goal g ON g.assessment_id = a.id"
            + " WHERE :kind = 'ASSESSMENT' AND a.id = :recordId AND a.programme_id = :programmeId"
            + " UNION ALL SELECT g.goal_code, 1 FROM goal_evidence g"
            + " WHERE g.programme_id = :programmeId AND g.record_kind = :kind AND g.record_id = :recordId"
            + ") shown LEFT JOIN goal_mapping m ON m.programme_id = :programmeId AND m.from_code = shown.goal_code"
            + " GROUP BY COALESCE(m.to_code, shown.goal_code) ORDER BY linked, goal_code")
    List<ShownGoal> shownGoals(long programmeId, String kind, long recordId);

    @Query("SELECT kind, record_id, day, title, title_en, by_name FROM ("
            + "SELECT" + SESSION + " FROM supervision s" + SESSION_JOINS
            + " WHERE s.programme_id = :programmeId AND s.state = 'SIGNED' AND v.record_id IS NULL"
            + " UNION ALL SELECT" + ASSESSMENT + " FROM assessment a" + ASSESSMENT_JOINS
            + " WHERE a.programme_id = :programmeId AND v.record_id IS NULL" + COUNTS
            + ") signed ORDER BY day DESC, kind, record_id DESC")
    List<RecordRow> signedRecords(long programmeId);

    /** The latest first; those of the curriculum that is frozen to the programme today. */
    @Query("SELECT a.id, a.goal_code, a.statement, p.name AS attested_by, a.attested_on, a.attested_at,"
            + " (SELECT COUNT(*) FROM goal_attestation_evidence e WHERE e.attestation_id = a.id) AS evidence,"
            + " (SELECT COUNT(*) FROM goal_attestation_evidence e JOIN voiding v ON v.record_kind = e.record_kind"
            + "   AND v.record_id = e.record_id WHERE e.attestation_id = a.id)"
            + " + (SELECT COUNT(*) FROM goal_attestation_evidence e JOIN transferred_voiding v ON v.record_id = e.record_id"
            + "   WHERE e.attestation_id = a.id AND e.record_kind = 'TRANSFERRED') AS voided,"
            + " q.name AS withdrawn_by, w.withdrawn_at, w.reason"
            + " FROM goal_attestation a JOIN programme r ON r.id = a.programme_id AND r.curriculum_id = a.curriculum_id"
            + " JOIN person p ON p.id = a.attested_by"
            + " LEFT JOIN goal_attestation_withdrawal w ON w.attestation_id = a.id"
            + " LEFT JOIN person q ON q.id = w.withdrawn_by"
            + " WHERE a.programme_id = :programmeId ORDER BY a.id DESC")
    List<Attestation> attestations(long programmeId);

    @Query("SELECT e.attestation_id, e.record_kind AS kind, e.record_id FROM goal_attestation_evidence e"
            + " WHERE e.attestation_id = :attestationId")
    List<AttestedRecord> attestedRecords(long attestationId);

    /** The day of the next planned session, from the day on. */
    @Query("SELECT MIN(s.held_on) FROM supervision s WHERE s.programme_id = :programmeId AND s.state = 'PLANNED'"
            + " AND s.held_on >= :day")
    Optional<LocalDate> nextMeeting(long programmeId, LocalDate day);

    /** 1 is planned, 2 shown by a valid record, 3 attested. */
    @Query("SELECT p.id AS programme_id, COUNT(DISTINCT g.code) AS goals,"
            + " COUNT(DISTINCT CASE WHEN f.fact IS NOT NULL THEN g.code END) AS covered,"
            + " COUNT(DISTINCT CASE WHEN f.fact = 2 THEN g.code END) AS evidenced,"
            + " COUNT(DISTINCT CASE WHEN f.fact = 3 THEN g.code END) AS attested"
            + " FROM programme p JOIN goal g ON g.curriculum_id = p.curriculum_id LEFT JOIN ("
            + "SELECT y.programme_id, COALESCE(m.to_code, y.goal_code) AS goal_code, y.fact FROM ("
            + "SELECT i.programme_id, x.goal_code, 1 AS fact FROM iup_item i JOIN iup_item_goal x ON x.item_id = i.id"
            + " WHERE i.programme_id IN (:programmeIds)"
            + " UNION ALL SELECT l.programme_id, x.goal_code, 1 FROM placement l"
            + " JOIN placement_goal x ON x.placement_id = l.id WHERE l.programme_id IN (:programmeIds)"
            + " AND NOT EXISTS (SELECT 1 FROM iup_item j WHERE j.placement_id = l.id)"
            + " UNION ALL SELECT s.programme_id, x.goal_code, 2 FROM supervision s"
            + " JOIN supervision_goal x ON x.supervision_id = s.id WHERE s.programme_id IN (:programmeIds)"
            + " AND s.state = 'SIGNED' AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION'"
            + " AND v.record_id = s.id)"
            + " UNION ALL SELECT a.programme_id, x.goal_code, 2 FROM assessment a"
            + " JOIN assessment_goal x ON x.assessment_id = a.id WHERE a.programme_id IN (:programmeIds)"
            + COUNTS + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT'"
            + " AND v.record_id = a.id)"
            + " UNION ALL SELECT x.programme_id, x.goal_code, 2 FROM goal_evidence x"
            + " WHERE x.programme_id IN (:programmeIds) AND NOT EXISTS (SELECT 1 FROM voiding v"
            + " WHERE v.record_kind = x.record_kind AND v.record_id = x.record_id)"
            + " UNION ALL SELECT r.programme_id, x.goal_code, 2 FROM transferred_record r"
            + " JOIN transferred_goal x ON x.record_id = r.id WHERE r.programme_id IN (:programmeIds)"
            + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)"
            + " UNION ALL SELECT n.programme_id, n.goal_code, 3 FROM goal_attestation n"
            + " JOIN programme r ON r.id = n.programme_id AND r.curriculum_id = n.curriculum_id"
            + " WHERE n.programme_id IN (:programmeIds)"
            + " AND NOT EXISTS (SELECT 1 FROM goal_attestation_withdrawal w WHERE w.attestation_id = n.id)"
            + ") y LEFT JOIN goal_mapping m ON m.programme_id = y.programme_id AND m.from_code = y.goal_code"
            + ") f ON f.programme_id = p.id AND f.goal_code = g.code"
            + " WHERE p.id IN (:programmeIds) GROUP BY p.id")
    List<GoalStanding> standings(List<Long> programmeIds);
}
