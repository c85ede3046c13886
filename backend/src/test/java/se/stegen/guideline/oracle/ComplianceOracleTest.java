package se.stegen.guideline.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.Delay;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.OutlookService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/**
 * The program against its plain twin: random cohorts, any date, no difference. A failure names seed, clinic and day, and
 * follows from them again.
 */
class ComplianceOracleTest {
    private static final long[] SEEDS = {1, 2, 3, 4};
    private static final int CLINICS = 4;
    private static final int DOCTORS = 80;
    private static final int DAYS = 40;
    private static final int MONTHS = 90;

    private static final List<RandomRegion> REGIONS = new ArrayList<>();

    private final ComplianceService compliance = TestProgram.bean(ComplianceService.class);

    @BeforeAll
    static void regions() throws SQLException {
        TestProgram.reference();
        for (long seed : SEEDS) {
            try (BatchWriter out = new BatchWriter()) {
                RandomRegion region = new RandomRegion(seed, out);
                region.make(CLINICS, DOCTORS);
                REGIONS.add(region);
            }
        }
    }

    @Test
    void theProgramSaysWhatTheDefinitionSaysOnAnyDay() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < SEEDS.length; i++) {
            RandomRegion region = REGIONS.get(i);
            List<Portfolio> portfolios =
                    region.programmes.stream().map(Portfolio::new).toList();
            Map<Long, ClinicOracle> oracles = new HashMap<>();
            Map<Long, Actor> readers = new HashMap<>();
            for (int n = 0; n < DAYS; n++) {
                LocalDate day = region.day();
                long clinic = region.anyClinic();
                Actor reader = readers.computeIfAbsent(clinic, id -> Fixtures.actor(Role.STUDIEREKTOR, id));
                ClinicOracle oracle = oracles.computeIfAbsent(clinic, id -> new ClinicOracle(id, portfolios));
                String where = "seed " + SEEDS[i] + ", clinic " + clinic + ", " + day;
                compare(where, oracle.on(day), compliance.clinic(reader, clinic, day), seen);
            }
        }
        // Each sentence was tried on both sides: every indicator was met and missed, every colour seen.
        for (IndicatorCode code : IndicatorCode.values()) {
            if (code.ofReviews()) {
                for (String colour : List.of("GREEN", "YELLOW", "RED", "NOT_APPLICABLE")) {
                    assertTrue(seen.containsKey(code + " " + colour), code + " was never " + colour + ": " + seen);
                }
            } else if (!code.ofClinic()) {
                assertTrue(seen.getOrDefault(code + " met", 0) > 5, code + " was hardly ever met: " + seen);
                assertTrue(seen.getOrDefault(code + " missed", 0) > 5, code + " was hardly ever missed: " + seen);
            }
        }
    }

    /** Rows that are read once for many days give every day what that day alone gives. */
    @Test
    void aTrendIsWhatEachMonthEndSaysByItself() {
        OutlookService outlook = TestProgram.bean(OutlookService.class);
        for (RandomRegion region : REGIONS.subList(0, 2)) {
            long clinic = region.anyClinic();
            Actor reader = Fixtures.actor(Role.CLINIC_HEAD, clinic);
            Map<LocalDate, List<Indicator>> alone = new HashMap<>();
            outlook.trend(reader, clinic, null, MONTHS)
                    .forEach((code, points) -> points.forEach(point -> assertTrue(
                            alone.computeIfAbsent(
                                            point.date(),
                                            day -> compliance
                                                    .clinic(reader, clinic, day)
                                                    .indicators())
                                    .contains(point.light()),
                            code + " at clinic " + clinic + " on " + point.date())));
        }
    }

    private static void compare(
            String where, ClinicOracle.Standing expected, ClinicCompliance actual, Map<String, Integer> seen) {
        Map<Long, Map<String, Oracle.Answer>> doctors = new TreeMap<>();
        actual.trainees().forEach(doctor -> {
            Map<String, Oracle.Answer> answers = new TreeMap<>();
            doctor.indicators().forEach(one -> {
                answers.put(one.code().name(), new Oracle.Answer(one.required(), one.actual(), one.met()));
                seen.merge(one.code() + (one.met() ? " met" : " missed"), 1, Integer::sum);
            });
            doctors.put(doctor.traineeId(), answers);
        });
        assertEquals(expected.doctors().keySet(), doctors.keySet(), where + ": doctors in scope");
        expected.doctors()
                .forEach((doctor, answers) ->
                        assertEquals(answers, doctors.get(doctor), where + ", programme " + doctor));
        Map<String, ClinicOracle.Light> lights = new TreeMap<>();
        actual.indicators().stream()
                .filter(one -> expected.lights().containsKey(one.code().name()))
                .forEach(one -> lights.put(
                        one.code().name(),
                        new ClinicOracle.Light(
                                one.met(), one.applicable(), one.status().name())));
        assertEquals(expected.lights(), lights, where);
        lights.forEach((code, light) -> seen.merge(code + " " + light.status(), 1, Integer::sum));
        Delay delay = actual.delay();
        assertEquals(
                expected.delays(),
                delay == null
                        ? null
                        : new ClinicOracle.Delays(delay.median(), delay.withinLimit(), delay.open(), delay.count()),
                where + ": delay");
    }
}
