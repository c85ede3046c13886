package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * What is written of a clinic's form.
 *
 * @param name up to 200 characters
 */
public record FormData(@Nullable String name, boolean formal, List<String> competences, FormDefinition definition) {}
