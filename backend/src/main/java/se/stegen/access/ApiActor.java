package se.stegen.access;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.security.Principal;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** The actor of an API call: the token's subject is the person's id. */
@Singleton
public class ApiActor {
    private final ActorService actors;

    ApiActor(ActorService actors) {
        this.actors = actors;
    }

    /**
     * The actor behind a token.
     *
     * @throws Problem {@code NOT_SIGNED_IN} where there is no token or its person does not exist
     */
    public Actor actor(@Nullable Principal principal) {
        if (principal == null) {
            throw Problem.of(ProblemCode.NOT_SIGNED_IN);
        }
        try {
            return actors.find(Long.parseLong(principal.getName()))
                    .orElseThrow(() -> Problem.of(ProblemCode.NOT_SIGNED_IN));
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemCode.NOT_SIGNED_IN);
        }
    }
}
