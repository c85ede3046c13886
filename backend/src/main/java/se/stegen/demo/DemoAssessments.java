package se.stegen.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Assessments on more than three forms, a form of the named clinic's own, one of procedures with a körkort, and a
 * guideline that asks for general competences. Works on what the region has written but not signed yet, and follows from
 * it without random numbers.
 */
final class DemoAssessments {
    private static final String CLINIC = "Kirurgkliniken, Norrviken";
    private static final String TEMPLATE = "code, version, clinic_id, kind, name, name_en, formal, competences,"
            + " overall_steps, definition, published_by, published_at";
    private static final String DRAFT =
            "clinic_id, code, kind, name, formal, competences, definition, updated_by, updated_at";
    private static final String ASSESSMENT = "programme_id, template_id, assessor_id, observed_on, context,"
            + " competences, state, answers, overall, do_more, work_on, created_by, created_at, updated_at, sent_at,"
            + " signed_at, signed_by";
    private static final String STEP = "record_kind, record_id, from_state, to_state, actor_id, changed_at, reason";

    /** The forms that show a general competence, one assessment in every so many. */
    private static final List<String> SHOWING =
            List.of("leadership", "teaching", "supervising", "journal-club", "quality-work");

    private static final List<String> ALSO = List.of("sit-in", "presentation");
    private static final int OFTEN = 9;
    private static final int SELDOM = 19;

    /** What the named doctor was assessed on in the last year, newest first; nothing of it shows science. */
    private static final List<String> NAMED =
            List.of("mini-cex", "leadership", "dops", "teaching", "mini-cex", "quality-work", "dops", "supervising");

    private static final int NAMED_COMMUNICATION = 4;

    private static final String ROUND = """
            {"format":1,"sections":[{"code":"s1","heading":"Ronden","help":"Hela ronden, eller minst tre patienter.","fields":[
            {"code":"f1","label":"Var förberedd","type":"SCALE","required":false,"options":[
             {"value":"1","label":"Inte än","help":"Läser på vid dörren"},{"value":"2","label":"Delvis"},
             {"value":"3","label":"Ja","help":"Vet vad varje patient väntar på"},{"value":"0","label":"Ej observerat"}]},
            {"code":"f2","label":"Höll tiden","type":"SCALE","required":false,"options":[
             {"value":"1","label":"Inte än"},{"value":"2","label":"Delvis"},{"value":"3","label":"Ja"},
             {"value":"0","label":"Ej observerat"}]},
            {"code":"f3","label":"Vad drog ut på tiden?","type":"TEXT","required":true,"options":[],
             "when":{"field":"f2","value":"1"}}]},
            {"code":"s2","heading":"Teamet","fields":[
            {"code":"f4","label":"Vilka var med?","type":"MULTI","required":false,"options":[
             {"value":"1","label":"Sjuksköterska"},{"value":"2","label":"Undersköterska"},{"value":"3","label":"Student"}]},
            {"code":"f5","label":"Lät andra komma till tals","type":"SCALE","required":false,"options":[
             {"value":"1","label":"Inte än"},{"value":"2","label":"Delvis"},{"value":"3","label":"Ja"},
             {"value":"0","label":"Ej observerat"}]}]}],
            "overall":{"label":"Kan ST-läkaren leda ronden?","steps":[
             {"value":"1","label":"Inte än"},{"value":"2","label":"Med specialist bredvid"},
             {"value":"3","label":"Med specialist på telefon"}]},"procedures":[]}
            """;

    private static final String LICENCE = """
            {"format":1,"sections":[{"code":"s1","heading":"","fields":[
            {"code":"technique","label":"Teknik","type":"SCALE","required":false,"options":[
             {"value":"1","label":"Behöver utvecklas"},{"value":"2","label":"Godtagbar"},{"value":"3","label":"God"},
             {"value":"0","label":"Ej observerat"}]}]}],
            "overall":{"steps":[
             {"value":"1","label":"Har observerat","labelEn":"Has observed",
              "help":"Ser på eller assisterar","helpEn":"Watches or assists"},
             {"value":"2","label":"Utför med direkt handledning","labelEn":"Performs with direct supervision",
              "help":"Handledaren är med och leder vid behov","helpEn":"The supervisor is present and guides where needed"},
             {"value":"3","label":"Utför med handledare tillgänglig","labelEn":"Performs with supervisor available",
              "help":"Handledaren kan nås men är inte med","helpEn":"The supervisor can be reached but is not present"},
             {"value":"4","label":"Utför självständigt","labelEn":"Performs independently",
              "help":"Klarar även det som inte går som väntat","helpEn":"Manages the unexpected, too"}]},
            "procedures":[
             {"code":"gastroskopi","name":"Gastroskopi","nameEn":"Gastroscopy","levels":[{"step":2,"count":20},{"step":4,"count":10}]},
             {"code":"appendektomi","name":"Laparoskopisk appendektomi","nameEn":"Laparoscopic appendectomy",
              "levels":[{"step":2,"count":6},{"step":3,"count":3}]},
             {"code":"ljumskbrack","name":"Öppet ljumskbråck","nameEn":"Open inguinal hernia","levels":[{"step":2,"count":10}]}]}
            """;

    private final DemoWriter out;
    private final LocalDate day;

