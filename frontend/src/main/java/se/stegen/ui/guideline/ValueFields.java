package se.stegen.ui.guideline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.stegen.access.IupApprover;
import se.stegen.common.Messages;
import se.stegen.guideline.GuidelineField;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** A field for each value of a guideline, in groups. */
final class ValueFields extends Div {
    private static final long serialVersionUID = 1L;

    private static final Map<String, List<GuidelineField>> GROUPS = groups();

    private final Map<GuidelineField, HasValue<?, ?>> fields = new EnumMap<>(GuidelineField.class);

    ValueFields(Locale locale, AutoSave saving, ProblemNotice problem) {
        GROUPS.forEach((group, members) -> {
            Div part = Html.div("fields two");
            for (GuidelineField member : members) {
                Component field = field(member, locale);
                field.setId(id(member));
                if (field instanceof HasValue<?, ?> value) {
                    fields.put(member, value);
                    saving.watch(value);
                }
                if (field instanceof HasValidation validated) {
                    problem.field(member.apiName(), validated);
                }
                part.add(field);
            }
            add(Html.text("h3", Messages.get(locale, "guideline.group." + group)), part);
        });
    }

    static String id(GuidelineField field) {
        return "guideline-" + field.apiName();
    }

    /** A field for one value. */
    static Component field(GuidelineField member, Locale locale) {
        String name = GuidelineWords.name(member, locale);
        return switch (member.kind()) {
            case YES_NO -> new Checkbox(name);
            case APPROVERS -> {
                CheckboxGroup<IupApprover> group = new CheckboxGroup<>(name);
                group.setItems(IupApprover.values());
                group.setItemLabelGenerator(one -> Messages.get(locale, "guideline.approver." + one));
                yield group;
            }
            default -> {
                TextField text = new TextField(name);
                text.setRequiredIndicatorVisible(!member.optional());
                text.setMaxLength(200);
                String help = Messages.get(locale, "guideline.help." + member.kind());
                text.setHelperText(
                        switch (member) {
                            case STUDIEREKTOR_HOURS -> help;
                            case SUPERVISOR_TRAINING_MAX_AGE_YEARS ->
                                Messages.get(locale, "guideline.help.unlimited", help);
                            default -> member.optional() ? Messages.get(locale, "guideline.help.optional", help) : help;
                        });
                if (member.kind() == GuidelineField.Kind.COUNT
                        || member.kind() == GuidelineField.Kind.COUNT_FROM_ZERO) {
                    text.getElement().setAttribute("inputmode", "numeric");
                }
                yield text;
            }
        };
    }

    /** What stands in the field, as it was typed. */
    @SuppressWarnings("unchecked")
    static String read(HasValue<?, ?> field) {
        if (field instanceof Checkbox box) {
            return Boolean.toString(box.getValue());
        }
        if (field instanceof CheckboxGroup<?> group) {
            return ((Set<IupApprover>) group.getValue())
                    .stream().sorted().map(Enum::name).collect(Collectors.joining("+"));
        }
        return String.valueOf(field.getValue());
    }

    /** Puts a text into a field. */
    @SuppressWarnings("unchecked")
    static void write(HasValue<?, ?> field, @Nullable String text) {
        String value = text == null ? "" : text;
        if (field instanceof Checkbox box) {
            box.setValue(Boolean.parseBoolean(value));
        } else if (field instanceof CheckboxGroup<?> group) {
            Set<IupApprover> chosen = new TreeSet<>();
            Arrays.stream(IupApprover.values())
                    .filter(one -> Arrays.asList(value.split("\\+", -1)).contains(one.name()))
                    .forEach(chosen::add);
            ((CheckboxGroup<IupApprover>) group).setValue(chosen);
        } else if (field instanceof TextField textField) {
            textField.setValue(value);
        }
    }

    Map<GuidelineField, String> values() {
        Map<GuidelineField, String> values = new EnumMap<>(GuidelineField.class);
        fields.forEach((member, field) -> values.put(member, read(field)));
        return values;
    }

    void fill(Map<GuidelineField, String> values) {
        fields.forEach((member, field) -> write(field, values.get(member)));
    }

    void set(GuidelineField member, @Nullable String text) {
        HasValue<?, ?> field = fields.get(member);
        if (field != null) {
            write(field, text);
        }
    }

    private static Map<String, List<GuidelineField>> groups() {
        Map<String, List<GuidelineField>> groups = new LinkedHashMap<>();
        groups.put(
                "talks",
                List.of(
                        GuidelineField.SUPERVISIONS_PER_YEAR,
                        GuidelineField.ASSESSMENTS_PER_YEAR,
                        GuidelineField.GENERAL_COMPETENCE,
                        GuidelineField.COLLEGIA_TOTAL,
                        GuidelineField.COLLEGIA_PER_YEAR,
                        GuidelineField.DEVELOPMENT_TALKS_PER_YEAR,
                        GuidelineField.RECONCILIATIONS_PER_YEAR,
                        GuidelineField.SELF_STUDY_HOURS_PER_WEEK));
        groups.put(
                "plan",
                List.of(
                        GuidelineField.IUP_MONTHS,
                        GuidelineField.IUP_REVISIONS_PER_YEAR,
                        GuidelineField.IUP_APPROVERS,
                        GuidelineField.SUPERVISOR_TRAINING_MAX_AGE_YEARS));
        groups.put(
                "clinic",
                List.of(
                        GuidelineField.INTERNAL_TEACHING_PER_WEEK,
                        GuidelineField.HOLIDAY_WEEKS,
                        GuidelineField.JOURNAL_CLUB_PER_MONTH,
                        GuidelineField.STUDIEREKTOR_HOURS,
                        GuidelineField.EXTERNAL_REVIEW_YEARS,
                        GuidelineField.INTERNAL_REVIEW_MONTHS));
        groups.put(
                "limits",
                List.of(GuidelineField.GREEN_FROM, GuidelineField.YELLOW_FROM, GuidelineField.ESCALATION_DAYS));
        return groups;
    }
}
