package se.stegen.ui.bridge;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Optional;
import se.stegen.access.Actor;
import se.stegen.access.ActorService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * The actor of the Vaadin request or, in a background task, of the session that is locked. Read anew for each request, so
 * that a role that has ended opens nothing. Works wherever {@code UI.access} works.
 */
@Singleton
public class CurrentActor {
    private static final String PER_REQUEST = CurrentActor.class.getName();

    private final ActorService actors;

    CurrentActor(ActorService actors) {
        this.actors = actors;
    }

    /**
     * Who is signed in.
     *
     * @throws Problem {@code NOT_SIGNED_IN} where nobody is
     */
    public Actor get() {
        return find().orElseThrow(() -> Problem.of(ProblemCode.NOT_SIGNED_IN));
    }

    /** Who is signed in; empty where nobody is. */
    public Optional<Actor> find() {
        SignInFilter.SignedIn signedIn = signedIn();
        if (signedIn == null) {
            return Optional.empty();
        }
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null
                && request.getAttribute(PER_REQUEST) instanceof Actor actor
                && actor.personId() == signedIn.personId()) {
            return Optional.of(actor);
        }
        Optional<Actor> actor = actors.find(signedIn.personId());
        if (request != null && actor.isPresent()) {
            request.setAttribute(PER_REQUEST, actor.get());
        }
        return actor;
    }

    /** Id of the sign-in that the session belongs to; {@code NOT_SIGNED_IN} where there is none. */
    public String signInId() {
        SignInFilter.SignedIn signedIn = signedIn();
        if (signedIn == null) {
            throw Problem.of(ProblemCode.NOT_SIGNED_IN);
        }
        return signedIn.signInId();
    }

    /** Whether somebody is signed in; asks no database. */
    public boolean isPresent() {
        return signedIn() != null;
    }

    /** For tests of views without a browser: the session is this person's from now on. */
    public static void bind(VaadinSession session, long personId, String signInId) {
        session.getSession()
                .setAttribute(SignInFilter.SignedIn.ATTRIBUTE, new SignInFilter.SignedIn(personId, signInId));
    }

    private static SignInFilter.@Nullable SignedIn signedIn() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null ? null : signedIn(session);
    }

    static SignInFilter.@Nullable SignedIn signedIn(VaadinSession session) {
        WrappedSession wrapped = session.getSession();
        return wrapped == null ? null : (SignInFilter.SignedIn) wrapped.getAttribute(SignInFilter.SignedIn.ATTRIBUTE);
    }
}
