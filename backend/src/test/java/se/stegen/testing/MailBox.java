package se.stegen.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A real mail server on a free port, which can be stopped and started again. */
public final class MailBox implements AutoCloseable {
    private final int port = freePort();
    private GreenMail server = new GreenMail(setup());

    /** A server that runs. */
    public MailBox() {
        server.start();
    }

    /** Settings with which a context sends here. */
    public Map<String, Object> settings() {
        return Map.of(
                "stegen.mail.host",
                "127.0.0.1",
                "stegen.mail.port",
                port,
                "stegen.mail.starttls",
                false,
                "stegen.mail.from",
                "STegen på prov <stegen@example.se>");
    }

    /** From now on nobody answers at the port; what was received is forgotten. */
    public void stop() {
        server.stop();
    }

    /** The server is back, with an empty box. */
    public void start() {
        server = new GreenMail(setup());
        server.start();
    }

    /** What was received for the address, oldest first. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    /** The plain text of a mail. */
    public static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    /** The HTML of a mail. */
    public static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) {
        try {
            BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
            return part.getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return Objects.requireNonNull(mail.getAllRecipients())[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServerSetup setup() {
        return new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
