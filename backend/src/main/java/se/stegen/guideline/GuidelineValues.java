package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * The values of a guideline profile by field, each as its canonical text.
 *
 * @param texts a field that is not there has no value: what is measured by it is switched off
 */
public record GuidelineValues(Map<GuidelineField, String> texts) {
    /** What differs between two. */
    @Serdeable
    public record Difference(
            GuidelineField field,
            @Nullable String from,
            @Nullable String to) {}

    /** Copies. */
    public GuidelineValues {
        texts = Map.copyOf(texts);
    }

    /** Those of a profile. */
    static GuidelineValues of(GuidelineProfile profile) {
        Map<GuidelineField, String> texts = new EnumMap<>(GuidelineField.class);
        for (GuidelineField field : GuidelineField.values()) {
            String text = field.text(profile);
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new GuidelineValues(texts);
    }

    /**
     * As they were typed; a field that is not named, or is empty, has no value.
     *
     * @throws Problem naming each field that is wrong: {@code REQUIRED}, {@code INVALID_FIELD}, {@code OUT_OF_RANGE},
     *     {@code UNKNOWN_CODE}
     */
    static GuidelineValues typed(Map<GuidelineField, String> typed) {
        Map<GuidelineField, String> texts = new EnumMap<>(GuidelineField.class);
        List<Problem.FieldError> errors = new ArrayList<>();
        for (GuidelineField field : GuidelineField.values()) {
            try {
                String text = field.canonical(typed.get(field));
                if (text != null) {
                    texts.put(field, text);
                }
            } catch (Problem refused) {
                errors.addAll(refused.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return new GuidelineValues(texts).checked();
    }

    /** The field's value; null where it has none. */
    public @Nullable String text(GuidelineField field) {
        return texts.get(field);
    }

    /** The same with another value of one field; null switches it off. */
    GuidelineValues with(GuidelineField field, @Nullable String text) {
        Map<GuidelineField, String> changed = new EnumMap<>(GuidelineField.class);
        changed.putAll(texts);
        if (text == null) {
            changed.remove(field);
        } else {
            changed.put(field, text);
        }
        return new GuidelineValues(changed);
    }

    /** Itself, where yellow begins no higher than green; {@code OUT_OF_RANGE} on {@code yellowFrom} else. */
    GuidelineValues checked() {
        if (decimal(GuidelineField.YELLOW_FROM).compareTo(decimal(GuidelineField.GREEN_FROM)) > 0) {
            throw Problem.field(GuidelineField.YELLOW_FROM.apiName(), ProblemCode.OUT_OF_RANGE);
        }
        return this;
    }

    /** The fields in which the other differs, in their order. */
    List<Difference> differences(GuidelineValues other) {
        List<Difference> differences = new ArrayList<>();
        for (GuidelineField field : GuidelineField.values()) {
            String from = text(field);
            String to = other.text(field);
            if (!Objects.equals(from, to)) {
                differences.add(new Difference(field, from, to));
            }
        }
        return differences;
    }

    /** A profile with these values and all else as in the given one. */
    GuidelineProfile in(GuidelineProfile p) {
        return profile(
                p.id(),
                p.code(),
                p.validFrom(),
                p.name(),
                p.source(),
                p.remark(),
                p.organisationId(),
                p.validTo(),
                p.version());
    }

    /** A profile with these values. */
    GuidelineProfile profile(
            long id,
            String code,
            LocalDate validFrom,
            String name,
            String source,
            @Nullable String remark,
            @Nullable Long organisationId,
            @Nullable LocalDate validTo,
            int version) {
        return new GuidelineProfile(
                id,
                code,
                validFrom,
                name,
                source,
                number(GuidelineField.SUPERVISIONS_PER_YEAR),
                number(GuidelineField.ASSESSMENTS_PER_YEAR),
                number(GuidelineField.IUP_MONTHS),
                number(GuidelineField.IUP_REVISIONS_PER_YEAR),
                number(GuidelineField.COLLEGIA_TOTAL),
                number(GuidelineField.COLLEGIA_PER_YEAR),
                number(GuidelineField.DEVELOPMENT_TALKS_PER_YEAR),
                number(GuidelineField.RECONCILIATIONS_PER_YEAR),
                text(GuidelineField.SELF_STUDY_HOURS_PER_WEEK) == null
                        ? null
                        : decimal(GuidelineField.SELF_STUDY_HOURS_PER_WEEK),
                number(GuidelineField.EXTERNAL_REVIEW_YEARS),
                number(GuidelineField.INTERNAL_REVIEW_MONTHS),
                number(GuidelineField.INTERNAL_TEACHING_PER_WEEK),
                number(GuidelineField.JOURNAL_CLUB_PER_MONTH),
                Boolean.parseBoolean(text(GuidelineField.GENERAL_COMPETENCE)),
                number(GuidelineField.SUPERVISOR_TRAINING_MAX_AGE_YEARS),
                needed(GuidelineField.IUP_APPROVERS),
                Integer.parseInt(needed(GuidelineField.ESCALATION_DAYS)),
                decimal(GuidelineField.GREEN_FROM),
                decimal(GuidelineField.YELLOW_FROM),
                Integer.parseInt(needed(GuidelineField.HOLIDAY_WEEKS)),
                remark,
                organisationId,
                validTo,
                text(GuidelineField.STUDIEREKTOR_HOURS),
                version);
    }

    private @Nullable Integer number(GuidelineField field) {
        String text = text(field);
        return text == null ? null : Integer.valueOf(text);
    }

    private BigDecimal decimal(GuidelineField field) {
        return new BigDecimal(needed(field));
    }

    private String needed(GuidelineField field) {
        return Objects.requireNonNull(text(field), field.name());
    }
}
