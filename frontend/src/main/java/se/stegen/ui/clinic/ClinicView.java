package se.stegen.ui.clinic;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import se.stegen.access.AccessPolicy;
import se.stegen.common.ReadTogether;
import se.stegen.common.Today;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.programme.ClinicClosing;
import se.stegen.programme.ClinicClosingService;
import se.stegen.reminder.TargetReminderService;
import se.stegen.ui.ChangeBroadcast;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** A clinic's traffic lights, the doctors behind each; changes by itself when somebody signs. */
@Route(Paths.CLINIC)
@Prototype
@PermitAll
class ClinicView extends Screen implements HasUrlParameter<Long> {
    static final String DOCTORS = "clinic-doctors";
    static final String DATE = "clinic-date";
    static final String ALL = "clinic-all";
    static final String UPDATED = "clinic-updated";

    private static final long serialVersionUID = 1L;

    private final transient ComplianceService compliance;
    private final transient AccessPolicy access;
    private final transient ClinicClosingService closings;
    private final transient OddityCard oddities;
    private final transient WaitingCards waiting;
    private final transient ReadTogether together;
    private final transient ChangeBroadcast changes;
    private final transient CurrentActor current;
    private final transient Today today;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Map<IndicatorCode, LightButton> lights = new EnumMap<>(IndicatorCode.class);
    private final DoctorTable doctors = new DoctorTable();
    private final TrendLink trend = new TrendLink();
    private final TargetPanel targets;
    private final DelayCard delay = new DelayCard();
    private final Span updated = new Span();
    private final Button all = new Button("", click -> toggleAll());
    private @Nullable Registration registration;
    private @Nullable LocalDate date;
    private @Nullable IndicatorCode opened;
    private @Nullable IndicatorCode pointed;
    private @Nullable ClinicCompliance shown;
    private boolean everybody;
    private volatile long clinicId;

    ClinicView(
            ComplianceService compliance,
            AccessPolicy access,
            ClinicClosingService closings,
            OddityCard oddities,
            WaitingCards waiting,
            TargetReminderService reminders,
            ReadTogether together,
            ChangeBroadcast changes,
            CurrentActor current,
            Today today) {
        this.compliance = compliance;
        this.access = access;
        this.closings = closings;
        this.oddities = oddities;
        this.waiting = waiting;
        this.together = together;
        this.changes = changes;
        this.current = current;
        this.today = today;
        targets = new TargetPanel(reminders, access, current);
        updated.setId(UPDATED);
        updated.addClassName("saved");
        updated.getElement().setAttribute("role", "status");
        all.setId(ALL);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        clinicId = id;
        QueryParameters asked = event.getLocation().getQueryParameters();
        date = asked.getSingleParameter("date").flatMap(this::past).orElse(null);
        pointed = asked.getSingleParameter("code")
                .flatMap(name -> Arrays.stream(IndicatorCode.values())
                        .filter(code -> code.name().equals(name))
                        .findFirst())
                .orElse(null);
        opened = pointed != null && !pointed.ofClinic() && access.mayReadClinicDoctors(current.get(), id)
                ? pointed
                : null;
        build();
        if (pointed != null) {
            getElement()
                    .executeJs(
                            "setTimeout(() => { const light = document.getElementById($0);"
                                    + " light?.scrollIntoView({block: 'center'}); light?.focus({preventScroll: true}); }, 300)",
                            LightButton.id(pointed));
        }
    }

