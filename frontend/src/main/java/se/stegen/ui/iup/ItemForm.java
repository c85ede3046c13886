package se.stegen.ui.iup;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.Goal;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupKind;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.ProblemNotice;

/** The fields of a planned activity. */
final class ItemForm extends Div {
    static final String TITLE = "item-title";
    static final String KIND = "item-kind";
    static final String FROM = "item-from";
    static final String TO = "item-to";
    static final String GOALS = "item-goals";
    static final String METHOD = "item-method";
    static final String LEADER = "item-leader";
    static final String NOTE = "item-note";

    private static final long serialVersionUID = 1L;

    private final TextField title = new TextField(getTranslation("iup.item.title"));
    private final Select<IupKind> kind = new Select<>();
    private final PeriodField period = new PeriodField(getTranslation("dates.from"), getTranslation("dates.to"));
    private final GoalPicker goals;
    private final TextField method = new TextField(getTranslation("iup.item.method"));
    private final TextField leader = new TextField(getTranslation("iup.item.leader"));
    private final TextArea note = new TextArea(getTranslation("iup.item.note"));

    ItemForm(List<Goal> known) {
        addClassName("fields");
        goals = new GoalPicker(getTranslation("iup.item.goals"), known);
        title.setId(TITLE);
        title.setMaxLength(200);
        title.setRequiredIndicatorVisible(true);
        title.setPlaceholder(getTranslation("iup.item.title.example"));
        kind.setId(KIND);
        kind.setLabel(getTranslation("iup.item.kind"));
        kind.setItems(IupKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("iup.kind." + one));
        period.from().setId(FROM);
        period.to().setId(TO);
        goals.setId(GOALS);
        method.setId(METHOD);
        method.setMaxLength(500);
        method.setPlaceholder(getTranslation("iup.item.method.example"));
        leader.setId(LEADER);
        leader.setMaxLength(200);
        note.setId(NOTE);
        add(title, Html.div("fields two", kind, leader), period, goals, method, note);
    }

    void fill(IupItemData item) {
        title.setValue(or(item.title()));
        kind.setValue(IupKind.valueOf(Objects.requireNonNullElse(item.kind(), IupKind.PLACEMENT.name())));
        period.from().setValue(item.from());
        period.to().setValue(item.to());
        goals.setValue(new TreeSet<>(item.goalCodes()));
        method.setValue(or(item.assessmentMethod()));
        leader.setValue(or(item.leader()));
        note.setValue(or(item.note()));
    }

    void readOnly() {
        Stream.of(title, method, leader).forEach(field -> field.setReadOnly(true));
        kind.setReadOnly(true);
        period.from().setReadOnly(true);
        period.to().setReadOnly(true);
        goals.setReadOnly(true);
        note.setReadOnly(true);
    }

    boolean hasTitle() {
        return !title.getValue().isBlank();
    }

    IupItemData data(@Nullable Long id) {
        // Over the API an activity without a last day is of one day; here a field that was emptied is not meant so.
        if (period.to().getValue() == null) {
            throw Problem.field("to", ProblemCode.REQUIRED);
        }
        return new IupItemData(
                id,
                kind.getValue().name(),
                title.getValue(),
                period.from().getValue(),
                period.to().getValue(),
                goals.codes(),
                method.getValue(),
                leader.getValue(),
                note.getValue());
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(title);
        saving.watch(kind);
        saving.watch(period.from());
        saving.watch(period.to());
        saving.watch(goals);
        saving.watch(method);
        saving.watch(leader);
        saving.watch(note);
        problem.field("title", title);
        problem.field("from", period.from());
        problem.field("to", period.to());
        problem.field("goalCodes", goals);
        problem.field("assessmentMethod", method);
        problem.field("leader", leader);
        problem.field("note", note);
    }

    void focusTitle() {
        title.focus();
    }

    /** What the other saved since both began, where it differs from what stands here. */
    List<Conflict.Difference> differences(IupItem base, IupItem theirs) {
        IupItemData mine = data(base.id());
        return Stream.of(
                        Conflict.Difference.value(
                                getTranslation("iup.item.title"),
                                base.title(),
                                title.getValue(),
                                theirs.title(),
                                text -> text,
                                title::setValue),
                        Conflict.Difference.value(
                                getTranslation("iup.item.kind"),
                                base.kind(),
                                kind.getValue(),
                                theirs.kind(),
                                one -> getTranslation("iup.kind." + one),
                                kind::setValue),
                        days("dates.from", base.from(), mine.from(), theirs.from(), period.from()),
                        days("dates.to", base.to(), mine.to(), theirs.to(), period.to()),
                        Conflict.Difference.value(
                                getTranslation("iup.item.goals"),
                                new TreeSet<>(base.goalCodes()),
                                new TreeSet<>(mine.goalCodes()),
                                new TreeSet<>(theirs.goalCodes()),
                                codes -> String.join(", ", codes),
                                goals::setValue),
                        Conflict.Difference.text(
                                getTranslation("iup.item.method"),
                                base.assessmentMethod(),
                                method.getValue(),
                                theirs.assessmentMethod(),
                                method::setValue),
                        Conflict.Difference.text(
                                getTranslation("iup.item.leader"),
                                base.leader(),
                                leader.getValue(),
                                theirs.leader(),
                                leader::setValue),
                        Conflict.Difference.text(
                                getTranslation("iup.item.note"),
                                base.note(),
                                note.getValue(),
                                theirs.note(),
                                note::setValue))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Conflict.Difference> days(
            String label, LocalDate base, @Nullable LocalDate mine, LocalDate theirs, DatePicker field) {
        return Conflict.Difference.value(
                getTranslation(label),
                base,
                mine == null ? base : mine,
                theirs,
                day -> Dates.day(day, getLocale()),
                field::setValue);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
