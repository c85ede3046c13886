package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * An organisation's guideline with its versions.
 *
 * @param today what holds there today: an own version, or what is inherited; null where there is nothing
 * @param versions the organisation's own, the latest first
 * @param changes who changed what when, the latest first
 */
public record KeptGuideline(
        long organisationId,
        String organisationName,
        @Nullable GuidelineVersion today,
        List<GuidelineVersion> versions,
        List<GuidelineChange> changes) {}
