package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;

/**
 * One light of a clinic.
 *
 * @param met doctors who reach the target; null where suppressed
 * @param applicable doctors to whom it applies; null where suppressed
 * @param share met / applicable rounded to four decimals; null with nothing applicable or suppressed
 * @param value of meaning for what is of the clinic itself, such as 34 of 42; null for indicators of doctors
 * @param rule the guideline's rule in the reader's language
 * @param asked whether the guideline asks for it at all
 * @param suppressed true where fewer than three doctors are behind it and the reader may not see them
 */
public record Indicator(
        IndicatorCode code,
        @Nullable Integer met,
        @Nullable Integer applicable,
        @Nullable Double share,
        LightStatus status,
        @Nullable String value,
        String rule,
        boolean asked,
        boolean suppressed) {}
