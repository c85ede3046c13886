package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.stegen.access.signin.Sha256;
import se.stegen.common.Messages;

/** Two 360 of the named doctor: one that six of eight have answered, and one that was released after a talk. */
final class DemoFeedback {
    private static final String ROUND = "programme_id, template_id, state, started_at, closes_on, min_raters,"
            + " min_professions, own_answers, own_do_more, own_work_on, talk_on, released_by, released_at, assessment_id";
    private static final String RATER = "round_id, person_id, email, asked_by, asked_at, answered";
    private static final String ANSWER = "id, round_id, profession, answers, do_more, work_on";
    private static final String ASSESSMENT =
            "programme_id, template_id, assessor_id, observed_on, context, competences,"
                    + " state, answers, overall, do_more, work_on, created_by, created_at, updated_at, sent_at, signed_at, signed_by";
    private static final String STEP = "record_kind, record_id, from_state, to_state, actor_id, changed_at, reason";

    private static final String WELL = "{\"colleagues\":\"1\",\"cooperation\":\"1\",\"ethics\":\"1\",\"hygiene\":\"1\","
            + "\"leadership\":\"1\",\"organisation\":\"1\",\"patients\":\"1\",\"reasoning\":\"1\",\"safety\":\"1\","
            + "\"teaching\":\"0\"}";
    private static final String BUSY = "{\"colleagues\":\"1\",\"cooperation\":\"1\",\"ethics\":\"1\",\"hygiene\":\"1\","
            + "\"leadership\":\"2\",\"leadership-comment\":\"Säg vem som gör vad när det är många i rummet.\","
            + "\"organisation\":\"2\",\"organisation-comment\":\"Ronden drar ut på tiden, utskrivningar blir sena.\","
            + "\"patients\":\"1\",\"reasoning\":\"1\",\"safety\":\"1\",\"teaching\":\"1\"}";

    private static final List<String> PROFESSIONS = List.of(
            "NURSE", "NURSE_SPECIALIST", "ASSISTANT", "DOCTOR_OWN", "NURSE", "DOCTOR_OWN", "ADMINISTRATION", "NURSE");
    private static final List<String> DO_MORE = List.of(
            "Frågar alltid vad vi på avdelningen tycker",
            "Lugn på akutrummet",
            "Hälsar på patienten innan hen läser i datorn",
            "",
            "Ger återkoppling direkt efter operationen",
            "Ringer tillbaka fort",
            "",
            "Tar sig tid för anhöriga");
    private static final List<String> WORK_ON = List.of(
            "Skriv ut före lunch",
            "",
            "Fördela uppgifter högt",
            "Delegera mer på jouren",
            "",
            "",
            "Diktera samma dag",
            "");

    private final DemoWriter out;
    private final LocalDate day;
    private final long doctor;
    private final long programme;
    private final long template;
    private final long supervisor;

    DemoFeedback(DemoWriter out, LocalDate day) throws SQLException {
        this.out = out;
        this.day = day;
        doctor = out.number("SELECT id FROM person WHERE username = ?", "st");
        programme = out.number("SELECT id FROM programme WHERE person_id = ?", doctor);
        template = out.number("SELECT MAX(id) FROM assessment_template WHERE code = ?", "msf-360");
        supervisor = out.number("SELECT id FROM person WHERE username = ?", "handledare");
    }

    /** Writes both; the released one's assessment is still sent until the region is signed. */
    void fill() throws SQLException {
        out.startAbove("feedback_round", "feedback_rater");
        List<Long> people =
                out.texts("SELECT id FROM person WHERE username LIKE ? ORDER BY id LIMIT 14", "demo%").stream()
                        .map(Long::valueOf)
                        .toList();
        released(people.subList(0, 8));
        open(people.subList(8, 14));
        out.flush();
        // Answers are added to open rounds only.
        out.execute("UPDATE feedback_round SET state = 'RELEASED' WHERE state = 'OPEN' AND assessment_id IS NOT NULL");
    }

