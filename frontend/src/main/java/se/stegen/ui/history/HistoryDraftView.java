package se.stegen.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.UnaryOperator;
import se.stegen.access.Actor;
import se.stegen.history.HistoryDraft;
import se.stegen.history.HistoryDraft.Row;
import se.stegen.history.HistoryDraft.Row.State;
import se.stegen.history.HistoryImportService;
import se.stegen.history.RowRemark;
import se.stegen.history.TransferredData;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.organisation.OrganisationService;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A file of records row by row: what was understood, to be corrected or left out, and then brought in. */
@Route(Paths.HISTORY_DRAFT)
@Prototype
@PermitAll
class HistoryDraftView extends Screen implements HasUrlParameter<Long> {
    static final String APPLY = "history-apply";
    static final String SHOW = "history-show";
    static final String SUMMARY = "history-summary";
    static final String CORRECT = "row-correct-";
    static final String LEAVE = "row-leave-";

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient HistoryImportService imports;
    private final transient ProgrammeService programmes;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;
    private boolean onlyOpen;
    private int most = PAGE;

    HistoryDraftView(
            HistoryImportService imports,
            ProgrammeService programmes,
            OrganisationService organisations,
            CurrentActor current) {
        this.imports = imports;
        this.programmes = programmes;
        this.organisations = organisations;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long draftId) {
        HistoryDraft draft = imports.get(current.get(), draftId);
        onlyOpen = draft.count(State.ERROR) + draft.count(State.UNCERTAIN) > 0;
        most = PAGE;
        show(draft);
    }

    private void show(HistoryDraft draft) {
        long wrong = draft.count(State.ERROR);
        long ready = draft.count(State.READY) + draft.count(State.UNCERTAIN);
        PageHead head = begin(t("history.draft.title"));
        head.line(whose(draft), new Span(draft.fileName().isEmpty() ? "" : " · " + draft.fileName()));
        add(new Paragraph(t("history.draft.text")));
        Button apply = RecordScreen.primary(APPLY, t("history.apply", ready), () -> apply(draft));
        apply.setEnabled(wrong == 0 && ready + draft.count(State.ALREADY_THERE) > 0);
        if (wrong > 0) {
            Button leave = RecordScreen.other(
                    "history-leave-wrong",
                    t("history.leave.wrong"),
                    () -> change(draft, now -> leave(now, wrong(now), true), APPLY));
            add(Html.div("notice bad", new Paragraph(t("history.wrong", wrong)), Html.div("actions", leave)));
        }
        add(rows(draft));
        Button discard = RecordScreen.other("history-discard", t("history.discard"), () -> discard(draft));
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(Html.div(
                "bottom-actions",
                apply,
                discard,
                Html.text("small", t("history.draft.saved", moment(draft.updatedAt())))));
    }

    private Component whose(HistoryDraft draft) {
        Actor actor = current.get();
        Long programmeId = draft.programmeId();
        if (programmeId != null) {
            return Html.link(
                    Paths.of(Paths.HISTORY, programmeId),
                    programmes.facts(programmeId).personName());
        }
        Long clinicId = draft.clinicId();
        return clinicId == null
                ? new Span()
                : Html.link(
                        Paths.of(Paths.CLINIC_HISTORY, clinicId),
                        organisations.clinic(actor, clinicId).name());
    }

    private Div summary(HistoryDraft draft) {
        Div tags = Html.div("actions");
        tags.setId(SUMMARY);
        tags.getElement().setAttribute("role", "status");
        for (State state : State.values()) {
            if (draft.count(state) > 0) {
                Span tag = new Span(
                        Html.sign(DraftWords.sign(state)),
                        new Span(t("history.row." + state) + ": " + draft.count(state)));
                tag.addClassNames("tag", DraftWords.look(state));
                tags.add(tag);
            }
        }
        return tags;
    }

