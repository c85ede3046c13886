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
import se.stegen.access.Actor;
import se.stegen.common.Period;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeaveRepository extends GenericRepository<LeaveRepository.LeaveRow, Long> {
    @MappedEntity("leave_period")
    record LeaveRow(
            @Id @GeneratedValue long id,
            long programmeId,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            int extent,
            @Nullable String reason,
            long enteredBy,
            int version) {
        Period period() {
            return new Period(startDate, endDate);
        }

        /** The reason is for the doctor and the one who entered it. */
        Leave shownTo(Actor actor, long doctorId) {
            boolean seesReason = actor.personId() == doctorId || actor.personId() == enteredBy;
            return new Leave(id, startDate, endDate, extent, seesReason ? reason : null, seesReason, version);
        }
    }

    LeaveRow save(LeaveRow row);

    @Query("SELECT id, programme_id, start_date, end_date, extent, reason, entered_by, version FROM leave_period"
            + " WHERE programme_id = :programmeId ORDER BY start_date, id")
    List<LeaveRow> leaves(long programmeId);

    @Query("UPDATE leave_period SET start_date = :startDate, end_date = :endDate, extent = :extent, reason = :reason,"
            + " entered_by = :enteredBy, version = version + 1 WHERE id = :id AND version = :version")
    int update(
            long id,
            int version,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            int extent,
            @Nullable String reason,
            long enteredBy);

    @Query("DELETE FROM leave_period WHERE id = :id AND version = :version")
    int remove(long id, int version);
}
