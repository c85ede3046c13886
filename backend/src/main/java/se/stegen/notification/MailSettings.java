package se.stegen.notification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How mail leaves the program: {@code stegen.mail.*}, from {@code STEGEN_MAIL_*}.
 *
 * @param host SMTP server; without one mail is queued and not sent
 * @param port its port; 587 by default
 * @param user account there; null where none is needed
 * @param password its password
 * @param starttls whether the connection must be encrypted
 * @param from sender
 * @param claim how long an attempt may take before its holder is taken for dead and the mail goes again
 */
@ConfigurationProperties("stegen.mail")
record MailSettings(
        @Nullable String host,
        @Bindable(defaultValue = "587") int port,
        @Nullable String user,
        @Nullable String password,
        @Bindable(defaultValue = "true") boolean starttls,

        @Bindable(defaultValue = "STegen <no-reply@localhost>")
        String from,

        @Bindable(defaultValue = "10m") Duration claim) {

    /** Whether there is a server to send by. */
    boolean configured() {
        return host != null && !host.isBlank();
    }

    /** The sender's address without a name. */
    String address() {
        return from.replaceFirst("^.*<", "").replaceFirst(">.*$", "");
    }

    /** The host name in the sender's address. */
    String domain() {
        String address = address();
        return address.substring(address.indexOf('@') + 1);
    }

    /** Tells nothing of the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
