package se.stegen.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Messages;
import se.stegen.common.Period;
import se.stegen.iup.IupKind;

class CoverageRulesTest {
    private static final LocalDate DAY = LocalDate.of(2028, 2, 29);
    private static final Period PAST = new Period(DAY.minusDays(30), DAY.minusDays(1));
    private static final Period NOW = new Period(DAY, DAY);
    private static final Period AHEAD = new Period(DAY.plusDays(1), DAY.plusDays(9));

    @Test
    void theStrongestWordHolds() {
        assertEquals(GoalState.ATTESTED, CoverageRules.state(true, 0, List.of(), DAY));
        assertEquals(GoalState.EVIDENCE, CoverageRules.state(false, 1, List.of(), DAY));
        assertEquals(GoalState.EVIDENCE, CoverageRules.state(false, 2, List.of(PAST, NOW), DAY));
        assertEquals(GoalState.NOT_COVERED, CoverageRules.state(false, 0, List.of(), DAY));
        assertEquals(GoalState.PLANNED, CoverageRules.state(false, 0, List.of(AHEAD), DAY));
        assertEquals(GoalState.UNDER_WAY, CoverageRules.state(false, 0, List.of(NOW), DAY));
        assertEquals(GoalState.UNDER_WAY, CoverageRules.state(false, 0, List.of(PAST, NOW, AHEAD), DAY));
        assertEquals(GoalState.EVIDENCE_MISSING, CoverageRules.state(false, 0, List.of(PAST), DAY));
        assertEquals(GoalState.PLANNED, CoverageRules.state(false, 0, List.of(PAST, AHEAD), DAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            emptyValue = "",
            value = {
                "KLIN;KURS / '' / KLIN,KURS",
                "KLIN;KURS / PLACEMENT / KURS",
                "KLIN;KURS / PLACEMENT,COURSE / ''",
                "KLIN|AUSK;KURS / OTHER / KURS",
                "KLIN|AUSK / SELF_STUDY,TEACHING / KLIN|AUSK",
                "KLIN;AUSK / PLACEMENT / ''",
                "AUSK / OTHER / ''",
                "KLIN;KURS;KVAL;VET / COURSE / KLIN,KVAL,VET",
                "UTV / QUALITY_WORK / ''",
                "VET / QUALITY_WORK / VET",
                "VET / RESEARCH / ''",
                "KLIN;KLIN(primärvård) / '' / KLIN,KLIN(primärvård)",
                "KLIN;KLIN(primärvård) / PLACEMENT / ''",
                "HOKUSPOKUS / '' / ''",
                "' ; ' / '' / ''"
            })
    void aMandatoryActivityIsMissingWhenNothingPlannedCoversIt(String activities, String planned, String missing) {
        assertEquals(
                list(missing).toList(),
                CoverageRules.missing(
                        activities, list(planned).map(IupKind::valueOf).toList()));
    }

    @Test
    void withoutMandatoryActivitiesNothingIsMissing() {
        assertEquals(List.of(), CoverageRules.missing(null, List.of()));
        assertEquals(List.of(), CoverageRules.required(null));
    }

    @Test
    void anActivityIsToldInWords() {
        assertEquals("klinisk tjänstgöring eller auskultation", CoverageRules.words("KLIN|AUSK", Messages.SWEDISH));
        assertEquals("klinisk tjänstgöring (primärvård)", CoverageRules.words("KLIN(primärvård)", Messages.SWEDISH));
        assertEquals(
                "kurs, auskultation och vetenskapligt arbete",
                CoverageRules.words(List.of("KURS", "AUSK", "VET"), Messages.SWEDISH));
        assertEquals("course", CoverageRules.words(List.of("KURS"), Locale.ENGLISH));
        assertEquals("HOKUSPOKUS", CoverageRules.words("HOKUSPOKUS", Locale.ENGLISH));
    }

    @Test
    void termsRunFromJanuaryAndFromJuly() {
        assertEquals("VT26", Term.of(LocalDate.of(2026, 6, 30)).code());
        assertEquals("HT26", Term.of(LocalDate.of(2026, 7, 1)).code());
        assertEquals(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31)), new Term(2026, true).period());
        assertEquals(new Period(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 6, 30)), new Term(2028, false).period());
        assertEquals(
                List.of("HT26", "VT27", "HT27"),
                Term.between(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 7, 1)).stream()
                        .map(Term::code)
                        .toList());
        assertEquals(List.of(), Term.between(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    private static Stream<String> list(String words) {
        return Arrays.stream(words.split(",", -1)).filter(word -> !word.isEmpty());
    }
}
