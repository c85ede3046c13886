package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A doctor who can be discussed: in a post at the clinic on the meeting's day.
 *
 * @param programmeId programme
 * @param name doctor
 * @param supervisorName main supervisor on that day; null where there is none
 * @param lastOn day of the latest collegium with an outcome; null where there was none
 * @param lacking whether the doctor lacks a collegium by the guideline; where none says so, whether the latest is over a
 *     year old
 */
public record CollegiumCandidate(
        long programmeId,
        String name,
        @Nullable String supervisorName,
        @Nullable LocalDate lastOn,
        boolean lacking) {}
