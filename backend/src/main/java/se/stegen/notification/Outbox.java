package se.stegen.notification;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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
                today.utc(),
                0));
    }
}
