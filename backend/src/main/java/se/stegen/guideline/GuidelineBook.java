package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinic's own guideline and where it belongs. */
@Introspected
record ClinicGuideline(
        long id, long organisationId, @Nullable String guidelineCode) {}

/** An organisation's guideline and the organisation above it. */
@Introspected
record OrganisationGuideline(
        long id, @Nullable Long parentId, @Nullable String guidelineCode) {}

/** A single value that a clinic overrides from day to day; a null value switches it off. */
@Introspected
record OverrideValue(
        long clinicId,
        String field,
        @Nullable String fieldValue,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}

/**
 * Everything that says by which profile clinics are judged, read once: it answers for any day. A clinic has the version of
 * its own guideline that holds on the day; without a guideline of its own the nearest organisation's: the organisation's
 * own version of that day, else the version of the guideline that it names. On top of that come the clinic's overrides.
 *
 * @param organisations all of them, by id
 * @param profiles every version of every profile
 */
record GuidelineBook(
        List<ClinicGuideline> clinics,
        Map<Long, OrganisationGuideline> organisations,
        List<GuidelineProfile> profiles,
        List<OverrideValue> overrides) {
    private static final String OWN = "org-";

    /** The code of an organisation's own versions. */
    static String codeOf(long organisationId) {
        return OWN + organisationId;
    }

    /** The profile that each clinic is judged by on the day; a clinic without any is left out. */
    Map<Long, GuidelineProfile> on(LocalDate day) {
        Map<Long, GuidelineProfile> found = new HashMap<>();
        for (ClinicGuideline clinic : clinics) {
            inherited(clinic, day).ifPresent(profile -> found.put(clinic.id(), overridden(clinic.id(), profile, day)));
        }
        return found;
    }

    /** What the clinic would be judged by without its overrides. */
    Optional<GuidelineProfile> inherited(ClinicGuideline clinic, LocalDate day) {
        String own = clinic.guidelineCode();
        return own == null ? ofOrganisation(clinic.organisationId(), day) : version(own, day);
    }

    /** What holds at an organisation: its own version, else that of the code that it names, else that of the one above. */
    Optional<GuidelineProfile> ofOrganisation(long organisationId, LocalDate day) {
        OrganisationGuideline organisation = organisations.get(organisationId);
        while (organisation != null) {
            Optional<GuidelineProfile> own = version(codeOf(organisation.id()), day);
            if (own.isPresent()) {
                return own;
            }
            String code = organisation.guidelineCode();
            if (code != null) {
                return version(code, day);
            }
            Long parent = organisation.parentId();
            organisation = parent == null ? null : organisations.get(parent);
        }
        return Optional.empty();
    }

    /** The organisation itself and all above it. */
    Set<Long> upFrom(long organisationId) {
        Set<Long> up = new HashSet<>();
        OrganisationGuideline organisation = organisations.get(organisationId);
        while (organisation != null && up.add(organisation.id())) {
            Long parent = organisation.parentId();
            organisation = parent == null ? null : organisations.get(parent);
        }
        return up;
    }

    /** As if this version of an organisation's own held on the day in place of what holds. */
    GuidelineBook asIf(GuidelineProfile version, LocalDate day) {
        GuidelineProfile holding = GuidelineValues.of(version)
                .profile(
                        0,
                        version.code(),
                        day,
                        version.name(),
                        version.source(),
                        version.remark(),
                        version.organisationId(),
                        null,
                        0);
        List<GuidelineProfile> others =
                profiles.stream().filter(p -> !p.code().equals(version.code())).toList();
        return new GuidelineBook(
                clinics,
                organisations,
                java.util.stream.Stream.concat(others.stream(), java.util.stream.Stream.of(holding))
                        .toList(),
                overrides);
    }

    /** As if the clinic had this override on the day in place of what it has for the field. */
    GuidelineBook asIf(OverrideValue override) {
        List<OverrideValue> others = overrides.stream()
                .filter(o -> o.clinicId() != override.clinicId() || !o.field().equals(override.field()))
                .toList();
        return new GuidelineBook(
                clinics,
                organisations,
                profiles,
                java.util.stream.Stream.concat(others.stream(), java.util.stream.Stream.of(override))
                        .toList());
    }

    /** Whether general competences may be asked for at one of the clinics on some day. */
    boolean asksForCompetences() {
        return profiles.stream().anyMatch(GuidelineProfile::generalCompetence)
                || overrides.stream().anyMatch(o -> o.field().equals(GuidelineField.GENERAL_COMPETENCE.name()));
    }

    private GuidelineProfile overridden(long clinicId, GuidelineProfile profile, LocalDate day) {
        List<OverrideValue> held = overrides.stream()
                .filter(o -> o.clinicId() == clinicId && o.holdsOn(day))
                .toList();
        if (held.isEmpty()) {
            return profile;
        }
        GuidelineValues values = GuidelineValues.of(profile);
        for (OverrideValue one : held) {
            values = values.with(GuidelineField.valueOf(one.field()), one.fieldValue());
        }
        return values.in(profile);
    }

    private Optional<GuidelineProfile> version(String code, LocalDate day) {
        return profiles.stream()
                .filter(p -> p.code().equals(code) && p.holdsOn(day))
                .max(Comparator.comparing(GuidelineProfile::validFrom));
    }
}
