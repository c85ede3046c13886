package se.stegen.ui.studies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.history.TransferredKind;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.selfstudy.SelfStudy;
import se.stegen.selfstudy.SelfStudyData;
import se.stegen.selfstudy.SelfStudyService;
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
import se.stegen.ui.history.TransferredCards;

/** A doctor's self-study and attendance. */
@Route(Paths.STUDIES)
@Prototype
@PermitAll
class StudiesView extends Screen implements HasUrlParameter<Long> {
    static final String LOG = "study-log";
    static final String LIST = "study-list";

    private static final long serialVersionUID = 1L;

    private final transient SelfStudyService studies;
    private final transient TeachingService teaching;
    private final transient StudyCards cards;
    private final transient StudyDialog dialog;
    private final transient TransferredCards transferred;
    private final transient ProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient CurrentActor current;
    private final Div entries = new Div();
    private long programmeId;
    private boolean own;

    StudiesView(
            SelfStudyService studies,
            TeachingService teaching,
            StudyCards cards,
            StudyDialog dialog,
            TransferredCards transferred,
            ProgrammeService programmes,
            CurriculumService curricula,
            CurrentActor current) {
        this.studies = studies;
        this.teaching = teaching;
        this.cards = cards;
        this.dialog = dialog;
        this.transferred = transferred;
        this.programmes = programmes;
        this.curricula = curricula;
        this.current = current;
        entries.setId(LIST);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        programmeId = id;
        own = studies.mayLog(current.get(), id);
        show();
    }

    private void show() {
        ListPage<SelfStudy> list = studies.list(current.get(), programmeId, PageRequest.first());
        ProgrammeFacts programme = programmes.facts(programmeId);
        PageHead head =
                begin(t("study.screen")).line(Html.link(Paths.of(Paths.TRAINEE, programmeId), programme.personName()));
        if (own) {
            head.actions(RecordScreen.primary(
                    LOG,
                    t("study.log"),
                    () -> dialog.open(
                            programmeId,
                            null,
                            goals(),
                            studies.sum(current.get(), programmeId).lastGoals(),
                            made -> done(t("study.saved")))));
            add(cards.card(programmeId, getLocale(), this::refresh));
        }
        add(card(t("study.entries"), entries));
        fill(list);
        transferred.of(programmeId, getLocale(), TransferredKind.SELF_STUDY).ifPresent(this::add);
        attended();
    }

    private void done(String text) {
        show();
        top();
        ProblemNotice.done(text);
    }

    private void refresh() {
        fill(studies.list(current.get(), programmeId, PageRequest.first()));
    }

    private void fill(ListPage<SelfStudy> page) {
        List<SelfStudy> list = page.items();
        entries.removeAll();
        if (list.isEmpty()) {
            entries.add(new EmptyState(t(own ? "study.empty.own" : "study.empty")));
            return;
        }
        List<String> columns =
                new ArrayList<>(List.of(t("study.date"), t("study.hours"), t("trainee.goals"), t("study.note")));
        if (own) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("study.entries"), columns);
        for (SelfStudy one : list) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(day(one.date())),
                    new Span(StudyCards.hours(one.hours(), getLocale())),
                    new Span(one.goalCodes().isEmpty() ? "–" : String.join(", ", one.goalCodes())),
                    new Span(one.note().isEmpty() ? "–" : one.note())));
            if (own) {
                cells.add(Html.div("row-actions", change(one), delete(one)));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        entries.add(sheet);
        latest(page).ifPresent(entries::add);
    }

    private Button change(SelfStudy one) {
        Button button = new Button(
                t("study.change.short"),
                click -> dialog.open(programmeId, one, goals(), List.of(), saved -> done(t("study.saved"))));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(t("study.change.short") + ": " + day(one.date()));
        return button;
    }

    private Button delete(SelfStudy one) {
        Button button = new Button(
                t("delete"),
                click -> attempt(() -> {
                    studies.delete(current.get(), programmeId, one.id(), one.version());
                    show();
                    top();
                    ProblemNotice.undo(
                            t("study.deleted"),
                            t("undo"),
                            () -> attempt(() -> {
                                studies.log(
                                        current.get(),
                                        programmeId,
                                        new SelfStudyData(one.date(), one.hours(), one.goalCodes(), one.note()));
                                show();
                            }));
                }));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(t("delete") + ": " + day(one.date()));
        return button;
    }

    private void attended() {
        ListPage<TeachingListItem> page = teaching.attended(current.get(), programmeId, PageRequest.first());
        List<TeachingListItem> sessions = page.items();
        Div card = card(t(own ? "attendance.mine" : "attendance.title"));
        Long clinicId = programmes.facts(programmeId).clinicId();
        if (sessions.isEmpty()) {
            card.add(new EmptyState(t("attendance.empty")));
        } else {
            Sheet sheet =
                    new Sheet(t("attendance.title"), List.of(t("study.date"), t("teaching.kind"), t("teaching.title")));
            for (TeachingListItem one : sessions) {
                sheet.row(
                        new Span(day(one.date())),
                        new Span(t("teaching.kind." + one.kind())),
                        own
                                ? Html.link(Paths.of(Paths.TEACHING_SESSION, one.id()), one.title())
                                : new Span(one.title()));
            }
            card.add(sheet);
            latest(page).ifPresent(card::add);
        }
        if (own && clinicId != null) {
            card.add(Html.div("after", Html.link(Paths.of(Paths.TEACHING, clinicId), t("teaching.list"))));
        }
        add(card);
    }

    private List<Goal> goals() {
        return curricula.goalsOf(current.get(), programmes.facts(programmeId).curriculumId());
    }
}
