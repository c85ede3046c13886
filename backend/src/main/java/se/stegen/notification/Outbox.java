package se.stegen.notification;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;

/**
 * Takes mail in the transaction of what it tells of: neither is without the other. {@link MailJob} sends it after the
 * commit.
 */
@Singleton
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxRepository rows;
    private final MailSettings settings;
    private final Today today;
    private final AtomicBoolean warned = new AtomicBoolean();

    Outbox(OutboxRepository rows, MailSettings settings, Today today) {
        this.rows = rows;
        this.settings = settings;
        this.today = today;
    }

    /** Queues a mail. */
    @Transactional
    public void queue(Mail mail) {
        save(mail, null, Duration.ZERO);
    }

    /**
     * Queues a mail that goes after a while, unless {@link #withdraw} was called for its topic by then.
     *
     * @param topic what it tells of to whom, up to 100 characters
     */
    @Transactional
    public void queueLater(Mail mail, String topic, Duration pause) {
        save(mail, topic, pause);
    }

    /** Takes back what was queued on a topic and has not gone; whether anything on it went before. */
    @Transactional
    public boolean withdraw(String topic) {
        rows.withdraw(topic, today.utc());
        return rows.told(topic) > 0;
    }

    private void save(Mail mail, @Nullable String topic, Duration pause) {
        Mail.Calendar calendar = mail.calendar();
        if (!settings.configured() && warned.compareAndSet(false, true)) {
            LOG.warn("Mail is queued but not sent: STEGEN_MAIL_HOST is not set (docs/operations.md, Mail)");
        }
        rows.save(new OutboxRepository.Row(
                0,
                "<" + UUID.randomUUID() + "@" + settings.domain() + ">",
                mail.recipient(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.stopUrl(),
                mail.askerId(),
                today.utc(),
                today.utc().plus(pause),
                0,
                calendar == null ? null : calendar.method(),
                calendar == null ? null : calendar.text(),
                topic));
    }

    /** The address that mail comes from, without a name: invitations call it their organizer. */
    public String sender() {
        return settings.address();
    }
}
