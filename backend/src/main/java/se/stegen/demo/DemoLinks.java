package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Assessors without an account: one who has not answered yet, and one whose answer waits for the main supervisor. */
final class DemoLinks {
    private static final String ASSESSMENT = "programme_id, template_id, assessor_email, assessor_name, assessor_title,"
            + " assessor_workplace, assessor_specialty, observed_on, context, competences, state, answers, overall,"
            + " do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at, signing_method";
    private static final String STEP =
            "record_kind, record_id, from_state, to_state, actor_id, actor_name, changed_at, reason";

    private final DemoWriter out;
    private final LocalDate day;

    DemoLinks(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    /** Those of the named doctor; what is signed is still sent until all its goals are written. */
    void fill() throws SQLException {
        long doctor = out.number("SELECT id FROM person WHERE username = ?", "st");
        long programme = out.number("SELECT id FROM programme WHERE person_id = ?", doctor);
        long template = out.number("SELECT MAX(id) FROM assessment_template WHERE code = ?", "mini-cex");
        List<String> goals = out.texts(
                "SELECT g.code FROM goal g JOIN programme p ON p.curriculum_id = g.curriculum_id"
                        + " WHERE p.id = ? ORDER BY g.sort_order LIMIT 1",
                programme);
        LocalDateTime asked = day.minusDays(5).atTime(13, 0);
        long open = out.add(
                "assessment",
                ASSESSMENT,
                programme,
                template,
                "ulrika.sand@medicin.example.se",
                null,
                null,
                null,
                null,
                day.minusDays(5),
                "Konsult på medicinavdelningen",
                "",
                "SENT",
                "{}",
                null,
                "",
                "",
                doctor,
                asked,
                asked,
                asked,
                null,
                "SIGNED_IN");
        goal(open, goals);
        steps(open, doctor, asked, null, null);

        LocalDateTime sent = day.minusDays(4).atTime(10, 0);
        LocalDateTime signed = day.minusDays(3).atTime(17, 0);
        String name = "Peder Wikman";
        long answered = out.add(
                "assessment",
                ASSESSMENT,
                programme,
                template,
                "peder.wikman@intensiv.example.se",
                name,
                "Överläkare",
                "Intensivvårdskliniken",
                "Anestesi och intensivvård",
                day.minusDays(4),
                "Svårt sjuk patient på akutrummet",
                "",
                "SENT",
                "{}",
                3,
                "Tydlig ledning, alla visste vad de skulle göra",
                "Be om hjälp två minuter tidigare",
                doctor,
                sent,
                signed,
                sent,
                signed,
                "LINK");
        goal(answered, goals);
        steps(answered, doctor, sent, name, signed);
        out.flush();
    }

    private void goal(long assessment, List<String> goals) {
        if (!goals.isEmpty()) {
            out.link("assessment_goal", "assessment_id, goal_code", assessment, goals.getFirst());
        }
    }

    private void steps(
            long id, long doctor, LocalDateTime sent, @Nullable String name, @Nullable LocalDateTime signed) {
        out.add("state_change", STEP, "ASSESSMENT", id, null, "DRAFT", doctor, null, sent.minusMinutes(2), null);
        out.add("state_change", STEP, "ASSESSMENT", id, "DRAFT", "SENT", doctor, null, sent, null);
        if (signed != null) {
            out.add("state_change", STEP, "ASSESSMENT", id, "SENT", "SIGNED", null, name, signed, null);
        }
    }
}
