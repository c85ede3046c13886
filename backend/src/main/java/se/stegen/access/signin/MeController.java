package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import se.stegen.access.ApiActor;
import se.stegen.access.Me;
import se.stegen.access.MeService;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** The caller: who it is, its sign-ins, its password. */
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeController {
    private final ApiActor actors;
    private final MeService me;
    private final SignInService signIn;
    private final PasswordService passwords;
    private final PinService pins;

    MeController(ApiActor actors, MeService me, SignInService signIn, PasswordService passwords, PinService pins) {
        this.actors = actors;
        this.me = me;
        this.signIn = signIn;
        this.passwords = passwords;
        this.pins = pins;
    }

    /** A change of password. */
    @Serdeable
    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** A PIN to sign with, and the password that says who chooses it. */
    @Serdeable
    record PinChange(@Nullable String password, @Nullable String pin) {
        @Override
        public String toString() {
            return "PinChange[]";
        }
    }

    /** Who the caller is, with the roles in force today. */
    @Get
    Me me(Authentication authentication) {
        return me.me(actors.actor(authentication));
    }

    /** The caller's sign-ins that are alive. */
    @Get("/sign-ins")
    ListPage<OwnSignIn> signIns(Authentication authentication) {
        return ListPage.whole(signIn.list(actors.actor(authentication)));
    }

    /** Ends one of them. */
    @Delete("/sign-ins/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void end(Authentication authentication, String id) {
        signIn.end(actors.actor(authentication), id);
    }

    /** Changes the caller's password; other sign-ins end. */
    @Put("/password")
    @Status(HttpStatus.NO_CONTENT)
    void password(Authentication authentication, @Body PasswordChange change) {
        if (change.oldPassword() == null || change.newPassword() == null) {
            throw Problem.field(change.oldPassword() == null ? "oldPassword" : "newPassword", ProblemCode.REQUIRED);
        }
        passwords.change(
                actors.actor(authentication),
                String.valueOf(authentication.getAttributes().get(BearerTokens.SIGN_IN)),
                change.oldPassword(),
                change.newPassword());
    }

    /** Chooses the caller's PIN for signing on a doctor's device. */
    @Put("/pin")
    @Status(HttpStatus.NO_CONTENT)
    void pin(Authentication authentication, @Body PinChange change) {
        if (change.password() == null || change.pin() == null) {
            throw Problem.field(change.pin() == null ? "pin" : "password", ProblemCode.REQUIRED);
        }
        pins.set(actors.actor(authentication), change.password(), change.pin());
    }

    /** Takes the caller's PIN away. */
    @Delete("/pin")
    @Status(HttpStatus.NO_CONTENT)
    void noPin(Authentication authentication) {
        pins.remove(actors.actor(authentication));
    }
}
