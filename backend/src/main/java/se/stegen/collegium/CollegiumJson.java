package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small things that are kept as JSON. */
@Singleton
class CollegiumJson {
    private final ObjectMapper json;

    CollegiumJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, CollegiumLevel> levels(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, CollegiumLevel> levels = new TreeMap<>();
        read(text, Argument.mapOf(String.class, String.class))
                .forEach((code, level) -> levels.put(code, CollegiumLevel.valueOf(level)));
        return levels;
    }

    List<CollegiumCompetence> competences(String text) {
        return text.isEmpty() ? CollegiumCompetence.BUILT_IN : read(text, Argument.listOf(CollegiumCompetence.class));
    }

    OutcomeContent content(String text) {
        return read(text, Argument.of(OutcomeContent.class));
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
