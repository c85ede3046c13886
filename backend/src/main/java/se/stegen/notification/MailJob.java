package se.stegen.notification;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;
import se.stegen.job.Job;

/**
 * Sends what is queued, each mail once: it is claimed before it goes and noted after the server took it. Only where the
 * process dies between those two, or the server's answer is lost, it goes again, with the same Message-ID.
 */
@Singleton
public class MailJob implements Job {
    /** After this a mail is given up, and the one who asked is told. */
    public static final Duration LONGEST = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));
    private static final int LONGEST_ERROR = 300;

    private final OutboxRepository rows;
    private final MailServer server;
    private final Duration claim;
    private final Today today;

    MailJob(OutboxRepository rows, MailServer server, MailSettings settings, Today today) {
        this.rows = rows;
        this.server = server;
        this.claim = settings.claim();
        this.today = today;
    }

    @Override
    public String name() {
        return "send-mail";
    }

    @Override
    public When when() {
        return new When.Every(Duration.ofSeconds(3));
    }

    /** Sends what is due; not in one transaction, since the server's answer cannot be rolled back. */
    @Override
    public void run() {
        if (!server.configured()) {
            return;
        }
        for (OutboxRepository.Due due : rows.due(today.utc())) {
            String holder = UUID.randomUUID().toString();
            LocalDateTime now = today.utc();
            if (rows.claim(due.id(), holder, now, now.plus(claim)) == 1
                    && !send(rows.findById(due.id()).orElseThrow(), holder)) {
                // The server does not answer: the others wait as well.
                return;
            }
        }
    }

    /** Whether the server can be talked to. */
    private boolean send(OutboxRepository.Row mail, String holder) {
        try {
            server.send(mail);
            rows.sent(mail.id(), holder, today.utc());
            return true;
        } catch (SendFailedException e) {
            // Refused as such: this address will not be right tomorrow.
            if (permanent(e)) {
                giveUp(mail, holder, e);
            } else {
                later(mail, holder, e);
            }
            return true;
        } catch (MessagingException e) {
            later(mail, holder, e);
            return false;
        }
    }

    private static boolean permanent(SendFailedException e) {
        for (Exception next = e; next instanceof MessagingException failure; next = failure.getNextException()) {
            if (next instanceof AddressException) {
                return true;
            }
            if (next instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException refused) {
                return refused.getReturnCode() >= 500;
            }
            if (next instanceof org.eclipse.angus.mail.smtp.SMTPSendFailedException refused) {
                return refused.getReturnCode() >= 500;
            }
        }
        return false;
    }

    private void later(OutboxRepository.Row mail, String holder, MessagingException why) {
        LocalDateTime now = today.utc();
        LocalDateTime next = now.plus(PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1)));
        if (next.isAfter(mail.createdAt().plus(LONGEST))) {
            giveUp(mail, holder, why);
            return;
        }
        LOG.warn("Mail {} is not sent yet: {}", mail.id(), why.toString());
        rows.later(mail.id(), holder, next, error(why));
    }

    private void giveUp(OutboxRepository.Row mail, String holder, MessagingException why) {
        LOG.warn("Mail {} is given up: {}", mail.id(), why.toString());
        Long asker = mail.askerId();
        if (rows.giveUp(mail.id(), holder, today.utc(), error(why)) == 1 && asker != null) {
            rows.tell(asker, "notice.mail-failed", mail.recipient(), today.utc());
        }
    }

    private static String error(Exception e) {
        String text = e.toString();
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
