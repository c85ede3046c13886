package se.stegen.collegium;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A collegium that was held about a doctor, in the doctor's list.
 *
 * @param outcomeId its outcome; null for who may know only that it was held
 * @param judgement null for who may know only that it was held
 * @param talkHeldOn day of the talk about it; null where none was held
 */
@Introspected
public record CollegiumHeld(
        long collegiumId,
        @Nullable Long outcomeId,
        LocalDate heldOn,
        String clinicName,
        @Nullable Judgement judgement,
        @Nullable LocalDate talkHeldOn) {
    /** What may be known without reading it. */
    CollegiumHeld withoutText() {
        return new CollegiumHeld(collegiumId, null, heldOn, clinicName, null, null);
    }
}
