package se.stegen.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans (IUP) of the demo: a few years of activities, approved on time in good clinics and late or never in bad ones. */
final class DemoPlans {
    private static final String SUBMISSION = "programme_id, number, content, approvers, sent_by, sent_at";
    private static final String ITEM =
            "programme_id, kind, title, start_date, end_date, assessment_method, leader, note,"
                    + " created_by, updated_at";
    private static final int MONTHS_A_YEAR = 12;

    private final DemoWriter out;
    private final LocalDate day;

    DemoPlans(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    /** Whose plan, and who approves it. */
    record Owner(
            long programme,
            long doctor,
            long supervisor,
            long studierektor,
            LocalDate start,
            String regulation,
            long curriculum) {}

    /** An activity in months from the programme's start. */
    private record Activity(
            String kind, String title, int month, int months, String method, String leader, Set<String> goals) {}

    /** How diligent doctor and clinic are, and what is special about the named doctor. */
    void plan(Owner owner, List<String> codes, double diligence, boolean named) {
        Random random = new Random(owner.programme() * 31 + 7);
        List<Activity> activities = named ? named(codes) : usual(codes);
        List<Long> items = new ArrayList<>();
        for (Activity one : activities) {
            LocalDate from = owner.start().plusMonths(one.month());
            LocalDate to = from.plusMonths(one.months()).minusDays(1);
            long id = out.add(
                    "iup_item",
                    ITEM,
                    owner.programme(),
                    one.kind(),
                    one.title(),
                    from,
                    to,
                    one.method(),
                    one.leader(),
                    "",
                    owner.doctor(),
                    at(owner.start()));
            one.goals().forEach(goal -> out.link("iup_item_goal", "item_id, goal_code", id, goal));
            items.add(id);
        }
        int number = 0;
        long submission = 0;
        LocalDate approved = owner.start().plusMonths(3).plusDays(random.nextInt(diligence > 0.8 ? 90 : 330));
        while (!approved.isAfter(day.minusDays(20)) && (named || random.nextDouble() < diligence + 0.1)) {
            number++;
            // The latest version lacks what was added to the draft since.
            submission = submission(
                    owner, number, activities, items, approved, named ? activities.size() - 2 : activities.size());
            for (String approver : List.of("MAIN_SUPERVISOR", "STUDIEREKTOR")) {
                out.link(
                        "iup_approval",
                        "submission_id, approver, person_id, approved_at",
                        submission,
                        approver,
                        approver.equals("STUDIEREKTOR") ? owner.studierektor() : owner.supervisor(),
                        at(approved));
            }
            out.link(
                    "iup_version",
                    "programme_id, number, submission_id, approved_on",
                    owner.programme(),
                    number,
                    submission,
                    approved);
            approved = approved.plusDays(named ? 175 : 150 + random.nextInt(diligence > 0.8 ? 45 : 200));
        }
        boolean waits = !named && random.nextInt(8) == 0;
        if (waits) {
            submission = submission(owner, number + 1, activities, items, day.minusDays(3), activities.size());
        }
        String state = waits ? "SENT" : named || number == 0 ? "DRAFT" : "APPROVED";
        out.link(
                "iup",
                "programme_id, state, submission_id, changed_at, version",
                owner.programme(),
                state,
                submission == 0 ? null : submission,
                at(day.minusDays(3)),
                number);
        if (named) {
            out.link(
                    "iup_comment",
                    "programme_id, author_id, written_at, text",
                    owner.programme(),
                    owner.supervisor(),
                    at(day.minusDays(8)),
                    "Lägg traumakursen före jourstart i februari.");
        }
    }

    private long submission(
            Owner owner, int number, List<Activity> activities, List<Long> items, LocalDate sent, int count) {
        StringBuilder json = new StringBuilder("{\"regulation\":\"")
                .append(owner.regulation())
                .append("\",\"curriculumId\":")
                .append(owner.curriculum())
                .append(",\"items\":[");
        for (int i = 0; i < count; i++) {
            Activity one = activities.get(i);
            LocalDate from = owner.start().plusMonths(one.month());
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(items.get(i))
                    .append(",\"kind\":\"")
                    .append(one.kind())
                    .append("\",\"title\":\"")
                    .append(one.title())
                    .append("\",\"from\":\"")
                    .append(from)
                    .append("\",\"to\":\"")
                    .append(from.plusMonths(one.months()).minusDays(1))
                    .append("\",\"goalCodes\":[")
                    .append(one.goals().stream().map(goal -> '"' + goal + '"').collect(Collectors.joining(",")))
                    .append("],\"assessmentMethod\":\"")
                    .append(one.method())
                    .append("\",\"leader\":\"")
                    .append(one.leader())
                    .append("\",\"note\":\"\",\"version\":0}");
        }
        return out.add(
                "iup_submission",
                SUBMISSION,
                owner.programme(),
                number,
                json.append("]}").toString(),
                "MAIN_SUPERVISOR+STUDIEREKTOR",
                owner.doctor(),
                at(sent));
    }

    /** What every doctor plans: the home clinic in four parts, one placement, courses and the common goals. */
    private static List<Activity> usual(List<String> codes) {
        List<String> own =
                codes.stream().filter(code -> code.matches("(STc|c).*")).toList();
        List<Activity> plan = new ArrayList<>();
        int parts = 5;
        String[] titles = {
            "Hemkliniken: akut och jour",
            "Hemkliniken: avdelning",
            "Hemkliniken: mottagning",
            "Randning",
            "Hemkliniken: fördjupning"
        };
        for (int i = 0; i < parts; i++) {
            Set<String> goals = new LinkedHashSet<>(own.subList(own.size() * i / parts, own.size() * (i + 1) / parts));
            plan.add(new Activity(
                    "PLACEMENT", titles[i], i * MONTHS_A_YEAR, MONTHS_A_YEAR, "DOPS och Mini-CEX", "", goals));
        }
        plan.addAll(common(codes));
        return plan;
    }

    /** The named doctor's: richer, and with gaps that the screens point at. */
    private static List<Activity> named(List<String> codes) {
        List<Activity> plan = new ArrayList<>();
        plan.add(placement("Allmänkirurgi, Norrviken", 0, 18, "Mini-CEX × 4", goals(codes, "STc1", "STc5")));
        plan.add(placement("Akutkirurgi och jour", 12, 12, "Mini-CEX × 3, CBD × 2", goals(codes, "STc2")));
        plan.add(placement("Övre gastro och galla", 24, 9, "DOPS × 4", goals(codes, "STc6")));
        plan.add(placement("Kolorektal", 33, 9, "DOPS × 4", goals(codes, "STc7")));
        plan.add(placement("Urologen", 42, 3, "DOPS × 2", goals(codes, "STc11")));
        plan.add(placement("Intensivvård", 45, 3, "CBD × 2", goals(codes, "STc4")));
        plan.add(new Activity("COURSE", "Kurs: akut kirurgi", 20, 1, "Kursintyg", "", goals(codes, "STc2")));
        plan.addAll(common(codes));
        plan.add(new Activity("COURSE", "Traumakurs", 31, 1, "Kursintyg", "", goals(codes, "STc3")));
        plan.add(placement("Bröst och endokrin", 48, 6, "DOPS × 3", goals(codes, "STc8", "STc9")));
        return plan;
    }

    private static List<Activity> common(List<String> codes) {
        return List.of(
                new Activity("COURSE", "Kurs: ledarskap", 30, 1, "Kursintyg", "", goals(codes, "STa5", "a1")),
                new Activity("COURSE", "Kurs: etik", 14, 1, "Kursintyg", "", goals(codes, "STa4", "a2")),
                new Activity("COURSE", "Kurs: palliativ vård", 26, 1, "Kursintyg", "", goals(codes, "STb4", "b5")),
                new Activity(
                        "QUALITY_WORK",
                        "Kvalitetsarbete: tid till operation",
                        18,
                        12,
                        "Redovisning på kliniken",
                        "",
                        goals(codes, "STa2", "a4")),
                new Activity(
                        "RESEARCH",
                        "Vetenskapligt arbete",
                        36,
                        10,
                        "Handledarens bedömning",
                        "",
                        goals(codes, "STa3", "a5")),
                new Activity("TEACHING", "Internutbildning, fredagar", 6, 48, "", "", goals(codes, "STa6")),
                new Activity("SELF_STUDY", "Självstudier", 3, 54, "", "", goals(codes, "STb2", "b3")));
    }

    private static Activity placement(String title, int month, int months, String method, Set<String> goals) {
        return new Activity("PLACEMENT", title, month, months, method, "", goals);
    }

    private static Set<String> goals(List<String> codes, String... wanted) {
        Set<String> goals = new LinkedHashSet<>(List.of(wanted));
        goals.retainAll(codes);
        return goals;
    }

    private static LocalDateTime at(LocalDate when) {
        return when.atTime(9, 30);
    }
}
