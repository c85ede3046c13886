package se.stegen.ui.collegium;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumLevel;
import se.stegen.collegium.Judgement;
import se.stegen.collegium.OutcomeData;
import se.stegen.common.Messages;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict.Difference;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** The outcome for one doctor as it is written in the meeting, or changed afterwards. */
final class OutcomeForm extends Div {
    static final String JUDGEMENT = "outcome-judgement";
    static final String LEVEL = "outcome-level-";
    static final String STRENGTHS = "outcome-strengths";
    static final String DEVELOPMENT = "outcome-development";
    static final String ADD_ACTION = "outcome-add-action";

    private static final long serialVersionUID = 1L;

    private final Locale locale;
    private final RadioButtonGroup<Judgement> judgement = new RadioButtonGroup<>();
    private final transient Map<String, Select<CollegiumLevel>> levels = new LinkedHashMap<>();
    private final transient Map<String, String> names = new LinkedHashMap<>();
    private final TextArea strengths = new TextArea(getTranslation("collegium.strengths"));
    private final TextArea development = new TextArea(getTranslation("collegium.development"));
    private final Div actionRows = Html.div("fields");
    private final transient List<ActionRow> actions = new ArrayList<>();
    private @Nullable AutoSave saving;

    OutcomeForm(List<CollegiumCompetence> competences, OutcomeData data, String actionsTitle, Locale locale) {
        this.locale = locale;
        Div grid = Html.div("fields three");
        for (CollegiumCompetence one : competences) {
            Select<CollegiumLevel> level = new Select<>();
            level.setLabel(one.name(locale));
            level.setId(LEVEL + one.code());
            level.setItems(CollegiumLevel.values());
            level.setEmptySelectionAllowed(true);
            level.setEmptySelectionCaption("–");
            level.setItemLabelGenerator(
                    value -> value == null ? "–" : Messages.get(locale, "collegium.level." + value));
            levels.put(one.code(), level);
            names.put(one.code(), one.name(locale));
            grid.add(level);
        }
        judgement.setId(JUDGEMENT);
        judgement.setLabel(getTranslation("collegium.judgement"));
        judgement.setItems(Judgement.values());
        judgement.setItemLabelGenerator(value -> Messages.get(locale, "collegium.judgement." + value));
        area(strengths, STRENGTHS);
        area(development, DEVELOPMENT);
        Button add = new Button(
                getTranslation("collegium.action.add"),
                click -> Html.focus(row(null).text()));
        add.setId(ADD_ACTION);
        add(
                judgement,
                strengths,
                development,
                Html.text("h3", getTranslation("collegium.levels")),
                grid,
                Html.text("h3", actionsTitle),
                actionRows,
                Html.div("actions", add));
        addClassName("fields");
        fill(data);
    }

    private static void area(TextArea area, String id) {
        area.setId(id);
        area.setWidthFull();
        area.setMinHeight("96px");
        area.setMaxLength(20_000);
    }

    /** Shows this in place of what is there. */
    void fill(OutcomeData data) {
        Runnable filling = () -> {
            judgement.setValue(judgement(data));
            levels.forEach((code, field) -> field.setValue(level(data.levels().get(code))));
            strengths.setValue(text(data.strengths()));
            development.setValue(text(data.development()));
            fillActions(data.actions());
        };
        AutoSave watching = saving;
        if (watching == null) {
            filling.run();
        } else {
            watching.quietly(filling);
        }
    }

    private void fillActions(List<OutcomeData.ActionData> wanted) {
        actions.clear();
        actionRows.removeAll();
        wanted.forEach(this::row);
    }

    private ActionRow row(OutcomeData.@Nullable ActionData action) {
        ActionRow row = new ActionRow(actions.size(), action, locale, gone -> {
            actions.remove(gone);
            actionRows.remove(gone);
            AutoSave watching = saving;
            if (watching != null) {
                watching.touch();
            }
            Html.focus(strengths);
        });
        actions.add(row);
        actionRows.add(row);
        AutoSave watching = saving;
        if (watching != null) {
            row.watch(watching);
        }
        return row;
    }

