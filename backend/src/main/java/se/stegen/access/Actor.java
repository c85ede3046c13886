package se.stegen.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who is signed in and does something: the first argument of every service method. Loaded anew for each
 * request, so that a role that ended yesterday opens nothing today. Nobody acts as somebody else.
 *
 * @param personId who
 * @param name the person's name
 * @param locale the person's language
 * @param clinics per role in force today the clinics it holds for, those below an organisation included
 * @param organisations per role in force today the organisations it holds for, those below included
 * @param admin whether ADMIN is held today
 */
public record Actor(
        long personId,
        String name,
        Locale locale,
        Map<Role, Set<Long>> clinics,
        Map<Role, Set<Long>> organisations,
        boolean admin) {

    /** Whether the role is held for the clinic today. */
    public boolean has(Role role, long clinicId) {
        return clinics.getOrDefault(role, Set.of()).contains(clinicId);
    }

    /** Whether the role is held today for the organisation or one above it. */
    public boolean hasAtOrganisation(Role role, long organisationId) {
        return organisations.getOrDefault(role, Set.of()).contains(organisationId);
    }

    /** Whether the role is held today for any clinic or organisation. */
    public boolean hasAnywhere(Role role) {
        return role == Role.ADMIN
                ? admin
                : !clinics.getOrDefault(role, Set.of()).isEmpty()
                        || !organisations.getOrDefault(role, Set.of()).isEmpty();
    }

    /** The clinics that the actor leads: as studierektor or clinic head. */
    public Set<Long> ledClinics() {
        java.util.HashSet<Long> led = new java.util.HashSet<>(clinics.getOrDefault(Role.STUDIEREKTOR, Set.of()));
        led.addAll(clinics.getOrDefault(Role.CLINIC_HEAD, Set.of()));
        return led;
    }
}
