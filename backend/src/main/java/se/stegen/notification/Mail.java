package se.stegen.notification;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail to be queued. It says who asks, which form, which day, and the link: never text of a portfolio, since mail is
 * read on the way and kept where we cannot reach it.
 *
 * @param recipient address
 * @param locale the reader's language
 * @param subject one line
 * @param parts what it says, in order
 * @param stopUrl where one stops mail like this; null where it cannot be stopped
 * @param askerId who is told where it cannot be delivered; null for nobody
 * @param calendar an appointment that mail programs show as an invitation; null for none
 */
public record Mail(
        String recipient,
        Locale locale,
        String subject,
        List<Part> parts,
        @Nullable String stopUrl,
        @Nullable Long askerId,
        @Nullable Calendar calendar) {

    /**
     * An appointment.
     *
     * @param method {@code REQUEST} or {@code CANCEL} of RFC 5546; the same stands in the text
     * @param text RFC 5545
     */
    public record Calendar(String method, String text) {}

    /** A part of a mail. */
    public sealed interface Part {
        /** A paragraph. */
        record Words(String text) implements Part {}

        /** A link: what it does, and where it leads. */
        record Link(String label, String url) implements Part {}
    }

    /** An empty mail. */
    public static Mail to(String recipient, Locale locale, String subject) {
        return new Mail(recipient, locale, subject, List.of(), null, null, null);
    }

    /** With a further paragraph. */
    public Mail words(String text) {
        return with(new Part.Words(text));
    }

    /** With a further link. */
    public Mail link(String label, String url) {
        return with(new Part.Link(label, url));
    }

    /** With the person who is told where it cannot be delivered. */
    public Mail askedBy(long personId) {
        return new Mail(recipient, locale, subject, parts, stopUrl, personId, calendar);
    }

    /** With the link that stops mail like this. */
    public Mail stoppedAt(String url) {
        return new Mail(recipient, locale, subject, parts, url, askerId, calendar);
    }

    /** With an appointment. */
    public Mail calendar(String method, String text) {
        return new Mail(recipient, locale, subject, parts, stopUrl, askerId, new Calendar(method, text));
    }

    private Mail with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Mail(recipient, locale, subject, List.copyOf(more), stopUrl, askerId, calendar);
    }

    /** As plain text. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Words words -> words.text();
                        case Part.Link link -> link.label() + ":\n" + link.url();
                    });
            text.append("\n\n");
        }
        return text.append("-- \nSTegen\n").toString();
    }

    /** As HTML that any mail program shows. */
    String html() {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"")
                .append(locale.getLanguage())
                .append("\"><meta charset=\"utf-8\"><body style=\"font-family:sans-serif;max-width:36em\">");
        for (Part part : parts) {
            html.append("<p>");
            html.append(
                    switch (part) {
                        case Part.Words words -> escape(words.text());
                        case Part.Link link ->
                            "<a href=\"" + escape(link.url()) + "\">" + escape(link.label()) + "</a><br><small>"
                                    + escape(link.url()) + "</small>";
                    });
            html.append("</p>");
        }
        return html.append("<p>STegen</p></body></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
