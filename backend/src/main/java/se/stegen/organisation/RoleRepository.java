package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** Makes roles; {@link PersonRepository} reads them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoleRepository extends GenericRepository<RoleRepository.RoleRow, Long> {
    @MappedEntity("role_assignment")
    record RoleRow(
            @Id @GeneratedValue long id,
            long personId,
            String role,
            @Nullable String scopeType,
            @Nullable Long scopeId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    RoleRow save(RoleRow row);
}
