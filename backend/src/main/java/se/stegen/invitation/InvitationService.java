package se.stegen.invitation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.signin.LinkTokens;
import se.stegen.access.signin.Throttle;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessorDetails;
import se.stegen.assessment.Invitations.Closed;
import se.stegen.assessment.Invitations.Reason;
import se.stegen.assessment.Invitations.Request;
import se.stegen.assessment.OutsideAssessor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/**
 * What people without account do with the link in their mail: the token says which request and which address. Looking
 * never uses a link up (mail scanners look); signing, declining and forwarding do.
 */
@Singleton
public class InvitationService {
    private final LinkRepository links;
    private final LinkTokens tokens;
    private final LinkInvitations invitations;
    private final OutsideAssessor assessor;
    private final Oddities oddities;
    private final DigestQuery digests;
    private final Throttle throttle;
    private final Outbox outbox;
    private final PublicAddress address;
    private final @Nullable Devices devices;
    private final Today today;

    InvitationService(
            LinkRepository links,
            LinkTokens tokens,
            LinkInvitations invitations,
            OutsideAssessor assessor,
            Oddities oddities,
            DigestQuery digests,
            Throttle throttle,
            Outbox outbox,
            PublicAddress address,
            @Nullable Devices devices,
            Today today) {
        this.links = links;
        this.tokens = tokens;
        this.invitations = invitations;
        this.assessor = assessor;
        this.oddities = oddities;
        this.digests = digests;
        this.throttle = throttle;
        this.outbox = outbox;
        this.address = address;
        this.devices = devices;
        this.today = today;
    }

    /**
     * What the link leads to.
     *
     * @param network address that it is opened from; unknown links are counted by it
     * @throws Problem {@code TOO_MANY_ATTEMPTS} with the minutes to wait
     */
    public Invitation look(String token, String network) {
        throttle.countLink(network);
        Optional<LinkRepository.Row> found = links.findByTokenHash(LinkTokens.hash(token));
        if (found.isEmpty()) {
            return new Invitation.Unknown();
        }
        throttle.forgiveLink(network);
        LinkRepository.Row link = found.get();
        LocalDateTime closed = link.closedAt();
        String why = link.closedAs();
        if (closed != null && why != null) {
            return new Invitation.Over(Closed.valueOf(why), closed);
        }
        if (!link.expiresAt().isAfter(today.utc())) {
            return new Invitation.Over(Closed.EXPIRED, link.expiresAt());
        }
        Assessment assessment = assessor.look(link.email(), link.assessmentId());
        AssessorDetails details = assessor.details(link.email(), link.assessmentId())
                .orElseGet(() -> AddressGuess.of(link.email(), oddities.isPrivate(link.email())));
        return new Invitation.Open(
                assessment,
                links.goals(link.assessmentId()).stream()
                        .map(LinkRepository.GoalRow::goal)
                        .toList(),
                link.email(),
                details,
                Today.dayOf(link.expiresAt()));
    }

    /** Keeps what is written so far; gives when, UTC. {@code LINK_INVALID} where the link works no longer. */
    @Transactional
    public LocalDateTime save(String token, AssessorDetails who, AssessmentAnswer answer) {
        LinkRepository.Row link = held(token);
        return assessor.save(link.email(), link.assessmentId(), who, answer);
    }

    /**
     * The same from a screen, which knows what it builds on.
     *
     * @param seen when what the screen builds on was saved
     * @throws Problem {@code STALE_VERSION} where the answer was saved elsewhere since; {@code LINK_INVALID}
     */
    @Transactional
    public LocalDateTime save(
            String token, AssessorDetails who, AssessmentAnswer answer, @Nullable LocalDateTime seen) {
        LinkRepository.Row link = held(token);
        return assessor.save(link.email(), link.assessmentId(), who, answer, seen);
    }

