package se.stegen.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.PasswordHasher;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.ImportPreview;
import se.stegen.common.ImportPreview.Outcome;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class PersonServiceTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private final PersonService service = TestProgram.bean(PersonService.class);
    private final Actor admin = Fixtures.admin();

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    @Test
    void aPersonWithRolesAndQualifications() {
        String email = Fixtures.unique("Åsa.Exempel") + "@example.se";
        Person person = service.create(admin, new PersonData("Åsa Exempel 🩺", email, null), "ett långt lösenord");
        assertEquals(email.toLowerCase(java.util.Locale.ROOT), person.username());
        assertTrue(person.hasPassword());
        PasswordHasher hasher = TestProgram.bean(PasswordHasher.class);
        assertTrue(hasher.matches("ett långt lösenord", hasher.hash("ett långt lösenord")));
        assertFalse(hasher.matches("ett annat lösenord", hasher.hash("ett långt lösenord")));

        long clinicId = Fixtures.clinic();
        RoleAssignment role = service.giveRole(
                admin, person.id(), new RoleData(Role.SUPERVISOR, ScopeType.CLINIC, clinicId, DAY, null));
        Actor self = Fixtures.actor(person.id());
        assertTrue(self.has(Role.SUPERVISOR, clinicId));
        assertEquals(List.of(role), service.roles(self, person.id()));
        assertEquals(
                List.of("SUPERVISOR"),
                service.people(admin, email, PageRequest.first()).items().stream()
                        .map(PersonListItem::roles)
                        .toList());
        List<AssessorListItem> found =
                service.assessors(admin, "Åsa Exempel", PageRequest.first()).items();
        assertTrue(found.stream()
                .anyMatch(a -> a.id() == person.id()
                        && role.scopeName() != null
                        && role.scopeName().equals(a.clinicName())));
        service.changeRole(admin, person.id(), role.id(), DAY, DAY.plusDays(1));
        assertFalse(service.assessors(admin, "Åsa Exempel", PageRequest.first()).items().stream()
                .anyMatch(a -> a.id() == person.id()));
        service.removeRole(admin, person.id(), role.id());
        assertEquals(List.of(), service.roles(self, person.id()));

        Qualification specialist = service.addQualification(
                admin, person.id(), new QualificationData(QualificationKind.SPECIALIST, "kirurgi", DAY));
        service.addQualification(
                admin, person.id(), new QualificationData(QualificationKind.SUPERVISOR_TRAINING, null, DAY));
        assertEquals("Kirurgi", specialist.specialtyName());
        assertEquals(2, service.qualifications(self, person.id()).size());
        service.removeQualification(admin, person.id(), specialist.id());
        assertEquals(1, service.qualifications(self, person.id()).size());
    }

    @Test
    void badInput() {
        String email = Fixtures.unique("a") + "@example.se";
        Person person = service.create(admin, new PersonData("Namn", email, null), null);
        assertFalse(person.hasPassword());
        refused(
                ProblemCode.ALREADY_EXISTS,
                () -> service.create(
                        admin, new PersonData("Namn", email.toUpperCase(java.util.Locale.ROOT), "annat.namn"), null));
        refused(
                ProblemCode.ALREADY_EXISTS,
                () -> service.create(
                        admin, new PersonData("Namn", Fixtures.unique("b") + "@example.se", person.username()), null));
        refused(
                ProblemCode.PASSWORD_TOO_SHORT,
                () -> service.create(
                        admin, new PersonData("Namn", Fixtures.unique("b") + "@example.se", null), "elva tecken"));
        refused(
                ProblemCode.INVALID_FIELD,
                () -> service.create(admin, new PersonData("Namn", "ingen adress", null), null));
        refused(ProblemCode.REQUIRED, () -> service.create(admin, new PersonData(null, email, null), null));
        refused(
                ProblemCode.TOO_LONG,
                () -> service.create(admin, new PersonData("x".repeat(100_000), email, null), null));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.change(admin, person.id(), 7, new PersonData("Namn", email, null)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.change(admin, 999_999_999L, 0, new PersonData("Namn", email, null)));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> service.giveRole(
                        admin, person.id(), new RoleData(Role.SUPERVISOR, ScopeType.CLINIC, 999_999_999L, DAY, null)));
        refused(
                ProblemCode.REQUIRED,
                () -> service.giveRole(admin, person.id(), new RoleData(Role.SUPERVISOR, null, null, DAY, null)));
        refused(
                ProblemCode.END_BEFORE_START,
                () -> service.giveRole(
                        admin, person.id(), new RoleData(Role.ADMIN, null, null, DAY, DAY.minusDays(1))));
        refused(
                ProblemCode.UNKNOWN_CODE,
                () -> service.addQualification(
                        admin, person.id(), new QualificationData(QualificationKind.SPECIALIST, "finns-inte", DAY)));
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> service.addQualification(
                        admin,
                        person.id(),
                        new QualificationData(QualificationKind.SUPERVISOR_TRAINING, null, LocalDate.of(2999, 1, 1))));
    }

    @Test
    void onlyAnAdmin() {
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic());
        refused(ProblemCode.FORBIDDEN, () -> service.people(head, "", PageRequest.first()));
        refused(ProblemCode.FORBIDDEN, () -> service.person(head, admin.personId()));
        refused(ProblemCode.FORBIDDEN, () -> service.roles(head, admin.personId()));
        refused(ProblemCode.FORBIDDEN, () -> service.qualifications(head, admin.personId()));
        refused(ProblemCode.FORBIDDEN, () -> service.preview(head, new byte[0]));
        refused(ProblemCode.FORBIDDEN, () -> service.apply(head, new byte[0]));
        refused(
                ProblemCode.FORBIDDEN,
                () -> service.giveRole(head, head.personId(), new RoleData(Role.ADMIN, null, null, DAY, null)));
    }

    @Test
    void aFileOfPeople() {
        String clinic = Fixtures.unique("Kliniken å ä ö ");
        Fixtures.insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) VALUES (?, ?, 'kirurgi')",
                clinic,
                Fixtures.organisation());
        String a = Fixtures.unique("a") + "@example.se";
        String b = Fixtures.unique("b") + "@example.se";
        String file = """
                sep=;
                Name;Email;username;role;clinic;validFrom;validTo;specialty;specialistSince;supervisorTraining;
                Örjan Ål;%1$s;;Handledare;%3$s;2024-01-01;;Kirurgi;2015-03-02;2016;
                Örjan Ål;%1$s;;STUDIEREKTOR;%3$s;2024-01-01 00:00:00;;;;;
                "Ek; Eva";%2$s;;st-läkare;%3$s;45292;2029-12-31;;;;

                """.formatted(a, b, clinic);
        byte[] excel = file.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
        ImportPreview preview = service.preview(admin, excel);
        assertEquals(
                List.of(Outcome.CREATE, Outcome.UPDATE, Outcome.CREATE),
                preview.lines().stream().map(ImportPreview.Line::outcome).toList(),
                preview.toString());
        assertEquals(0, service.people(admin, a, PageRequest.first()).total());

        service.apply(admin, excel);
        PersonListItem orjan =
                service.people(admin, a, PageRequest.first()).items().getFirst();
        assertEquals("Örjan Ål", orjan.name());
        assertEquals("STUDIEREKTOR,SUPERVISOR", orjan.roles());
        assertEquals(2, service.qualifications(admin, orjan.id()).size());
        PersonListItem eva =
                service.people(admin, b, PageRequest.first()).items().getFirst();
        assertEquals("Ek; Eva", eva.name());
        assertEquals(
                LocalDate.of(2024, 1, 1),
                service.roles(admin, eva.id()).getFirst().validFrom());

        assertEquals(3, service.apply(admin, excel).count(Outcome.UNCHANGED));
        byte[] utf8 = ("\ufeff" + file.replace("Örjan Ål", "Örjan Ahl").replace("2029-12-31", "2030-12-31"))
                .getBytes(StandardCharsets.UTF_8);
        ImportPreview change = service.apply(admin, utf8);
        assertEquals(2, change.count(Outcome.UPDATE), change.toString());
        assertEquals(
                LocalDate.of(2030, 12, 31),
                service.roles(admin, eva.id()).getFirst().validTo());
        assertEquals("Örjan Ahl", service.person(admin, orjan.id()).name());
    }

    @Test
    void aFileWithAnErrorChangesNothing() {
        String a = Fixtures.unique("a") + "@example.se";
        byte[] file = """
                name,email,role,clinic,validFrom,validTo,specialty,specialistSince
                Ok Person,%s,,,,,,
                Utan adress,,,,,,,
                Fel roll,x1@example.se,kung,,,,,
                Fel klinik,x2@example.se,handledare,Finns inte,,,,
                Fel datum,x3@example.se,ADMIN,,32/13/2024,,,
                Baklänges,x4@example.se,ADMIN,,2024-02-01,2024-01-01,,
                Fel specialitet,x5@example.se,,,,,Trolleri,2020-01-01
                """.formatted(a).getBytes(StandardCharsets.UTF_8);
        ImportPreview preview = service.preview(admin, file);
        assertEquals(6, preview.count(Outcome.ERROR), preview.toString());
        assertEquals(
                List.of("email", "role", "clinic", "validFrom", "validTo", "specialty"),
                preview.lines().stream()
                        .flatMap(l -> l.errors().stream())
                        .map(e -> e.field())
                        .toList());
        refused(ProblemCode.INVALID_FIELD, () -> service.apply(admin, file));
        assertEquals(0, service.people(admin, a, PageRequest.first()).total());
    }
}
