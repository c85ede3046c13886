package se.stegen.ui.placement;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.placement.Evaluation;
import se.stegen.placement.EvaluationData;
import se.stegen.ui.component.FormDialog;

/** The doctor's four answers and a comment, about a placement or a course. */
final class EvaluationDialog {
    static final String SUPERVISION = "evaluation-supervision";
    static final String INTRODUCTION = "evaluation-introduction";
    static final String LEARNING = "evaluation-learning";
    static final String RECOMMEND = "evaluation-recommend";
    static final String COMMENT = "evaluation-comment";

    private static final int LONGEST = 2000;

    private EvaluationDialog() {}

    static void open(
            Locale locale,
            String title,
            @Nullable Long placementId,
            @Nullable Long itemId,
            @Nullable Evaluation known,
            Consumer<EvaluationData> save) {
        String kind = placementId == null ? "evaluation.course." : "evaluation.placement.";
        RadioButtonGroup<Integer> supervision =
                scale(locale, kind + "supervision", SUPERVISION, known == null ? null : known.supervision());
        RadioButtonGroup<Integer> introduction =
                scale(locale, kind + "introduction", INTRODUCTION, known == null ? null : known.introduction());
        RadioButtonGroup<Integer> learning =
                scale(locale, kind + "learning", LEARNING, known == null ? null : known.learning());
        RadioButtonGroup<Integer> recommend =
                scale(locale, kind + "recommend", RECOMMEND, known == null ? null : known.recommend());
        TextArea comment = new TextArea(Messages.get(locale, "evaluation.comment"));
        comment.setId(COMMENT);
        comment.setMaxLength(LONGEST);
        comment.setHelperText(Messages.get(locale, "evaluation.comment.help"));
        comment.setValue(known == null ? "" : known.comment());
        FormDialog dialog = new FormDialog(
                Messages.get(locale, "evaluation.of", title),
                Messages.get(locale, "evaluation.save"),
                () -> save.accept(new EvaluationData(
                        placementId,
                        itemId,
                        supervision.getValue(),
                        introduction.getValue(),
                        learning.getValue(),
                        recommend.getValue(),
                        comment.getValue())));
        dialog.field("", new Paragraph(Messages.get(locale, "evaluation.explained")))
                .field("supervision", supervision)
                .field("introduction", introduction)
                .field("learning", learning)
                .field("recommend", recommend)
                .field("comment", comment)
                .open();
    }

    private static RadioButtonGroup<Integer> scale(Locale locale, String key, String id, @Nullable Integer value) {
        RadioButtonGroup<Integer> scale = new RadioButtonGroup<>(Messages.get(locale, key));
        scale.setId(id);
        scale.addClassName("opinion");
        scale.setItems(List.of(1, 2, 3, 4, 5));
        scale.setHelperText(Messages.get(locale, "evaluation.scale"));
        scale.setValue(value);
        return scale;
    }
}
