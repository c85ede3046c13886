package se.stegen.instrument;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Definitions of forms as they are stored: JSON with a format. */
@Singleton
class Definitions {
    private final ObjectMapper json;
    private final BuiltInForms builtIn;

    Definitions(ObjectMapper json, BuiltInForms builtIn) {
        this.json = json;
        this.builtIn = builtIn;
    }

    String write(FormDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FormDefinition read(String stored) {
        try {
            // Format 0, of versions published before forms had sections: a list of fields, judged on independence.
            if (stored.startsWith("[")) {
                List<TemplateField> fields = json.readValue(stored, Argument.listOf(TemplateField.class));
                return new FormDefinition(
                        0,
                        List.of(new TemplateSection("main", "", null, null, null, fields)),
                        builtIn.independence(),
                        List.of());
            }
            return Objects.requireNonNull(json.readValue(stored, FormDefinition.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
