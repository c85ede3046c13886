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
 * @param approvals all that there were of a plan
 * @param assessments all that were signed, those that do not count among them
 */
record Cohort(
        List<PostInScope> posts,
        Map<Long, List<Period>> leaves,
        Map<Long, List<Appointment>> supervisors,
        Map<Long, List<Qualified>> qualifications,
        Map<Long, List<Signed>> supervisions,
        Map<Long, List<LocalDate>> approvals,
        Map<Long, List<Assessed>> assessments,
        Held held) {
    /** Nobody. */
    static final Cohort EMPTY =
            new Cohort(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Held.NOTHING);

    /**
     * A record of a day that counts from the day it was signed, or confirmed, on.
     *
     * @param day of the meeting
     */
    record Signed(LocalDate day, LocalDate countsFrom) {
        boolean counts(Period year) {
            LocalDate end = year.to();
            return year.contains(day) && end != null && !countsFrom.isAfter(end);
        }
    }

    /**
     * A signed assessment.
     *
     * @param signedOn null where nobody signed it here (Överfört)
     * @param countsFrom null where it does not: not confirmed, or reported as somebody else's answer
     * @param formal whether its form is a formal one
     * @param shown the general competences that it shows; empty where nobody asks
     */
    record Assessed(
            LocalDate observedOn,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate countsFrom,
            boolean formal,
            Set<Competence> shown) {
        boolean counts(Period year) {
            LocalDate from = countsFrom;
            return from != null && new Signed(observedOn, from).counts(year);
        }

        /** Days from observation to signature; empty where nobody signed it here. */
        Optional<Integer> delay() {
            return Optional.ofNullable(signedOn).map(signed -> (int) ChronoUnit.DAYS.between(observedOn, signed));
        }
    }

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
        List<Assessed> counted = assessments.getOrDefault(id, List.of()).stream()
                .filter(one -> one.counts(year))
                .toList();
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
            List<LocalDate> approved = approvals.getOrDefault(id, List.of());
            iupOnTime(profile.iupMonths(), post.startDate(), away, approved, day)
                    .ifPresent(indicators::add);
            List<LocalDate> revised = approved.stream().filter(year::contains).toList();
            TraineeIndicator.yearly(IndicatorCode.IUP_REVISED, profile.iupRevisionsPerYear(), served, day, revised)
                    .ifPresent(indicators::add);
            TraineeIndicator.yearly(
                            IndicatorCode.SUPERVISION,
                            profile.supervisionsPerYear(),
                            served,
                            day,
                            supervisions.getOrDefault(id, List.of()).stream()
                                    .filter(one -> one.counts(year))
                                    .map(Signed::day)
                                    .toList())
                    .ifPresent(indicators::add);
            TraineeIndicator.yearly(
                            IndicatorCode.ASSESSMENT,
                            profile.assessmentsPerYear(),
                            served,
                            day,
                            counted.stream()
                                    .filter(Assessed::formal)
                                    .map(Assessed::observedOn)
                                    .toList())
                    .ifPresent(indicators::add);
        }
        indicators.addAll(held.indicators(post, profile, away, served, day));
        if (profile != null && GuidelineRules.asksForCompetences(profile.generalCompetence(), served)) {
            indicators.add(generalCompetence(counted.stream()
                    .filter(one -> !one.shown().isEmpty())
                    .map(one -> new GuidelineRules.Shown(one.observedOn(), one.shown()))
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
            @Nullable Integer months, LocalDate start, List<Period> away, List<LocalDate> approved, LocalDate day) {
        if (months == null) {
            return Optional.empty();
        }
        Optional<LocalDate> deadline = TimeRules.iupDeadline(start, months, away);
        boolean due = deadline.isPresent() && !deadline.get().isAfter(day);
        Optional<LocalDate> first = approved.stream().min(Comparator.naturalOrder());
        if (first.isEmpty() || first.get().isAfter(day)) {
            return due ? Optional.of(yesOrNo(IndicatorCode.IUP_ON_TIME, false)) : Optional.empty();
        }
        boolean inTime = deadline.isEmpty() || !first.get().isAfter(deadline.get());
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
