package se.stegen.selfstudy;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.guideline.GuidelineService;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.selfstudy.SelfStudyRepository.Line;
import se.stegen.selfstudy.SelfStudyRepository.Row;

/** Självstudier: logged by the doctor, in quarters of an hour. */
@Singleton
public class SelfStudyService {
    private static final String KIND = "SELF_STUDY";
    private static final int NOTE = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final SelfStudyRepository rows;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final CurriculumService curricula;
    private final GuidelineService guidelines;
    private final Today today;

    SelfStudyService(
            AccessPolicy access,
            AccessLog log,
            SelfStudyRepository rows,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            CurriculumService curricula,
            GuidelineService guidelines,
            Today today) {
        this.access = access;
        this.log = log;
        this.rows = rows;
        this.programmes = programmes;
        this.changes = changes;
        this.curricula = curricula;
        this.guidelines = guidelines;
        this.today = today;
    }

    /** What was logged, the latest day first; for those who read the whole portfolio. */
    @Transactional
    public ListPage<SelfStudy> list(Actor actor, long programmeId, PageRequest page) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        log.portfolio(actor, programmeId, Action.READ, KIND, null);
        return new ListPage<>(
                rows.list(programmeId, page.size(), page.offset()).stream()
                        .map(SelfStudyService::entry)
                        .toList(),
                rows.count(programmeId));
    }

    /** Hours of this week and of the past twelve months, beside the guideline's. */
    @Transactional
    public SelfStudySum sum(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        LocalDate day = today.date();
        Long clinicId = programmes.facts(programmeId).clinicId();
        return new SelfStudySum(
                rows.sum(programmeId, day.with(DayOfWeek.MONDAY), day.with(DayOfWeek.SUNDAY), 0),
                rows.sum(programmeId, day.minusYears(1).plusDays(1), day, 0),
                clinicId == null
                        ? null
                        : guidelines.selfStudyHours(actor, clinicId, day).orElse(null),
                rows.list(programmeId, 1, 0).stream()
                        .findFirst()
                        .map(line -> Texts.split(line.goalCodes()))
                        .orElse(List.of()));
    }

    /** Whether the actor logs in this portfolio. */
    public boolean mayLog(Actor actor, long programmeId) {
        return access.mayLogSelfStudy(actor, programmeId);
    }

    /**
     * Logs hours.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code DATE_IN_FUTURE},
     *     {@code OUTSIDE_PROGRAMME} for its day; {@code HOURS_IN_QUARTERS}, {@code DAY_IS_FULL} on {@code hours};
     *     {@code UNKNOWN_CODE} on {@code goalCodes}; {@code TOO_LONG} on {@code note}
     */
    @Transactional
    public SelfStudy log(Actor actor, long programmeId, SelfStudyData data) {
        access.requireLogSelfStudy(actor, programmeId);
        Row row = rows.save(checked(programmeId, 0, data));
        saveGoals(row.id(), data.goalCodes());
        changed(actor, programmeId, Action.CREATE, row.id(), row.studiedOn());
        return entry(line(programmeId, row.id()));
    }

    /** Changes what was logged; throws as {@link #log}, and {@code STALE_VERSION}. */
    @Transactional
    public SelfStudy change(Actor actor, long programmeId, long id, int version, SelfStudyData data) {
        access.requireLogSelfStudy(actor, programmeId);
        LocalDate before = line(programmeId, id).studiedOn();
        Row row = checked(programmeId, id, data);
        requireOne(rows.update(id, version, row.studiedOn(), row.hours(), row.note()));
        saveGoals(id, data.goalCodes());
        changed(actor, programmeId, Action.CHANGE, id, before.isBefore(row.studiedOn()) ? before : row.studiedOn());
        return entry(line(programmeId, id));
    }

    /** Takes an entry away; {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}. */
    @Transactional
    public void delete(Actor actor, long programmeId, long id, @Nullable Integer version) {
        access.requireLogSelfStudy(actor, programmeId);
        Line line = line(programmeId, id);
        rows.clearGoals(id);
        requireOne(rows.remove(id, version == null ? line.version() : version));
        changed(actor, programmeId, Action.DELETE, id, line.studiedOn());
    }

    private Row checked(long programmeId, long id, SelfStudyData data) {
        ProgrammeFacts programme = programmes.facts(programmeId);
        LocalDate date = SelfStudyRules.date(data.date(), today.date(), programme.startDate());
        BigDecimal hours = SelfStudyRules.hours(data.hours());
        curricula.requireGoals(programme.curriculumId(), data.goalCodes());
        rows.hold(programmeId);
        SelfStudyRules.requireRoom(rows.sum(programmeId, date, date, id), hours);
        return new Row(id, programmeId, date, hours, Texts.optional("note", data.note(), NOTE), today.utc(), 0);
    }

    private void saveGoals(long id, List<String> goalCodes) {
        rows.clearGoals(id);
        goalCodes.stream().distinct().forEach(code -> rows.addGoal(id, code));
    }

    private void changed(Actor actor, long programmeId, Action action, long id, LocalDate from) {
        log.portfolio(actor, programmeId, action, KIND, id);
        changes.changed(programmeId, from);
    }

    private Line line(long programmeId, long id) {
        return rows.one(id, programmeId).orElseThrow(Problem::notFound);
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private static SelfStudy entry(Line line) {
        return new SelfStudy(
                line.id(),
                line.programmeId(),
                line.studiedOn(),
                line.hours(),
                Texts.split(line.goalCodes()),
                line.note(),
                line.version());
    }
}
