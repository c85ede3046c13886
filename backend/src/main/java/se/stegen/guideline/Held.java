package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.stegen.common.Period;

/**
 * What was held for doctors and nobody signs, by programme: collegia, talks, introductions and self-study. It counts by its
 * own date, whenever it was entered.
 *
 * @param collegia closed collegia with an outcome for the doctor
 * @param hours hours of self-study by day; of a single day that is measured the sum of its year
 */
record Held(
        Map<Long, List<LocalDate>> collegia,
        Map<Long, List<LocalDate>> developmentTalks,
        Map<Long, List<LocalDate>> reconciliations,
        Map<Long, List<LocalDate>> introductions,
        Map<Long, List<StudiedHours>> hours) {
    /** Nothing was. */
    static final Held NOTHING = new Held(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * Hours of self-study of a day.
     *
     * @param hours exact, in quarters
     */
    record StudiedHours(LocalDate day, BigDecimal hours) {}

    /** The indicators of one doctor that apply. */
    List<TraineeIndicator> indicators(
            PostInScope post, @Nullable GuidelineProfile profile, List<Period> away, int served, LocalDate day) {
        long id = post.programmeId();
        List<TraineeIndicator> found = new ArrayList<>();
        if (profile != null) {
            collegium(post, profile, away, served, day).ifPresent(found::add);
            yearly(IndicatorCode.DEVELOPMENT_TALK, profile.developmentTalksPerYear(), developmentTalks, id, served, day)
                    .ifPresent(found::add);
            yearly(IndicatorCode.RECONCILIATION, profile.reconciliationsPerYear(), reconciliations, id, served, day)
                    .ifPresent(found::add);
        }
        introduction(post, away, day).ifPresent(found::add);
        BigDecimal perWeek = profile == null ? null : profile.selfStudyHoursPerWeek();
        int hoursWanted = perWeek == null ? 0 : GuidelineRules.requiredHours(perWeek, served);
        if (hoursWanted >= 1) {
            // Whole hours are wanted, so that the quarters above one change nothing.
            Period year = GuidelineRules.yearEnding(day);
            int logged = hours.getOrDefault(id, List.of()).stream()
                    .filter(one -> year.contains(one.day()))
                    .map(StudiedHours::hours)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .intValue();
            found.add(new TraineeIndicator(IndicatorCode.SELF_STUDY, hoursWanted, logged, logged >= hoursWanted, null));
        }
        return found;
    }

    private Optional<TraineeIndicator> collegium(
            PostInScope post, GuidelineProfile profile, List<Period> away, int served, LocalDate day) {
        List<LocalDate> all = collegia.getOrDefault(post.programmeId(), List.of()).stream()
                .filter(one -> !one.isAfter(day))
                .toList();
        Integer total = profile.collegiaTotal();
        if (total == null) {
            return yearly(
                    IndicatorCode.COLLEGIUM, profile.collegiaPerYear(), collegia, post.programmeId(), served, day);
        }
        int required = GuidelineRules.requiredOfTotal(total, post.programmeStart(), post.plannedMonths(), away, day);
        return required < 1
                ? Optional.empty()
                : Optional.of(new TraineeIndicator(
                        IndicatorCode.COLLEGIUM, required, all.size(), all.size() >= required, null));
    }

    private Optional<TraineeIndicator> introduction(PostInScope post, List<Period> away, LocalDate day) {
        if (!GuidelineRules.asksForIntroduction(post.startDate(), away, day)) {
            return Optional.empty();
        }
        LocalDate earliest = post.startDate().minusDays(GuidelineRules.INTRODUCTION_DAYS_BEFORE);
        boolean met = introductions.getOrDefault(post.programmeId(), List.of()).stream()
                .anyMatch(done -> new Period(earliest, day).contains(done));
        return Optional.of(new TraineeIndicator(IndicatorCode.INTRODUCTION, 1, met ? 1 : 0, met, null));
    }

    private Optional<TraineeIndicator> yearly(
            IndicatorCode code,
            @Nullable Integer perYear,
            Map<Long, List<LocalDate>> held,
            long programmeId,
            int served,
            LocalDate day) {
        List<LocalDate> inYear = held.getOrDefault(programmeId, List.of()).stream()
                .filter(GuidelineRules.yearEnding(day)::contains)
                .toList();
        return TraineeIndicator.yearly(code, perYear, served, day, inYear);
    }
}
