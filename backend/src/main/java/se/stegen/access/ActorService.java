package se.stegen.access;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.Messages;
import se.stegen.common.Today;

/** Makes the actor of a person who is signed in. The one service whose method has no actor to ask for: it finds it. */
@Singleton
public class ActorService {
    private final RelationQuery relations;
    private final Today today;

    ActorService(RelationQuery relations, Today today) {
        this.relations = relations;
        this.today = today;
    }

    /**
     * The person as an actor with the roles in force today; empty where there is no such person. Asked with every call:
     * one connection, but no transaction of its own, whose begin and end would be more statements than the reading.
     */
    @Connectable
    public Optional<Actor> find(long personId) {
        return relations.findById(personId).map(this::actor);
    }

    private Actor actor(RelationQuery.PersonRow person) {
        Map<Role, Set<Long>> clinics = new EnumMap<>(Role.class);
        Map<Role, Set<Long>> organisations = new EnumMap<>(Role.class);
        boolean admin = false;
        List<RelationQuery.RoleRow> roles = relations.rolesOf(person.id(), today.date());
        for (RelationQuery.RoleRow row : roles) {
            Role role = Role.valueOf(row.role());
            Long scopeId = row.scopeId();
            admin |= role == Role.ADMIN;
            if (scopeId == null) {
                continue;
            }
            if (ScopeType.CLINIC.name().equals(row.scopeType())) {
                clinics.computeIfAbsent(role, r -> new HashSet<>()).add(scopeId);
            } else {
                organisations.computeIfAbsent(role, r -> new HashSet<>()).add(scopeId);
            }
        }
        if (!organisations.isEmpty()) {
            spreadDown(organisations, clinics);
        }
        return new Actor(
                person.id(),
                person.name(),
                Messages.supported(Locale.forLanguageTag(person.locale())),
                clinics,
                organisations,
                admin);
    }

    private void spreadDown(Map<Role, Set<Long>> organisations, Map<Role, Set<Long>> clinics) {
        Map<Long, List<Long>> children = new HashMap<>();
        for (RelationQuery.OrganisationRow row : relations.organisations()) {
            Long parent = row.parentId();
            if (parent != null) {
                children.computeIfAbsent(parent, p -> new java.util.ArrayList<>())
                        .add(row.id());
            }
        }
        List<RelationQuery.ClinicRow> allClinics = relations.clinics();
        organisations.forEach((role, ids) -> {
            Deque<Long> open = new ArrayDeque<>(ids);
            while (!open.isEmpty()) {
                for (Long child : children.getOrDefault(open.pop(), List.of())) {
                    if (ids.add(child)) {
                        open.push(child);
                    }
                }
            }
            Set<Long> held = clinics.computeIfAbsent(role, r -> new HashSet<>());
            for (RelationQuery.ClinicRow clinic : allClinics) {
                if (ids.contains(clinic.organisationId())) {
                    held.add(clinic.id());
                }
            }
        });
    }
}
