package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.common.Ids;

/**
 * A placement as the API answers it.
 *
 * @param id key
 * @param title what it is called
 * @param clinicId where; null outside the installation
 * @param clinicName its name
 * @param supervisorId supervisor of this part of the service
 * @param supervisorName the name
 * @param from first day
 * @param to last day
 * @param goalCodes goals that it serves
 * @param introducedOn day of the introduction
 * @param introducedByName who recorded it
 * @param iupItemId the planned activity that it was booked for
 * @param version for optimistic locking
 */
@Serdeable
public record PlacementAnswer(
        String id,
        String title,
        @Nullable String clinicId,
        @Nullable String clinicName,
        @Nullable String supervisorId,
        @Nullable String supervisorName,
        LocalDate from,
        LocalDate to,
        List<String> goalCodes,
        @Nullable LocalDate introducedOn,
        @Nullable String introducedByName,
        @Nullable String iupItemId,
        int version) {
    /** The answer about a placement. */
    public static PlacementAnswer of(Placement l) {
        return new PlacementAnswer(
                Long.toString(l.id()),
                l.title(),
                Ids.text(l.clinicId()),
                l.clinicName(),
                Ids.text(l.supervisorId()),
                l.supervisorName(),
                l.from(),
                l.to(),
                l.goalCodes(),
                l.introducedOn(),
                l.introducedByName(),
                Ids.text(l.iupItemId()),
                l.version());
    }
}
