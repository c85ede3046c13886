package se.stegen.ui.regulation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.stegen.regulation.GoalMapping;
import se.stegen.regulation.MappingLine;
import se.stegen.regulation.RegulationChange;
import se.stegen.regulation.RegulationProposal;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** The proposal, line by line: what each old goal corresponds to, each checked by the doctor before the change. */
final class MappingForm extends Div {
    static final String MONTHS = "regulation-months";
    static final String CHANGE = "change-regulation";
    static final String PICK = "map-";
    static final String CHECK = "checked-";

    private static final long serialVersionUID = 1L;

    private record Line(String from, GoalPicker to, Checkbox checked) {}

    private final transient List<Line> lines = new ArrayList<>();
    private final Span progress = new Span();

    MappingForm(RegulationProposal proposal, Consumer<RegulationChange> ask, ProblemNotice problem) {
        IntegerField months = new IntegerField(getTranslation("regulation.months"));
        months.setId(MONTHS);
        months.addClassName("whole-label");
        months.setWidth("min(320px, 100%)");
        months.setHelperText(getTranslation("regulation.months.help"));
        months.setValue(proposal.plannedMonths());
        problem.field("plannedMonths", months);
        Div intro = Html.div(
                "card",
                Html.text("h2", getTranslation("regulation.choose")),
                Html.div("notice warn", new Paragraph(getTranslation("regulation.choose.text"))),
                months);
        Div list = Html.div("card", Html.text("h2", getTranslation("regulation.mapping")));
        proposal.lines().forEach(line -> list.add(row(proposal, line)));
        Button change = new Button(getTranslation("regulation.verb"), click -> {
            Optional<Line> open =
                    lines.stream().filter(line -> !line.checked().getValue()).findFirst();
            if (open.isPresent()) {
                progress.addClassName("bad");
                progress.setText(getTranslation("regulation.unconfirmed"));
                Html.focus(open.get().checked());
                return;
            }
            problem.clear();
            ask.accept(new RegulationChange(
                    proposal.regulation().code(),
                    lines.stream()
                            .map(line -> new GoalMapping(line.from(), line.to().codes()))
                            .toList(),
                    months.getValue()));
        });
        change.setId(CHANGE);
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        progress.addClassName("saved");
        progress.getElement().setAttribute("role", "status");
        count();
        add(intro, list, Html.div("bottom-actions", change, progress));
    }

    private Div row(RegulationProposal proposal, MappingLine line) {
        String code = line.from().code();
        GoalPicker to = new GoalPicker(getTranslation("regulation.corresponds"), proposal.goals());
        to.setId(PICK + code);
        to.setValue(new LinkedHashSet<>(line.to()));
        to.setHelperText(getTranslation("regulation.source." + line.source()));
        to.setWidthFull();
        to.getElement().setAttribute("aria-description", code);
        Checkbox checked = new Checkbox(getTranslation("regulation.confirm", code));
        checked.setId(CHECK + code);
        checked.addValueChangeListener(change -> count());
        // A line that is changed is looked at anew.
        to.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                checked.setValue(false);
            }
        });
        lines.add(new Line(code, to, checked));
        String used =
                line.used() == 0 ? getTranslation("regulation.unused") : getTranslation("regulation.used", line.used());
        Div words = Html.div("words", Html.text("b", code + " " + line.from().title()), Html.text("small", used));
        return Html.div("row mapping", words, Html.div("words", to, checked));
    }

    private void count() {
        long done = lines.stream().filter(line -> line.checked().getValue()).count();
        progress.removeClassName("bad");
        progress.setText(
                getTranslation("regulation.mapping.line", Long.toString(done), Integer.toString(lines.size())));
    }
}