    /**
     * Signs, uses the link up, sends a receipt to the address and looks whether anything is odd.
     *
     * @param signedInAs who is signed in to that browser; null for nobody. The doctor is refused: nobody assesses oneself,
     *     whosever mail is at hand
     * @throws Problem {@code LINK_INVALID}, {@code OWN_RECORD}, {@code REQUIRED} and what the form asks for
     */
    @Transactional
    public void sign(String token, AssessorDetails who, AssessmentAnswer answer, @Nullable Long signedInAs) {
        LinkRepository.Row link = held(token);
        if (signedInAs != null
                && signedInAs
                        == assessor.look(link.email(), link.assessmentId()).doctorId()) {
            throw Problem.of(ProblemCode.OWN_RECORD);
        }
        use(link, Closed.SIGNED);
        Assessment signed = assessor.sign(link.email(), link.assessmentId(), who, answer);
        receipt(link, signed);
        oddities.look(
                link.assessmentId(),
                link.email(),
                Set.copyOf(links.askerDevices(link.assessmentId())),
                devices == null ? null : devices.current().orElse(null));
    }

    /** Declines, with a reason; uses the link up. */
    @Transactional
    public void decline(String token, String name, @Nullable String reason) {
        LinkRepository.Row link = held(token);
        assessor.decline(link.email(), link.assessmentId(), name, reason);
        use(link, Closed.DECLINED);
    }

    /** Hands the request to another address, which gets a link of its own; those to this one stop working. */
    @Transactional
    public void forward(String token, @Nullable String email, @Nullable String note) {
        LinkRepository.Row link = held(token);
        Request request = assessor.forward(link.email(), link.assessmentId(), email, note);
        use(link, Closed.FORWARDED);
        if (!request.email().isEmpty()) {
            invitations.send(request, Reason.FORWARDED, null);
        }
    }

    /** What the receipt is about; {@code LINK_INVALID} where it is too old or unknown. */
    public SignedByLink receipt(String token, String network) {
        throttle.countLink(network);
        LinkRepository.SignedRow row = links.receipt(LinkTokens.hash(token), today.utc())
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        throttle.forgiveLink(network);
        return new SignedByLink(
                row.doctorName(),
                row.templateName(),
                row.observedOn(),
                row.signedAt(),
                row.assessorName(),
                row.reported());
    }

    /** The address says that it did not sign: told to the studierektor. */
    @Transactional
    public void reportBySigner(String token) {
        LinkRepository.SignedRow row = links.receipt(LinkTokens.hash(token), today.utc())
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        oddities.note(row.assessmentId(), new Oddity(Oddity.Kind.REPORTED, ""));
    }

    /**
     * Whether the digests that this link stops are stopped already.
     *
     * @throws Problem {@code LINK_INVALID}, {@code TOO_MANY_ATTEMPTS}
     */
    public boolean stopped(String token, String network) {
        throttle.countLink(network);
        boolean stopped = digest(token).stoppedAt() != null;
        throttle.forgiveLink(network);
        return stopped;
    }

    /** Stops the digests to the address of this link; single requests and reminders by the doctor still come. */
    @Transactional
    public void stop(String token) {
        String address = digest(token).addressHash();
        digests.stop(address, today.utc());
        digests.stopPerson(address);
    }

    private DigestQuery.DigestRow digest(String token) {
        return digests.byStop(LinkTokens.hash(token)).orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
    }

    private void receipt(LinkRepository.Row link, Assessment signed) {
        String token = tokens.make();
        links.saveReceipt(LinkTokens.hash(token), link.assessmentId(), invitations.receiptEnd());
        Locale locale = Messages.SWEDISH;
        outbox.queue(Mail.to(link.email(), locale, Messages.get(locale, "mail.receipt.subject", signed.doctorName()))
                .words(Messages.get(
                        locale,
                        "mail.receipt.text",
                        signed.doctorName(),
                        signed.template().name(),
                        LinkInvitations.day(signed.observedOn(), locale)))
                .words(Messages.get(locale, "mail.receipt.not-you"))
                .link(Messages.get(locale, "mail.receipt.link"), address.of("/not-me/" + token)));
    }

    /**
     * The open link, with its assessment's row locked. Every step of an assessment locks that row first and its links
     * after, so that nobody waits for somebody who waits; what was read before waiting is read again.
     */
    private LinkRepository.Row held(String token) {
        assessor.hold(open(token).assessmentId());
        return open(token);
    }

    private LinkRepository.Row open(String token) {
        return links.findByTokenHash(LinkTokens.hash(token))
                .filter(link -> link.closedAt() == null && link.expiresAt().isAfter(today.utc()))
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
    }

    private void use(LinkRepository.Row link, Closed as) {
        if (links.use(link.id(), as.name(), today.utc()) != 1) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        // Mails before and after this one may hold links too.
        links.close(link.assessmentId(), as.name(), today.utc());
    }
}
