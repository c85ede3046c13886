package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import se.stegen.access.IupApprover;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** A value of a guideline profile that an organisation sets and a clinic may override; each has a canonical text. */
public enum GuidelineField {
    /** Handledningssamtal per twelve months. */
    SUPERVISIONS_PER_YEAR("supervisionsPerYear", Kind.COUNT, 400, true),
    /** Formal assessments per twelve months. */
    ASSESSMENTS_PER_YEAR("assessmentsPerYear", Kind.COUNT, 400, true),
    /** Months to the first approved IUP. */
    IUP_MONTHS("iupMonths", Kind.COUNT, 60, true),
    /** Approved versions of the IUP per twelve months. */
    IUP_REVISIONS_PER_YEAR("iupRevisionsPerYear", Kind.COUNT, 12, true),
    /** Specialistkollegier during the whole ST. */
    COLLEGIA_TOTAL("collegiaTotal", Kind.COUNT, 60, true),
    /** Specialistkollegier per twelve months. */
    COLLEGIA_PER_YEAR("collegiaPerYear", Kind.COUNT, 12, true),
    /** Utvecklingssamtal per twelve months. */
    DEVELOPMENT_TALKS_PER_YEAR("developmentTalksPerYear", Kind.COUNT, 52, true),
    /** Avstämningsmöten per twelve months. */
    RECONCILIATIONS_PER_YEAR("reconciliationsPerYear", Kind.COUNT, 52, true),
    /** Hours of self-study a week. */
    SELF_STUDY_HOURS_PER_WEEK("selfStudyHoursPerWeek", Kind.HOURS, 40, true),
    /** Whether general competences are asked for. */
    GENERAL_COMPETENCE("generalCompetence", Kind.YES_NO, 1, false),
    /** Years that a handledarutbildning holds. */
    SUPERVISOR_TRAINING_MAX_AGE_YEARS("supervisorTrainingMaxAgeYears", Kind.COUNT, 60, true),
    /** Internal teaching sessions a week. */
    INTERNAL_TEACHING_PER_WEEK("internalTeachingPerWeek", Kind.COUNT, 20, true),
    /** Weeks of the year without teaching. */
    HOLIDAY_WEEKS("holidayWeeks", Kind.COUNT_FROM_ZERO, 51, false),
    /** Journal clubs a month. */
    JOURNAL_CLUB_PER_MONTH("journalClubPerMonth", Kind.COUNT, 20, true),
    /** Hours a week that a studierektor needs, by doctors. */
    STUDIEREKTOR_HOURS("studierektorHours", Kind.TABLE, 60, true),
    /** Years between external reviews. */
    EXTERNAL_REVIEW_YEARS("externalReviewYears", Kind.COUNT, 20, true),
    /** Months between internal reviews. */
    INTERNAL_REVIEW_MONTHS("internalReviewMonths", Kind.COUNT, 120, true),
    /** Who approves an IUP, joined by +. */
    IUP_APPROVERS("iupApprovers", Kind.APPROVERS, 0, false),
    /** Days before the studierektor is told. */
    ESCALATION_DAYS("escalationDays", Kind.COUNT, 365, false),
    /** Share from which a light is green. */
    GREEN_FROM("greenFrom", Kind.SHARE, 1, false),
    /** Share from which a light is yellow. */
    YELLOW_FROM("yellowFrom", Kind.SHARE, 1, false);

    /** What a value looks like. */
    public enum Kind {
        /** A whole number from 1. */
        COUNT,
        /** A whole number from 0. */
        COUNT_FROM_ZERO,
        /** Hours in quarters, above 0. */
        HOURS,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** 0-1 with at most three decimals. */
        SHARE,
        /** {@code IupApprover}s joined by +. */
        APPROVERS,
        /** {@code StudierektorTable}. */
        TABLE
    }

    private static final int SHARE_DECIMALS = 3;

    private final String apiName;
    private final Kind kind;
    private final int most;
    private final boolean optional;

    GuidelineField(String apiName, Kind kind, int most, boolean optional) {
        this.apiName = apiName;
        this.kind = kind;
        this.most = most;
        this.optional = optional;
    }

    /** The field of a name in the API. */
    public static Optional<GuidelineField> ofApiName(String name) {
        return Arrays.stream(values())
                .filter(field -> field.apiName.equals(name))
                .findFirst();
    }

    /** Its name in the API, such as {@code supervisionsPerYear}. */
    public String apiName() {
        return apiName;
    }

    /** What its value looks like. */
    public Kind kind() {
        return kind;
    }

    /** Whether it may be empty, which switches off what is measured by it. */
    public boolean optional() {
        return optional;
    }

