package se.stegen.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.invitation.InvitationService;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The weekly digest: once, in numbers, and what has waited long goes to the studierektor. */
class ReminderTest {
    private static final String SECRET = "Hemliga minuter åäö";

    private final ReminderJob job = TestProgram.bean(ReminderJob.class);
    private final ReminderService service = TestProgram.bean(ReminderService.class);
    private final SupervisionService sessions = TestProgram.bean(SupervisionService.class);
    private final EscalationService escalations = TestProgram.bean(EscalationService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final LocalDate monday = today.with(DayOfWeek.MONDAY).plusWeeks(1);

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor supervisor;
    private Actor studierektor;

    @BeforeEach
    void aDoctorAndASupervisor() {
        // Whoever else is in the database is not reminded here.
        Fixtures.execute("UPDATE person SET wants_digest = FALSE");
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor Hemlig");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        supervisor = Fixtures.actor(Role.SUPERVISOR, clinic);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @AfterEach
    void everybodyAgain() {
        Fixtures.execute("UPDATE person SET wants_digest = TRUE");
    }

    @Test
    void numbersAndKindsOnceAWeekAndNothingOfAPortfolio() {
        send();
        send();
        job.run(at(monday));
        job.run(at(monday));
        job.run(at(monday.plusDays(3)));
        assertEquals(1, mails(supervisor));
        String body = body(supervisor);
        assertTrue(body.contains("2 samtal väntar på din signatur"), body);
        assertFalse(body.contains(SECRET) || body.contains("Doktor Hemlig"), body);
        assertEquals(0, mails(studierektor), "nothing waits there");
        job.run(at(monday.plusWeeks(1)));
        assertEquals(2, mails(supervisor));
    }

    @Test
    void whoWasDownOnMondaySendsOnTuesdayAndNobodyBeforeHalfPastSix() {
        send();
        job.run(monday.plusDays(1).atTime(6, 29).atZone(Today.SWEDEN));
        assertEquals(0, mails(supervisor));
        job.run(at(monday.plusDays(1)));
        assertEquals(1, mails(supervisor));
    }

    @Test
    void theDayTheKindsAndTheSwitchAreEverybodysOwn() {
        send();
        service.save(supervisor, new ReminderSettings(true, DayOfWeek.WEDNESDAY, false, true, true, true));
        job.run(at(monday));
        job.run(at(monday.plusDays(2)));
        assertEquals(0, mails(supervisor), "kind is off");
        service.save(supervisor, new ReminderSettings(true, DayOfWeek.WEDNESDAY, true, true, true, true));
        job.run(at(monday.plusWeeks(1)));
        assertEquals(0, mails(supervisor), "not the day");
        job.run(at(monday.plusWeeks(1).plusDays(2)));
        assertEquals(1, mails(supervisor));
        service.save(supervisor, new ReminderSettings(false, DayOfWeek.WEDNESDAY, true, true, true, true));
        job.run(at(monday.plusWeeks(2).plusDays(2)));
        assertEquals(1, mails(supervisor));
        assertFalse(service.settings(supervisor).on());
    }

    @Test
    void theLinkInTheMailStopsItWithoutSignIn() {
        send();
        job.run(at(monday));
        Matcher stop = Pattern.compile("/stop/([\\w-]+)").matcher(body(supervisor));
        assertTrue(stop.find());
        TestProgram.bean(InvitationService.class).stop(stop.group(1));
        assertFalse(service.settings(supervisor).on());
        job.run(at(monday.plusWeeks(1)));
        assertEquals(1, mails(supervisor));
    }

    @Test
    void manyAtOnceSendOne() throws Exception {
        send();
        Reminders reminders = TestProgram.bean(Reminders.class);
        List<Object> refused = List.copyOf(AtOnce.refusals(
                () -> {
                    reminders.send(supervisor.personId(), DayOfWeek.MONDAY, monday);
                    return true;
                },
                () -> {
                    reminders.send(supervisor.personId(), DayOfWeek.MONDAY, monday);
                    return true;
                }));
        assertEquals(List.of(), refused);
        assertEquals(1, mails(supervisor));
    }

    @Test
    void whatFailsForOneIsNoMatterOfTheOthersAndIsTriedAgain() {
        send();
        Actor other = Fixtures.actor(Role.SUPERVISOR, clinic);
        SupervisionData withOther = new SupervisionData(today, other.personId(), false, List.of(), SECRET, "");
        sessions.send(
                doctor, sessions.create(doctor, programme, withOther, false).id(), null);
        // The earlier of the two is the one whose mail the database does not take.
        Fixtures.execute("CREATE TRIGGER reminder_test_refused BEFORE INSERT ON outbox_mail FOR EACH ROW BEGIN"
                + " IF NEW.recipient = '" + email(supervisor) + "' THEN SIGNAL SQLSTATE '45000'; END IF; END");
        try {
            job.run(at(monday));
        } finally {
            Fixtures.execute("DROP TRIGGER reminder_test_refused");
        }
        assertEquals(0, mails(supervisor));
        assertEquals(1, mails(other));
        job.run(at(monday));
        assertEquals(1, mails(supervisor));
        assertEquals(1, mails(other));
    }

    @Test
    void whatHasWaitedLongIsToldInNumbersAndShownByName() {
        long sent = send();
        job.run(at(monday));
        assertEquals(0, mails(studierektor));
        Fixtures.execute("UPDATE supervision SET sent_at = DATE_SUB(sent_at, INTERVAL 15 DAY) WHERE id = ?", sent);
        job.run(at(monday.plusWeeks(1)));
        String body = body(studierektor);
        assertTrue(body.contains(": ett ärende har väntat längre än 14 dagar"), body);
        assertTrue(body.contains("/clinic/" + clinic), body);
        assertFalse(body.contains("Doktor Hemlig"), body);
        Escalation escalation = escalations.ofClinic(studierektor, clinic);
        assertEquals(14, escalation.days());
        Escalation.Item item = escalation.items().getFirst();
        assertEquals(EscalatedKind.SUPERVISION_TO_SIGN, item.kind());
        assertEquals("Doktor Hemlig", item.doctorName());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> escalations.ofClinic(supervisor, clinic));
        TestProgram.refused(
                ProblemCode.FORBIDDEN, () -> escalations.ofClinic(Fixtures.actor(Role.REVIEWER, clinic), clinic));
    }

    /** A guideline of three days above the clinic. */
    private void threeDays() {
        String code = Fixtures.unique("g");
        Fixtures.execute(
                "INSERT INTO guideline_profile (code, valid_from, name, source, iup_approvers, escalation_days, green_from,"
                        + " yellow_from, holiday_weeks, general_competence) SELECT ?, '2020-01-01', 'x', 'x', iup_approvers,"
                        + " 3, green_from, yellow_from, holiday_weeks, general_competence FROM guideline_profile LIMIT 1",
                code);
        Fixtures.execute(
                "UPDATE organisation SET guideline_code = ? WHERE id = (SELECT organisation_id FROM clinic WHERE id = ?)",
                code,
                clinic);
    }

    @Test
    void theDaysAreThoseOfTheGuidelineAboveTheClinic() {
        threeDays();
        assertEquals(3, escalations.ofClinic(studierektor, clinic).days());
    }

    @Test
    void eachClinicIsCountedByItsOwnDays() {
        threeDays();
        long other = Fixtures.clinic();
        Fixtures.role(studierektor.personId(), Role.STUDIEREKTOR, other);
        Actor both = Fixtures.actor(studierektor.personId());
        long here = send();
        long elsewhere = Fixtures.programme(Fixtures.person("Doktor Annan"), other, today.minusYears(1));
        long there = Fixtures.insert(
                "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                        + " created_by, created_at, updated_at, sent_at) SELECT ?, supervisor_id, held_on, iup_reviewed,"
                        + " minutes, agreed, state, created_by, created_at, updated_at, sent_at FROM supervision"
                        + " WHERE id = ?",
                elsewhere,
                here);
        Fixtures.execute(
                "UPDATE supervision SET sent_at = DATE_SUB(sent_at, INTERVAL 5 DAY) WHERE id IN (?, ?)", here, there);
        assertEquals(
                List.of(clinic + " 1 3"),
                escalations.counts(both).stream()
                        .map(one -> one.clinicId() + " " + one.waiting() + " " + one.days())
                        .toList());
        Fixtures.execute("UPDATE supervision SET sent_at = DATE_SUB(sent_at, INTERVAL 10 DAY) WHERE id = ?", there);
        assertEquals(2, escalations.counts(both).size());
        assertEquals(14, escalations.ofClinic(both, other).days());
    }

