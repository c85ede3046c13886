package se.stegen.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.curriculum.Curriculum;
import se.stegen.curriculum.CurriculumEdition;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.GoalGroup;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** One specialty's goals, completed by hand: what is saved is the next edition; programmes keep the one they have. */
@Route(Paths.CURRICULUM)
@Prototype
@PermitAll
class CurriculumView extends Screen implements HasUrlParameter<Long> {
    static final String ADD = "goal-add";
    static final String SAVE = "curriculum-save";
    static final String REMARK = "curriculum-remark";
    static final String CODE = "goal-code";
    static final String TITLE = "goal-title";

    private static final long serialVersionUID = 1L;

    private final transient CurriculumService curricula;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final transient List<Goal> goals = new ArrayList<>();
    private final Div table = Html.div("card");
    private final TextArea remark = new TextArea();

    CurriculumView(CurriculumService curricula, AccessPolicy access, CurrentActor current) {
        this.curricula = curricula;
        this.access = access;
        this.current = current;
        remark.setId(REMARK);
        remark.setWidthFull();
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        access.requireAdminister(current.get());
        show(curricula.edition(current.get(), id));
    }

    private void show(Curriculum curriculum) {
        CurriculumEdition edition = curriculum.edition();
        goals.clear();
        goals.addAll(curriculum.goals());
        Span standing = new Span(t(edition.checked() ? "curricula.checked" : "goals.unchecked"));
        standing.addClassNames("tag", edition.checked() ? "good" : "warn");
        Button add = new Button(t("curricula.add"), click -> edit(-1));
        add.setId(ADD);
        Button save = new Button(t("curricula.save"), click -> save(edition));
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin(edition.specialtyName())
                .badge(standing)
                .line(
                        new Span(t(
                                        "curricula.edition.line",
                                        t("regulation." + edition.regulation().code()),
                                        Integer.toString(edition.number()))
                                + " · "),
                        Html.link(Paths.CURRICULA, t("curricula.all")))
                .actions(add);
        String words = edition.remark();
        if (words != null) {
            add(Html.div("notice warn", Html.text("p", words)));
        }
        remark.setLabel(t("curricula.remark"));
        remark.setHelperText(t("curricula.remark.help"));
        add(table, Html.div("card", remark), Html.div("bottom-actions", save));
        fill();
    }

    private void fill() {
        table.removeAll();
        Sheet sheet = new Sheet(
                t("curricula.goals"), List.of(t("goal.code"), t("goal.title"), t("goal.checked"), t("admin.change")));
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            int place = i;
            Button change = new Button(t("admin.change"), click -> edit(place));
            change.setAriaLabel(t("admin.change.of", goal.code()));
            Button remove = new Button(t("delete"), click -> {
                goals.remove(place);
                fill();
            });
            remove.setAriaLabel(t("delete") + ": " + goal.code());
            sheet.row(
                    Html.text("b", goal.code()),
                    new Span(goal.title()),
                    new Span(goal.checked() ? t("yes") : t("goals.unchecked")),
                    Html.div("actions", change, remove));
        }
        table.add(Html.text("h2", t("curricula.goals")), sheet);
    }

    private void edit(int place) {
        TextField code = new TextField(t("goal.code"));
        Select<GoalGroup> group = new Select<>();
        group.setLabel(t("goal.group"));
        group.setItems(GoalGroup.values());
        group.setItemLabelGenerator(one -> t("goal.group." + one));
        TextArea title = new TextArea(t("goal.title"));
        Checkbox checked = new Checkbox(t("goal.checked.source"));
        code.setId(CODE);
        title.setId(TITLE);
        Goal known = place < 0 ? new Goal("", GoalGroup.C, "", null, true) : goals.get(place);
        code.setValue(known.code());
        group.setValue(known.group());
        title.setValue(known.title());
        checked.setValue(known.checked());
        new FormDialog(t(place < 0 ? "curricula.add" : "admin.change"), t("curricula.keep"), () -> {
                    Goal goal = new Goal(
                            code.getValue().strip(),
                            group.getValue(),
                            title.getValue(),
                            known.activities(),
                            checked.getValue());
                    if (place < 0) {
                        goals.add(goal);
                    } else {
                        goals.set(place, goal);
                    }
                    fill();
                })
                .field("code", code)
                .field("group", group)
                .field("title", title)
                .field("checked", checked)
                .open();
    }

    private void save(CurriculumEdition edition) {
        attempt(() -> {
            Curriculum next = curricula.complete(
                    current.get(),
                    edition.regulation(),
                    edition.specialtyCode(),
                    edition.number(),
                    remark.getValue(),
                    goals);
            getUI().ifPresent(ui ->
                    ui.navigate(Paths.of(Paths.CURRICULUM, next.edition().id())));
            ProblemNotice.done(
                    t("curricula.saved", Integer.toString(next.edition().number())));
        });
    }
}
