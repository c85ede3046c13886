package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.OrganisationSelection.Show;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** All clinics of an organisation, together and with small numbers protected. */
class OrganisationComplianceServiceTest {
    private static final IndicatorCode CODE = IndicatorCode.MAIN_SUPERVISOR;

    private final OrganisationComplianceService compliance = TestProgram.bean(OrganisationComplianceService.class);
    private final OrganisationExportService exports = TestProgram.bean(OrganisationExportService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long region;
    private long hospital;
    private long small;
    private long middle;
    private long large;
    private Actor overall;

    @BeforeEach
    void aRegionWithThreeClinics() {
        TestProgram.reference();
        region = Fixtures.insert(
                "INSERT INTO organisation (name, kind, guideline_code) VALUES (?, 'REGION', 'skane-2015')",
                Fixtures.unique("Region "));
        hospital = Fixtures.insert(
                "INSERT INTO organisation (name, kind, parent_id) VALUES (?, 'HOSPITAL', ?)",
                Fixtures.unique("Sjukhuset "),
                region);
        small = clinic("A", "kirurgi");
        middle = clinic("B", "psykiatri");
        large = clinic("C", "kirurgi");
        doctors(small, 1, 1);
        doctors(middle, 3, 1);
        doctors(large, 5, 5);
        overall = overall(region);
    }

    @Test
    void aSmallClinicIsKeptWithTheNextSmallestAndTheSumIsOfAll() {
        OrganisationCompliance table = compliance.organisation(overall, region, null);
        assertEquals(
                List.of(small, middle, large),
                table.clinics().stream()
                        .map(OrganisationCompliance.Line::clinicId)
                        .toList());
        assertTrue(light(table, small).suppressed());
        assertNull(light(table, small).applicable());
        assertEquals(LightStatus.NOT_APPLICABLE, light(table, small).status());
        assertTrue(light(table, middle).suppressed());
        assertEquals(5, light(table, large).applicable());
        Indicator pooled = table.pooled(CODE);
        assertEquals(7, pooled.met());
        assertEquals(9, pooled.applicable());
        assertEquals(0.7778, pooled.share());
        assertEquals(LightStatus.YELLOW, pooled.status());
        assertTrue(table.whole());
        assertEquals(
                "0 av 3 gröna", table.pooled(IndicatorCode.STUDIEREKTOR_TIME).value());
    }

    @Test
    void whatTheTableKeepsTheClinicsOwnPageKeepsToo() {
        ComplianceService clinics = TestProgram.bean(ComplianceService.class);
        ClinicCompliance page = clinics.clinic(overall, middle, null);
        assertTrue(page.indicators().getFirst().suppressed());
        assertFalse(clinics.clinic(overall, large, null).indicators().getFirst().suppressed());
        assertTrue(clinics.clinics(overall).stream()
                .filter(one -> one.clinicId() == middle)
                .allMatch(one -> one.indicators().getFirst().suppressed()));
        Actor own = Fixtures.actor(Role.STUDIEREKTOR, middle);
        assertEquals(
                1, clinics.clinic(own, middle, null).indicators().getFirst().met());
    }

    @Test
    void whoLeadsAClinicSeesItsFiguresAndTheSumIsKeptWhereNoOtherCellHelps() {
        long person = Fixtures.person("Båda rollerna");
        Fixtures.role(person, Role.STUDIEREKTOR, middle);
        at(person, region);
        OrganisationCompliance table = compliance.organisation(Fixtures.actor(person), region, null);
        assertEquals(1, light(table, middle).met());
        assertTrue(light(table, small).suppressed());
        // The large clinic reaches all, as the small one does: hiding it would leave no doubt about either.
        assertFalse(light(table, large).suppressed());
        assertTrue(table.pooled(CODE).suppressed());
    }

    @Test
    void theSumOfASelectionIsOfWhatIsShownAlone() {
        OrganisationCompliance surgery = compliance.organisation(
                overall, region, null, new OrganisationSelection(group(small), "", Show.ALL, CODE, false));
        assertEquals(2, surgery.clinics().size());
        assertFalse(surgery.whole());
        assertEquals(5, surgery.pooled(CODE).applicable());
        assertFalse(surgery.pooled(CODE).suppressed());
        assertEquals(small, surgery.clinics().getLast().clinicId(), "what is kept comes last");
        OrganisationCompliance found = compliance.organisation(
                overall,
                region,
                null,
                new OrganisationSelection("", name(large).toLowerCase(Locale.ROOT), Show.ALL, null, true));
        assertEquals(
                List.of(large),
                found.clinics().stream()
                        .map(OrganisationCompliance.Line::clinicId)
                        .toList());
    }

    @Test
    void anOrganisationBelowIsPartOfItAndIsReadByItself() {
        OrganisationCompliance below = compliance.organisation(overall, hospital, null);
        assertEquals(3, below.clinics().size());
        assertEquals(9, below.pooled(CODE).applicable());
        assertEquals(
                List.of(0, 1),
                compliance.overseen(overall).stream()
                        .map(OrganisationComplianceService.Overseen::depth)
                        .toList());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> compliance.organisation(overall(hospital), region, null));
    }

    @Test
    void aClinicThatMovesTakesItsPastAlong() {
        long other = Fixtures.organisation();
        Fixtures.execute("UPDATE clinic SET organisation_id = ? WHERE id = ?", other, large);
        LocalDate past = today.minusMonths(3);
        assertEquals(
                2,
                compliance.organisation(overall(region), region, past).clinics().size());
        OrganisationCompliance there = compliance.organisation(overall(other), other, past);
        assertEquals(5, light(there, large).applicable());
        assertEquals(5, there.pooled(CODE).applicable());
    }

