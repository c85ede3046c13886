package se.stegen.ui.iup;

import com.vaadin.flow.component.Component;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Messages;
import se.stegen.coverage.MissingService;
import se.stegen.iup.Iup;
import se.stegen.iup.IupApprovalService;
import se.stegen.iup.IupState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.HistoryCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.goals.MissingCard;

/** The steps that a reader may take with a plan, and what stands below the board. */
@Singleton
class IupSteps {
    static final String SEND = "iup-send";
    static final String TAKE_BACK = "iup-take-back";
    static final String APPROVE = "iup-approve";
    static final String RETURN = "iup-return";
    static final String COMPARE = "iup-compare";

    private final IupApprovalService approvals;
    private final MissingService missing;
    private final AccessPolicy access;
    private final CurrentActor current;

    IupSteps(IupApprovalService approvals, MissingService missing, AccessPolicy access, CurrentActor current) {
        this.approvals = approvals;
        this.missing = missing;
        this.access = access;
        this.current = current;
    }

    /**
     * The buttons for a plan as it stands.
     *
     * @param after shows the plan after a step, with what was done in words
     * @param attempt does what may be refused
     */
    Function<Iup, List<Component>> of(
            Actor reader, Iup shown, BiConsumer<Iup, String> after, Consumer<Runnable> attempt) {
        boolean own = access.mayEditIup(reader, shown.programmeId());
        return plan -> {
            long id = plan.programmeId();
            Locale locale = reader.locale();
            List<Component> buttons = new ArrayList<>();
            plan.latest()
                    .ifPresent(version -> buttons.add(Html.button(
                            Paths.of(Paths.IUP_VERSIONS, id),
                            plan.state() == IupState.APPROVED
                                    ? text(locale, "iup.versions")
                                    : text(locale, "iup.compare", Integer.toString(version.number())),
                            false)));
            if (own && plan.state().canBecome(IupState.SENT) && plan.state() != IupState.APPROVED) {
                buttons.add(RecordScreen.primary(
                        SEND,
                        text(locale, "iup.send"),
                        () -> attempt.accept(() -> after.accept(
                                approvals.submit(current.get(), id, plan.version()), text(locale, "iup.was.sent")))));
            }
            if (own && plan.state() == IupState.SENT) {
                buttons.add(RecordScreen.other(
                        TAKE_BACK,
                        text(locale, "iup.take.back"),
                        () -> attempt.accept(() -> after.accept(
                                approvals.withdraw(current.get(), id, plan.version()),
                                text(locale, "iup.was.taken.back")))));
            }
            if (!plan.mayApprove().isEmpty()) {
                buttons.add(
                        RecordScreen.other(RETURN, text(locale, "iup.return"), () -> giveBack(plan, locale, after)));
                buttons.add(RecordScreen.primary(
                        APPROVE, text(locale, "iup.approve"), () -> approve(plan, locale, after, attempt)));
            }
            return buttons;
        };
    }

    /** What stands below the board: what is missing, what was said of the plan, and its history. */
    List<Component> below(Actor reader, Iup plan, Consumer<Runnable> attempt) {
        List<Component> parts = new ArrayList<>();
        parts.add(new MissingCard(missing.missing(reader, plan.programmeId())));
        if (access.portfolioAccess(reader, plan.programmeId()).compareTo(PortfolioAccess.ALL) >= 0) {
            parts.add(new CommentCard(
                    approvals.comments(reader, plan.programmeId()),
                    text -> approvals.comment(current.get(), plan.programmeId(), text),
                    attempt));
        }
        if (!plan.history().isEmpty()) {
            parts.add(new HistoryCard(plan.history()));
        }
        return parts;
    }

    private void approve(Iup plan, Locale locale, BiConsumer<Iup, String> after, Consumer<Runnable> attempt) {
        String as = plan.mayApprove().stream()
                .map(one -> text(locale, "iup.approver." + one))
                .collect(Collectors.joining(" " + text(locale, "iup.and") + " "));
        new Confirm(
                        text(locale, "iup.approve.title", Integer.toString(plan.nextNumber())),
                        text(locale, "iup.approve.text", plan.doctorName(), as),
                        text(locale, "iup.approve"),
                        () -> attempt.accept(() -> {
                            Iup next = approvals.approve(current.get(), plan.programmeId(), plan.version());
                            after.accept(
                                    next,
                                    text(
                                            locale,
                                            next.state() == IupState.APPROVED
                                                    ? "iup.was.approved"
                                                    : "iup.was.approved.partly",
                                            plan.doctorName()));
                        }))
                .open();
    }

    private void giveBack(Iup plan, Locale locale, BiConsumer<Iup, String> after) {
        new ReasonDialog(
                        text(locale, "iup.return.title"),
                        text(locale, "iup.return.text", plan.doctorName()),
                        text(locale, "iup.return"),
                        reason -> after.accept(
                                approvals.giveBack(current.get(), plan.programmeId(), plan.version(), reason),
                                text(locale, "iup.was.returned", plan.doctorName())))
                .open();
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
