package se.stegen.access;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import se.stegen.common.Problem;
import se.stegen.common.Today;

/** Tells people who they are here. */
@Singleton
public class MeService {
    private final RelationQuery relations;
    private final Today today;

    MeService(RelationQuery relations, Today today) {
        this.relations = relations;
        this.today = today;
    }

    /** The actor with the roles in force today. */
    @ReadOnly
    public Me me(Actor actor) {
        String email = relations.emailOf(actor.personId()).orElseThrow(Problem::notFound);
        return new Me(
                Long.toString(actor.personId()),
                actor.name(),
                email,
                relations.myRoles(actor.personId(), today.date()));
    }
}
