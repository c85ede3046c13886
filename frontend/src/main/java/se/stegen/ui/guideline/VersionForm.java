package se.stegen.ui.guideline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import se.stegen.common.Messages;
import se.stegen.guideline.GuidelineField;
import se.stegen.guideline.GuidelineVersion;
import se.stegen.guideline.GuidelineVersionData;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.SavedAt;

/** A version of a guideline as it is written; what is typed is kept as a draft. */
final class VersionForm extends Div {
    static final String NAME = "guideline-name";
    static final String FROM = "guideline-valid-from";

    private static final long serialVersionUID = 1L;

    private final Locale locale;
    private final TextField name;
    private final TextField source;
    private final TextField remark;
    private final PeriodField period;
    private final ValueFields values;
    private final AutoSave saving;
    private transient @Nullable GuidelineVersion editing;

    VersionForm(
            Locale locale,
            SavedAt savedAt,
            ProblemNotice problem,
            Function<Map<String, String>, LocalDateTime> saveDraft) {
        this.locale = locale;
        name = new TextField(word("guideline.name"));
        source = new TextField(word("guideline.source"));
        remark = new TextField(word("guideline.remark"));
        period = new PeriodField(word("guideline.valid.from"), word("guideline.valid.to"));
        saving = new AutoSave(savedAt, problem, () -> saveDraft.apply(fields()), () -> {});
        // A version that exists is no draft: it is saved as a whole.
        saving.when(() -> editing == null);
        values = new ValueFields(locale, saving, problem);
        name.setId(NAME);
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        source.setMaxLength(200);
        remark.setMaxLength(500);
        period.from().setId(FROM);
        period.from().setRequiredIndicatorVisible(true);
        List.of(name, source, remark).forEach(saving::watch);
        saving.watch(period.from());
        saving.watch(period.to());
        problem.field("name", name);
        problem.field("validFrom", period.from());
        problem.field("validTo", period.to());
        add(Html.div("fields two", name, source), period, values, Html.div("fields", remark));
    }

    /** Begins with the values that hold, from the first of the next month. */
    void begin(@Nullable GuidelineVersion holds, LocalDate today) {
        editing = null;
        saving.quietly(() -> {
            if (holds != null) {
                fill(holds);
            }
            period.from().setValue(today.plusMonths(1).withDayOfMonth(1));
            period.to().clear();
        });
    }

    /** Changes a version. */
    void edit(GuidelineVersion version) {
        editing = version;
        saving.quietly(() -> fill(version));
    }

    /** Goes on with a draft. */
    void restore(Map<String, String> fields) {
        editing = null;
        saving.quietly(() -> {
            name.setValue(fields.getOrDefault("name", ""));
            source.setValue(fields.getOrDefault("source", ""));
            remark.setValue(fields.getOrDefault("remark", ""));
            period.from().setValue(day(fields.get("validFrom")));
            period.to().setValue(day(fields.get("validTo")));
            Map<GuidelineField, String> typed = new EnumMap<>(GuidelineField.class);
            for (GuidelineField field : GuidelineField.values()) {
                typed.put(field, fields.getOrDefault(field.apiName(), ""));
            }
            values.fill(typed);
        });
    }

    /** The version that is changed; null where it is a new one. */
    @Nullable
    GuidelineVersion editing() {
        return editing;
    }

    GuidelineVersionData data() {
        return new GuidelineVersionData(
                name.getValue(),
                source.getValue(),
                remark.getValue(),
                period.from().getValue(),
                period.to().getValue(),
                values.values());
    }

    static GuidelineVersionData data(GuidelineVersion v) {
        return new GuidelineVersionData(
                v.name(),
                v.source(),
                v.remark(),
                v.validFrom(),
                v.validTo(),
                v.values().texts());
    }

    /** Everything as it was typed, by name. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", name.getValue());
        fields.put("source", source.getValue());
        fields.put("remark", remark.getValue());
        fields.put("validFrom", text(period.from().getValue()));
        fields.put("validTo", text(period.to().getValue()));
        values.values().forEach((field, value) -> fields.put(field.apiName(), value));
        return fields;
    }

    /** Lets one choose, value by value, between what one typed and what somebody else saved meanwhile. */
    void merge(GuidelineVersion base, GuidelineVersion theirs, Runnable save) {
        GuidelineVersionData mine = data();
        List<Conflict.Difference> differences = new ArrayList<>();
        Conflict.Difference.value(
                        word("guideline.name"),
                        base.name(),
                        name.getValue(),
                        theirs.name(),
                        Function.identity(),
                        name::setValue)
                .ifPresent(differences::add);
        for (GuidelineField field : GuidelineField.values()) {
            Conflict.Difference.value(
                            GuidelineWords.name(field, locale),
                            or(base.values().text(field)),
                            or(mine.values().get(field)),
                            or(theirs.values().text(field)),
                            text -> GuidelineWords.value(field, text, locale),
                            text -> values.set(field, text))
                    .ifPresent(differences::add);
        }
        editing = theirs;
        if (differences.isEmpty()) {
            save.run();
        } else {
            new Conflict(differences, save, () -> {}).open();
        }
    }

    private void fill(GuidelineVersion version) {
        name.setValue(version.name());
        source.setValue(version.source());
        remark.setValue(or(version.remark()));
        period.from().setValue(version.validFrom());
        period.to().setValue(version.validTo());
        values.fill(version.values().texts());
    }

    private String word(String key) {
        return Messages.get(locale, key);
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }
}
