package se.stegen.access.signin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PasswordHasher;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/** Passwords of people who are signed in, and links for those who cannot. */
@Singleton
public class PasswordService {
    private final SignInRepository people;
    private final OneTimeLinkRepository links;
    private final LinkTokens tokens;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final AccessPolicy policy;
    private final AccessLog log;
    private final SignInSettings settings;
    private final Today today;

    PasswordService(
            SignInRepository people,
            OneTimeLinkRepository links,
            LinkTokens tokens,
            PasswordHasher hasher,
            Throttle throttle,
            AccessPolicy policy,
            AccessLog log,
            SignInSettings settings,
            Today today) {
        this.people = people;
        this.links = links;
        this.tokens = tokens;
        this.hasher = hasher;
        this.throttle = throttle;
        this.policy = policy;
        this.log = log;
        this.settings = settings;
        this.today = today;
    }

    /**
     * Changes one's own password and ends one's other sign-ins.
     *
     * @param signInId the sign-in that goes on
     * @throws Problem {@code BAD_CREDENTIALS} where the old one is wrong, {@code TOO_MANY_ATTEMPTS},
     *     {@code PASSWORD_TOO_SHORT}
     */
    @Transactional
    public void change(Actor actor, String signInId, String oldPassword, String newPassword) {
        Passwords.check("newPassword", newPassword);
        SignInRepository.PasswordRow person = people.person(actor.personId()).orElseThrow(Problem::notFound);
        String address = "person:" + actor.personId();
        throttle.count(person.username(), address);
        String hash = person.passwordHash();
        if (hash == null || !hasher.matches(oldPassword, hash)) {
            throw Problem.field("oldPassword", ProblemCode.BAD_CREDENTIALS);
        }
        throttle.forgive(person.username(), address);
        people.setPassword(actor.personId(), hasher.hash(newPassword));
        people.endOthers(actor.personId(), signInId, today.utc());
        people.insertNotice(actor.personId(), "notice.password-set", null, today.utc());
        log.person(actor, actor.personId(), AccessLog.Action.CHANGE, "PASSWORD", null);
    }

    /**
     * Makes a link with which a person sets the password; earlier links of that person stop working. The person is told
     * who made it.
     *
     * @throws Problem {@code FORBIDDEN} unless the actor is an admin, {@code NOT_FOUND}
     */
    @Transactional
    public OneTimeLink makeLink(Actor actor, long personId) {
        policy.requireAdminister(actor);
        if (people.person(personId).isEmpty()) {
            throw Problem.notFound();
        }
        LocalDateTime now = today.utc();
        LocalDateTime end = now.plus(Duration.ofHours(settings.linkHours()));
        links.closeOf(personId, now);
        String token = tokens.make();
        OneTimeLinkRepository.Row row = links.save(
                new OneTimeLinkRepository.Row(0, Sha256.hex(token), personId, actor.personId(), now, end, null));
        log.person(actor, personId, AccessLog.Action.CREATE, "PASSWORD_LINK", row.id());
        people.insertNotice(personId, "notice.password-link-made", actor.name(), now);
        return new OneTimeLink(LinkTokens.path(token), end.toInstant(ZoneOffset.UTC));
    }
}
