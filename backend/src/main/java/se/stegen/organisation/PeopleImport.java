package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.CsvTable;
import se.stegen.common.ImportPreview;
import se.stegen.common.ImportPreview.Line;
import se.stegen.common.ImportPreview.Outcome;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.organisation.PersonRepository.HeldQualification;
import se.stegen.organisation.PersonRepository.HeldRole;

/** Reads a file of people and says what it changes; writes nothing. */
@Singleton
class PeopleImport {
    /** What a file does. */
    record Plan(ImportPreview preview, Collection<PersonPlan> people) {}

    /** A role to give. */
    record PlannedRole(
            Role role,
            @Nullable ScopeType scopeType,
            @Nullable Long scopeId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A qualification to note. */
    record PlannedQualification(
            QualificationKind kind, @Nullable String specialtyCode, LocalDate obtainedOn) {}

    /** What happens to one person. */
    static final class PersonPlan {
        private final @Nullable Long id;
        private final int version;
        private final boolean renamed;
        private final PersonData data;
        private final List<PlannedRole> roles = new ArrayList<>();
        private final Map<Long, PlannedRole> roleEnds = new LinkedHashMap<>();
        private final List<PlannedQualification> qualifications = new ArrayList<>();
        private final Map<Long, LocalDate> qualificationDates = new LinkedHashMap<>();

        PersonPlan(@Nullable Long id, int version, boolean renamed, PersonData data) {
            this.id = id;
            this.version = version;
            this.renamed = renamed;
            this.data = data;
        }

        @Nullable
        Long id() {
            return id;
        }

        int version() {
            return version;
        }

        boolean renamed() {
            return renamed;
        }

        PersonData data() {
            return data;
        }

        List<PlannedRole> roles() {
            return roles;
        }

        Map<Long, PlannedRole> roleEnds() {
            return roleEnds;
        }

        List<PlannedQualification> qualifications() {
            return qualifications;
        }

        Map<Long, LocalDate> qualificationDates() {
            return qualificationDates;
        }

        boolean changes() {
            return id == null || renamed || parts() > 0;
        }

        int parts() {
            return roles.size() + roleEnds.size() + qualifications.size() + qualificationDates.size();
        }
    }

    private record Scope(ScopeType type, long id) {}

    /** What is known before the file is read. */
    private record Known(
            Map<String, Person> byEmail,
            Map<String, Person> byUsername,
            Map<Long, List<HeldRole>> roles,
            Map<Long, List<HeldQualification>> qualifications,
            Map<String, List<Scope>> scopes,
            Map<String, String> specialties) {}

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("st-läkare", Role.TRAINEE),
            Map.entry("handledare", Role.SUPERVISOR),
            Map.entry("studierektor", Role.STUDIEREKTOR),
            Map.entry("verksamhetschef", Role.CLINIC_HEAD),
            Map.entry("övergripande studierektor", Role.OVERALL_STUDIEREKTOR),
            Map.entry("administratör", Role.ADMIN),
            Map.entry("granskare", Role.REVIEWER));

    private final PersonRepository people;
    private final OrganisationRepository organisations;
    private final CurriculumGoals curricula;
    private final Today today;

    PeopleImport(
            PersonRepository people, OrganisationRepository organisations, CurriculumGoals curricula, Today today) {
        this.people = people;
        this.organisations = organisations;
        this.curricula = curricula;
        this.today = today;
    }

