package se.stegen.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class OrganisationServiceTest {
    private final OrganisationService service = TestProgram.bean(OrganisationService.class);
    private final Actor admin = Fixtures.admin();

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    @Test
    void regionHospitalClinic() {
        String name = Fixtures.unique("Region Ö% ");
        Organisation region =
                service.createOrganisation(admin, new OrganisationData(name, OrganisationKind.REGION, null, null));
        Organisation hospital = service.createOrganisation(
                admin, new OrganisationData("Lasarettet", OrganisationKind.HOSPITAL, region.id(), ""));
        assertEquals(name, hospital.parentName());
        assertNull(hospital.guidelineCode());
        Clinic clinic =
                service.createClinic(admin, new ClinicData("Ögonkliniken", hospital.id(), "ogonsjukdomar", null));
        assertEquals("Lasarettet", clinic.organisationName());
        assertEquals(clinic, service.clinic(Fixtures.actor(Fixtures.person("Någon")), clinic.id()));

        assertEquals(
                1,
                service.organisations(admin, name.toUpperCase(java.util.Locale.ROOT), PageRequest.first())
                        .total());
        assertEquals(
                0, service.organisations(admin, "_%_%_", PageRequest.first()).total());

        Clinic renamed = service.changeClinic(
                admin, clinic.id(), clinic.version(), new ClinicData("Ögon", hospital.id(), "kirurgi", null));
        assertEquals("Ögon", renamed.name());
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.changeClinic(
                        admin, clinic.id(), clinic.version(), new ClinicData("Öga", hospital.id(), "kirurgi", null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> service.changeOrganisation(
                        admin,
                        region.id(),
                        region.version(),
                        new OrganisationData(name, OrganisationKind.REGION, hospital.id(), null)));
        assertTrue(Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE actor_id = ? AND object_kind = 'CLINIC'",
                        admin.personId())
                == 2);
    }

    @Test
    void badInput() {
        Organisation hospital = service.createOrganisation(
                admin, new OrganisationData(Fixtures.unique("S "), OrganisationKind.HOSPITAL, null, null));
        refused(
                ProblemCode.REQUIRED,
                () -> service.createOrganisation(
                        admin, new OrganisationData(" ", OrganisationKind.HOSPITAL, null, null)));
        refused(
                ProblemCode.REQUIRED,
                () -> service.createOrganisation(admin, new OrganisationData("x", null, null, null)));
        refused(
                ProblemCode.ALREADY_EXISTS,
                () -> service.createOrganisation(
                        admin, new OrganisationData(hospital.name(), OrganisationKind.HOSPITAL, null, null)));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.createOrganisation(
                        admin, new OrganisationData("x", OrganisationKind.HOSPITAL, 999_999_999L, null)));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.createOrganisation(
                        admin, new OrganisationData("x", OrganisationKind.HOSPITAL, null, "finns-inte")));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.createClinic(admin, new ClinicData("K", hospital.id(), "finns-inte", null)));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.createClinic(admin, new ClinicData("K", 999_999_999L, "kirurgi", null)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.changeClinic(
                        admin, 999_999_999L, 0, new ClinicData("K", hospital.id(), "kirurgi", null)));
    }

    @Test
    void onlyAnAdminWrites() {
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic());
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.createOrganisation(
                        head, new OrganisationData("x", OrganisationKind.HOSPITAL, null, null)));
        refused(ProblemCode.FORBIDDEN, () -> service.createClinic(head, new ClinicData("K", 1L, "kirurgi", null)));
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.changeClinic(head, 1, 0, new ClinicData("K", 1L, "kirurgi", null)));
    }
}
