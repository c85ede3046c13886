package se.stegen.e2e;

import java.time.LocalDate;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.ReferenceData;
import se.stegen.common.Today;
import se.stegen.database.TestDatabase;
import se.stegen.demo.DemoRegion;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.organisation.PersonData;
import se.stegen.organisation.PersonService;
import se.stegen.programme.ProgrammeData;
import se.stegen.programme.ProgrammeService;
import se.stegen.rest.TestServer;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;

/** The real program with a fresh demo region. */
final class DemoProgram {
    /** Password of those who are made after the demo. */
    static final String NEW_PASSWORD = "ett nytt lösenord";

    private DemoProgram() {}

    /** Empties the database and fills it with the demo of today; the answer is where the program is. */
    static String fresh() {
        String address = TestServer.address();
        TestDatabase.clear();
        TestServer.context().getBeansOfType(ReferenceData.class).forEach(ReferenceData::load);
        TestServer.bean(DemoRegion.class).fill(today());
        return address;
    }

    static LocalDate today() {
        return TestServer.bean(Today.class).date();
    }

    static Actor actor(String username) {
        return Fixtures.actor(id(username));
    }

    static long id(String username) {
        return Fixtures.number("SELECT id FROM person WHERE username = ?", username);
    }

    /** The programme of a doctor. */
    static long programme(String username) {
        return Fixtures.number("SELECT id FROM programme WHERE person_id = ?", id(username));
    }

    /** A doctor who begins in surgery under 2021 at the named clinic, with its supervisor; the answer is the programme. */
    static long newDoctor(String username, LocalDate start) {
        Actor admin = actor("admin");
        long person = TestServer.bean(PersonService.class)
                .create(admin, new PersonData("Ny Doktor", username + "@norrviken.example", username), NEW_PASSWORD)
                .id();
        long clinic = Fixtures.number("SELECT id FROM clinic WHERE name = 'Kirurgkliniken, Norrviken'");
        ProgrammeService programmes = TestServer.bean(ProgrammeService.class);
        long programme = programmes
                .create(admin, new ProgrammeData(person, clinic, "2021", "kirurgi", start, null, null))
                .facts()
                .programmeId();
        programmes.appointMainSupervisor(admin, programme, id("handledare"), start, null);
        return programme;
    }

    /** Signs sessions and assessments until the named doctor lacks one of each. */
    static void oneShort() {
        Actor st = actor("st");
        Actor handledare = actor("handledare");
        long programme = programme("st");
        SupervisionService sessions = TestServer.bean(SupervisionService.class);
        while (missing(st, programme, IndicatorCode.SUPERVISION) > 1) {
            long id = sessions.create(
                            st,
                            programme,
                            new SupervisionData(today(), handledare.personId(), false, List.of(), "", ""),
                            false)
                    .id();
            sessions.send(st, id, null);
            sessions.sign(handledare, id, null);
        }
        se.stegen.assessment.AssessmentService assessments =
                TestServer.bean(se.stegen.assessment.AssessmentService.class);
        while (missing(st, programme, IndicatorCode.ASSESSMENT) > 1) {
            long id = assessments
                    .create(
                            st,
                            programme,
                            new se.stegen.assessment.AssessmentRequest(
                                    "cbd", today(), handledare.personId(), null, List.of(), List.of(), ""))
                    .id();
            assessments.send(st, id, null);
            TestServer.bean(se.stegen.assessment.AssessorService.class)
                    .sign(
                            handledare,
                            id,
                            null,
                            new se.stegen.assessment.AssessmentAnswer(java.util.Map.of(), 3, null, null));
        }
    }

    private static int missing(Actor actor, long programme, IndicatorCode code) {
        return TestServer.bean(ComplianceService.class).trainee(actor, programme).orElseThrow().indicators().stream()
                .filter(i -> i.code() == code)
                .mapToInt(DemoProgram::missing)
                .findFirst()
                .orElseThrow();
    }

    private static int missing(TraineeIndicator indicator) {
        return indicator.required() - indicator.actual();
    }
}
