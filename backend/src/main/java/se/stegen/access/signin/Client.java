package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param channel browser or API
 * @param userAgent what the browser calls itself
 * @param address network address, that of the browser behind a trusted proxy
 */
public record Client(Channel channel, String userAgent, String address) {
    /** How somebody signs in. */
    public enum Channel {
        /** Cookie. */
        BROWSER,
        /** Bearer token. */
        API
    }

    /** Cuts what is too long to keep. */
    public static Client of(Channel channel, @Nullable String userAgent, String address) {
        return new Client(channel, cut(userAgent == null ? "" : userAgent, 300), cut(address, 64));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
