package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One field of a form.
 *
 * @param code stable within the template
 * @param type SCALE, TEXT, CHOICE or MULTI
 * @param required whether an answer is needed to sign
 * @param options the choices or the scale's steps; empty for TEXT
 */
@Serdeable
public record TemplateField(
        String code, String label, @Nullable String labelEn, Type type, boolean required, List<Option> options) {
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

    /** A choice or a step. */
    @Serdeable
    public record Option(
            String value, String label, @Nullable String labelEn) {}
}
