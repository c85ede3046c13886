package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.signin.LinkTokens;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.notification.Mail;
import se.stegen.notification.Outbox;
import se.stegen.notification.PublicAddress;

/** Who takes part in a collegium and is asked beforehand, with or without account, and who does not in whose matter. */
@Singleton
public class SpecialistService {
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 60;

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final CollegiumQuery query;
    private final CollegiumReader reader;
    private final CollegiumService service;
    private final LinkTokens tokens;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Today today;

    SpecialistService(
            AccessPolicy access,
            AccessLog log,
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            CollegiumQuery query,
            CollegiumReader reader,
            CollegiumService service,
            LinkTokens tokens,
            Outbox outbox,
            PublicAddress address,
            Today today) {
        this.access = access;
        this.log = log;
        this.collegia = collegia;
        this.specialists = specialists;
        this.query = query;
        this.reader = reader;
        this.service = service;
        this.tokens = tokens;
        this.outbox = outbox;
        this.address = address;
        this.today = today;
    }

    /** Somebody who can be asked. */
    public record Choice(long personId, String name) {}

    /** Who is proposed: supervisors at the clinic and main supervisors of its doctors on the day, by name. */
    @Transactional
    public List<Choice> proposed(Actor actor, long clinicId, LocalDate day) {
        access.requireKeepCollegia(actor, clinicId);
        return query.specialists(clinicId, day).stream()
                .map(one -> new Choice(one.id(), one.name()))
                .toList();
    }

    /** Plans a collegium and asks people with account, all or nothing; throws as both. */
    @Transactional
    public Collegium plan(Actor actor, long clinicId, CollegiumData data, List<Long> personIds) {
        access.requireKeepCollegia(actor, clinicId);
        return ask(actor, service.plan(actor, clinicId, data).id(), personIds);
    }

    /**
     * Asks people with account; who is asked already is not asked twice.
     *
     * @throws Problem {@code UNKNOWN_ID}, {@code OWN_RECORD} for a doctor on the list, {@code OUT_OF_RANGE} above 60,
     *     {@code STATE_CONFLICT}
     */
    @Transactional
    public Collegium ask(Actor actor, long id, List<Long> personIds) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        for (long personId : personIds) {
            ask(row, personId);
        }
        return told(actor, row);
    }

    /**
     * Asks somebody by mail address, who answers by a link; asked once more, the earlier link stops working and
     * what was answered can be changed. An address
     * that belongs to an account is asked by it.
     *
     * @throws Problem as {@link #ask}, {@code INVALID_FIELD} on {@code email}
     */
    @Transactional
    public Collegium askByMail(Actor actor, long id, @Nullable String email) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        String to = Texts.email("email", email).toLowerCase(Locale.ROOT);
        Optional<Long> known = query.personByEmail(to);
        if (known.isPresent()) {
            ask(row, known.get());
            return told(actor, row);
        }
        String token = tokens.make();
        Optional<SpecialistRow> before = specialists.findByCollegiumIdAndEmail(id, to);
        if (before.isPresent()) {
            specialists.renew(before.get().id(), LinkTokens.hash(token), today.utc());
        } else {
            requireRoom(id);
            specialists.save(new SpecialistRow(0, id, null, to, LinkTokens.hash(token), today.utc(), null));
        }
        // Whoever has no account has chosen no language.
        Locale locale = Messages.SWEDISH;
        String clinic = reader.clinicName(row);
        String day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(row.meetsOn());
        outbox.queue(Mail.to(to, locale, Messages.get(locale, "mail.collegium.subject", clinic))
                .words(Messages.get(locale, "mail.collegium.text", clinic, day))
                .link(
                        Messages.get(locale, "mail.collegium.link"),
                        address.of("/" + CollegiumLinkService.PATH + "/" + token))
                .words(Messages.get(locale, "mail.collegium.once"))
                .askedBy(actor.personId()));
        return told(actor, row);
    }

    /** Takes somebody off, with what that one said. */
    @Transactional
    public Collegium remove(Actor actor, long id, long specialistId) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        SpecialistRow specialist = require(id, specialistId);
        requireNotOwnConflict(actor, specialist, null);
        long known = specialist.id();
        specialists.clearConflicts(known);
        specialists.clearViews(known);
        specialists.remove(known);
        return told(actor, row);
    }

    /**
     * Jäv: the specialist does not take part in the doctor's matter; what was said before goes. Without a reason the
     * conflict is taken back.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code UNKNOWN_ID}, {@code TOO_LONG}
     */
    @Transactional
    public Collegium conflict(Actor actor, long id, long specialistId, long programmeId, @Nullable String reason) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        SpecialistRow specialist = require(id, specialistId);
        if (collegia.trainees(id, row.meetsOn()).stream().noneMatch(one -> one.programmeId() == programmeId)) {
            throw Problem.field("traineeId", ProblemCode.UNKNOWN_ID);
        }
        String words = Texts.optional("reason", reason, LONGEST_REASON);
        if (words.isEmpty()) {
            requireNotOwnConflict(actor, specialist, programmeId);
        }
        specialists.removeConflict(specialist.id(), programmeId);
        if (!words.isEmpty()) {
            specialists.removeView(specialist.id(), programmeId);
            specialists.addConflict(specialist.id(), programmeId, words);
        }
        log.portfolio(actor, programmeId, Action.CHANGE, "COLLEGIUM_CONFLICT", id);
        return reader.seenBy(actor, row);
    }

    private void ask(CollegiumRow row, long personId) {
        if (query.people(List.of(personId)) == 0) {
            throw Problem.field("personId", ProblemCode.UNKNOWN_ID);
        }
        if (collegia.trainees(row.id(), row.meetsOn()).stream().anyMatch(one -> one.personId() == personId)) {
            throw Problem.field("personId", ProblemCode.OWN_RECORD);
        }
        if (specialists.findByCollegiumIdAndPersonId(row.id(), personId).isEmpty()) {
            requireRoom(row.id());
            specialists.save(new SpecialistRow(0, row.id(), personId, null, null, today.utc(), null));
        }
    }

    /** Nobody takes back the own conflict of interest; null asks of any doctor. {@code CONFLICT_OF_INTEREST}. */
    private void requireNotOwnConflict(Actor actor, SpecialistRow specialist, @Nullable Long programmeId) {
        boolean own = Objects.equals(specialist.personId(), actor.personId())
                && specialists.conflicts(specialist.collegiumId()).stream()
                        .anyMatch(conflict -> conflict.specialistId() == specialist.id()
                                && (programmeId == null || conflict.programmeId() == programmeId));
        if (own) {
            throw Problem.of(ProblemCode.CONFLICT_OF_INTEREST);
        }
    }

    private void requireRoom(long id) {
        if (specialists.list(id).size() >= MOST) {
            throw Problem.field("specialists", ProblemCode.OUT_OF_RANGE);
        }
    }

    private SpecialistRow require(long id, long specialistId) {
        return specialists
                .findById(specialistId)
                .filter(one -> one.collegiumId() == id)
                .orElseThrow(() -> Problem.field("specialistId", ProblemCode.UNKNOWN_ID));
    }

    private Collegium told(Actor actor, CollegiumRow row) {
        service.invite(row);
        log.scope(actor, Action.CHANGE, CollegiumService.KIND, row.id(), "clinic " + row.clinicId());
        return reader.seenBy(actor, row);
    }
}
