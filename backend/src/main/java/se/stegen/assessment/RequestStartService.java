package se.stegen.assessment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/** What a new request begins with, so that little is left to fill in: today, the form and the goals of the last one. */
@Singleton
public class RequestStartService {
    /** The most colleagues that are offered. */
    public static final int MOST = 5;

    private static final String FIRST_TEMPLATE = "mini-cex";

    private final AccessPolicy access;
    private final RecentQuery recent;
    private final ProgrammeService programmes;
    private final CurriculumService curricula;
    private final Today today;

    RequestStartService(
            AccessPolicy access,
            RecentQuery recent,
            ProgrammeService programmes,
            CurriculumService curricula,
            Today today) {
        this.access = access;
        this.recent = recent;
        this.programmes = programmes;
        this.curricula = curricula;
        this.today = today;
    }

    /** A request like the actor's last one in this portfolio, of today, asked of this assessor. */
    @Transactional
    public AssessmentRequest start(Actor actor, long programmeId, Assessor assessor) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        RecentQuery.Last last =
                recent.last(programmeId, actor.personId()).orElseGet(() -> new RecentQuery.Last(0, FIRST_TEMPLATE));
        ProgrammeFacts programme = programmes.facts(programmeId);
        Set<String> known = curricula.goalsOf(actor, programme.curriculumId()).stream()
                .map(Goal::code)
                .collect(Collectors.toSet());
        List<String> goals =
                recent.goals(last.id()).stream().filter(known::contains).toList();
        return new AssessmentRequest(
                last.code(), today.date(), assessor.personId(), assessor.email(), goals, List.of(), null);
    }

    /** Whom the doctor asked lately, the latest first; at most {@link #MOST}. */
    @Transactional
    public List<RecentAssessor> recent(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        return recent.assessors(programmeId, MOST);
    }
}
