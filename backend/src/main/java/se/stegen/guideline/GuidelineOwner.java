package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;

/** An organisation that may have a guideline of its own. */
@Introspected
public record GuidelineOwner(long id, String name) {}
