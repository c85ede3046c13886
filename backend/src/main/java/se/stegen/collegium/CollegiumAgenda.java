package se.stegen.collegium;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.supervision.AgendaLine;
import se.stegen.supervision.AgendaSource;

/** Proposes for a supervision session what a doctor's collegia decided and nobody has said to be done. */
@Singleton
final class CollegiumAgenda implements AgendaSource {
    private final AccessPolicy access;
    private final ActionRepository actions;

    CollegiumAgenda(AccessPolicy access, ActionRepository actions) {
        this.access = access;
        this.actions = actions;
    }

    @Override
    public List<AgendaLine> lines(Actor actor, long programmeId) {
        if (!access.mayReadOutcomes(actor, programmeId)) {
            return List.of();
        }
        Locale locale = actor.locale();
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        return actions.open(programmeId).stream()
                .map(action -> new AgendaLine(
                        AgendaLine.Kind.OTHER,
                        Messages.get(
                                locale,
                                "agenda.collegium",
                                day.format(action.due()),
                                action.text().strip().replaceAll("\\s+", " "))))
                .toList();
    }
}
