package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** A leave as it is read; the reason for the doctor and the one who entered it. */
@Serdeable
public record LeaveAnswer(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        int extent,
        @Nullable String reason,
        int version) {
    /** The leave as its reader may see it. */
    public static LeaveAnswer of(Leave l) {
        return new LeaveAnswer(Long.toString(l.id()), l.from(), l.to(), l.extent(), l.reason(), l.version());
    }
}
