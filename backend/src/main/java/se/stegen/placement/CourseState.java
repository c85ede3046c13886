package se.stegen.placement;

import java.time.LocalDate;

/** Where a course stands on a day. */
public enum CourseState {
    /** It has not begun. */
    PLANNED,
    /** It has begun and its last day lies ahead. */
    UNDER_WAY,
    /** Its last day is reached: it can be evaluated. */
    ENDED;

    static CourseState on(LocalDate day, LocalDate from, LocalDate to) {
        if (!day.isBefore(to)) {
            return ENDED;
        }
        return day.isBefore(from) ? PLANNED : UNDER_WAY;
    }
}
