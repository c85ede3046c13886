package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Versions of guidelines with validity, overrides with reasons, and what a change would do before it is saved. */
class GuidelineVersionServiceTest {
    private final GuidelineVersionService versions = TestProgram.bean(GuidelineVersionService.class);
    private final GuidelineOverrideService overrides = TestProgram.bean(GuidelineOverrideService.class);
    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long organisation;
    private long clinic;
    private Actor overall;
    private Actor head;
    private Actor studierektor;

    @BeforeEach
    void clinicWithThreeDoctors() {
        TestProgram.reference();
        clinic = Fixtures.clinic();
        organisation = Fixtures.number("SELECT organisation_id FROM clinic WHERE id = ?", clinic);
        Fixtures.execute("UPDATE organisation SET guideline_code = 'skane-2015' WHERE id = ?", organisation);
        for (int i = 0; i < 3; i++) {
            Fixtures.programme(Fixtures.person("Doktor"), clinic, today.minusYears(2));
        }
        long person = Fixtures.person("Överstudierektor");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                person,
                organisation);
        overall = Fixtures.actor(person);
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void aPastDayIsJudgedByTheVersionOfThatDay() {
        assertEquals(9, required(today));
        versions.add(overall, organisation, data("Första", today.minusDays(100), null, "12"));
        versions.add(overall, organisation, data("Andra", today.minusDays(10), null, "6"));
        assertEquals(6, required(today));
        assertEquals(6, required(today.minusDays(10)));
        assertEquals(12, required(today.minusDays(11)), "the first ended the day before the second");
        assertEquals(12, required(today.minusDays(100)));
        assertEquals(9, required(today.minusDays(101)), "before the first own version what was inherited holds");
        KeptGuideline kept = versions.of(overall, organisation);
        assertEquals(
                List.of("Andra", "Första"),
                kept.versions().stream().map(GuidelineVersion::name).toList());
        GuidelineChange change = kept.changes().getFirst();
        assertEquals("Andra", change.title());
        assertTrue(change.differences()
                .contains(new GuidelineValues.Difference(GuidelineField.SUPERVISIONS_PER_YEAR, "12", "6")));
    }

    @Test
    void twoVersionsNeverHoldOnTheSameDay() {
        versions.add(overall, organisation, data("En", today, today.plusDays(10), "9"));
        TestProgram.refused(
                ProblemCode.GUIDELINE_OVERLAP,
                () -> versions.add(overall, organisation, data("Två", today.plusDays(10), null, "9")));
        TestProgram.refused(
                ProblemCode.GUIDELINE_OVERLAP,
                () -> versions.add(overall, organisation, data("Två", today.minusDays(5), null, "9")));
        GuidelineVersion later = versions.add(overall, organisation, data("Två", today.plusDays(11), null, "9"));
        TestProgram.refused(
                ProblemCode.GUIDELINE_OVERLAP,
                () -> versions.change(overall, later.id(), later.version(), data("Två", today.plusDays(9), null, "9")));
        TestProgram.refused(
                ProblemCode.END_BEFORE_START,
                () -> versions.add(overall, organisation, data("Tre", today, today.minusDays(1), "9")));
    }

    @Test
    void aVersionIsChangedByItsVersionAndTakenAwayBeforeItBegins() {
        GuidelineVersion soon = versions.add(overall, organisation, data("Snart", today.plusDays(5), null, "9"));
        GuidelineVersion changed =
                versions.change(overall, soon.id(), soon.version(), data("Snart", today.plusDays(6), null, "8"));
        TestProgram.refused(
                ProblemCode.STALE_VERSION,
                () -> versions.change(overall, soon.id(), soon.version(), data("Snart", today.plusDays(7), null, "7")));
        versions.remove(overall, soon.id(), changed.version());
        assertTrue(versions.of(overall, organisation).versions().isEmpty());
        GuidelineVersion begun = versions.add(overall, organisation, data("Nu", today, null, "9"));
        TestProgram.refused(ProblemCode.GUIDELINE_BEGUN, () -> versions.remove(overall, begun.id(), begun.version()));
        assertEquals(4, versions.of(overall, organisation).changes().size());
    }

