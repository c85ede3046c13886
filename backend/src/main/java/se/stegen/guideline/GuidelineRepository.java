package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A version that is being written, as it is stored. */
@Introspected
record DraftRow(String content, LocalDateTime savedAt) {}

/**
 * A clinic, an organisation or a clinic's override, in one shape.
 *
 * @param kind {@code CLINIC}, {@code ORGANISATION} or {@code OVERRIDE}
 * @param id of the clinic or the organisation
 * @param parentId the organisation of a clinic, the one above an organisation
 * @param code of the own guideline; of an override its field
 */
@Introspected
record GuidelinePlace(
        String kind,
        long id,
        @Nullable Long parentId,
        @Nullable String code,
        @Nullable String fieldValue,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}

/** Versions of profiles, and where they hold. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface GuidelineRepository extends GenericRepository<GuidelineProfile, Long> {
    GuidelineProfile save(GuidelineProfile profile);

    void update(GuidelineProfile profile);

    Optional<GuidelineProfile> findById(long id);

    List<GuidelineProfile> findAll();

    @Query("SELECT * FROM guideline_profile WHERE organisation_id = :owner ORDER BY valid_from")
    List<GuidelineProfile> ofOrganisation(long owner);

    @Query("UPDATE guideline_profile SET valid_to = :lastDay, version = version + 1 WHERE id = :profile")
    void end(long profile, LocalDate lastDay);

    /** Whether the version was still that: then it is the caller's to change. */
    @Query("UPDATE guideline_profile SET version = version + 1 WHERE id = :profile AND version = :expected")
    int claim(long profile, int expected);

    @Query("DELETE FROM guideline_profile WHERE id = :profile AND version = :expected")
    int remove(long profile, int expected);

    /** Two who add a version at the same moment do so one after the other. */
    @Query("SELECT id FROM organisation WHERE id = :owner FOR UPDATE")
    Optional<Long> lock(long owner);

    @Query("SELECT id, name FROM organisation WHERE id IN (:owners)"
            + " ORDER BY CASE kind WHEN 'REGION' THEN 0 WHEN 'PROVIDER' THEN 1 ELSE 2 END, name")
    List<GuidelineOwner> owners(Collection<Long> owners);

    /** The clinics with their overrides, and all organisations. */
    @Query(
            "SELECT 'CLINIC' AS kind, c.id, c.organisation_id AS parent_id, c.guideline_code AS code, NULL AS field_value,"
                    + "  NULL AS valid_from, NULL AS valid_to FROM clinic c WHERE c.id IN (:ids)"
                    + " UNION ALL SELECT 'ORGANISATION', o.id, o.parent_id, o.guideline_code, NULL, NULL, NULL FROM organisation o"
                    + " UNION ALL SELECT 'OVERRIDE', v.clinic_id, NULL, v.field, v.field_value, v.valid_from, v.valid_to"
                    + "  FROM guideline_override v WHERE v.clinic_id IN (:ids)")
    List<GuidelinePlace> places(List<Long> ids);

    @Query("SELECT id, organisation_id, guideline_code FROM clinic")
    List<ClinicGuideline> allClinics();

    @Query("SELECT content, saved_at FROM guideline_draft WHERE organisation_id = :owner AND person_id = :person")
    Optional<DraftRow> draft(long owner, long person);

    @Query("INSERT INTO guideline_draft (organisation_id, person_id, content, saved_at)"
            + " VALUES (:owner, :person, :content, :at)"
            + " ON DUPLICATE KEY UPDATE content = :content, saved_at = :at")
    void saveDraft(long owner, long person, String content, LocalDateTime at);

    @Query("DELETE FROM guideline_draft WHERE organisation_id = :owner AND person_id = :person")
    void dropDraft(long owner, long person);
}
