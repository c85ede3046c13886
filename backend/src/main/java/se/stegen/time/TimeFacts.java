package se.stegen.time;

import java.time.LocalDate;
import java.util.List;
import se.stegen.common.Period;

/**
 * What the time of a programme follows from. Posts, rates and leaves come in any order; what lies before the start counts
 * for nothing.
 *
 * @param start first day of the programme
 * @param plannedMonths planned length in months of full time, credits not taken off
 * @param leastMonths months that credits never shorten the programme below; 0 for none
 * @param posts the days on which there is a post; a day in two of them counts once
 * @param rates employment rates, each until the next; 100 percent before the first one
 * @param leaves leaves; those that share a day are added, at most to 100 percent
 * @param credits time that is counted without being served here, in the order in which it shortens the programme
 */
public record TimeFacts(
        LocalDate start,
        int plannedMonths,
        int leastMonths,
        List<Period> posts,
        List<Rate> rates,
        List<Away> leaves,
        List<Credited> credits) {
    /** Nothing that is given can change afterwards. */
    public TimeFacts {
        posts = List.copyOf(posts);
        rates = List.copyOf(rates);
        leaves = List.copyOf(leaves);
        credits = List.copyOf(credits);
    }

    /**
     * An employment rate.
     *
     * @param id what it is known by
     * @param from first day
     * @param percent 1-100 of full time
     */
    public record Rate(long id, LocalDate from, int percent) {}

    /**
     * A leave.
     *
     * @param id what it is known by
     * @param period its days; may be open
     * @param percent 1-100 of the post's own time
     */
    public record Away(long id, Period period, int percent) {}

    /**
     * A credit.
     *
     * @param id what it is known by
     * @param months months, not below 0
     * @param days days besides, not below 0
     */
    public record Credited(long id, int months, int days) {}
}
