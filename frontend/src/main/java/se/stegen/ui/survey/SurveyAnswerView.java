package se.stegen.ui.survey;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.stegen.spur.Area;
import se.stegen.survey.Statement;
import se.stegen.survey.SurveyAnswerService;
import se.stegen.survey.SurveyForm;
import se.stegen.survey.SurveyRules;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.ScaleField;
import se.stegen.ui.component.Screen;

/**
 * Where somebody answers. What is filled in lies in this tab of the browser until it is sent, and nowhere else: a draft
 * in the database would have a name on it.
 */
@Route(SurveyAnswerService.PATH)
@Prototype
@PermitAll
class SurveyAnswerView extends Screen implements HasUrlParameter<Long> {
    static final String SEND = "survey-send";
    static final String COUNT = "survey-count";
    static final String COMMENT = "survey-comment";

    private static final long serialVersionUID = 1L;
    private static final String GAP = "\n\n";

    private final transient SurveyAnswerService answers;
    private final transient CurrentActor current;
    private final transient Map<String, ScaleField> fields = new LinkedHashMap<>();
    private final TextArea comment = new TextArea();
    private final Span count = new Span();
    private String key = "";

    SurveyAnswerView(SurveyAnswerService answers, CurrentActor current) {
        this.answers = answers;
        this.current = current;
        addClassName("narrow");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        SurveyForm form = answers.form(current.get(), id);
        key = "stegen-survey-" + id + "-" + current.get().personId();
        if (form.answered()) {
            thanks();
        } else if (!form.open()) {
            begin(t("survey.over.title"));
            add(Html.div("card", new Paragraph(t("survey.over"))));
        } else {
            ask(form);
        }
    }

    private void ask(SurveyForm form) {
        begin(t("survey.answer.title", form.clinicName()))
                .line(t("survey.answer.line", form.group().title(getLocale()), day(form.closesOn())));
        Div promise = Html.div("notice", new Paragraph(t("survey.promise")), new Paragraph(t("survey.promise.shown")));
        if (form.groupSize() < SurveyRules.SHOWN_FROM) {
            promise.add(new Paragraph(
                    t(form.surveysInRound() > 1 ? "survey.promise.pooled" : "survey.promise.never", form.groupSize())));
        }
        add(promise);
        Area area = null;
        for (Statement statement : form.statements()) {
            if (statement.area() != area) {
                area = statement.area();
                var heading = Html.text("h2", t("survey.area." + area));
                heading.addClassName("area-heading");
                add(heading);
            }
            ScaleField field = new ScaleField(statement.text(getLocale()), steps());
            field.setId("survey-" + statement.code());
            field.addClassNames("likert");
            field.addValueChangeListener(change -> changed());
            fields.put(statement.code(), field);
            add(field);
        }
        comment.setLabel(t("survey.comment"));
        comment.setHelperText(t("survey.comment.help"));
        comment.setId(COMMENT);
        comment.setMaxLength(2000);
        comment.setWidthFull();
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.addValueChangeListener(change -> changed());
        count.setId(COUNT);
        count.addClassName("saved");
        count.getElement().setAttribute("role", "status");
        Button send = RecordScreen.primary(SEND, t("survey.send"), () -> {});
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send(form);
            } finally {
                send.setEnabled(true);
            }
        });
        add(comment, Html.div("bottom-actions", send, count), Html.text("small", t("survey.draft")));
        counted();
        restore();
    }

    private List<ScaleField.Step> steps() {
        return List.of(
                new ScaleField.Step("4", t("survey.step.4"), ""),
                new ScaleField.Step("3", t("survey.step.3"), ""),
                new ScaleField.Step("2", t("survey.step.2"), ""),
                new ScaleField.Step("1", t("survey.step.1"), ""),
                new ScaleField.Step("0", t("survey.step.0"), ""));
    }

    private void send(SurveyForm form) {
        Map<String, Integer> given = new LinkedHashMap<>();
        fields.forEach((code, field) -> {
            if (!field.isEmpty()) {
                given.put(code, Integer.valueOf(field.getValue()));
            }
        });
        // Refused, closed meanwhile say: it is told above, and everything stays as it was filled in.
        if (attempt(() -> answers.answer(current.get(), form.surveyId(), given, comment.getValue()))) {
            thanks();
            top();
        } else {
            getElement().executeJs("scrollTo(0, 0); this.scrollIntoView({block: 'start'})");
        }
    }

    private void thanks() {
        getElement().executeJs("sessionStorage.removeItem($0)", key);
        begin(t("survey.thanks.title"));
        add(Html.div("card", new Paragraph(t("survey.thanks"))));
    }

    private void changed() {
        counted();
        StringBuilder draft = new StringBuilder();
        fields.forEach((code, field) -> {
            if (!field.isEmpty()) {
                draft.append(draft.isEmpty() ? "" : "\n")
                        .append(code)
                        .append('=')
                        .append(field.getValue());
            }
        });
        draft.append(GAP).append(comment.getValue());
        getElement().executeJs("sessionStorage.setItem($0, $1)", key, draft.toString());
    }

    private void counted() {
        long done = fields.values().stream().filter(field -> !field.isEmpty()).count();
        count.setText(t("survey.count", done, fields.size()));
    }

    private void restore() {
        getElement().executeJs("return sessionStorage.getItem($0) ?? ''", key).then(String.class, draft -> {
            int gap = draft.indexOf(GAP);
            if (gap < 0) {
                return;
            }
            for (String line : draft.substring(0, gap).split("\n", -1)) {
                String[] parts = line.split("=", 2);
                ScaleField field = fields.get(parts[0]);
                if (field != null && parts.length == 2 && parts[1].matches("[0-4]")) {
                    field.setValue(parts[1]);
                }
            }
            comment.setValue(draft.substring(gap + GAP.length()));
        });
    }
}
