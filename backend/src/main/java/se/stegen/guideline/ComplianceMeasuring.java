package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    private final HeldMeasuring held;

    ComplianceMeasuring(ComplianceQuery facts, HeldMeasuring held) {
        this.facts = facts;
        this.held = held;
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
        LocalDate from = GuidelineRules.yearEnding(days.from()).from();
        LocalDate known = days.known();
        LocalDateTime signedBefore = Today.startOf(known.plusDays(1));
        Map<Long, List<Period>> leaves = facts.fullLeaves(ids, days.to()).stream()
                .collect(Collectors.groupingBy(
                        FullLeave::programmeId,
                        Collectors.mapping(l -> new Period(l.startDate(), l.endDate()), Collectors.toList())));
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
        Map<Long, List<LocalDate>> approvals = days(facts.iupApprovals(ids, known));
        List<PackedRecords> assessments = facts.assessments(ids, from, known, signedBefore);
        return new Cohort(
                posts,
                leaves,
                appointed.stream().collect(Collectors.groupingBy(Appointment::programmeId)),
                qualifications,
                byProgramme(facts.supervisions(ids, from, known, signedBefore), ComplianceMeasuring::session),
                approvals,
                byProgramme(assessments, record -> assessment(record, competences)),
                held.held(ids, days));
    }

    /** The days of each doctor. */
    static Map<Long, List<LocalDate>> days(List<PackedRecords> rows) {
        return rows.stream().collect(Collectors.toMap(PackedRecords::programmeId, row -> Packed.days(row.records())));
    }

    private static <T> Map<Long, List<T>> byProgramme(List<PackedRecords> rows, Function<List<String>, T> read) {
        return rows.stream()
                .collect(Collectors.toMap(
                        PackedRecords::programmeId,
                        row -> Packed.records(row.records()).stream().map(read).toList()));
    }

    private static Cohort.Signed session(List<String> record) {
        return new Cohort.Signed(Packed.day(record.get(0)), Packed.swedishDay(record.get(1)));
    }

    private static Cohort.Assessed assessment(List<String> record, boolean competences) {
        String countsFrom = record.get(2);
        Set<Competence> shown = EnumSet.noneOf(Competence.class);
        if (competences) {
            Stream.of(record.get(4), record.get(5))
                    .flatMap(joined -> Texts.split(joined).stream())
                    .map(Competence::valueOf)
                    .forEach(shown::add);
        }
        return new Cohort.Assessed(
                Packed.day(record.get(0)),
                Packed.swedishDay(record.get(1)),
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
