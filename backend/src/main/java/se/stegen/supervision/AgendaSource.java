package se.stegen.supervision;

import java.util.List;
import se.stegen.access.Actor;

/**
 * What another feature knows to be open: every bean of this type is asked when an agenda is proposed, such as for the
 * actions of the latest collegium.
 */
public interface AgendaSource {
    /**
     * The lines for a session of this portfolio, in the actor's language; what the actor may not read is left out by the
     * source. Called in the transaction of the reading.
     */
    List<AgendaLine> lines(Actor actor, long programmeId);
}
