package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Makes clinics; {@link OrganisationRepository} reads them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClinicRepository extends GenericRepository<ClinicRepository.ClinicRow, Long> {
    @MappedEntity("clinic")
    record ClinicRow(
            @Id @GeneratedValue long id,
            String name,
            long organisationId,
            String specialtyCode,
            @Nullable String guidelineCode,
            int version) {}

    ClinicRow save(ClinicRow row);
}
