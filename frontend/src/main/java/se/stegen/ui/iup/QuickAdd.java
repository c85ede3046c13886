package se.stegen.ui.iup;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.curriculum.Goal;
import se.stegen.generalprogramme.ProposedItem;
import se.stegen.iup.Iup;
import se.stegen.iup.IupItem;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupKind;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** Plans an activity from one written line, and says what it understood before it adds it. */
final class QuickAdd extends Div {
    static final String LINE = "iup-quick";
    static final String ADD = "iup-quick-add";
    static final String UNDERSTOOD = "iup-quick-understood";
    static final String NEW = "iup-new";
    static final String COPY = "iup-copy";

    private static final long serialVersionUID = 1L;

    private final TextField line = new TextField(getTranslation("iup.quick"));
    private final Div buttons = Html.div("quick-line");
    private final Span understood = new Span();
    private final ProblemNotice problem = new ProblemNotice();
    private final transient List<String> codes;
    private final transient LocalDate today;
    private final transient Period otherwise;

    QuickAdd(
            List<Goal> goals,
            Iup plan,
            LocalDate today,
            Period otherwise,
            Function<IupItemData, IupItem> add,
            Runnable openNew) {
        this.codes = goals.stream().map(Goal::code).toList();
        this.today = today;
        this.otherwise = otherwise;
        addClassNames("card", "quick");
        problem.setId("iup-quick-problem");
        problem.field("title", line);
        line.setId(LINE);
        line.setWidthFull();
        line.setMaxLength(400);
        line.setPlaceholder(getTranslation("iup.quick.example"));
        line.setValueChangeMode(ValueChangeMode.LAZY);
        line.addValueChangeListener(change -> explain());
        understood.setId(UNDERSTOOD);
        understood.addClassName("muted");
        understood.getElement().setAttribute("role", "status");
        Button button = new Button(getTranslation("iup.quick.add"), click -> add(add));
        button.setId(ADD);
        line.addKeyPressListener(Key.ENTER, press -> add(add));
        Button fields = new Button(getTranslation("iup.new"), click -> openNew.run());
        fields.setId(NEW);
        buttons.add(line, button, fields);
        add(problem, buttons, understood);
        explain();
    }

    /** What is being written. */
    String typed() {
        return line.getValue();
    }

    /** Goes on with what was being written. */
    void typed(String words) {
        line.setValue(words);
        line.focus();
    }

    /** Offers what the clinic's general programme has and the plan hasn't; nothing where that is nothing. */
    QuickAdd copying(List<ProposedItem> proposed, Consumer<List<IupItemData>> copy) {
        if (!proposed.isEmpty()) {
            Button button = new Button(getTranslation("iup.copy"), click -> new CopyDialog(proposed, copy).open());
            button.setId(COPY);
            buttons.add(button);
        }
        return this;
    }

    private void add(Function<IupItemData, IupItem> add) {
        Optional<IupItemData> read = read();
        if (read.isEmpty()) {
            line.focus();
            explain();
            return;
        }
        try {
            IupItem item = add.apply(read.get());
            problem.clear();
            line.clear();
            understood.setText(getTranslation("iup.quick.added", words(item.data())));
            line.focus();
        } catch (Problem refused) {
            problem.show(refused);
        }
    }

    private Optional<IupItemData> read() {
        return QuickWords.read(line.getValue(), codes, today, otherwise);
    }

    private void explain() {
        understood.setText(read().map(data -> getTranslation("iup.quick.understood", words(data)))
                .orElse(getTranslation("iup.quick.help")));
    }

    private String words(IupItemData data) {
        IupItem item = new IupItem(
                0,
                IupKind.valueOf(java.util.Objects.requireNonNull(data.kind())),
                java.util.Objects.requireNonNull(data.title()),
                java.util.Objects.requireNonNull(data.from()),
                java.util.Objects.requireNonNull(data.to()),
                data.goalCodes(),
                "",
                "",
                "",
                null,
                0);
        return item.title() + " · " + ItemWords.line(item, this::getTranslation, getLocale()) + " · "
                + (item.goalCodes().isEmpty() ? getTranslation("iup.no.goal") : String.join(", ", item.goalCodes()));
    }
}
