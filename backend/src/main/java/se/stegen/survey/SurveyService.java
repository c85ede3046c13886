package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.survey.SurveyRepository.Detail;

/** Surveys, seen from those who keep a clinic's reviews: opened, moved, closed, taken back. */
@Singleton
public class SurveyService {
    static final String KIND = "SURVEY";

    private final AccessPolicy access;
    private final AccessLog log;
    private final SurveyRepository surveys;
    private final RoundRepository rounds;
    private final AnswerRepository answers;
    private final SurveyInvitations invitations;
    private final Today today;

    SurveyService(
            AccessPolicy access,
            AccessLog log,
            SurveyRepository surveys,
            RoundRepository rounds,
            AnswerRepository answers,
            SurveyInvitations invitations,
            Today today) {
        this.access = access;
        this.log = log;
        this.surveys = surveys;
        this.rounds = rounds;
        this.answers = answers;
        this.invitations = invitations;
        this.today = today;
    }

    /** A clinic's surveys, the latest first; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public List<Survey> list(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        log.scope(actor, Action.READ, "SURVEYS", clinicId, "clinic " + clinicId);
        return surveys.ofClinic(clinicId).stream().map(this::survey).toList();
    }

    /** One survey; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public Survey get(Actor actor, long id) {
        Detail detail = keepable(actor, id);
        log.scope(actor, Action.READ, KIND, id, "clinic " + detail.clinicId());
        return survey(detail);
    }

    /**
     * Opens a survey at each of the clinics, as one round; those who are in a group on the first day are asked.
     *
     * @throws Problem {@code NOT_FOUND} or {@code FORBIDDEN} where the actor does not keep the reviews of all of them;
     *     {@code REQUIRED} on {@code clinicIds}; {@code SURVEY_RUNNING} where one has an open or planned survey;
     *     {@code SURVEY_NOBODY} where one that opens today has nobody to ask; {@code SURVEY_DAY_PAST},
     *     {@code END_BEFORE_START}, {@code OUT_OF_RANGE} on the days
     */
    @Transactional
    public List<Survey> open(Actor actor, List<Long> clinicIds, SurveyData data) {
        Set<Long> clinics = new LinkedHashSet<>(clinicIds);
        for (long clinicId : clinics) {
            access.requireKeepReviews(actor, clinicId);
        }
        if (clinics.isEmpty()) {
            throw Problem.field("clinicIds", ProblemCode.REQUIRED);
        }
        SurveyRules.Days days = SurveyRules.days(data, today.date());
        // Two who open at once: the second finds the first one's survey.
        surveys.lockClinics(clinics);
        for (long clinicId : clinics) {
            if (surveys.running(clinicId, today.date()) > 0) {
                throw Problem.of(ProblemCode.SURVEY_RUNNING);
            }
            if (invitations.members(clinicId).isEmpty()) {
                throw Problem.of(ProblemCode.SURVEY_NOBODY);
            }
        }
        long round = rounds.save(new RoundRepository.Round(0, Statements.EDITION, actor.personId(), today.utc()))
                .id();
        List<Long> opened = new ArrayList<>();
        for (long clinicId : clinics) {
            long id = surveys.save(new SurveyRepository.Row(
                            0,
                            round,
                            clinicId,
                            SurveyState.OPEN,
                            days.opensOn(),
                            days.closesOn(),
                            days.remindOn(),
                            false,
                            false,
                            0))
                    .id();
            if (!days.opensOn().isAfter(today.date())) {
                invitations.invite(id);
            }
            log.scope(actor, Action.CREATE, KIND, id, "clinic " + clinicId);
            opened.add(id);
        }
        return opened.stream().map(id -> survey(require(id))).toList();
    }

    /**
     * Moves the last day and the reminder of a survey that is planned or open.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code STALE_VERSION};
     *     {@code END_BEFORE_START}, {@code OUT_OF_RANGE}; {@code STATE_CONFLICT} on {@code remindOn} where the reminder
     *     has gone: no second one is sent
     */
    @Transactional
    public Survey move(Actor actor, long id, int version, SurveyData data) {
        Detail before = running(actor, id);
        if (before.reminded() && !Objects.equals(before.remindOn(), data.remindOn())) {
            throw Problem.field("remindOn", ProblemCode.STATE_CONFLICT, "REMINDED", SurveyState.OPEN.name());
        }
        SurveyRules.Days days = SurveyRules.days(
                new SurveyData(
                        before.opensOn(),
                        data.closesOn() == null ? before.closesOn() : data.closesOn(),
                        data.remindOn()),
                before.opensOn());
        if (days.closesOn().isBefore(today.date())) {
            throw Problem.field("closesOn", ProblemCode.END_BEFORE_START);
        }
        requireOne(surveys.move(id, version, days.closesOn(), days.remindOn()));
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + before.clinicId());
        return survey(require(id));
    }

    /**
     * Closes an open survey now. It cannot be opened again: a later result could be compared with an earlier one.
     *
     * @param version null is the present one
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code STALE_VERSION}
     */
    @Transactional
    public Survey close(Actor actor, long id, @Nullable Integer version) {
        Detail before = running(actor, id);
        if (survey(before).state() != SurveyState.OPEN) {
            throw conflict(before);
        }
        Versions.requireSame(before.version(), version);
        requireOne(surveys.close(id, before.version(), today.date()));
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + before.clinicId());
        return survey(require(id));
    }

    /** Takes back a survey that is planned or open, and deletes what was answered; throws as {@link #close}. */
    @Transactional
    public Survey cancel(Actor actor, long id, @Nullable Integer version) {
        Detail before = running(actor, id);
        Versions.requireSame(before.version(), version);
        requireOne(surveys.cancel(id, before.version()));
        answers.deleteAnswers(id);
        answers.deleteComments(id);
        log.scope(actor, Action.WITHDRAW, KIND, id, "clinic " + before.clinicId());
        return survey(require(id));
    }

    private Detail running(Actor actor, long id) {
        keepable(actor, id);
        surveys.lock(id);
        Detail detail = require(id);
        SurveyState state = survey(detail).state();
        if (state != SurveyState.OPEN && state != SurveyState.PLANNED) {
            throw conflict(detail);
        }
        return detail;
    }

    private Problem conflict(Detail detail) {
        return Problem.of(ProblemCode.STATE_CONFLICT, survey(detail).state().name(), SurveyState.OPEN.name());
    }

    private Detail keepable(Actor actor, long id) {
        Detail detail = require(id);
        access.requireKeepReviews(actor, detail.clinicId());
        return detail;
    }

    private Detail require(long id) {
        return surveys.detail(id).orElseThrow(Problem::notFound);
    }

    private Survey survey(Detail d) {
        return SurveyReader.survey(d, today.date());
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
