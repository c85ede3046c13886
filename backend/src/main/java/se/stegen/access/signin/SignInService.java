package se.stegen.access.signin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.stegen.access.AccessLog;
import se.stegen.access.Actor;
import se.stegen.access.PasswordHasher;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * Signing in and out. A token is good while its signature is ours and its row in {@code sign_in} is alive: not ended, not
 * idle too long, not older than a working day. Methods without an actor are those that find out who it is.
 */
@Singleton
public class SignInService {
    private static final Duration WRITE_PAUSE = Duration.ofMinutes(1);

    private final SignInRepository rows;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final Tokens tokens;
    private final SignInSettings settings;
    private final AccessLog log;
    private final Today today;
    /** Compared with where there is no such person: the answer takes as long. */
    private final String decoy;

    SignInService(
            SignInRepository rows,
            PasswordHasher hasher,
            Throttle throttle,
            Tokens tokens,
            SignInSettings settings,
            AccessLog log,
            Today today) {
        this.rows = rows;
        this.hasher = hasher;
        this.throttle = throttle;
        this.tokens = tokens;
        this.settings = settings;
        this.log = log;
        this.today = today;
        this.decoy = hasher.hash(UUID.randomUUID().toString());
    }

    /**
     * Signs somebody in.
     *
     * @return the first access token
     * @throws Problem {@code BAD_CREDENTIALS} alike for an unknown name and a wrong password, {@code TOO_MANY_ATTEMPTS}
     */
    public AccessToken signIn(String username, String password, Client client) {
        throttle.count(username, client.address());
        Optional<SignInRepository.PasswordRow> person =
                rows.personByUsername(username.strip().toLowerCase(Locale.ROOT));
        String hash = person.map(SignInRepository.PasswordRow::passwordHash).orElse(decoy);
        boolean right = hasher.matches(password, hash);
        if (person.isEmpty() || !right) {
            throw Problem.of(ProblemCode.BAD_CREDENTIALS);
        }
        throttle.forgive(username, client.address());
        return begin(person.get().id(), client);
    }

    /** A sign-in of somebody who has proved who it is. */
    @Transactional
    protected AccessToken begin(long personId, Client client) {
        LocalDateTime now = today.utc();
        String id = UUID.randomUUID().toString();
        rows.save(new SignInRepository.SignInRow(
                id, personId, client.channel().name(), client.userAgent(), client.address(), now, now, null));
        log.person(
                personId, personId, AccessLog.Action.SIGN_IN, client.channel().name(), null);
        return tokens.issue(personId, id);
    }

    /**
     * Who a token belongs to; empty where it is not ours or its sign-in is over.
     *
     * @param channel tokens of one channel are not taken by the other; a browser's token that has just ended still finds
     *     its sign-in, so that the cookie can be renewed after a short sleep
     * @param activity whether this counts as the person doing something
     */
    public Optional<AccessToken> verify(String value, Client.Channel channel, boolean activity) {
        Optional<AccessToken> read = tokens.read(value);
        if (read.isEmpty()) {
            return read;
        }
        AccessToken token = read.get();
        Instant now = today.instant();
        Duration grace = channel == Client.Channel.BROWSER ? settings.idle() : Duration.ZERO;
        if (!now.isBefore(token.expiresAt().plus(grace))) {
            return Optional.empty();
        }
        try {
            Optional<SignInRepository.SignInRow> row = rows.findById(token.signInId())
                    .filter(r -> r.personId() == token.personId() && r.channel().equals(channel.name()) && alive(r));
            if (row.isPresent() && activity) {
                touch(row.get());
            }
            return row.map(r -> token);
        } catch (RuntimeException e) {
            // Nothing can be read or changed while the database is away; a form that is open must survive it.
            if (DatabaseOutage.is(e) && channel == Client.Channel.BROWSER && now.isBefore(token.expiresAt())) {
                return read;
            }
            throw e;
        }
    }

    /** A fresh token of the same sign-in where half of this one's life is over. */
    public Optional<AccessToken> renewed(AccessToken token) {
        boolean due = !today.instant()
                .isBefore(token.expiresAt().minus(settings.token().dividedBy(2)));
        return due ? Optional.of(tokens.issue(token.personId(), token.signInId())) : Optional.empty();
    }

    /** Ends the sign-in of a token, whatever state it is in. */
    @Transactional
    public void signOut(String value) {
        tokens.read(value).ifPresent(token -> {
            if (rows.end(token.signInId(), today.utc()) > 0) {
                log.person(token.personId(), token.personId(), AccessLog.Action.SIGN_OUT, "SIGN_IN", null);
            }
        });
    }

    /** When each of these sign-ins ends unless something is done; those that are over are left out. */
    public Map<String, Instant> endings(Collection<String> signInIds) {
        Map<String, Instant> endings = new HashMap<>();
        if (!signInIds.isEmpty()) {
            for (SignInRepository.SignInRow row : rows.findAll(signInIds)) {
                if (alive(row)) {
                    endings.put(row.id(), ends(row));
                }
            }
        }
        return endings;
    }

    /** The person did something: the time to being signed out starts anew. */
    public void touch(Actor actor, String signInId) {
        rows.findById(signInId)
                .filter(row -> row.personId() == actor.personId() && alive(row))
                .ifPresent(row -> rows.touch(row.id(), today.utc()));
    }

    /** One's own sign-ins that are alive, the latest active first. */
    public List<OwnSignIn> list(Actor actor) {
        LocalDateTime now = today.utc();
        return rows.alive(actor.personId(), now.minus(settings.longest()), now.minus(settings.idle())).stream()
                .map(row -> new OwnSignIn(
                        row.id(),
                        Client.Channel.valueOf(row.channel()),
                        row.userAgent(),
                        row.address(),
                        row.startedAt().toInstant(ZoneOffset.UTC),
                        row.lastActiveAt().toInstant(ZoneOffset.UTC)))
                .toList();
    }

    /**
     * Ends one of one's own sign-ins.
     *
     * @throws Problem {@code NOT_FOUND} where it is not one's own or over already
     */
    @Transactional
    public void end(Actor actor, String signInId) {
        boolean own = rows.findById(signInId)
                .filter(row -> row.personId() == actor.personId() && row.endedAt() == null)
                .isPresent();
        if (!own) {
            throw Problem.notFound();
        }
        rows.end(signInId, today.utc());
        log.person(actor, actor.personId(), AccessLog.Action.SIGN_OUT, "SIGN_IN", null);
    }

    private void touch(SignInRepository.SignInRow row) {
        LocalDateTime now = today.utc();
        if (row.lastActiveAt().isBefore(now.minus(WRITE_PAUSE))) {
            rows.touch(row.id(), now);
        }
    }

    private boolean alive(SignInRepository.SignInRow row) {
        return row.endedAt() == null && today.instant().isBefore(ends(row));
    }

    private Instant ends(SignInRepository.SignInRow row) {
        Instant idle = row.lastActiveAt().toInstant(ZoneOffset.UTC).plus(settings.idle());
        Instant last = row.startedAt().toInstant(ZoneOffset.UTC).plus(settings.longest());
        return idle.isBefore(last) ? idle : last;
    }
}
