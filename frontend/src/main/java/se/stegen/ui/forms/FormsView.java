package se.stegen.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.instrument.ClinicForm;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.FormListItem;
import se.stegen.instrument.FormService;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.assessment.TemplateTexts;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** The forms that a clinic uses: its own, and those that come with the program. */
@Route(Paths.FORMS)
@Prototype
@PermitAll
class FormsView extends Screen implements HasUrlParameter<Long> {
    static final String NEW = "form-new";
    static final String NAME = "form-new-name";
    static final String KIND = "form-new-kind";
    static final String COPY = "form-new-copy";
    static final String USE = "form-use-";

    private static final long serialVersionUID = 1L;

    private final transient FormService forms;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private long clinicId;

    FormsView(FormService forms, OrganisationService organisations, CurrentActor current) {
        this.forms = forms;
        this.organisations = organisations;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        clinicId = id;
        show(null);
    }

    /** Builds the screen; the focus goes to the button of this form. */
    private void show(@Nullable String focus) {
        Actor actor = current.get();
        List<FormListItem> items = forms.list(actor, clinicId);
        Button create = new Button(t("forms.new"), click -> create(items));
        create.setId(NEW);
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin(t("forms.title"))
                .line(Html.link(
                        Paths.of(Paths.CLINIC, clinicId),
                        organisations.clinic(actor, clinicId).name()))
                .line(t("forms.line"))
                .actions(create);
        Div own = card(t("forms.own"));
        List<FormListItem> clinics =
                items.stream().filter(item -> !item.builtIn()).toList();
        own.add(clinics.isEmpty() ? new EmptyState(t("forms.empty")) : sheet(t("forms.own"), clinics));
        Div builtIn = card(t("forms.built.in"));
        builtIn.add(sheet(
                t("forms.built.in"),
                items.stream().filter(FormListItem::builtIn).toList()));
        add(own, builtIn);
        if (focus != null) {
            focusLater(focus);
        }
    }

    private Sheet sheet(String name, List<FormListItem> items) {
        Sheet sheet = new Sheet(
                name, List.of(t("assessment.template"), t("forms.version"), t("forms.use"), t("admin.change")));
        for (FormListItem item : items) {
            String called = called(item);
            Component title =
                    item.builtIn() ? Html.text("b", called) : Html.link(Paths.form(clinicId, item.code()), called);
            String facts = t("forms.kind." + item.kind()) + (item.formal() ? "" : " · " + t("forms.informal"));
            sheet.row(
                    new Div(title, Html.text("small", facts)),
                    new Span(version(item)),
                    use(item),
                    Html.div("actions", switchUse(item, called)));
        }
        return sheet;
    }

    private String called(FormListItem item) {
        return TemplateTexts.name(item.name(), item.nameEn(), getLocale());
    }

    private String version(FormListItem item) {
        Integer version = item.publishedVersion();
        if (version == null) {
            return t("forms.draft");
        }
        return item.changed()
                ? t("forms.version.changed", version.toString())
                : t("forms.version.number", version.toString());
    }

    private Span use(FormListItem item) {
        boolean used = !item.hidden() && item.publishedVersion() != null;
        Span tag = new Span(
                Html.sign(used ? "●" : "○"),
                new Span(t(item.hidden() ? "forms.hidden" : used ? "forms.used" : "forms.not.yet")));
        tag.addClassNames("tag", used ? "good" : "info");
        return tag;
    }

    private Button switchUse(FormListItem item, String called) {
        String verb = t(item.hidden() ? "forms.offer" : "forms.hide");
        Button button = new Button(verb, click -> {
            if (attempt(() -> forms.offer(current.get(), clinicId, item.code(), item.hidden()))) {
                show(USE + item.code());
                ProblemNotice.done(t(item.hidden() ? "forms.offered" : "forms.hid", called));
            }
        });
        button.setId(USE + item.code());
        button.setAriaLabel(verb + ": " + called);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setVisible(item.publishedVersion() != null);
        return button;
    }

    private void create(List<FormListItem> items) {
        TextField name = new TextField(t("forms.name"));
        name.setId(NAME);
        name.setRequiredIndicatorVisible(true);
        Select<FormKind> kind = new Select<>();
        kind.setId(KIND);
        kind.setLabel(t("forms.kind"));
        kind.setItems(FormKind.ASSESSMENT, FormKind.PROCEDURE);
        kind.setItemLabelGenerator(one -> t("forms.kind." + one));
        kind.setHelperText(t("forms.kind.help"));
        kind.setValue(FormKind.ASSESSMENT);
        Select<FormListItem> copy = new Select<>();
        copy.setId(COPY);
        copy.setLabel(t("forms.copy"));
        copy.setEmptySelectionAllowed(true);
        copy.setEmptySelectionCaption(t("forms.copy.none"));
        copy.setItems(items);
        copy.setItemLabelGenerator(item -> item == null ? t("forms.copy.none") : called(item));
        new FormDialog(t("forms.new"), t("forms.create"), () -> {
                    FormListItem from = copy.getValue();
                    ClinicForm form = forms.create(
                            current.get(),
                            clinicId,
                            name.getValue(),
                            kind.getValue(),
                            from == null ? null : from.code());
                    getUI().ifPresent(ui -> ui.navigate(Paths.form(clinicId, form.code())));
                })
                .field("name", name)
                .field("kind", kind)
                .field("copyOf", copy)
                .open();
    }
}
