package se.stegen.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import se.stegen.common.PageRequest;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Regulation;
import se.stegen.curriculum.Specialty;
import se.stegen.guideline.GuidelineName;
import se.stegen.guideline.GuidelineService;
import se.stegen.organisation.Clinic;
import se.stegen.organisation.Organisation;
import se.stegen.organisation.OrganisationService;
import se.stegen.organisation.PersonService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.PersonPicker;

/** Fields that choose a clinic, an organisation, a specialty, a guideline or a person. */
@Singleton
public class Choices {
    private final OrganisationService organisations;
    private final CurriculumService curricula;
    private final PersonService people;
    private final GuidelineService guidelines;
    private final CurrentActor current;

    Choices(
            OrganisationService organisations,
            CurriculumService curricula,
            PersonService people,
            GuidelineService guidelines,
            CurrentActor current) {
        this.organisations = organisations;
        this.curricula = curricula;
        this.people = people;
        this.guidelines = guidelines;
        this.current = current;
    }

    /** A clinic, found by its name or its organisation's. */
    public ComboBox<Clinic> clinic(String label) {
        ComboBox<Clinic> box = new ComboBox<>(label);
        box.setItemLabelGenerator(clinic -> clinic.name() + ", " + clinic.organisationName());
        CallbackDataProvider.FetchCallback<Clinic, String> fetch = query -> organisations
                .clinics(current.get(), query.getFilter().orElse(""), page(query.getOffset(), query.getLimit()))
                .items()
                .stream();
        box.setItems(fetch);
        return box;
    }

    /** An organisation, found by its name. */
    public ComboBox<Organisation> organisation(String label) {
        ComboBox<Organisation> box = new ComboBox<>(label);
        box.setItemLabelGenerator(Organisation::name);
        box.setClearButtonVisible(true);
        CallbackDataProvider.FetchCallback<Organisation, String> fetch = query -> organisations
                .organisations(current.get(), query.getFilter().orElse(""), page(query.getOffset(), query.getLimit()))
                .items()
                .stream();
        box.setItems(fetch);
        return box;
    }

    /** A specialty of a regulation, or of either. */
    public ComboBox<Specialty> specialty(String label, @Nullable Regulation regulation) {
        ComboBox<Specialty> box = new ComboBox<>(label);
        box.setItemLabelGenerator(Specialty::name);
        box.setItems(curricula.specialties(current.get(), regulation));
        return box;
    }

    /** A guideline profile by its name; none is chosen where it is inherited. */
    public Select<GuidelineName> guideline(String label, String inherits, @Nullable String code) {
        Select<GuidelineName> box = new Select<>();
        box.setLabel(label);
        box.setItemLabelGenerator(profile -> profile == null ? inherits : profile.name());
        box.setEmptySelectionAllowed(true);
        box.setEmptySelectionCaption(inherits);
        List<GuidelineName> profiles = guidelines.profiles(current.get());
        box.setItems(profiles);
        profiles.stream().filter(one -> one.code().equals(code)).findFirst().ifPresent(box::setValue);
        return box;
    }

    /** Anybody: for admins. */
    public PersonPicker person(String label) {
        return new PersonPicker(
                label,
                (text, offset, limit) -> people.people(current.get(), text, page(offset, limit)).items().stream()
                        .map(person -> new PersonPicker.Choice(person.id(), person.name(), person.email()))
                        .toList());
    }

    private static PageRequest page(int offset, int limit) {
        int size = Math.clamp(limit, 1, PageRequest.MAX_SIZE);
        return new PageRequest(offset / size, size);
    }
}
