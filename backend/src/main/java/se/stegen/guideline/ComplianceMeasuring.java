package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Period;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.instrument.Competence;

/**
 * Reads what doctors are measured by: a fixed number of queries, whatever the number of doctors and of days. What is read
 * once is evaluated for any of the days in memory ({@link Cohort}).
 */
@Singleton
class ComplianceMeasuring {
    private final ComplianceQuery facts;

    ComplianceMeasuring(ComplianceQuery facts) {
        this.facts = facts;
    }

    /** The doctors of posts in scope on the day, measured. */
    Measured measure(List<PostInScope> posts, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        return read(posts, byClinic, day).on(day, byClinic);
    }

    /** Everything that these doctors are measured by on the day. */
    Cohort read(List<PostInScope> posts, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        boolean competences = byClinic.values().stream().anyMatch(GuidelineProfile::generalCompetence);
        return read(posts, Days.of(day), competences);
    }

    /**
     * Everything that these doctors are measured by on any of the days.
     *
     * @param competences whether a profile asks for general competences on one of them
     */
    Cohort read(List<PostInScope> posts, Days days, boolean competences) {
        List<Long> ids = posts.stream().map(PostInScope::programmeId).distinct().toList();
        if (ids.isEmpty()) {
            return Cohort.EMPTY;
        }
        List<Appointment> appointed = facts.mainSupervisors(ids, days.from(), days.to());
        Map<Long, List<Qualified>> qualifications = appointed.isEmpty()
                ? Map.of()
                : facts
                        .qualifications(
                                appointed.stream()
                                        .map(Appointment::personId)
                                        .distinct()
                                        .toList(),
                                days.to())
                        .stream()
                        .collect(Collectors.groupingBy(Qualified::personId));
        Map<String, List<PackedRecords>> records = facts
                .records(
                        ids,
                        GuidelineRules.yearEnding(days.from()).from(),
                        days.to(),
                        days.known(),
                        Today.startOf(days.known().plusDays(1)),
                        days.single())
                .stream()
                .collect(Collectors.groupingBy(PackedRecords::kind));
        return new Cohort(
                posts,
                of(records.get("LEAVE"), ComplianceMeasuring::leave),
                appointed.stream().collect(Collectors.groupingBy(Appointment::programmeId)),
                qualifications,
                of(records.get("SUPERVISION"), ComplianceMeasuring::session),
                of(records.get("IUP"), ComplianceMeasuring::day),
                of(records.get("ASSESSMENT"), record -> assessment(record, competences)),
                new Held(
                        of(records.get("COLLEGIUM"), ComplianceMeasuring::day),
                        of(records.get("DEVELOPMENT_TALK"), ComplianceMeasuring::day),
                        of(records.get("RECONCILIATION"), ComplianceMeasuring::day),
                        of(records.get("INTRODUCTION"), ComplianceMeasuring::day),
                        of(records.get("SELF_STUDY"), ComplianceMeasuring::studied)));
    }

    private static <T> Map<Long, List<T>> of(@Nullable List<PackedRecords> rows, Function<List<String>, T> read) {
        return Objects.requireNonNullElse(rows, List.<PackedRecords>of()).stream()
                .collect(Collectors.toMap(
                        PackedRecords::programmeId,
                        row -> Packed.records(row.records()).stream().map(read).toList(),
                        (own, transferred) -> Stream.concat(own.stream(), transferred.stream())
                                .toList()));
    }

    private static LocalDate day(List<String> record) {
        return Packed.day(record.getFirst());
    }

    private static Period leave(List<String> record) {
        String end = record.get(1);
        return new Period(day(record), end.isEmpty() ? null : Packed.day(end));
    }

    private static Held.StudiedHours studied(List<String> record) {
        return new Held.StudiedHours(day(record), new BigDecimal(record.get(1)));
    }

    private static Cohort.Signed session(List<String> record) {
        return new Cohort.Signed(day(record), Packed.swedishDay(record.get(1)));
    }

    private static Cohort.Assessed assessment(List<String> record, boolean competences) {
        String signed = record.get(1);
        String countsFrom = record.get(2);
        Set<Competence> shown = EnumSet.noneOf(Competence.class);
        if (competences) {
            Stream.of(record.get(4), record.get(5))
                    .flatMap(joined -> Texts.split(joined).stream())
                    .map(Competence::valueOf)
                    .forEach(shown::add);
        }
        return new Cohort.Assessed(
                day(record),
                signed.isEmpty() ? null : Packed.swedishDay(signed),
                countsFrom.isEmpty() ? null : Packed.swedishDay(countsFrom),
                "1".equals(record.get(3)),
                shown);
    }
}

/**
 * The days that are measured.
 *
 * @param from first of them
 * @param to last of them
 * @param known the last day whose records are read: {@code to}, or today where {@code to} lies ahead
 */
record Days(LocalDate from, LocalDate to, LocalDate known) {
    /** One day. */
    static Days of(LocalDate day) {
        return new Days(day, day, day);
    }

    /** Whether it is one. */
    boolean single() {
        return from.equals(to);
    }
}
