package se.stegen.guideline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        boolean competences = byClinic.values().stream().anyMatch(GuidelineProfile::generalCompetence);
        return read(posts, Days.of(day), competences).on(day, byClinic);
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
        return new Cohort(
                posts,
                leaves,
                appointed.stream().collect(Collectors.groupingBy(Appointment::programmeId)),
                qualifications,
                signed(facts.supervisions(ids, from, known, signedBefore)),
                byProgramme(facts.firstIupApprovals(ids, known)),
                byProgramme(facts.iupApprovals(ids, from, known)),
                signed(facts.assessments(ids, from, known, signedBefore)),
                competences ? shown(facts.competences(ids, from, known, signedBefore)) : Map.of(),
                held.held(ids, days));
    }

    private static Map<Long, List<LocalDate>> byProgramme(List<Counted> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        Counted::programmeId, Collectors.mapping(Counted::day, Collectors.toList())));
    }

    private static Map<Long, List<Cohort.Signed>> signed(List<CountedFrom> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        CountedFrom::programmeId,
                        Collectors.mapping(
                                r -> new Cohort.Signed(r.day(), Today.dayOf(r.countsFrom())), Collectors.toList())));
    }

    private static Map<Long, List<Cohort.ShownOn>> shown(List<ShownCompetences> rows) {
        Map<Long, List<Cohort.ShownOn>> shown = new HashMap<>();
        for (ShownCompetences row : rows) {
            Set<Competence> competences = EnumSet.noneOf(Competence.class);
            Stream.of(row.ofForm(), row.added())
                    .flatMap(joined -> Texts.split(joined).stream())
                    .map(Competence::valueOf)
                    .forEach(competences::add);
            shown.computeIfAbsent(row.programmeId(), p -> new ArrayList<>())
                    .add(new Cohort.ShownOn(new Cohort.Signed(row.day(), Today.dayOf(row.countsFrom())), competences));
        }
        return shown;
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
