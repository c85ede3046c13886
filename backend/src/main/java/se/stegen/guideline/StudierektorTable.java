package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * Hours a week that a studierektor needs by doctors in scope. As a text {@code 10:8;20:12;17}: to 10 doctors 8 hours, to
 * 20 doctors 12, above 17.
 *
 * @param steps by doctors, each with the greatest number it holds for
 * @param above hours a week above the last step
 */
record StudierektorTable(List<Step> steps, BigDecimal above) {
    private static final BigDecimal WEEK = BigDecimal.valueOf(60);

    /** Where a profile says nothing: Region Skåne 2024 by {@code docs/indicators.md}. */
    static final StudierektorTable USUAL = parse("studierektorHours", "10:8;20:12;30:16;17");

    /** To so many doctors so many hours. */
    record Step(int doctors, BigDecimal hours) {}

    /**
     * The table of a text.
     *
     * @throws Problem {@code INVALID_FIELD} on the field where it is none
     */
    static StudierektorTable parse(String field, String text) {
        String[] parts = text.replace(',', '.').split(";", -1);
        List<Step> steps = new ArrayList<>();
        try {
            for (int i = 0; i < parts.length - 1; i++) {
                String[] step = parts[i].split(":", -1);
                int doctors = step.length == 2 ? Integer.parseInt(step[0].strip()) : 0;
                if (doctors < 1
                        || (!steps.isEmpty() && doctors <= steps.getLast().doctors())) {
                    throw Problem.field(field, ProblemCode.INVALID_FIELD);
                }
                steps.add(new Step(doctors, hours(field, step[1])));
            }
            return new StudierektorTable(steps, hours(field, parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            throw Problem.field(field, ProblemCode.INVALID_FIELD);
        }
    }

    /** The profile's own table, else the usual one. */
    static StudierektorTable of(@Nullable GuidelineProfile profile) {
        String own = profile == null ? null : profile.studierektorHours();
        return own == null ? USUAL : parse("studierektorHours", own);
    }

    /** Hours a week for so many doctors. */
    BigDecimal needed(int doctors) {
        return steps.stream()
                .filter(step -> doctors <= step.doctors())
                .map(Step::hours)
                .findFirst()
                .orElse(above);
    }

    /** The canonical text. */
    String text() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append(step.doctors())
                .append(':')
                .append(step.hours().toPlainString())
                .append(';'));
        return text.append(above.toPlainString()).toString();
    }

    private static BigDecimal hours(String field, String text) {
        BigDecimal hours = new BigDecimal(text.strip());
        if (hours.signum() <= 0 || hours.compareTo(WEEK) > 0 || hours.scale() > 2) {
            throw Problem.field(field, ProblemCode.INVALID_FIELD);
        }
        return hours;
    }
}
