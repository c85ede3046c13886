package se.stegen.teaching;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A session as it is planned or entered.
 *
 * @param kind what kind
 * @param date day, in the past or ahead
 * @param title what it is about, up to 200 characters
 * @param startsAt time in Sweden; null where only the day is known
 * @param minutes how long, 15-480; null is an hour
 * @param place where, up to 200 characters; may be empty
 * @param leaderId who leads it or presents the article: somebody of the clinic; null is nobody named
 * @param article journal club: the article's title, up to 300 characters; may be empty
 * @param doi journal club: its DOI, up to 200 characters; may be empty
 */
public record TeachingData(
        @Nullable TeachingKind kind,
        @Nullable LocalDate date,
        @Nullable String title,
        @Nullable LocalTime startsAt,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable Long leaderId,
        @Nullable String article,
        @Nullable String doi) {
    TeachingData on(LocalDate day) {
        return new TeachingData(kind, day, title, startsAt, minutes, place, leaderId, article, doi);
    }
}
