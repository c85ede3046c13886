package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;
import se.stegen.guideline.oracle.RandomRegions;
import se.stegen.history.HistoryService;
import se.stegen.history.TransferredData;
import se.stegen.meeting.MeetingClosingService;
import se.stegen.meeting.MeetingKind;
import se.stegen.organisation.PersonService;
import se.stegen.organisation.QualificationData;
import se.stegen.organisation.QualificationKind;
import se.stegen.programme.ChangesForgotten;
import se.stegen.programme.LeaveData;
import se.stegen.programme.LeaveService;
import se.stegen.programme.Post;
import se.stegen.programme.ProgrammeService;
import se.stegen.review.ReviewData;
import se.stegen.review.ReviewKind;
import se.stegen.review.ReviewService;
import se.stegen.selfstudy.SelfStudyData;
import se.stegen.selfstudy.SelfStudyService;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.teaching.TeachingData;
import se.stegen.teaching.TeachingKind;
import se.stegen.teaching.TeachingService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** What is kept of clinics' standings says what measuring says, whatever is changed in between. */
class KeptStandingsTest {
    private final ClinicStandings standings = TestProgram.bean(ClinicStandings.class);
    private final KeptStandings kept = TestProgram.bean(KeptStandings.class);
    private final GuidelineProfiles profiles = TestProgram.bean(GuidelineProfiles.class);
    private final SupervisionService sessions = TestProgram.bean(SupervisionService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private long supervisorId;
    private Actor doctor;
    private Actor supervisor;
    private Actor studierektor;
    private Actor head;
    private Actor admin;

    @BeforeEach
    void clinicOfOneDoctor() {
        clinic = Fixtures.clinic();
        Fixtures.execute("UPDATE clinic SET guideline_code = 'capio-st-goran' WHERE id = ?", clinic);
        long doctorId = Fixtures.person("Doktor");
        supervisorId = Fixtures.person("Handledare");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(4));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisorId,
                today.minusYears(4));
        doctor = Fixtures.actor(doctorId);
        supervisor = Fixtures.actor(supervisorId);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        admin = Fixtures.admin();
    }

    @Test
    void keptAreTodayAndThe36LastMonthEnds() {
        List<LocalDate> days = kept.days();
        assertTrue(days.contains(today));
        YearMonth month = YearMonth.from(today.plusDays(1)).minusMonths(1);
        for (int back = 0; back < 36; back++) {
            assertTrue(days.contains(month.minusMonths(back).atEndOfMonth()));
        }
        assertTrue(days.size() <= 37, days.toString());
    }

    /** Random clinics on every kept day: written by the night's job, read back, measured one day at a time. */
    @Test
    void theNightKeepsWhatEachDaySaysByItself() throws SQLException {
        List<Long> clinics = RandomRegions.make(11, 3, 60);
        TestProgram.bean(StandingJob.class).run();
        for (LocalDate day : kept.days()) {
            Map<Long, GuidelineProfile> byClinic = profiles.forClinics(clinics, day);
            Map<Long, ClinicStanding> measured = standings.measured(clinics, byClinic, day);
            Map<Long, ClinicStanding> written = new HashMap<>();
            TestProgram.bean(StandingQuery.class)
                    .of(clinics, day)
                    .forEach(row -> written.put(
                            row.clinicId(),
                            new ClinicStanding(row.clinicId(), row.doctors(), StandingText.read(row.figures()))));
            assertEquals(measured, written, day.toString());
        }
    }

    @Test
    void whatIsKeptIsReadUntilSomethingChanges() {
        read(today);
        Fixtures.execute("UPDATE clinic_standing SET doctors = 99 WHERE clinic_id = ? AND day = ?", clinic, today);
        assertEquals(99, read(today).doctors());
        TestProgram.bean(TeachingService.class).create(studierektor, clinic, teaching(), List.of());
        assertEquals(1, read(today).doctors());
    }

    @Test
    void whatIsSignedTodayLeavesEarlierDaysAsTheyAre() {
        LocalDate before = kept.days().getFirst();
        read(before);
        Fixtures.execute("UPDATE clinic_standing SET doctors = 98 WHERE clinic_id = ? AND day = ?", clinic, before);
        Supervision signed = sign();
        assertEquals(98, read(before).doctors());
        sessions.markVoided(supervisor, signed.id(), "Fel doktor");
        assertEquals(1, read(before).doctors());
    }

    @Test
    void whatIsForgottenTakesWhatNoLongerHoldsAlong() {
        read(today);
        LocalDate before = kept.days().getFirst();
        read(before);
        Fixtures.execute(
                "UPDATE clinic_standing SET day = ? WHERE clinic_id = ? AND day = ?",
                before.minusDays(9),
                clinic,
                before);
        sign();
        kept.letGo(new ChangesForgotten());
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM clinic_standing WHERE clinic_id = ?", clinic));
    }

    /** After a change that a figure is counted from the table says at once what measuring says, and that is new. */
    @TestFactory
    List<DynamicTest> nothingChangesUnnoticed() {
        Map<String, Runnable> changes = Map.ofEntries(
                Map.entry("a session is signed", this::sign),
                Map.entry("a session is voided", () -> sessions.markVoided(supervisor, sign().id(), "Fel doktor")),
                Map.entry("a supervisor becomes qualified", () -> {
                    PersonService people = TestProgram.bean(PersonService.class);
                    people.addQualification(
                            admin,
                            supervisorId,
                            new QualificationData(QualificationKind.SPECIALIST, "kirurgi", today.minusYears(9)));
                    people.addQualification(
                            admin,
                            supervisorId,
                            new QualificationData(QualificationKind.SUPERVISOR_TRAINING, null, today.minusYears(1)));
                }),
                Map.entry("a post ends", () -> {
                    ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
                    Post post = programmes.get(admin, programme).posts().getFirst();
                    programmes.changePost(
                            admin, programme, post.id(), post.version(), post.startDate(), today.minusDays(40));
                }),
                Map.entry(
                        "the main supervisor is another one",
                        () -> TestProgram.bean(ProgrammeService.class)
                                .appointMainSupervisor(admin, programme, qualified(), today.minusDays(50), null)),
                Map.entry(
                        "a leave is noted",
                        () -> TestProgram.bean(LeaveService.class)
                                .add(admin, programme, new LeaveData(today.minusMonths(20), today, 100, "PARENTAL"))),
                Map.entry("hours are studied", () -> {
                    for (int back = 1; back <= 4; back++) {
                        TestProgram.bean(SelfStudyService.class)
                                .log(
                                        doctor,
                                        programme,
                                        new SelfStudyData(today.minusDays(back), new BigDecimal("14"), List.of(), ""));
                    }
                }),
                Map.entry("records are brought in", () -> {
                    LocalDate before = today.minusMonths(7);
                    TestProgram.bean(HistoryService.class)
                            .bring(
                                    studierektor,
                                    programme,
                                    "ST-pärm",
                                    IntStream.range(0, 6)
                                            .mapToObj(back -> new TransferredData(
                                                    "SUPERVISION",
                                                    before.minusDays(back),
                                                    "",
                                                    null,
                                                    List.of(),
                                                    null,
                                                    ""))
                                            .toList());
                }),
                Map.entry(
                        "a talk is held",
                        () -> TestProgram.bean(MeetingClosingService.class)
                                .record(studierektor, programme, MeetingKind.RECONCILIATION, today, "", List.of())),
                Map.entry(
                        "the clinic teaches",
                        () -> TestProgram.bean(TeachingService.class)
                                .create(studierektor, clinic, teaching(), List.of())),
                Map.entry(
                        "the studierektor has hours",
                        () -> TestProgram.bean(GuidelineOverrideService.class)
                                .recordHours(head, clinic, new BigDecimal("8"), today.minusDays(3))),
                Map.entry(
                        "a value is overridden",
                        () -> TestProgram.bean(GuidelineOverrideService.class)
                                .add(
                                        head,
                                        clinic,
                                        new GuidelineOverrideData(
                                                GuidelineField.SUPERVISIONS_PER_YEAR, "", today, null, "Försök"))),
                Map.entry(
                        "the clinic has another guideline",
                        () -> Fixtures.execute(
                                "UPDATE clinic SET guideline_code = 'sormland-kvinnoklinik' WHERE id = ?", clinic)),
                Map.entry(
                        "a review is entered",
                        () -> TestProgram.bean(ReviewService.class)
                                .create(
                                        studierektor,
                                        clinic,
                                        ReviewKind.EXTERNAL,
                                        new ReviewData(
                                                today.minusDays(100),
                                                null,
                                                "",
                                                null,
                                                false,
                                                List.of(),
                                                null,
                                                Map.of(),
                                                "",
                                                "",
                                                "",
                                                ""))));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    clinicOfOneDoctor();
                    if (change.getKey().startsWith("the clinic teaches")) {
                        Fixtures.execute(
                                "UPDATE clinic SET guideline_code = 'sormland-kvinnoklinik' WHERE id = ?", clinic);
                    }
                    Map<LocalDate, ClinicStanding> before = all();
                    change.getValue().run();
                    Map<LocalDate, ClinicStanding> after = all();
                    Map<LocalDate, ClinicStanding> measured = new HashMap<>();
                    for (LocalDate day : kept.days()) {
                        List<Long> only = List.of(clinic);
                        measured.put(
                                day,
                                standings
                                        .measured(only, profiles.forClinics(only, day), day)
                                        .get(clinic));
                    }
                    assertEquals(measured, after);
                    if (!change.getKey().contains("voided")) {
                        assertTrue(!before.equals(after), change.getKey() + ": no figure of any day is another one");
                    }
                }))
                .toList();
    }

    private Map<LocalDate, ClinicStanding> all() {
        Map<LocalDate, ClinicStanding> all = new HashMap<>();
        kept.days().forEach(day -> all.put(day, read(day)));
        return all;
    }

    private ClinicStanding read(LocalDate day) {
        List<Long> only = List.of(clinic);
        return Objects.requireNonNull(
                standings.standings(only, profiles.forClinics(only, day), day).get(clinic));
    }

    private Supervision sign() {
        Supervision last = null;
        for (int back = 1; back <= 6; back++) {
            Supervision draft = sessions.create(
                    doctor,
                    programme,
                    new SupervisionData(today.minusDays(back), supervisorId, false, List.of(), "Om bråck", ""),
                    false);
            sessions.send(doctor, draft.id(), draft.version());
            last = sessions.sign(supervisor, draft.id(), null);
        }
        return Objects.requireNonNull(last);
    }

    private static long qualified() {
        long id = Fixtures.person("Annan handledare");
        for (String kind : List.of("SPECIALIST", "SUPERVISOR_TRAINING")) {
            Fixtures.insert(
                    "INSERT INTO qualification (person_id, kind, specialty_code, obtained_on) VALUES (?, ?, ?, '2010-01-01')",
                    id,
                    kind,
                    "SPECIALIST".equals(kind) ? "kirurgi" : null);
        }
        return id;
    }

    private TeachingData teaching() {
        return new TeachingData(
                TeachingKind.INTERNAL_TEACHING,
                today.minusDays(2),
                "Bråck",
                LocalTime.of(8, 0),
                45,
                "",
                null,
                null,
                null);
    }
}
