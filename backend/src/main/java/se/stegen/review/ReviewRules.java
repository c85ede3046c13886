package se.stegen.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.stegen.review.Review.Ask;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;

/** The arithmetic of reviews, without database or clock. */
public final class ReviewRules {
    /** An area graded D asks for an action plan within so many months of the report (SSNO 2022). */
    static final int PLAN_MONTHS = 3;

    /** And for an internal follow-up within so many (Region Skåne: a written report within six months). */
    static final int FOLLOW_UP_MONTHS = 6;

    private ReviewRules() {}

    /**
     * What areas graded D ask for.
     *
     * @param from day of the report, else of the visit
     * @param planned areas that have an action, closed ones included
     * @param followedUp whether the clinic was reviewed internally after that
     */
    static List<Ask> asks(Collection<ReviewGrade> grades, LocalDate from, Set<Area> planned, boolean followedUp) {
        Set<Area> failed = EnumSet.noneOf(Area.class);
        grades.stream().filter(one -> one.grade() == Grade.D).forEach(one -> failed.add(one.area()));
        List<Ask> asks = new ArrayList<>();
        for (Area area : failed) {
            if (!planned.contains(area)) {
                asks.add(new Ask(area, true, from.plusMonths(PLAN_MONTHS)));
            }
            if (!followedUp) {
                asks.add(new Ask(area, false, from.plusMonths(FOLLOW_UP_MONTHS)));
            }
        }
        return asks;
    }

    /**
     * The mean of units' points. It is counted from the units, never from means that were rounded, and rounded half up, as
     * the published tables are (3.25 is 3.3 there).
     *
     * @param sum of all points
     * @param units more than 0
     * @param decimals of the result
     */
    public static BigDecimal mean(BigDecimal sum, int units, int decimals) {
        return sum.divide(BigDecimal.valueOf(units), decimals, RoundingMode.HALF_UP);
    }

    /**
     * The standard deviation of a sample (n − 1), rounded half up.
     *
     * @param points of each unit, at least two
     * @param decimals of the result
     */
    public static BigDecimal deviation(List<BigDecimal> points, int decimals) {
        BigDecimal count = BigDecimal.valueOf(points.size());
        BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares = points.stream().map(one -> one.multiply(one)).reduce(BigDecimal.ZERO, BigDecimal::add);
        // n × Σx² − (Σx)² is exact, so that equal points give exactly 0.
        BigDecimal numerator = squares.multiply(count).subtract(sum.multiply(sum));
        return numerator
                .divide(count.multiply(count.subtract(BigDecimal.ONE)), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .setScale(decimals, RoundingMode.HALF_UP);
    }
}
