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
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/** Writes reminder digests: who waits, for what, since when, and a link for each; and a link that stops them. */
@Singleton
class Digests {
    private final DigestQuery rows;
    private final LinkInvitations invitations;
    private final LinkTokens tokens;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    Digests(
            DigestQuery rows,
            LinkInvitations invitations,
            LinkTokens tokens,
            Outbox outbox,
            PublicAddress address,
            Today today) {
        this.rows = rows;
        this.invitations = invitations;
        this.tokens = tokens;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
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
        rows.sent(hash, today.utc());
        String token = tokens.make();
        rows.addStop(LinkTokens.hash(token), hash, today.utc());
        outbox.queue(mail(email, open, day, address.of("/stop/" + token)));
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
        String language = open.getFirst().locale();
        Locale locale = Messages.supported(Locale.forLanguageTag(language == null ? "sv" : language));
        Mail mail = Mail.to(email, locale, Messages.get(locale, "mail.digest.subject", open.size()))
                .words(Messages.get(locale, "mail.digest.text", open.size()));
        for (DigestQuery.OpenRow row : open) {
            boolean english = "en".equals(locale.getLanguage());
            String label = Messages.get(
                    locale,
                    "mail.digest.line",
                    row.doctorName(),
                    english ? row.templateNameEn() : row.templateName(),
                    LinkInvitations.day(row.observedOn(), locale),
                    DigestRules.days(row.sentAt(), day));
            mail = mail.link(label, url(row));
        }
        if (open.getFirst().personId() == null) {
            mail = mail.words(Messages.get(locale, "mail.digest.renewed"));
        }
        return mail.link(Messages.get(locale, "mail.digest.stop"), stop).stoppedAt(stop);
    }

    /** To the screen of somebody with an account; a fresh one-time link for somebody without. */
    private String url(DigestQuery.OpenRow row) {
        if (row.personId() != null) {
            return address.of("/assessment/" + row.assessmentId());
        }
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
