package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.common.PageRequest;
import se.stegen.organisation.PersonService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.PersonPicker;

/** Whom one can ask to supervise or to assess, for the field that finds people. */
@Singleton
public class Colleagues implements PersonPicker.Source {
    private final PersonService people;
    private final CurrentActor current;

    Colleagues(PersonService people, CurrentActor current) {
        this.people = people;
        this.current = current;
    }

    @Override
    public List<PersonPicker.Choice> find(String text, int offset, int limit) {
        int size = Math.clamp(limit, 1, PageRequest.MAX_SIZE);
        return people.assessors(current.get(), text, new PageRequest(offset / size, size)).items().stream()
                .map(item -> {
                    String clinic = item.clinicName();
                    return new PersonPicker.Choice(item.id(), item.name(), clinic == null ? "" : clinic);
                })
                .toList();
    }
}
