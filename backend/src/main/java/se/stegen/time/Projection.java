package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * When a programme ends, and why then.
 *
 * @param nominalEnd last day if everything were served at full time in one go, without credits
 * @param end last day as things stand; null where none can be told
 * @param endless why none can be told; null where one can
 * @param shifts credits first, the others by first day; their days sum exactly to {@code end - nominalEnd}. Where there is
 *     no end the last one is what leaves none
 */
public record Projection(
        LocalDate nominalEnd,
        @Nullable LocalDate end,
        @Nullable Endless endless,
        List<Shift> shifts) {}
