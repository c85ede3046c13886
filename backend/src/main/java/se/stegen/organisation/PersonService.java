package se.stegen.organisation;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PasswordHasher;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.ImportPreview;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.SearchText;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.organisation.PersonRepository.PersonRow;
import se.stegen.organisation.QualificationRepository.QualificationRow;
import se.stegen.organisation.RoleRepository.RoleRow;

/** People with their roles and qualifications: the admin's, and everybody may look up whom to ask. */
@Singleton
public class PersonService {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,100}");
    private static final int MIN_PASSWORD = 12;
    private static final int MAX_PASSWORD = 200;

    private final AccessPolicy access;
    private final PersonRepository people;
    private final RoleRepository roles;
    private final QualificationRepository qualifications;
    private final OrganisationRepository organisations;
    private final CurriculumGoals curricula;
    private final PeopleImport imports;
    private final PasswordHasher passwords;
    private final AccessLog log;
    private final ApplicationEventPublisher<QualificationsChanged> qualified;
    private final Today today;

    PersonService(
            AccessPolicy access,
            PersonRepository people,
            RoleRepository roles,
            QualificationRepository qualifications,
            OrganisationRepository organisations,
            CurriculumGoals curricula,
            PeopleImport imports,
            PasswordHasher passwords,
            AccessLog log,
            ApplicationEventPublisher<QualificationsChanged> qualified,
            Today today) {
        this.access = access;
        this.people = people;
        this.roles = roles;
        this.qualifications = qualifications;
        this.organisations = organisations;
        this.curricula = curricula;
        this.imports = imports;
        this.passwords = passwords;
        this.log = log;
        this.qualified = qualified;
        this.today = today;
    }

    /** The admin's list: people whose name, address or username has the text in it, by name. */
    @Transactional
    public ListPage<PersonListItem> people(Actor actor, @Nullable String text, PageRequest page) {
        access.requireAdminister(actor);
        String q = SearchText.like(text);
        log.scope(actor, Action.READ, "PEOPLE", null, "page " + page.page());
        return new ListPage<>(people.list(q, today.date(), page.size(), page.offset()), people.count(q));
    }

    /**
     * Whom one can ask to supervise or assess: people with a role SUPERVISOR, STUDIEREKTOR or CLINIC_HEAD in force whose
     * name has the text in it, by name, without the actor. For everybody who is signed in.
     */
    @ReadOnly
    public ListPage<AssessorListItem> assessors(Actor actor, @Nullable String text, PageRequest page) {
        access.requireSignedIn(actor);
        String q = SearchText.like(text);
        LocalDate day = today.date();
        return new ListPage<>(
                people.assessors(q, actor.personId(), day, page.size(), page.offset()),
                people.countAssessors(q, actor.personId(), day));
    }

    /** One person; {@code FORBIDDEN} for others than an admin, {@code NOT_FOUND}. */
    @ReadOnly
    public Person person(Actor actor, long id) {
        access.requireAdminister(actor);
        return people.person(id).orElseThrow(Problem::notFound);
    }

    /**
     * Makes a person.
     *
     * @param password for scripted set-up, 12-200 characters; null where the person sets it through a one-time link
     * @throws Problem {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG}, {@code INVALID_FIELD},
     *     {@code ALREADY_EXISTS} on a field; {@code PASSWORD_TOO_SHORT}
     */
    @Transactional
    public Person create(Actor actor, PersonData data, @Nullable String password) {
        access.requireAdminister(actor);
        PersonData valid = valid(0, data);
        String hash = null;
        if (password != null && !password.isEmpty()) {
            if (password.codePointCount(0, password.length()) < MIN_PASSWORD) {
                throw Problem.field("password", ProblemCode.PASSWORD_TOO_SHORT);
            }
            if (password.length() > MAX_PASSWORD) {
                throw Problem.field("password", ProblemCode.TOO_LONG, MAX_PASSWORD);
            }
            hash = passwords.hash(password);
        }
        long id = insert(valid, hash);
        log.person(actor, id, Action.CREATE, "PERSON", id);
        return people.person(id).orElseThrow(Problem::notFound);
    }

    /** Changes a person; throws as {@link #create}, and {@code NOT_FOUND} or {@code STALE_VERSION}. */
    @Transactional
    public Person change(Actor actor, long id, int version, PersonData data) {
        access.requireAdminister(actor);
        if (people.person(id).isEmpty()) {
            throw Problem.notFound();
        }
        PersonData valid = valid(id, data);
        update(id, version, valid);
        log.person(actor, id, Action.CHANGE, "PERSON", id);
        return people.person(id).orElseThrow(Problem::notFound);
    }

    /** A person's roles, the latest first; an admin's, or one's own. */
    @ReadOnly
    public List<RoleAssignment> roles(Actor actor, long personId) {
        requireAdministerOrSelf(actor, personId);
        return people.roles(personId);
    }

    /**
     * Gives a role.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code REQUIRED} on a field; {@code UNKNOWN_ID} on
     *     {@code scopeId}; {@code END_BEFORE_START}
     */
    @Transactional
    public RoleAssignment giveRole(Actor actor, long personId, RoleData data) {
        access.requireAdminister(actor);
        requirePerson(personId);
        RoleRow row = valid(personId, data);
        long id = roles.save(row).id();
        log.person(actor, personId, Action.CREATE, "ROLE", id);
        return people.role(personId, id).orElseThrow(Problem::notFound);
    }

    /**
     * Changes when a role holds, such as its last day.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code END_BEFORE_START}; {@code STATE_CONFLICT} where nobody
     *     would be admin any more
     */
    @Transactional
    public RoleAssignment changeRole(
            Actor actor, long personId, long roleId, LocalDate validFrom, @Nullable LocalDate validTo) {
        access.requireAdminister(actor);
        RoleAssignment role = people.role(personId, roleId).orElseThrow(Problem::notFound);
        Period period = period(validFrom, validTo);
        if (!period.contains(today.date()) || validTo != null) {
            requireAnotherAdmin(role);
        }
        people.updateRole(roleId, validFrom, validTo);
        log.person(actor, personId, Action.CHANGE, "ROLE", roleId);
        return people.role(personId, roleId).orElseThrow(Problem::notFound);
    }

    /** Takes away a role that was given by mistake; throws as {@link #changeRole}. */
    @Transactional
    public void removeRole(Actor actor, long personId, long roleId) {
        access.requireAdminister(actor);
        RoleAssignment role = people.role(personId, roleId).orElseThrow(Problem::notFound);
        requireAnotherAdmin(role);
        people.deleteRole(roleId);
        log.person(actor, personId, Action.DELETE, "ROLE", roleId);
    }

    /** A person's qualifications, the latest first; an admin's, or one's own. */
    @ReadOnly
    public List<Qualification> qualifications(Actor actor, long personId) {
        requireAdministerOrSelf(actor, personId);
        return people.qualifications(personId);
    }

    /**
     * Notes a qualification.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code REQUIRED} on a field; {@code UNKNOWN_CODE} on
     *     {@code specialtyCode}; {@code DATE_IN_FUTURE} on its date
     */
    @Transactional
    public Qualification addQualification(Actor actor, long personId, QualificationData data) {
        access.requireAdminister(actor);
        requirePerson(personId);
        long id = qualifications.save(valid(personId, data)).id();
        log.person(actor, personId, Action.CREATE, "QUALIFICATION", id);
        qualified.publishEvent(new QualificationsChanged(personId));
        return people.qualification(personId, id).orElseThrow(Problem::notFound);
    }

    /** Takes away a qualification that was noted by mistake. */
    @Transactional
    public void removeQualification(Actor actor, long personId, long qualificationId) {
        access.requireAdminister(actor);
        if (people.qualification(personId, qualificationId).isEmpty()) {
            throw Problem.notFound();
        }
        people.deleteQualification(qualificationId);
        log.person(actor, personId, Action.DELETE, "QUALIFICATION", qualificationId);
        qualified.publishEvent(new QualificationsChanged(personId));
    }

    /**
     * What {@link #apply} would do with a CSV file of people, line by line; changes nothing. Columns {@code name, email,
     * username, role, clinic, validFrom, validTo, specialty, specialistSince, supervisorTraining}; the first two have to
     * be there. People are known by address; several lines about one person give several roles.
     *
     * @throws Problem {@code FORBIDDEN}, or where the file is no such table see {@link se.stegen.common.CsvTable#read}
     */
    @ReadOnly
    public ImportPreview preview(Actor actor, byte[] file) {
        access.requireAdminister(actor);
        return imports.plan(file).preview();
    }

    /**
     * Brings a file of people in, all of it or nothing.
     *
     * @return what was done
     * @throws Problem as {@link #preview}; {@code INVALID_FIELD} on {@code file} where a line has an error
     */
    @Transactional
    public ImportPreview apply(Actor actor, byte[] file) {
        access.requireAdminister(actor);
        PeopleImport.Plan plan = imports.plan(file);
        if (plan.preview().hasErrors()) {
            throw Problem.field("file", ProblemCode.INVALID_FIELD);
        }
        for (PeopleImport.PersonPlan person : plan.people()) {
            if (!person.changes()) {
                continue;
            }
            Long known = person.id();
            long id;
            if (known == null) {
                id = insert(person.data(), null);
            } else {
                id = known;
                if (person.renamed()) {
                    update(id, person.version(), person.data());
                }
            }
            person.roles()
                    .forEach(r -> roles.save(new RoleRow(
                            0, id, r.role().name(), name(r.scopeType()), r.scopeId(), r.validFrom(), r.validTo())));
            person.roleEnds().forEach((roleId, r) -> people.updateRole(roleId, r.validFrom(), r.validTo()));
            person.qualifications()
                    .forEach(q -> qualifications.save(
                            new QualificationRow(0, id, q.kind().name(), q.specialtyCode(), q.obtainedOn())));
            person.qualificationDates().forEach(people::updateQualification);
            if (!person.qualifications().isEmpty()
                    || !person.qualificationDates().isEmpty()) {
                qualified.publishEvent(new QualificationsChanged(id));
            }
            log.person(actor, id, known == null ? Action.CREATE : Action.CHANGE, "PERSON", id);
        }
        return plan.preview();
    }

    private void requireAdministerOrSelf(Actor actor, long personId) {
        if (actor.personId() != personId) {
            access.requireAdminister(actor);
            requirePerson(personId);
        }
    }

    private void requirePerson(long id) {
        if (people.person(id).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private void requireAnotherAdmin(RoleAssignment role) {
        if (role.role() == Role.ADMIN && !people.anotherAdmin(role.id(), today.date())) {
            throw Problem.of(ProblemCode.STATE_CONFLICT);
        }
    }

    private long insert(PersonData data, @Nullable String hash) {
        return Unique.of(() -> people.save(new PersonRow(
                        0, text(data.name()), text(data.email()), text(data.username()), hash, "sv", 0, today.utc())))
                .id();
    }

    private void update(long id, int version, PersonData data) {
        int changed = Unique.of(
                () -> people.update(id, version, text(data.name()), text(data.email()), text(data.username())));
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private PersonData valid(long id, PersonData data) {
        PersonData valid = shape(data);
        if (people.emailTaken(text(valid.email()), id)) {
            throw Problem.field("email", ProblemCode.ALREADY_EXISTS, text(valid.email()));
        }
        if (people.usernameTaken(text(valid.username()), id)) {
            throw Problem.field("username", ProblemCode.ALREADY_EXISTS, text(valid.username()));
        }
        return valid;
    }

    /** Checks what can be checked without the database. */
    static PersonData shape(PersonData data) {
        String name = Texts.required("name", data.name(), 200);
        String email = Texts.email("email", data.email());
        String username = Texts.optional("username", data.username(), 100);
        if (username.isEmpty()) {
            username = Texts.optional("username", email, 100);
        }
        if (!USERNAME.matcher(username).matches()) {
            throw Problem.field("username", ProblemCode.INVALID_FIELD);
        }
        return new PersonData(name, email, username.toLowerCase(Locale.ROOT));
    }

    private RoleRow valid(long personId, RoleData data) {
        Role role = data.role();
        if (role == null) {
            throw Problem.field("role", ProblemCode.REQUIRED);
        }
        ScopeType scopeType = data.scopeType();
        Long scopeId = data.scopeId();
        if (scopeType == null && (role != Role.ADMIN || scopeId != null)) {
            throw Problem.field("scopeType", ProblemCode.REQUIRED);
        }
        if (scopeType != null) {
            if (scopeId == null) {
                throw Problem.field("scopeId", ProblemCode.REQUIRED);
            }
            boolean known = scopeType == ScopeType.CLINIC
                    ? organisations.clinicExists(scopeId)
                    : organisations.organisationExists(scopeId);
            if (!known) {
                throw Problem.field("scopeId", ProblemCode.UNKNOWN_ID);
            }
        }
        LocalDate from = data.validFrom();
        if (from == null) {
            throw Problem.field("validFrom", ProblemCode.REQUIRED);
        }
        Period period = period(from, data.validTo());
        return new RoleRow(0, personId, role.name(), name(scopeType), scopeId, period.from(), period.to());
    }

    private QualificationRow valid(long personId, QualificationData data) {
        QualificationKind kind = data.kind();
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        LocalDate date = data.obtainedOn();
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (date.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        String specialty = null;
        if (kind == QualificationKind.SPECIALIST) {
            specialty = Texts.required("specialtyCode", data.specialtyCode(), 80);
            curricula.requireSpecialty("specialtyCode", specialty);
        }
        return new QualificationRow(0, personId, kind.name(), specialty, date);
    }

    private static Period period(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw Problem.field("validTo", ProblemCode.END_BEFORE_START);
        }
        return new Period(from, to);
    }

    private static @Nullable String name(@Nullable ScopeType type) {
        return type == null ? null : type.name();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
