package se.stegen.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Period;

/**
 * Termin: half a calendar year, VT from January, HT from July.
 *
 * @param year calendar year
 * @param autumn true is HT
 */
public record Term(int year, boolean autumn) {
    private static final int FIRST_OF_AUTUMN = 7;

    /** The term of a day. */
    public static Term of(LocalDate day) {
        return new Term(day.getYear(), day.getMonthValue() >= FIRST_OF_AUTUMN);
    }

    /** The terms from that of one day to that of another, both included; empty where the second lies before. */
    public static List<Term> between(LocalDate from, LocalDate to) {
        List<Term> terms = new ArrayList<>();
        for (Term term = of(from); !term.first().isAfter(to); term = term.next()) {
            terms.add(term);
        }
        return terms;
    }

    /** As people say it: {@code VT26}. */
    public String code() {
        return "%s%02d".formatted(autumn ? "HT" : "VT", year % 100);
    }

    /** From its first to its last day. */
    public Period period() {
        return new Period(first(), next().first().minusDays(1));
    }

    private LocalDate first() {
        return LocalDate.of(year, autumn ? FIRST_OF_AUTUMN : 1, 1);
    }

    private Term next() {
        return autumn ? new Term(year + 1, false) : new Term(year, true);
    }
}
