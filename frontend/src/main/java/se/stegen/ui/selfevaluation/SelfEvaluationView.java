package se.stegen.ui.selfevaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.stegen.common.Today;
import se.stegen.selfevaluation.Colleague;
import se.stegen.selfevaluation.ItemEvaluation;
import se.stegen.selfevaluation.SelfEvaluation;
import se.stegen.selfevaluation.SelfEvaluationDocumentService;
import se.stegen.selfevaluation.SelfEvaluationService;
import se.stegen.selfevaluation.SelfEvaluationState;
import se.stegen.spur.Area;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** A self-evaluation, one area at a time, and its gap list. */
@Route(Paths.SELF_EVALUATION)
@Prototype
@PermitAll
class SelfEvaluationView extends RecordScreen implements HasUrlParameter<Long> {
    static final String FINISH = "evaluation-finish";
    static final String PASS = "evaluation-pass";
    static final String COLLEAGUE = "evaluation-colleague";
    static final String DOCUMENT = "evaluation-document";
    static final String PROGRESS = "evaluation-progress";
    static final String GAPS = "gaps";

    private static final long serialVersionUID = 1L;
    private static final String AREA = "area";

    private final transient SelfEvaluationService evaluations;
    private final transient SelfEvaluationDocumentService documents;
    private final transient FollowingReview following;
    private final transient CurrentActor current;
    private final transient Today today;
    private final transient Map<String, ItemFields> fields = new HashMap<>();
    private final transient Map<String, ItemEvaluation> known = new LinkedHashMap<>();
    private final transient Map<String, Anchor> tabs = new HashMap<>();
    private final Paragraph progress = new Paragraph();
    private String shown = Area.A.name();

