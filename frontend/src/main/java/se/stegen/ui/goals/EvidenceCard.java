package se.stegen.ui.goals;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.stegen.common.Problem;
import se.stegen.coverage.Evidence;
import se.stegen.coverage.EvidenceKind;
import se.stegen.coverage.EvidenceService;
import se.stegen.coverage.GoalDetail;
import se.stegen.history.TransferredKind;
import se.stegen.signing.RecordState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.StateBadge;

/** What shows a goal, with links to the records; the doctor links further ones and takes links away. */
final class EvidenceCard extends Div {
    static final String PICKER = "evidence-picker";
    static final String LINK = "evidence-link";
    static final String PROBLEM = "evidence-problem";

    private static final long serialVersionUID = 1L;

    private final GoalView view;
    private final transient EvidenceService service;
    private final transient CurrentActor current;
    private final transient GoalDetail goal;
    private final HtmlContainer heading = Html.text("h2", getTranslation("goals.evidence"));
    private final ProblemNotice notice = new ProblemNotice();

    EvidenceCard(GoalView view, GoalDetail goal, EvidenceService service, CurrentActor current) {
        this.view = view;
        this.goal = goal;
        this.service = service;
        this.current = current;
        addClassName("card");
        heading.getElement().setAttribute("tabindex", "-1");
        notice.setId(PROBLEM);
        add(heading, notice);
        if (goal.evidence().isEmpty()) {
            add(new EmptyState(getTranslation("goals.evidence.empty")));
        } else {
            HtmlContainer rows = Html.tag("ul");
            rows.addClassName("rows");
            goal.evidence().forEach(record -> rows.add(row(record)));
            add(rows);
        }
        if (goal.mayLink()) {
            picker();
        }
    }

    private HtmlContainer row(Evidence record) {
        List<String> words = new ArrayList<>();
        words.add(getTranslation(
                record.kind() == EvidenceKind.TRANSFERRED ? "goals.evidence.transferred" : "goals.evidence.by",
                record.byName().isEmpty() ? "–" : record.byName()));
        if (record.linked()) {
            words.add(getTranslation("goals.evidence.linked"));
        }
        if (record.attested()) {
            words.add(getTranslation("goals.evidence.attested"));
        }
        HtmlContainer row = Html.tag(
                "li",
                Html.div(
                        "words",
                        Html.tag("b", Html.link(path(record), words(record))),
                        Html.text("small", String.join(" · ", words))));
        row.addClassName("row");
        if (record.voided()) {
            row.add(new StateBadge(RecordState.VOIDED));
        }
        if (goal.mayLink() && record.linked()) {
            Button unlink = new Button(getTranslation("goals.unlink"), click -> unlink(record));
            unlink.setAriaLabel(getTranslation("goals.unlink") + ": " + words(record));
            row.add(unlink);
        }
        return row;
    }

    private void picker() {
        List<Evidence> linkable = service.linkable(current.get(), goal.programmeId(), code());
        if (linkable.isEmpty()) {
            return;
        }
        ComboBox<Evidence> picker = new ComboBox<>(getTranslation("goals.link.label"));
        picker.setId(PICKER);
        picker.setHelperText(getTranslation("goals.link.help"));
        picker.setItems(linkable);
        picker.setItemLabelGenerator(record -> words(record) + ", " + record.byName());
        notice.field("recordId", picker);
        Button link = new Button(getTranslation("goals.link"), click -> {
            Evidence chosen = picker.getValue();
            if (chosen == null) {
                picker.setErrorMessage(getTranslation("goals.link.choose"));
                picker.setInvalid(true);
                picker.focus();
            } else {
                link(chosen);
            }
        });
        link.setId(LINK);
        Div line = Html.div("link-line", picker, new Span(link));
        add(line);
    }

    private void link(Evidence record) {
        attempt(() -> {
            again(service.link(current.get(), goal.programmeId(), code(), record.kind(), record.recordId()));
            ProblemNotice.done(getTranslation("goals.link.done", words(record), code()));
        });
    }

    private void unlink(Evidence record) {
        attempt(() -> {
            again(service.unlink(current.get(), goal.programmeId(), code(), record.kind(), record.recordId()));
            ProblemNotice.undo(getTranslation("goals.unlink.done"), getTranslation("undo"), () -> link(record));
        });
    }

    /** The screen is shown anew; the focus stays at the evidence. */
    private void again(GoalDetail changed) {
        Html.focus(view.show(changed).heading);
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (Problem refused) {
            notice.show(refused);
        }
    }

    private String words(Evidence record) {
        String title =
                Locale.ENGLISH.getLanguage().equals(getLocale().getLanguage()) ? record.titleEn() : record.title();
        return (title == null
                        ? getTranslation("supervision.list")
                        : Stream.of(TransferredKind.values())
                                .filter(kind -> kind.name().equals(title))
                                .findFirst()
                                .map(kind -> getTranslation("history.kind." + kind))
                                .orElse(title))
                + " " + Dates.day(record.date(), getLocale());
    }

    private String path(Evidence record) {
        return switch (record.kind()) {
            case SUPERVISION -> Paths.of(Paths.SUPERVISION, record.recordId());
            case ASSESSMENT -> Paths.of(Paths.ASSESSMENT, record.recordId());
            case TRANSFERRED -> Paths.of(Paths.HISTORY, goal.programmeId());
        };
    }

    private String code() {
        return goal.goal().code();
    }
}
