package se.stegen.programme;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EmploymentRateRepository extends GenericRepository<EmploymentRateRepository.EmploymentRateRow, Long> {
    @MappedEntity("employment_rate")
    record EmploymentRateRow(
            @Id @GeneratedValue long id, long programmeId, LocalDate validFrom, int rate, int version) {}

    EmploymentRateRow save(EmploymentRateRow row);

    @Query("SELECT id, valid_from, rate, version FROM employment_rate WHERE programme_id = :programmeId"
            + " ORDER BY valid_from")
    List<EmploymentRate> rates(long programmeId);

    @Query("UPDATE employment_rate SET valid_from = :validFrom, rate = :rate, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(long id, int version, LocalDate validFrom, int rate);

    @Query("DELETE FROM employment_rate WHERE id = :id AND version = :version")
    int remove(long id, int version);
}