    DemoAssessments(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    /** Writes after the region and before its records are signed. */
    void fill() throws SQLException {
        long clinic = out.number("SELECT id FROM clinic WHERE name = ?", CLINIC);
        vary(clinic);
        named();
        forms(clinic);
        out.flush();
    }

    private void vary(long clinic) throws SQLException {
        for (int i = 0; i < SHOWING.size(); i++) {
            spread(SHOWING.get(i), OFTEN, i, "=", clinic);
            spread(SHOWING.get(i), SELDOM, i, "<>", clinic);
        }
        for (int i = 0; i < ALSO.size(); i++) {
            spread(ALSO.get(i), SELDOM, SHOWING.size() + i, "<>", clinic);
        }
        out.execute(
                "UPDATE assessment SET competences = 'COMMUNICATION' WHERE signed_at IS NOT NULL AND competences = ''"
                        + " AND MOD(id, ?) = ?",
                OFTEN,
                SHOWING.size());
    }

    private void spread(String code, int every, int which, String at, long clinic) throws SQLException {
        out.execute(
                "UPDATE assessment a JOIN post o ON o.programme_id = a.programme_id AND o.clinic_id " + at + " ?"
                        + " SET a.template_id = ? WHERE a.signed_at IS NOT NULL AND MOD(a.id, ?) = ?",
                clinic,
                template(code),
                every,
                which);
    }

    private long template(String code) throws SQLException {
        return out.number("SELECT MAX(id) FROM assessment_template WHERE code = ?", code);
    }

    private void named() throws SQLException {
        List<String> ids = out.texts(
                "SELECT a.id FROM assessment a JOIN programme p ON p.id = a.programme_id JOIN person d"
                        + " ON d.id = p.person_id WHERE d.username = 'st' AND a.signed_at IS NOT NULL"
                        + " AND a.observed_on > ? ORDER BY a.observed_on DESC",
                day.minusYears(1));
        for (int i = 0; i < Math.min(ids.size(), NAMED.size()); i++) {
            out.execute(
                    "UPDATE assessment SET template_id = ?, competences = ? WHERE id = ?",
                    template(NAMED.get(i)),
                    i == NAMED_COMMUNICATION ? "COMMUNICATION" : "",
                    ids.get(i));
        }
    }

    private void forms(long clinic) throws SQLException {
        long studierektor = out.number("SELECT id FROM person WHERE username = 'studierektor'");
        out.startAbove("assessment_template", "template_draft");
        form(clinic, studierektor, "aterkoppling-efter-rond", "Återkoppling efter rond", "ASSESSMENT", true, 3, ROUND);
        long licence =
                form(clinic, studierektor, "korkort-kirurgi", "Körkort, kirurgi", "PROCEDURE", false, 4, LICENCE);
        long doctor = out.number("SELECT id FROM person WHERE username = 'st'");
        long programme = out.number("SELECT id FROM programme WHERE person_id = ?", doctor);
        long assessor = out.number("SELECT id FROM person WHERE username = 'handledare'");
        for (int i = 0; i < 23; i++) {
            record(
                    programme,
                    doctor,
                    assessor,
                    licence,
                    "gastroskopi",
                    day.minusDays(20L + 15L * i),
                    i < 7 ? 4 : i < 14 ? 3 : 2);
        }
        for (int i = 0; i < 6; i++) {
            record(programme, doctor, assessor, licence, "appendektomi", day.minusDays(33L + 40L * i), i < 4 ? 3 : 2);
        }
    }

    private long form(
            long clinic,
            long studierektor,
            String word,
            String name,
            String kind,
            boolean formal,
            int steps,
            String definition) {
        String code = "k" + clinic + "-" + word;
        LocalDateTime published = day.minusMonths(20).atTime(9, 0);
        out.add("template_draft", DRAFT, clinic, code, kind, name, formal, "", definition, studierektor, published);
        return out.add(
                "assessment_template",
                TEMPLATE,
                code,
                1,
                clinic,
                kind,
                name,
                name,
                formal,
                "",
                steps,
                definition,
                studierektor,
                published);
    }

    private void record(
            long programme,
            long doctor,
            long assessor,
            long template,
            String procedure,
            LocalDate observed,
            int overall) {
        LocalDateTime sent = observed.atTime(11, 0);
        LocalDateTime signed = observed.atTime(15, 0);
        long id = out.add(
                "assessment",
                ASSESSMENT,
                programme,
                template,
                assessor,
                observed,
                "",
                "",
                "SENT",
                "{\"procedure\":\"" + procedure + "\",\"technique\":\"" + Math.min(overall, 3) + "\"}",
                overall,
                overall > 3 ? "Van hand och lugn." : "Tog sig tid att orientera sig.",
                overall > 3 ? "" : "Håll blicken på målet hela vägen ned.",
                doctor,
                sent,
                signed,
                sent,
                signed,
                assessor);
        step(id, null, "DRAFT", doctor, sent.minusMinutes(3));
        step(id, "DRAFT", "SENT", doctor, sent);
        step(id, "SENT", "SIGNED", assessor, signed);
    }

    private void step(
            long id, @io.micronaut.core.annotation.Nullable String from, String to, long actor, LocalDateTime when) {
        out.add("state_change", STEP, "ASSESSMENT", id, from, to, actor, when, null);
    }
}
