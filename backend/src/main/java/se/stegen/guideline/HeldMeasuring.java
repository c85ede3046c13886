package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.common.Period;

/**
 * Measures what nobody signs: collegia, talks, introductions and self-study of doctors, teaching of clinics. It counts by
 * its own date, whenever it was entered.
 */
@Singleton
class HeldMeasuring {
    private final HeldQuery facts;

    HeldMeasuring(HeldQuery facts) {
        this.facts = facts;
    }

    /** What was held for doctors; three queries for all of them. */
    Held held(List<Long> programmeIds, LocalDate day) {
        Map<String, List<Talk>> talks =
                facts.meetings(programmeIds, day).stream().collect(Collectors.groupingBy(Talk::kind));
        return new Held(
                GuidelineRules.yearEnding(day).from(),
                facts.collegia(programmeIds, day).stream()
                        .collect(Collectors.groupingBy(
                                Counted::programmeId, Collectors.mapping(Counted::day, Collectors.toList()))),
                byProgramme(talks.get("DEVELOPMENT_TALK")),
                byProgramme(talks.get("RECONCILIATION")),
                byProgramme(talks.get("INTRODUCTION")),
                facts.selfStudy(programmeIds, GuidelineRules.yearEnding(day).from(), day).stream()
                        .collect(Collectors.toMap(StudiedHours::programmeId, StudiedHours::hours)));
    }

    /** How often each clinic taught in W; one query for all of them. */
    Map<Long, Map<String, Integer>> teaching(List<Long> clinicIds, LocalDate day) {
        return facts.teaching(clinicIds, GuidelineRules.yearEnding(day).from(), day).stream()
                .collect(Collectors.groupingBy(
                        TeachingSessions::clinicId,
                        Collectors.toMap(TeachingSessions::kind, TeachingSessions::sessions)));
    }

    private static Map<Long, List<LocalDate>> byProgramme(@Nullable List<Talk> talks) {
        return Objects.requireNonNullElse(talks, List.<Talk>of()).stream()
                .collect(Collectors.groupingBy(Talk::programmeId, Collectors.mapping(Talk::day, Collectors.toList())));
    }

    /**
     * What was held, by programme.
     *
     * @param from first day of W
     * @param collegia closed collegia with an outcome for the doctor; like the talks all on or before the day
     * @param hours hours of self-study in W
     */
    record Held(
            LocalDate from,
            Map<Long, List<LocalDate>> collegia,
            Map<Long, List<LocalDate>> developmentTalks,
            Map<Long, List<LocalDate>> reconciliations,
            Map<Long, List<LocalDate>> introductions,
            Map<Long, BigDecimal> hours) {

        /** The indicators of one doctor that apply. */
        List<TraineeIndicator> indicators(
                PostInScope post, @Nullable GuidelineProfile profile, List<Period> away, int served, LocalDate day) {
            long id = post.programmeId();
            List<TraineeIndicator> found = new ArrayList<>();
            if (profile != null) {
                collegium(post, profile, away, served, day).ifPresent(found::add);
                yearly(
                                IndicatorCode.DEVELOPMENT_TALK,
                                profile.developmentTalksPerYear(),
                                developmentTalks,
                                id,
                                served,
                                day)
                        .ifPresent(found::add);
                yearly(IndicatorCode.RECONCILIATION, profile.reconciliationsPerYear(), reconciliations, id, served, day)
                        .ifPresent(found::add);
            }
            introduction(post, away, day).ifPresent(found::add);
            BigDecimal perWeek = profile == null ? null : profile.selfStudyHoursPerWeek();
            int hoursWanted = perWeek == null ? 0 : GuidelineRules.requiredHours(perWeek, served);
            if (hoursWanted >= 1) {
                // Whole hours are wanted, so that the quarters above one change nothing.
                int logged = hours.getOrDefault(id, BigDecimal.ZERO).intValue();
                found.add(new TraineeIndicator(
                        IndicatorCode.SELF_STUDY, hoursWanted, logged, logged >= hoursWanted, null));
            }
            return found;
        }

        private Optional<TraineeIndicator> collegium(
                PostInScope post, GuidelineProfile profile, List<Period> away, int served, LocalDate day) {
            List<LocalDate> all = collegia.getOrDefault(post.programmeId(), List.of());
            Integer total = profile.collegiaTotal();
            if (total == null) {
                return yearly(
                        IndicatorCode.COLLEGIUM, profile.collegiaPerYear(), collegia, post.programmeId(), served, day);
            }
            int required =
                    GuidelineRules.requiredOfTotal(total, post.programmeStart(), post.plannedMonths(), away, day);
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
                    .anyMatch(done -> !done.isBefore(earliest));
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
                    .filter(one -> !one.isBefore(from))
                    .toList();
            return TraineeIndicator.yearly(code, perYear, served, day, inYear);
        }
    }
}

/** Hours of self-study. */
@Introspected
record StudiedHours(long programmeId, BigDecimal hours) {}

/** How often a clinic taught. */
@Introspected
record TeachingSessions(long clinicId, String kind, int sessions) {}

/** A talk that was held. */
@Introspected
record Talk(long programmeId, String kind, LocalDate day) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeldQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT o.programme_id, c.meets_on AS day FROM collegium_outcome o"
            + " JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " WHERE o.programme_id IN (:programmeIds) AND c.meets_on <= :day")
    List<Counted> collegia(List<Long> programmeIds, LocalDate day);

    @Query("SELECT m.programme_id, m.kind, m.held_on AS day FROM meeting m WHERE m.programme_id IN (:programmeIds)"
            + " AND m.kind IN ('DEVELOPMENT_TALK', 'RECONCILIATION', 'INTRODUCTION') AND m.state = 'HELD'"
            + " AND m.held_on <= :day")
    List<Talk> meetings(List<Long> programmeIds, LocalDate day);

    @Query("SELECT s.programme_id, SUM(s.hours) AS hours FROM self_study s WHERE s.programme_id IN (:programmeIds)"
            + " AND s.studied_on BETWEEN :fromDay AND :day GROUP BY s.programme_id")
    List<StudiedHours> selfStudy(List<Long> programmeIds, LocalDate fromDay, LocalDate day);

    @Query("SELECT t.clinic_id, t.kind, COUNT(*) AS sessions FROM teaching_session t WHERE t.clinic_id IN (:clinicIds)"
            + " AND NOT t.cancelled AND t.held_on BETWEEN :fromDay AND :day GROUP BY t.clinic_id, t.kind")
    List<TeachingSessions> teaching(List<Long> clinicIds, LocalDate fromDay, LocalDate day);
}
