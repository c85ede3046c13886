package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ClosingRepository extends GenericRepository<ClosingRepository.Row, Long> {
    @MappedEntity("clinic_closing")
    record Row(
            @Id long clinicId,
            LocalDate lastDay,
            @Nullable Long mergedInto,
            String reason,
            long closedBy,
            LocalDateTime closedAt) {}

    String CLOSING = "SELECT k.clinic_id, c.name AS clinic_name, k.last_day, k.merged_into, m.name AS merged_into_name,"
            + " k.reason FROM clinic_closing k JOIN clinic c ON c.id = k.clinic_id"
            + " LEFT JOIN clinic m ON m.id = k.merged_into";

    @Query("INSERT INTO clinic_closing (clinic_id, last_day, merged_into, reason, closed_by, closed_at)"
            + " VALUES (:clinicId, :lastDay, :mergedInto, :reason, :closedBy, :closedAt)")
    void add(
            long clinicId,
            LocalDate lastDay,
            @Nullable Long mergedInto,
            String reason,
            long closedBy,
            LocalDateTime closedAt);

    @Query("DELETE FROM clinic_closing WHERE clinic_id = :clinicId")
    int remove(long clinicId);

    @Query(CLOSING + " WHERE k.clinic_id = :clinicId")
    Optional<ClinicClosing> one(long clinicId);

    @Query(CLOSING + " ORDER BY k.last_day DESC, c.name")
    List<ClinicClosing> all();

    @Query("SELECT clinic_id FROM clinic_closing WHERE clinic_id IN (:clinicIds) AND last_day < :day")
    List<Long> closed(Collection<Long> clinicIds, LocalDate day);

    @Query("SELECT id FROM clinic WHERE id = :clinicId")
    Optional<Long> clinic(long clinicId);

    /** Waits for who closes it or lets somebody begin there, and lets nobody do either before the transaction ends. */
    @Query("SELECT id FROM clinic WHERE id = :clinicId FOR UPDATE")
    Optional<Long> hold(long clinicId);

    @Query("SELECT o.id AS post_id, o.programme_id, d.name AS doctor_name, o.start_date, o.end_date FROM post o"
            + " JOIN programme p ON p.id = o.programme_id JOIN person d ON d.id = p.person_id"
            + " WHERE o.clinic_id = :clinicId AND (o.end_date IS NULL OR o.end_date > :lastDay)"
            + " ORDER BY d.name, o.start_date")
    List<ClosingLine> goingOn(long clinicId, LocalDate lastDay);
}
