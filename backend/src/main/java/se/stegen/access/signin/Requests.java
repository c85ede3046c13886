package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Optional;

/** Reads what sign-in wants to know of a request. The server has put a trusted proxy's headers in place already. */
final class Requests {
    private Requests() {}

    static Client client(HttpRequest<?> request, Client.Channel channel) {
        return Client.of(
                channel,
                request.getHeaders().get(HttpHeaders.USER_AGENT),
                request.getRemoteAddress().getAddress() == null
                        ? request.getRemoteAddress().getHostString()
                        : request.getRemoteAddress().getAddress().getHostAddress());
    }

    /** Whether the browser says that one of our own pages sent this form. A request that says nothing is refused. */
    static boolean sameOrigin(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return origin != null
                && host != null
                && authority(origin).filter(host::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The path to go back to where it is one of ours, else the home page. */
    static String localPath(@Nullable String path) {
        return path != null && path.matches("/(?![/\\\\])[\\w\\-./?=&%+,:;~]*") && !path.startsWith("/sign-in")
                ? path
                : "/";
    }
}
