package se.stegen.access.signin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * Counts guesses in table {@code throttle}, shared by all instances: five in fifteen minutes for an account, whether it
 * exists or not, two hundred for an address, since a hospital is one address. A guess is counted before it is checked, so
 * that many at once gain nothing.
 */
@Singleton
public class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 200;

    private final ThrottleRepository rows;
    private final Today today;

    Throttle(ThrottleRepository rows, Today today) {
        this.rows = rows;
        this.today = today;
    }

    /** Counts a guess; {@code TOO_MANY_ATTEMPTS} with the minutes to wait where there were too many already. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void count(String username, String address) {
        count(address(address), PER_ADDRESS);
        count(account(username), PER_ACCOUNT);
    }

    /**
     * Counts a look at something that everybody may open who knows its random name; {@code TOO_MANY_ATTEMPTS} where one
     * address made too many.
     *
     * @param purpose what is looked at
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void countLookup(String purpose, String address) {
        count(purpose + ":" + Sha256.hex(address), PER_ADDRESS);
    }

    /** A right guess: the account starts from nothing, the address loses this one. */
    @Transactional
    void forgive(String username, String address) {
        rows.remove(account(username));
        rows.takeBack(address(address));
    }

    /**
     * Counts a look at a link from a network address before it is looked up; {@code TOO_MANY_ATTEMPTS} where there were too
     * many unknown ones: two hundred in fifteen minutes.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void countLink(String address) {
        count(link(address), PER_ADDRESS);
    }

    /** The link was a known one: the look is not counted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgiveLink(String address) {
        rows.takeBack(link(address));
    }

    private void count(String bucket, int limit) {
        LocalDateTime now = today.utc();
        rows.count(bucket, now, now.minus(WINDOW));
        ThrottleRepository.Row row = rows.findById(bucket).orElseThrow();
        if (row.failures() > limit) {
            long seconds = Duration.between(now, row.windowStart().plus(WINDOW)).toSeconds();
            throw Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, Math.max(1, (seconds + 59) / 60));
        }
    }

    private static String account(String username) {
        return "account:" + Sha256.hex(username.strip().toLowerCase(Locale.ROOT));
    }

    private static String link(String address) {
        return "link:" + Sha256.hex(address);
    }

    private static String address(String address) {
        return "address:" + Sha256.hex(address);
    }
}
