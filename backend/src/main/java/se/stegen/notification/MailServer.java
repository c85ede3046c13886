package se.stegen.notification;

import io.micronaut.core.annotation.Nullable;
import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Today;

/** Hands a mail to the SMTP server. */
@Singleton
class MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    /** No step of a conversation takes longer; a mail has five or six. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailSettings settings;
    private final Today today;

    MailServer(MailSettings settings, Today today) {
        this.settings = settings;
        this.today = today;
    }

    /** Whether there is one. */
    boolean configured() {
        return settings.configured();
    }

    /** Sends; when this returns the server has taken it. */
    void send(OutboxRepository.Row mail) throws MessagingException {
        Session session = Session.getInstance(properties());
        MimeMessage message = message(session, mail);
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            goodbye(transport);
        }
    }

    /** The server has taken the mail or refused it: a goodbye that fails changes neither, and must not send it again. */
    private static void goodbye(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }

    private MimeMessage message(Session session, OutboxRepository.Row mail) throws MessagingException {
        MimeMessage message = new WithId(session, mail.messageId());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, recipient(mail.recipient()));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(today.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        String stop = mail.stopUrl();
        if (stop != null) {
            message.setHeader("List-Unsubscribe", "<" + stop + ">");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(mail.bodyText(), "plain"));
        both.addBodyPart(part(mail.bodyHtml(), "html"));
        String calendar = mail.calendar();
        if (calendar != null) {
            both.addBodyPart(calendar(calendar, mail.calendarMethod()));
        }
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    /** The recipient; what is no address is told apart from a sender that is set wrongly. */
    private static InternetAddress recipient(String address) throws SendFailedException {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new SendFailedException("The recipient is no mail address", e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    /** Last of the alternatives and with its method in the type: so Outlook, Google and Apple show it as an invitation. */
    private static MimeBodyPart calendar(String text, @Nullable String method) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                text.getBytes(StandardCharsets.UTF_8), "text/calendar; method=" + method + "; charset=UTF-8")));
        return part;
    }

    private Properties properties() {
        Properties smtp = new Properties();
        String millis = Long.toString(PATIENCE.toMillis());
        smtp.put("mail.smtp.connectiontimeout", millis);
        smtp.put("mail.smtp.timeout", millis);
        smtp.put("mail.smtp.writetimeout", millis);
        smtp.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        smtp.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        smtp.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        // The host that the mail says it comes from; the machine's own name is nobody's business.
        smtp.put("mail.smtp.localhost", settings.domain());
        return smtp;
    }

    /** A message that keeps the id it was queued with. */
    private static final class WithId extends MimeMessage {
        private final @Nullable String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
