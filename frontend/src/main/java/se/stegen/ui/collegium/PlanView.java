package se.stegen.ui.collegium;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.collegium.CollegiumService;
import se.stegen.collegium.SpecialistService;
import se.stegen.common.Today;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.RecordScreen;

/** Plans a collegium: day, doctors, and the specialists who are asked beforehand. */
@Route(Paths.COLLEGIUM_PLAN)
@Prototype
@PermitAll
class PlanView extends RecordScreen implements HasUrlParameter<Long> {
    static final String SAVE = "collegium-plan-save";
    static final String SPECIALISTS = "collegium-specialists";
    static final String SOMEBODY = "collegium-somebody";

    private static final long serialVersionUID = 1L;
    private static final int WEEKS_AHEAD = 4;

    private final transient CollegiumService collegia;
    private final transient SpecialistService specialists;
    private final transient Colleagues colleagues;
    private final transient CurrentActor current;
    private final transient Today today;
    private final CheckboxGroup<Long> asked = new CheckboxGroup<>();

    PlanView(
            CollegiumService collegia,
            SpecialistService specialists,
            Colleagues colleagues,
            CurrentActor current,
            Today today) {
        this.collegia = collegia;
        this.specialists = specialists;
        this.colleagues = colleagues;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        LocalDate day = today.date().plusWeeks(WEEKS_AHEAD);
        PlanFields plan = new PlanFields(on -> collegia.candidates(current.get(), clinicId, on)).on(day);
        begin(t("collegium.plan")).line(Html.link(Paths.of(Paths.COLLEGIA, clinicId), t("collegium.list.title")));
        plan.tellIn(problem());
        add(card(t("collegium.plan.when"), plan), card(t("collegium.specialists"), specialists(clinicId, day)));
        actions(
                false,
                primary(
                        SAVE,
                        t("collegium.plan.save"),
                        () -> attempt(() -> {
                            long id = specialists
                                    .plan(current.get(), clinicId, plan.data(), List.copyOf(asked.getValue()))
                                    .id();
                            goTo(Paths.of(Paths.COLLEGIUM, id));
                        })));
    }

    private Div specialists(long clinicId, LocalDate day) {
        Map<Long, String> names = new LinkedHashMap<>();
        specialists.proposed(current.get(), clinicId, day).forEach(one -> names.put(one.personId(), one.name()));
        asked.setLabel(t("collegium.specialists.who"));
        asked.setId(SPECIALISTS);
        asked.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        asked.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        asked.setItems(names.keySet());
        asked.setHelperText(t("collegium.specialists.help"));
        asked.setValue(names.keySet().stream()
                .filter(id -> id != current.get().personId())
                .collect(Collectors.toSet()));
        PersonPicker somebody = new PersonPicker(t("collegium.specialist.more"), colleagues);
        somebody.field().setId(SOMEBODY);
        somebody.field().addValueChangeListener(change -> {
            PersonPicker.Choice choice = change.getValue();
            if (choice != null && !choice.isAddress()) {
                Set<Long> ticked = new HashSet<>(asked.getValue());
                ticked.add(choice.id());
                names.put(choice.id(), choice.name());
                asked.setItems(List.copyOf(names.keySet()));
                asked.setValue(ticked);
                somebody.field().clear();
            }
        });
        problem().field("personId", asked);
        return Html.div("fields", asked, somebody);
    }
}
