package se.stegen.supportplan;

import io.micronaut.core.annotation.Nullable;

/**
 * A support plan as it is written: the provider's three ways of HSLF-FS 2021:8, 5 kap. 7 § and why.
 *
 * @param reason why the goals are at risk; must not be empty
 * @param planChanges how the plan (IUP) is adjusted; may be empty
 * @param efforts what the care provider does; may be empty
 * @param demands what is asked of the doctor, more clearly; may be empty
 */
public record SupportPlanData(
        @Nullable String reason,
        @Nullable String planChanges,
        @Nullable String efforts,
        @Nullable String demands) {}
