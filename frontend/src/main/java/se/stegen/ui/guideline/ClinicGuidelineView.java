package se.stegen.ui.guideline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.common.Today;
import se.stegen.guideline.ClinicGuidelineState;
import se.stegen.guideline.GuidelineField;
import se.stegen.guideline.GuidelineOverride;
import se.stegen.guideline.GuidelineOverrideData;
import se.stegen.guideline.GuidelineOverrideService;
import se.stegen.guideline.GuidelineValues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** What a clinic is judged by, value by value with where each comes from; overrides with a reason; the studierektor's time. */
@Route(Paths.CLINIC_GUIDELINE)
@Prototype
@PermitAll
class ClinicGuidelineView extends Screen implements HasUrlParameter<Long> {
    static final String PREVIEW = "override-preview";
    static final String SAVE = "override-save";
    static final String HOURS = "studierektor-hours";
    static final String HOURS_SAVE = "studierektor-hours-save";

    private static final long serialVersionUID = 1L;

    private final transient GuidelineOverrideService service;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final transient Today today;
    private final EffectCard effect = new EffectCard();
    private long clinicId;

    ClinicGuidelineView(GuidelineOverrideService service, AccessPolicy access, CurrentActor current, Today today) {
        this.service = service;
        this.access = access;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        clinicId = id;
        build();
    }

    private void build() {
        ClinicGuidelineState state = service.of(current.get(), clinicId, null);
        String guideline = state.guidelineName();
        begin(t("guideline.title", state.clinicName()))
                .line(
                        Html.link(Paths.of(Paths.CLINIC, clinicId), state.clinicName()),
                        new Span(" · " + (guideline == null ? t("clinic.no.guideline") : guideline)));
        boolean writes = access.mayOverrideGuideline(current.get(), clinicId);
        GuidelineValues effective = state.effective();
        if (effective == null) {
            add(Html.div("card", new EmptyState(t("guideline.none.clinic"))));
        } else {
            add(values(state, effective, writes));
            if (writes) {
                add(override(effective));
                effect.clear();
                add(effect);
            }
        }
        add(hours(state, writes), new ChangesCard(state.changes(), getLocale()));
    }

    private Div values(ClinicGuidelineState state, GuidelineValues effective, boolean writes) {
        Div card = card(t("guideline.holds"));
        Sheet sheet = new Sheet(
                t("guideline.holds"),
                List.of(t("guideline.value"), t("guideline.holds.value"), t("guideline.origin"), t("guideline.do")));
        GuidelineValues inherited = state.inherited();
        for (GuidelineField field : GuidelineField.values()) {
            Optional<GuidelineOverride> own = state.overrides().stream()
                    .filter(one -> one.field().equals(field.name()) && holds(one))
                    .findFirst();
            Div origin = new Div();
            Div actions = Html.div("actions");
            own.ifPresentOrElse(
                    one -> {
                        origin.add(
                                new Span(t(
                                        "guideline.origin.clinic",
                                        GuidelineWords.period(one.validFrom(), one.validTo(), getLocale()))),
                                Html.tag("br"),
                                Html.text("small", t("guideline.reason", one.reason())));
                        if (inherited != null) {
                            origin.add(
                                    Html.tag("br"),
                                    Html.text(
                                            "small",
                                            t(
                                                    "guideline.instead",
                                                    GuidelineWords.value(field, inherited.text(field), getLocale()))));
                        }
                        if (writes) {
                            Button end = new Button(t("guideline.end"), click -> end(one));
                            end.setAriaLabel(t("guideline.end") + ": " + GuidelineWords.name(field, getLocale()));
                            actions.add(end);
                        }
                    },
                    () -> origin.add(new Span(t("guideline.origin.guideline"))));
            sheet.row(
                    new Span(GuidelineWords.name(field, getLocale())),
                    new Span(GuidelineWords.value(field, effective.text(field), getLocale())),
                    origin,
                    actions);
        }
        card.add(sheet);
        state.overrides().stream()
                .filter(one -> one.validFrom().isAfter(today.date()))
                .forEach(one -> card.add(Html.text(
                        "p",
                        t(
                                "guideline.coming",
                                GuidelineWords.name(GuidelineField.valueOf(one.field()), getLocale()),
                                GuidelineWords.value(
                                        GuidelineField.valueOf(one.field()), one.fieldValue(), getLocale()),
                                GuidelineWords.period(one.validFrom(), one.validTo(), getLocale())))));
        return card;
    }

    private boolean holds(GuidelineOverride one) {
        var to = one.validTo();
        return !one.validFrom().isAfter(today.date()) && (to == null || !to.isBefore(today.date()));
    }

    private Div override(GuidelineValues effective) {
        OverrideForm form = new OverrideForm(effective, today.date(), problem(), getLocale());
        Button preview = new Button(
                t("guideline.preview"),
                click -> attempt(() -> {
                    effect.show(service.preview(current.get(), clinicId, form.data()));
                    effect.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
                }));
        preview.setId(PREVIEW);
        Button save = new Button(
                t("guideline.override.save"),
                click -> attempt(() -> {
                    GuidelineOverride saved = service.add(current.get(), clinicId, form.data());
                    build();
                    top();
                    ProblemNotice.undo(
                            t("guideline.override.saved"),
                            t("undo"),
                            () -> attempt(() -> {
                                service.end(
                                        current.get(),
                                        saved.id(),
                                        saved.version(),
                                        saved.validFrom().minusDays(1));
                                build();
                            }));
                }));
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div card = card(t("guideline.override"));
        card.add(Html.text("p", t("guideline.override.text")), form, Html.div("actions", save, preview));
        return card;
    }

    private void end(GuidelineOverride one) {
        attempt(() -> {
            service.end(current.get(), one.id(), one.version(), null);
            build();
            top();
            ProblemNotice.undo(
                    t("guideline.ended"),
                    t("undo"),
                    () -> attempt(() -> {
                        service.add(
                                current.get(),
                                clinicId,
                                new GuidelineOverrideData(
                                        GuidelineField.valueOf(one.field()),
                                        one.fieldValue(),
                                        today.date(),
                                        one.validTo(),
                                        one.reason()));
                        build();
                    }));
        });
    }

    private Div hours(ClinicGuidelineState state, boolean writes) {
        Div card = card(t("indicator.STUDIEREKTOR_TIME"));
        BigDecimal allotted = state.hours();
        card.add(Html.text(
                "p",
                allotted == null
                        ? t("guideline.hours.none")
                        : t(
                                "guideline.hours",
                                NumberFormat.getNumberInstance(getLocale()).format(allotted))));
        if (writes) {
            BigDecimalField field = new BigDecimalField(t("guideline.hours.field"));
            field.setId(HOURS);
            field.setLocale(getLocale());
            DatePicker from = Dates.field(t("guideline.valid.from"), getLocale());
            from.setValue(today.date());
            problem().field("hours", field);
            Button save = new Button(
                    t("save"),
                    click -> attempt(() -> {
                        service.recordHours(current.get(), clinicId, field.getValue(), from.getValue());
                        build();
                        focusLater(HOURS);
                        ProblemNotice.done(t("guideline.hours.saved"));
                    }));
            save.setId(HOURS_SAVE);
            save.setAriaLabel(t("save") + ": " + t("indicator.STUDIEREKTOR_TIME"));
            card.add(Html.div("fields two", field, from), Html.div("actions", save));
        }
        return card;
    }
}
