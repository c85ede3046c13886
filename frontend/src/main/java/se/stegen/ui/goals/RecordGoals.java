package se.stegen.ui.goals;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.coverage.EvidenceKind;
import se.stegen.coverage.EvidenceService;
import se.stegen.coverage.ShownGoals;
import se.stegen.curriculum.Goal;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;

/** Goals that a signed record was linked to afterwards, seen from the record: the same links as on a goal's screen. */
public final class RecordGoals extends Div {
    static final String PICKER = "record-goal-picker";
    static final String LINK = "record-goal-link";

    private static final long serialVersionUID = 1L;

    private final transient EvidenceService service;
    private final transient CurrentActor current;
    private final long programmeId;
    private final EvidenceKind kind;
    private final long recordId;
    private final transient List<Goal> goals;
    private final HtmlContainer heading = Html.text("h2", getTranslation("goals.record"));
    private final ProblemNotice notice = new ProblemNotice();
    private final Div body = new Div();

    /** The card; {@code goals} are all goals of the programme. */
    RecordGoals(
            EvidenceService service,
            CurrentActor current,
            long programmeId,
            EvidenceKind kind,
            long recordId,
            List<Goal> goals) {
        this.service = service;
        this.current = current;
        this.programmeId = programmeId;
        this.kind = kind;
        this.recordId = recordId;
        this.goals = goals;
        addClassName("card");
        heading.getElement().setAttribute("tabindex", "-1");
        notice.setId("record-goal-problem");
        add(heading, notice, body);
        show();
    }

    private void show() {
        Actor actor = current.get();
        ShownGoals shown = service.shownGoals(actor, programmeId, kind, recordId);
        boolean may = service.mayLink(actor, programmeId);
        body.removeAll();
        HtmlContainer rows = Html.tag("ul");
        rows.addClassName("rows");
        for (Goal goal : goals) {
            if (shown.linked().contains(goal.code())) {
                rows.add(row(goal, may));
            }
        }
        body.add(rows);
        if (may) {
            body.add(picker(goals.stream()
                    .filter(goal -> !shown.linked().contains(goal.code())
                            && !shown.named().contains(goal.code()))
                    .toList()));
        }
        setVisible(may || !shown.linked().isEmpty());
    }

    private HtmlContainer row(Goal goal, boolean may) {
        HtmlContainer row =
                Html.tag("li", Html.div("words", Html.link(Paths.goal(programmeId, goal.code()), words(goal))));
        row.addClassName("row");
        if (may) {
            Button unlink = new Button(getTranslation("goals.unlink"), click -> unlink(goal));
            unlink.setAriaLabel(getTranslation("goals.unlink") + ": " + goal.code());
            row.add(unlink);
        }
        return row;
    }

    private Div picker(List<Goal> others) {
        ComboBox<Goal> picker = new ComboBox<>(getTranslation("goals.record.label"));
        picker.setId(PICKER);
        picker.setHelperText(getTranslation("goals.link.help"));
        picker.setItems(others);
        picker.setItemLabelGenerator(RecordGoals::words);
        Button link = new Button(getTranslation("goals.link"), click -> {
            Goal chosen = picker.getValue();
            if (chosen == null) {
                picker.setErrorMessage(getTranslation("goals.record.choose"));
                picker.setInvalid(true);
                picker.focus();
            } else {
                link(chosen);
            }
        });
        link.setId(LINK);
        return Html.div("link-line", picker, new Span(link));
    }

    private void link(Goal goal) {
        attempt(() -> {
            service.link(current.get(), programmeId, goal.code(), kind, recordId);
            ProblemNotice.done(getTranslation("goals.record.done", goal.code()));
        });
    }

    private void unlink(Goal goal) {
        attempt(() -> {
            service.unlink(current.get(), programmeId, goal.code(), kind, recordId);
            ProblemNotice.undo(getTranslation("goals.unlink.done"), getTranslation("undo"), () -> link(goal));
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            notice.clear();
            show();
            Html.focus(heading);
        } catch (Problem refused) {
            notice.show(refused);
        }
    }

    private static String words(Goal goal) {
        return goal.code() + " " + goal.title();
    }
}
