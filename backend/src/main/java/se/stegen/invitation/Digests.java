package se.stegen.invitation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.access.signin.LinkTokens;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Invitations.Request;
import se.stegen.common.Messages;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;

/**
 * Writes reminder digests to addresses without account: who waits, for what, since when, and a link for each; and a link
 * that stops them. Whoever has an account gets one digest a week of everything (package {@code reminder}).
 */
@Singleton
class Digests {
    private final DigestQuery rows;
    private final LinkInvitations invitations;
    private final StopLinks stops;
    private final Outbox outbox;

    Digests(DigestQuery rows, LinkInvitations invitations, StopLinks stops, Outbox outbox) {
        this.rows = rows;
        this.invitations = invitations;
        this.stops = stops;
        this.outbox = outbox;
    }

    /**
     * Sends a digest where one is due.
     *
     * @param seen what was open at the address when the job began; what has changed since is left out
     */
    @Transactional
    void send(String email, List<DigestQuery.OpenRow> seen, LocalDate day) {
        List<DigestQuery.OpenRow> open = stillOpen(email, seen);
        if (open.isEmpty()) {
            return;
        }
        String hash = hash(email);
        Optional<DigestQuery.DigestRow> known = rows.findByAddressHash(hash);
        boolean due = DigestRules.due(
                open.stream().map(DigestQuery.OpenRow::sentAt).toList(),
                known.map(DigestQuery.DigestRow::lastSentAt).orElse(null),
                known.map(DigestQuery.DigestRow::stoppedAt).orElse(null),
                day);
        if (!due) {
            return;
        }
        outbox.queue(mail(email, open, day, stops.make(email)));
    }

    private List<DigestQuery.OpenRow> stillOpen(String email, List<DigestQuery.OpenRow> seen) {
        List<Long> ids =
                seen.stream().map(DigestQuery.OpenRow::assessmentId).sorted().toList();
        rows.hold(ids);
        return rows.open(ids).stream()
                .filter(row -> row.email().equalsIgnoreCase(email))
                .toList();
    }

    private Mail mail(String email, List<DigestQuery.OpenRow> open, LocalDate day, String stop) {
        Locale locale = Messages.SWEDISH;
        Mail mail = Mail.to(email, locale, Messages.get(locale, "mail.digest.subject", open.size()))
                .words(Messages.get(locale, "mail.digest.text", open.size()));
        for (DigestQuery.OpenRow row : open) {
            String label = Messages.get(
                    locale,
                    "mail.digest.line",
                    row.doctorName(),
                    row.templateName(),
                    LinkInvitations.day(row.observedOn(), locale),
                    DigestRules.days(row.sentAt(), day));
            mail = mail.link(label, url(row));
        }
        return mail.words(Messages.get(locale, "mail.digest.renewed"))
                .link(Messages.get(locale, "mail.digest.stop"), stop)
                .stoppedAt(stop);
    }

    /** A fresh one-time link. */
    private String url(DigestQuery.OpenRow row) {
        LocalDateTime end = row.sentAt().plusDays(AssessmentService.EXPIRY_DAYS);
        return invitations.link(
                new Request(
                        row.assessmentId(),
                        row.email(),
                        row.doctorId(),
                        row.doctorName(),
                        row.templateName(),
                        row.observedOn(),
                        end),
                null);
    }

    /** What is kept of an address. */
    static String hash(String email) {
        return LinkTokens.hash(email.toLowerCase(Locale.ROOT));
    }
}
