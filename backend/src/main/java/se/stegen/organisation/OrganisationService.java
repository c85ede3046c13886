package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.SearchText;
import se.stegen.common.Texts;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.organisation.ClinicRepository.ClinicRow;
import se.stegen.organisation.OrganisationRepository.OrganisationRow;

/** Organisations and clinics: everybody who is signed in reads their names, an admin writes them. */
@Singleton
public class OrganisationService {
    private final AccessPolicy access;
    private final OrganisationRepository organisations;
    private final ClinicRepository clinics;
    private final CurriculumGoals curricula;
    private final AccessLog log;

    OrganisationService(
            AccessPolicy access,
            OrganisationRepository organisations,
            ClinicRepository clinics,
            CurriculumGoals curricula,
            AccessLog log) {
        this.access = access;
        this.organisations = organisations;
        this.clinics = clinics;
        this.curricula = curricula;
        this.log = log;
    }

    /** Organisations whose name has the text in it, by name. */
    @ReadOnly
    public ListPage<Organisation> organisations(Actor actor, @Nullable String text, PageRequest page) {
        access.requireSignedIn(actor);
        String q = SearchText.like(text);
        return new ListPage<>(
                organisations.organisations(q, page.size(), page.offset()), organisations.countOrganisations(q));
    }

    /** One organisation, or {@code NOT_FOUND}. */
    @ReadOnly
    public Organisation organisation(Actor actor, long id) {
        access.requireSignedIn(actor);
        return organisations.organisation(id).orElseThrow(Problem::notFound);
    }

    /**
     * Makes an organisation.
     *
     * @throws Problem {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG} on {@code name} or {@code kind};
     *     {@code UNKNOWN_ID} on {@code parentId}; {@code UNKNOWN_CODE} on {@code guidelineCode}; {@code ALREADY_EXISTS}
     *     on {@code name}
     */
    @Transactional
    public Organisation createOrganisation(Actor actor, OrganisationData data) {
        access.requireAdminister(actor);
        OrganisationRow row = valid(0, data, 0);
        long id = organisations.save(row).id();
        log.scope(actor, Action.CREATE, "ORGANISATION", id, row.name());
        return organisations.organisation(id).orElseThrow(Problem::notFound);
    }

    /**
     * Changes an organisation.
     *
     * @throws Problem as {@link #createOrganisation}; {@code NOT_FOUND}, {@code STALE_VERSION}; {@code OUT_OF_RANGE} on
     *     {@code parentId} where it would lie below itself
     */
    @Transactional
    public Organisation changeOrganisation(Actor actor, long id, int version, OrganisationData data) {
        access.requireAdminister(actor);
        if (!organisations.organisationExists(id)) {
            throw Problem.notFound();
        }
        OrganisationRow row = valid(id, data, version);
        if (organisations.updateOrganisation(id, version, row.name(), row.kind(), row.parentId(), row.guidelineCode())
                == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.scope(actor, Action.CHANGE, "ORGANISATION", id, row.name());
        return organisations.organisation(id).orElseThrow(Problem::notFound);
    }

    /** Clinics whose name or organisation's name has the text in it, by organisation and name. */
    @ReadOnly
    public ListPage<Clinic> clinics(Actor actor, @Nullable String text, PageRequest page) {
        access.requireSignedIn(actor);
        String q = SearchText.like(text);
        return new ListPage<>(organisations.clinics(q, page.size(), page.offset()), organisations.countClinics(q));
    }

    /** One clinic, or {@code NOT_FOUND}. */
    @ReadOnly
    public Clinic clinic(Actor actor, long id) {
        access.requireSignedIn(actor);
        return organisations.clinic(id).orElseThrow(Problem::notFound);
    }

    /**
     * Makes a clinic.
     *
     * @throws Problem {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG} on a field; {@code UNKNOWN_ID} on
     *     {@code organisationId}; {@code UNKNOWN_CODE} on {@code specialtyCode} or {@code guidelineCode};
     *     {@code ALREADY_EXISTS} on {@code name}
     */
    @Transactional
    public Clinic createClinic(Actor actor, ClinicData data) {
        access.requireAdminister(actor);
        ClinicRow row = valid(0, data);
        long id = clinics.save(row).id();
        log.scope(actor, Action.CREATE, "CLINIC", id, row.name());
        return organisations.clinic(id).orElseThrow(Problem::notFound);
    }

    /** Changes a clinic; throws as {@link #createClinic}, and {@code NOT_FOUND} or {@code STALE_VERSION}. */
    @Transactional
    public Clinic changeClinic(Actor actor, long id, int version, ClinicData data) {
        access.requireAdminister(actor);
        if (!organisations.clinicExists(id)) {
            throw Problem.notFound();
        }
        ClinicRow row = valid(id, data);
        if (organisations.updateClinic(
                        id, version, row.name(), row.organisationId(), row.specialtyCode(), row.guidelineCode())
                == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.scope(actor, Action.CHANGE, "CLINIC", id, row.name());
        return organisations.clinic(id).orElseThrow(Problem::notFound);
    }

    private OrganisationRow valid(long id, OrganisationData data, int version) {
        String name = Texts.required("name", data.name(), 200);
        OrganisationKind kind = data.kind();
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        Long parentId = data.parentId();
        if (parentId != null) {
            requireParent(id, parentId);
        }
        if (organisations.organisationNameTaken(name, parentId, id)) {
            throw Problem.field("name", ProblemCode.ALREADY_EXISTS, name);
        }
        return new OrganisationRow(id, name, kind.name(), parentId, guideline(data.guidelineCode()), version);
    }

    private void requireParent(long id, long parentId) {
        if (!organisations.organisationExists(parentId)) {
            throw Problem.field("parentId", ProblemCode.UNKNOWN_ID);
        }
        Optional<Long> above = Optional.of(parentId);
        // The depth is bounded in case two admins made a ring at the same moment.
        for (int depth = 0; above.isPresent() && depth < 50; depth++) {
            if (above.get() == id) {
                throw Problem.field("parentId", ProblemCode.OUT_OF_RANGE);
            }
            above = organisations.parentOf(above.get());
        }
    }

    private ClinicRow valid(long id, ClinicData data) {
        String name = Texts.required("name", data.name(), 200);
        Long organisationId = data.organisationId();
        if (organisationId == null) {
            throw Problem.field("organisationId", ProblemCode.REQUIRED);
        }
        if (!organisations.organisationExists(organisationId)) {
            throw Problem.field("organisationId", ProblemCode.UNKNOWN_ID);
        }
        String specialty = Texts.required("specialtyCode", data.specialtyCode(), 80);
        curricula.requireSpecialty("specialtyCode", specialty);
        if (organisations.clinicNameTaken(name, organisationId, id)) {
            throw Problem.field("name", ProblemCode.ALREADY_EXISTS, name);
        }
        return new ClinicRow(id, name, organisationId, specialty, guideline(data.guidelineCode()), 0);
    }

    private @Nullable String guideline(@Nullable String given) {
        String code = Texts.optional("guidelineCode", given, 64);
        if (code.isEmpty()) {
            return null;
        }
        if (!organisations.guidelineExists(code)) {
            throw Problem.field("guidelineCode", ProblemCode.UNKNOWN_CODE, code);
        }
        return code;
    }
}
