package se.stegen.ui.iup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import se.stegen.iup.IupComment;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** What supervisors, studierektor and the doctor say of the plan. */
final class CommentCard extends Div {
    static final String TEXT = "iup-comment";
    static final String ADD = "iup-comment-add";

    private static final long serialVersionUID = 1L;

    private final Div list = Html.div("");
    private final TextArea text = new TextArea();

    CommentCard(List<IupComment> comments, Function<String, List<IupComment>> add, Consumer<Runnable> attempt) {
        addClassName("card");
        text.setLabel(getTranslation("iup.comment.label"));
        text.setId(TEXT);
        text.setWidthFull();
        text.setMaxLength(2000);
        Button button = new Button(
                getTranslation("iup.comment.add"),
                click -> attempt.accept(() -> {
                    show(add.apply(text.getValue()));
                    text.clear();
                }));
        button.setId(ADD);
        show(comments);
        add(Html.text("h2", getTranslation("iup.comments")), list, text, button);
    }

    /** What is being written. */
    String typed() {
        return text.getValue();
    }

    /** Goes on with what was being written. */
    void typed(String words) {
        text.setValue(words);
        text.focus();
    }

    private void show(List<IupComment> comments) {
        list.removeAll();
        for (IupComment comment : comments) {
            Paragraph words = new Paragraph(comment.text());
            words.addClassName("prose");
            list.add(Html.div(
                    "measure",
                    Html.text("small", comment.authorName() + " · " + Dates.moment(comment.writtenAt(), getLocale())),
                    words));
        }
    }
}
