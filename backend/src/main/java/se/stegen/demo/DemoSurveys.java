package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import se.stegen.common.Today;
import se.stegen.survey.RespondentGroup;
import se.stegen.survey.Statement;
import se.stegen.survey.Statements;

/**
 * A round of surveys at six clinics that has closed, an earlier one at the clinic of the named accounts, and that clinic's
 * self-evaluation under way. None is open: nothing waits for anybody.
 */
final class DemoSurveys {
    private static final int CLINICS = 6;
    private static final long SEED = 20261101;
    private static final int PERCENT = 100;
    private static final int ANSWERING = 80;
    private static final List<String> WORDS = List.of(
            "Handledningen blir av när den står i schemat.",
            "Mer tid för självstudier, gärna en fast halvdag i månaden.",
            "Bra klimat på ronden. Återkopplingen får gärna bli skriftlig.",
            "Introduktionen behöver en uppdatering.",
            "Kollegiet ger mig något att arbeta vidare med.",
            "Det är svårt att hinna med kvalitetsarbetet.");

    private final DemoWriter out;
    private final LocalDate day;
    private final Random random = new Random(SEED);

    DemoSurveys(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill() throws SQLException {
        out.startAbove("survey_round", "survey", "self_evaluation");
        long named = out.number(
                "SELECT id FROM clinic WHERE name = ?",
                DemoClinic.ALL.getFirst().name());
        long opener = out.number("SELECT id FROM person WHERE username = 'overstudierektor'");
        survey(round(opener, day.minusYears(1)), named, day.minusYears(1), 55);
        LocalDate last = day.minusDays(12);
        long round = round(opener, last);
        int made = 0;
        for (String id : out.texts("SELECT id FROM clinic ORDER BY id")) {
            if (made < CLINICS) {
                survey(round, Long.parseLong(id), last, 65 + 2 * made);
                made++;
            }
        }
        selfEvaluation(named);
        out.flush();
    }

    private long round(long opener, LocalDate closed) {
        return out.add(
                "survey_round",
                "edition, opened_by, created_at",
                Statements.EDITION,
                opener,
                Today.startOf(closed.minusWeeks(3)).plusHours(9));
    }

    /** A closed survey in which most have answered, and agree as often as that, the leading ones more often. */
    private void survey(long round, long clinic, LocalDate closed, int agreeing) throws SQLException {
        long survey = out.add(
                "survey",
                "round_id, clinic_id, state, opens_on, closes_on, remind_on, invited, reminded",
                round,
                clinic,
                "CLOSED",
                closed.minusWeeks(3),
                closed,
                closed.minusWeeks(1),
                true,
                true);
        Set<Long> asked = new HashSet<>();
        for (Map.Entry<RespondentGroup, List<Long>> group : members(clinic).entrySet()) {
            for (long person : group.getValue()) {
                if (asked.add(person)) {
                    boolean answers = random.nextInt(PERCENT) < ANSWERING;
                    out.link(
                            "survey_invitee",
                            "survey_id, person_id, respondent_group, answered",
                            survey,
                            person,
                            group.getKey().name(),
                            answers);
                    if (answers) {
                        answer(
                                survey,
                                group.getKey(),
                                group.getKey() == RespondentGroup.TRAINEE ? agreeing : agreeing + 12);
                    }
                }
            }
        }
    }

    private void answer(long survey, RespondentGroup group, int agreeing) {
        for (Statement statement : Statements.of(Statements.EDITION, group)) {
            int chance = agreeing + statement.code().hashCode() % 25;
            int answer = random.nextInt(PERCENT) < chance ? 3 + random.nextInt(2) : random.nextInt(3);
            out.link(
                    "survey_answer",
                    "id, survey_id, respondent_group, statement, answer",
                    key(),
                    survey,
                    group.name(),
                    statement.code(),
                    answer);
        }
        if (random.nextInt(3) == 0) {
            out.link(
                    "survey_comment",
                    "id, survey_id, respondent_group, text",
                    key(),
                    survey,
                    group.name(),
                    WORDS.get(random.nextInt(WORDS.size())));
        }
    }

    private String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Map<RespondentGroup, List<Long>> members(long clinic) throws SQLException {
        Map<RespondentGroup, List<Long>> members = new EnumMap<>(RespondentGroup.class);
        for (RespondentGroup role : List.of(RespondentGroup.CLINIC_HEAD, RespondentGroup.STUDIEREKTOR)) {
            members.put(
                    role,
                    ids(
                            "SELECT DISTINCT person_id FROM role_assignment WHERE role = ? AND scope_type = 'CLINIC'"
                                    + " AND scope_id = ? ORDER BY person_id",
                            role.name(),
                            clinic));
        }
        members.put(
                RespondentGroup.SUPERVISOR,
                ids(
                        "SELECT DISTINCT m.person_id FROM main_supervisor m JOIN post o ON o.programme_id = m.programme_id"
                                + " WHERE o.clinic_id = ? AND o.end_date IS NULL AND m.valid_to IS NULL ORDER BY m.person_id",
                        clinic));
        members.put(
                RespondentGroup.TRAINEE,
                ids(
                        "SELECT DISTINCT p.person_id FROM programme p JOIN post o ON o.programme_id = p.id"
                                + " WHERE o.clinic_id = ? AND o.start_date <= ? AND o.end_date IS NULL ORDER BY p.person_id",
                        clinic,
                        day));
        return members;
    }

    private List<Long> ids(String sql, Object... values) throws SQLException {
        List<Long> ids = new ArrayList<>();
        for (String id : out.texts(sql, values)) {
            ids.add(Long.parseLong(id));
        }
        return ids;
    }

    private void selfEvaluation(long clinic) throws SQLException {
        long studierektor = out.number("SELECT id FROM person WHERE username = 'studierektor'");
        long evaluation = out.add(
                "self_evaluation",
                "clinic_id, regulations, state, owner_id, started_by, started_at",
                clinic,
                "2015,2021",
                "OPEN",
                studierektor,
                studierektor,
                Today.startOf(day.minusDays(8)).plusHours(10));
        say(evaluation, studierektor, "A1", "MET", "Regionens riktlinjer gäller och finns på intranätet.");
        say(evaluation, studierektor, "A2", "MET", "");
        say(evaluation, studierektor, "A3", "PARTLY", "Endoskopin räcker inte till alla. Ett byte planeras.");
        say(evaluation, studierektor, "B1", "MET", "");
        say(evaluation, studierektor, "B9", "NOT_MET", "Ingen fortbildning för handledare sedan två år.");
        say(evaluation, studierektor, "E1", "PARTLY", "Samtalen ställs in under sommaren.");
        say(evaluation, studierektor, "E2", "MET", "");
        say(evaluation, studierektor, "F6", null, "Kursplanen ritas om i vår.");
    }

    private void say(long evaluation, long person, String item, @Nullable String judgement, String text) {
        out.link(
                "self_evaluation_answer",
                "self_evaluation_id, item_code, judgement, text, changed_by, changed_at, version",
                evaluation,
                item,
                judgement,
                text,
                person,
                Today.startOf(day.minusDays(3)).plusHours(13),
                1);
    }
}
