package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.PageRequest;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/** The actor's own programmes. */
@Singleton
public class Programmes {
    private final ProgrammeService programmes;

    Programmes(ProgrammeService programmes) {
        this.programmes = programmes;
    }

    /** The programmes in which the actor is the doctor, the latest first. */
    public List<ProgrammeFacts> mine(Actor actor) {
        return programmes.list(actor, actor.name(), null, PageRequest.first()).items().stream()
                .filter(programme -> programme.personId() == actor.personId())
                .sorted(Comparator.comparing(ProgrammeFacts::startDate).reversed())
                .toList();
    }
}
