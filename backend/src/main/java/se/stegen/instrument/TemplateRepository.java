package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
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

@MappedEntity("assessment_template")
record TemplateRow(
        @Id @GeneratedValue long id,
        String code,
        int version,
        @Nullable Long clinicId,
        FormKind kind,
        String name,
        String nameEn,
        boolean formal,
        String competences,
        int overallSteps,
        String definition,
        @Nullable Long publishedBy,
        LocalDateTime publishedAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface TemplateRepository extends GenericRepository<TemplateRow, Long> {
    /** Adds a version; one that another instance added a moment ago is left alone. */
    @Query("INSERT IGNORE INTO assessment_template (code, version, clinic_id, kind, name, name_en, formal, competences,"
            + " overall_steps, definition, published_by, published_at) VALUES (:code, :version, :clinicId, :kind, :name,"
            + " :nameEn, :formal, :competences, :overallSteps, :definition, :publishedBy, :publishedAt)")
    int add(
            String code,
            int version,
            @Nullable Long clinicId,
            String kind,
            String name,
            String nameEn,
            boolean formal,
            String competences,
            int overallSteps,
            String definition,
            @Nullable Long publishedBy,
            LocalDateTime publishedAt);

    /** The newest version of every form that comes with the program, in the order in which they first came. */
    @Query("SELECT t.* FROM assessment_template t JOIN (SELECT code, MAX(version) AS version, MIN(id) AS first"
            + " FROM assessment_template WHERE clinic_id IS NULL GROUP BY code) n"
            + " ON n.code = t.code AND n.version = t.version ORDER BY n.first")
    List<TemplateRow> builtIn();

    /** The newest version of every form of a clinic, by name. */
    @Query("SELECT t.* FROM assessment_template t JOIN (SELECT code, MAX(version) AS version"
            + " FROM assessment_template WHERE clinic_id = :clinicId GROUP BY code) n"
            + " ON n.code = t.code AND n.version = t.version ORDER BY t.name, t.code")
    List<TemplateRow> ofClinic(long clinicId);

    @Query("SELECT * FROM assessment_template WHERE id = :id")
    Optional<TemplateRow> find(long id);

    @Query("SELECT * FROM assessment_template WHERE code = :code ORDER BY version DESC LIMIT 1")
    Optional<TemplateRow> newest(String code);

    @Query("SELECT template_code FROM template_hidden WHERE clinic_id = :clinicId")
    List<String> hidden(long clinicId);

    /** Hides a form; one that is hidden already stays so. */
    @Query("INSERT IGNORE INTO template_hidden (clinic_id, template_code, hidden_by, hidden_at)"
            + " VALUES (:clinicId, :code, :hiddenBy, :hiddenAt)")
    void hide(long clinicId, String code, long hiddenBy, LocalDateTime hiddenAt);

    @Query("DELETE FROM template_hidden WHERE clinic_id = :clinicId AND template_code = :code")
    void offer(long clinicId, String code);
}
