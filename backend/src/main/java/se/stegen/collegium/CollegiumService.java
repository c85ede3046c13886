package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.AppointmentKind;
import se.stegen.calendar.Appointments;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.guideline.ComplianceService;
import se.stegen.signing.StateHistory;

/**
 * Specialistkollegium, planned by STUDIEREKTOR or CLINIC_HEAD of the clinic. Who is asked beforehand:
 * {@link SpecialistService}; what it comes to: {@link CollegiumOutcomeService}.
 */
@Singleton
public class CollegiumService {
    static final String KIND = "COLLEGIUM";

    private static final int TWO_HOURS = 120;
    private static final int DAY_MINUTES = 1440;
    /** What counts where no guideline says how often. */
    private static final int MONTHS_BETWEEN = 12;
    /** The indicator of the guideline that says whether a doctor lacks a collegium. */
    private static final String INDICATOR = "COLLEGIUM";

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final OutcomeRepository outcomes;
    private final ActionRepository actions;
    private final CollegiumQuery query;
    private final CollegiumReader reader;
    private final CollegiumJson json;
    private final ComplianceService compliance;
    private final Appointments appointments;
    private final Today today;

    CollegiumService(
            AccessPolicy access,
            AccessLog log,
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            OutcomeRepository outcomes,
            ActionRepository actions,
            CollegiumQuery query,
            CollegiumReader reader,
            CollegiumJson json,
            ComplianceService compliance,
            Appointments appointments,
            Today today) {
        this.access = access;
        this.log = log;
        this.collegia = collegia;
        this.specialists = specialists;
        this.outcomes = outcomes;
        this.actions = actions;
        this.query = query;
        this.reader = reader;
        this.json = json;
        this.compliance = compliance;
        this.appointments = appointments;
        this.today = today;
    }

    /** A clinic's collegia, the latest first; a reviewer sees those that were held, and when. */
    @Transactional
    public List<CollegiumListItem> list(Actor actor, long clinicId) {
        access.requireReadCollegia(actor, clinicId);
        log.scope(actor, Action.READ, "COLLEGIA", clinicId, "clinic " + clinicId);
        return collegia.list(clinicId, !access.mayKeepCollegia(actor, clinicId));
    }

    /**
     * Who can be discussed on a day: the doctors in a post at the clinic then, those who lack a collegium first.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public List<CollegiumCandidate> candidates(Actor actor, long clinicId, LocalDate day) {
        access.requireKeepCollegia(actor, clinicId);
        Map<Long, Boolean> met = new HashMap<>();
        compliance
                .clinic(actor, clinicId, null)
                .trainees()
                .forEach(doctor -> doctor.indicators().stream()
                        .filter(one -> one.code().name().equals(INDICATOR))
                        .forEach(one -> met.put(doctor.traineeId(), one.met())));
        return query.doctors(clinicId, day).stream()
                .map(doctor -> {
                    LocalDate last = doctor.lastOn();
                    boolean old = last == null || last.isBefore(day.minusMonths(MONTHS_BETWEEN));
                    return new CollegiumCandidate(
                            doctor.programmeId(),
                            doctor.name(),
                            doctor.supervisorName(),
                            last,
                            !met.getOrDefault(doctor.programmeId(), !old));
                })
                .sorted(java.util.Comparator.comparing(doctor -> !doctor.lacking()))
                .toList();
    }

    /** One of them, for those who plan it; {@code FORBIDDEN} for a specialist who takes part, {@code NOT_FOUND}. */
    @Transactional
    public Collegium get(Actor actor, long id) {
        CollegiumRow row = reader.kept(actor, id);
        log.scope(actor, Action.READ, KIND, id, "clinic " + row.clinicId());
        return reader.seenBy(actor, row);
    }

    /** Once more, for an open screen: its reading is in the log already. */
    @Transactional
    public Collegium again(Actor actor, long id) {
        return reader.seenBy(actor, reader.kept(actor, id));
    }

