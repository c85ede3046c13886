package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationFacts;

/**
 * A clinic closes with a day, or is merged into another: its doctors' posts end on that day and new ones begin at the other
 * the day after, all in one step. Portfolios, reviews and past figures stay where they are.
 */
@Singleton
public class ClinicClosingService {
    private static final String KIND = "CLINIC";
    private static final int REASON = 500;
    /** Room for a text in the access log. */
    private static final int LOG_TEXT = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ClosingRepository closings;
    private final ProgrammeService programmes;
    private final OrganisationFacts organisations;
    private final Today today;

    ClinicClosingService(
            AccessPolicy access,
            AccessLog log,
            ClosingRepository closings,
            ProgrammeService programmes,
            OrganisationFacts organisations,
            Today today) {
        this.access = access;
        this.log = log;
        this.closings = closings;
        this.programmes = programmes;
        this.organisations = organisations;
        this.today = today;
    }

    /** Clinics that have closed or will, the latest day first; {@code FORBIDDEN}. */
    @ReadOnly
    public List<ClinicClosing> all(Actor actor) {
        access.requireAdminister(actor);
        return closings.all();
    }

    /** When a clinic closes; empty where it does not. */
    @ReadOnly
    public Optional<ClinicClosing> of(Actor actor, long clinicId) {
        access.requireSignedIn(actor);
        return closings.one(clinicId);
    }

    /**
     * The posts that go on after the day: they move to the other clinic, or stand in the way of closing. Nothing is changed.
     *
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code REQUIRED} on {@code lastDay}
     */
    @ReadOnly
    public List<ClosingLine> preview(Actor actor, long clinicId, @Nullable LocalDate lastDay) {
        access.requireAdminister(actor);
        require(clinicId);
        return closings.goingOn(clinicId, day(lastDay));
    }

    /**
     * Closes a clinic.
     *
     * @param lastDay its last day; may have passed, or lie ahead
     * @param intoId the clinic where the doctors go on; null only closes
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code REQUIRED} on {@code lastDay}, {@code REASON_REQUIRED},
     *     {@code TOO_LONG}; {@code ALREADY_EXISTS} where it is closed; {@code UNKNOWN_ID} on {@code into}, also where that is
     *     the same or closes itself; {@code CLINIC_HAS_DOCTORS} where posts go on and no clinic takes them, or begin only
     *     after the day
     */
    @Transactional
    public ClinicClosing close(
            Actor actor, long clinicId, @Nullable LocalDate lastDay, @Nullable Long intoId, @Nullable String reason) {
        access.requireAdminister(actor);
        require(clinicId);
        // Both before anything is asked, in the order of the keys: two who merge clinics crosswise do not wait in a
        // ring.
        Stream.of(clinicId, Objects.requireNonNullElse(intoId, clinicId))
                .distinct()
                .sorted()
                .forEach(closings::hold);
        LocalDate day = day(lastDay);
        String why = Texts.optional("reason", reason, REASON);
        if (why.isEmpty()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        if (closings.one(clinicId).isPresent()) {
            throw Problem.of(ProblemCode.ALREADY_EXISTS);
        }
        if (intoId != null) {
            organisations.requireClinic("into", intoId);
            if (intoId == clinicId || closings.one(intoId).isPresent()) {
                throw Problem.field("into", ProblemCode.UNKNOWN_ID);
            }
        }
        List<ClosingLine> lines = closings.goingOn(clinicId, day);
        // A post that has not begun is planned anew by a person who knows where.
        long stuck = lines.stream()
                .filter(line -> intoId == null || !line.begunBy(day))
                .count();
        if (stuck > 0) {
            throw Problem.of(ProblemCode.CLINIC_HAS_DOCTORS, stuck);
        }
        for (ClosingLine line : lines) {
            Post post = programmes.get(actor, line.programmeId()).posts().stream()
                    .filter(one -> one.id() == line.postId())
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            programmes.changePost(actor, line.programmeId(), post.id(), post.version(), post.startDate(), day);
            programmes.addPost(actor, line.programmeId(), intoId, day.plusDays(1), line.endDate());
        }
        closings.add(clinicId, day, intoId, why, actor.personId(), today.utc());
        ClinicClosing closing = closings.one(clinicId).orElseThrow();
        log(actor, clinicId, "closes " + words(closing, lines.size() + " posts go on"));
        return closing;
    }

    /** Opens it again; posts that have moved stay where they are. {@code FORBIDDEN}, {@code NOT_FOUND}. */
    @Transactional
    public void reopen(Actor actor, long clinicId) {
        access.requireAdminister(actor);
        closings.hold(clinicId);
        ClinicClosing closing = closings.one(clinicId).orElseThrow(Problem::notFound);
        closings.remove(clinicId);
        // Its row is gone: what it said is here alone.
        log(actor, clinicId, "opens again, closed " + words(closing, "posts stay there"));
    }

    /** The day, the clinic that takes the doctors, and the reason. */
    private static String words(ClinicClosing closing, String posts) {
        Long into = closing.mergedInto();
        return "on " + closing.lastDay() + (into == null ? "" : ", into clinic " + into + ", " + posts) + ": "
                + closing.reason();
    }

    private void log(Actor actor, long clinicId, String text) {
        log.scope(
                actor,
                Action.CHANGE,
                KIND,
                clinicId,
                text.length() > LOG_TEXT ? text.substring(0, LOG_TEXT - 1) + "…" : text);
    }

    private void require(long clinicId) {
        if (closings.clinic(clinicId).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private static LocalDate day(@Nullable LocalDate lastDay) {
        return ProgrammeChecks.day("lastDay", lastDay);
    }
}
