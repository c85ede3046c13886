package se.stegen.ui.guideline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.guideline.GuidelineField;
import se.stegen.guideline.GuidelineOverrideData;
import se.stegen.guideline.GuidelineValues;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.ProblemNotice;

/** One value that a clinic overrides: which, by what, from when, why. */
final class OverrideForm extends Div {
    static final String FIELD = "override-field";
    static final String VALUE = "override-value";
    static final String REASON = "override-reason";

    private static final long serialVersionUID = 1L;

    private final Select<GuidelineField> field = new Select<>();
    private final Div place = Html.div("fields");
    private final PeriodField period;
    private final TextArea reason;
    private transient @Nullable HasValue<?, ?> value;

    OverrideForm(GuidelineValues holding, LocalDate today, ProblemNotice problem, Locale locale) {
        field.setId(FIELD);
        field.setLabel(Messages.get(locale, "guideline.override.field"));
        field.setItems(GuidelineField.values());
        field.setItemLabelGenerator(one -> GuidelineWords.name(one, locale));
        field.addValueChangeListener(change -> {
            GuidelineField chosen = change.getValue();
            Component input = ValueFields.field(chosen, locale);
            input.setId(VALUE);
            place.removeAll();
            place.add(input);
            if (input instanceof HasValue<?, ?> typed) {
                ValueFields.write(typed, holding.text(chosen));
                value = typed;
            }
            if (input instanceof HasValidation validated) {
                problem.field("value", validated);
            }
        });
        period = new PeriodField(
                Messages.get(locale, "guideline.valid.from"), Messages.get(locale, "guideline.valid.to"));
        period.from().setValue(today);
        reason = new TextArea(Messages.get(locale, "guideline.override.reason"));
        reason.setId(REASON);
        reason.setMaxLength(1000);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(Messages.get(locale, "guideline.override.reason.help"));
        problem.field("field", field);
        problem.field("validFrom", period.from());
        problem.field("validTo", period.to());
        problem.field("reason", reason);
        add(Html.div("fields two", field, place), period, Html.div("fields", reason));
        field.setValue(GuidelineField.SUPERVISIONS_PER_YEAR);
    }

    GuidelineOverrideData data() {
        HasValue<?, ?> typed = value;
        return new GuidelineOverrideData(
                field.getValue(),
                typed == null ? "" : ValueFields.read(typed),
                period.from().getValue(),
                period.to().getValue(),
                reason.getValue());
    }
}
