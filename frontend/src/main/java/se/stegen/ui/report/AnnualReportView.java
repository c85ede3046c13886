package se.stegen.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.report.AnnualReport;
import se.stegen.report.ReportSection;
import se.stegen.report.ReportService;
import se.stegen.report.ReportState;
import se.stegen.report.SupervisorReport;
import se.stegen.signing.RecordState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;

/** One yearly report: drafted from the portfolio, the doctor's words beside, the supervisor's report below. */
@Route(Paths.ANNUAL_REPORT)
@Prototype
@PermitAll
class AnnualReportView extends RecordScreen implements HasUrlParameter<Long> {
    static final String PDF = "report-pdf";
    static final String SEND = "report-send";
    static final String RENEW = "report-renew";
    static final String DELETE = "report-delete";
    static final String SEND_COMMENT = "report-comment-send";
    static final String READ = "report-read";
    /** Id of a field of the doctor's words; the section follows. */
    static final String WORDS = "report-words-";

    private static final long serialVersionUID = 1L;

    private final transient ReportService service;
    private final transient CurrentActor current;
    private final Map<ReportSection, TextArea> words = new EnumMap<>(ReportSection.class);
    private transient AnnualReport report;
    private @Nullable SupervisorReportForm comment;

    @SuppressWarnings("NullAway.Init")
    AnnualReportView(ReportService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(service.get(current.get(), id));
    }

    private void show(AnnualReport shown) {
        report = shown;
        words.clear();
        comment = null;
        draft(null);
        PageHead head = begin(t("report.title", shown.doctorName()))
                .badge(new StateBadge(shown.state() == ReportState.SENT ? RecordState.SENT : RecordState.DRAFT))
                .line(
                        new Span(t("report.period", day(shown.from()), day(shown.to()))),
                        way(Paths.of(Paths.MEETINGS, shown.programmeId()), t("meeting.list")));
        head.actions(pdf(shown));
        List<Component> buttons = new ArrayList<>();
        if (shown.mayWrite()) {
            head.line(t("report.draft.help"));
            buttons.add(primary(SEND, t("report.send"), this::send));
            buttons.add(other(
                    RENEW,
                    t("report.renew"),
                    () -> step(
                            () -> service.renew(current.get(), report.id(), report.version()), "report.renew.done")));
            buttons.add(other(DELETE, t("delete"), this::delete));
            AutoSave saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
            saving.quietly(() -> sections(shown, saving));
            savedAt().saved(shown.updatedAt());
            draft(saving);
        } else {
            sections(shown, null);
        }
        supervisor(shown, buttons);
        if (shown.mayMarkRead()) {
            buttons.add(primary(
                    READ,
                    t("report.read"),
                    () -> step(() -> service.markRead(current.get(), report.id()), "report.read.done")));
        }
        actions(shown.mayWrite() || shown.mayComment(), buttons.toArray(Component[]::new));
    }