    @Test
    void aClosedClinicIsThereUntilItsLastDay() {
        LocalDate last = today.minusDays(40);
        Fixtures.insert(
                "INSERT INTO clinic_closing (clinic_id, last_day, reason, closed_by, closed_at)"
                        + " VALUES (?, ?, 'Slås ihop', ?, NOW(6))",
                large,
                last,
                Fixtures.person("Admin"));
        assertEquals(3, compliance.organisation(overall, region, last).clinics().size());
        assertEquals(
                List.of(small, middle),
                compliance.organisation(overall, region, last.plusDays(1)).clinics().stream()
                        .map(OrganisationCompliance.Line::clinicId)
                        .toList());
        assertEquals(2, compliance.organisation(overall, region, null).clinics().size());
    }

    @Test
    void withoutClinicsWithoutDoctorsAndBeforeAnybodyCame() {
        long empty = Fixtures.organisation();
        OrganisationCompliance none = compliance.organisation(overall(empty), empty, null);
        assertTrue(none.clinics().isEmpty());
        assertTrue(none.asked().isEmpty());
        assertEquals(0, none.pooled(CODE).applicable());
        assertNull(none.pooled(CODE).share());
        OrganisationCompliance before = compliance.organisation(overall, region, LocalDate.of(1990, 1, 1));
        assertEquals(0, before.pooled(CODE).applicable());
        assertEquals(LightStatus.NOT_APPLICABLE, before.pooled(CODE).status());
        assertFalse(light(before, small).suppressed());
        long closed = clinic("D", "kirurgi");
        OrganisationCompliance with = compliance.organisation(overall(region), region, null);
        assertEquals(LightStatus.NOT_APPLICABLE, light(with, closed).status());
        assertEquals(9, with.pooled(CODE).applicable());
    }

    @Test
    void ofASingleSmallClinicTheSumIsKept() {
        long alone = Fixtures.organisation();
        Fixtures.execute("UPDATE clinic SET organisation_id = ? WHERE id = ?", alone, small);
        OrganisationCompliance table = compliance.organisation(overall(alone), alone, null);
        assertTrue(light(table, small).suppressed());
        assertTrue(table.pooled(CODE).suppressed());
        assertNull(table.pooled(CODE).met());
    }

    @Test
    void refusals() {
        TestProgram.refused(
                ProblemCode.DATE_IN_FUTURE, () -> compliance.organisation(overall, region, today.plusDays(1)));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> compliance.organisation(overall, 987_654_321, null));
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> compliance.organisation(Fixtures.actor(Role.STUDIEREKTOR, small), region, null));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> compliance.organisation(Fixtures.admin(), region, null));
    }

    @Test
    void theFilesShowWhatThePageShows() {
        OrganisationSelection selection =
                OrganisationSelection.ALL.sorted("-MAIN_SUPERVISOR").orElseThrow();
        assertEquals("-MAIN_SUPERVISOR", selection.order());
        String csv = new String(
                exports.export(overall, region, null, selection, ComplianceFormat.CSV)
                        .content(),
                StandardCharsets.UTF_8);
        assertTrue(csv.contains("Alla tillsammans;;" + today + ";MAIN_SUPERVISOR;"), csv);
        assertTrue(csv.contains(";gul;7;9;0,7778;"), csv);
        assertTrue(
                csv.lines()
                        .anyMatch(line -> line.startsWith(name(small) + ";")
                                && line.contains(";MAIN_SUPERVISOR;")
                                && line.contains(";dold;;;;;")),
                csv);
        byte[] xlsx = exports.export(overall, region, null, selection, ComplianceFormat.XLSX)
                .content();
        assertEquals('P', xlsx[0]);
        byte[] pdf = exports.export(overall, region, null, selection, ComplianceFormat.PDF)
                .content();
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> exports.export(Fixtures.admin(), region, null, selection, ComplianceFormat.CSV));
    }

    private Indicator light(OrganisationCompliance table, long clinic) {
        return table.clinics().stream()
                .filter(line -> line.clinicId() == clinic)
                .findFirst()
                .orElseThrow()
                .light(CODE);
    }

    private long clinic(String name, String specialty) {
        return Fixtures.insert(
                "INSERT INTO clinic (name, organisation_id, specialty_code) VALUES (?, ?, ?)",
                Fixtures.unique(name + "-kliniken "),
                hospital,
                specialty);
    }

    private void doctors(long clinic, int number, int supervised) {
        for (int i = 0; i < number; i++) {
            long programme = Fixtures.programme(Fixtures.person("Doktor " + i), clinic, today.minusYears(1));
            if (i < supervised) {
                Fixtures.insert(
                        "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                        programme,
                        Fixtures.person("Handledare"),
                        today.minusYears(1));
            }
        }
    }

    private static Actor overall(long organisation) {
        long person = Fixtures.person("Överstudierektor");
        at(person, organisation);
        return Fixtures.actor(person);
    }

    private static void at(long person, long organisation) {
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                person,
                organisation);
    }

    private static String name(long clinic) {
        return Fixtures.text("SELECT name FROM clinic WHERE id = ?", clinic);
    }

    private static String group(long clinic) {
        return Fixtures.text(
                "SELECT s.specialty_group FROM clinic c JOIN specialty s ON s.code = c.specialty_code WHERE c.id = ?",
                clinic);
    }
}
