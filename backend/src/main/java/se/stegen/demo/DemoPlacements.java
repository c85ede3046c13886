package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Placements elsewhere with supervisors, goals and introductions, courses, what doctors say of both, and a general
 * programme. Works on what the region has written already, and follows from it without random numbers.
 */
final class DemoPlacements {
    private static final String PLACEMENT =
            "programme_id, title, clinic_id, supervisor_id, start_date, end_date," + " introduced_on, introduced_by";
    private static final String EVALUATION = "programme_id, placement_id, item_id, supervision, introduction, learning,"
            + " recommend, comment, created_at, updated_at";
    private static final String COURSE = "programme_id, kind, title, start_date, end_date, assessment_method, leader,"
            + " note, created_by, updated_at";

    /** Where surgeons of Norrviken go: clinic, what it is called there, goals, month of ST, months. */
    private record Stay(String clinic, String title, List<String> goals, int month, int months) {}

    private static final List<Stay> STAYS = List.of(
            new Stay("Urologkliniken, Norrviken", "Urologi", List.of("STc2", "STc11"), 10, 3),
            new Stay("Anestesikliniken, Norrviken", "Anestesi och intensivvård", List.of("STc3", "STc4"), 16, 4),
            new Stay("Kirurgkliniken, Sjöstad", "Allmänkirurgi på mindre sjukhus", List.of("STc5", "STc6"), 24, 6));

    private static final List<String> SAID = List.of(
            "Jag fick operera mycket själv och hade alltid någon att fråga.",
            "Schemat kom sent. När det väl var klart fungerade det bra.",
            "",
            "Bra handledning varje vecka. Boka tid på mottagningen redan första dagen.",
            "Introduktionen var kort. Läs på om lokala rutiner innan.");

    private static final List<String> OF_COURSES =
            List.of("Mycket praktiskt, bra instruktörer.", "", "Läs boken i förväg, det går fort.", "Värd resan.");

    private final DemoWriter out;
    private final LocalDate day;

    /** Written last, after the placements and the courses that they are about. */
    private final List<Runnable> answers = new ArrayList<>();

    DemoPlacements(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    /** Writes it all; after the region's own rows. */
    void fill() throws SQLException {
        long clinic = out.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        out.startAbove("placement", "iup_item", "activity_evaluation", "general_programme", "general_programme_item");
        int number = 0;
        for (String id : out.texts(
                "SELECT CAST(p.id AS CHAR) FROM programme p JOIN post o ON o.programme_id = p.id"
                        + " WHERE o.clinic_id = ? AND p.regulation = '2021' ORDER BY p.start_date, p.id",
                clinic)) {
            doctor(Long.parseLong(id), number++);
        }
        answers.forEach(Runnable::run);
        new DemoGeneralProgramme(out, day)
                .fill(clinic, out.number("SELECT id FROM person WHERE username = 'studierektor'"));
        out.flush();
    }

    private void doctor(long programme, int number) throws SQLException {
        LocalDate start =
                LocalDate.parse(out.texts("SELECT CAST(start_date AS CHAR) FROM programme WHERE id = ?", programme)
                        .getFirst());
        long person = out.number("SELECT person_id FROM programme WHERE id = ?", programme);
        for (Stay stay : STAYS) {
            LocalDate from = start.plusMonths(stay.month());
            stay(programme, number, stay, from, from.plusMonths(stay.months()).minusDays(1));
        }
        course(programme, person, number, "Trauma, initial handläggning (ATLS)", start.plusMonths(6), "STc3");
        course(programme, person, number, "Försäkringsmedicin", start.plusMonths(11), "STb3");
        course(programme, person, number, "Laparoskopisk kirurgi, grundkurs", start.plusMonths(19), "STc7");
        course(programme, person, number, "Vetenskaplig metodik", start.plusMonths(33), "STa3");
    }

    private void stay(long programme, int number, Stay stay, LocalDate from, LocalDate to) throws SQLException {
        long clinic = out.number("SELECT id FROM clinic WHERE name = ?", stay.clinic());
        long supervisor = out.number(
                "SELECT MIN(person_id) FROM role_assignment WHERE role = 'SUPERVISOR' AND scope_type = 'CLINIC'"
                        + " AND scope_id = ?",
                clinic);
        boolean introduced = !from.isAfter(day) && number % 4 != 3;
        long id = out.add(
                "placement",
                PLACEMENT,
                programme,
                stay.title(),
                clinic,
                supervisor,
                from,
                to,
                introduced ? from : null,
                introduced ? (Long) supervisor : null);
        for (String goal : stay.goals()) {
            out.link("placement_goal", "placement_id, goal_code", id, goal);
        }
        if (to.plusDays(5).isBefore(day) && number % 5 != 4) {
            answers.add(() -> evaluate(programme, id, null, number, SAID, to.plusDays(5)));
        }
    }

    private void course(long programme, long person, int number, String title, LocalDate first, String goal) {
        LocalDate last = first.plusDays(2);
        long id = out.add(
                "iup_item",
                COURSE,
                programme,
                "COURSE",
                title,
                first,
                last,
                "Kursintyg",
                "Kurscentrum Norrviken",
                "",
                person,
                at(day.minusDays(30)));
        out.link("iup_item_goal", "item_id, goal_code", id, goal);
        if (last.plusDays(3).isBefore(day) && number % 3 != 2) {
            answers.add(() -> evaluate(programme, null, id, number, OF_COURSES, last.plusDays(3)));
        }
    }

    private void evaluate(
            long programme,
            @Nullable Long placement,
            @Nullable Long course,
            int number,
            List<String> said,
            LocalDate when) {
        List<Integer> ratings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ratings.add(5 - (number + i * 2) % 3);
        }
        out.add(
                "activity_evaluation",
                EVALUATION,
                programme,
                placement,
                course,
                ratings.get(0),
                ratings.get(1),
                ratings.get(2),
                ratings.get(3),
                said.get(number % said.size()),
                at(when),
                at(when));
    }

    private static LocalDateTime at(LocalDate date) {
        return date.atTime(12, 0);
    }
}