    /**
     * Plans a collegium, on any day: one that was held may be entered afterwards.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code OUT_OF_RANGE} and
     *     {@code DOCTOR_ELSEWHERE} on {@code participantIds}; {@code OUT_OF_RANGE}, {@code TOO_LONG}
     */
    @Transactional
    public Collegium plan(Actor actor, long clinicId, CollegiumData data) {
        access.requireKeepCollegia(actor, clinicId);
        CollegiumRow row = collegia.save(new CollegiumRow(
                0,
                clinicId,
                data.date(),
                data.startsAt(),
                minutes(data),
                Texts.optional("place", data.place(), 200),
                headings(clinicId),
                CollegiumState.PLANNED,
                null,
                actor.personId(),
                today.utc(),
                null,
                null,
                0));
        requireHere(row, data.programmeIds());
        new TreeSet<>(data.programmeIds()).forEach(programme -> add(actor, row.id(), programme));
        invite(row);
        log.scope(actor, Action.CREATE, KIND, row.id(), "clinic " + clinicId);
        return reader.seenBy(actor, row);
    }

    /**
     * Moves it, or changes whom it is about. What was written of a doctor who is left out goes with it; whoever is to be
     * kept is taken off with a reason instead.
     *
     * @throws Problem as {@link #plan}, {@code STALE_VERSION}, {@code STATE_CONFLICT} once it is closed or cancelled,
     *     {@code OWN_RECORD} where a doctor is among the specialists, {@code CONFLICT_OF_INTEREST} where one is left out in
     *     whose matter the actor takes no part
     */
    @Transactional
    public Collegium change(Actor actor, long id, int version, CollegiumData data) {
        CollegiumRow row = reader.locked(actor, id);
        Versions.requireSame(row.version(), version);
        CollegiumReader.requirePlanned(row);
        Set<Long> before = new HashSet<>();
        collegia.trainees(id, row.meetsOn()).forEach(one -> before.add(one.programmeId()));
        collegia.move(id, data.date(), data.startsAt(), minutes(data), Texts.optional("place", data.place(), 200));
        CollegiumRow moved = collegia.findById(id).orElseThrow(Problem::notFound);
        Set<Long> added = new TreeSet<>(data.programmeIds());
        added.removeAll(before);
        if (data.programmeIds().isEmpty() || !added.isEmpty()) {
            requireHere(moved, added);
        }
        if (data.programmeIds().size() > CollegiumRules.MOST_DOCTORS) {
            throw Problem.field("participantIds", ProblemCode.OUT_OF_RANGE);
        }
        added.forEach(programme -> add(actor, id, programme));
        before.stream()
                .filter(programme -> !data.programmeIds().contains(programme))
                .forEach(programme -> {
                    // With the doctor the conflict of interest would go, and the doctor could be put back.
                    reader.requirePart(actor, row, programme);
                    forget(actor, id, programme);
                });
        requireNobodysOwn(id, moved.meetsOn());
        invite(moved);
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + row.clinicId());
        return reader.seenBy(actor, moved);
    }

    /** It will not be held; {@code REASON_REQUIRED}, {@code STATE_CONFLICT}. Nothing of it can be written any more. */
    @Transactional
    public Collegium cancel(Actor actor, long id, @Nullable String reason) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        collegia.cancel(id, StateHistory.requireReason(reason));
        appointments.cancel(AppointmentKind.COLLEGIUM, id);
        log.scope(actor, Action.WITHDRAW, KIND, id, "clinic " + row.clinicId());
        return reader.seenBy(actor, reader.kept(actor, id));
    }

    /** The competences that the clinic's next collegium speaks of. */
    @Transactional
    public List<CollegiumCompetence> competences(Actor actor, long clinicId) {
        access.requireKeepCollegia(actor, clinicId);
        return CollegiumCompetence.of(names(clinicId));
    }

    /**
     * The clinic names its own competences; none goes back to the built-in ones. Meetings that are planned keep theirs.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code TOO_LONG} above 60 characters, {@code OUT_OF_RANGE}
     *     above 12
     */
    @Transactional
    public List<CollegiumCompetence> name(Actor actor, long clinicId, List<String> names) {
        access.requireKeepCollegia(actor, clinicId);
        List<String> own = Texts.codes(List.copyOf(names));
        if (own.size() > CollegiumRules.MOST_COMPETENCES) {
            throw Problem.field("names", ProblemCode.OUT_OF_RANGE);
        }
        collegia.clearCompetences(clinicId);
        for (int i = 0; i < own.size(); i++) {
            collegia.addCompetence(clinicId, i + 1, Texts.required("names", own.get(i), 60));
        }
        log.scope(actor, Action.CHANGE, "COLLEGIUM_COMPETENCES", clinicId, "clinic " + clinicId);
        return CollegiumCompetence.of(own);
    }

    /** Whom the meeting takes time from: specialists with account, and those who plan; never a doctor on the list. */
    void invite(CollegiumRow row) {
        Set<Long> people = new HashSet<>(query.planners(row.clinicId(), row.meetsOn()));
        people.add(row.createdBy());
        specialists.list(row.id()).stream()
                .map(SpecialistRepository.NamedRow::personId)
                .filter(Objects::nonNull)
                .forEach(people::add);
        collegia.trainees(row.id(), row.meetsOn()).forEach(doctor -> people.remove(doctor.personId()));
        appointments.put(new Appointment(
                AppointmentKind.COLLEGIUM,
                row.id(),
                row.meetsOn(),
                row.startsAt(),
                row.minutes(),
                row.place(),
                reader.clinicName(row),
                "collegium/" + row.id(),
                people));
    }

    /** Nobody sits in judgement of oneself; {@code OWN_RECORD}. */
    private void requireNobodysOwn(long id, LocalDate day) {
        Set<Long> doctors = new HashSet<>();
        collegia.trainees(id, day).forEach(one -> doctors.add(one.personId()));
        boolean both = specialists.list(id).stream()
                .map(SpecialistRepository.NamedRow::personId)
                .anyMatch(doctors::contains);
        if (both) {
            throw Problem.field("participantIds", ProblemCode.OWN_RECORD);
        }
    }

    private void requireHere(CollegiumRow row, Set<Long> programmeIds) {
        if (programmeIds.isEmpty()) {
            throw Problem.field("participantIds", ProblemCode.REQUIRED);
        }
        if (programmeIds.size() > CollegiumRules.MOST_DOCTORS) {
            throw Problem.field("participantIds", ProblemCode.OUT_OF_RANGE);
        }
        Set<Long> here = new HashSet<>();
        query.doctors(row.clinicId(), row.meetsOn()).forEach(doctor -> here.add(doctor.programmeId()));
        if (!here.containsAll(programmeIds)) {
            throw Problem.field("participantIds", ProblemCode.DOCTOR_ELSEWHERE);
        }
    }

    private void add(Actor actor, long id, long programmeId) {
        collegia.addTrainee(id, programmeId);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, id);
    }

    private void forget(Actor actor, long id, long programmeId) {
        specialists.forgetConflicts(id, programmeId);
        specialists.forgetViews(id, programmeId);
        Optional<OutcomeRow> draft = outcomes.find(id, programmeId);
        draft.ifPresent(one -> {
            actions.clear(one.id());
            outcomes.remove(one.id());
        });
        collegia.removeTrainee(id, programmeId);
        log.portfolio(actor, programmeId, Action.DELETE, KIND, id);
    }

    private static int minutes(CollegiumData data) {
        int minutes = Objects.requireNonNullElse(data.minutes(), TWO_HOURS);
        if (minutes < 1 || minutes > DAY_MINUTES) {
            throw Problem.field("minutes", ProblemCode.OUT_OF_RANGE);
        }
        return minutes;
    }

    private String headings(long clinicId) {
        List<String> own = names(clinicId);
        return own.isEmpty() ? "" : json.write(CollegiumCompetence.of(own));
    }

    private List<String> names(long clinicId) {
        return collegia.competences(clinicId).stream()
                .map(CollegiumRepository.CompetenceRow::name)
                .toList();
    }
}