    /** A day that has been; today's figures change by themselves. */
    private Optional<LocalDate> past(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(today.date()::isAfter);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void build() {
        together.run(() -> build(compliance.clinic(current.get(), clinicId, date)));
    }

    private void build(ClinicCompliance clinic) {
        String guideline = clinic.guidelineName();
        PageHead head = begin(clinic.clinicName())
                .line(t(
                        "clinic.line",
                        Integer.toString(clinic.doctors()),
                        guideline == null ? t("clinic.no.guideline") : guideline,
                        day(clinic.date())));
        closings.of(current.get(), clinicId).ifPresent(closing -> closed(head, closing));
        DatePicker picker = Dates.field(t("clinic.date"), getLocale());
        picker.setId(DATE);
        picker.setMax(today.date());
        picker.setValue(clinic.date());
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                date = today.date().equals(change.getValue()) ? null : change.getValue();
                attempt(this::build);
            }
        });
        head.actions(picker);
        add(ways());
        Div row = Html.div("lights");
        boolean opens = access.mayReadClinicDoctors(current.get(), clinicId);
        List<String> notAsked = new ArrayList<>();
        for (Indicator light : clinic.indicators()) {
            if (light.asked()) {
                LightButton button = lights.computeIfAbsent(light.code(), this::light);
                button.setEnabled(opens(light.code(), opens));
                button.setClassName("pointed", light.code() == pointed);
                row.add(button);
            } else {
                notAsked.add(t("indicator." + light.code()).toLowerCase(getLocale()));
            }
        }
        add(row);
        if (!notAsked.isEmpty()) {
            add(Html.text("small", t("clinic.not.asked", String.join(", ", notAsked))));
        }
        oddities.of(clinicId, getLocale(), this::build).ifPresent(this::add);
        if (opens) {
            add(targets, doctors, trend, all, updated);
        }
        add(waiting.of(clinicId, getLocale()));
        add(delay);
        show(clinic);
    }

    /** That it has closed or will, and where its doctors go on. */
    private void closed(PageHead head, ClinicClosing closing) {
        boolean past = closing.lastDay().isBefore(today.date());
        String day = day(past ? closing.lastDay().plusDays(1) : closing.lastDay());
        String into = closing.mergedIntoName();
        if (into == null) {
            head.line(t(past ? "clinic.closed" : "clinic.closes", day));
        } else {
            head.line(t(past ? "clinic.merged" : "clinic.merges", day, into));
        }
    }

    private boolean opens(IndicatorCode code, boolean doctors) {
        if (code.ofReviews()) {
            return access.mayKeepReviews(current.get(), clinicId);
        }
        return code.ofClinic() ? access.mayReadTeaching(current.get(), clinicId) : doctors;
    }

    /** Where the clinic's other work is found. */
    private Component ways() {
        HtmlContainer ways = Html.tag("nav");
        ways.addClassName("ways");
        ways.getElement().setAttribute("aria-label", t("clinic.ways"));
        ways.add(
                Html.link(Paths.of(Paths.OUTLOOK, clinicId), t("outlook.nav")),
                Html.link(Paths.of(Paths.CLINIC_GUIDELINE, clinicId), t("guideline.nav")));
        if (access.mayReadCollegia(current.get(), clinicId)) {
            ways.add(Html.link(Paths.of(Paths.COLLEGIA, clinicId), t("collegium.nav")));
        }
        if (access.mayReadTeaching(current.get(), clinicId)) {
            ways.add(Html.link(Paths.of(Paths.TEACHING, clinicId), t("teaching.list")));
        }
        if (access.mayKeepReviews(current.get(), clinicId)) {
            ways.add(Html.link(Paths.of(Paths.REVIEWS, clinicId), t("review.list")));
        }
        if (access.mayReadEvaluations(current.get(), clinicId)) {
            ways.add(
                    Html.link(Paths.of(Paths.GENERAL_PROGRAMME, clinicId), t("general.title")),
                    Html.link(Paths.of(Paths.EVALUATIONS, clinicId), t("evaluation.title")),
                    Html.link(Paths.of(Paths.FORMS, clinicId), t("forms.title")));
        }
        if (access.mayBringClinicHistory(current.get(), clinicId)) {
            ways.add(Html.link(Paths.of(Paths.CLINIC_HISTORY, clinicId), t("history.clinic.nav")));
        }
        return ways;
    }

    private LightButton light(IndicatorCode code) {
        LightButton button = new LightButton(code);
        button.addClickListener(click -> {
            if (code.ofReviews()) {
                goTo(Paths.of(Paths.REVIEWS, clinicId));
                return;
            }
            if (code.ofClinic()) {
                goTo(Paths.of(
                        code == IndicatorCode.STUDIEREKTOR_TIME ? Paths.CLINIC_GUIDELINE : Paths.TEACHING, clinicId));
                return;
            }
            opened = opened == code ? null : code;
            refreshDoctors();
            if (opened != null) {
                doctors.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            }
        });
        return button;
    }

    private void show(ClinicCompliance clinic) {
        shown = clinic;
        boolean opens = access.mayReadClinicDoctors(current.get(), clinicId);
        for (Indicator light : clinic.indicators()) {
            lights.computeIfAbsent(light.code(), this::light).show(light, opens(light.code(), opens));
        }
        delay.show(clinic.delay());
        refreshDoctors();
    }

    private void refreshDoctors() {
        ClinicCompliance clinic = shown;
        if (clinic == null) {
            return;
        }
        lights.forEach((code, button) -> button.open(code == opened));
        doctors.show(clinic.trainees(), opened, everybody);
        targets.show(clinicId, opened, date == null);
        trend.show(clinicId, opened);
        all.setVisible(opened == null && !clinic.trainees().isEmpty());
        all.setText(
                everybody
                        ? t("clinic.show.missing")
                        : t(
                                "clinic.show.all",
                                Integer.toString(clinic.trainees().size())));
    }

    private void toggleAll() {
        everybody = !everybody;
        refreshDoctors();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        registration = changes.add(clinics -> {
            // Several changes in a row are one update.
            if (clinics.contains(clinicId) && stale.compareAndSet(false, true)) {
                Future<Void> unused = ui.access(this::update);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Registration listening = registration;
        if (listening != null) {
            listening.remove();
        }
    }

    /** Somebody signed: the figures of today are counted again, and only what differs is changed. */
    private void update() {
        stale.set(false);
        if (date != null) {
            return;
        }
        ClinicCompliance now = compliance.clinic(current.get(), clinicId, null);
        if (!now.equals(shown)) {
            show(now);
            updated.setText(t("clinic.updated", Dates.time(today.utc())));
        }
    }
}
