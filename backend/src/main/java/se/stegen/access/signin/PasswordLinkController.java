package se.stegen.access.signin;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;

/** One-time links that an admin makes. */
@Controller("/api/v1/people/{personId}/password-links")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PasswordLinkController {
    private final ApiActor actors;
    private final PasswordService passwords;

    PasswordLinkController(ApiActor actors, PasswordService passwords) {
        this.actors = actors;
        this.passwords = passwords;
    }

    /** Makes a link with which the person sets the password. */
    @Post
    @Status(HttpStatus.CREATED)
    OneTimeLink make(Principal principal, String personId) {
        return passwords.makeLink(actors.actor(principal), Ids.path(personId));
    }
}
