package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.collegium.CollegiumRepository.TraineeRow;
import se.stegen.common.Today;
import se.stegen.coverage.Coverage;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.print.Pdf;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/** The page about each doctor that a collegium begins with, made of the portfolio. */
@Singleton
public class CollegiumPackService {
    private static final int MONTHS = 12;

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumReader reader;
    private final CollegiumRepository collegia;
    private final SpecialistRepository specialists;
    private final OutcomeRepository outcomes;
    private final ActionRepository actions;
    private final PackQuery query;
    private final CollegiumJson json;
    private final ProgrammeService programmes;
    private final CoverageService coverage;
    private final ComplianceService compliance;
    private final Today today;

    CollegiumPackService(
            AccessPolicy access,
            AccessLog log,
            CollegiumReader reader,
            CollegiumRepository collegia,
            SpecialistRepository specialists,
            OutcomeRepository outcomes,
            ActionRepository actions,
            PackQuery query,
            CollegiumJson json,
            ProgrammeService programmes,
            CoverageService coverage,
            ComplianceService compliance,
            Today today) {
        this.access = access;
        this.log = log;
        this.reader = reader;
        this.collegia = collegia;
        this.specialists = specialists;
        this.outcomes = outcomes;
        this.actions = actions;
        this.query = query;
        this.json = json;
        this.programmes = programmes;
        this.coverage = coverage;
        this.compliance = compliance;
        this.today = today;
    }

    /**
     * What is known of a doctor on the list.
     *
     * @throws se.stegen.common.Problem {@code NOT_FOUND} also for a doctor who has left the clinic, {@code FORBIDDEN},
     *     {@code UNKNOWN_ID}, {@code CONFLICT_OF_INTEREST}
     */
    @Transactional
    public CollegiumPack pack(Actor actor, long id, long programmeId) {
        CollegiumRow row = reader.kept(actor, id);
        TraineeRow trainee = reader.trainee(actor, row, programmeId, "traineeId");
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        log.portfolio(actor, programmeId, Action.READ, "COLLEGIUM_PACK", id);
        ProgrammeFacts programme = programmes.facts(programmeId);
        LocalDate to = row.meetsOn().isBefore(today.date()) ? row.meetsOn() : today.date();
        Optional<CollegiumHeld> before = outcomes.held(programmeId).stream()
                .filter(one -> one.heldOn().isBefore(row.meetsOn()))
                .findFirst();
        LocalDate from = before.map(one -> one.heldOn().plusDays(1))
                .filter(day -> !day.isAfter(to))
                .orElse(before.isPresent() ? to : to.minusMonths(MONTHS));
        Optional<TraineeIndicator> sessions = compliance.trainee(actor, programmeId).stream()
                .flatMap(doctor -> doctor.indicators().stream())
                .filter(one -> one.code() == IndicatorCode.SUPERVISION)
                .findFirst();
        return new CollegiumPack(
                id,
                programmeId,
                trainee.name(),
                programme.specialtyName(),
                reader.clinicName(row),
                row.meetsOn(),
                trainee.supervisorName(),
                from,
                to,
                query.supervisions(programmeId, from, to),
                sessions.map(TraineeIndicator::required).orElse(null),
                sessions.map(TraineeIndicator::actual).orElse(null),
                query.assessments(programmeId, from, to),
                goals(coverage.coverage(actor, programmeId)),
                before.map(this::previous).orElse(null),
                query.leaves(programmeId, from, to),
                reader.competences(row),
                own(id, programmeId),
                specialists.views(id).stream()
                        .filter(view -> view.programmeId() == programmeId)
                        .map(view -> new CollegiumPack.Said(view.name(), json.levels(view.levels()), view.comment()))
                        .toList(),
                specialists.conflicts(id).stream()
                        .filter(conflict -> conflict.programmeId() == programmeId)
                        .map(SpecialistRepository.ConflictRow::name)
                        .toList());
    }

    /** The same as a PDF, one page of A4 by default; throws as {@link #pack}. */
    @Transactional
    public byte[] pdf(Actor actor, long id, long programmeId) {
        return Pdf.of(PackPage.of(pack(actor, id, programmeId), actor.locale()));
    }

    private CollegiumPack.Previous previous(CollegiumHeld held) {
        long outcomeId = Objects.requireNonNull(held.outcomeId());
        return new CollegiumPack.Previous(
                held.heldOn(),
                held.judgement(),
                outcomes.findById(outcomeId).map(OutcomeRow::development).orElse(""),
                actions.of(outcomeId).stream()
                        .filter(ActionRow::stands)
                        .map(OutcomeActions::seen)
                        .toList());
    }

    private CollegiumPack.@Nullable Said own(long id, long programmeId) {
        return collegia.ownOf(id, programmeId)
                .map(own -> new CollegiumPack.Said(
                        "", json.levels(own.ownLevels()), Objects.requireNonNullElse(own.ownComment(), "")))
                .orElse(null);
    }

    private static CollegiumPack.Goals goals(Coverage coverage) {
        List<GoalState> states =
                coverage.goals().stream().map(GoalCoverage::state).toList();
        int attested = count(states, GoalState.ATTESTED);
        int evidence = count(states, GoalState.EVIDENCE);
        int planned = count(states, GoalState.PLANNED) + count(states, GoalState.UNDER_WAY);
        return new CollegiumPack.Goals(attested, evidence, planned, states.size() - attested - evidence - planned);
    }

    private static int count(List<GoalState> states, GoalState state) {
        return (int) states.stream().filter(one -> one == state).count();
    }
}
