package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.coverage.CoverageQuery.AttestedRecord;
import se.stegen.coverage.CoverageQuery.EvidenceRow;
import se.stegen.coverage.CoverageReader.Picture;

/** How far doctors have come with their goals: what is planned, what shows it, what is attested. */
@Singleton
public class CoverageService {
    private final AccessPolicy access;
    private final CoverageReader reader;
    private final CoverageQuery query;
    private final AccessLog log;
    private final Today today;

    CoverageService(AccessPolicy access, CoverageReader reader, CoverageQuery query, AccessLog log, Today today) {
        this.access = access;
        this.reader = reader;
        this.query = query;
        this.log = log;
        this.today = today;
    }

    /**
     * All goals of a programme as they stand today.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public Coverage coverage(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "GOALS", null);
        return reader.read(programmeId, today.date()).coverage();
    }

    /** The same once more, after a change on an open screen: its reading is in the log already. */
    @ReadOnly
    public Coverage again(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        return reader.read(programmeId, today.date()).coverage();
    }

    /**
     * One goal with what is planned for it, what shows it, and its attestations.
     *
     * @throws Problem {@code NOT_FOUND} also where the programme has no such goal; {@code FORBIDDEN}
     */
    @Transactional
    public GoalDetail goal(Actor actor, long programmeId, String code) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "GOALS", null);
        return detail(actor, programmeId, code);
    }

    /**
     * How far each of these doctors has come, for a list; those whose records the actor may not read are left out.
     *
     * @return by programme
     */
    @Transactional
    public Map<Long, GoalStanding> standings(Actor actor, Collection<Long> programmeIds) {
        Set<Long> readable = access.readable(actor, programmeIds, PortfolioAccess.SIGNED);
        if (readable.isEmpty()) {
            return Map.of();
        }
        log.scope(actor, Action.READ, "GOALS", null, readable.size() + " doctors");
        return query.standings(List.copyOf(readable)).stream()
                .collect(Collectors.toMap(GoalStanding::programmeId, Function.identity()));
    }

    /** The goal as the actor sees it; for this package's other services, which have asked and logged what they did. */
    GoalDetail detail(Actor actor, long programmeId, String code) {
        Picture picture = reader.read(programmeId, today.date());
        GoalCoverage goal = picture.goal(code);
        Attestation attestation = picture.inForce(code);
        boolean attests = access.mayAttest(actor, programmeId);
        return new GoalDetail(
                programmeId,
                goal,
                CoverageRules.required(picture.required().get(code)),
                picture.coverage().activities().stream()
                        .filter(activity -> activity.goalCodes().contains(code))
                        .toList(),
                evidence(picture, code, attestation),
                picture.attestations().stream()
                        .filter(one -> one.goalCode().equals(code))
                        .toList(),
                attests && attestation == null && goal.evidence() > 0,
                attests && attestation != null,
                access.mayLinkEvidence(actor, programmeId));
    }

    private List<Evidence> evidence(Picture picture, String code, @Nullable Attestation attestation) {
        List<AttestedRecord> attested = attestation == null ? List.of() : query.attestedRecords(attestation.id());
        List<Evidence> evidence = new ArrayList<>();
        for (EvidenceRow row : picture.evidence().getOrDefault(code, List.of())) {
            boolean against =
                    attested.stream().anyMatch(one -> one.kind() == row.kind() && one.recordId() == row.recordId());
            if (against || !row.voided()) {
                evidence.add(new Evidence(
                        row.kind(),
                        row.recordId(),
                        row.day(),
                        row.title(),
                        row.titleEn(),
                        row.byName(),
                        row.linked(),
                        against,
                        row.voided()));
            }
        }
        return evidence;
    }
}
