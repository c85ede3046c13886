package se.stegen.access.signin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.AccessLog;
import se.stegen.access.Actor;
import se.stegen.access.ActorService;
import se.stegen.access.PasswordHasher;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * The own PIN with which a supervisor signs on a doctor's device. It opens nothing else: it is asked for at each
 * signature, and the person is told of each one.
 */
@Singleton
public class PinService {
    private static final String FIELD = "pin";

    private final PinRepository pins;
    private final PinGuesses guesses;
    private final SignInRepository people;
    private final ActorService actors;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final AccessLog log;
    private final Today today;

    PinService(
            PinRepository pins,
            PinGuesses guesses,
            SignInRepository people,
            ActorService actors,
            PasswordHasher hasher,
            Throttle throttle,
            AccessLog log,
            Today today) {
        this.pins = pins;
        this.guesses = guesses;
        this.people = people;
        this.actors = actors;
        this.hasher = hasher;
        this.throttle = throttle;
        this.log = log;
        this.today = today;
    }

    /** Whether one has a PIN that works. */
    @Transactional
    public boolean has(Actor actor) {
        return pins.findById(actor.personId())
                .filter(pin -> pin.failures() < PinGuesses.MOST)
                .isPresent();
    }

    /**
     * Chooses one's PIN; the password is asked for, so that nobody does it on a device that was left open.
     *
     * @param pin 4-8 digits, not all alike and not in a row
     * @throws Problem {@code PIN_WEAK}, {@code BAD_CREDENTIALS}, {@code TOO_MANY_ATTEMPTS}
     */
    @Transactional
    public void set(Actor actor, String password, String pin) {
        if (!strong(pin)) {
            throw Problem.field(FIELD, ProblemCode.PIN_WEAK);
        }
        SignInRepository.PasswordRow person = people.person(actor.personId()).orElseThrow(Problem::notFound);
        String address = "person:" + actor.personId();
        throttle.count(person.username(), address);
        String hash = person.passwordHash();
        if (hash == null || !hasher.matches(password, hash)) {
            throw Problem.field("password", ProblemCode.BAD_CREDENTIALS);
        }
        throttle.forgive(person.username(), address);
        pins.set(actor.personId(), hasher.hash(pin), today.utc());
        people.insertNotice(actor.personId(), "notice.pin-set", null, today.utc());
        log.person(actor, actor.personId(), AccessLog.Action.CHANGE, "PIN", null);
    }

    /** Takes one's PIN away. */
    @Transactional
    public void remove(Actor actor) {
        if (pins.remove(actor.personId()) > 0) {
            log.person(actor, actor.personId(), AccessLog.Action.DELETE, "PIN", null);
        }
    }

    /**
     * Who signs on the actor's device. The actor stays who is signed in there; the answer is for this one signature.
     *
     * @param personId whom the PIN must belong to
     * @throws Problem {@code PIN_WRONG}, {@code PIN_MISSING}, {@code TOO_MANY_ATTEMPTS}; wrong guesses are counted in a
     *     transaction of their own
     */
    public Actor signer(Actor actor, long personId, String pin) {
        PinRepository.Row known = guesses.count(personId, actor.personId());
        if (!hasher.matches(pin, known.pinHash())) {
            throw Problem.field(FIELD, ProblemCode.PIN_WRONG);
        }
        guesses.right(personId, actor.personId());
        return actors.find(personId).orElseThrow(Problem::notFound);
    }

    /** Tells a person that a signature was given with the own PIN, on whose device. */
    @Transactional
    public void tell(Actor actor, Actor signer) {
        people.insertNotice(signer.personId(), "notice.signed-by-pin", actor.name(), today.utc());
    }

    /** Whether it has 4-8 digits that are not the first ones that come to mind. */
    static boolean strong(String pin) {
        if (!pin.matches("\\d{4,8}") || pin.chars().distinct().count() < 2) {
            return false;
        }
        return !"01234567890".contains(pin) && !"09876543210".contains(pin);
    }
}
