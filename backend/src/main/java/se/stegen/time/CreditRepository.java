package se.stegen.time;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CreditRepository extends GenericRepository<CreditRepository.CreditRow, Long> {
    @MappedEntity("credit")
    record CreditRow(
            @Id @GeneratedValue long id,
            long programmeId,
            String kind,
            int months,
            int days,
            String note,
            long enteredBy,
            int version) {}

    CreditRow save(CreditRow row);

    @Query("SELECT id, kind, months, days, note, version FROM credit WHERE programme_id = :programmeId ORDER BY id")
    List<Credit> credits(long programmeId);

    @Query("UPDATE credit SET kind = :kind, months = :months, days = :days, note = :note, version = version + 1"
            + " WHERE id = :id AND version = :version")
    int update(long id, int version, String kind, int months, int days, String note);

    @Query("DELETE FROM credit WHERE id = :id AND version = :version")
    int remove(long id, int version);
}
