package se.stegen.access.signin;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** The random part of one-time links. */
@Singleton
public final class LinkTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    LinkTokens() {}

    /** A new random part, 43 characters of an address. */
    public String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a token: its SHA-256 as 64 hex digits. */
    public static String hash(String token) {
        return Sha256.hex(token);
    }

    static String path(String token) {
        return "/set-password/" + token;
    }
}
