package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Sign-in for programs. */
@Controller("/api/v1/login")
@Secured(SecurityRule.IS_ANONYMOUS)
class LoginController {
    private final SignInService signIn;

    LoginController(SignInService signIn) {
        this.signIn = signIn;
    }

    /** What is asked for. */
    @Serdeable
    record LoginRequest(@Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "LoginRequest[" + username + "]";
        }
    }

    /** A token, to be sent as {@code Authorization: Bearer}. */
    @Serdeable
    record LoginAnswer(String accessToken, String tokenType, long expiresIn) {
        @Override
        public String toString() {
            return "LoginAnswer[" + expiresIn + "]";
        }
    }

    /** Signs a program in. */
    @Post
    @Status(HttpStatus.OK)
    LoginAnswer login(HttpRequest<?> request, @Body LoginRequest body) {
        if (body.username() == null || body.password() == null) {
            throw Problem.field(body.username() == null ? "username" : "password", ProblemCode.REQUIRED);
        }
        AccessToken token =
                signIn.signIn(body.username(), body.password(), Requests.client(request, Client.Channel.API));
        return new LoginAnswer(
                token.value(),
                "Bearer",
                Duration.between(token.issuedAt(), token.expiresAt()).toSeconds());
    }
}
