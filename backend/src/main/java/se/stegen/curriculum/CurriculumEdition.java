package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * One edition of a curriculum, without its goals.
 *
 * @param id key
 * @param regulation 2015 or 2021
 * @param specialtyCode specialty
 * @param specialtyName its Swedish name
 * @param number from 1; the highest is used for new programmes
 * @param completedByAdmin whether an admin made it; false came with the program
 * @param checked false where the selection or the whole set is not known: "ej kontrollerad"
 * @param remark what is not sure, in the reader's language; null where nothing is said
 * @param goals how many goals it has
 * @param createdAt UTC
 */
public record CurriculumEdition(
        long id,
        Regulation regulation,
        String specialtyCode,
        String specialtyName,
        int number,
        boolean completedByAdmin,
        boolean checked,
        @Nullable String remark,
        int goals,
        LocalDateTime createdAt) {}
