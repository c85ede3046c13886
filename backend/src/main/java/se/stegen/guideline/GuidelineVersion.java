package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A version of an organisation's guideline.
 *
 * @param id key; of meaning where it is the organisation's own
 * @param own whether it is the organisation's own: else it comes with the program or from above, and is read only
 * @param validTo last day; null is open
 * @param version optimistic lock
 */
public record GuidelineVersion(
        long id,
        boolean own,
        String name,
        String source,
        @Nullable String remark,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        GuidelineValues values,
        int version) {
    static GuidelineVersion of(GuidelineProfile p, long organisationId) {
        Long owner = p.organisationId();
        return new GuidelineVersion(
                p.id(),
                owner != null && owner == organisationId,
                p.name(),
                p.source(),
                p.remark(),
                p.validFrom(),
                p.validTo(),
                GuidelineValues.of(p),
                p.version());
    }
}
