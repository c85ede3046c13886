package se.stegen.ui.selfevaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.guideline.LightStatus;
import se.stegen.selfevaluation.ItemEvaluation;
import se.stegen.selfevaluation.SelfEvaluationState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.TrafficLight;

/** Self-evaluations in words and signs. */
final class EvaluationWords {
    private EvaluationWords() {}

    static Span badge(SelfEvaluationState state, Locale locale) {
        boolean open = state == SelfEvaluationState.OPEN;
        Span tag =
                new Span(Html.sign(open ? "✎" : "✓"), new Span(Messages.get(locale, "selfevaluation.state." + state)));
        tag.addClassNames("tag", open ? "plain" : "good");
        return tag;
    }

    static Span gap(ItemEvaluation.Gap gap, Locale locale) {
        boolean open = gap == ItemEvaluation.Gap.UNANSWERED;
        Span tag = new Span(Html.sign(open ? "○" : "!"), new Span(Messages.get(locale, "selfevaluation.gap." + gap)));
        tag.addClassNames("tag", open ? "plain" : "bad");
        return tag;
    }

    /** What the program shows of an item, each figure with the way to what is behind it. */
    static Component evidence(ItemEvaluation one, long clinicId, Locale locale) {
        Div all = Html.div("evidence");
        if (one.figures().isEmpty()) {
            all.add(Html.text("small", Messages.get(locale, "selfevaluation.proves.nothing")));
        }
        for (ItemEvaluation.Figure figure : one.figures()) {
            Div line = Html.div(
                    "line",
                    new TrafficLight(figure.status(), number(figure, locale)),
                    new Span(" "),
                    Html.link(
                            Paths.outlook(clinicId, figure.code().name()),
                            Messages.get(locale, "indicator." + figure.code())));
            if (!figure.whole()) {
                line.add(Html.text("small", " " + Messages.get(locale, "selfevaluation.part")));
            }
            all.add(line);
        }
        for (ItemEvaluation.Voice voice : one.voices()) {
            all.add(Html.div(
                    "line",
                    Html.text(
                            "small",
                            Messages.get(
                                    locale,
                                    "selfevaluation.voice",
                                    voice.group().title(locale),
                                    Integer.toString(voice.share().percent()),
                                    Integer.toString(voice.share().answers()),
                                    voice.statement().label(locale)))));
        }
        return all;
    }

    private static String number(ItemEvaluation.Figure figure, Locale locale) {
        Integer met = figure.met();
        Integer applicable = figure.applicable();
        String value = figure.value();
        if (value != null) {
            return value;
        }
        if (met == null || applicable == null || applicable == 0) {
            return Messages.get(
                    locale,
                    figure.status() == LightStatus.NOT_APPLICABLE
                            ? "selfevaluation.no.figure"
                            : "light." + figure.status());
        }
        return Messages.get(locale, "selfevaluation.of", met.toString(), applicable.toString());
    }
}
