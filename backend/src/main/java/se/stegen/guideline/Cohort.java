package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Period;
import se.stegen.instrument.Competence;
import se.stegen.time.TimeRules;

/**
 * Doctors with everything that they are measured by, read once for some days and evaluated for any of them. By programme;
 * qualifications by person.
 *
 * @param posts those that hold on one of the days, by the doctor's name
 * @param firstApprovals the first approval of a plan, at most one each
 */
record Cohort(
        List<PostInScope> posts,
        Map<Long, List<Period>> leaves,
        Map<Long, List<Appointment>> supervisors,
        Map<Long, List<Qualified>> qualifications,
        Map<Long, List<Signed>> supervisions,
        Map<Long, List<LocalDate>> firstApprovals,
        Map<Long, List<LocalDate>> approvals,
        Map<Long, List<Signed>> assessments,
        Map<Long, List<ShownOn>> shown,
        HeldMeasuring.Held held) {
    /** Nobody. */
    static final Cohort EMPTY = new Cohort(
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            HeldMeasuring.Held.NOTHING);

    /**
     * A record of a day that counts from the day it was signed, or confirmed, on.
     *
     * @param day of the meeting or observation
     */
    record Signed(LocalDate day, LocalDate countsFrom) {
        boolean counts(Period year) {
            LocalDate end = year.to();
            return year.contains(day) && end != null && !countsFrom.isAfter(end);
        }
    }

    /** An assessment and the general competences that it shows. */
    record ShownOn(Signed signed, Set<Competence> competences) {}

    /** The posts in scope on the day. */
    List<PostInScope> inScope(LocalDate day) {
        return posts.stream()
                .filter(post -> new Period(post.startDate(), post.endDate()).contains(day))
                .toList();
    }

    /** The doctors of the posts in scope on the day, measured by these profiles. */
    Measured on(LocalDate day, Map<Long, GuidelineProfile> byClinic) {
        return new Measured(inScope(day).stream()
                .map(post -> new Measured.Doctor(post.clinicId(), doctor(post, byClinic.get(post.clinicId()), day)))
                .toList());
    }

    private TraineeCompliance doctor(PostInScope post, @Nullable GuidelineProfile profile, LocalDate day) {
        long id = post.programmeId();
        Period year = GuidelineRules.yearEnding(day);
        List<Period> away = leaves.getOrDefault(id, List.of());
        int served = GuidelineRules.served(day, new Period(post.startDate(), post.endDate()), away);
        Appointment supervisor = supervisors.getOrDefault(id, List.of()).stream()
                .filter(a -> new Period(a.validFrom(), a.validTo()).contains(day))
                .findFirst()
                .orElse(null);
        List<TraineeIndicator> indicators = new ArrayList<>();
        indicators.add(yesOrNo(IndicatorCode.MAIN_SUPERVISOR, supervisor != null));
        if (supervisor != null) {
            indicators.add(yesOrNo(
                    IndicatorCode.SUPERVISOR_QUALIFIED,
                    qualified(
                            qualifications.getOrDefault(supervisor.personId(), List.of()),
                            post.specialtyCode(),
                            profile == null ? null : profile.supervisorTrainingMaxAgeYears(),
                            day)));
        }
        if (profile != null) {
            iupOnTime(profile.iupMonths(), post.startDate(), away, firstApprovals.getOrDefault(id, List.of()), day)
                    .ifPresent(indicators::add);
            List<LocalDate> revised = approvals.getOrDefault(id, List.of()).stream()
                    .filter(year::contains)
                    .toList();
            TraineeIndicator.yearly(IndicatorCode.IUP_REVISED, profile.iupRevisionsPerYear(), served, day, revised)
                    .ifPresent(indicators::add);
            TraineeIndicator.yearly(
                            IndicatorCode.SUPERVISION,
                            profile.supervisionsPerYear(),
                            served,
                            day,
                            counted(supervisions, id, year))
                    .ifPresent(indicators::add);
            TraineeIndicator.yearly(
                            IndicatorCode.ASSESSMENT,
                            profile.assessmentsPerYear(),
                            served,
                            day,
                            counted(assessments, id, year))
                    .ifPresent(indicators::add);
        }
        indicators.addAll(held.indicators(post, profile, away, served, day));
        if (profile != null && GuidelineRules.asksForCompetences(profile.generalCompetence(), served)) {
            indicators.add(generalCompetence(shown.getOrDefault(id, List.of()).stream()
                    .filter(one -> one.signed().counts(year))
                    .map(one -> new GuidelineRules.Shown(one.signed().day(), one.competences()))
                    .toList()));
        }
        return new TraineeCompliance(
                id,
                post.name(),
                (int) ChronoUnit.YEARS.between(post.programmeStart(), day) + 1,
                supervisor == null ? null : supervisor.name(),
                away.stream().anyMatch(l -> l.contains(day)),
                indicators);
    }

    private static List<LocalDate> counted(Map<Long, List<Signed>> records, long id, Period year) {
        return records.getOrDefault(id, List.of()).stream()
                .filter(one -> one.counts(year))
                .map(Signed::day)
                .toList();
    }

    private static TraineeIndicator generalCompetence(List<GuidelineRules.Shown> shown) {
        Map<Competence, LocalDate> last = GuidelineRules.lastShown(shown);
        List<Competence> missing = Arrays.stream(Competence.values())
                .filter(competence -> !last.containsKey(competence))
                .toList();
        return new TraineeIndicator(
                IndicatorCode.GENERAL_COMPETENCE,
                Competence.values().length,
                last.size(),
                missing.isEmpty(),
                missing.isEmpty()
                        ? last.values().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                                .plusYears(1)
                        : null,
                missing);
    }

    private static Optional<TraineeIndicator> iupOnTime(
            @Nullable Integer months, LocalDate start, List<Period> away, List<LocalDate> first, LocalDate day) {
        if (months == null) {
            return Optional.empty();
        }
        Optional<LocalDate> deadline = TimeRules.iupDeadline(start, months, away);
        boolean due = deadline.isPresent() && !deadline.get().isAfter(day);
        if (first.isEmpty() || first.getFirst().isAfter(day)) {
            return due ? Optional.of(yesOrNo(IndicatorCode.IUP_ON_TIME, false)) : Optional.empty();
        }
        boolean inTime = deadline.isEmpty() || !first.getFirst().isAfter(deadline.get());
        return Optional.of(yesOrNo(IndicatorCode.IUP_ON_TIME, inTime));
    }

    private static TraineeIndicator yesOrNo(IndicatorCode code, boolean met) {
        return new TraineeIndicator(code, 1, met ? 1 : 0, met, null);
    }

    private static boolean qualified(
            List<Qualified> qualifications, String specialtyCode, @Nullable Integer maxAgeYears, LocalDate day) {
        List<Qualified> had = qualifications.stream()
                .filter(q -> !q.obtainedOn().isAfter(day))
                .toList();
        boolean specialist =
                had.stream().anyMatch(q -> "SPECIALIST".equals(q.kind()) && specialtyCode.equals(q.specialtyCode()));
        Optional<LocalDate> training = had.stream()
                .filter(q -> "SUPERVISOR_TRAINING".equals(q.kind()))
                .map(Qualified::obtainedOn)
                .max(Comparator.naturalOrder());
        return specialist
                && training.filter(t -> GuidelineRules.trainingHolds(t, maxAgeYears, day))
                        .isPresent();
    }
}
