package se.stegen.ui.time;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.EmploymentRate;
import se.stegen.programme.EmploymentRateService;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.time.CreditService;
import se.stegen.time.Endless;
import se.stegen.time.ProgrammeTime;
import se.stegen.time.ProgrammeTime.ShiftInWords;
import se.stegen.time.TimeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** How much of an ST is served, when it ends and why then, and what that follows from. */
@Route(Paths.TIME)
@Prototype
@PermitAll
class TimeView extends Screen implements HasUrlParameter<Long> {
    static final String SHIFTS = "time-shifts";

    private static final long serialVersionUID = 1L;

    private final transient TimeService time;
    private final transient ProgrammeService programmes;
    private final transient EmploymentRateService rates;
    private final transient CreditService credits;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final transient PostCard postCard;
    private final transient RateCard rateCard;
    private final transient LeaveCard leaveCard;
    private final transient CreditCard creditCard;

    TimeView(
            TimeService time,
            ProgrammeService programmes,
            EmploymentRateService rates,
            CreditService credits,
            AccessPolicy access,
            CurrentActor current,
            PostCard postCard,
            RateCard rateCard,
            LeaveCard leaveCard,
            CreditCard creditCard) {
        this.time = time;
        this.programmes = programmes;
        this.rates = rates;
        this.credits = credits;
        this.access = access;
        this.current = current;
        this.postCard = postCard;
        this.rateCard = rateCard;
        this.leaveCard = leaveCard;
        this.creditCard = creditCard;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        show(programmeId);
    }

    private void refresh(long programmeId, String focus) {
        // Who ends a post in the past may lose sight of the doctor by it.
        if (access.portfolioAccess(current.get(), programmeId) == PortfolioAccess.NONE) {
            getUI().ifPresent(ui -> ui.navigate(Paths.TRAINEES));
            return;
        }
        show(programmeId);
        focusLater(focus);
    }

    private void show(long programmeId) {
        Actor actor = current.get();
        Programme programme = programmes.get(actor, programmeId);
        ProgrammeTime told = time.get(actor, programmeId, null);
        List<EmploymentRate> allRates = rates.list(actor, programmeId);
        ProgrammeFacts facts = programme.facts();
        boolean own = actor.personId() == facts.personId();
        begin(t("time.title"))
                .line(
                        Html.link(Paths.of(Paths.TRAINEE, programmeId), own ? t("nav.programme") : facts.personName()),
                        new Span(" · " + t("regulation." + facts.regulation())));
        add(summary(told));
        Div picture = card(t("time.course"), new Timeline(told, programme.posts(), allRates, programme.leaves()));
        picture.add(Html.text("small", t("time.course.help")));
        add(picture, shifts(told));
        Editing editing = new Editing(
                programmeId, access.mayManageProgramme(actor, programmeId), focus -> refresh(programmeId, focus));
        Regulation regulation = Regulation.of(facts.regulation()).orElse(Regulation.HSLF_2021);
        add(
                postCard.of(programme.posts(), editing),
                rateCard.of(allRates, editing),
                leaveCard.of(programme.leaves(), editing),
                creditCard.of(credits.list(actor, programmeId), regulation, editing));
    }

    private FactCard summary(ProgrammeTime told) {
        FactCard card = new FactCard(t("time.now"));
        card.fact(
                t("time.served"),
                twoLines(
                        t("time.served.of", t("time.months", told.servedMonths()), told.requiredMonths()),
                        t("time.fulltime.days", t("time.days", told.servedDays()))));
        card.fact(
                t("time.remaining"),
                twoLines(
                        told.remainingDays() == 0 ? t("time.remaining.none") : t("time.months", told.remainingMonths()),
                        t("time.fulltime.days", t("time.days", told.remainingDays()))));
        LocalDate end = told.projectedEnd();
        Endless endless = told.endless();
        if (end == null) {
            card.fact(t("time.end"), twoLines(t("time.end.none"), endless == null ? "" : t("time.endless." + endless)));
        } else {
            card.fact(
                    t("time.end"),
                    twoLines(
                            day(end),
                            end.equals(told.nominalEnd())
                                    ? t("time.end.same")
                                    : t("time.end.was", day(told.nominalEnd()))));
        }
        card.fact(t("trainee.length"), t("trainee.months", Integer.toString(told.plannedMonths())));
        return card;
    }

    private static Div twoLines(String first, String second) {
        return Html.div("", Html.text("b", first), Html.tag("br"), Html.text("small", second));
    }

    private Div shifts(ProgrammeTime told) {
        Div card = card(t("time.shifts"));
        card.setId(SHIFTS);
        if (told.shifts().isEmpty()) {
            card.add(new EmptyState(t("time.shifts.empty")));
            return card;
        }
        Sheet sheet = new Sheet(t("time.shifts"), List.of(t("time.what"), t("time.moves")));
        for (ShiftInWords one : told.shifts()) {
            Integer days = one.shift().days();
            sheet.row(new Span(one.text()), new Span(days == null ? t("time.moves.endless") : signed(days)));
        }
        Integer all = told.shiftDays();
        if (all != null) {
            sheet.row(Html.text("b", t("time.together")), Html.text("b", signed(all)));
        }
        card.add(sheet);
        return card;
    }

    private String signed(int days) {
        String amount = t("time.days", Math.abs(days));
        return days == 0 ? amount : (days > 0 ? "+" : "−") + amount;
    }
}
