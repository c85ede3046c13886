package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The forms that come with the program, from {@code reference/assessment-templates.json}. A scale stands there once, by
 * its name; sources are silent on many fields, see README.
 */
@Singleton
class BuiltInForms {
    /** Name of the scale of independence, by default that of every overall judgement. */
    static final String INDEPENDENCE = "independence";

    private static final String REFERENCE = "/reference/assessment-templates.json";
    private static final String NONE = "none";

    private final Reference reference;

    BuiltInForms(ObjectMapper json) {
        try (InputStream in = Objects.requireNonNull(BuiltInForms.class.getResourceAsStream(REFERENCE), REFERENCE)) {
            reference = Objects.requireNonNull(json.readValue(in, Reference.class), REFERENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file. */
    @Serdeable
    record Reference(Map<String, List<TemplateField.Option>> scales, List<Form> forms) {}

    /** A form as it stands in the file. */
    @Serdeable
    record Form(
            String code,
            String name,
            String nameEn,
            FormKind kind,
            boolean formal,
            List<String> competences,
            String overall,
            List<Section> sections) {}

    /** A section as it stands in the file. */
    @Serdeable
    record Section(
            String code,
            String heading,
            @Nullable String headingEn,
            @Nullable String help,
            @Nullable String helpEn,
            List<Field> fields) {}

    /**
     * A field as it stands in the file.
     *
     * @param scale name of a scale; null where the field has options of its own, or none
     */
    @Serdeable
    record Field(
            String code,
            String label,
            @Nullable String labelEn,
            TemplateField.Type type,
            @Nullable Boolean required,
            @Nullable String scale,
            @Nullable List<TemplateField.Option> options,
            @Nullable String help,
            @Nullable String helpEn,
            TemplateField.@Nullable Condition when) {}

    /** In the order of the file. */
    List<Form> all() {
        return reference.forms();
    }

    /** A scale by its name. */
    List<TemplateField.Option> scale(String name) {
        return Objects.requireNonNull(reference.scales().get(name), name);
    }

    /** Every scale by its name, in the order of the file. */
    Map<String, List<TemplateField.Option>> scales() {
        return reference.scales();
    }

    /** The scale of independence. */
    OverallScale independence() {
        return new OverallScale(null, null, scale(INDEPENDENCE));
    }

    /** What a form of the file asks. */
    FormDefinition definition(Form form) {
        return new FormDefinition(
                FormDefinition.FORMAT,
                form.sections().stream().map(this::section).toList(),
                NONE.equals(form.overall()) ? null : new OverallScale(null, null, scale(form.overall())),
                List.of());
    }

    private TemplateSection section(Section section) {
        return new TemplateSection(
                section.code(),
                section.heading(),
                section.headingEn(),
                section.help(),
                section.helpEn(),
                section.fields().stream().map(this::field).toList());
    }

    private TemplateField field(Field field) {
        String scale = field.scale();
        return new TemplateField(
                field.code(),
                field.label(),
                field.labelEn(),
                field.type(),
                Boolean.TRUE.equals(field.required()),
                scale == null ? Objects.requireNonNullElse(field.options(), List.of()) : scale(scale),
                field.help(),
                field.helpEn(),
                field.when());
    }
}
