package se.stegen.access.signin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Counts guesses of a PIN, before they are checked and whatever becomes of what is signed with it. */
@Singleton
class PinGuesses {
    /** Wrong guesses in a row after which a PIN is of no use until it is chosen anew. */
    static final int MOST = 10;

    private final PinRepository pins;
    private final Throttle throttle;

    PinGuesses(PinRepository pins, Throttle throttle) {
        this.pins = pins;
        this.throttle = throttle;
    }

    /**
     * Counts a guess and gives the PIN it is about.
     *
     * @throws Problem {@code PIN_MISSING} where the person has none or it was guessed wrong too often,
     *     {@code TOO_MANY_ATTEMPTS}
     */
    PinRepository.Row count(long personId, long deviceOwner) {
        throttle.count("pin:" + personId, "pin-device:" + deviceOwner);
        return guess(personId);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    PinRepository.Row guess(long personId) {
        PinRepository.Row pin = pins.findById(personId)
                .filter(p -> p.failures() < MOST)
                .orElseThrow(() -> Problem.field("pin", ProblemCode.PIN_MISSING));
        pins.guess(personId);
        return pin;
    }

    /** A right guess: counting starts from nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void right(long personId, long deviceOwner) {
        pins.right(personId);
        throttle.forgive("pin:" + personId, "pin-device:" + deviceOwner);
    }
}
