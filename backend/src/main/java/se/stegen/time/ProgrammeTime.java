package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a programme has come on a day. Days and months are of full time; months are those that the days make laid out
 * from the programme's start.
 *
 * @param programmeId key
 * @param date the day; served up to and with it
 * @param start first day of the programme
 * @param plannedMonths planned length before credits
 * @param requiredDays days that are asked for after credits
 * @param requiredMonths whole months of those
 * @param servedDays whole days served
 * @param servedMonths whole months served
 * @param remainingDays days that remain, rounded up; 0 where all is served
 * @param remainingMonths those in months, begun ones counted: together with the served ones what is required
 * @param nominalEnd last day without credits, gaps, part time and leave
 * @param projectedEnd last day as things stand; null where none can be told
 * @param endless why none can be told; null where one can
 * @param shiftDays {@code projectedEnd - nominalEnd}; null where there is no end
 * @param shifts what moves the end, with words
 */
public record ProgrammeTime(
        long programmeId,
        LocalDate date,
        LocalDate start,
        int plannedMonths,
        int requiredDays,
        int requiredMonths,
        int servedDays,
        int servedMonths,
        int remainingDays,
        int remainingMonths,
        LocalDate nominalEnd,
        @Nullable LocalDate projectedEnd,
        @Nullable Endless endless,
        @Nullable Integer shiftDays,
        List<ShiftInWords> shifts) {
    /**
     * A shift with its words.
     *
     * @param shift what it is and how much it does
     * @param text what it is in the reader's language, such as "Ledighet 100 % 1 feb–31 juli 2025"
     */
    public record ShiftInWords(Shift shift, String text) {}
}
