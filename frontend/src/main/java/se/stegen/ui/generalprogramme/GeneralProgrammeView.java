package se.stegen.ui.generalprogramme;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.Regulation;
import se.stegen.generalprogramme.GeneralItem;
import se.stegen.generalprogramme.GeneralItemData;
import se.stegen.generalprogramme.GeneralProgramme;
import se.stegen.generalprogramme.GeneralProgrammeService;
import se.stegen.iup.IupKind;
import se.stegen.organisation.Clinic;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's general programme for its specialty, month by month; studierektor and clinic head change it. */
@Route(Paths.GENERAL_PROGRAMME)
@Prototype
@PermitAll
class GeneralProgrammeView extends Screen implements HasUrlParameter<Long> {
    static final String NEW = "new-general-item";
    static final String REGULATION = "general-regulation";
    static final String CHANGE = "change-general-item-";
    static final String REMOVE = "remove-general-item-";
    static final String KIND = "general-kind";
    static final String TITLE = "general-title";
    static final String START = "general-start";
    static final String MONTHS = "general-months";
    static final String METHOD = "general-method";
    static final String GOALS = "general-goals";

    private static final long serialVersionUID = 1L;

    private final transient GeneralProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient OrganisationService organisations;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private Regulation regulation = Regulation.HSLF_2021;
    private long clinicId;

    GeneralProgrammeView(
            GeneralProgrammeService programmes,
            CurriculumService curricula,
            OrganisationService organisations,
            AccessPolicy access,
            CurrentActor current) {
        this.programmes = programmes;
        this.curricula = curricula;
        this.organisations = organisations;
        this.access = access;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        clinicId = id;
        show(0);
    }

    /** Builds the screen; the focus goes to this activity's button, to the one for a new activity where it is gone. */
    private void show(long focus) {
        Actor actor = current.get();
        Clinic clinic = organisations.clinic(actor, clinicId);
        GeneralProgramme programme = programmes.get(actor, clinicId, regulation.code(), null);
        boolean keeps = access.mayKeepGeneralProgramme(actor, clinicId);
        PageHead head = begin(t("general.title"));
        head.line(
                access.mayReadCompliance(actor, clinicId)
                        ? Html.link(Paths.of(Paths.CLINIC, clinicId), clinic.name())
                        : new Span(clinic.name()));
        String specialty = clinic.specialtyName();
        head.line(t(
                "general.line",
                specialty == null ? "–" : specialty.toLowerCase(getLocale()),
                Integer.toString(programme.items().size())));
        Select<Regulation> rules = rules();
        head.actions(rules);
        Component target = null;
        if (keeps) {
            Button add = new Button(t("general.new"), click -> edit(null));
            add.setId(NEW);
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(add);
            target = add;
        }
        Div card = card(t("general.items"));
        if (programme.items().isEmpty()) {
            card.add(new EmptyState(t(keeps ? "general.empty.keeps" : "general.empty")));
        } else {
            Sheet sheet = new Sheet(t("general.items"), columns(keeps));
            for (GeneralItem item : programme.items()) {
                Button change = row(sheet, item, keeps);
                target = item.id() == focus ? change : target;
            }
            card.add(sheet);
        }
        add(card);
        if (focus != 0 && target != null) {
            focusSoon(target);
        }
    }

