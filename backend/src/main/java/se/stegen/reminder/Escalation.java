package se.stegen.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What has waited long at a clinic.
 *
 * @param days longer than so many days; the guideline's {@code escalationDays}
 * @param items the longest waiting first, at most 200
 */
public record Escalation(int days, List<Item> items) {
    /**
     * Something that waits.
     *
     * @param recordId the session or assessment; for a plan the programme
     * @param waitsFor whose hand it waits for; null for a plan, which several approve
     * @param since UTC
     */
    @Introspected
    public record Item(
            EscalatedKind kind,
            long recordId,
            long programmeId,
            String doctorName,
            @Nullable String waitsFor,
            LocalDateTime since) {}
}
