package se.stegen.generalprogramme;

import java.util.List;
import se.stegen.curriculum.Regulation;

/**
 * Allmänt utbildningsprogram of a clinic for a specialty under a regulation; without items where none has been written.
 *
 * @param clinicId whose
 * @param specialtyCode for which specialty
 * @param regulation under which regulation
 * @param items by month
 */
public record GeneralProgramme(long clinicId, String specialtyCode, Regulation regulation, List<GeneralItem> items) {}
