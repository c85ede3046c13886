package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How soon a clinic's assessments are signed: of those observed in the twelve months and signed since, of the doctors in
 * scope. A quality figure, no light: after 14 days most forms are filled with one and the same value and no comment.
 *
 * @param median days from observation to signature, of an even number the mean of the middle two; null with none signed
 * @param withinLimit share (0-1, four decimals) signed within {@link #LIMIT_DAYS}; null with none signed
 * @param open requests open on the day that were sent more than {@link #LIMIT_DAYS} before it
 * @param count signed assessments behind the figures
 */
public record Delay(@Nullable Double median, @Nullable Double withinLimit, int open, int count) {
    /** Days within which an assessment is worth most. */
    public static final int LIMIT_DAYS = 14;

    private static final int SHARE_DECIMALS = 4;

    /**
     * The figures.
     *
     * @param days from observation to signature, one for each assessment
     */
    static Delay of(List<Integer> days, int open) {
        int count = days.size();
        if (count == 0) {
            return new Delay(null, null, open, 0);
        }
        List<Integer> sorted = days.stream().sorted().toList();
        int upper = sorted.get(count / 2);
        int lower = sorted.get((count - 1) / 2);
        long soon = days.stream().filter(d -> d <= LIMIT_DAYS).count();
        return new Delay(
                (lower + upper) / 2.0,
                BigDecimal.valueOf(soon)
                        .divide(BigDecimal.valueOf(count), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue(),
                open,
                count);
    }
}
