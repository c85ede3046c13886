package se.stegen.curriculum;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Medical specialty.
 *
 * @param code the Swedish name in lower case, a-z and hyphens
 * @param name Swedish name
 * @param kind base, branch or additional
 * @param group group in the regulation
 */
@Serdeable
public record Specialty(String code, String name, SpecialtyKind kind, String group) {}
