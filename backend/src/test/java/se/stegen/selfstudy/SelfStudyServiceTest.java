package se.stegen.selfstudy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.stegen.access.Actor;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class SelfStudyServiceTest {
    private final SelfStudyService service = TestProgram.bean(SelfStudyService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private static SelfStudyData data(@Nullable LocalDate date, String hours, String... goals) {
        return new SelfStudyData(date, new BigDecimal(hours), List.of(goals), "Läst");
    }

    private SelfStudy log(LocalDate date, String hours, String... goals) {
        return service.log(cast.doctor(), cast.programme(), data(date, hours, goals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0", "-1", "24.25", "1.001", "1e9"})
    void hoursAreQuartersOfADay(String hours) {
        refused(ProblemCode.HOURS_IN_QUARTERS, () -> log(today, hours));
    }

    @Test
    void aDayHasTwentyFourHours() {
        log(today, "23.75");
        refused(ProblemCode.DAY_IS_FULL, () -> log(today, "0.5"));
        SelfStudy last = log(today, "0.25");
        log(today.minusDays(1), "24");
        refused(
                ProblemCode.DAY_IS_FULL,
                () -> service.change(cast.doctor(), cast.programme(), last.id(), 0, data(today.minusDays(1), "0.25")));
        service.change(cast.doctor(), cast.programme(), last.id(), 0, data(today.minusDays(2), "24.0"));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.change(cast.doctor(), cast.programme(), last.id(), 0, data(today.minusDays(2), "1")));
    }

    @Test
    void theDayHasComeAndIsWithinTheProgramme() {
        refused(ProblemCode.DATE_IN_FUTURE, () -> log(today.plusDays(1), "1"));
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> log(today.minusYears(2).minusDays(1), "1"));
        refused(ProblemCode.UNKNOWN_CODE, () -> log(today, "1", "finns-inte"));
        refused(
                ProblemCode.REQUIRED,
                () -> service.log(cast.doctor(), cast.programme(), new SelfStudyData(today, null, List.of(), "")));
    }

    @Test
    void theDoctorLogsAndThoseWhoReadThePortfolioRead() {
        SelfStudy made = log(today, "1.5", "a1", "a2");
        for (Actor reader : List.of(cast.main(), cast.placement(), cast.studierektor(), cast.head())) {
            assertEquals(
                    List.of(made),
                    service.list(reader, cast.programme(), PageRequest.first()).items());
            refused(ProblemCode.FORBIDDEN, () -> service.log(reader, cast.programme(), data(today, "1")));
        }
        refused(ProblemCode.FORBIDDEN, () -> service.list(cast.reviewer(), cast.programme(), PageRequest.first()));
        refused(ProblemCode.NOT_FOUND, () -> service.list(cast.otherHead(), cast.programme(), PageRequest.first()));
        refused(ProblemCode.FORBIDDEN, () -> service.delete(cast.head(), cast.programme(), made.id(), 0));
        service.delete(cast.doctor(), cast.programme(), made.id(), 0);
        refused(ProblemCode.NOT_FOUND, () -> service.delete(cast.doctor(), cast.programme(), made.id(), 0));
    }

    @Test
    void theSumStandsBesideTheGuideline() {
        log(today, "1", "a1");
        log(today.minusMonths(6), "10.5");
        log(today.minusMonths(13), "5");
        SelfStudySum sum = service.sum(cast.doctor(), cast.programme());
        assertEquals(0, sum.week().compareTo(BigDecimal.ONE));
        assertEquals(0, sum.year().compareTo(new BigDecimal("11.5")));
        assertNull(sum.perWeek(), "the clinic has no guideline");
        assertEquals(List.of("a1"), sum.lastGoals());
        // Capio S:t Göran: at least one hour a week.
        Fixtures.execute(
                "UPDATE organisation SET guideline_code = (SELECT code FROM guideline_profile"
                        + " WHERE self_study_hours_per_week IS NOT NULL ORDER BY id LIMIT 1)"
                        + " WHERE id = (SELECT organisation_id FROM clinic WHERE id = ?)",
                cast.clinic());
        BigDecimal perWeek = service.sum(cast.doctor(), cast.programme()).perWeek();
        assertEquals(0, BigDecimal.ONE.compareTo(perWeek == null ? BigDecimal.ZERO : perWeek));
    }
}
