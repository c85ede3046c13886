package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.stegen.guideline.oracle.Portfolio.Held;
import se.stegen.guideline.oracle.Portfolio.Signed;
import se.stegen.guideline.oracle.Portfolio.Span;
import se.stegen.guideline.oracle.Portfolio.With;

/**
 * The definition of what is asked of a doctor, day by day and sentence by sentence. It shares no code with what the program
 * measures by.
 */
final class Oracle {
    /** What is asked of one doctor, and what there is. */
    record Answer(int required, int actual, boolean met) {
        static Answer yesOrNo(boolean met) {
            return new Answer(1, met ? 1 : 0, met);
        }
    }

    private static final List<String> COMPETENCES =
            List.of("LEADERSHIP", "COMMUNICATION", "TEACHING", "SUPERVISING", "SCIENCE", "QUALITY");

    private final Map<Long, List<Rows.Row>> qualifications = new HashMap<>();

    /** The answer of every indicator that applies to the doctor in this post on D. */
    Map<String, Answer> doctor(Portfolio p, Span post, Profile profile, LocalDate d) {
        Map<String, Answer> answers = new TreeMap<>();
        With main = p.mainSupervisors.stream()
                .filter(one -> one.time().has(d))
                .findFirst()
                .orElse(null);
        answers.put("MAIN_SUPERVISOR", Answer.yesOrNo(main != null));
        if (main != null) {
            answers.put("SUPERVISOR_QUALIFIED", Answer.yesOrNo(qualified(main.personId(), p.specialty, profile, d)));
        }
        iupOnTime(p, post, profile.count("iup_months"), d).ifPresent(answer -> answers.put("IUP_ON_TIME", answer));
        int served = served(post, p.fullLeaves, d);
        yearly(answers, "IUP_REVISED", profile.count("iup_revisions_per_year"), served, d, count(p.approvals, d));
        yearly(answers, "SUPERVISION", profile.count("supervisions_per_year"), served, d, sessions(p, d));
        yearly(answers, "ASSESSMENT", profile.count("assessments_per_year"), served, d, (int) p.assessments.stream()
                .filter(one -> one.formal() && counts(one, d))
                .count());
        collegium(answers, p, profile, served, d);
        yearly(
                answers,
                "DEVELOPMENT_TALK",
                profile.count("development_talks_per_year"),
                served,
                d,
                held(p, "DEVELOPMENT_TALK", d));
        yearly(
                answers,
                "RECONCILIATION",
                profile.count("reconciliations_per_year"),
                served,
                d,
                held(p, "RECONCILIATION", d));
        introduction(answers, p, post, d);
        selfStudy(answers, p, profile, served, d);
        if (served >= 182 && profile.yes("general_competence")) {
            Set<String> shown = new HashSet<>();
            p.assessments.stream().filter(one -> counts(one, d)).forEach(one -> shown.addAll(one.competences()));
            shown.retainAll(COMPETENCES);
            answers.put("GENERAL_COMPETENCE", new Answer(6, shown.size(), shown.size() == 6));
        }
        return answers;
    }

    /** W: from D.minusYears(1).plusDays(1) to D, both counted. */
    static boolean inW(LocalDate day, LocalDate d) {
        return !day.isBefore(d.minusYears(1).plusDays(1)) && !day.isAfter(d);
    }

    static int daysInW(LocalDate d) {
        return days(d.minusYears(1).plusDays(1), d, day -> true);
    }

    /** The days of W inside the post and in no full leave; leaves that cover fewer than 15 of them are not taken off. */
    static int served(Span post, List<Span> fullLeaves, LocalDate d) {
        int inPost = days(d.minusYears(1).plusDays(1), d, post::has);
        int away = days(d.minusYears(1).plusDays(1), d, day -> post.has(day) && away(fullLeaves, day));
        return away < 15 ? inPost : inPost - away;
    }

    private static int required(int perYear, int served, LocalDate d) {
        return Math.floorDiv(perYear * served, daysInW(d));
    }

    private static void yearly(
            Map<String, Answer> answers, String code, @Nullable Integer perYear, int served, LocalDate d, int actual) {
        int required = perYear == null ? 0 : required(perYear, served, d);
        if (required >= 1) {
            answers.put(code, new Answer(required, actual, actual >= required));
        }
    }

    /** Dated in W and signed, or confirmed, on or before D. */
    private static boolean counts(Signed one, LocalDate d) {
        return inW(one.day(), d)
                && one.countsFrom() != null
                && !one.countsFrom().isAfter(d);
    }

    private static int sessions(Portfolio p, LocalDate d) {
        int counted = 0;
        for (Signed session : p.sessions) {
            boolean withMain = with(p.mainSupervisors, session);
            boolean withPlacements = with(p.placements, session);
            // A transferred session counts as with the main supervisor.
            if (counts(session, d) && (withMain || withPlacements || session.transferred())) {
                counted++;
            }
        }
        return counted;
    }

    private static boolean with(List<With> relations, Signed session) {
        return relations.stream()
                .anyMatch(one -> one.personId() == session.with() && one.time().has(session.day()));
    }

