package se.stegen.curriculum;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.CurriculumRepository.EditionRow;
import se.stegen.curriculum.CurriculumRepository.SpecialtyRow;

/**
 * What other features ask about specialties and goals while they check their input. Tells nothing about anybody, hence
 * without an actor; screens and API ask {@link CurriculumService}.
 */
@Singleton
public class CurriculumGoals {
    private final CurriculumRepository curricula;

    CurriculumGoals(CurriculumRepository curricula) {
        this.curricula = curricula;
    }

    /** Whether the edition has a goal of this code (case counts). */
    public boolean isGoal(long curriculumId, String code) {
        return curricula.goalCodes(curriculumId).contains(code);
    }

    /**
     * Refuses codes that are not goals of the edition.
     *
     * @throws Problem {@code UNKNOWN_CODE} on the field {@code goalCodes}, one per unknown code with the code as
     *     argument
     */
    public void requireGoals(long curriculumId, Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(curricula.goalCodes(curriculumId));
        List<Problem.FieldError> errors = codes.stream()
                .distinct()
                .filter(code -> !known.contains(code))
                .limit(20)
                .map(code -> new Problem.FieldError("goalCodes", ProblemCode.UNKNOWN_CODE, List.of(code)))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }

    /** The edition that a new programme gets; empty where the specialty has none under the regulation. */
    public Optional<Long> latestEdition(Regulation regulation, String specialtyCode) {
        return curricula.latest(regulation.code(), specialtyCode).map(EditionRow::id);
    }

    /**
     * The number of the latest edition of the same goals, where it is later than this one: a programme keeps the edition
     * that it has, and its doctor is told. Empty where there is none, or no such edition.
     */
    public Optional<Integer> newerEdition(long curriculumId) {
        return curricula
                .edition(curriculumId)
                .flatMap(mine -> curricula
                        .latest(mine.regulation(), mine.specialtyCode())
                        .map(EditionRow::number)
                        .filter(latest -> latest > mine.number()));
    }

    /**
     * Refuses a specialty that is not known.
     *
     * @throws Problem {@code UNKNOWN_CODE} on the field
     */
    public void requireSpecialty(String field, String code) {
        if (!curricula.specialtyExists(code)) {
            throw Problem.field(field, ProblemCode.UNKNOWN_CODE, code);
        }
    }

    /** The code of a specialty by its code or its Swedish name in any case; for imports. */
    public Map<String, String> specialtyCodesByName() {
        Map<String, String> codes = new HashMap<>();
        for (SpecialtyRow row : curricula.specialties()) {
            codes.put(row.code(), row.code());
            codes.put(row.name().toLowerCase(java.util.Locale.ROOT), row.code());
        }
        return codes;
    }
}
