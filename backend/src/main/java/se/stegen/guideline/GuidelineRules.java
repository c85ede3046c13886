package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.stegen.common.Period;
import se.stegen.instrument.Competence;
import se.stegen.time.TimeRules;

/**
 * The arithmetic of the indicators, without database or clock. Source: {@code docs/indicators.md}; the guidelines leave
 * open what "nine a year" is counted over, so it is a rolling year that leaves shorten.
 */
final class GuidelineRules {
    /** Full leave that covers fewer days of the year than this is not taken off, so that a sick child changes nothing. */
    static final int LEAST_LEAVE_DAYS = 15;

    /** Days served in W from which general competences are asked for. */
    static final int LEAST_SERVED_DAYS = 182;

    private GuidelineRules() {}

    /** W: the twelve months that end on the day, both ends counted. */
    static Period yearEnding(LocalDate day) {
        return new Period(day.minusYears(1).plusDays(1), day);
    }

    /** Days of the twelve months that end on the day: 365 or 366. */
    static int daysInYearEnding(LocalDate day) {
        return TimeRules.days(yearEnding(day).from(), day);
    }

    /**
     * Days of W inside the post and in no full leave. Overlapping leaves count once; together under
     * {@link #LEAST_LEAVE_DAYS} days they are not taken off.
     *
     * @param fullLeaves single leaves of extent 100, open ones included
     */
    static int served(LocalDate day, Period post, List<Period> fullLeaves) {
        LocalDate from = later(yearEnding(day).from(), post.from());
        LocalDate end = post.to();
        LocalDate to = end == null || end.isAfter(day) ? day : end;
        if (from.isAfter(to)) {
            return 0;
        }
        int leave = TimeRules.daysInside(from, to, fullLeaves);
        return TimeRules.days(from, to) - (leave < LEAST_LEAVE_DAYS ? 0 : leave);
    }

    /** {@code floor(n × served / daysInW)}; 0 means that the indicator does not apply. */
    static int required(int perYear, int served, int daysInYear) {
        return (int) ((long) perYear * served / daysInYear);
    }

    /** Whether GENERAL_COMPETENCE applies: half a year served, on a profile that asks for it. */
    static boolean asksForCompetences(boolean profileAsks, int served) {
        return profileAsks && served >= LEAST_SERVED_DAYS;
    }

    /**
     * When each general competence was shown last.
     *
     * @param shown the counted assessments of W with what each shows: by its form, and added by who asked
     */
    static Map<Competence, LocalDate> lastShown(List<Shown> shown) {
        Map<Competence, LocalDate> last = new EnumMap<>(Competence.class);
        for (Shown one : shown) {
            one.competences().forEach(competence -> last.merge(competence, one.day(), GuidelineRules::later));
        }
        return last;
    }

    /** A counted assessment and the general competences that it shows. */
    record Shown(LocalDate day, Set<Competence> competences) {}

    /** Whether a handledarutbildning is young enough; without a greatest age any is. */
    static boolean trainingHolds(LocalDate latestTraining, @Nullable Integer maxAgeYears, LocalDate day) {
        return maxAgeYears == null || !latestTraining.plusYears(maxAgeYears).isBefore(day);
    }

    /** The light of an exact share. */
    static LightStatus status(int met, int applicable, BigDecimal greenFrom, BigDecimal yellowFrom) {
        if (applicable == 0) {
            return LightStatus.NOT_APPLICABLE;
        }
        BigDecimal reached = BigDecimal.valueOf(met);
        BigDecimal all = BigDecimal.valueOf(applicable);
        if (reached.compareTo(greenFrom.multiply(all)) >= 0) {
            return LightStatus.GREEN;
        }
        return reached.compareTo(yellowFrom.multiply(all)) >= 0 ? LightStatus.YELLOW : LightStatus.RED;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
