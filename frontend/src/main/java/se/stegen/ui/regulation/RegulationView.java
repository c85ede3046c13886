package se.stegen.ui.regulation;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.regulation.GoalMapping;
import se.stegen.regulation.RegulationChange;
import se.stegen.regulation.RegulationHistory;
import se.stegen.regulation.RegulationPeriod;
import se.stegen.regulation.RegulationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** Under which regulation and which edition a programme is, what it was before, and the doctor's change to 2021. */
@Route(Paths.REGULATION)
@Prototype
@PermitAll
class RegulationView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient RegulationService regulations;
    private final transient ProgrammeService programmes;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private long programmeId;

    RegulationView(
            RegulationService regulations, ProgrammeService programmes, AccessPolicy access, CurrentActor current) {
        this.regulations = regulations;
        this.programmes = programmes;
        this.access = access;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        programmeId = id;
        show(regulations.get(current.get(), programmeId));
    }

    private void show(RegulationHistory history) {
        Actor actor = current.get();
        ProgrammeFacts facts = programmes.facts(programmeId);
        begin(t("regulation.title"))
                .line(
                        new Span(facts.personName() + " · "),
                        Html.link(Paths.of(Paths.TRAINEE, programmeId), t("placement.programme")));
        history.newerEdition()
                .ifPresent(newer -> add(Html.div(
                        "notice",
                        new Paragraph(
                                t("regulation.newer", Integer.toString(newer), Integer.toString(history.edition()))))));
        add(new FactCard(t("trainee.regulation"))
                .fact(t("trainee.regulation"), t("regulation." + history.regulation()))
                .fact(t("regulation.edition"), t("trainee.edition", Integer.toString(history.edition())))
                .fact(t("trainee.length"), t("trainee.months", Integer.toString(facts.plannedMonths()))));
        if (!history.periods().isEmpty()) {
            periods(history.periods());
            mapping(history.mapping());
        }
        if (history.regulation().equals(Regulation.SOSFS_2015.code())
                && access.mayChooseRegulation(actor, programmeId)) {
            add(new MappingForm(regulations.proposal(actor, programmeId), this::ask, problem()));
        }
    }

    private void periods(List<RegulationPeriod> periods) {
        Sheet sheet = new Sheet(
                t("regulation.history"),
                List.of(
                        t("trainee.regulation"),
                        t("regulation.edition"),
                        t("trainee.length"),
                        t("regulation.valid.from"),
                        t("regulation.chosen.by")));
        for (RegulationPeriod one : periods) {
            String by = one.chosenByName();
            sheet.row(
                    Html.text("b", t("regulation." + one.regulation())),
                    new Span(Integer.toString(one.edition())),
                    new Span(t("trainee.months", Integer.toString(one.plannedMonths()))),
                    new Span(day(one.validFrom())),
                    new Span(by == null ? "–" : by));
        }
        add(card(t("regulation.history"), sheet));
    }

    private void mapping(List<GoalMapping> mapping) {
        Sheet sheet =
                new Sheet(t("regulation.mapping"), List.of(t("regulation.mapping.old"), t("regulation.mapping.new")));
        mapping.forEach(line -> sheet.row(Html.text("b", line.from()), new Span(String.join(", ", line.to()))));
        add(card(t("regulation.mapping"), mapping.isEmpty() ? new Paragraph(t("none")) : sheet));
    }

    /** What cannot be undone is asked once more. */
    private void ask(RegulationChange change) {
        new Confirm(t("regulation.sure.title"), t("regulation.sure.text"), t("regulation.verb"), () -> {
                    boolean done = attempt(() -> show(regulations.change(current.get(), programmeId, change)));
                    top();
                    if (done) {
                        ProblemNotice.done(t("regulation.done"));
                    }
                })
                .open();
    }
}
