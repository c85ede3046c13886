package se.stegen.ui.guideline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.GuidelineDraft;
import se.stegen.guideline.GuidelineVersion;
import se.stegen.guideline.GuidelineVersionData;
import se.stegen.guideline.GuidelineVersionService;
import se.stegen.guideline.KeptGuideline;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.SavedAt;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** An organisation's guideline: its versions, and an editor that shows what a change would do before it is saved. */
@Route(Paths.GUIDELINE)
@Prototype
@PermitAll
class GuidelineView extends Screen implements HasUrlParameter<Long> {
    static final String PREVIEW = "guideline-preview";
    static final String SAVE = "guideline-save";
    static final String DROP = "guideline-drop";
    static final String EDITOR = "guideline-editor";

    private static final long serialVersionUID = 1L;

    private final transient GuidelineVersionService service;
    private final transient CurrentActor current;
    private final transient Today today;
    private final EffectCard effect = new EffectCard();
    private long organisationId;

    GuidelineView(GuidelineVersionService service, CurrentActor current, Today today) {
        this.service = service;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        organisationId = id;
        build(null);
    }

    /** Builds the screen; the editor holds this version, else the draft, else what holds today. */
    private void build(@Nullable GuidelineVersion edited) {
        KeptGuideline kept = service.of(current.get(), organisationId);
        GuidelineVersion holds = kept.today();
        begin(t("guideline.title", kept.organisationName()))
                .line(
                        holds == null
                                ? t("guideline.none")
                                : t("guideline.today", holds.name())
                                        + (holds.own() ? "" : " " + t("guideline.inherited")));
        add(versions(kept));
        Optional<GuidelineDraft> draft =
                edited == null ? service.draft(current.get(), organisationId) : Optional.empty();
        SavedAt savedAt = new SavedAt();
        VersionForm form = new VersionForm(
                getLocale(), savedAt, problem(), fields -> service.saveDraft(current.get(), organisationId, fields));
        if (edited != null) {
            form.edit(edited);
        } else if (draft.isPresent()) {
            form.restore(draft.get().fields());
            savedAt.saved(draft.get().savedAt());
        } else {
            form.begin(holds, today.date());
        }
        add(editor(form, savedAt, draft.isPresent()));
        effect.clear();
        add(effect, new ChangesCard(kept.changes(), getLocale()));
    }

    private Div versions(KeptGuideline kept) {
        Div card = card(t("guideline.versions"));
        if (kept.versions().isEmpty()) {
            card.add(Html.text("p", t("guideline.versions.none")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("guideline.versions"),
                List.of(t("guideline.name"), t("guideline.period"), t("guideline.state"), t("guideline.do")));
        LocalDate day = today.date();
        for (GuidelineVersion version : kept.versions()) {
            LocalDate to = version.validTo();
            boolean coming = version.validFrom().isAfter(day);
            String state = coming ? "coming" : to != null && to.isBefore(day) ? "ended" : "holds";
            Button change = new Button(t("guideline.change"), click -> {
                build(version);
                focusLater(VersionForm.NAME);
            });
            change.setId("guideline-change-" + version.id());
            change.setAriaLabel(t("guideline.change") + ": " + version.name());
            Div actions = Html.div("actions", change);
            if (coming) {
                Button remove = new Button(t("delete"), click -> remove(version));
                remove.setAriaLabel(t("delete") + ": " + version.name());
                actions.add(remove);
            }
            sheet.row(
                    new Span(version.name()),
                    new Span(GuidelineWords.period(version.validFrom(), to, getLocale())),
                    new Span(t("guideline.state." + state)),
                    actions);
        }
        card.add(sheet);
        return card;
    }

    private Div editor(VersionForm form, SavedAt savedAt, boolean draft) {
        Div card = card(t(form.editing() == null ? "guideline.new" : "guideline.changing"));
        card.setId(EDITOR);
        card.add(Html.text("p", t(form.editing() == null ? "guideline.new.text" : "guideline.changing.text")), form);
        Button preview = new Button(
                t("guideline.preview"),
                click -> attempt(() -> {
                    effect.show(service.preview(current.get(), organisationId, form.data()));
                    effect.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
                }));
        preview.setId(PREVIEW);
        Button save = new Button(t("guideline.save"), click -> save(form));
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = Html.div("actions", save, preview);
        if (draft || form.editing() != null) {
            Button drop = new Button(t(form.editing() == null ? "guideline.drop" : "cancel"), click -> drop(form));
            drop.setId(DROP);
            actions.add(drop);
        }
        card.add(actions, savedAt);
        return card;
    }

    private void save(VersionForm form) {
        GuidelineVersion edited = form.editing();
        GuidelineVersionData data = form.data();
        attempt(() -> {
            try {
                if (edited == null) {
                    service.add(current.get(), organisationId, data);
                } else {
                    service.change(current.get(), edited.id(), edited.version(), data);
                    service.dropDraft(current.get(), organisationId);
                }
            } catch (Problem refused) {
                if (edited == null || refused.code() != ProblemCode.STALE_VERSION) {
                    throw refused;
                }
                merge(form, edited);
                return;
            }
            build(null);
            top();
            ProblemNotice.done(t("guideline.saved"));
        });
    }

    /** Somebody else saved the version in the meantime: both are shown, and nothing that was typed is lost. */
    private void merge(VersionForm form, GuidelineVersion base) {
        GuidelineVersion theirs = service.of(current.get(), organisationId).versions().stream()
                .filter(one -> one.id() == base.id())
                .findFirst()
                .orElseThrow(Problem::notFound);
        form.merge(base, theirs, () -> save(form));
    }

    /** What is thrown away can be had again. */
    private void drop(VersionForm form) {
        var fields = form.fields();
        service.dropDraft(current.get(), organisationId);
        build(null);
        focusLater(VersionForm.NAME);
        ProblemNotice.undo(t("guideline.dropped"), t("undo"), () -> {
            service.saveDraft(current.get(), organisationId, fields);
            build(null);
        });
    }

    private void remove(GuidelineVersion version) {
        attempt(() -> {
            service.remove(current.get(), version.id(), version.version());
            build(null);
            top();
            ProblemNotice.undo(
                    t("guideline.removed", version.name()),
                    t("undo"),
                    () -> attempt(() -> {
                        service.add(current.get(), organisationId, VersionForm.data(version));
                        build(null);
                    }));
        });
    }
}
