package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** Days of a post, in no full leave, from which an introduction is asked for. */
    static final int INTRODUCTION_AFTER_DAYS = 90;

    /** An introduction may be dated as many days before the post. */
    static final int INTRODUCTION_DAYS_BEFORE = 30;

    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS_OF_YEAR = 52;
    private static final int MONTHS_WITH_JOURNAL_CLUB = 10;
    private static final BigDecimal TIME_YELLOW = new BigDecimal("0.75");
    private static final BigDecimal TEACHING_GREEN = new BigDecimal("0.90");
    private static final BigDecimal TEACHING_YELLOW = new BigDecimal("0.70");

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

    /**
     * Of a number for the whole ST, how many are asked for by now: {@code floor(total × min(1, served since the programme's
     * start / planned))}, with {@code planned} the days from the start to {@code start.plusMonths(plannedMonths)}.
     */
    static int requiredOfTotal(int total, LocalDate start, int plannedMonths, List<Period> fullLeaves, LocalDate day) {
        if (day.isBefore(start)) {
            return 0;
        }
        long planned = ChronoUnit.DAYS.between(start, start.plusMonths(plannedMonths));
        long served = Math.min(planned, TimeRules.daysOutside(start, day, fullLeaves));
        return (int) (total * served / planned);
    }

    /** {@code floor(hours a week × served / 7)}. */
    static int requiredHours(BigDecimal perWeek, int served) {
        return perWeek.multiply(BigDecimal.valueOf(served))
                .divideToIntegralValue(BigDecimal.valueOf(DAYS_OF_WEEK))
                .intValue();
    }

    /** Whether INTRODUCTION applies: the post has lasted 90 days, both ends counted, in no full leave. */
    static boolean asksForIntroduction(LocalDate postStart, List<Period> fullLeaves, LocalDate day) {
        return !day.isBefore(postStart) && TimeRules.daysOutside(postStart, day, fullLeaves) >= INTRODUCTION_AFTER_DAYS;
    }

    /** What the profile gives for an indicator; null where it gives nothing. */
    @Nullable
    static Object value(IndicatorCode code, GuidelineProfile profile) {
        return switch (code) {
            case MAIN_SUPERVISOR, INTRODUCTION, ACTION_PLAN, STUDIEREKTOR_TIME -> null;
            case SUPERVISOR_QUALIFIED -> profile.supervisorTrainingMaxAgeYears();
            case IUP_ON_TIME -> profile.iupMonths();
            case IUP_REVISED -> profile.iupRevisionsPerYear();
            case SUPERVISION -> profile.supervisionsPerYear();
            case ASSESSMENT -> profile.assessmentsPerYear();
            case COLLEGIUM -> profile.collegiaTotal() == null ? profile.collegiaPerYear() : profile.collegiaTotal();
            case DEVELOPMENT_TALK -> profile.developmentTalksPerYear();
            case RECONCILIATION -> profile.reconciliationsPerYear();
            case SELF_STUDY -> profile.selfStudyHoursPerWeek();
            case GENERAL_COMPETENCE -> profile.generalCompetence() ? LEAST_SERVED_DAYS : null;
            case INTERNAL_TEACHING -> profile.internalTeachingPerWeek();
            case JOURNAL_CLUB -> profile.journalClubPerMonth();
            case EXTERNAL_REVIEW -> profile.externalReviewYears();
            case INTERNAL_REVIEW -> profile.internalReviewMonths();
        };
    }

    /** Sessions a year that the profile asks of a clinic; null switches the indicator off. */
    @Nullable
    static Integer teachingTarget(IndicatorCode code, GuidelineProfile profile) {
        Integer weekly = profile.internalTeachingPerWeek();
        Integer monthly = profile.journalClubPerMonth();
        if (code == IndicatorCode.INTERNAL_TEACHING) {
            return weekly == null ? null : weekly * (WEEKS_OF_YEAR - profile.holidayWeeks());
        }
        return monthly == null ? null : monthly * MONTHS_WITH_JOURNAL_CLUB;
    }

    /** The light of a clinic's teaching: green from 90 %, yellow from 70 %. */
    static LightStatus teachingStatus(int held, int target) {
        return target < 1 ? LightStatus.GREEN : status(held, target, TEACHING_GREEN, TEACHING_YELLOW);
    }

    /** The light of a studierektor's time: green from what is needed, yellow from three quarters of it. */
    static LightStatus timeStatus(BigDecimal allotted, BigDecimal needed) {
        if (allotted.compareTo(needed) >= 0) {
            return LightStatus.GREEN;
        }
        return allotted.compareTo(needed.multiply(TIME_YELLOW)) >= 0 ? LightStatus.YELLOW : LightStatus.RED;
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
