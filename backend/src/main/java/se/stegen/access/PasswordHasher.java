package se.stegen.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Passwords are kept as Argon2id (19 MiB, two passes), which is dear: few are computed at a time. */
@Singleton
public class PasswordHasher {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final Semaphore permits = new Semaphore(2);

    /** The hash to keep: algorithm, parameters, salt and result in one text of at most 255 characters. */
    public String hash(String password) {
        permits.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
        } finally {
            permits.release();
        }
    }

    /** Whether the password is the one that the hash was made of. */
    public boolean matches(String password, String hash) {
        permits.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            permits.release();
        }
    }
}
