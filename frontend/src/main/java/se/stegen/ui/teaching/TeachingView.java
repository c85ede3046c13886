package se.stegen.ui.teaching;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationService;
import se.stegen.teaching.TeachingListItem;
import se.stegen.teaching.TeachingService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's internal teaching and journal clubs of a year: today, ahead, held. */
@Route(Paths.TEACHING)
@Prototype
@PermitAll
class TeachingView extends Screen implements HasUrlParameter<Long> {
    static final String NEW = "teaching-new";
    static final String SERIES = "teaching-series";

    private static final long serialVersionUID = 1L;

    private final transient TeachingService sessions;
    private final transient TeachingDialogs dialogs;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private final transient Today today;

    TeachingView(
            TeachingService sessions,
            TeachingDialogs dialogs,
            OrganisationService organisations,
            CurrentActor current,
            Today today) {
        this.sessions = sessions;
        this.dialogs = dialogs;
        this.organisations = organisations;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        show(clinicId);
    }

    private void show(long clinicId) {
        Actor actor = current.get();
        LocalDate day = today.date();
        List<TeachingListItem> all = sessions.list(actor, clinicId, day.minusYears(1), day.plusYears(1));
        PageHead head = begin(t("teaching.list"))
                .line(organisations.clinic(actor, clinicId).name());
        if (sessions.mayKeep(actor, clinicId)) {
            head.actions(
                    RecordScreen.primary(
                            NEW,
                            t("teaching.new"),
                            () -> dialogs.add(clinicId, id -> goTo(Paths.of(Paths.TEACHING_SESSION, id)))),
                    RecordScreen.other(
                            SERIES,
                            t("teaching.series"),
                            () -> dialogs.series(clinicId, made -> {
                                show(clinicId);
                                top();
                                ProblemNotice.done(t("teaching.series.done", made));
                            })));
        }
        List<TeachingListItem> now =
                all.stream().filter(one -> one.date().equals(day)).toList();
        if (!now.isEmpty()) {
            add(list("teaching.today", now, "teaching.empty"));
        }
        add(list(
                "teaching.ahead",
                all.stream()
                        .filter(one -> one.date().isAfter(day))
                        .sorted(Comparator.comparing(TeachingListItem::date))
                        .toList(),
                "teaching.ahead.empty"));
        add(list(
                "teaching.held",
                all.stream().filter(one -> one.date().isBefore(day)).toList(),
                "teaching.empty"));
    }

    private Div list(String heading, List<TeachingListItem> some, String empty) {
        Div card = card(t(heading));
        if (some.isEmpty()) {
            card.add(new EmptyState(t(empty)));
            return card;
        }
        Sheet sheet = new Sheet(
                t(heading),
                List.of(
                        t("teaching.title"),
                        t("study.date"),
                        t("teaching.kind"),
                        t("teaching.leader"),
                        t("teaching.attended")));
        for (TeachingListItem one : some) {
            Span attended = new Span(
                    one.cancelled()
                            ? t("teaching.cancelled")
                            : one.date().isAfter(today.date()) ? "–" : Integer.toString(one.attended()));
            if (one.mine()) {
                attended.setText(attended.getText() + " · " + t("teaching.you"));
            }
            sheet.row(
                    Html.link(Paths.of(Paths.TEACHING_SESSION, one.id()), one.title()),
                    new Span(day(one.date()) + (one.startsAt() == null ? "" : " " + one.startsAt())),
                    new Span(t("teaching.kind." + one.kind())),
                    new Span(Objects.requireNonNullElse(one.leaderName(), "–")),
                    attended);
        }
        card.add(sheet);
        return card;
    }
}
