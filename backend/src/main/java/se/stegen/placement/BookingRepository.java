package se.stegen.placement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Which planned activity of a doctor's plan (IUP) a placement was booked for: one column of the plan, no more. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface BookingRepository extends GenericRepository<PlacementRepository.PlacementRow, Long> {
    /** A planned activity. */
    @Introspected
    record Activity(String kind, @Nullable Long placementId) {}

    @Query("SELECT kind, placement_id FROM iup_item WHERE id = :itemId AND programme_id = :programmeId FOR UPDATE")
    Optional<Activity> activity(long itemId, long programmeId);

    @Query("UPDATE iup_item SET placement_id = :placementId WHERE id = :itemId")
    void book(long itemId, long placementId);

    @Query("UPDATE iup_item SET placement_id = NULL WHERE placement_id = :placementId")
    void release(long placementId);
}
