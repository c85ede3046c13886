package se.stegen.invitation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.access.signin.LinkTokens;
import se.stegen.assessment.Invitations;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/** Asks somebody without account by a one-time link in a mail; an earlier link to the same address works on until one is used. */
@Singleton
class LinkInvitations implements Invitations {
    private final LinkRepository links;
    private final LinkTokens tokens;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Oddities oddities;
    private final @Nullable Devices devices;
    private final Today today;

    LinkInvitations(
            LinkRepository links,
            LinkTokens tokens,
            Outbox outbox,
            PublicAddress address,
            Oddities oddities,
            @Nullable Devices devices,
            Today today) {
        this.links = links;
        this.tokens = tokens;
        this.outbox = outbox;
        this.address = address;
        this.oddities = oddities;
        this.devices = devices;
        this.today = today;
    }

    @Override
    @Transactional
    public void ask(Actor asker, Request request, Reason reason) {
        send(request, reason, devices == null ? null : devices.current().orElse(null));
    }

    /** The same, with the device that asks; null where no browser does. */
    @Transactional
    void send(Request request, Reason reason, @Nullable String device) {
        outbox.queue(mail(request, reason, link(request, device)));
    }

    /**
     * A fresh link for the request; gives its address. Earlier ones to the same address work on: somebody may be writing
     * behind one just now. Those to others stop.
     */
    @Transactional
    String link(Request request, @Nullable String device) {
        links.closeOthers(request.assessmentId(), request.email(), Closed.FORWARDED.name(), today.utc());
        String token = tokens.make();
        links.save(new LinkRepository.Row(
                0,
                LinkTokens.hash(token),
                request.assessmentId(),
                request.email(),
                today.utc(),
                request.expiresAt(),
                device,
                null,
                null));
        return address.of("/assess/" + token);
    }

    private static Mail mail(Request request, Reason reason, String url) {
        // Whoever has no account has chosen no language.
        Locale locale = Messages.SWEDISH;
        String day = day(request.observedOn(), locale);
        Mail mail = Mail.to(
                        request.email(),
                        locale,
                        Messages.get(locale, "mail." + reason + ".subject", request.doctorName()))
                .askedBy(request.doctorId())
                .words(Messages.get(locale, "mail.ask.text", request.doctorName(), request.templateName(), day));
        if (reason == Reason.REMINDED) {
            mail = mail.words(Messages.get(locale, "mail.ask.renewed"));
        }
        return mail.link(Messages.get(locale, "mail.ask.link"), url)
                .words(Messages.get(
                        locale, "mail.ask.once", day(Today.dayOf(request.expiresAt()), locale), request.doctorName()));
    }

    @Override
    @Transactional
    public void close(long assessmentId, Closed closed) {
        links.close(assessmentId, closed.name(), today.utc());
    }

    @Override
    @Transactional
    public void remind(Actor asker, Request request, long assessorId) {
        String email = links.emailOf(assessorId).orElse("");
        if (email.isEmpty()) {
            return;
        }
        Locale locale = Messages.supported(
                Locale.forLanguageTag(links.localeOf(assessorId).orElse("sv")));
        outbox.queue(Mail.to(email, locale, Messages.get(locale, "mail.REMINDED.subject", request.doctorName()))
                .askedBy(request.doctorId())
                .words(Messages.get(
                        locale,
                        "mail.ask.text",
                        request.doctorName(),
                        request.templateName(),
                        day(request.observedOn(), locale)))
                .link(Messages.get(locale, "mail.ask.open"), address.of("/assessment/" + request.assessmentId()))
                .words(Messages.get(locale, "mail.ask.until", day(Today.dayOf(request.expiresAt()), locale))));
    }

    @Override
    @Transactional
    public void report(long assessmentId, String what) {
        oddities.note(assessmentId, new Oddity(Oddity.Kind.REPORTED, what));
    }

    /** {@code 12 nov 2026}. */
    static String day(LocalDate day, Locale locale) {
        String[] months = Messages.get(locale, "mail.months").split(",", -1);
        return day.getDayOfMonth() + " " + months[day.getMonthValue() - 1] + " " + day.getYear();
    }

    /** When the receipt's link stops working. */
    LocalDateTime receiptEnd() {
        return today.utc().plusDays(60);
    }
}
