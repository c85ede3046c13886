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

/** A full leave of a programme. */
@Introspected
record FullLeave(
        long programmeId, LocalDate startDate, @Nullable LocalDate endDate) {}

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

/** A record that counts. */
@Introspected
record Counted(long programmeId, LocalDate day) {}

/** A record that counts from the moment, in UTC, at which it was signed or confirmed. */
@Introspected
record CountedFrom(long programmeId, LocalDate day, LocalDateTime countsFrom) {}

/** A counted assessment and what it shows: by its form, and added by who asked; comma separated. */
@Introspected
record ShownCompetences(long programmeId, LocalDate day, LocalDateTime countsFrom, String ofForm, String added) {}

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

    @Query("SELECT programme_id, start_date, end_date FROM leave_period WHERE extent = 100"
            + " AND programme_id IN (:programmeIds) AND start_date <= :day")
    List<FullLeave> fullLeaves(List<Long> programmeIds, LocalDate day);

    @Query("SELECT m.programme_id, m.person_id, u.name, m.valid_from, m.valid_to FROM main_supervisor m"
            + " JOIN person u ON u.id = m.person_id"
            + " WHERE m.programme_id IN (:programmeIds) AND m.valid_from <= :toDay"
            + " AND (m.valid_to IS NULL OR m.valid_to >= :fromDay) ORDER BY m.programme_id, m.id")
    List<Appointment> mainSupervisors(List<Long> programmeIds, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT person_id, kind, specialty_code, obtained_on FROM qualification"
            + " WHERE person_id IN (:personIds) AND obtained_on <= :day")
    List<Qualified> qualifications(List<Long> personIds, LocalDate day);

    @Query(
            "SELECT s.programme_id, s.held_on AS day, s.signed_at AS counts_from FROM supervision s WHERE s.programme_id IN (:programmeIds)"
                    + " AND s.held_on BETWEEN :fromDay AND :day AND s.state = 'SIGNED' AND s.signed_at < :signedBefore"
                    + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id)"
                    + " AND (EXISTS (SELECT 1 FROM main_supervisor m WHERE m.programme_id = s.programme_id"
                    + "   AND m.person_id = s.supervisor_id AND m.valid_from <= s.held_on"
                    + "   AND (m.valid_to IS NULL OR m.valid_to >= s.held_on))"
                    + "  OR EXISTS (SELECT 1 FROM placement l WHERE l.programme_id = s.programme_id"
                    + "   AND l.supervisor_id = s.supervisor_id AND l.start_date <= s.held_on AND l.end_date >= s.held_on))")
    List<CountedFrom> supervisions(
            List<Long> programmeIds, LocalDate fromDay, LocalDate day, LocalDateTime signedBefore);

    /** What was reported as somebody else's answer counts on no date until the studierektor has looked into it. */
    String NOT_REPORTED =
            " AND NOT EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id AND y.kind = 'REPORTED'"
                    + "  AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check q WHERE q.oddity_id = y.id))";

    /** An answer given without sign-in counts once it is confirmed; one that is not has no row here. */
    String CONFIRMED = " LEFT JOIN assessment_confirmation k ON k.assessment_id = a.id AND a.signing_method = 'LINK'";

    /** From when on it counts, and that this was before the end of the last day. */
    String COUNTS_FROM = "CASE WHEN a.signing_method = 'LINK' THEN k.confirmed_at ELSE a.signed_at END";

    @Query("SELECT a.programme_id, a.observed_on AS day, " + COUNTS_FROM + " AS counts_from FROM assessment a"
            + " JOIN assessment_template t ON t.id = a.template_id AND t.formal" + CONFIRMED
            + " WHERE a.programme_id IN (:programmeIds)"
            + " AND a.observed_on BETWEEN :fromDay AND :day AND a.state = 'SIGNED' AND a.signed_at < :signedBefore"
            + " AND (a.signing_method <> 'LINK' OR k.confirmed_at < :signedBefore)"
            + NOT_REPORTED
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)")
    List<CountedFrom> assessments(
            List<Long> programmeIds, LocalDate fromDay, LocalDate day, LocalDateTime signedBefore);

    /** Without sign-in an answer counts once the main supervisor has confirmed it. */
    @Query("SELECT a.programme_id, a.observed_on AS day, " + COUNTS_FROM + " AS counts_from,"
            + " t.competences AS of_form, a.competences AS added"
            + " FROM assessment a JOIN assessment_template t ON t.id = a.template_id" + CONFIRMED
            + " WHERE a.programme_id IN (:programmeIds) AND (t.competences <> '' OR a.competences <> '')"
            + " AND a.observed_on BETWEEN :fromDay AND :day AND a.state = 'SIGNED' AND a.signed_at < :signedBefore"
            + " AND (a.signing_method <> 'LINK' OR k.confirmed_at < :signedBefore)"
            + NOT_REPORTED
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)")
    List<ShownCompetences> competences(
            List<Long> programmeIds, LocalDate fromDay, LocalDate day, LocalDateTime signedBefore);

    @Query("SELECT v.programme_id, MIN(v.approved_on) AS day FROM iup_version v"
            + " WHERE v.programme_id IN (:programmeIds) AND v.approved_on <= :day GROUP BY v.programme_id")
    List<Counted> firstIupApprovals(List<Long> programmeIds, LocalDate day);

    @Query("SELECT v.programme_id, v.approved_on AS day FROM iup_version v"
            + " WHERE v.programme_id IN (:programmeIds) AND v.approved_on BETWEEN :fromDay AND :day")
    List<Counted> iupApprovals(List<Long> programmeIds, LocalDate fromDay, LocalDate day);

    @Query("SELECT id, name FROM clinic WHERE id = :id")
    Optional<ClinicName> clinicName(long id);

    @Query("SELECT id, name FROM clinic WHERE id IN (:ids) ORDER BY name")
    List<ClinicName> clinicNames(List<Long> ids);
}