    SelfEvaluationView(
            SelfEvaluationService evaluations,
            SelfEvaluationDocumentService documents,
            FollowingReview following,
            CurrentActor current,
            Today today) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.following = following;
        this.current = current;
        this.today = today;
        removeClassName("narrow");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AREA)
                .filter(one -> one.equals(GAPS) || Area.of(one).isPresent())
                .orElse(Area.A.name());
        show(evaluations.get(current.get(), id));
    }

    private void show(SelfEvaluation evaluation) {
        draft(null);
        fields.clear();
        List<ItemEvaluation> items = evaluations.items(current.get(), evaluation.id());
        boolean open = evaluation.state() == SelfEvaluationState.OPEN;
        PageHead head = begin(t("selfevaluation.title", evaluation.clinicName()))
                .badge(EvaluationWords.badge(evaluation.state(), getLocale()));
        var finished = evaluation.finishedOn();
        head.line(
                new Span(
                        finished == null
                                ? t("selfevaluation.turn", evaluation.ownerName())
                                : t("selfevaluation.finished", day(finished))),
                way(Paths.of(Paths.SELF_EVALUATIONS, evaluation.clinicId()), t("selfevaluation.list")));
        if (open) {
            head.actions(
                    primary(FINISH, t("selfevaluation.finish"), () -> finish(evaluation)),
                    other(PASS, t("selfevaluation.pass"), () -> pass(evaluation)));
        }
        head.actions(document(evaluation));
        add(tabs(evaluation, items));
        if (!open) {
            following.of(current.get(), evaluation, items, getLocale()).ifPresent(this::add);
        }
        if (shown.equals(GAPS)) {
            gaps(evaluation, items);
        } else {
            area(evaluation, items, Area.valueOf(shown));
        }
    }

    /** The areas with how far they have come, and the gap list. */
    private Component tabs(SelfEvaluation evaluation, List<ItemEvaluation> items) {
        known.clear();
        items.forEach(one -> known.put(one.item().code(), one));
        progress.setId(PROGRESS);
        progress.getElement().setAttribute("role", "status");
        var list = Html.tag("ul");
        list.addClassName("steps-tabs");
        for (Area area : Area.values()) {
            list.add(tab(evaluation, area.name()));
        }
        list.add(tab(evaluation, GAPS));
        counted();
        var nav = Html.tag("nav", list);
        nav.getElement().setAttribute("aria-label", t("selfevaluation.tabs"));
        return Html.div("", progress, nav);
    }

    private Component tab(SelfEvaluation evaluation, String key) {
        Anchor link = Html.link(Paths.of(Paths.SELF_EVALUATION, evaluation.id()) + "?" + AREA + "=" + key, "");
        link.setId("tab-" + key);
        if (key.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        tabs.put(key, link);
        return Html.tag("li", link);
    }

    /** Says how far it has come, after each saving as well. */
    private void counted() {
        progress.setText(t(
                "selfevaluation.progress",
                known.values().stream().filter(one -> one.judgement() != null).count(),
                known.size()));
        tabs.forEach((key, link) -> {
            if (key.equals(GAPS)) {
                link.setText(t(
                        "selfevaluation.tab.gaps",
                        known.values().stream().filter(one -> one.gap() != null).count()));
            } else {
                List<ItemEvaluation> of = known.values().stream()
                        .filter(one -> one.item().area().name().equals(key))
                        .toList();
                link.setText(t(
                        "selfevaluation.tab",
                        key,
                        of.stream().filter(one -> one.judgement() != null).count(),
                        of.size()));
            }
        });
    }

    private void area(SelfEvaluation evaluation, List<ItemEvaluation> items, Area area) {
        boolean open = evaluation.state() == SelfEvaluationState.OPEN;
        var heading = Html.text("h2", area + ". " + area.title());
        heading.addClassName("area-heading");
        add(heading);
        AutoSave saving = new AutoSave(savedAt(), problem(), () -> save(evaluation), () -> stale(evaluation));
        for (ItemEvaluation one : items) {
            if (one.item().area() == area) {
                add(card(evaluation, one, open, saving));
            }
        }
        if (open) {
            draft(saving);
            actions(true);
        }
    }

    private Div card(SelfEvaluation evaluation, ItemEvaluation one, boolean open, AutoSave saving) {
        Div card = Html.div(
                "card",
                Html.text("h3", one.item().code() + ". " + one.item().text()),
                Html.text("small", t("selfevaluation.kind." + one.kind())),
                EvaluationWords.evidence(one, evaluation.clinicId(), getLocale()));
        card.setId("item-" + one.item().code());
        if (open) {
            ItemFields both = new ItemFields(one, getLocale());
            both.watch(saving);
            fields.put(one.item().code(), both);
            card.add(Html.div("fields", both.judgement(), both.text()));
        } else {
            var judged = one.judgement();
            card.add(new Paragraph(
                    judged == null ? t("selfevaluation.judgement.none") : t("selfevaluation.judgement." + judged)));
            Paragraph words = new Paragraph(one.text());
            words.addClassName("prose");
            card.add(words);
        }
        String by = one.changedByName();
        LocalDateTime at = one.changedAt();
        if (by != null && at != null) {
            card.add(Html.text("small", t("selfevaluation.written", by, moment(at))));
        }
        card.add(Html.div("after", action(evaluation, one)));
        return card;
    }

    private Component action(SelfEvaluation evaluation, ItemEvaluation one) {
        Long action = one.actionId();
        if (action != null) {
            Anchor link = Html.link(Paths.of(Paths.ACTION, action), t("selfevaluation.action.open"));
            link.setId("act-" + one.item().code());
            return link;
        }
        return other("act-" + one.item().code(), t("selfevaluation.action"), () -> makeAction(evaluation, one));
    }

    private void gaps(SelfEvaluation evaluation, List<ItemEvaluation> items) {
        Div card = card(t("selfevaluation.gaps"));
        card.setId("evaluation-gaps");
        var rows = Html.tag("ul");
        rows.addClassName("rows");
        for (ItemEvaluation one : items) {
            ItemEvaluation.Gap gap = one.gap();
            if (gap != null) {
                Div words = Html.div(
                        "words",
                        Html.link(
                                Paths.of(Paths.SELF_EVALUATION, evaluation.id()) + "?" + AREA + "="
                                        + one.item().area(),
                                one.item().code() + ". " + one.item().text()),
                        Html.div("", EvaluationWords.gap(gap, getLocale())));
                var row = Html.tag("li", words, action(evaluation, one));
                row.addClassName("row");
                rows.add(row);
            }
        }
        card.add(rows.getElement().getChildCount() == 0 ? new Paragraph(t("selfevaluation.gaps.none")) : rows);
        add(card);
    }

    private LocalDateTime save(SelfEvaluation evaluation) {
        for (ItemFields one : fields.values()) {
            if (one.dirty()) {
                one.saved(evaluations.answer(
                        current.get(),
                        evaluation.id(),
                        one.code(),
                        one.version(),
                        one.judgement().getValue(),
                        one.text().getValue()));
                known.put(one.code(), one.base());
            }
        }
        counted();
        return today.utc();
    }

    /** Somebody else wrote on the same item: what differs is chosen, what nobody touched here is taken over. */
    private void stale(SelfEvaluation evaluation) {
        List<Conflict.Difference> differences = new ArrayList<>();
        List<Runnable> onwards = new ArrayList<>();
        for (ItemEvaluation theirs : evaluations.items(current.get(), evaluation.id())) {
            ItemFields mine = fields.get(theirs.item().code());
            if (mine != null && mine.dirty() && mine.version() != theirs.version()) {
                differences.addAll(mine.differences(theirs));
                onwards.add(() -> mine.from(theirs));
            }
        }
        merge(differences, () -> onwards.forEach(Runnable::run));
    }

    private void makeAction(SelfEvaluation evaluation, ItemEvaluation one) {
        if (!saved()) {
            return;
        }
        ItemFields written = fields.get(one.item().code());
        TextArea planned = new TextArea(t("action.planned"));
        planned.setId("evaluation-planned");
        planned.setValue(written == null ? one.text() : written.text().getValue());
        DatePicker due = Dates.field(t("action.due"), getLocale());
        due.setId("evaluation-due");
        due.setClearButtonVisible(true);
        new FormDialog(t("selfevaluation.action.title", one.item().code()), t("selfevaluation.action.verb"), () -> {
                    evaluations.makeAction(
                            current.get(), evaluation.id(), one.item().code(), planned.getValue(), due.getValue());
                    again(evaluation, "act-" + one.item().code());
                })
                .field("plannedAction", planned)
                .field("due", due)
                .open();
    }

    private void again(SelfEvaluation evaluation, @Nullable String focus) {
        show(evaluations.get(current.get(), evaluation.id()));
        if (focus == null) {
            top();
        } else {
            focusLater(focus);
        }
        ProblemNotice.done(t("study.saved"));
    }

    private void pass(SelfEvaluation evaluation) {
        if (!saved()) {
            return;
        }
        Select<Colleague> to = new Select<>();
        to.setId(COLLEAGUE);
        to.setLabel(t("selfevaluation.pass.to"));
        to.setItems(evaluations.colleagues(current.get(), evaluation.id()));
        to.setItemLabelGenerator(one -> one == null ? "" : one.name());
        to.setHelperText(t("selfevaluation.pass.help"));
        new FormDialog(t("selfevaluation.pass"), t("selfevaluation.pass.verb"), () -> {
                    Colleague chosen = to.getValue();
                    if (chosen != null) {
                        evaluations.pass(current.get(), evaluation.id(), evaluation.version(), chosen.personId());
                        again(evaluation, null);
                    }
                })
                .field("personId", to)
                .open();
    }

    private void finish(SelfEvaluation evaluation) {
        if (!saved()) {
            return;
        }
        long gaps = evaluations.items(current.get(), evaluation.id()).stream()
                .filter(one -> one.gap() != null)
                .count();
        new Confirm(
                        t("selfevaluation.finish.title"),
                        t("selfevaluation.finish.text", gaps),
                        t("selfevaluation.finish"),
                        () -> attempt(() -> {
                            evaluations.finish(current.get(), evaluation.id(), evaluation.version());
                            again(evaluation, null);
                        }))
                .open();
    }

    private Component document(SelfEvaluation evaluation) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = documents.pdf(current.get(), evaluation.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf),
                            "sjalvvardering-" + evaluation.id() + ".pdf",
                            "application/pdf",
                            pdf.length);
                }),
                t("selfevaluation.document"));
        link.setId(DOCUMENT);
        link.addClassName("button");
        return link;
    }
}