    Plan plan(byte[] file) {
        CsvTable table = CsvTable.read(file, Set.of("name", "email"));
        Known known = known(table);
        Map<String, PersonPlan> plans = new LinkedHashMap<>();
        Map<String, String> usernames = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            String subject = row.text("name") + " <" + row.text("email") + ">";
            try {
                lines.add(new Line(row.line(), subject, line(row, known, plans, usernames), List.of()));
            } catch (Problem e) {
                lines.add(new Line(row.line(), subject, Outcome.ERROR, e.errors()));
            }
        }
        return new Plan(new ImportPreview(List.copyOf(lines)), plans.values());
    }

    private Known known(CsvTable table) {
        Map<String, Person> byEmail = new HashMap<>();
        Map<String, Person> byUsername = new HashMap<>();
        for (Person person : people.all()) {
            byEmail.put(lower(person.email()), person);
            byUsername.put(lower(person.username()), person);
        }
        List<Long> ids = table.rows().stream()
                .map(row -> byEmail.get(lower(row.text("email"))))
                .filter(Objects::nonNull)
                .map(Person::id)
                .distinct()
                .toList();
        Map<Long, List<HeldRole>> roles = new HashMap<>();
        Map<Long, List<HeldQualification>> qualifications = new HashMap<>();
        for (int i = 0; i < ids.size(); i += 1000) {
            List<Long> some = ids.subList(i, Math.min(ids.size(), i + 1000));
            people.heldRoles(some)
                    .forEach(r -> roles.computeIfAbsent(r.personId(), p -> new ArrayList<>())
                            .add(r));
            people.heldQualifications(some)
                    .forEach(q -> qualifications
                            .computeIfAbsent(q.personId(), p -> new ArrayList<>())
                            .add(q));
        }
        Map<String, List<Scope>> scopes = new HashMap<>();
        for (Clinic clinic : organisations.allClinics()) {
            Scope scope = new Scope(ScopeType.CLINIC, clinic.id());
            scopes.computeIfAbsent(lower(clinic.name()), n -> new ArrayList<>()).add(scope);
            scopes.computeIfAbsent(lower(clinic.organisationName() + " / " + clinic.name()), n -> new ArrayList<>())
                    .add(scope);
        }
        for (Organisation organisation : organisations.allOrganisations()) {
            scopes.computeIfAbsent(lower(organisation.name()), n -> new ArrayList<>())
                    .add(new Scope(ScopeType.ORGANISATION, organisation.id()));
        }
        return new Known(byEmail, byUsername, roles, qualifications, scopes, curricula.specialtyCodesByName());
    }

    private Outcome line(CsvTable.Row row, Known known, Map<String, PersonPlan> plans, Map<String, String> usernames) {
        Optional<PlannedRole> role = role(row, known);
        List<PlannedQualification> qualifications = qualifications(row, known);
        String key = lower(row.text("email"));
        PersonPlan plan = plans.get(key);
        Outcome outcome = Outcome.UNCHANGED;
        if (plan == null) {
            plan = person(row, known, usernames);
            plans.put(key, plan);
            usernames.put(Objects.requireNonNullElse(plan.data().username(), ""), key);
            if (plan.id() == null) {
                outcome = Outcome.CREATE;
            } else if (plan.renamed()) {
                outcome = Outcome.UPDATE;
            }
        }
        int before = plan.parts();
        Long id = plan.id();
        if (role.isPresent()) {
            plan(plan, role.get(), id == null ? List.of() : known.roles().getOrDefault(id, List.of()));
        }
        for (PlannedQualification qualification : qualifications) {
            plan(
                    plan,
                    qualification,
                    id == null ? List.of() : known.qualifications().getOrDefault(id, List.of()));
        }
        return outcome == Outcome.UNCHANGED && plan.parts() > before ? Outcome.UPDATE : outcome;
    }

    private static PersonPlan person(CsvTable.Row row, Known known, Map<String, String> usernames) {
        Person before = known.byEmail().get(lower(row.text("email")));
        String given = row.text("username");
        String username = given.isEmpty() && before != null ? before.username() : given;
        PersonData data = PersonService.shape(new PersonData(row.text("name"), row.text("email"), username));
        String wanted = Objects.requireNonNullElse(data.username(), "");
        Person holder = known.byUsername().get(wanted);
        if ((holder != null && (before == null || holder.id() != before.id())) || usernames.containsKey(wanted)) {
            throw Problem.field("username", ProblemCode.ALREADY_EXISTS, wanted);
        }
        if (before == null) {
            return new PersonPlan(null, 0, false, data);
        }
        PersonData same = new PersonData(data.name(), before.email(), data.username());
        boolean renamed =
                !before.name().equals(data.name()) || !before.username().equals(data.username());
        return new PersonPlan(before.id(), before.version(), renamed, same);
    }

    private Optional<PlannedRole> role(CsvTable.Row row, Known known) {
        String word = row.text("role");
        String where = row.text("clinic");
        if (word.isEmpty()) {
            if (!where.isEmpty()) {
                throw Problem.field("role", ProblemCode.REQUIRED);
            }
            return Optional.empty();
        }
        Role role = roleOf(word);
        Scope scope = null;
        if (where.isEmpty()) {
            if (role != Role.ADMIN) {
                throw Problem.field("clinic", ProblemCode.REQUIRED);
            }
        } else {
            List<Scope> found = known.scopes().getOrDefault(lower(where), List.of());
            if (found.size() != 1) {
                // None, or several of the same name: then "hospital / clinic" says which.
                throw Problem.field("clinic", ProblemCode.UNKNOWN_ID, where);
            }
            scope = found.getFirst();
        }
        LocalDate from = row.date("validFrom").orElse(today.date());
        LocalDate to = row.date("validTo").orElse(null);
        if (to != null && to.isBefore(from)) {
            throw Problem.field("validTo", ProblemCode.END_BEFORE_START);
        }
        return Optional.of(new PlannedRole(
                role, scope == null ? null : scope.type(), scope == null ? null : scope.id(), from, to));
    }

    private static Role roleOf(String word) {
        Role swedish = ROLES.get(lower(word));
        if (swedish != null) {
            return swedish;
        }
        try {
            return Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field("role", ProblemCode.UNKNOWN_CODE, word);
        }
    }

    private List<PlannedQualification> qualifications(CsvTable.Row row, Known known) {
        List<PlannedQualification> found = new ArrayList<>();
        Optional<LocalDate> since = row.date("specialistSince");
        String name = row.text("specialty");
        if (since.isPresent() || !name.isEmpty()) {
            String code = known.specialties().get(lower(name));
            if (code == null) {
                throw Problem.field(
                        "specialty", name.isEmpty() ? ProblemCode.REQUIRED : ProblemCode.UNKNOWN_CODE, name);
            }
            LocalDate date = since.orElseThrow(() -> Problem.field("specialistSince", ProblemCode.REQUIRED));
            found.add(new PlannedQualification(QualificationKind.SPECIALIST, code, notAhead("specialistSince", date)));
        }
        String training = row.text("supervisorTraining");
        if (!training.isEmpty()) {
            // The certificate of 2015 asks for the year alone.
            LocalDate date = training.matches("(19|20)\\d\\d")
                    ? LocalDate.of(Integer.parseInt(training), 1, 1)
                    : row.date("supervisorTraining").orElseThrow();
            found.add(new PlannedQualification(
                    QualificationKind.SUPERVISOR_TRAINING, null, notAhead("supervisorTraining", date)));
        }
        return found;
    }

    private LocalDate notAhead(String field, LocalDate date) {
        if (date.isAfter(today.date())) {
            throw Problem.field(field, ProblemCode.DATE_IN_FUTURE);
        }
        return date;
    }

    private void plan(PersonPlan plan, PlannedRole role, List<HeldRole> held) {
        for (PlannedRole planned : plan.roles()) {
            if (planned.role() == role.role()
                    && Objects.equals(planned.scopeId(), role.scopeId())
                    && planned.scopeType() == role.scopeType()) {
                return;
            }
        }
        for (HeldRole h : held) {
            boolean same = h.role().equals(role.role().name())
                    && Objects.equals(h.scopeId(), role.scopeId())
                    && Objects.equals(
                            h.scopeType(),
                            role.scopeType() == null ? null : role.scopeType().name());
            boolean inForce = h.validTo() == null || !h.validTo().isBefore(role.validFrom());
            if (same && inForce) {
                if (!Objects.equals(h.validTo(), role.validTo())
                        && !plan.roleEnds().containsKey(h.id())) {
                    LocalDate from = role.validFrom().isBefore(h.validFrom()) ? role.validFrom() : h.validFrom();
                    plan.roleEnds()
                            .put(
                                    h.id(),
                                    new PlannedRole(
                                            role.role(), role.scopeType(), role.scopeId(), from, role.validTo()));
                }
                return;
            }
        }
        plan.roles().add(role);
    }

    private static void plan(PersonPlan plan, PlannedQualification wanted, List<HeldQualification> held) {
        if (plan.qualifications().stream()
                .anyMatch(
                        q -> q.kind() == wanted.kind() && Objects.equals(q.specialtyCode(), wanted.specialtyCode()))) {
            return;
        }
        for (HeldQualification h : held) {
            if (h.kind().equals(wanted.kind().name()) && Objects.equals(h.specialtyCode(), wanted.specialtyCode())) {
                if (h.obtainedOn().equals(wanted.obtainedOn())) {
                    return;
                }
                // A proof has one date; a course can be taken again.
                if (wanted.kind() == QualificationKind.SPECIALIST) {
                    plan.qualificationDates().put(h.id(), wanted.obtainedOn());
                    return;
                }
            }
        }
        plan.qualifications().add(wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
