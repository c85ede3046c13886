package se.stegen.ui.bridge;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.signin.AccessToken;
import se.stegen.access.signin.Client;
import se.stegen.access.signin.SignInCookie;
import se.stegen.access.signin.SignInService;
import se.stegen.access.signin.SignInSettings;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;

/**
 * Stands before Vaadin's servlet: finds out from the cookie who it is, for every request anew, renews the cookie, and binds
 * the session to the sign-in. A session whose sign-in is over or another is thrown away at its next request. Heartbeats
 * and the push connection renew, but do not count as activity.
 */
@Singleton
final class SignInFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /**
     * What Vaadin's client takes as "load this page anew", or with an address as "go there". The message of its own that a
     * session is over comes with status 403 or within an answer that it can count; sent bare it is "Invalid JSON" to it.
     */
    private static final String LOAD_ANEW = "Vaadin-Refresh";

    private static final String TO_SIGN_IN = LOAD_ANEW + ": /sign-in?error=" + ProblemCode.NOT_SIGNED_IN;

    private final transient SignInService signIn;
    private final transient SignInSettings settings;

    SignInFilter(SignInService signIn, SignInSettings settings) {
        this.signIn = signIn;
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (isFile(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<AccessToken> token;
        try {
            token = token(request);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.is(e)) {
                throw e;
            }
            unavailable(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        SignedIn bound = session == null ? null : SignedIn.of(session);
        SignedIn now = token.map(t -> new SignedIn(t.personId(), t.signInId())).orElse(null);
        if (ofOpenPage(request)) {
            // Without its session the page is over. Vaadin and its push must not make another one: that one's cookie
            // could take the place of the session that a page opened in the same moment has just got.
            if (session == null || !Objects.equals(bound, now)) {
                if (session != null && bound != null) {
                    session.invalidate();
                }
                over(request, response, now != null);
                return;
            }
        } else {
            if (session != null && !Objects.equals(bound, now)) {
                session.invalidate();
            }
            if (now != null) {
                request.getSession(true).setAttribute(SignedIn.ATTRIBUTE, now);
            }
        }
        token.flatMap(signIn::renewed).ifPresent(fresh -> response.addCookie(cookie(fresh, request.isSecure())));
        chain.doFilter(request, response);
    }

    private Optional<AccessToken> token(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        boolean activity = !"heartbeat".equals(kind) && !"push".equals(kind);
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SignInCookie.NAME)
                        && !cookie.getValue().isEmpty()) {
                    return signIn.verify(cookie.getValue(), Client.Channel.BROWSER, activity);
                }
            }
        }
        return Optional.empty();
    }

    private Cookie cookie(AccessToken token, boolean secure) {
        Cookie cookie = new Cookie(SignInCookie.NAME, token.value());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(settings.longest().toSeconds()));
        return cookie;
    }

    /** Requests of a page that is open; the first one of a page ({@code init}) opens it. */
    private static boolean ofOpenPage(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return (kind != null && !"init".equals(kind)) || request.getRequestURI().startsWith("/VAADIN/push");
    }

    /** Files of the program itself, the same for everybody. */
    private static boolean isFile(HttpServletRequest request) {
        String path = request.getRequestURI();
        int dot = path.lastIndexOf('.');
        return request.getParameter("v-r") == null
                && !path.startsWith("/VAADIN/dynamic/")
                && !path.startsWith("/VAADIN/push")
                && (path.startsWith("/VAADIN/") || dot > path.lastIndexOf('/'))
                && !path.startsWith("/set-password/");
    }

    private static void over(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        if ("uidl".equals(request.getParameter("v-r"))) {
            // Whoever is signed in still, or came by a link from mail and has no sign-in page to go to, gets the page
            // anew
            // with what was saved.
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(signedIn || byLink(request) ? LOAD_ANEW : TO_SIGN_IN);
        } else {
            response.sendError(HttpServletResponse.SC_GONE);
        }
    }

    private static boolean byLink(HttpServletRequest request) {
        String page = request.getHeader("Referer");
        return page != null && page.matches("https?://[^/]+/(assess|feedback-link|collegium-link|not-me|stop)/[^/]+");
    }

    private static void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setContentType("text/html;charset=UTF-8");
        String text = Messages.get(request.getLocale(), ProblemCode.DATABASE_UNAVAILABLE.messageKey());
        response.getWriter().write("<!doctype html><title>STegen</title><main><p>" + text + "</p></main>");
    }

    /**
     * Whom a session belongs to.
     *
     * @param personId who
     * @param signInId the sign-in
     */
    record SignedIn(long personId, String signInId) implements java.io.Serializable {
        static final String ATTRIBUTE = "se.stegen.signedIn";

        static @Nullable SignedIn of(HttpSession session) {
            return (SignedIn) session.getAttribute(ATTRIBUTE);
        }
    }
}