    void watch(AutoSave autoSave, ProblemNotice notice) {
        saving = autoSave;
        autoSave.watch(judgement);
        levels.values().forEach(autoSave::watch);
        autoSave.watch(strengths);
        autoSave.watch(development);
        actions.forEach(row -> row.watch(autoSave));
        tellIn(notice);
    }

    void tellIn(ProblemNotice notice) {
        notice.field("judgement", judgement);
        notice.field("strengths", strengths);
        notice.field("development", development);
    }

    /** Whether everything that is written can be kept: an action without a day is not, and says so. */
    boolean isComplete() {
        return actions.stream().allMatch(ActionRow::isComplete);
    }

    /** What is written; an action without words or day is not there yet. */
    OutcomeData data() {
        Map<String, String> chosen = new TreeMap<>();
        levels.forEach((code, field) -> {
            CollegiumLevel level = field.getValue();
            if (level != null) {
                chosen.put(code, level.name());
            }
        });
        Judgement value = judgement.getValue();
        return new OutcomeData(
                value == null ? null : value.name(),
                chosen,
                strengths.getValue(),
                development.getValue(),
                actions.stream().map(ActionRow::data).flatMap(Optional::stream).toList());
    }

    /** What the other changed and differs from what is written here. */
    List<Difference> differences(OutcomeData base, OutcomeData theirs) {
        OutcomeData mine = data();
        return Stream.of(
                        Difference.value(
                                getTranslation("collegium.judgement"),
                                text(base.judgement()),
                                text(mine.judgement()),
                                text(theirs.judgement()),
                                value -> value.isEmpty() ? "" : Messages.get(locale, "collegium.judgement." + value),
                                value -> judgement.setValue(value.isEmpty() ? null : Judgement.valueOf(value))),
                        Difference.text(
                                getTranslation("collegium.strengths"),
                                text(base.strengths()),
                                text(mine.strengths()),
                                text(theirs.strengths()),
                                strengths::setValue),
                        Difference.text(
                                getTranslation("collegium.development"),
                                text(base.development()),
                                text(mine.development()),
                                text(theirs.development()),
                                development::setValue),
                        Difference.value(
                                getTranslation("collegium.levels"),
                                base.levels(),
                                mine.levels(),
                                theirs.levels(),
                                this::words,
                                value -> levels.forEach((code, field) -> field.setValue(level(value.get(code))))),
                        Difference.value(
                                getTranslation("collegium.actions"),
                                base.actions(),
                                mine.actions(),
                                theirs.actions(),
                                this::words,
                                this::fillActions))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes over what only the other changed. */
    void takeOver(OutcomeData base, OutcomeData theirs) {
        OutcomeData mine = data();
        AutoSave watching = Objects.requireNonNull(saving);
        OutcomeData merged = new OutcomeData(
                Objects.equals(mine.judgement(), base.judgement()) ? theirs.judgement() : mine.judgement(),
                mine.levels().equals(base.levels()) ? theirs.levels() : mine.levels(),
                text(mine.strengths()).equals(text(base.strengths())) ? theirs.strengths() : mine.strengths(),
                text(mine.development()).equals(text(base.development())) ? theirs.development() : mine.development(),
                mine.actions().equals(base.actions()) ? theirs.actions() : mine.actions());
        watching.quietly(() -> fill(merged));
    }

    private String words(Map<String, String> chosen) {
        return chosen.entrySet().stream()
                .map(one -> names.getOrDefault(one.getKey(), one.getKey()) + ": "
                        + Messages.get(locale, "collegium.level." + one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String words(List<OutcomeData.ActionData> wanted) {
        return wanted.stream()
                .map(one -> text(one.text()) + " – " + Dates.day(Objects.requireNonNull(one.due()), locale))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable Judgement judgement(OutcomeData data) {
        String value = data.judgement();
        return value == null || value.isEmpty() ? null : Judgement.valueOf(value);
    }

    private static @Nullable CollegiumLevel level(@Nullable String value) {
        return value == null ? null : CollegiumLevel.valueOf(value);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
