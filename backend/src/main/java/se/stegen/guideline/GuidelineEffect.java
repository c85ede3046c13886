package se.stegen.guideline;

import java.time.LocalDate;
import java.util.List;

/**
 * What a change of a guideline would do to the lights of a day, before it is saved.
 *
 * @param date the day that is measured
 * @param clinics how many clinics are judged by what would change
 * @param changes the lights that would differ, those that change their colour first
 */
public record GuidelineEffect(LocalDate date, int clinics, List<Change> changes) {
    /** A light of a clinic before and after. */
    public record Change(long clinicId, String clinicName, Indicator before, Indicator after) {
        /** Whether the colour changes, not the figures alone. */
        public boolean turns() {
            return before.status() != after.status();
        }
    }
}
