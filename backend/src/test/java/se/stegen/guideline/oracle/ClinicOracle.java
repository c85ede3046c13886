package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.guideline.oracle.Oracle.Answer;

/** What is said of a clinic on D, plainly. */
final class ClinicOracle {
    /** A light: met and applicable of doctors, or a colour alone of the clinic itself. */
    record Light(@Nullable Integer met, @Nullable Integer applicable, String status) {}

    /** Median, share within 14 days, requests open, assessments behind it. */
    record Delays(@Nullable Double median, @Nullable Double within, int open, int count) {}

    /** Everything of a clinic on a day. */
    record Standing(Map<Long, Map<String, Answer>> doctors, Map<String, Light> lights, Delays delays) {}

    private final long clinicId;
    private final List<Portfolio> portfolios;
    private final Oracle oracle = new Oracle();

    ClinicOracle(long clinicId, List<Portfolio> portfolios) {
        this.clinicId = clinicId;
        this.portfolios = portfolios;
    }

    Standing on(LocalDate d) {
        Profile profile = Profile.of(clinicId, d);
        Map<Long, Map<String, Answer>> doctors = new TreeMap<>();
        List<Portfolio> inScope = new ArrayList<>();
        for (Portfolio p : portfolios) {
            for (Portfolio.Post post : p.posts) {
                if (post.clinicId() == clinicId && post.time().has(d)) {
                    doctors.put(p.id, oracle.doctor(p, post.time(), profile, d));
                    inScope.add(p);
                }
            }
        }
        Map<String, Light> lights = new TreeMap<>();
        for (String code : List.of(
                "MAIN_SUPERVISOR",
                "SUPERVISOR_QUALIFIED",
                "IUP_ON_TIME",
                "IUP_REVISED",
                "SUPERVISION",
                "ASSESSMENT",
                "COLLEGIUM",
                "DEVELOPMENT_TALK",
                "RECONCILIATION",
                "INTRODUCTION",
                "SELF_STUDY",
                "GENERAL_COMPETENCE")) {
            lights.put(code, ofDoctors(code, doctors, profile));
        }
        ofClinic(lights, profile, doctors.size(), d);
        return new Standing(doctors, lights, delays(inScope, d));
    }

    private static Light ofDoctors(String code, Map<Long, Map<String, Answer>> doctors, Profile profile) {
        int met = 0;
        int applicable = 0;
        for (Map<String, Answer> answers : doctors.values()) {
            Answer answer = answers.get(code);
            if (answer != null) {
                applicable++;
                met += answer.met() ? 1 : 0;
            }
        }
        return new Light(met, applicable, applicable == 0 ? "NOT_APPLICABLE" : colour(met, applicable, profile));
    }

    private static String colour(int met, int applicable, Profile profile) {
        BigDecimal share = BigDecimal.valueOf(met);
        BigDecimal all = BigDecimal.valueOf(applicable);
        if (share.compareTo(all.multiply(new BigDecimal(String.valueOf(profile.text("green_from"))))) >= 0) {
            return "GREEN";
        }
        return share.compareTo(all.multiply(new BigDecimal(String.valueOf(profile.text("yellow_from"))))) >= 0
                ? "YELLOW"
                : "RED";
    }

    private void ofClinic(Map<String, Light> lights, Profile profile, int doctors, LocalDate d) {
        Integer weekly = profile.count("internal_teaching_per_week");
        Integer holidays = profile.count("holiday_weeks");
        Integer monthly = profile.count("journal_club_per_month");
        taught(lights, "INTERNAL_TEACHING", weekly == null || holidays == null ? null : weekly * (52 - holidays), d);
        taught(lights, "JOURNAL_CLUB", monthly == null ? null : monthly * 10, d);
        lights.put("STUDIEREKTOR_TIME", new Light(null, null, time(profile, doctors, d)));
        Rows.Row external = latest("EXTERNAL", d);
        Rows.Row internal = latest("INTERNAL", d);
        lights.put("EXTERNAL_REVIEW", new Light(null, null, external(external, profile, d)));
        lights.put("INTERNAL_REVIEW", new Light(null, null, internal(internal, profile, d)));
        lights.put("ACTION_PLAN", new Light(null, null, plan(external, doctors, d)));
    }

    /** The latest of a kind that was held on or before D; drafts and what was voided are none. */
    private Rows.@Nullable Row latest(String kind, LocalDate d) {
        Rows.Row latest = null;
        for (Rows.Row one : Rows.of("SELECT * FROM review WHERE clinic_id = ? ORDER BY reviewed_on, id", clinicId)) {
            if (one.text("kind").equals(kind)
                    && one.text("state").equals("CONFIRMED")
                    && !one.day("reviewed_on").isAfter(d)) {
                latest = one;
            }
        }
        return latest;
    }

    private static String external(Rows.@Nullable Row last, Profile profile, LocalDate d) {
        Integer years = profile.count("external_review_years");
        if (years == null) {
            return "NOT_APPLICABLE";
        }
        if (last == null || last.day("reviewed_on").plusYears(years).isBefore(d)) {
            return "RED";
        }
        return last.day("reviewed_on").plusYears(years).isAfter(d.plusMonths(6)) ? "GREEN" : "YELLOW";
    }

    private static String internal(Rows.@Nullable Row last, Profile profile, LocalDate d) {
        Integer months = profile.count("internal_review_months");
        if (months == null) {
            return "NOT_APPLICABLE";
        }
        if (last == null) {
            return "RED";
        }
        LocalDate due = last.day("reviewed_on").plusMonths(months);
        return due.isAfter(d) ? "GREEN" : d.isAfter(due.plusMonths(6)) ? "RED" : "YELLOW";
    }

