package se.stegen.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Ids;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.ClinicForm;
import se.stegen.instrument.FormData;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.FormService;
import se.stegen.instrument.TemplateField;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.assessment.AnswerForm;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** The builder of one form of a clinic: saves itself, shows beside it what the assessor will meet, publishes. */
@Route(Paths.FORM + "/:clinic/:code")
@Prototype
@PermitAll
class FormView extends RecordScreen implements BeforeEnterObserver {
    static final String PUBLISH = "form-publish";
    static final String DELETE = "form-delete";
    static final String PREVIEW = "form-preview";

    private static final long serialVersionUID = 1L;

    private final transient FormService forms;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private final Div editor = Html.div("form-editor");
    private final Div preview = Html.div("form-preview");
    private final Span standing = new Span();
    private transient ClinicForm form;
    private transient FormData data;
    private transient AutoSave saving;
    private transient Map<String, List<TemplateField.Option>> scales;
    private transient SectionEditors sections;

    @SuppressWarnings("NullAway.Init")
    FormView(FormService forms, OrganisationService organisations, CurrentActor current) {
        this.forms = forms;
        this.organisations = organisations;
        this.current = current;
        removeClassName("narrow");
        preview.setId(PREVIEW);
        standing.addClassNames("tag", "info");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long clinicId = Ids.path(event.getRouteParameters().get("clinic").orElse(""));
        String code = event.getRouteParameters().get("code").orElse("");
        Actor actor = current.get();
        ClinicForm opened = forms.get(actor, clinicId, code);
        scales = forms.scales(actor, clinicId);
        sections = new SectionEditors(this, scales);
        show(opened);
    }

    private void show(ClinicForm opened) {
        form = opened;
        data = opened.data();
        draft(null);
        PageHead head = begin(opened.name()).badge(standing);
        head.line(Html.link(
                Paths.of(Paths.FORMS, opened.clinicId()),
                t(
                        "forms.of",
                        organisations.clinic(current.get(), opened.clinicId()).name())));
        head.line(t("forms.builder.line"));
        saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
        add(Html.div("form-builder", editor, preview));
        rebuild();
        savedAt().saved(opened.updatedAt());
        List<Component> bar = new ArrayList<>();
        if (opened.mayPublish()) {
            bar.add(primary(PUBLISH, t("forms.publish"), this::publish));
        }
        if (opened.publishedVersion() == null) {
            bar.add(other(DELETE, t("delete"), this::delete));
        }
        actions(true, bar.toArray(Component[]::new));
        draft(saving);
        say();
    }

    private void say() {
        Integer version = form.publishedVersion();
        standing.setText(
                version == null
                        ? t("forms.draft")
                        : t(form.changed() ? "forms.version.changed" : "forms.version.number", version.toString()));
    }

    /** The form as it is written just now. */
    FormData data() {
        return data;
    }

    FormKind kind() {
        return form.kind();
    }

    AutoSave saving() {
        return saving;
    }

    /** A refusal of this part is told at the field. */
    void field(String name, com.vaadin.flow.component.HasValidation field) {
        problem().field(name, field);
    }

    /** Something was written in a field: the next save has it, the preview shows it. */
    void write(UnaryOperator<FormDefinition> change) {
        write(new FormData(data.name(), data.formal(), data.competences(), change.apply(data.definition())));
    }

    void write(FormData written) {
        data = written;
        refreshPreview();
    }

    /** A part came, went or moved: the editor is built anew, and the focus goes to the part of this id. */
    void restructure(UnaryOperator<FormDefinition> change, String focus) {
        write(change);
        saving.touch();
        rebuild();
        focusLater(focus);
    }

    /** As {@link #restructure} for what is taken away: it can be undone, and then has the focus. */
    void remove(
            UnaryOperator<FormDefinition> change,
            UnaryOperator<FormDefinition> back,
            String name,
            String near,
            String focus) {
        restructure(change, near);
        ProblemNotice.undo(t("forms.removed", name), t("undo"), () -> restructure(back, focus));
    }

    private void rebuild() {
        editor.removeAll();
        editor.add(new AboutEditor(this, scales));
        if (form.kind() == FormKind.PROCEDURE) {
            editor.add(new ProcedureEditors(this));
        }
        editor.add(sections.build());
        refreshPreview();
    }

    private void refreshPreview() {
        String name = data.name() == null ? "" : data.name();
        AssessmentTemplate shown = new AssessmentTemplate(
                0,
                form.code(),
                0,
                form.clinicId(),
                form.kind(),
                name,
                name,
                data.formal(),
                data.competences(),
                data.definition());
        preview.removeAll();
        preview.add(
                Html.text("h2", t("forms.preview")),
                Html.text("small", t("forms.preview.help")),
                new AnswerForm(shown, new AssessmentAnswer(Map.of(), null, null, null)).opened());
    }

    private LocalDateTime save() {
        form = forms.save(current.get(), form.clinicId(), form.code(), form.version(), data);
        say();
        return form.updatedAt();
    }

    /** Somebody else saved in the meantime: what differs is chosen part by part. */
    private void stale() {
        ClinicForm theirs = forms.get(current.get(), form.clinicId(), form.code());
        merge(FormDifferences.of(this, form, theirs), () -> {
            form = theirs;
            rebuild();
        });
    }

    /** What was chosen where two had written. */
    void choose(FormData chosen) {
        data = chosen;
    }

    private void publish() {
        if (!saved()) {
            return;
        }
        Integer before = form.publishedVersion();
        String next = Integer.toString(before == null ? 1 : before + 1);
        String counts = t(form.formal() ? "forms.publish.formal" : "forms.publish.informal");
        new Confirm(
                        t("forms.publish.title", next),
                        t("forms.publish.text", counts),
                        t("forms.publish"),
                        () -> attempt(() -> {
                            show(forms.publish(current.get(), form.clinicId(), form.code(), form.version()));
                            top();
                            ProblemNotice.done(t("forms.published", form.name()));
                        }))
                .open();
    }

    private void delete() {
        attempt(() -> {
            forms.delete(current.get(), form.clinicId(), form.code(), form.version());
            draft(null);
            long clinicId = form.clinicId();
            FormData gone = data;
            FormKind kind = form.kind();
            getUI().ifPresent(ui -> ui.navigate(Paths.of(Paths.FORMS, clinicId)));
            ProblemNotice.undo(t("forms.removed", form.name()), t("undo"), () -> again(clinicId, kind, gone));
        });
    }

    private void again(long clinicId, FormKind kind, FormData gone) {
        ClinicForm fresh = forms.create(current.get(), clinicId, gone.name(), kind, null);
        forms.save(current.get(), clinicId, fresh.code(), fresh.version(), gone);
        com.vaadin.flow.component.UI.getCurrent().navigate(Paths.form(clinicId, fresh.code()));
    }

    /** Two arrows and a removal for a part. */
    Div tools(String id, String name, Runnable up, Runnable down, Runnable remove) {
        return Html.div(
                "row-actions",
                tool(id + "-up", "↑", t("forms.up", name), up),
                tool(id + "-down", "↓", t("forms.down", name), down),
                tool(id + "-remove", t("delete"), t("forms.remove", name), remove));
    }

    private static Button tool(String id, String sign, String label, Runnable action) {
        Button button = new Button(sign, click -> action.run());
        button.setId(id);
        button.setAriaLabel(label);
        button.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
