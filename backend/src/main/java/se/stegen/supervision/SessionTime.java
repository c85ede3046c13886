package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalTime;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;

/**
 * When and where a session is planned for; each part may be missing.
 *
 * @param startsAt time in Sweden
 * @param duration minutes, 5-480
 * @param place up to 200 characters
 */
public record SessionTime(
        @Nullable LocalTime startsAt,
        @Nullable Integer duration,
        @Nullable String place) {
    /** Nothing of it was told. */
    public static final SessionTime NONE = new SessionTime(null, null, null);

    /** Minutes where none are told. */
    public static final int USUAL = 60;

    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_PLACE = 200;

    /**
     * The same without what says nothing.
     *
     * @throws Problem {@code OUT_OF_RANGE} at {@code duration}, {@code TOO_LONG} at {@code place}
     */
    SessionTime checked() {
        Integer minutes = duration;
        if (minutes != null && (minutes < SHORTEST || minutes > LONGEST)) {
            throw Problem.field("duration", ProblemCode.OUT_OF_RANGE);
        }
        String where = Texts.optional("place", place, LONGEST_PLACE);
        return new SessionTime(startsAt, minutes, where.isEmpty() ? null : where);
    }

    /** Minutes, the usual ones where none are told. */
    public int minutes() {
        return duration == null ? USUAL : duration;
    }
}
