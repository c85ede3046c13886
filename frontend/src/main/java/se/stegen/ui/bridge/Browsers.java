package se.stegen.ui.bridge;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import se.stegen.invitation.Devices;

/**
 * Knows the browser of the request under way by a random cookie, so that a request and an answer from one and the same can
 * be told. The cookie is set when it is first asked for; only its hash leaves this class.
 */
@Singleton
public class Browsers implements Devices {
    private static final String COOKIE = "stegen-device";
    private static final Duration LIFE = Duration.ofDays(365);

    Browsers() {}

    @Override
    public Optional<String> current() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            return Optional.empty();
        }
        String id = cookie(request);
        if (id == null) {
            id = fresh(request);
        }
        String agent = request.getHeader("User-Agent");
        return id == null ? Optional.empty() : Optional.of(hash(id + "\n" + (agent == null ? "" : agent)));
    }

    /** The network address of the browser, behind a trusted proxy the one that it names. */
    public static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }

    private static @Nullable String cookie(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[\\w-]{36}")) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static @Nullable String fresh(VaadinRequest request) {
        VaadinResponse response = VaadinResponse.getCurrent();
        if (response == null) {
            return null;
        }
        Cookie cookie = new Cookie(COOKIE, UUID.randomUUID().toString());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(LIFE.toSeconds()));
        response.addCookie(cookie);
        return cookie.getValue();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
