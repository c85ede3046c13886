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
 * Measures what nobody signs: collegia, talks, introductions and self-study of doctors. It counts by its own date, whenever
 * it was entered.
 */
@Singleton
class HeldMeasuring {
    private final HeldQuery facts;

    HeldMeasuring(HeldQuery facts) {
        this.facts = facts;
    }

    /** What was held for doctors; three queries for all of them. */
    Held held(List<Long> programmeIds, Days days) {
        LocalDate known = days.known();
        LocalDate from = GuidelineRules.yearEnding(days.from()).from();
        Map<String, List<Talks>> talks =
                facts.meetings(programmeIds, known).stream().collect(Collectors.groupingBy(Talks::kind));
        // Of one day the sum is enough: it stands for the hours of the whole year.
        List<StudiedHours> hours = days.single()
                ? facts.selfStudySum(programmeIds, from, known)
                : facts.selfStudy(programmeIds, from, known);
        return new Held(
                ComplianceMeasuring.days(facts.collegia(programmeIds, known)),
                byProgramme(talks.get("DEVELOPMENT_TALK")),
                byProgramme(talks.get("RECONCILIATION")),
                byProgramme(talks.get("INTRODUCTION")),
                hours.stream().collect(Collectors.groupingBy(StudiedHours::programmeId)));
    }

    private static Map<Long, List<LocalDate>> byProgramme(@Nullable List<Talks> talks) {
        return Objects.requireNonNullElse(talks, List.<Talks>of()).stream()
                .collect(Collectors.toMap(Talks::programmeId, row -> Packed.days(row.days())));
    }

    /**
     * What was held, by programme.
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
                Period year = GuidelineRules.yearEnding(day);
                int logged = hours.getOrDefault(id, List.of()).stream()
                        .filter(one -> year.contains(one.day()))
                        .map(StudiedHours::hours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .intValue();
                found.add(new TraineeIndicator(
                        IndicatorCode.SELF_STUDY, hoursWanted, logged, logged >= hoursWanted, null));
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
}

/** Hours of self-study of a day. */
@Introspected
record StudiedHours(long programmeId, LocalDate day, BigDecimal hours) {}

/** The days of a doctor's talks of a kind; see {@link Packed}. */
@Introspected
record Talks(long programmeId, String kind, String days) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeldQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT o.programme_id, JSON_ARRAYAGG(TO_DAYS(c.meets_on)) AS records FROM collegium_outcome o"
            + " JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + " WHERE o.programme_id IN (:programmeIds) AND c.meets_on <= :day GROUP BY o.programme_id")
    List<PackedRecords> collegia(List<Long> programmeIds, LocalDate day);

    @Query("SELECT m.programme_id, m.kind, JSON_ARRAYAGG(TO_DAYS(m.held_on)) AS days FROM meeting m"
            + " WHERE m.programme_id IN (:programmeIds)"
            + " AND m.kind IN ('DEVELOPMENT_TALK', 'RECONCILIATION', 'INTRODUCTION') AND m.state = 'HELD'"
            + " AND m.held_on <= :day GROUP BY m.programme_id, m.kind")
    List<Talks> meetings(List<Long> programmeIds, LocalDate day);

    @Query(
            "SELECT s.programme_id, MAX(s.studied_on) AS day, SUM(s.hours) AS hours FROM self_study s"
                    + " WHERE s.programme_id IN (:programmeIds) AND s.studied_on BETWEEN :fromDay AND :day GROUP BY s.programme_id")
    List<StudiedHours> selfStudySum(List<Long> programmeIds, LocalDate fromDay, LocalDate day);

    @Query("SELECT s.programme_id, s.studied_on AS day, s.hours FROM self_study s"
            + " WHERE s.programme_id IN (:programmeIds) AND s.studied_on BETWEEN :fromDay AND :day")
    List<StudiedHours> selfStudy(List<Long> programmeIds, LocalDate fromDay, LocalDate day);
}
