package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.stegen.common.Texts;

/**
 * One field of a form.
 *
 * @param code stable within the version
 * @param labelEn null where the clinic wrote Swedish only
 * @param type SCALE, TEXT, CHOICE or MULTI
 * @param required whether an answer is needed to sign, as long as the field is asked for at all
 * @param options the choices or the scale's steps with their printed anchors; empty for TEXT
 * @param help one sentence beside the field; null where none
 * @param when asked for only when this holds; null is always
 */
@Serdeable
public record TemplateField(
        String code,
        String label,
        @Nullable String labelEn,
        Type type,
        boolean required,
        List<Option> options,
        @Nullable String help,
        @Nullable String helpEn,
        @Nullable Condition when) {
    /** In a scale: ej observerat, which is neutral. */
    public static final String NOT_OBSERVED = "0";

    /** What is empty may be left out of a stored definition. */
    public TemplateField {
        label = Stored.text(label);
        labelEn = Stored.optional(labelEn);
        options = Stored.list(options);
        help = Stored.optional(help);
        helpEn = Stored.optional(helpEn);
    }

    /** How a field is answered. */
    public enum Type {
        /** One step of a scale. */
        SCALE,
        /** Free text. */
        TEXT,
        /** One of several. */
        CHOICE,
        /** Some of several; the answer is comma separated. */
        MULTI
    }

    /**
     * A choice or a step of a scale.
     *
     * @param help the anchor: what is seen at this step; null where the label says it
     */
    @Serdeable
    public record Option(
            String value,
            String label,
            @Nullable String labelEn,
            @Nullable String help,
            @Nullable String helpEn) {
        /** What is empty may be left out of a stored definition. */
        public Option {
            label = Stored.text(label);
            labelEn = Stored.optional(labelEn);
            help = Stored.optional(help);
            helpEn = Stored.optional(helpEn);
        }
    }

    /**
     * Another field's answer that a field hangs on.
     *
     * @param field code of a field that stands before
     * @param value the answer, or one of the answers where several are chosen
     */
    @Serdeable
    public record Condition(String field, String value) {}

    /** Whether the field is asked for beside these answers. */
    public boolean isAsked(Map<String, String> answers) {
        return when == null
                || Texts.split(answers.getOrDefault(when.field(), "")).contains(when.value());
    }

    /** The choice or step of a value. */
    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }
}
