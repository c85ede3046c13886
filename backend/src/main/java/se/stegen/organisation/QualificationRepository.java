package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** Makes qualifications; {@link PersonRepository} reads them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface QualificationRepository extends GenericRepository<QualificationRepository.QualificationRow, Long> {
    @MappedEntity("qualification")
    record QualificationRow(
            @Id @GeneratedValue long id,
            long personId,
            String kind,
            @Nullable String specialtyCode,
            LocalDate obtainedOn) {}

    QualificationRow save(QualificationRow row);
}
