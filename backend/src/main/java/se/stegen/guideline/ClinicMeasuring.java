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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.common.Period;

/**
 * Measures what is of a clinic itself: its teaching, its journal clubs and the time of its studierektor. Two queries for any
 * number of clinics and days; what nobody signs counts by its own date.
 */
@Singleton
class ClinicMeasuring {
    private final ClinicFactsQuery facts;

    ClinicMeasuring(ClinicFactsQuery facts) {
        this.facts = facts;
    }

    /** What these clinics are measured by on any of the days. */
    ClinicFacts read(List<Long> clinicIds, Days days) {
        if (clinicIds.isEmpty()) {
            return new ClinicFacts(Map.of(), Map.of());
        }
        LocalDate from = GuidelineRules.yearEnding(days.from()).from();
        return new ClinicFacts(
                facts.teaching(clinicIds, from, days.known()).stream()
                        .map(row -> new Taught(
                                row.clinicId(),
                                row.kind(),
                                Packed.records(row.days()).stream()
                                        .map(record -> Packed.day(record.getFirst()))
                                        .toList()))
                        .collect(Collectors.groupingBy(Taught::clinicId)),
                facts.studierektorTime(clinicIds, days.to()).stream()
                        .collect(Collectors.groupingBy(AllottedHours::clinicId)));
    }
}

/**
 * What clinics are measured by, by clinic.
 *
 * @param teaching sessions that were not cancelled
 * @param allotted from which day how many hours a week
 */
record ClinicFacts(Map<Long, List<Taught>> teaching, Map<Long, List<AllottedHours>> allotted) {
    private static final ClinicStanding.Amount NONE = new ClinicStanding.Amount(LightStatus.NOT_APPLICABLE, null, null);

    /** How a clinic stands on the day; {@code doctors} are those in scope. */
    ClinicStanding.Amount figure(
            IndicatorCode code, long clinicId, @Nullable GuidelineProfile profile, int doctors, LocalDate day) {
        return code == IndicatorCode.STUDIEREKTOR_TIME
                ? time(clinicId, profile, doctors, day)
                : taught(code, clinicId, profile, day);
    }

    /** Hours a week that the clinic's studierektor has on the day; empty where none were recorded. */
    Optional<BigDecimal> hours(long clinicId, LocalDate day) {
        return allotted.getOrDefault(clinicId, List.of()).stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(AllottedHours::validFrom))
                .map(AllottedHours::hours);
    }

    /** What there is of what is asked for, 0-1; null where nothing is asked for. */
    @Nullable
    Double part(IndicatorCode code, long clinicId, @Nullable GuidelineProfile profile, int doctors, LocalDate day) {
        BigDecimal have;
        BigDecimal wanted;
        if (code == IndicatorCode.STUDIEREKTOR_TIME) {
            if (doctors == 0) {
                return null;
            }
            have = hours(clinicId, day).orElse(BigDecimal.ZERO);
            wanted = StudierektorTable.of(profile).needed(doctors);
        } else {
            Integer target = profile == null ? null : GuidelineRules.teachingTarget(code, profile);
            if (target == null || target < 1) {
                return null;
            }
            have = BigDecimal.valueOf(sessions(code, clinicId, day));
            wanted = BigDecimal.valueOf(target);
        }
        return Math.min(1, have.doubleValue() / wanted.doubleValue());
    }

    private int sessions(IndicatorCode code, long clinicId, LocalDate day) {
        Period year = GuidelineRules.yearEnding(day);
        return teaching.getOrDefault(clinicId, List.of()).stream()
                .filter(one -> code.name().equals(one.kind()))
                .mapToInt(
                        one -> (int) one.days().stream().filter(year::contains).count())
                .sum();
    }

    private ClinicStanding.Amount time(long clinicId, @Nullable GuidelineProfile profile, int doctors, LocalDate day) {
        if (doctors == 0) {
            return NONE;
        }
        BigDecimal needed = StudierektorTable.of(profile).needed(doctors);
        return hours(clinicId, day)
                .map(hours -> new ClinicStanding.Amount(GuidelineRules.timeStatus(hours, needed), hours, needed))
                .orElseGet(() -> new ClinicStanding.Amount(LightStatus.RED, null, needed));
    }

    private ClinicStanding.Amount taught(
            IndicatorCode code, long clinicId, @Nullable GuidelineProfile profile, LocalDate day) {
        Integer target = profile == null ? null : GuidelineRules.teachingTarget(code, profile);
        if (target == null) {
            return NONE;
        }
        int held = sessions(code, clinicId, day);
        return new ClinicStanding.Amount(
                GuidelineRules.teachingStatus(held, target), BigDecimal.valueOf(held), BigDecimal.valueOf(target));
    }
}

/** The days on which a clinic taught, one for each session. */
record Taught(long clinicId, String kind, List<LocalDate> days) {}

/** The same in one row; see {@link Packed}. */
@Introspected
record TaughtRow(long clinicId, String kind, String days) {}

/** From a day on so many hours a week. */
@Introspected
record AllottedHours(long clinicId, LocalDate validFrom, BigDecimal hours) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface ClinicFactsQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT t.clinic_id, t.kind, JSON_ARRAYAGG(CONCAT(TO_DAYS(t.held_on))) AS days FROM teaching_session t"
            + " WHERE t.clinic_id IN (:clinicIds) AND NOT t.cancelled AND t.held_on BETWEEN :fromDay AND :day"
            + " GROUP BY t.clinic_id, t.kind")
    List<TaughtRow> teaching(List<Long> clinicIds, LocalDate fromDay, LocalDate day);

    @Query("SELECT s.clinic_id, s.valid_from, s.hours FROM studierektor_time s"
            + " WHERE s.clinic_id IN (:clinicIds) AND s.valid_from <= :day")
    List<AllottedHours> studierektorTime(List<Long> clinicIds, LocalDate day);
}
