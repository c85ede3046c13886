package se.stegen.ui.studies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.selfstudy.SelfStudy;
import se.stegen.selfstudy.SelfStudyData;
import se.stegen.selfstudy.SelfStudyService;
import se.stegen.selfstudy.SelfStudySum;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;

/** "1 tim i dag": self-study logged with one press, the last goals remembered, and how much it has been. */
@Singleton
public class StudyCards {
    /** Id of the button for half an hour. */
    public static final String HALF = "study-half";
    /** Id of the button for an hour. */
    public static final String HOUR = "study-hour";
    /** Id of the sentence that tells the hours of week and year. */
    public static final String SUM = "study-sum";

    private static final BigDecimal HALF_HOUR = new BigDecimal("0.5");
    private static final BigDecimal WEEKS = new BigDecimal(52);

    private final SelfStudyService studies;
    private final CurrentActor current;
    private final Today today;

    StudyCards(SelfStudyService studies, CurrentActor current, Today today) {
        this.studies = studies;
        this.current = current;
        this.today = today;
    }

    /** The card of the home screen, with the way to the rest. */
    public Div of(long programmeId, Locale locale) {
        Div card = card(programmeId, locale, () -> {});
        card.add(Html.div("after", Html.link(Paths.of(Paths.STUDIES, programmeId), t(locale, "study.all"))));
        return card;
    }

    /** The card; {@code after} is called when something was logged or taken back. */
    Div card(long programmeId, Locale locale, Runnable after) {
        Div sum = new Div();
        sum.setId(SUM);
        sum.getElement().setAttribute("role", "status");
        Runnable refresh = () -> {
            tell(sum, studies.sum(current.get(), programmeId), locale);
            after.run();
        };
        tell(sum, studies.sum(current.get(), programmeId), locale);
        return Html.div(
                "card",
                Html.text("h2", t(locale, "study.title")),
                Html.div(
                        "actions",
                        quick(HALF, HALF_HOUR, programmeId, locale, refresh),
                        quick(HOUR, BigDecimal.ONE, programmeId, locale, refresh)),
                sum);
    }

    private Button quick(String id, BigDecimal hours, long programmeId, Locale locale, Runnable refresh) {
        Button button = new Button(t(locale, "study.today", hours(hours, locale)));
        button.setId(id);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                SelfStudySum before = studies.sum(current.get(), programmeId);
                SelfStudy made = studies.log(
                        current.get(), programmeId, new SelfStudyData(today.date(), hours, before.lastGoals(), ""));
                refresh.run();
                String goals = made.goalCodes().isEmpty()
                        ? ""
                        : " " + t(locale, "study.for", String.join(", ", made.goalCodes()));
                ProblemNotice.undo(t(locale, "study.logged", hours(hours, locale)) + goals, t(locale, "undo"), () -> {
                    studies.delete(current.get(), programmeId, made.id(), null);
                    refresh.run();
                });
            } catch (Problem refused) {
                ProblemNotice.notify(refused.text(locale), t(locale, "close"));
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private static void tell(Div sum, SelfStudySum hours, Locale locale) {
        sum.removeAll();
        BigDecimal perWeek = hours.perWeek();
        sum.add(new Paragraph(
                perWeek == null
                        ? t(locale, "study.week", hours(hours.week(), locale))
                        : t(locale, "study.week.of", hours(hours.week(), locale), hours(perWeek, locale))));
        sum.add(new Span(
                perWeek == null
                        ? t(locale, "study.year", hours(hours.year(), locale))
                        : t(
                                locale,
                                "study.year.of",
                                hours(hours.year(), locale),
                                hours(perWeek.multiply(WEEKS).setScale(0, RoundingMode.FLOOR), locale))));
    }

    /** Hours as people write them: 1,25. */
    static String hours(BigDecimal hours, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(hours);
    }

    private static String t(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
