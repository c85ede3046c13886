package se.stegen.time;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what time follows from: a fixed number of queries, whatever the number of programmes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TimeQuery extends GenericRepository<TimeQuery.ProgrammeRow, Long> {
    @MappedEntity("programme")
    record ProgrammeRow(@Id long id, long personId, String regulation, LocalDate startDate, int plannedMonths) {}

    @Introspected
    record PostRow(
            long programmeId, LocalDate startDate, @Nullable LocalDate endDate) {}

    @Introspected
    record RateRow(long programmeId, long id, LocalDate validFrom, int rate) {}

    @Introspected
    record LeaveRow(
            long programmeId,
            long id,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            int extent) {}

    @Introspected
    record CreditSpan(long programmeId, long id, int months, int days) {}

    @Query("SELECT id, person_id, regulation, start_date, planned_months FROM programme WHERE id = :id FOR UPDATE")
    Optional<ProgrammeRow> lock(long id);

    @Query("SELECT id, person_id, regulation, start_date, planned_months FROM programme WHERE id IN (:ids)")
    List<ProgrammeRow> programmes(List<Long> ids);

    @Query("SELECT id, person_id, regulation, start_date, planned_months FROM programme WHERE person_id = :personId")
    List<ProgrammeRow> ofPerson(long personId);

    @Query("SELECT programme_id, start_date, end_date FROM post WHERE programme_id IN (:ids)")
    List<PostRow> posts(List<Long> ids);

    @Query("SELECT programme_id, id, valid_from, rate FROM employment_rate WHERE programme_id IN (:ids)")
    List<RateRow> rates(List<Long> ids);

    @Query("SELECT programme_id, id, start_date, end_date, extent FROM leave_period WHERE programme_id IN (:ids)")
    List<LeaveRow> leaves(List<Long> ids);

    @Query("SELECT programme_id, id, months, days FROM credit WHERE programme_id IN (:ids) ORDER BY id")
    List<CreditSpan> credits(List<Long> ids);
}
