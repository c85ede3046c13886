package se.stegen.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import se.stegen.access.Actor;
import se.stegen.access.ActorService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Who uses the screen: asked at each step, so that a role that ended opens nothing more. */
@Singleton
public class CurrentActor {
    private static final String PERSON = CurrentActor.class.getName() + ".person";

    private final ActorService actors;

    CurrentActor(ActorService actors) {
        this.actors = actors;
    }

    /**
     * The person who is signed in, with the roles of today.
     *
     * @throws Problem {@code NOT_SIGNED_IN} where nobody is
     */
    public Actor actor() {
        return find().orElseThrow(() -> Problem.of(ProblemCode.NOT_SIGNED_IN));
    }

    /** The person who is signed in; empty where nobody is. */
    public Optional<Actor> find() {
        Long person = person();
        return person == null ? Optional.empty() : actors.find(person);
    }

    private static @Nullable Long person() {
        VaadinSession session = VaadinSession.getCurrent();
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            // A push: nobody clicked, and the session is still the same person's.
            return session == null ? null : (Long) session.getAttribute(PERSON);
        }
        Principal principal = request.getUserPrincipal();
        Long person = principal == null ? null : Long.valueOf(principal.getName());
        if (session != null) {
            session.setAttribute(PERSON, person);
        }
        return person;
    }
}