    /** The profile's value as a canonical text; null where it has none. */
    @Nullable
    String text(GuidelineProfile profile) {
        Object value = value(profile);
        return value instanceof BigDecimal number ? plain(number) : value == null ? null : value.toString();
    }

    private @Nullable Object value(GuidelineProfile profile) {
        return switch (this) {
            case SUPERVISIONS_PER_YEAR -> profile.supervisionsPerYear();
            case ASSESSMENTS_PER_YEAR -> profile.assessmentsPerYear();
            case IUP_MONTHS -> profile.iupMonths();
            case IUP_REVISIONS_PER_YEAR -> profile.iupRevisionsPerYear();
            case COLLEGIA_TOTAL -> profile.collegiaTotal();
            case COLLEGIA_PER_YEAR -> profile.collegiaPerYear();
            case DEVELOPMENT_TALKS_PER_YEAR -> profile.developmentTalksPerYear();
            case RECONCILIATIONS_PER_YEAR -> profile.reconciliationsPerYear();
            case SELF_STUDY_HOURS_PER_WEEK -> profile.selfStudyHoursPerWeek();
            case GENERAL_COMPETENCE -> profile.generalCompetence();
            case SUPERVISOR_TRAINING_MAX_AGE_YEARS -> profile.supervisorTrainingMaxAgeYears();
            case INTERNAL_TEACHING_PER_WEEK -> profile.internalTeachingPerWeek();
            case HOLIDAY_WEEKS -> profile.holidayWeeks();
            case JOURNAL_CLUB_PER_MONTH -> profile.journalClubPerMonth();
            case STUDIEREKTOR_HOURS -> profile.studierektorHours();
            case EXTERNAL_REVIEW_YEARS -> profile.externalReviewYears();
            case INTERNAL_REVIEW_MONTHS -> profile.internalReviewMonths();
            case IUP_APPROVERS -> profile.iupApprovers();
            case ESCALATION_DAYS -> profile.escalationDays();
            case GREEN_FROM -> profile.greenFrom();
            case YELLOW_FROM -> profile.yellowFrom();
        };
    }

    /**
     * A text as it was typed, in its canonical form; null where it is empty. A decimal comma is understood.
     *
     * @throws Problem {@code REQUIRED}, {@code OUT_OF_RANGE} or {@code INVALID_FIELD} on the field's name
     */
    @Nullable
    String canonical(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            if (!optional) {
                throw Problem.field(apiName, ProblemCode.REQUIRED);
            }
            return null;
        }
        return switch (kind) {
            case COUNT -> count(text, 1);
            case COUNT_FROM_ZERO -> count(text, 0);
            case HOURS -> hours(text);
            case YES_NO -> yesNo(text);
            case SHARE -> share(text);
            case APPROVERS -> approvers(text);
            case TABLE -> StudierektorTable.parse(apiName, text).text();
        };
    }

    private String count(String text, int least) {
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw Problem.field(apiName, ProblemCode.OUT_OF_RANGE);
            }
            return Integer.toString(number);
        } catch (NumberFormatException e) {
            throw Problem.field(apiName, ProblemCode.INVALID_FIELD);
        }
    }

    private String hours(String text) {
        BigDecimal hours = decimal(text);
        boolean quarters = hours.remainder(new BigDecimal("0.25")).signum() == 0;
        if (hours.signum() <= 0 || hours.compareTo(BigDecimal.valueOf(most)) > 0 || !quarters) {
            throw Problem.field(apiName, ProblemCode.OUT_OF_RANGE);
        }
        return plain(hours);
    }

    private String share(String text) {
        BigDecimal share = decimal(text);
        if (share.signum() < 0
                || share.compareTo(BigDecimal.ONE) > 0
                || share.stripTrailingZeros().scale() > SHARE_DECIMALS) {
            throw Problem.field(apiName, ProblemCode.OUT_OF_RANGE);
        }
        return plain(share);
    }

    private String yesNo(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw Problem.field(apiName, ProblemCode.INVALID_FIELD);
        }
        return text;
    }

    private String approvers(String text) {
        EnumSet<IupApprover> named = EnumSet.noneOf(IupApprover.class);
        for (String one : text.split("\\+", -1)) {
            try {
                named.add(IupApprover.valueOf(one.strip()));
            } catch (IllegalArgumentException e) {
                throw Problem.field(apiName, ProblemCode.UNKNOWN_CODE, one.strip());
            }
        }
        return String.join("+", named.stream().map(Enum::name).toList());
    }

    private BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw Problem.field(apiName, ProblemCode.INVALID_FIELD);
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
