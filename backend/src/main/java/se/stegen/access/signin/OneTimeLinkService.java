package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.PasswordHasher;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/** What people who are not signed in do with a one-time link: the link says who they are. */
@Singleton
public class OneTimeLinkService {
    private final SignInRepository people;
    private final OneTimeLinkRepository links;
    private final LinkTokens tokens;
    private final PasswordHasher hasher;
    private final AccessLog log;
    private final SignInSettings settings;
    private final Today today;

    OneTimeLinkService(
            SignInRepository people,
            OneTimeLinkRepository links,
            LinkTokens tokens,
            PasswordHasher hasher,
            AccessLog log,
            SignInSettings settings,
            Today today) {
        this.people = people;
        this.links = links;
        this.tokens = tokens;
        this.hasher = hasher;
        this.log = log;
        this.settings = settings;
        this.today = today;
    }

    /** At a start without people: the link that makes the first admin. Earlier ones stop working. */
    @Transactional
    public Optional<OneTimeLink> forFirstAdmin() {
        if (people.people() > 0) {
            return Optional.empty();
        }
        LocalDateTime now = today.utc();
        LocalDateTime end = now.plus(Duration.ofHours(settings.linkHours()));
        links.closeOfFirstAdmin(now);
        String token = tokens.make();
        links.save(new OneTimeLinkRepository.Row(0, Sha256.hex(token), null, null, now, end, null));
        return Optional.of(new OneTimeLink(LinkTokens.path(token), end.toInstant(ZoneOffset.UTC)));
    }

    /** Whom the link is for; {@code LINK_INVALID} where it is used, too old or unknown. */
    public LinkTarget look(String token) {
        Long personId = open(token).personId();
        if (personId == null) {
            return new LinkTarget(null, null);
        }
        SignInRepository.PasswordRow person = people.person(personId).orElseThrow();
        return new LinkTarget(person.name(), person.username());
    }

    /**
     * Sets the password of the link's person, ends the person's sign-ins and tells the person.
     *
     * @throws Problem {@code LINK_INVALID}, {@code PASSWORD_TOO_SHORT}
     */
    @Transactional
    public void setPassword(String token, String password) {
        Passwords.check("password", password);
        OneTimeLinkRepository.Row link = open(token);
        Long personId = link.personId();
        if (personId == null) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        use(link);
        people.setPassword(personId, hasher.hash(password));
        people.endOthers(personId, "", today.utc());
        log.person(personId, personId, AccessLog.Action.CHANGE, "PASSWORD", link.id());
        people.insertNotice(personId, "notice.password-set", null, today.utc());
    }

    /**
     * Makes the first admin.
     *
     * @throws Problem {@code LINK_INVALID}, also where there are people by now; {@code REQUIRED}, {@code TOO_LONG},
     *     {@code PASSWORD_TOO_SHORT}
     */
    @Transactional
    public void makeFirstAdmin(
            String token, @Nullable String name, @Nullable String email, @Nullable String username, String password) {
        String fullName = Texts.required("name", name, 200);
        String address = Texts.email("email", email);
        String signInName = Texts.required("username", username, 100).toLowerCase(Locale.ROOT);
        Passwords.check("password", password);
        OneTimeLinkRepository.Row link = open(token);
        if (link.personId() != null || people.people() > 0) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        use(link);
        try {
            people.insertPerson(fullName, address, signInName, hasher.hash(password), today.utc());
        } catch (DataAccessException e) {
            throw Problem.field("username", ProblemCode.ALREADY_EXISTS);
        }
        long personId = people.personByUsername(signInName).orElseThrow().id();
        people.insertAdmin(personId, today.date());
        log.person(personId, personId, AccessLog.Action.CREATE, "PERSON", personId);
    }

    private OneTimeLinkRepository.Row open(String token) {
        return links.open(Sha256.hex(token), today.utc()).orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
    }

    private void use(OneTimeLinkRepository.Row link) {
        if (links.use(link.id(), today.utc()) != 1) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
    }
}