    private Anchor pdf(AnnualReport shown) {
        Anchor pdf = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] made = service.pdf(current.get(), shown.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(made),
                            "arsrapport-" + shown.id() + ".pdf",
                            "application/pdf",
                            made.length);
                }),
                t("report.pdf"));
        pdf.setId(PDF);
        pdf.addClassName("button");
        return pdf;
    }

    private void sections(AnnualReport shown, @Nullable AutoSave saving) {
        ReportLines lines = new ReportLines(getLocale());
        for (ReportSection section : ReportSection.values()) {
            Div card = card(t("report.section." + section));
            lines.of(shown, section).forEach(card::add);
            String own = shown.words().getOrDefault(section, "");
            if (saving != null) {
                TextArea field = new TextArea(t("report.words"));
                field.setAriaLabel(t("report.words") + ": " + t("report.section." + section));
                field.setId(WORDS + section);
                field.setWidthFull();
                field.setMaxLength(5000);
                field.setValue(own);
                saving.watch(field);
                words.put(section, field);
                card.add(field);
            } else if (!own.isEmpty()) {
                card.add(Html.text("h3", t("report.words.of", shown.doctorName())), prose(own));
            }
            if (saving != null || section != ReportSection.YEAR || !own.isEmpty()) {
                add(card);
            }
        }
    }

    private void supervisor(AnnualReport shown, List<Component> buttons) {
        SupervisorReport known = shown.supervisor();
        if (shown.mayComment()) {
            SupervisorReportForm fields = new SupervisorReportForm();
            comment = fields;
            AutoSave saving = new AutoSave(savedAt(), problem(), this::saveComment, this::staleComment);
            saving.quietly(() -> fields.fill(known));
            fields.watch(saving, problem());
            if (known != null) {
                savedAt().saved(known.updatedAt());
            }
            draft(saving);
            add(fields);
            buttons.add(primary(SEND_COMMENT, t("report.comment.send"), this::sendComment));
            return;
        }
        if (known == null) {
            if (shown.state() == ReportState.SENT) {
                add(Html.div("notice", new Paragraph(t("report.supervisor.waits"))));
            }
            return;
        }
        Div card = card(t("report.supervisor.of", known.authorName()));
        part(card, "report.progress", known.progress());
        part(card, "report.strengths", known.strengths());
        part(card, "report.development", known.development());
        part(card, "report.needs", known.needs());
        String reader = known.readByName();
        LocalDateTime at = known.readAt();
        if (reader != null && at != null) {
            card.add(new Paragraph(t("report.was.read", reader, moment(at))));
        }
        add(card);
    }

    private void part(Div card, String key, String text) {
        if (!text.isEmpty()) {
            card.add(Html.text("h3", t(key)), prose(text));
        }
    }

    private LocalDateTime save() {
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        words.forEach((section, field) -> texts.put(section, field.getValue()));
        report = service.save(current.get(), report.id(), report.version(), texts);
        return report.updatedAt();
    }

    /** The doctor wrote in another window, too. */
    private void stale() {
        AnnualReport theirs = service.get(current.get(), report.id());
        if (!theirs.mayWrite()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        List<Conflict.Difference> differences = new ArrayList<>();
        words.forEach((section, field) -> Conflict.Difference.text(
                        t("report.section." + section),
                        report.words().getOrDefault(section, ""),
                        field.getValue(),
                        theirs.words().getOrDefault(section, ""),
                        field::setValue)
                .ifPresent(differences::add));
        merge(differences, () -> report = theirs);
    }

    private LocalDateTime saveComment() {
        SupervisorReportForm fields = comment;
        SupervisorReport known = report.supervisor();
        if (fields == null) {
            return report.updatedAt();
        }
        report = service.comment(
                current.get(), report.id(), known == null ? null : (Integer) known.version(), fields.data());
        SupervisorReport now = report.supervisor();
        return now == null ? report.updatedAt() : now.updatedAt();
    }

    private void staleComment() {
        AnnualReport theirs = service.get(current.get(), report.id());
        SupervisorReportForm fields = comment;
        if (fields == null || !theirs.mayComment()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        merge(fields.differences(report.supervisor(), theirs.supervisor()), () -> report = theirs);
    }

    private void send() {
        if (saved()) {
            new Confirm(
                            t("report.send.title"),
                            t("report.send.text"),
                            t("report.send"),
                            () -> step(
                                    () -> service.send(current.get(), report.id(), report.version()),
                                    "report.send.done"))
                    .open();
        }
    }

    private void sendComment() {
        if (saved()) {
            new Confirm(
                            t("report.comment.send.title"),
                            t("report.comment.send.text", report.doctorName()),
                            t("report.comment.send"),
                            () -> step(
                                    () -> service.sendComment(current.get(), report.id(), null), "report.comment.done"))
                    .open();
        }
    }

    private void delete() {
        new Confirm(
                        t("report.delete.title"),
                        t("report.delete.text"),
                        t("delete"),
                        () -> attempt(() -> {
                            service.delete(current.get(), report.id(), report.version());
                            draft(null);
                            goTo(Paths.of(Paths.MEETINGS, report.programmeId()));
                        }))
                .open();
    }

    private void step(java.util.function.Supplier<AnnualReport> action, String done) {
        if (saved()) {
            attempt(() -> {
                show(action.get());
                top();
                ProblemNotice.done(t(done));
            });
        }
    }

    private static Paragraph prose(String text) {
        Paragraph said = new Paragraph(text);
        said.addClassName("prose");
        return said;
    }
}
