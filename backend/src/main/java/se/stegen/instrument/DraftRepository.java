package se.stegen.instrument;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

@MappedEntity("template_draft")
record DraftRow(
        @Id @GeneratedValue long id,
        long clinicId,
        String code,
        FormKind kind,
        String name,
        boolean formal,
        String competences,
        String definition,
        long updatedBy,
        LocalDateTime updatedAt,
        int version) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftRepository extends GenericRepository<DraftRow, Long> {
    /** Begins a form; 0 where somebody has just taken the code. */
    @Query(
            "INSERT IGNORE INTO template_draft (clinic_id, code, kind, name, formal, competences, definition, updated_by,"
                    + " updated_at) VALUES (:clinicId, :code, :kind, :name, :formal, :competences, :definition, :updatedBy, :updatedAt)")
    int begin(
            long clinicId,
            String code,
            String kind,
            String name,
            boolean formal,
            String competences,
            String definition,
            long updatedBy,
            LocalDateTime updatedAt);

    @Query("SELECT * FROM template_draft WHERE clinic_id = :clinicId ORDER BY name, code")
    List<DraftRow> ofClinic(long clinicId);

    @Query("SELECT * FROM template_draft WHERE clinic_id = :clinicId AND code = :code")
    Optional<DraftRow> find(long clinicId, String code);

    @Query("UPDATE template_draft SET name = :name, formal = :formal, competences = :competences,"
            + " definition = :definition, updated_by = :updatedBy, updated_at = :updatedAt, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(
            long id,
            int version,
            String name,
            boolean formal,
            String competences,
            String definition,
            long updatedBy,
            LocalDateTime updatedAt);

    @Query("DELETE FROM template_draft WHERE id = :id AND version = :version")
    int delete(long id, int version);
}