    @Test
    void valuesThatMakeNoSenseAreRefusedFieldByField() {
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE, () -> versions.add(overall, organisation, data("X", today, null, "0")));
        Map<GuidelineField, String> turned = values("9");
        turned.put(GuidelineField.YELLOW_FROM, "0,95");
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> versions.add(overall, organisation, new GuidelineVersionData("X", "", "", today, null, turned)));
        Map<GuidelineField, String> table = values("9");
        table.put(GuidelineField.STUDIEREKTOR_HOURS, "20:12;10:8;17");
        TestProgram.refused(
                ProblemCode.INVALID_FIELD,
                () -> versions.preview(
                        overall, organisation, new GuidelineVersionData("X", "", "", today, null, table)));
    }

    @Test
    void thePreviewTellsWhichLightsWouldChangeAndChangesNothing() {
        GuidelineEffect effect = versions.preview(overall, organisation, data("X", today, null, ""));
        assertEquals(1, effect.clinics());
        GuidelineEffect.Change change = effect.changes().stream()
                .filter(one -> one.before().code() == IndicatorCode.SUPERVISION)
                .findFirst()
                .orElseThrow();
        assertEquals(LightStatus.RED, change.before().status());
        assertEquals(LightStatus.NOT_APPLICABLE, change.after().status());
        assertEquals(Integer.valueOf(3), change.before().applicable());
        assertEquals(9, required(today));
        assertEquals(
                0, versions.preview(overall, organisation, same()).changes().size());
    }

    @Test
    void aClinicOverridesASingleValueWithAReasonFromDayToDay() {
        TestProgram.refused(
                ProblemCode.REASON_REQUIRED,
                () -> overrides.add(head, clinic, override("6", today.minusDays(20), null, " ")));
        GuidelineOverride first =
                overrides.add(head, clinic, override("6", today.minusDays(20), null, "Beslut 12 mars"));
        overrides.add(overall, clinic, override("5", today.minusDays(3), null, "Nytt beslut"));
        assertEquals(5, required(today));
        assertEquals(6, required(today.minusDays(4)));
        assertEquals(9, required(today.minusDays(21)));
        TestProgram.refused(
                ProblemCode.GUIDELINE_OVERLAP,
                () -> overrides.add(head, clinic, override("7", today.minusDays(10), null, "Igen")));
        ClinicGuidelineState state = overrides.of(studierektor, clinic, null);
        assertEquals(
                "9", state.inherited() == null ? "" : state.inherited().text(GuidelineField.SUPERVISIONS_PER_YEAR));
        assertEquals(
                "5", state.effective() == null ? "" : state.effective().text(GuidelineField.SUPERVISIONS_PER_YEAR));
        TestProgram.refused(ProblemCode.STALE_VERSION, () -> overrides.end(head, first.id(), first.version(), null));
        GuidelineOverride now = state.overrides().getFirst();
        overrides.end(head, now.id(), now.version(), null);
        assertEquals(9, required(today));
        assertEquals(5, required(today.minusDays(1)));
        TestProgram.refused(
                ProblemCode.FORBIDDEN, () -> overrides.add(studierektor, clinic, override("1", today, null, "Själv")));
    }

    @Test
    void anOverrideOutlastsANewVersionOfTheGuideline() {
        overrides.add(head, clinic, override("4", today.minusDays(50), null, "Liten klinik"));
        versions.add(overall, organisation, data("Ny", today.minusDays(10), null, "12"));
        assertEquals(4, required(today));
        GuidelineEffect effect = overrides.preview(
                head, clinic, new GuidelineOverrideData(GuidelineField.SUPERVISIONS_PER_YEAR, "", null, null, null));
        assertTrue(effect.changes().stream()
                .anyMatch(one -> one.after().code() == IndicatorCode.SUPERVISION
                        && one.after().status() == LightStatus.NOT_APPLICABLE));
    }

    @Test
    void theStudierektorsTimeIsThatOfTheDay() {
        assertEquals(LightStatus.RED, time(today).status(), "not recorded");
        overrides.recordHours(head, clinic, new BigDecimal("6"), today.minusDays(30));
        overrides.recordHours(head, clinic, new BigDecimal("8"), today);
        assertEquals(LightStatus.GREEN, time(today).status());
        assertEquals("8 av 8 timmar", time(today).value());
        assertEquals(LightStatus.YELLOW, time(today.minusDays(1)).status());
        assertEquals(LightStatus.RED, time(today.minusDays(31)).status());
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE, () -> overrides.recordHours(head, clinic, new BigDecimal("61"), today));
        Map<GuidelineField, String> own = values("9");
        own.put(GuidelineField.STUDIEREKTOR_HOURS, "2:4;12");
        versions.add(overall, organisation, new GuidelineVersionData("Egen tabell", "", "", today, null, own));
        assertEquals("8 av 12 timmar", time(today).value());
        assertEquals(LightStatus.RED, time(today).status());
    }

    @Test
    void whatIsWrittenIsKeptAsADraftForItsAuthorAlone() {
        versions.saveDraft(overall, organisation, Map.of("name", "Halvfärdig"));
        assertEquals(
                "Halvfärdig",
                versions.draft(overall, organisation).orElseThrow().fields().get("name"));
        Actor other = overallToo();
        assertTrue(versions.draft(other, organisation).isEmpty());
        versions.add(overall, organisation, data("Klar", today.plusDays(1), null, "9"));
        assertTrue(versions.draft(overall, organisation).isEmpty());
    }

    @Test
    void onlyTheOverallStudierektorAboveKeepsAnOrganisationsGuideline() {
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> versions.of(head, organisation));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> versions.of(overall, Fixtures.organisation()));
        assertFalse(versions.kept(overall).isEmpty());
        long builtIn = Fixtures.number("SELECT MIN(id) FROM guideline_profile WHERE organisation_id IS NULL");
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> versions.change(overall, builtIn, 0, same()));
    }

    private Actor overallToo() {
        long person = Fixtures.person("Kollega");
        Fixtures.insert(
                "INSERT INTO role_assignment (person_id, role, scope_type, scope_id, valid_from)"
                        + " VALUES (?, 'OVERALL_STUDIEREKTOR', 'ORGANISATION', ?, '2020-01-01')",
                person,
                organisation);
        return Fixtures.actor(person);
    }

    private int required(LocalDate day) {
        return compliance.clinic(studierektor, clinic, day).trainees().getFirst().indicators().stream()
                .filter(one -> one.code() == IndicatorCode.SUPERVISION)
                .findFirst()
                .orElseThrow()
                .required();
    }

    private Indicator time(LocalDate day) {
        return compliance.clinic(studierektor, clinic, day).indicators().stream()
                .filter(one -> one.code() == IndicatorCode.STUDIEREKTOR_TIME)
                .findFirst()
                .orElseThrow();
    }

    private GuidelineVersionData same() {
        return new GuidelineVersionData(
                "Samma",
                "",
                "",
                today,
                null,
                new EnumMap<>(GuidelineValues.of(TestProgram.bean(GuidelineProfiles.class)
                                .forClinics(List.of(clinic), today)
                                .values()
                                .iterator()
                                .next())
                        .texts()));
    }

    private static GuidelineOverrideData override(String value, LocalDate from, @Nullable LocalDate to, String reason) {
        return new GuidelineOverrideData(GuidelineField.SUPERVISIONS_PER_YEAR, value, from, to, reason);
    }

    private static GuidelineVersionData data(String name, LocalDate from, @Nullable LocalDate to, String supervisions) {
        return new GuidelineVersionData(name, "Test", "", from, to, values(supervisions));
    }

    private static Map<GuidelineField, String> values(String supervisions) {
        Map<GuidelineField, String> values = new EnumMap<>(GuidelineField.class);
        values.put(GuidelineField.SUPERVISIONS_PER_YEAR, supervisions);
        values.put(GuidelineField.GENERAL_COMPETENCE, "false");
        values.put(GuidelineField.HOLIDAY_WEEKS, "10");
        values.put(GuidelineField.IUP_APPROVERS, "MAIN_SUPERVISOR + STUDIEREKTOR");
        values.put(GuidelineField.ESCALATION_DAYS, "14");
        values.put(GuidelineField.GREEN_FROM, "0,9");
        values.put(GuidelineField.YELLOW_FROM, "0.7");
        return values;
    }
}