    private boolean qualified(long person, String specialty, Profile profile, LocalDate d) {
        boolean specialist = false;
        LocalDate latest = null;
        for (Rows.Row row : qualifications.computeIfAbsent(
                person, id -> Rows.of("SELECT * FROM qualification WHERE person_id = ?", id))) {
            LocalDate day = row.day("obtained_on");
            if (day.isAfter(d)) {
                continue;
            }
            if (row.text("kind").equals("SPECIALIST")) {
                specialist |= row.text("specialty_code").equals(specialty);
            } else if (latest == null || day.isAfter(latest)) {
                latest = day;
            }
        }
        Integer n = profile.count("supervisor_training_max_age_years");
        return specialist
                && latest != null
                && (n == null || !latest.plusYears(n).isBefore(d));
    }

    private static java.util.Optional<Answer> iupOnTime(Portfolio p, Span post, @Nullable Integer months, LocalDate d) {
        if (months == null) {
            return java.util.Optional.empty();
        }
        LocalDate first = p.approvals.stream().min(LocalDate::compareTo).orElse(null);
        boolean approved = first != null && !first.isAfter(d);
        LocalDate deadline = deadline(post.from(), months, p.fullLeaves);
        boolean due = deadline != null && !deadline.isAfter(d);
        if (!due && !approved) {
            return java.util.Optional.empty();
        }
        // Without a deadline every approval is in time.
        return java.util.Optional.of(
                Answer.yesOrNo(approved && first != null && (deadline == null || !first.isAfter(deadline))));
    }

    /** Null where a full leave never ends. */
    private static @Nullable LocalDate deadline(LocalDate start, int months, List<Span> fullLeaves) {
        int n = days(start, start.plusMonths(months), day -> true) - 1;
        LocalDate d = start;
        while (n > 0) {
            if (!away(fullLeaves, d)) {
                n--;
            }
            d = d.plusDays(1);
            LocalDate now = d;
            if (fullLeaves.stream().anyMatch(one -> one.to() == null && one.has(now)) && n > 0) {
                return null;
            }
        }
        return d;
    }

    private static void collegium(Map<String, Answer> answers, Portfolio p, Profile profile, int served, LocalDate d) {
        Integer total = profile.count("collegia_total");
        if (total == null) {
            yearly(answers, "COLLEGIUM", profile.count("collegia_per_year"), served, d, held(p, "COLLEGIUM", d));
            return;
        }
        int all = (int) p.held.stream()
                .filter(one -> one.kind().equals("COLLEGIUM") && !one.day().isAfter(d))
                .count();
        int sinceStart = days(p.start, d, day -> !away(p.fullLeaves, day));
        int planned = days(p.start, p.start.plusMonths(p.plannedMonths), day -> true) - 1;
        int required = Math.floorDiv(total * Math.min(sinceStart, planned), planned);
        if (required >= 1) {
            answers.put("COLLEGIUM", new Answer(required, all, all >= required));
        }
    }

    private static void introduction(Map<String, Answer> answers, Portfolio p, Span post, LocalDate d) {
        if (days(post.from(), d, day -> !away(p.fullLeaves, day)) >= 90) {
            answers.put(
                    "INTRODUCTION",
                    Answer.yesOrNo(p.held.stream()
                            .anyMatch(one -> one.kind().equals("INTRODUCTION")
                                    && !one.day().isBefore(post.from().minusDays(30))
                                    && !one.day().isAfter(d))));
        }
    }

    private static void selfStudy(Map<String, Answer> answers, Portfolio p, Profile profile, int served, LocalDate d) {
        BigDecimal perWeek = profile.decimal("self_study_hours_per_week");
        if (perWeek == null) {
            return;
        }
        int required = perWeek.multiply(BigDecimal.valueOf(served))
                .divideToIntegralValue(BigDecimal.valueOf(7))
                .intValueExact();
        if (required >= 1) {
            BigDecimal logged = p.study.stream()
                    .filter(one -> inW(one.day(), d))
                    .map(Portfolio.Hours::hours)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            answers.put(
                    "SELF_STUDY",
                    new Answer(required, logged.intValue(), logged.compareTo(BigDecimal.valueOf(required)) >= 0));
        }
    }

    private static int held(Portfolio p, String kind, LocalDate d) {
        return count(
                p.held.stream()
                        .filter(one -> one.kind().equals(kind))
                        .map(Held::day)
                        .toList(),
                d);
    }

    private static int count(List<LocalDate> days, LocalDate d) {
        return (int) days.stream().filter(day -> inW(day, d)).count();
    }

    private static boolean away(List<Span> fullLeaves, LocalDate day) {
        return fullLeaves.stream().anyMatch(one -> one.has(day));
    }

    /** How many of the days from one to another, both counted, are such. */
    static int days(LocalDate from, LocalDate to, Predicate<LocalDate> such) {
        int count = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (such.test(day)) {
                count++;
            }
        }
        return count;
    }
}
