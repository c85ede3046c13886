package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.stegen.common.Problem;

/** Sign-in and sign-out for browsers: forms, a cookie, redirects. */
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Hidden
class SignInFormController {
    private final SignInService signIn;
    private final SignInSettings settings;

    SignInFormController(SignInService signIn, SignInSettings settings) {
        this.signIn = signIn;
        this.settings = settings;
    }

    /** Signs a person in and leads to the page that was wanted. */
    @Post("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, @Nullable @QueryValue("to") String to) {
        requireSameOrigin(request);
        String wanted = Requests.localPath(to);
        try {
            AccessToken token = signIn.signIn(
                    request.getParameters().get("username", String.class, ""),
                    request.getParameters().get("password", String.class, ""),
                    Requests.client(request, Client.Channel.BROWSER));
            return HttpResponse.seeOther(URI.create(wanted))
                    .cookie(cookie(token.value(), settings.longest(), request.isSecure()));
        } catch (Problem e) {
            String minutes =
                    e.arguments().isEmpty() ? "" : "&minutes=" + e.arguments().getFirst();
            return HttpResponse.seeOther(URI.create("/sign-in?error=" + e.code().name() + minutes
                    + (wanted.equals("/") ? "" : "&to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))));
        }
    }

    /** Ends the sign-in of this browser. */
    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        requireSameOrigin(request);
        request.getCookies().findCookie(SignInCookie.NAME).ifPresent(c -> signIn.signOut(c.getValue()));
        return HttpResponse.seeOther(URI.create("/sign-in?left")).cookie(cookie("", Duration.ZERO, request.isSecure()));
    }

    private static void requireSameOrigin(HttpRequest<?> request) {
        if (!Requests.sameOrigin(request)) {
            throw Problem.forbidden();
        }
    }

    private static Cookie cookie(String value, Duration life, boolean secure) {
        return Cookie.of(SignInCookie.NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(secure)
                .maxAge(life);
    }
}
