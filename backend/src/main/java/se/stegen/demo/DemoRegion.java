package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.stegen.access.PasswordHasher;
import se.stegen.proof.Signatures;

/**
 * A fictional region on real rules: 24 clinics, 157 doctors in ST, five years of records. Everything follows from the
 * day it is made for and a fixed seed. Only for an empty database, and only when {@code --demo} asks for it.
 */
@Singleton
public class DemoRegion {
    /** Password of every named account. */
    public static final String PASSWORD = "stegen-demo";

    /** Accounts that are printed and shown on the sign-in page: username and who it is, in Swedish. */
    public static final Map<String, String> ACCOUNTS = accounts();

    private static final long SEED = 20210701;
    private static final String MARK = "demo";

    private final TransactionOperations<Connection> transactions;
    private final PasswordHasher passwords;
    private final Signatures signatures;

    DemoRegion(TransactionOperations<Connection> transactions, PasswordHasher passwords, Signatures signatures) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.signatures = signatures;
    }

    /** Whether this database was filled with the demo. */
    public boolean isPresent() {
        return transactions.executeRead(status -> {
            try {
                return new DemoWriter(status.getConnection())
                                .number("SELECT COUNT(*) FROM reference_load WHERE name = ?", MARK)
                        > 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * Fills an empty database; one with people in it is left alone.
     *
     * @param day the day that the demo is made for
     * @return whether it was filled
     */
    public boolean fill(LocalDate day) {
        return transactions.executeWrite(status -> {
            try {
                DemoWriter writer = new DemoWriter(status.getConnection());
                if (writer.number("SELECT COUNT(*) FROM person") > 0) {
                    return false;
                }
                new Filling(writer, day, passwords.hash(PASSWORD)).fill();
                signatures.transfer();
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException("The demo could not be made", e);
            }
        });
    }

    private static Map<String, String> accounts() {
        Map<String, String> accounts = new java.util.LinkedHashMap<>();
        accounts.put("st", "ST-läkare på Kirurgkliniken, Norrviken, tredje året");
        accounts.put("handledare", "huvudhandledare för st och två till");
        accounts.put("studierektor", "studierektor på Kirurgkliniken, Norrviken");
        accounts.put("verksamhetschef", "verksamhetschef på Kirurgkliniken, Norrviken");
        accounts.put("overstudierektor", "övergripande studierektor i regionen");
        accounts.put("granskare", "granskare av Kirurgkliniken, Norrviken, läser till ett visst datum");
        accounts.put("admin", "administratör");
        accounts.put("annan.st", "ST-läkare på Medicinkliniken, Norrviken");
        accounts.put("annan.handledare", "handledare på Medicinkliniken, Norrviken");
        return java.util.Collections.unmodifiableMap(accounts);
    }

    /** One filling: its random numbers, its names and what it has made so far. */
    private static final class Filling {
        private static final String PERSON = "name, email, username, password_hash, created_at";
        private static final String ROLE = "person_id, role, scope_type, scope_id, valid_from, valid_to";
        private static final String SUPERVISION = "programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed,"
                + " state, created_by, created_at, updated_at, sent_at, signed_at, signed_by";
        private static final String ASSESSMENT = "programme_id, template_id, assessor_id, observed_on, context,"
                + " competences, state, answers, overall, do_more, work_on, created_by, created_at, updated_at, sent_at,"
                + " signed_at, signed_by";
        private static final String STEP = "record_kind, record_id, from_state, to_state, actor_id, changed_at, reason";

        private final DemoWriter out;
        private final LocalDate day;
        private final DemoPlans plans;
        private final String passwordHash;
        private final Random random = new Random(SEED);
        private final Random time = new Random(SEED + 1);
        private final DemoNames names = new DemoNames(random);
        private final Map<String, Long> curricula = new HashMap<>();
        private final Map<Long, List<String>> goals = new HashMap<>();
        private final List<Long> templates = new ArrayList<>();
        private int people;

        Filling(DemoWriter out, LocalDate day, String passwordHash) {
            this.out = out;
            this.day = day;
            this.plans = new DemoPlans(out, day);
            this.passwordHash = passwordHash;
        }

        void fill() throws SQLException {
            out.startAbove(
                    "organisation",
                    "clinic",
                    "person",
                    "role_assignment",
                    "qualification",
                    "programme",
                    "post",
                    "main_supervisor",
                    "placement",
                    "leave_period",
                    "employment_rate",
                    "credit",
                    "supervision",
                    "assessment",
                    "state_change",
                    "iup_item",
                    "iup_submission");
            for (String code : List.of("mini-cex", "dops", "cbd")) {
                templates.add(out.number("SELECT MAX(id) FROM assessment_template WHERE code = ?", code));
            }
            long region = out.add(
                    "organisation",
                    "name, kind, parent_id, guideline_code",
                    "Region Norrviken",
                    "REGION",
                    null,
                    "skane-2015");
            List<Long> hospitals = new ArrayList<>();
            for (String[] h : DemoClinic.HOSPITALS) {
                hospitals.add(out.add(
                        "organisation",
                        "name, kind, parent_id, guideline_code",
                        h[0],
                        h[1],
                        region,
                        h[2].isEmpty() ? null : h[2]));
            }
            long overall = account("Ingrid Sköld", "overstudierektor");
            role(overall, "OVERALL_STUDIEREKTOR", "ORGANISATION", region, null);
            long admin = account("Rut Fjällman", "admin");
            role(admin, "ADMIN", null, null, null);
            for (int i = 0; i < DemoClinic.ALL.size(); i++) {
                DemoClinic clinic = DemoClinic.ALL.get(i);
                clinic(i, clinic, hospitals.get(clinic.hospital()));
            }
            out.link("reference_load", "name, content_hash, loaded_at", MARK, "0".repeat(64), at(day, 6));
            out.flush();
            new DemoAssessments(out, day).fill();
            new DemoLinks(out, day).fill();
            new DemoSeries(out, day).fill();
            new DemoFeedback(out, day).fill();
            new DemoCollegia(out, day).fill();
            out.execute("UPDATE supervision SET state = 'SIGNED' WHERE state = 'SENT' AND signed_at IS NOT NULL");
            out.execute("UPDATE assessment SET state = 'SIGNED' WHERE state = 'SENT' AND signed_at IS NOT NULL");
            new DemoPlacements(out, day).fill();
            new DemoYear(out, day).fill();
            new DemoTalks(out, day).fill();
            new DemoTeaching(out, day).fill();
            new DemoGuidelines(out, day).fill();
            new DemoReviews(out, day).fill();
            new DemoSurveys(out, day).fill();
            DemoGoals.fill(out, day);
        }

        private void clinic(int index, DemoClinic plan, long hospital) throws SQLException {
            long clinic = out.add(
                    "clinic", "name, organisation_id, specialty_code", plan.name(), hospital, plan.specialtyCode());
            boolean named = index == 0;
            boolean other = index == 1;
            long studierektor = named ? account("Maria Ek", "studierektor") : person();
            long head = named ? account("Henrik Strand", "verksamhetschef") : person();
            role(studierektor, "STUDIEREKTOR", "CLINIC", clinic, null);
            role(head, "CLINIC_HEAD", "CLINIC", clinic, null);
            qualify(studierektor, plan.specialtyCode(), true);
            qualify(head, plan.specialtyCode(), true);
            if (named) {
                long reviewer = account("Torsten Glimmer", "granskare");
                role(reviewer, "REVIEWER", "CLINIC", clinic, day.plusMonths(3));
            }
            List<Long> supervisors = new ArrayList<>();
            int count = Math.max(3, (plan.doctors() + 1) / 2);
            for (int s = 0; s < count; s++) {
                boolean first = s == 0;
                long supervisor = named && first
                        ? account("Johan Berg", "handledare")
                        : other && first ? account("Lena Ask", "annan.handledare") : person();
                role(supervisor, "SUPERVISOR", "CLINIC", clinic, null);
                // In a clinic that neglects its duties some supervisors were never trained to be one.
                qualify(supervisor, plan.specialtyCode(), first || random.nextDouble() < plan.quality() + 0.05);
                supervisors.add(supervisor);
            }
            for (int d = 0; d < plan.doctors(); d++) {
                doctor(plan, clinic, studierektor, d, supervisors, named && d == 0, other && d == 0);
            }
        }

        private void doctor(
                DemoClinic plan,
                long clinic,
                long studierektor,
                int number,
                List<Long> supervisors,
                boolean named,
                boolean other)
                throws SQLException {
            long person = named ? account("Anna Lind", "st") : other ? account("Erik Holm", "annan.st") : person();
            // Spread over five years, the named one in her third.
            int months = named ? 29 : other ? 20 : 1 + (number * 61 / plan.doctors() + random.nextInt(8)) % 60;
            LocalDate start = day.minusMonths(months).withDayOfMonth(1).plusDays(random.nextInt(2) * 14L);
            // The other named one began with Swedish AT done, and may still choose.
            boolean newRules = named || (start.isAfter(LocalDate.of(2021, 7, 1)) && random.nextInt(4) > 0 && !other);
            String regulation = newRules ? "2021" : "2015";
            long curriculum = curriculum(regulation, plan.specialtyCode());
            int rate = named ? 100 : random.nextInt(6) == 0 ? 80 : 100;
            long programme = out.add(
                    "programme",
                    "person_id, regulation, specialty_code, curriculum_id, start_date, planned_months",
                    person,
                    regulation,
                    plan.specialtyCode(),
                    curriculum,
                    start,
                    newRules ? 66 : 60);
            time(programme, person, start, rate, named);
            out.add("post", "programme_id, clinic_id, start_date", programme, clinic, start);
            role(person, "TRAINEE", "CLINIC", clinic, null);

            // The first supervisor of the named clinic has the first three doctors.
            long supervisor = number < 3 ? supervisors.getFirst() : supervisors.get(number % supervisors.size());
            boolean appointed = number < 3 || random.nextDouble() < plan.quality() + 0.1;
            if (appointed) {
                out.add("main_supervisor", "programme_id, person_id, valid_from", programme, supervisor, start);
            }
            List<LocalDate[]> away = named || other ? List.of() : leaves(programme, person, start);
            if (months > 12 && random.nextInt(3) == 0) {
                LocalDate from = day.minusMonths(random.nextInt(8)).withDayOfMonth(1);
                out.add(
                        "placement",
                        "programme_id, title, supervisor_id, start_date, end_date",
                        programme,
                        "Randning",
                        supervisors.getLast(),
                        from,
                        from.plusMonths(3));
            }
            double diligence = plan.quality() * (0.85 + random.nextDouble() * 0.35);
            List<String> codes = goals.getOrDefault(curriculum, List.of());
            if (named) {
                evenly(plan, programme, person, supervisor, start, codes);
                openWork(programme, person, supervisor, codes);
            } else {
                records(plan, programme, person, supervisor, supervisors, start, away, diligence, codes);
            }
            plans.plan(
                    new DemoPlans.Owner(programme, person, supervisor, studierektor, start, regulation, curriculum),
                    codes,
                    diligence,
                    named);
        }

        /** The named doctor has seven sessions and eight assessments of nine in the last year. */
        private void evenly(
                DemoClinic plan, long programme, long doctor, long supervisor, LocalDate start, List<String> codes) {
            for (LocalDate held = day.minusDays(40); held.isAfter(start); held = held.minusDays(52)) {
                supervision(plan, programme, doctor, supervisor, held, codes);
            }
            for (LocalDate observed = day.minusDays(45); observed.isAfter(start); observed = observed.minusDays(44)) {
                assessment(plan, programme, doctor, supervisor, observed, codes);
            }
        }

        /** Nine of each a year, thinned out by diligence and leaves, signed after the clinic's usual delay. */
        private void records(
                DemoClinic plan,
                long programme,
                long doctor,
                long supervisor,
                List<Long> supervisors,
                LocalDate start,
                List<LocalDate[]> away,
                double diligence,
                List<String> codes) {
            double perYear = (plan.specialtyCode().equals("allmanmedicin") ? 46 : 10) * diligence;
            double step = 365 / perYear;
            for (double d = step * (0.6 + random.nextDouble() / 2);
                    d < 2000;
                    d += step * (0.8 + random.nextDouble() * 0.4)) {
                LocalDate held = start.plusDays((long) d);
                if (!held.isBefore(day)) {
                    break;
                }
                if (isAway(held, away)) {
                    continue;
                }
                supervision(plan, programme, doctor, supervisor, held, codes);
            }
            double assessmentStep = 365 / (10 * diligence);
            for (double d = assessmentStep * (0.7 + random.nextDouble());
                    d < 2000;
                    d += assessmentStep * (0.7 + random.nextDouble() * 0.6)) {
                LocalDate observed = start.plusDays((long) d);
                if (!observed.isBefore(day)) {
                    break;
                }
                if (isAway(observed, away)) {
                    continue;
                }
                long assessor =
                        random.nextInt(3) == 0 ? supervisors.get(random.nextInt(supervisors.size())) : supervisor;
                assessment(plan, programme, doctor, assessor, observed, codes);
            }
        }

        private void supervision(
                DemoClinic plan, long programme, long doctor, long supervisor, LocalDate held, List<String> codes) {
            LocalDate signed = held.plusDays(delay(plan));
            boolean open = !signed.isBefore(day);
            LocalDateTime sentAt = at(held, 12 + random.nextInt(5));
            LocalDateTime signedAt = open ? null : at(signed, 17 + random.nextInt(4));
            long id = out.add(
                    "supervision",
                    SUPERVISION,
                    programme,
                    supervisor,
                    held,
                    random.nextInt(4) == 0,
                    DemoTexts.minutes(random),
                    DemoTexts.agreed(random),
                    "SENT",
                    doctor,
                    sentAt,
                    signedAt == null ? sentAt : signedAt,
                    sentAt,
                    signedAt,
                    open ? null : supervisor);
            link("supervision_goal", "supervision_id, goal_code", id, codes, 2);
            steps("SUPERVISION", id, doctor, supervisor, sentAt, signedAt);
        }

        private void assessment(
                DemoClinic plan, long programme, long doctor, long assessor, LocalDate observed, List<String> codes) {
            LocalDate signed = observed.plusDays(delay(plan));
            boolean open = !signed.isBefore(day);
            LocalDateTime sentAt = at(observed, 9 + random.nextInt(8));
            LocalDateTime signedAt = open ? null : at(signed, 17 + random.nextInt(4));
            long id = out.add(
                    "assessment",
                    ASSESSMENT,
                    programme,
                    templates.get(random.nextInt(templates.size())),
                    assessor,
                    observed,
                    DemoTexts.context(random),
                    random.nextInt(9) == 0 ? "LEADERSHIP" : "",
                    "SENT",
                    "{}",
                    open ? null : 2 + random.nextInt(3),
                    open ? "" : DemoTexts.doMore(random),
                    open ? "" : DemoTexts.workOn(random),
                    doctor,
                    sentAt,
                    signedAt == null ? sentAt : signedAt,
                    sentAt,
                    signedAt,
                    open ? null : assessor);
            link("assessment_goal", "assessment_id, goal_code", id, codes, 1);
            steps("ASSESSMENT", id, doctor, assessor, sentAt, signedAt);
        }

        /** What waits on the named doctor's and supervisor's home pages. */
        private void openWork(long programme, long doctor, long supervisor, List<String> codes) {
            LocalDateTime asked = at(day.minusDays(6), 11);
            long waiting = out.add(
                    "assessment",
                    ASSESSMENT,
                    programme,
                    templates.getFirst(),
                    supervisor,
                    day.minusDays(6),
                    "Akutmottagningen, buksmärta",
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
                    null);
            link("assessment_goal", "assessment_id, goal_code", waiting, codes, 1);
            steps("ASSESSMENT", waiting, doctor, supervisor, asked, null);

            LocalDateTime returned = at(day.minusDays(1), 16);
            long back = out.add(
                    "assessment",
                    ASSESSMENT,
                    programme,
                    templates.get(1),
                    supervisor,
                    day.minusDays(3),
                    "Gastroskopi, elektiv",
                    "",
                    "RETURNED",
                    "{}",
                    null,
                    "",
                    "",
                    doctor,
                    at(day.minusDays(3), 14),
                    returned,
                    at(day.minusDays(3), 14),
                    null,
                    null);
            steps("ASSESSMENT", back, doctor, supervisor, at(day.minusDays(3), 14), null);
            step("ASSESSMENT", back, "SENT", "RETURNED", supervisor, returned, "Lägg till vilket delmål den gäller.");

            LocalDateTime sent = at(day.minusDays(2), 15);
            long session = out.add(
                    "supervision",
                    SUPERVISION,
                    programme,
                    supervisor,
                    day.minusDays(2),
                    true,
                    "Gick igenom höstens operationer och vårens placering.",
                    "Anmäl till kurs i traumavård. Fler DOPS på gastroskopi.",
                    "SENT",
                    doctor,
                    sent,
                    sent,
                    sent,
                    null,
                    null);
            link("supervision_goal", "supervision_id, goal_code", session, codes, 2);
            steps("SUPERVISION", session, doctor, supervisor, sent, null);

            LocalDateTime booked = at(day.minusDays(20), 10);
            long planned = out.add(
                    "supervision",
                    SUPERVISION,
                    programme,
                    supervisor,
                    DemoYear.workday(day.plusDays(6)),
                    false,
                    "",
                    "",
                    "PLANNED",
                    doctor,
                    booked,
                    booked,
                    null,
                    null,
                    null);
            step("SUPERVISION", planned, null, "PLANNED", doctor, booked, null);
        }

        /** Part time now and then, and credits: drawn on their own, so that they change no other figure. */
        private void time(long programme, long enteredBy, LocalDate start, int rate, boolean named) {
            rate(programme, start, rate);
            if (named) {
                LocalDate from = day.plusMonths(2).withDayOfMonth(1);
                rate(programme, from, 80);
                rate(programme, from.plusMonths(8), rate);
                return;
            }
            LocalDate from = start.plusMonths(6L + time.nextInt(30)).withDayOfMonth(1);
            if (time.nextInt(5) == 0 && from.isBefore(day)) {
                rate(programme, from, time.nextBoolean() ? 75 : 50);
                rate(programme, from.plusMonths(4L + time.nextInt(9)), rate);
            }
            if (time.nextInt(7) == 0) {
                credit(programme, "DISSERTATION", 6, "Disputerade före ST", enteredBy);
            }
            if (time.nextInt(9) == 0) {
                credit(programme, "EARLIER_SERVICE", 2 + time.nextInt(5), "Vikariat med handledning", enteredBy);
            }
        }

        private void rate(long programme, LocalDate from, int rate) {
            out.add("employment_rate", "programme_id, valid_from, rate", programme, from, rate);
        }

        private void credit(long programme, String kind, int months, String note, long enteredBy) {
            out.add(
                    "credit",
                    "programme_id, kind, months, days, note, entered_by",
                    programme,
                    kind,
                    months,
                    0,
                    note,
                    enteredBy);
        }

        private List<LocalDate[]> leaves(long programme, long doctor, LocalDate start) {
            List<LocalDate[]> away = new ArrayList<>();
            int kind = random.nextInt(10);
            if (kind < 2) {
                LocalDate from = start.plusMonths(3 + random.nextInt(40));
                if (from.isBefore(day)) {
                    LocalDate to = from.plusMonths(5 + random.nextInt(5));
                    away.add(new LocalDate[] {from, to});
                    leave(programme, doctor, from, to, 100, "Föräldraledig");
                }
            } else if (kind == 2) {
                LocalDate from = start.plusMonths(2 + random.nextInt(20));
                leave(programme, doctor, from, from.plusMonths(6), 20, "Föräldraledig på deltid");
            } else if (kind == 3) {
                LocalDate from = day.minusDays(60L + random.nextInt(200));
                if (from.isAfter(start)) {
                    LocalDate to = from.plusDays(6);
                    away.add(new LocalDate[] {from, to});
                    leave(programme, doctor, from, to, 100, "Sjuk");
                }
            }
            return away;
        }

        private void leave(long programme, long doctor, LocalDate from, LocalDate to, int extent, String reason) {
            out.add(
                    "leave_period",
                    "programme_id, start_date, end_date, extent, reason, entered_by",
                    programme,
                    from,
                    to,
                    extent,
                    reason,
                    doctor);
        }

        private static boolean isAway(LocalDate date, List<LocalDate[]> away) {
            return away.stream().anyMatch(a -> !date.isBefore(a[0]) && !date.isAfter(a[1]));
        }

        private int delay(DemoClinic plan) {
            int usual = random.nextInt(2 * plan.delayDays() + 1);
            return random.nextInt(12) == 0 ? usual + 20 + random.nextInt(20) : usual;
        }

        private void link(String table, String columns, long id, List<String> codes, int most) {
            if (codes.isEmpty()) {
                return;
            }
            int first = random.nextInt(codes.size());
            for (int i = 0; i <= random.nextInt(most); i++) {
                out.link(table, columns, id, codes.get((first + i * 7) % codes.size()));
            }
        }

        private void steps(
                String kind,
                long id,
                long doctor,
                long supervisor,
                LocalDateTime sentAt,
                @Nullable LocalDateTime signedAt) {
            step(kind, id, null, "DRAFT", doctor, sentAt.minusMinutes(4), null);
            step(kind, id, "DRAFT", "SENT", doctor, sentAt, null);
            if (signedAt != null) {
                step(kind, id, "SENT", "SIGNED", supervisor, signedAt, null);
            }
        }

        private void step(
                String kind,
                long id,
                @Nullable String from,
                String to,
                long actor,
                LocalDateTime when,
                @Nullable String reason) {
            out.add("state_change", STEP, kind, id, from, to, actor, when, reason);
        }

        private long curriculum(String regulation, String specialty) throws SQLException {
            String key = regulation + specialty;
            Long known = curricula.get(key);
            if (known != null) {
                return known;
            }
            long id = out.number(
                    "SELECT id FROM curriculum WHERE regulation = ? AND specialty_code = ? ORDER BY number DESC LIMIT 1",
                    regulation,
                    specialty);
            curricula.put(key, id);
            goals.put(id, out.texts("SELECT code FROM goal WHERE curriculum_id = ? ORDER BY sort_order", id));
            return id;
        }

        private long account(String name, String username) {
            return person(names.reserve(name), username, passwordHash);
        }

        private long person() {
            return person(names.next(), String.format("demo%03d", ++people), null);
        }

        private long person(String name, String username, @Nullable String hash) {
            return out.add(
                    "person", PERSON, name, username + "@norrviken.example", username, hash, at(day.minusYears(5), 8));
        }

        private void role(
                long person, String role, @Nullable String scope, @Nullable Long scopeId, @Nullable LocalDate to) {
            out.add("role_assignment", ROLE, person, role, scope, scopeId, day.minusYears(6), to);
        }

        private void qualify(long person, String specialty, boolean trained) {
            LocalDate specialist = day.minusYears(6L + random.nextInt(15)).minusDays(random.nextInt(300));
            out.add(
                    "qualification",
                    "person_id, kind, specialty_code, obtained_on",
                    person,
                    "SPECIALIST",
                    specialty,
                    specialist);
            if (trained) {
                out.add(
                        "qualification",
                        "person_id, kind, specialty_code, obtained_on",
                        person,
                        "SUPERVISOR_TRAINING",
                        null,
                        day.minusYears(1L + random.nextInt(6)).minusDays(random.nextInt(300)));
            }
        }

        private static LocalDateTime at(LocalDate date, int hour) {
            return date.atTime(hour, 0);
        }
    }
}
