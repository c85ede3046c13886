package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Riktlinjeprofil: what a clinic is measured against. Data, not code; a null switches that indicator off.
 *
 * @param code stable code, e.g. {@code skane-2015}
 * @param validFrom first day of this version
 * @param supervisionsPerYear handledningssamtal per twelve months
 * @param assessmentsPerYear formal assessments per twelve months
 * @param iupMonths months from the start of the post to the first approved IUP
 * @param selfStudyHoursPerWeek hours a week
 * @param supervisorTrainingMaxAgeYears years that a handledarutbildning holds; null is for ever
 * @param iupApprovers who approves an IUP
 * @param escalationDays days before the studierektor is told
 * @param greenFrom share (0-1) from which a light is green
 * @param yellowFrom share (0-1) from which it is yellow
 * @param holidayWeeks weeks of the year without teaching
 * @param remark how a vague sentence of the guideline was read
 * @param organisationId whose own version it is; null for those that come with the program
 * @param validTo last day of this version; null is open
 * @param studierektorHours hours a week by doctors, as {@code StudierektorTable} writes it; null takes the usual table
 */
@MappedEntity("guideline_profile")
public record GuidelineProfile(
        @Id @GeneratedValue long id,
        String code,
        LocalDate validFrom,
        String name,
        String source,
        @Nullable Integer supervisionsPerYear,
        @Nullable Integer assessmentsPerYear,
        @Nullable Integer iupMonths,
        @Nullable Integer iupRevisionsPerYear,
        @Nullable Integer collegiaTotal,
        @Nullable Integer collegiaPerYear,
        @Nullable Integer developmentTalksPerYear,
        @Nullable Integer reconciliationsPerYear,
        @Nullable BigDecimal selfStudyHoursPerWeek,
        @Nullable Integer externalReviewYears,
        @Nullable Integer internalReviewMonths,
        @Nullable Integer internalTeachingPerWeek,
        @Nullable Integer journalClubPerMonth,
        boolean generalCompetence,
        @Nullable Integer supervisorTrainingMaxAgeYears,
        String iupApprovers,
        int escalationDays,
        BigDecimal greenFrom,
        BigDecimal yellowFrom,
        int holidayWeeks,
        @Nullable String remark,
        @Nullable Long organisationId,
        @Nullable LocalDate validTo,
        @Nullable String studierektorHours,
        int version) {
    /** Green from this share where a profile says nothing. */
    static final BigDecimal DEFAULT_GREEN = new BigDecimal("0.900");

    /** Yellow from this share where a profile says nothing. */
    static final BigDecimal DEFAULT_YELLOW = new BigDecimal("0.700");

    /** Whether this version holds on the day. */
    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}
