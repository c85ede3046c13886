package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Organisations and clinics. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganisationRepository extends GenericRepository<OrganisationRepository.OrganisationRow, Long> {
    @MappedEntity("organisation")
    record OrganisationRow(
            @Id @GeneratedValue long id,
            String name,
            String kind,
            @Nullable Long parentId,
            @Nullable String guidelineCode,
            int version) {}

    String ORGANISATION = "SELECT o.id, o.name, o.kind, o.parent_id, p.name AS parent_name, o.guideline_code, o.version"
            + " FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id";
    String CLINIC = "SELECT c.id, c.name, c.organisation_id, o.name AS organisation_name, c.specialty_code,"
            + " s.name AS specialty_name, c.guideline_code, c.version"
            + " FROM clinic c JOIN organisation o ON o.id = c.organisation_id"
            + " LEFT JOIN specialty s ON s.code = c.specialty_code";
    String LIKE = " LIKE CONCAT('%', :q, '%')";

    OrganisationRow save(OrganisationRow row);

    @Query(ORGANISATION + " WHERE o.id = :id")
    Optional<Organisation> organisation(long id);

    @Query(ORGANISATION + " WHERE o.name" + LIKE + " ORDER BY o.name, o.id LIMIT :size OFFSET :offset")
    List<Organisation> organisations(String q, int size, long offset);

    @Query("SELECT COUNT(*) FROM organisation o WHERE o.name" + LIKE)
    long countOrganisations(String q);

    @Query("SELECT EXISTS (SELECT 1 FROM organisation WHERE name = :name AND parent_id <=> :parentId AND id <> :id)")
    boolean organisationNameTaken(String name, @Nullable Long parentId, long id);

    @Query("SELECT EXISTS (SELECT 1 FROM organisation WHERE id = :id)")
    boolean organisationExists(long id);

    @Query("SELECT parent_id FROM organisation WHERE id = :id AND parent_id IS NOT NULL")
    Optional<Long> parentOf(long id);

    @Query("UPDATE organisation SET name = :name, kind = :kind, parent_id = :parentId,"
            + " guideline_code = :guidelineCode, version = version + 1 WHERE id = :id AND version = :version")
    int updateOrganisation(
            long id, int version, String name, String kind, @Nullable Long parentId, @Nullable String guidelineCode);

    @Query("SELECT EXISTS (SELECT 1 FROM guideline_profile WHERE code = :code)")
    boolean guidelineExists(String code);

    @Query(CLINIC + " WHERE c.id = :id")
    Optional<Clinic> clinic(long id);

    @Query(CLINIC + " WHERE c.name" + LIKE + " OR o.name" + LIKE
            + " ORDER BY o.name, c.name, c.id LIMIT :size OFFSET :offset")
    List<Clinic> clinics(String q, int size, long offset);

    @Query("SELECT COUNT(*) FROM clinic c JOIN organisation o ON o.id = c.organisation_id WHERE c.name" + LIKE
            + " OR o.name" + LIKE)
    long countClinics(String q);

    @Query(CLINIC + " ORDER BY o.name, c.name, c.id")
    List<Clinic> allClinics();

    @Query(ORGANISATION + " ORDER BY o.name, o.id")
    List<Organisation> allOrganisations();

    @Query(
            "SELECT EXISTS (SELECT 1 FROM clinic WHERE name = :name AND organisation_id = :organisationId AND id <> :id)")
    boolean clinicNameTaken(String name, long organisationId, long id);

    @Query("SELECT EXISTS (SELECT 1 FROM clinic WHERE id = :id)")
    boolean clinicExists(long id);

    @Query("UPDATE clinic SET name = :name, organisation_id = :organisationId, specialty_code = :specialtyCode,"
            + " guideline_code = :guidelineCode, version = version + 1 WHERE id = :id AND version = :version")
    int updateClinic(
            long id,
            int version,
            String name,
            long organisationId,
            String specialtyCode,
            @Nullable String guidelineCode);
}
