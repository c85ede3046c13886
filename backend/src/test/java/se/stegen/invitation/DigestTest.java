package se.stegen.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Reminder digests: when they go, what they say, and that one tap stops them. */
class DigestTest {
    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final InvitationService invitations = TestProgram.bean(InvitationService.class);
    private final DigestJob job = TestProgram.bean(DigestJob.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private Actor doctor;
    private Actor colleague;
    private long programme;
    private String email = "";
    private String network = "";

    @BeforeEach
    void aDoctorWhoAsks() {
        // Other tests' requests are no matter here.
        Fixtures.execute("UPDATE assessment SET state = 'EXPIRED' WHERE state = 'SENT'");
        long clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        colleague = Fixtures.actor(Role.SUPERVISOR, clinic);
        email = "anna.svensson@" + Fixtures.unique("sjukhus") + ".se";
        network = Fixtures.unique("10.0.0.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, , , false", // three days
        "2026-11-18, , , true", // four days
        "2026-11-10, 2026-11-20, , false",
        "2026-11-10, 2026-11-19, , true",
        "2026-11-10, , 2026-11-12, false",
    })
    void whenOneIsDue(LocalDate sent, @Nullable LocalDate last, @Nullable LocalDate stopped, boolean due) {
        assertEquals(
                due,
                DigestRules.due(List.of(sent.atTime(9, 0)), noon(last), noon(stopped), LocalDate.of(2026, 11, 22)));
    }

    private static @Nullable LocalDateTime noon(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(12, 0);
    }

    @Test
    void withoutAccountFreshLinksAndAStopLinkThatWorksWithoutSignIn() {
        long one = ask(null, email);
        long two = ask(null, email);
        String before = find("/assess/([\\w-]+)");
        waited(one, 5);
        waited(two, 1);
        job.send(today);
        assertEquals(3, mails(email));
        String mail = body(email);
        assertTrue(mail.contains("2 bedömningar väntar"), mail);
        assertTrue(mail.contains("väntar sedan 5 dagar"), mail);
        assertInstanceOf(Invitation.Open.class, invitations.look(before, network), "the former link works on");
        assertInstanceOf(Invitation.Open.class, invitations.look(find("/assess/([\\w-]+)"), network));
        job.send(today);
        assertEquals(3, mails(email), "at most one in three days");

        String stop = find("/stop/([\\w-]+)");
        assertFalse(invitations.stopped(stop, network));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND stop_url LIKE ?",
                        email,
                        "%/stop/" + stop));
        invitations.stop(stop);
        assertTrue(invitations.stopped(stop, network));
        job.send(today.plusDays(4));
        assertEquals(3, mails(email));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> invitations.stop("påhittad"));
    }

    /** One digest a week of everything instead: package {@code reminder}. */
    @Test
    void whoHasAnAccountGetsNoneOfThese() {
        String address = Fixtures.text("SELECT email FROM person WHERE id = ?", colleague.personId());
        waited(ask(colleague.personId(), null), 9);
        job.send(today);
        assertEquals(0, mails(address));
    }

    @Test
    void whatChangedSinceTheJobBeganIsLeftOut() {
        long withdrawn = ask(null, email);
        long forwarded = ask(null, email);
        long open = ask(null, email);
        for (long id : List.of(withdrawn, forwarded, open)) {
            waited(id, 5);
        }
        Digests digests = TestProgram.bean(Digests.class);
        List<DigestQuery.OpenRow> seen = TestProgram.bean(DigestQuery.class).open();
        assertEquals(3, seen.size());
        assessments.withdraw(doctor, withdrawn, "Fel kollega");
        assessments.forward(doctor, forwarded, null, Assessor.person(colleague.personId()), null);
        digests.send(email, seen, today);
        assertTrue(body(email).contains("En bedömning väntar"), body(email));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM assessment_link WHERE assessment_id IN (?, ?) AND closed_at IS NULL",
                        withdrawn,
                        forwarded));
        long before = mails(email);
        assessments.withdraw(doctor, open, "Fel kollega");
        Fixtures.execute("DELETE FROM digest_stop WHERE address_hash = ?", Digests.hash(email));
        Fixtures.execute("DELETE FROM digest WHERE address_hash = ?", Digests.hash(email));
        digests.send(email, seen, today);
        assertEquals(before, mails(email), "nothing is left to remind of");
    }

    @ParameterizedTest
    @CsvSource({"0, väntar sedan i dag", "1, väntar sedan i går", "2, väntar sedan 2 dagar"})
    void sinceWhen(long days, String words) {
        String line = Messages.get(Messages.SWEDISH, "mail.digest.line", "Doktor", "CBD", "12 nov 2026", days);
        assertTrue(line.endsWith(words), line);
    }

    private long ask(@Nullable Long assessorId, @Nullable String address) {
        AssessmentRequest request =
                new AssessmentRequest("cbd", null, assessorId, address, List.of("c1"), List.of(), "");
        return assessments
                .send(doctor, assessments.create(doctor, programme, request).id(), null)
                .id();
    }

    private static void waited(long id, int days) {
        Fixtures.execute("UPDATE assessment SET sent_at = DATE_SUB(sent_at, INTERVAL ? DAY) WHERE id = ?", days, id);
    }

    private static long mails(String address) {
        return Fixtures.number("SELECT COUNT(*) FROM outbox_mail WHERE recipient = ?", address);
    }

    private String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(body(email));
        assertTrue(found.find());
        return found.group(1);
    }

    private static String body(String address) {
        return Fixtures.text("SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1", address);
    }
}
