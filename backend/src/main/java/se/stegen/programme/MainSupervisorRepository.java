package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
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
interface MainSupervisorRepository extends GenericRepository<MainSupervisorRepository.MainSupervisorRow, Long> {
    @MappedEntity("main_supervisor")
    record MainSupervisorRow(
            @Id @GeneratedValue long id,
            long programmeId,
            long personId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    MainSupervisorRow save(MainSupervisorRow row);

    @Query("SELECT m.id, m.person_id, h.name AS person_name, m.valid_from, m.valid_to"
            + " FROM main_supervisor m JOIN person h ON h.id = m.person_id WHERE m.programme_id = :programmeId"
            + " ORDER BY m.valid_from, m.id")
    List<MainSupervisor> appointments(long programmeId);

    @Query("UPDATE main_supervisor SET valid_to = :validTo WHERE id = :id")
    void end(long id, LocalDate validTo);

    @Query("DELETE FROM main_supervisor WHERE id = :id")
    void remove(long id);
}
