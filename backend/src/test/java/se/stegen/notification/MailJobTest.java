package se.stegen.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.MailBox;
import se.stegen.testing.TestProgram;

/** Mail on a real server that is up, down, and back again. */
class MailJobTest {
    private static MailBox box;
    private static ApplicationContext one;
    private static ApplicationContext other;

    private String address = "";

    @BeforeAll
    static void twoInstancesAndAMailServer() {
        box = new MailBox();
        one = instance();
        other = instance();
    }

    private static ApplicationContext instance() {
        Map<String, Object> settings = new HashMap<>(TestProgram.settings());
        settings.putAll(box.settings());
        return ApplicationContext.run(settings, "test");
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
        box.close();
    }

    @BeforeEach
    void nothingElseWaits() {
        Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = NULL");
        address = Fixtures.unique("mottagare") + "@example.se";
    }

    @Test
    void aMailIsReadAsItWasWrittenAndItsWordsAreNotKept() throws MessagingException {
        queue(Mail.to(address, Messages.SWEDISH, "Åsa Öberg ber dig om en bedömning")
                .words("Går det bra på måndag? <b>&")
                .link("Gör bedömningen", "https://stegen.example.se/assess/abc")
                .stoppedAt("https://stegen.example.se/stop/xyz"));
        run(one);
        MimeMessage mail = box.to(address).getFirst();
        assertEquals("Åsa Öberg ber dig om en bedömning", mail.getSubject());
        assertTrue(MailBox.text(mail).contains("Går det bra på måndag? <b>&"));
        assertTrue(MailBox.text(mail).contains("https://stegen.example.se/assess/abc"));
        assertTrue(MailBox.html(mail).contains("Går det bra på måndag? &lt;b&gt;&amp;"));
        assertTrue(MailBox.html(mail).contains("href=\"https://stegen.example.se/assess/abc\""));
        assertEquals("<https://stegen.example.se/stop/xyz>", mail.getHeader("List-Unsubscribe", null));
        assertEquals("stegen@example.se", ((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getAddress());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND body_text = '' AND body_html = ''"
                                + " AND stop_url IS NULL AND sent_at IS NOT NULL AND message_id = ?",
                        address,
                        mail.getMessageID()));
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        assertThrows(
                IllegalStateException.class,
                () -> one.getBean(Changes.class).failAfterQueueing(Mail.to(address, Messages.SWEDISH, "Aldrig")));
        run(one);
        assertEquals(List.of(), box.to(address));
    }

    @Test
    void whileTheServerIsDownMailWaitsAndGoesOnceWhenItIsBack() {
        box.stop();
        for (int i = 0; i < 5; i++) {
            queue(Mail.to(address, Messages.SWEDISH, "Nummer " + i));
        }
        run(one);
        run(other);
        assertEquals(5, waiting());
        assertTrue(Fixtures.number("SELECT SUM(attempts) FROM outbox_mail WHERE recipient = ?", address) > 0);
        box.start();
        // What failed waits a minute before it is tried again; here nobody waits.
        Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = created_at WHERE next_attempt_at IS NOT NULL");
        run(one);
        run(other);
        run(one);
        assertEquals(0, waiting());
        assertEquals(
                List.of("Nummer 0", "Nummer 1", "Nummer 2", "Nummer 3", "Nummer 4"),
                box.to(address).stream().map(MailJobTest::subject).sorted().toList());
    }

    @Test
    void twoInstancesSendEachMailOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            queue(Mail.to(address, Messages.SWEDISH, "Nummer " + i));
        }
        AtOnce.refusals(
                () -> {
                    run(one);
                    return true;
                },
                () -> {
                    run(other);
                    return true;
                });
        assertEquals(20, box.to(address).size());
        assertEquals(
                20,
                box.to(address).stream().map(MailJobTest::subject).distinct().count());
    }

    @Test
    void whoseHolderDiedIsSentAgainWithTheSameIdAndNotBefore() throws MessagingException {
        queue(Mail.to(address, Messages.SWEDISH, "En gång till"));
        Fixtures.execute(
                "UPDATE outbox_mail SET claimed_by = 'dead', claimed_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL 5 MINUTE)"
                        + " WHERE recipient = ?",
                address);
        run(one);
        assertEquals(List.of(), box.to(address));
        Fixtures.execute(
                "UPDATE outbox_mail SET claimed_until = DATE_SUB(UTC_TIMESTAMP(6), INTERVAL 1 SECOND) WHERE recipient = ?",
                address);
        run(one);
        assertEquals(1, box.to(address).size());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND message_id = ?",
                        address,
                        box.to(address).getFirst().getMessageID()));
    }

    @Test
    void afterFiveDaysItIsGivenUpAndTheAskerIsTold() {
        long asker = Fixtures.person("Anna Lind");
        box.stop();
        queue(Mail.to(address, Messages.SWEDISH, "Förgäves").words("hemligt").askedBy(asker));
        Fixtures.execute(
                "UPDATE outbox_mail SET created_at = DATE_SUB(created_at, INTERVAL 5 DAY) WHERE recipient = ?",
                address);
        run(one);
        box.start();
        assertEquals(0, waiting());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND given_up_at IS NOT NULL AND body_text = ''",
                        address));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'notice.mail-failed' AND argument = ?",
                        asker,
                        address));
    }

    @Test
    void whatIsNoAddressIsGivenUpAtOnce() {
        long asker = Fixtures.person("Anna Lind");
        address = "anna.." + address;
        queue(Mail.to(address, Messages.SWEDISH, "Förgäves").askedBy(asker));
        run(one);
        assertEquals(0, waiting());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'notice.mail-failed' AND argument = ?",
                        asker,
                        address));
    }

    @Test
    void withoutAServerMailIsQueued() {
        queue(Mail.to(address, Messages.SWEDISH, "Väntar"));
        TestProgram.bean(MailJob.class).run();
        assertEquals(1, waiting());
        assertFalse(box.to(address).stream().findAny().isPresent());
    }

    /** A change that tells of itself and then fails. */
    @jakarta.inject.Singleton
    static class Changes {
        private final Outbox outbox;

        Changes(Outbox outbox) {
            this.outbox = outbox;
        }

        @jakarta.transaction.Transactional
        void failAfterQueueing(Mail mail) {
            outbox.queue(mail);
            throw new IllegalStateException("the change fails");
        }
    }

    private static void queue(Mail mail) {
        one.getBean(Outbox.class).queue(mail);
    }

    private static void run(ApplicationContext instance) {
        instance.getBean(MailJob.class).run();
    }

    private long waiting() {
        return Fixtures.number(
                "SELECT COUNT(*) FROM outbox_mail WHERE recipient = ? AND next_attempt_at IS NOT NULL", address);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