    /** Over a year ago, so that the doctor's figures of the year are those of the other records. */
    private void released(List<Long> people) {
        LocalDate talk = day.minusDays(400);
        LocalDateTime signed = talk.atTime(16, 30);
        List<Answer> answers = answers("released", people.size());
        String all = answers.stream()
                .sorted(Comparator.comparing(Answer::key))
                .map(one -> String.join("\n", one.key(), one.profession(), one.answers(), one.doMore(), one.workOn()))
                .collect(Collectors.joining("\n\n"));
        long professions = answers.stream().map(Answer::profession).distinct().count();
        long assessment = out.add(
                "assessment",
                ASSESSMENT,
                programme,
                template,
                supervisor,
                talk,
                Messages.get(
                        Messages.SWEDISH,
                        "feedback.facts",
                        Integer.toString(answers.size()),
                        Long.toString(professions),
                        Sha256.hex(all)),
                "",
                "SENT",
                "{}",
                null,
                "Fortsätt fråga teamet. Det märks.",
                "Fördela uppgifter högt på akutrummet, och börja ronden med utskrivningarna.",
                supervisor,
                signed,
                signed,
                signed,
                signed,
                supervisor);
        step(assessment, null, "DRAFT", signed);
        step(assessment, "DRAFT", "SENT", signed);
        step(assessment, "SENT", "SIGNED", signed);
        long round = round("OPEN", day.minusDays(435), talk, signed, assessment);
        for (long person : people) {
            rater(round, person, null, day.minusDays(434), true);
        }
        add(round, answers);
    }

    private void open(List<Long> people) throws SQLException {
        LocalDate asked = day.minusDays(9);
        long round = round("OPEN", day.minusDays(10), null, null, null);
        for (long person : people) {
            rater(round, person, null, asked, true);
        }
        rater(round, out.number("SELECT id FROM person WHERE username = ?", "annan.st"), null, asked, false);
        rater(round, null, "gunilla.hed@operation.example.se", asked, false);
        add(round, answers("open", people.size()));
    }

    private long round(
            String state,
            LocalDate started,
            @Nullable LocalDate talk,
            @Nullable LocalDateTime released,
            @Nullable Long assessment) {
        return out.add(
                "feedback_round",
                ROUND,
                programme,
                template,
                state,
                started.atTime(10, 0),
                started.plusDays(28),
                8,
                3,
                "{\"leadership\":\"2\",\"leadership-comment\":\"Vill bli tydligare på akutrummet.\",\"patients\":\"1\","
                        + "\"cooperation\":\"1\",\"organisation\":\"1\"}",
                "Frågar teamet",
                "Leda på akutrummet",
                talk,
                released == null ? null : supervisor,
                released,
                assessment);
    }

    private void rater(long round, @Nullable Long person, @Nullable String email, LocalDate asked, boolean answered) {
        out.add("feedback_rater", RATER, round, person, email, doctor, asked.atTime(10, 5), answered);
    }

    private record Answer(String key, String profession, String answers, String doMore, String workOn) {}

    private static List<Answer> answers(String seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Answer(
                        UUID.nameUUIDFromBytes((seed + i).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        PROFESSIONS.get(i),
                        i % 4 == 2 ? BUSY : WELL,
                        DO_MORE.get(i),
                        WORK_ON.get(i)))
                .toList();
    }

    private void add(long round, List<Answer> answers) {
        for (Answer one : answers) {
            out.link(
                    "feedback_answer",
                    ANSWER,
                    one.key(),
                    round,
                    one.profession(),
                    one.answers(),
                    one.doMore(),
                    one.workOn());
        }
    }

    private void step(long assessment, @Nullable String from, String to, LocalDateTime when) {
        out.add("state_change", STEP, "ASSESSMENT", assessment, from, to, supervisor, when, null);
    }
}
