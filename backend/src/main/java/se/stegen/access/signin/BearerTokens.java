package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets API calls in: the token in the Authorization header must be alive. Its name is the person's id. */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
    /** Attribute with the sign-in's id. */
    static final String SIGN_IN = "sid";

    private final SignInService signIn;

    BearerTokens(SignInService signIn) {
        this.signIn = signIn;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.fromCallable(() -> signIn.verify(token, Client.Channel.API, true)
                .map(t -> Authentication.build(Long.toString(t.personId()), Map.of(SIGN_IN, t.signInId())))
                .orElse(null));
    }
}
