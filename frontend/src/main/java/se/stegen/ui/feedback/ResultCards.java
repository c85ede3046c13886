package se.stegen.ui.feedback;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Messages;
import se.stegen.feedback.FeedbackResult;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.assessment.TemplateTexts;
import se.stegen.ui.component.Html;

/** What colleagues said, pooled: counts in words and figures with a bar, the own rating beside, comments without order. */
final class ResultCards {
    static final String ID = "feedback-result";

    private final Locale locale;

    ResultCards(Locale locale) {
        this.locale = locale;
    }

    Div of(FeedbackResult result, @Nullable AssessmentAnswer own) {
        Div all = new Div();
        all.setId(ID);
        all.add(comments("assessment.doMore", result.doMore(), own == null ? null : own.doMore()));
        all.add(comments("assessment.workOn", result.workOn(), own == null ? null : own.workOn()));
        Div card = Html.div("card", Html.text("h2", text("feedback.result", Integer.toString(result.answers()))));
        for (FeedbackResult.Field field : result.fields()) {
            if (field.field().type() != TemplateField.Type.TEXT) {
                card.add(counts(field));
            } else if (!field.texts().isEmpty() || !field.own().isEmpty()) {
                Div said = Html.div("pooled-texts", Html.text("b", TemplateTexts.label(field.field(), locale)));
                card.add(list(said, field.texts(), field.own()));
            }
        }
        all.add(card);
        return all;
    }

    private Div counts(FeedbackResult.Field field) {
        Div part = Html.div("pooled", Html.text("b", TemplateTexts.label(field.field(), locale)));
        int all = field.counts().values().stream().mapToInt(Integer::intValue).sum();
        Div bar = Html.div("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        List<String> words = new ArrayList<>();
        int step = 0;
        for (TemplateField.Option option : field.field().options()) {
            int count = field.counts().getOrDefault(option.value(), 0);
            words.add(text("feedback.count", TemplateTexts.label(option, locale), Integer.toString(count)));
            boolean unseen = option.value().equals(TemplateField.NOT_OBSERVED);
            if (count > 0) {
                HtmlContainer piece = Html.tag("i");
                piece.addClassName(unseen ? "unseen" : "step-" + Math.min(step, 1));
                piece.getStyle().setWidth(count * 100.0 / all + "%");
                bar.add(piece);
            }
            step++;
        }
        part.add(bar, Html.text("div", String.join(" · ", words)));
        if (!field.own().isEmpty()) {
            String own = field.field()
                    .option(field.own())
                    .map(option -> TemplateTexts.label(option, locale))
                    .orElse(field.own());
            part.add(Html.text("small", text("feedback.own.said", own)));
        }
        return part;
    }

    private Div comments(String heading, List<String> texts, @Nullable String own) {
        Div card = Html.div("card", Html.text("h2", text(heading)));
        return list(card, texts, Objects.requireNonNullElse(own, ""));
    }

    private Div list(Div into, List<String> texts, String own) {
        if (texts.isEmpty()) {
            into.add(Html.text("p", text("feedback.no.comments")));
        } else {
            HtmlContainer list = Html.tag("ul");
            list.addClassName("comments");
            texts.forEach(one -> list.add(Html.text("li", one)));
            into.add(list);
        }
        if (!own.isEmpty()) {
            into.add(Html.text("small", text("feedback.own.said", own)));
        }
        return into;
    }

    private String text(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
