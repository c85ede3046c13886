package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A post in scope with the programme around it. */
@Introspected
record PostInScope(
        long programmeId,
        long clinicId,
        String name,
        String specialtyCode,
        LocalDate programmeStart,
        int plannedMonths,
        LocalDate startDate,
        @Nullable LocalDate endDate) {}

/** A main supervisor from day to day. */
@Introspected
record Appointment(
        long programmeId,
        long personId,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}

/** A qualification dated on or before the day. */
@Introspected
record Qualified(long personId, String kind, @Nullable String specialtyCode, LocalDate obtainedOn) {}

/** A doctor's records of a kind, in one row; see {@link Packed}. */
@Introspected
record PackedRecords(long programmeId, String kind, String records) {}

/** A clinic's name. */
@Introspected
record ClinicName(long id, String name) {}

/** Reads what the indicators count: a fixed number of queries, whatever the number of doctors. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ComplianceQuery extends GenericRepository<GuidelineProfile, Long> {
    String POSTS = "SELECT o.programme_id, o.clinic_id, d.name, p.specialty_code, p.start_date AS programme_start,"
            + " p.planned_months, o.start_date, o.end_date FROM post o JOIN programme p ON p.id = o.programme_id"
            + " JOIN person d ON d.id = p.person_id"
            + " WHERE o.start_date <= :toDay AND (o.end_date IS NULL OR o.end_date >= :fromDay) AND ";

    @Query(POSTS + "o.clinic_id IN (:clinicIds) ORDER BY d.name, o.programme_id, o.start_date")
    List<PostInScope> postsOfClinics(List<Long> clinicIds, LocalDate fromDay, LocalDate toDay);

    @Query(POSTS + "o.programme_id IN (:programmeIds) ORDER BY d.name, o.programme_id, o.start_date")
    List<PostInScope> postsOfProgrammes(List<Long> programmeIds, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT m.programme_id FROM main_supervisor m WHERE m.person_id = :personId AND m.valid_from <= :day"
            + " AND (m.valid_to IS NULL OR m.valid_to >= :day) UNION"
            + " SELECT l.programme_id FROM placement l WHERE l.supervisor_id = :personId AND l.start_date <= :day"
            + " AND l.end_date >= :day")
    List<Long> supervisedBy(long personId, LocalDate day);

    @Query("SELECT m.programme_id, m.person_id, u.name, m.valid_from, m.valid_to FROM main_supervisor m"
            + " JOIN person u ON u.id = m.person_id"
            + " WHERE m.programme_id IN (:programmeIds) AND m.valid_from <= :toDay"
            + " AND (m.valid_to IS NULL OR m.valid_to >= :fromDay) ORDER BY m.programme_id, m.id")
    List<Appointment> mainSupervisors(List<Long> programmeIds, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT person_id, kind, specialty_code, obtained_on FROM qualification"
            + " WHERE person_id IN (:personIds) AND obtained_on <= :day")
    List<Qualified> qualifications(List<Long> personIds, LocalDate day);

    /** Full leaves: first and last day, the last one empty where it is open. */
    String LEAVES = "SELECT programme_id, 'LEAVE' AS kind, JSON_ARRAYAGG(CONCAT(TO_DAYS(start_date), ':',"
            + "  COALESCE(TO_DAYS(end_date), ''))) AS records FROM leave_period"
            + " WHERE extent = 100 AND programme_id IN (:programmeIds) AND start_date <= :toDay GROUP BY programme_id";

    /** Sessions that count once they are signed: day, moment of signing. */
    String SUPERVISIONS = "SELECT s.programme_id, 'SUPERVISION', JSON_ARRAYAGG(CONCAT(TO_DAYS(s.held_on), ':',"
            + "  TIMESTAMPDIFF(SECOND, '1970-01-01', s.signed_at)))"
            + " FROM supervision s WHERE s.programme_id IN (:programmeIds)"
            + " AND s.held_on BETWEEN :fromDay AND :known AND s.state = 'SIGNED' AND s.signed_at < :signedBefore"
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id)"
            + " AND (EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = s.programme_id"
            + "   AND m.person_id = s.supervisor_id AND m.valid_from <= s.held_on"
            + "   AND (m.valid_to IS NULL OR m.valid_to >= s.held_on))"
            + "  OR EXISTS (SELECT 1 FROM placement l WHERE l.programme_id = s.programme_id"
            + "   AND l.supervisor_id = s.supervisor_id AND l.start_date <= s.held_on AND l.end_date >= s.held_on))"
            + " GROUP BY s.programme_id";

    /**
     * From when on an assessment counts. An answer given without sign-in counts once the main supervisor has confirmed it;
     * what was reported as somebody else's answer counts on no date until the studierektor has looked into it.
     */
    String COUNTS_FROM = "CASE WHEN EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id"
            + "   AND y.kind = 'REPORTED' AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check q WHERE q.oddity_id = y.id))"
            + "  THEN NULL WHEN a.signing_method = 'LINK' THEN k.confirmed_at ELSE a.signed_at END";

    /**
     * Signed assessments, those that do not count among them: day of observation, moment of signing, moment from which it
     * counts or nothing, whether the form is a formal one, what the form shows and what who asked has added.
     */
    String ASSESSMENTS = "SELECT c.programme_id, 'ASSESSMENT', JSON_ARRAYAGG(CONCAT(TO_DAYS(c.observed_on), ':',"
            + "  TIMESTAMPDIFF(SECOND, '1970-01-01', c.signed_at), ':',"
            + "  COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', c.counts_from), ''), ':', IF(c.formal, 1, 0), ':',"
            + "  c.of_form, ':', c.added)) FROM ("
            + " SELECT a.programme_id, a.observed_on, a.signed_at, " + COUNTS_FROM + " AS counts_from, t.formal,"
            + "   t.competences AS of_form, a.competences AS added"
            + "  FROM assessment a JOIN assessment_template t ON t.id = a.template_id"
            + "  LEFT JOIN assessment_confirmation k ON k.assessment_id = a.id AND a.signing_method = 'LINK'"
            + "  WHERE a.programme_id IN (:programmeIds) AND a.observed_on BETWEEN :fromDay AND :known"
            + "   AND a.state = 'SIGNED' AND a.signed_at < :signedBefore"
            + "   AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)"
            + ") c GROUP BY c.programme_id";

    /** Days on which plans were approved, ever. */
    String APPROVALS = "SELECT v.programme_id, 'IUP', JSON_ARRAYAGG(CONCAT(TO_DAYS(v.approved_on))) FROM iup_version v"
            + " WHERE v.programme_id IN (:programmeIds) AND v.approved_on <= :known GROUP BY v.programme_id";

    /** Days of closed collegia with an outcome for the doctor, ever. */
    String COLLEGIA = "SELECT o.programme_id, 'COLLEGIUM', JSON_ARRAYAGG(CONCAT(TO_DAYS(c.meets_on)))"
            + " FROM collegium_outcome o JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " WHERE o.programme_id IN (:programmeIds) AND c.meets_on <= :known GROUP BY o.programme_id";

    /** Days of talks that were held, by their kind, ever. */
    String TALKS = "SELECT m.programme_id, m.kind, JSON_ARRAYAGG(CONCAT(TO_DAYS(m.held_on))) FROM meeting m"
            + " WHERE m.programme_id IN (:programmeIds)"
            + " AND m.kind IN ('DEVELOPMENT_TALK', 'RECONCILIATION', 'INTRODUCTION') AND m.state = 'HELD'"
            + " AND m.held_on <= :known GROUP BY m.programme_id, m.kind";

    /** Self-study: day, hours. Of a single day that is measured the sum is enough: it stands for the year's hours. */
    String STUDIES =
            "SELECT s.programme_id, 'SELF_STUDY', JSON_ARRAYAGG(CONCAT(TO_DAYS(s.studied_on), ':', s.hours)) FROM ("
                    + " SELECT x.programme_id, MAX(x.studied_on) AS studied_on, SUM(x.hours) AS hours FROM self_study x"
                    + "  WHERE x.programme_id IN (:programmeIds) AND x.studied_on BETWEEN :fromDay AND :known"
                    + "  GROUP BY x.programme_id, CASE WHEN :single THEN NULL ELSE x.studied_on END"
                    + ") s GROUP BY s.programme_id";

    /**
     * Överfört: each kind packed as the like records are, signed at noon of its own date; of an assessment nobody signed here
     * the moment of signing is empty.
     */
    String TRANSFERRED = "SELECT r.programme_id, CASE r.kind WHEN 'IUP_APPROVAL' THEN 'IUP' ELSE r.kind END,"
            + " JSON_ARRAYAGG(CONCAT(TO_DAYS(r.dated_on), CASE r.kind"
            + "  WHEN 'SUPERVISION' THEN CONCAT(':', 43200 + TIMESTAMPDIFF(SECOND, '1970-01-01', r.dated_on))"
            + "  WHEN 'ASSESSMENT' THEN CONCAT('::', 43200 + TIMESTAMPDIFF(SECOND, '1970-01-01', r.dated_on), ':',"
            + "   IF(t.formal, 1, 0), ':', t.competences, ':')"
            + "  WHEN 'SELF_STUDY' THEN CONCAT(':', r.hours) ELSE '' END))"
            + " FROM transferred_record r LEFT JOIN assessment_template t ON t.id = r.template_id"
            + " WHERE r.programme_id IN (:programmeIds) AND r.dated_on <= :known"
            + " AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)"
            + " GROUP BY r.programme_id, r.kind";

    /**
     * Everything that is counted of these doctors, in one statement: what begins or is held from {@code fromDay} on, or ever
     * where the rule looks back that far, and is known.
     */
    @Query(LEAVES + " UNION ALL " + SUPERVISIONS + " UNION ALL " + ASSESSMENTS + " UNION ALL " + APPROVALS
            + " UNION ALL " + COLLEGIA + " UNION ALL " + TALKS + " UNION ALL " + STUDIES
            + " UNION ALL " + TRANSFERRED)
    List<PackedRecords> records(
            List<Long> programmeIds,
            LocalDate fromDay,
            LocalDate toDay,
            LocalDate known,
            LocalDateTime signedBefore,
            boolean single);

    @Query("SELECT id, name FROM clinic WHERE id = :id")
    Optional<ClinicName> clinicName(long id);

    @Query("SELECT id, name FROM clinic WHERE id IN (:ids) ORDER BY name")
    List<ClinicName> clinicNames(List<Long> ids);
}
