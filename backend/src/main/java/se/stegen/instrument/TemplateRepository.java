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

@MappedEntity("assessment_template")
record TemplateRow(
        @Id @GeneratedValue long id,
        String code,
        int version,
        String name,
        String nameEn,
        boolean formal,
        String competences,
        String definition,
        LocalDateTime publishedAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface TemplateRepository extends GenericRepository<TemplateRow, Long> {
    /** Adds a version; one that another instance added a moment ago is left alone. */
    @Query(
            "INSERT IGNORE INTO assessment_template (code, version, name, name_en, formal, competences, definition,"
                    + " published_at) VALUES (:code, :version, :name, :nameEn, :formal, :competences, :definition, :publishedAt)")
    void add(
            String code,
            int version,
            String name,
            String nameEn,
            boolean formal,
            String competences,
            String definition,
            LocalDateTime publishedAt);

    @Query("SELECT * FROM assessment_template ORDER BY id")
    List<TemplateRow> all();
}
