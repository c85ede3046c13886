package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.stegen.common.ApiTime;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.spur.GradingVersion;

/** What the API reads and answers of reviews. */
final class ReviewBodies {
    private static final List<String> REGULATIONS = List.of("2015", "2021");

    private ReviewBodies() {}

    /** A review as it is written; a field that is left out keeps its value. */
    @Serdeable
    record ReviewBody(
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable LocalDate reportedOn,
            @Nullable String inspectors,
            @Nullable String grading,
            @Nullable Boolean twoRegulations,
            @Nullable Map<String, @Nullable Object> grades,
            @Nullable LocalDate gradesSince,
            @Nullable Map<String, String> areas,
            @Nullable String strengths,
            @Nullable String weaknesses,
            @Nullable String potential,
            @Nullable String unsorted,
            @Nullable Integer version) {
        @Nullable
        ReviewKind reviewKind() {
            return code("kind", ReviewKind.values(), kind);
        }

        ReviewData data(@Nullable Review known) {
            List<GradeData> given = gradeList(grades);
            GradingVersion version = code("grading", GradingVersion.values(), grading);
            boolean two = given.stream().anyMatch(one -> !one.regulation().isEmpty());
            return new ReviewData(
                    date == null && known != null ? known.date() : date,
                    reportedOn == null && known != null ? known.reportedOn() : reportedOn,
                    inspectors == null && known != null ? known.inspectors() : inspectors,
                    version == null && known != null ? known.grading() : version,
                    twoRegulations != null ? twoRegulations : two || (known != null && known.twoRegulations()),
                    given,
                    gradesSince,
                    areaTexts(areas),
                    strengths == null && known != null ? known.strengths() : strengths,
                    weaknesses == null && known != null ? known.weaknesses() : weaknesses,
                    potential == null && known != null ? known.potential() : potential,
                    unsorted == null && known != null ? known.unsorted() : unsorted);
        }
    }

    /** When a draft is confirmed. */
    @Serdeable
    record ConfirmBody(@Nullable LocalDate date, @Nullable Integer version) {}

    /** Why a review is voided. */
    @Serdeable
    record VoidBody(@Nullable String reason, @Nullable Integer version) {}

    /** {@code "B"}, null, or by regulation {@code {"2015":"C","2021":null}}. */
    private static List<GradeData> gradeList(@Nullable Map<String, @Nullable Object> grades) {
        List<GradeData> all = new ArrayList<>();
        if (grades == null) {
            return all;
        }
        grades.forEach((letter, value) -> {
            Area area = area("grades", letter);
            if (value instanceof Map<?, ?> byRegulation) {
                byRegulation.forEach((regulation, grade) -> {
                    if (!REGULATIONS.contains(String.valueOf(regulation))) {
                        throw Problem.field("grades", ProblemCode.UNKNOWN_CODE, String.valueOf(regulation));
                    }
                    all.add(new GradeData(area, String.valueOf(regulation), grade(grade)));
                });
            } else {
                all.add(new GradeData(area, "", grade(value)));
            }
        });
        return all;
    }

    private static Map<Area, String> areaTexts(@Nullable Map<String, String> texts) {
        Map<Area, String> areas = new EnumMap<>(Area.class);
        if (texts != null) {
            texts.forEach((letter, text) -> areas.put(area("areas", letter), Objects.requireNonNullElse(text, "")));
        }
        return areas;
    }

    private static Area area(String field, String letter) {
        return Area.of(letter).orElseThrow(() -> Problem.field(field, ProblemCode.UNKNOWN_CODE, letter));
    }

    private static @Nullable Grade grade(@Nullable Object value) {
        return value == null ? null : code("grades", Grade.values(), value.toString());
    }