    private Select<Regulation> rules() {
        Select<Regulation> rules = new Select<>();
        rules.setId(REGULATION);
        rules.setLabel(t("trainee.regulation"));
        rules.setItems(Regulation.HSLF_2021, Regulation.SOSFS_2015);
        rules.setItemLabelGenerator(one -> t("regulation." + one.code()));
        rules.setValue(regulation);
        rules.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                regulation = change.getValue();
                show(0);
            }
        });
        return rules;
    }

    private List<String> columns(boolean keeps) {
        List<String> columns =
                new ArrayList<>(List.of(t("general.item"), t("general.when"), t("general.method"), t("trainee.goals")));
        if (keeps) {
            columns.add(t("admin.change"));
        }
        return columns;
    }

    private Button row(Sheet sheet, GeneralItem item, boolean keeps) {
        List<Component> cells = new ArrayList<>(List.of(
                new Div(Html.text("b", item.title()), Html.text("small", t("iup.kind." + item.kind()))),
                new Span(months(item)),
                new Span(item.assessmentMethod().isEmpty() ? "–" : item.assessmentMethod()),
                new Span(item.goalCodes().isEmpty() ? "–" : String.join(", ", item.goalCodes()))));
        Button change = new Button(t("admin.change"), click -> edit(item));
        change.setId(CHANGE + item.id());
        change.setAriaLabel(t("admin.change.of", item.title()));
        if (keeps) {
            Button remove = new Button(t("delete"), click -> remove(item));
            remove.setId(REMOVE + item.id());
            remove.setAriaLabel(t("placement.remove.of", item.title()));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            cells.add(Html.div("actions", change, remove));
        }
        sheet.row(cells.toArray(Component[]::new));
        return change;
    }

    /** People count months from 1. */
    private static String months(GeneralItem item) {
        int first = item.startMonth() + 1;
        int last = item.startMonth() + item.months();
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    private void edit(@Nullable GeneralItem known) {
        Select<IupKind> kind = new Select<>();
        kind.setId(KIND);
        kind.setLabel(t("general.kind"));
        kind.setItems(IupKind.values());
        kind.setItemLabelGenerator(one -> t("iup.kind." + one));
        TextField title = new TextField(t("general.title.label"));
        title.setId(TITLE);
        IntegerField start = number(START, "general.start");
        start.setHelperText(t("general.start.help"));
        IntegerField months = number(MONTHS, "general.length");
        TextField method = new TextField(t("general.method"));
        method.setId(METHOD);
        List<Goal> all = curricula
                .curriculum(
                        current.get(),
                        regulation,
                        organisations.clinic(current.get(), clinicId).specialtyCode())
                .goals();
        GoalPicker goals = new GoalPicker(t("trainee.goals"), all);
        goals.setId(GOALS);
        kind.setValue(known == null ? IupKind.PLACEMENT : known.kind());
        if (known != null) {
            title.setValue(known.title());
            start.setValue(known.startMonth() + 1);
            months.setValue(known.months());
            method.setValue(known.assessmentMethod());
            goals.setValue(Set.copyOf(known.goalCodes()));
        }
        FormDialog dialog = new FormDialog(t(known == null ? "general.new" : "general.change"), t("save"), () -> {
            Integer first = start.getValue();
            GeneralItemData data = new GeneralItemData(
                    kind.getValue(),
                    title.getValue(),
                    first == null ? null : (Integer) (first - 1),
                    months.getValue(),
                    method.getValue(),
                    goals.codes());
            show(
                    known == null
                            ? programmes
                                    .add(current.get(), clinicId, regulation.code(), null, data)
                                    .id()
                            : programmes
                                    .change(current.get(), clinicId, known.id(), known.version(), data)
                                    .id());
        });
        dialog.field("kind", kind)
                .field("title", title)
                .field("startMonth", start)
                .field("months", months)
                .field("assessmentMethod", method)
                .field("goalCodes", goals)
                .open();
    }

    private IntegerField number(String id, String label) {
        IntegerField field = new IntegerField(t(label));
        field.setId(id);
        field.setMin(1);
        field.setStepButtonsVisible(true);
        return field;
    }

    private void remove(GeneralItem item) {
        if (!attempt(() -> programmes.remove(current.get(), clinicId, item.id(), item.version()))) {
            return;
        }
        show(-1);
        String rules = regulation.code();
        GeneralItemData data = new GeneralItemData(
                item.kind(), item.title(), item.startMonth(), item.months(), item.assessmentMethod(), item.goalCodes());
        ProblemNotice.undo(
                t("general.removed", item.title()),
                t("undo"),
                () -> attempt(() -> show(programmes
                        .add(current.get(), clinicId, rules, null, data)
                        .id())));
    }
}
