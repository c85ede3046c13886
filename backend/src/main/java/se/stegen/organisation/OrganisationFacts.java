package se.stegen.organisation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.organisation.RoleRepository.RoleRow;

/**
 * What other features ask about people and clinics while they check their input, after they have asked the policy; hence
 * without an actor.
 */
@Singleton
public class OrganisationFacts {
    private final OrganisationRepository organisations;
    private final PersonRepository people;
    private final RoleRepository roles;

    OrganisationFacts(OrganisationRepository organisations, PersonRepository people, RoleRepository roles) {
        this.organisations = organisations;
        this.people = people;
        this.roles = roles;
    }

    /** Refuses a clinic that is not there with {@code UNKNOWN_ID} on the field. */
    public void requireClinic(String field, long clinicId) {
        if (!organisations.clinicExists(clinicId)) {
            throw Problem.field(field, ProblemCode.UNKNOWN_ID);
        }
    }

    /** Refuses a person who is not there with {@code UNKNOWN_ID} on the field. */
    public void requirePerson(String field, long personId) {
        if (people.person(personId).isEmpty()) {
            throw Problem.field(field, ProblemCode.UNKNOWN_ID);
        }
    }

    /**
     * Gives a role at a clinic from a day on, unless the person has it there then or later. Inside the caller's
     * transaction.
     */
    public void ensureRole(long personId, Role role, long clinicId, LocalDate from) {
        boolean held = people.roles(personId).stream().anyMatch(r -> {
            LocalDate to = r.validTo();
            Long scopeId = r.scopeId();
            return r.role() == role
                    && r.scopeType() == ScopeType.CLINIC
                    && scopeId != null
                    && scopeId == clinicId
                    && (to == null || !to.isBefore(from));
        });
        if (!held) {
            roles.save(new RoleRow(0, personId, role.name(), ScopeType.CLINIC.name(), clinicId, from, null));
        }
    }
}
