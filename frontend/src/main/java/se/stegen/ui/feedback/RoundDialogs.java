package se.stegen.ui.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.stegen.assessment.Assessor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.feedback.FeedbackRound;
import se.stegen.feedback.FeedbackService;
import se.stegen.ui.Assessors;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.PersonPicker;

/** What is asked before a step with a round. */
@Singleton
final class RoundDialogs {
    static final String PEOPLE = "feedback-people";
    static final String RATERS = "feedback-min-raters";
    static final String PROFESSIONS = "feedback-min-professions";
    static final String TALK_ON = "feedback-talk-on";
    static final String DO_MORE = "feedback-do-more";
    static final String WORK_ON = "feedback-work-on";

    private final FeedbackService rounds;
    private final Assessors people;
    private final CurrentActor current;
    private final Today today;

    RoundDialogs(FeedbackService rounds, Assessors people, CurrentActor current, Today today) {
        this.rounds = rounds;
        this.people = people;
        this.current = current;
        this.today = today;
    }

    /** Who is asked: colleagues, and whoever reads mail at an address. */
    void ask(Component on, FeedbackRound round, Consumer<FeedbackRound> after) {
        MultiSelectComboBox<PersonPicker.Choice> who = new MultiSelectComboBox<>(on.getTranslation("feedback.ask.who"));
        who.setId(PEOPLE);
        who.setHelperText(on.getTranslation("feedback.ask.help"));
        who.setItemLabelGenerator(PersonPicker.Choice::name);
        who.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        CallbackDataProvider.FetchCallback<PersonPicker.Choice, String> fetch =
                query -> people.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream();
        who.setItems(fetch);
        new FormDialog(on.getTranslation("feedback.ask"), on.getTranslation("feedback.ask.verb"), () -> {
                    List<Assessor> asked = new ArrayList<>();
                    who.getValue()
                            .forEach(choice -> asked.add(
                                    choice.isAddress() ? Assessor.at(choice.name()) : Assessor.person(choice.id())));
                    if (asked.isEmpty()) {
                        throw Problem.field("raters", ProblemCode.REQUIRED);
                    }
                    after.accept(rounds.ask(current.get(), round.id(), asked));
                })
                .field("raters", who)
                .open();
    }

    /** How many answers of how many professions are needed. */
    void demand(Component on, FeedbackRound round, Consumer<FeedbackRound> after) {
        IntegerField raters = number(RATERS, on.getTranslation("feedback.demand.raters"), round.minRaters());
        raters.setHelperText(on.getTranslation("feedback.demand.help"));
        IntegerField professions =
                number(PROFESSIONS, on.getTranslation("feedback.demand.professions"), round.minProfessions());
        new FormDialog(
                        on.getTranslation("feedback.demand"),
                        on.getTranslation("feedback.demand.verb"),
                        () -> after.accept(rounds.demand(
                                current.get(),
                                round.id(),
                                round.version(),
                                given("minRaters", raters.getValue()),
                                given("minProfessions", professions.getValue()))))
                .field("minRaters", raters)
                .field("minProfessions", professions)
                .open();
    }

    private static IntegerField number(String id, String label, int value) {
        IntegerField field = new IntegerField(label);
        field.setId(id);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }

    private static int given(String field, @Nullable Integer number) {
        if (number == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        return number;
    }

    /** The talk has been had: what it came to. */
    void release(Component on, FeedbackRound round, Consumer<FeedbackRound> after) {
        DatePicker talkOn =
                Dates.field(on.getTranslation("feedback.talk.on"), current.get().locale());
        talkOn.setId(TALK_ON);
        talkOn.setMin(round.startedOn());
        talkOn.setMax(today.date());
        talkOn.setValue(today.date());
        TextArea doMore = text(DO_MORE, on.getTranslation("assessment.doMore"));
        TextArea workOn = text(WORK_ON, on.getTranslation("assessment.workOn"));
        new FormDialog(
                        on.getTranslation("feedback.release"),
                        on.getTranslation("feedback.release.verb"),
                        () -> after.accept(rounds.release(
                                current.get(), round.id(), talkOn.getValue(), doMore.getValue(), workOn.getValue())))
                .field("text", new Paragraph(on.getTranslation("feedback.release.text", round.doctorName())))
                .field("talkOn", talkOn)
                .field("doMore", doMore)
                .field("workOn", workOn)
                .open();
    }

    private static TextArea text(String id, String label) {
        TextArea area = new TextArea(label);
        area.setId(id);
        area.setMinHeight("90px");
        return area;
    }

    /** Nothing of the round is ever shown. */
    void withdraw(Component on, FeedbackRound round, Consumer<FeedbackRound> after, Consumer<Runnable> attempt) {
        new Confirm(
                        on.getTranslation("feedback.withdraw"),
                        on.getTranslation("feedback.withdraw.text"),
                        on.getTranslation("feedback.withdraw.verb"),
                        () -> attempt.accept(() -> after.accept(rounds.withdraw(current.get(), round.id()))))
                .open();
    }
}