    /** The constant of a name; null for none, {@code UNKNOWN_CODE} for one that there is not. */
    static <E extends Enum<E>> @Nullable E code(String field, E[] all, @Nullable String name) {
        return name == null || name.isBlank()
                ? null
                : Stream.of(all)
                        .filter(one -> one.name().equals(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> Problem.field(field, ProblemCode.UNKNOWN_CODE, name));
    }

    /** Every area with its grade or null, by regulation where there are two. */
    private static Map<String, @Nullable Object> grades(List<ReviewGrade> known, boolean two) {
        Map<String, @Nullable Object> grades = new LinkedHashMap<>();
        for (Area area : Area.values()) {
            Map<String, @Nullable String> split = new LinkedHashMap<>();
            String whole = null;
            for (ReviewGrade one : known) {
                Grade grade = one.grade();
                if (one.area() == area && one.regulation().isEmpty()) {
                    whole = grade == null ? null : grade.name();
                } else if (one.area() == area) {
                    split.put(one.regulation(), grade == null ? null : grade.name());
                }
            }
            if (two && (!split.isEmpty() || whole == null)) {
                REGULATIONS.forEach(regulation -> split.putIfAbsent(regulation, null));
                grades.put(area.name(), split);
            } else {
                grades.put(area.name(), whole);
            }
        }
        return grades;
    }

    /** A review of a list, as it is answered. */
    @Serdeable
    record Line(
            String id,
            String kind,
            String state,
            LocalDate date,
            @Nullable LocalDate reportedOn,
            Map<String, @Nullable Object> grades,
            int actions,
            int open,
            int overdue,
            int version) {
        static Line of(ReviewListItem r) {
            return new Line(
                    Long.toString(r.id()),
                    r.kind().name(),
                    r.state().name(),
                    r.date(),
                    r.reportedOn(),
                    ReviewBodies.grades(r.grades(), r.twoRegulations()),
                    r.actions(),
                    r.open(),
                    r.overdue(),
                    r.version());
        }
    }

    /** What an area graded D asks for, as it is answered. */
    @Serdeable
    record AskAnswer(String area, String what, LocalDate due) {}

    /** A review, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String clinicId,
            String kind,
            String state,
            LocalDate date,
            boolean dateKnown,
            @Nullable LocalDate reportedOn,
            String inspectors,
            @Nullable String grading,
            boolean twoRegulations,
            Map<String, @Nullable Object> grades,
            Map<String, String> gradesPrinted,
            Map<String, String> areas,
            String strengths,
            String weaknesses,
            String potential,
            String unsorted,
            @Nullable String fileName,
            List<AskAnswer> asks,
            @Nullable String voidReason,
            Instant updatedAt,
            int version) {
        static Resource of(Review r) {
            Map<String, String> printed = new LinkedHashMap<>();
            r.grades().stream()
                    .filter(one -> !one.printed().isEmpty())
                    .forEach(one -> printed.put(one.area().name(), one.printed()));
            Map<String, String> areas = new LinkedHashMap<>();
            r.areas().forEach((area, text) -> areas.put(area.name(), text));
            GradingVersion grading = r.grading();
            return new Resource(
                    Long.toString(r.id()),
                    Long.toString(r.clinicId()),
                    r.kind().name(),
                    r.state().name(),
                    r.date(),
                    r.dayKnown(),
                    r.reportedOn(),
                    r.inspectors(),
                    grading == null ? null : grading.name(),
                    r.twoRegulations(),
                    ReviewBodies.grades(r.grades(), r.twoRegulations()),
                    printed,
                    areas,
                    r.strengths(),
                    r.weaknesses(),
                    r.potential(),
                    r.unsorted(),
                    r.fileName(),
                    r.asks().stream()
                            .map(ask -> new AskAnswer(
                                    ask.area().name(), ask.plan() ? "PLAN" : "INTERNAL_FOLLOW_UP", ask.due()))
                            .toList(),
                    r.voidReason(),
                    Objects.requireNonNull(ApiTime.instant(r.updatedAt())),
                    r.version());
        }
    }

    /** A clinic of the register, as it is answered. */
    @Serdeable
    record RegisterLine(
            String clinicId,
            String name,
            String specialtyGroup,
            @Nullable LocalDate external,
            @Nullable LocalDate externalDue,
            boolean externalOverdue,
            @Nullable LocalDate internal,
            @Nullable LocalDate internalDue,
            boolean internalOverdue,
            int made,
            int open,
            int overdue) {}

    /** Means of a group, as they are answered; a group is empty for all clinics together. */
    @Serdeable
    record MeanAnswer(String group, int units, Map<String, BigDecimal> means, Map<String, BigDecimal> deviations) {}

    /** The register, as it is answered. */
    @Serdeable
    record RegisterAnswer(
            String organisationId,
            int year,
            int made,
            int overdue,
            List<RegisterLine> clinics,
            List<MeanAnswer> means) {
        static RegisterAnswer of(Register r) {
            return new RegisterAnswer(
                    Long.toString(r.organisationId()),
                    r.year(),
                    r.made(),
                    r.overdue(),
                    r.lines().stream()
                            .map(l -> new RegisterLine(
                                    Long.toString(l.clinicId()),
                                    l.clinicName(),
                                    l.group(),
                                    l.external(),
                                    l.externalDue(),
                                    l.externalOverdue(),
                                    l.internal(),
                                    l.internalDue(),
                                    l.internalOverdue(),
                                    l.made(),
                                    l.open(),
                                    l.overdue()))
                            .toList(),
                    r.means().stream()
                            .map(m -> new MeanAnswer(m.group(), m.units(), letters(m.means()), letters(m.deviations())))
                            .toList());
        }

        private static Map<String, BigDecimal> letters(Map<Area, BigDecimal> by) {
            Map<String, BigDecimal> letters = new LinkedHashMap<>();
            by.forEach((area, value) -> letters.put(area.name(), value));
            return letters;
        }
    }
}
