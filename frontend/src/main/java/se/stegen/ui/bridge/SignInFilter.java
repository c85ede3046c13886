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
    /** What Vaadin's client takes as "this session is over". */
    private static final String SESSION_OVER = "for(;;);[{\"meta\":{\"sessionExpired\":true}}]";

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
        if (session != null && (bound == null ? now != null : !bound.equals(now))) {
            // The page itself and its first call begin anew: a late call of the page before may have made a session of its
            // own in between.
            boolean ofThisPage = !begins(request);
            if (bound != null || !ofThisPage) {
                session.invalidate();
                session = null;
            }
            if (ofThisPage) {
                over(request, response);
                return;
            }
        }
        if (now != null && begins(request)) {
            request.getSession(true).setAttribute(SignedIn.ATTRIBUTE, now);
        }
        token.flatMap(signIn::renewed).ifPresent(fresh -> response.addCookie(cookie(fresh, request.isSecure())));
        chain.doFilter(request, response);
    }

    private static boolean begins(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return kind == null || "init".equals(kind);
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

    private static void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("uidl".equals(request.getParameter("v-r"))) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(SESSION_OVER);
        } else {
            response.sendError(HttpServletResponse.SC_GONE);
        }
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