    private Div rows(HistoryDraft draft) {
        Div card = Html.div("card");
        Select<Boolean> which = new Select<>();
        which.setId(SHOW);
        which.setLabel(t("history.show"));
        which.setItems(true, false);
        which.setItemLabelGenerator(open ->
                t(open ? "history.show.open" : "history.show.all", draft.rows().size()));
        which.setValue(onlyOpen);
        which.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onlyOpen = change.getValue();
                most = PAGE;
                show(draft);
                focusLater(SHOW);
            }
        });
        card.add(summary(draft), Html.div("fields", which));
        List<Row> shown = draft.rows().stream()
                .filter(row -> !onlyOpen || row.state() == State.ERROR || row.state() == State.UNCERTAIN)
                .toList();
        if (shown.isEmpty()) {
            card.add(new EmptyState(t("history.show.none")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("history.rows"),
                List.of(
                        t("import.line"),
                        t("history.what"),
                        t("history.date"),
                        t("history.field.SIGNED_BY"),
                        t("history.goals"),
                        t("history.look"),
                        t("time.change")));
        shown.stream().limit(most).forEach(row -> row(draft, row, sheet));
        card.add(sheet);
        if (shown.size() > most) {
            Button more = RecordScreen.other("history-more", t("history.more", shown.size() - most), () -> {
                most += PAGE;
                show(draft);
                focusLater(CORRECT + shown.get(most - PAGE).line());
            });
            card.add(Html.div("after", more));
        }
        return card;
    }

    private void row(HistoryDraft draft, Row row, Sheet sheet) {
        TransferredData data = row.understood();
        String doctor = row.doctorName();
        Div what = Html.div("", new Span(DraftWords.what(data, getLocale())));
        if (draft.clinicId() != null) {
            what.add(Html.tag("div", Html.text("small", doctor == null ? "–" : doctor)));
        }
        Button correct = new Button(t("history.correct"), click -> correct(draft, row));
        correct.setId(CORRECT + row.line());
        correct.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        correct.setAriaLabel(t("history.correct.row", row.line()));
        Button leave = new Button(
                t(row.leftOut() ? "history.take" : "history.leave"),
                click -> change(draft, now -> leave(now, List.of(row.line()), !row.leftOut()), LEAVE + row.line()));
        leave.setId(LEAVE + row.line());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        leave.setAriaLabel(t(row.leftOut() ? "history.take.row" : "history.leave.row", row.line()));
        String signedBy = data.signedBy();
        sheet.row(
                new Span(Integer.toString(row.line())),
                what,
                new Span(data.date() == null ? "–" : day(data.date())),
                new Span(signedBy == null || signedBy.isEmpty() ? "–" : signedBy),
                new Span(data.goalCodes().isEmpty() ? "–" : String.join(", ", data.goalCodes())),
                look(row),
                Html.div("row-actions", correct, leave));
    }

    private Component look(Row row) {
        Span tag = new Span(Html.sign(DraftWords.sign(row.state())), new Span(t("history.row." + row.state())));
        tag.addClassNames("tag", DraftWords.look(row.state()));
        Div look = Html.div("", tag);
        look.setId("row-look-" + row.line());
        if (!row.leftOut()) {
            for (RowRemark remark : row.remarks()) {
                look.add(Html.text("div", remark.text(getLocale())));
            }
        }
        look.add(Html.tag("div", Html.text("small", t("history.as.written", row.written()))));
        if (row.corrected()) {
            look.add(Html.tag("div", Html.text("small", t("history.corrected"))));
        }
        return look;
    }

    private void correct(HistoryDraft draft, Row row) {
        List<AssessmentTemplate> forms = imports.forms(current.get(), draft.id());
        boolean english = "en".equals(getLocale().getLanguage());
        new RowDialog(
                        row,
                        draft.clinicId() != null,
                        forms.stream()
                                .map(form -> new RowDialog.Form(form.code(), english ? form.nameEn() : form.name()))
                                .toList(),
                        texts -> {
                            HistoryDraft now =
                                    imports.correct(current.get(), draft.id(), draft.version(), row.line(), texts);
                            show(now);
                            focusLater(CORRECT + row.line());
                        })
                .open();
    }

    private HistoryDraft leave(HistoryDraft draft, List<Integer> lines, boolean out) {
        return imports.leaveOut(current.get(), draft.id(), draft.version(), lines, out);
    }

    private static List<Integer> wrong(HistoryDraft draft) {
        return draft.rows().stream()
                .filter(row -> row.state() == State.ERROR)
                .map(Row::line)
                .toList();
    }

    private void change(HistoryDraft draft, UnaryOperator<HistoryDraft> how, @Nullable String focus) {
        attempt(() -> {
            show(how.apply(draft));
            if (focus != null) {
                focusLater(focus);
            }
        });
    }

    private void apply(HistoryDraft draft) {
        attempt(() -> {
            HistoryImportService.Done done = imports.apply(current.get(), draft.id(), draft.version());
            Long programmeId = draft.programmeId();
            Long clinicId = draft.clinicId();
            goTo(
                    done.batchId() != 0
                            ? Paths.of(Paths.HISTORY_BATCH, done.batchId())
                            : programmeId != null
                                    ? Paths.of(Paths.HISTORY, programmeId)
                                    : Paths.of(Paths.CLINIC_HISTORY, clinicId == null ? 0 : clinicId));
            ProblemNotice.done(
                    t("history.done", done.result().imported(), done.result().skipped()));
        });
    }

    private void discard(HistoryDraft draft) {
        new Confirm(
                        t("history.discard.title"),
                        t("history.discard.text"),
                        t("history.discard"),
                        () -> attempt(() -> {
                            imports.discard(current.get(), draft.id(), draft.version());
                            Long programmeId = draft.programmeId();
                            Long clinicId = draft.clinicId();
                            goTo(
                                    programmeId != null
                                            ? Paths.of(Paths.HISTORY, programmeId)
                                            : Paths.of(Paths.CLINIC_HISTORY, clinicId == null ? 0 : clinicId));
                        }))
                .open();
    }
}
