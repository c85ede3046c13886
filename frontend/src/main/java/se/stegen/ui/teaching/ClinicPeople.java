package se.stegen.ui.teaching;

import java.util.List;
import se.stegen.common.PageRequest;
import se.stegen.teaching.TeachingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.PersonPicker;

/** People of one clinic, for the field that finds them. */
public record ClinicPeople(TeachingService sessions, CurrentActor current, long clinicId)
        implements PersonPicker.Source {
    @Override
    public List<PersonPicker.Choice> find(String text, int offset, int limit) {
        int size = Math.clamp(limit, 1, PageRequest.MAX_SIZE);
        return sessions.people(current.get(), clinicId, text, new PageRequest(offset / size, size)).stream()
                .map(person -> new PersonPicker.Choice(person.id(), person.name(), ""))
                .toList();
    }
}
