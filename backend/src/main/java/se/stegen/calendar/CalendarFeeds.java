package se.stegen.calendar;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.access.signin.LinkTokens;
import se.stegen.access.signin.Throttle;
import se.stegen.common.Problem;
import se.stegen.common.Today;

/**
 * Gives a calendar to whoever knows its address: programs that subscribe do not sign in. The random part is the key, so
 * guesses are counted, and there is nothing to see but the person's own appointments.
 */
@Singleton
class CalendarFeeds {
    /** What is over stays so long. */
    private static final Period PAST = Period.ofYears(1);
    /** What was cancelled is told so long, for programs that keep what is no longer told. */
    private static final Period CANCELLED = Period.ofDays(60);

    private static final int LONGEST_PROGRAM = 120;

    private final CalendarFeedRepository feeds;
    private final AppointmentRepository appointments;
    private final CalendarText texts;
    private final Throttle throttle;
    private final Today today;

    CalendarFeeds(
            CalendarFeedRepository feeds,
            AppointmentRepository appointments,
            CalendarText texts,
            Throttle throttle,
            Today today) {
        this.feeds = feeds;
        this.appointments = appointments;
        this.texts = texts;
        this.throttle = throttle;
        this.today = today;
    }

    /**
     * The calendar.
     *
     * @param network address that it is fetched from; unknown tokens are counted by it
     * @param program what the program says that it is
     * @throws Problem {@code NOT_FOUND} for a token that is unknown or was changed; {@code TOO_MANY_ATTEMPTS}
     */
    CalendarFile fetch(String token, String network, @Nullable String program) {
        throttle.countLink(network);
        String hash = LinkTokens.hash(token);
        Optional<CalendarFeedRepository.Row> found = feeds.findByTokenHash(hash);
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        throttle.forgiveLink(network);
        feeds.fetched(hash, shortened(program), today.utc());
        return file(found.get());
    }

    private CalendarFile file(CalendarFeedRepository.Row feed) {
        Reader reader = appointments.readers(List.of(feed.personId())).getFirst();
        List<AppointmentRow> rows = appointments.of(
                reader.id(), today.date().minus(PAST), today.utc().minus(CANCELLED));
        Map<Long, List<Other>> others = rows.isEmpty()
                ? Map.of()
                : appointments.others(rows.stream().map(AppointmentRow::id).toList(), reader.id()).stream()
                        .collect(Collectors.groupingBy(Other::appointmentId));
        List<String> titles = new ArrayList<>();
        LocalDateTime changed = feed.createdAt();
        for (AppointmentRow row : rows) {
            titles.add(Titles.of(row, reader.name(), others.getOrDefault(row.id(), List.of()), reader.language()));
            changed = row.changedAt().isAfter(changed) ? row.changedAt() : changed;
        }
        String text = texts.feed(rows, titles, reader.language());
        return new CalendarFile(text, LinkTokens.hash(text), changed.toInstant(ZoneOffset.UTC));
    }

    private static @Nullable String shortened(@Nullable String program) {
        return program == null || program.length() <= LONGEST_PROGRAM ? program : program.substring(0, LONGEST_PROGRAM);
    }
}
