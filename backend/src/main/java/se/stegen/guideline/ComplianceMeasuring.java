package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Period;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.instrument.Competence;
import se.stegen.time.TimeRules;

/** Measures doctors against the profile of their clinic: a fixed number of queries, whatever the number of doctors. */
@Singleton
class ComplianceMeasuring {
    private final ComplianceQuery facts;
    private final HeldMeasuring held;

    ComplianceMeasuring(ComplianceQuery facts, HeldMeasuring held) {
        this.facts = facts;
        this.held = held;
    }

    Measured measure(List<PostInScope> posts, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        if (posts.isEmpty()) {
            return new Measured(List.of());
        }
        List<Long> ids = posts.stream().map(PostInScope::programmeId).distinct().toList();
        LocalDate from = GuidelineRules.yearEnding(day).from();
        LocalDateTime signedBefore = Today.startOf(day.plusDays(1));
        Map<Long, List<Period>> leaves = facts.fullLeaves(ids, day).stream()
                .collect(Collectors.groupingBy(
                        FullLeave::programmeId,
                        Collectors.mapping(l -> new Period(l.startDate(), l.endDate()), Collectors.toList())));
        Map<Long, Appointment> supervisors = facts.mainSupervisors(ids, day).stream()
                .collect(Collectors.toMap(Appointment::programmeId, a -> a, (a, b) -> a));
        Map<Long, List<Qualified>> qualifications = supervisors.isEmpty()
                ? Map.of()
                : facts
                        .qualifications(
                                supervisors.values().stream()
                                        .map(Appointment::personId)
                                        .distinct()
                                        .toList(),
                                day)
                        .stream()
                        .collect(Collectors.groupingBy(Qualified::personId));
        Map<Long, List<LocalDate>> supervisions = byProgramme(facts.supervisions(ids, from, day, signedBefore));
        Map<Long, List<LocalDate>> firstApprovals = byProgramme(facts.firstIupApprovals(ids, day));
        Map<Long, List<LocalDate>> approvals = byProgramme(facts.iupApprovals(ids, from, day));
        Map<Long, List<LocalDate>> assessments = byProgramme(facts.assessments(ids, from, day, signedBefore));

        HeldMeasuring.Held held = this.held.held(ids, day);
        boolean asked = byClinic.values().stream().anyMatch(GuidelineProfile::generalCompetence);
        Map<Long, List<GuidelineRules.Shown>> shown =
                asked ? shown(facts.competences(ids, from, day, signedBefore)) : Map.of();

        List<Measured.Doctor> doctors = new ArrayList<>();
        for (PostInScope post : posts) {
            long id = post.programmeId();
            GuidelineProfile profile = byClinic.get(post.clinicId());
            List<Period> away = leaves.getOrDefault(id, List.of());
            int served = GuidelineRules.served(day, new Period(post.startDate(), post.endDate()), away);
            Appointment supervisor = supervisors.get(id);
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
                List<LocalDate> first = firstApprovals.getOrDefault(id, List.of());
                iupOnTime(profile.iupMonths(), post.startDate(), away, first, day)
                        .ifPresent(indicators::add);
                TraineeIndicator.yearly(
                                IndicatorCode.IUP_REVISED,
                                profile.iupRevisionsPerYear(),
                                served,
                                day,
                                approvals.getOrDefault(id, List.of()))
                        .ifPresent(indicators::add);
                TraineeIndicator.yearly(
                                IndicatorCode.SUPERVISION,
                                profile.supervisionsPerYear(),
                                served,
                                day,
                                supervisions.getOrDefault(id, List.of()))
                        .ifPresent(indicators::add);
                TraineeIndicator.yearly(
                                IndicatorCode.ASSESSMENT,
                                profile.assessmentsPerYear(),
                                served,
                                day,
                                assessments.getOrDefault(id, List.of()))
                        .ifPresent(indicators::add);
            }
            indicators.addAll(held.indicators(post, profile, away, served, day));
            if (profile != null && GuidelineRules.asksForCompetences(profile.generalCompetence(), served)) {
                indicators.add(generalCompetence(shown.getOrDefault(id, List.of())));
            }
            doctors.add(new Measured.Doctor(
                    post.clinicId(),
                    new TraineeCompliance(
                            id,
                            post.name(),
                            (int) ChronoUnit.YEARS.between(post.programmeStart(), day) + 1,
                            supervisor == null ? null : supervisor.name(),
                            away.stream().anyMatch(l -> l.contains(day)),
                            indicators)));
        }
        return new Measured(doctors);
    }

    private static Map<Long, List<LocalDate>> byProgramme(List<Counted> records) {
        Map<Long, List<LocalDate>> days = new HashMap<>();
        records.forEach(r ->
                days.computeIfAbsent(r.programmeId(), p -> new ArrayList<>()).add(r.day()));
        return days;
    }

    private static Map<Long, List<GuidelineRules.Shown>> shown(List<ShownCompetences> rows) {
        Map<Long, List<GuidelineRules.Shown>> shown = new HashMap<>();
        for (ShownCompetences row : rows) {
            Set<Competence> competences = EnumSet.noneOf(Competence.class);
            Stream.of(row.ofForm(), row.added())
                    .flatMap(joined -> Texts.split(joined).stream())
                    .map(Competence::valueOf)
                    .forEach(competences::add);
            shown.computeIfAbsent(row.programmeId(), p -> new ArrayList<>())
                    .add(new GuidelineRules.Shown(row.day(), competences));
        }
        return shown;
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
        if (first.isEmpty()) {
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
        boolean specialist = qualifications.stream()
                .anyMatch(q -> "SPECIALIST".equals(q.kind()) && specialtyCode.equals(q.specialtyCode()));
        Optional<LocalDate> training = qualifications.stream()
                .filter(q -> "SUPERVISOR_TRAINING".equals(q.kind()))
                .map(Qualified::obtainedOn)
                .max(Comparator.naturalOrder());
        return specialist
                && training.filter(t -> GuidelineRules.trainingHolds(t, maxAgeYears, day))
                        .isPresent();
    }
}