    private long send() {
        return sessions.send(
                        doctor,
                        sessions.create(doctor, programme, data(), false).id(),
                        null)
                .id();
    }

    private SupervisionData data() {
        return new SupervisionData(today, supervisor.personId(), false, List.of(), SECRET, "");
    }

    private static ZonedDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(6, 30)).atZone(Today.SWEDEN);
    }

    private static String email(Actor actor) {
        return Fixtures.text("SELECT email FROM person WHERE id = ?", actor.personId());
    }

    private static long mails(Actor actor) {
        return Fixtures.number("SELECT COUNT(*) FROM outbox_mail WHERE recipient = ?", email(actor));
    }

    private static String body(Actor actor) {
        return Fixtures.text(
                "SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1", email(actor));
    }

    @Test
    void theTalksAndCollegiaThatWaitAreToldAndNoSupportPlanIsNamed() {
        long asked = Fixtures.person("Specialist");
        long collegium = Fixtures.insert(
                "INSERT INTO collegium (clinic_id, meets_on, state, created_by, created_at) VALUES (?, ?, 'PLANNED', ?, NOW(6))",
                clinic,
                today.plusDays(20),
                studierektor.personId());
        Fixtures.insert(
                "INSERT INTO collegium_trainee (collegium_id, programme_id) VALUES (?, ?)", collegium, programme);
        Fixtures.insert(
                "INSERT INTO collegium_specialist (collegium_id, person_id, asked_at) VALUES (?, ?, NOW(6))",
                collegium,
                asked);
        long plan = Fixtures.insert(
                "INSERT INTO support_plan (programme_id, state, reason, plan_changes, efforts, demands, opened_on,"
                        + " opened_by, updated_at) VALUES (?, 'OPEN', 'x', '', '', '', ?, ?, NOW(6))",
                programme,
                today,
                studierektor.personId());
        Fixtures.insert(
                "INSERT INTO support_plan_follow_up (support_plan_id, due_on, result) VALUES (?, ?, '')", plan, today);
        job.run(monday.atTime(7, 0).atZone(Today.SWEDEN));
        assertTrue(body(asked).contains("Ett kollegium väntar på dina korta svar"), body(asked));
        assertTrue(body(doctor.personId()).contains("Din egen skattning inför kollegiet väntar"));
        String leads = body(studierektor.personId());
        assertTrue(leads.contains("En uppföljning väntar på resultat"), leads);
        assertFalse(leads.toLowerCase(java.util.Locale.ROOT).contains("åtgärdsplan"), leads);
    }

    private static String body(long person) {
        return Fixtures.text(
                "SELECT m.body_text FROM outbox_mail m JOIN person p ON p.email = m.recipient WHERE p.id = ?"
                        + " ORDER BY m.id DESC LIMIT 1",
                person);
    }
}
