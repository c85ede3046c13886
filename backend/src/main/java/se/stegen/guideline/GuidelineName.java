package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;

/**
 * A guideline profile that can be chosen for an organisation or a clinic.
 *
 * @param code stable code, e.g. {@code skane-2015}
 * @param name as people know it
 */
@Introspected
public record GuidelineName(String code, String name) {}