    /** In these regions every doctor is under SOSFS 2015:8. */
    private static String plan(Rows.@Nullable Row review, int doctors, LocalDate d) {
        if (review == null) {
            return "NOT_APPLICABLE";
        }
        boolean late = false;
        boolean lateBinding = false;
        List<String> planned = new ArrayList<>();
        for (Rows.Row action : Rows.of("SELECT id FROM review_action WHERE review_id = ?", review.number("id"))) {
            Rows.Row then = null;
            for (Rows.Row event : Rows.of(
                    "SELECT e.*, i.kind_2015 FROM review_action_event e LEFT JOIN review_item i ON i.code = e.item_code"
                            + " WHERE e.action_id = ? ORDER BY e.id",
                    action.number("id"))) {
                then = event.day("effective_on").isAfter(d) ? then : event;
            }
            if (then != null) {
                planned.add(then.has("area") ? then.text("area") : "");
                boolean open = !then.text("state").equals("DONE")
                        && !then.text("state").equals("DROPPED");
                if (open && then.has("due_on") && then.day("due_on").isBefore(d)) {
                    late = true;
                    lateBinding |= doctors > 0
                            && then.has("kind_2015")
                            && then.text("kind_2015").equals("BINDING");
                }
            }
        }
        LocalDate report = review.day(review.has("reported_on") ? "reported_on" : "reviewed_on");
        boolean missing = false;
        for (String area : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
            String grade = "";
            for (Rows.Row one : Rows.of(
                    "SELECT * FROM review_grade WHERE review_id = ? AND area = ? ORDER BY id",
                    review.number("id"),
                    area)) {
                if (!one.has("since") || !one.day("since").isAfter(d)) {
                    grade = one.has("grade") ? one.text("grade") : "";
                }
            }
            missing |= grade.equals("D")
                    && !planned.contains(area)
                    && report.plusMonths(3).isBefore(d);
        }
        return lateBinding || missing ? "RED" : late ? "YELLOW" : "GREEN";
    }

    private void taught(Map<String, Light> lights, String code, @Nullable Integer target, LocalDate d) {
        String status = "NOT_APPLICABLE";
        if (target != null) {
            int sessions = 0;
            for (Rows.Row one : Rows.of("SELECT * FROM teaching_session WHERE clinic_id = ?", clinicId)) {
                if (one.text("kind").equals(code) && !one.yes("cancelled") && Oracle.inW(one.day("held_on"), d)) {
                    sessions++;
                }
            }
            status = sessions * 10 >= target * 9 ? "GREEN" : sessions * 10 >= target * 7 ? "YELLOW" : "RED";
        }
        lights.put(code, new Light(null, null, status));
    }

    private String time(Profile profile, int doctors, LocalDate d) {
        if (doctors == 0) {
            return "NOT_APPLICABLE";
        }
        BigDecimal needed = null;
        String own = profile.text("studierektor_hours");
        for (String step : (own == null ? "10:8;20:12;30:16;17" : own).split(";", -1)) {
            String[] parts = step.split(":", -1);
            if (needed == null && (parts.length == 1 || doctors <= Integer.parseInt(parts[0]))) {
                needed = new BigDecimal(parts[parts.length - 1]);
            }
        }
        List<Rows.Row> rows =
                Rows.of("SELECT * FROM studierektor_time WHERE clinic_id = ? ORDER BY valid_from", clinicId).stream()
                        .filter(one -> !one.day("valid_from").isAfter(d))
                        .toList();
        if (rows.isEmpty() || needed == null) {
            return "RED";
        }
        BigDecimal allotted = rows.getLast().decimal("hours");
        if (allotted.compareTo(needed) >= 0) {
            return "GREEN";
        }
        return allotted.multiply(BigDecimal.valueOf(4)).compareTo(needed.multiply(BigDecimal.valueOf(3))) >= 0
                ? "YELLOW"
                : "RED";
    }

    private static Delays delays(List<Portfolio> inScope, LocalDate d) {
        List<Integer> days = new ArrayList<>();
        int open = 0;
        for (Portfolio p : inScope) {
            for (Portfolio.Signed one : p.assessments) {
                // Nobody signed a transferred one here: there is no delay to tell.
                if (!one.transferred()
                        && Oracle.inW(one.day(), d)
                        && !one.signedOn().isAfter(d)) {
                    days.add(Oracle.days(one.day(), one.signedOn(), day -> true) - 1);
                }
            }
            Map<Long, Portfolio.Step> last = new TreeMap<>();
            p.steps.stream()
                    .filter(step -> !step.on().isAfter(d))
                    .sorted(Comparator.comparingLong(Portfolio.Step::id))
                    .forEach(step -> last.put(step.assessmentId(), step));
            open += (int) last.values().stream()
                    .filter(step -> step.to().equals("SENT") && step.on().isBefore(d.minusDays(14)))
                    .count();
        }
        if (days.isEmpty()) {
            return new Delays(null, null, open, 0);
        }
        days.sort(Comparator.naturalOrder());
        int n = days.size();
        double median = n % 2 == 1 ? days.get(n / 2) : (days.get(n / 2 - 1) + days.get(n / 2)) / 2.0;
        long soon = days.stream().filter(one -> one <= 14).count();
        double within = BigDecimal.valueOf(soon)
                .divide(BigDecimal.valueOf(n), 4, RoundingMode.HALF_UP)
                .doubleValue();
        return new Delays(median, within, open, n);
    }
}
