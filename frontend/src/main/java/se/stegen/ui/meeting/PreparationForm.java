package se.stegen.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.meeting.MeetingQuestion;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Html;

/** A field per question. */
final class PreparationForm extends Div {
    /** Id of a field; the question's number from 0 follows. */
    static final String FIELD = "meeting-answer-";

    private static final long serialVersionUID = 1L;

    private final List<TextArea> fields = new ArrayList<>();

    PreparationForm(String heading, String help, List<MeetingQuestion> questions, Locale locale) {
        addClassName("card");
        Div all = Html.div("fields");
        for (MeetingQuestion question : questions) {
            TextArea field = new TextArea(question.text(locale));
            field.setId(FIELD + fields.size());
            field.setMaxLength(5000);
            field.addClassName("whole-label");
            field.setMinHeight("80px");
            fields.add(field);
            all.add(field);
        }
        add(Html.text("h2", heading), new Paragraph(help), all);
    }

    void fill(List<String> answers) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setValue(at(answers, i));
        }
    }

    void watch(AutoSave saving) {
        fields.forEach(saving::watch);
    }

    List<String> answers() {
        return fields.stream().map(TextArea::getValue).toList();
    }

    List<Conflict.Difference> differences(List<String> base, List<String> theirs) {
        List<Conflict.Difference> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            TextArea field = fields.get(i);
            Optional<Conflict.Difference> one = Conflict.Difference.text(
                    field.getLabel(), at(base, i), field.getValue(), at(theirs, i), field::setValue);
            one.ifPresent(found::add);
        }
        return found;
    }

    private static String at(List<String> texts, int i) {
        return i < texts.size() ? texts.get(i) : "";
    }
}
