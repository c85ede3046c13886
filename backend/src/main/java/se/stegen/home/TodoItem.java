package se.stegen.home;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Something that waits for a person, or that the person waits for.
 *
 * @param recordId the record, or the notice
 * @param programmeId whose portfolio; null for a notice
 * @param personName who asked, or who is waited for; for a notice its argument, for a collegium its clinic
 * @param title name of the form for an assessment, key of the text for a notice, the kind of a meeting; null for a
 *     supervision session
 * @param titleEn the form's English name
 * @param date day of the session, observation or collegium, last day to answer a 360; null for a notice
 * @param since UTC: since when it waits
 */
@Introspected
public record TodoItem(
        TodoKind kind,
        long recordId,
        @Nullable Long programmeId,
        @Nullable String personName,
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable LocalDate date,
        LocalDateTime since) {}
