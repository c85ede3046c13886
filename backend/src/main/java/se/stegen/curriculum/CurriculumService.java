package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.ImportPreview;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumRepository.EditionRow;
import se.stegen.curriculum.CurriculumRepository.GoalRow;
import se.stegen.curriculum.CurriculumRepository.SpecialtyRow;

/**
 * Specialties and their goals, for everybody who is signed in; completed by an admin where the program's own data is
 * not sure. Editions are never changed: a completion is the next edition, and programmes keep the one they have.
 */
@Singleton
public class CurriculumService {
    static final String REFERENCE = "REFERENCE";
    static final String ADMIN = "ADMIN";

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,4}[0-9]{1,3}[a-z]?");
    private static final int MAX_GOALS = 200;

    private final AccessPolicy access;
    private final CurriculumRepository curricula;
    private final EditionWriter writer;
    private final CurriculumImport imports;
    private final CurriculumGoals checks;
    private final AccessLog log;
    private final Today today;

    CurriculumService(
            AccessPolicy access,
            CurriculumRepository curricula,
            EditionWriter writer,
            CurriculumImport imports,
            CurriculumGoals checks,
            AccessLog log,
            Today today) {
        this.access = access;
        this.curricula = curricula;
        this.writer = writer;
        this.imports = imports;
        this.checks = checks;
        this.log = log;
        this.today = today;
    }

    /** The specialties of a regulation, of both where none is given, by name. */
    @ReadOnly
    public List<Specialty> specialties(Actor actor, @Nullable Regulation regulation) {
        access.requireSignedIn(actor);
        return (regulation == null ? curricula.specialties() : curricula.specialtiesOf(regulation.code()))
                .stream().map(SpecialtyRow::specialty).toList();
    }

    /** The latest edition of every specialty, by name. */
    @ReadOnly
    public List<CurriculumEdition> latestEditions(Actor actor, Regulation regulation) {
        access.requireSignedIn(actor);
        return curricula.latestOf(regulation.code()).stream()
                .map(row -> edition(actor, row))
                .toList();
    }

    /**
     * The latest edition with its goals.
     *
     * @throws Problem {@code NOT_FOUND} where there is none
     */
    @ReadOnly
    public Curriculum curriculum(Actor actor, Regulation regulation, String specialtyCode) {
        access.requireSignedIn(actor);
        return withGoals(
                actor, curricula.latest(regulation.code(), specialtyCode).orElseThrow(Problem::notFound));
    }

    /**
     * An edition with its goals, such as the one frozen to a programme.
     *
     * @throws Problem {@code NOT_FOUND} where there is none
     */
    @ReadOnly
    public Curriculum edition(Actor actor, long curriculumId) {
        access.requireSignedIn(actor);
        return withGoals(actor, curricula.edition(curriculumId).orElseThrow(Problem::notFound));
    }

    /** All editions, the latest first. */
    @ReadOnly
    public List<CurriculumEdition> editions(Actor actor, Regulation regulation, String specialtyCode) {
        access.requireSignedIn(actor);
        return curricula.editions(regulation.code(), specialtyCode).stream()
                .map(row -> edition(actor, row))
                .toList();
    }

    /** The goals of an edition in the order of lists; empty where there is no such edition. */
    @ReadOnly
    public List<Goal> goalsOf(Actor actor, long curriculumId) {
        access.requireSignedIn(actor);
        return goals(curriculumId);
    }

    /** The number of a later edition of the same goals; empty where this is the latest. */
    @ReadOnly
    public Optional<Integer> newerEdition(Actor actor, long curriculumId) {
        access.requireSignedIn(actor);
        return checks.newerEdition(curriculumId);
    }

    /** For other features, which have asked the policy already: whether the edition has a goal of this code. */
    public boolean isGoal(long curriculumId, String code) {
        return checks.isGoal(curriculumId, code);
    }

    /**
     * For other features, which have asked the policy already: refuses codes that are not goals of the edition.
     *
     * @throws Problem {@code UNKNOWN_CODE} on the field {@code goalCodes}, one per unknown code
     */
    public void requireGoals(long curriculumId, Collection<String> codes) {
        checks.requireGoals(curriculumId, codes);
    }

    /**
     * An admin completes a curriculum by hand: the next edition, for new programmes.
     *
     * @param basedOn number of the edition that the admin started from
     * @param remark what is still not sure, in the admin's words, at most 500 characters; empty takes what the goals
     *     themselves say
     * @param goals the whole set; at most 200, each code once
     * @return the new edition
     * @throws Problem {@code FORBIDDEN}; {@code NOT_FOUND}; {@code STALE_VERSION} where there is a later edition;
     *     {@code REQUIRED}, {@code TOO_LONG}, {@code OUT_OF_RANGE}, {@code INVALID_FIELD} or {@code ALREADY_EXISTS} on a
     *     goal ({@code goals[3].code})
     */
    @Transactional
    public Curriculum complete(
            Actor actor,
            Regulation regulation,
            String specialtyCode,
            int basedOn,
            @Nullable String remark,
            List<Goal> goals) {
        access.requireAdminister(actor);
        if (curricula.lockSpecialty(specialtyCode).isEmpty()) {
            throw Problem.notFound();
        }
        EditionRow latest = curricula.latest(regulation.code(), specialtyCode).orElseThrow(Problem::notFound);
        if (latest.number() != basedOn) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        String words = Texts.optional("remark", remark, 500);
        List<Goal> set = valid(goals);
        String kept = words.isEmpty() || words.startsWith("#") ? Remarks.of(set) : words;
        long id = next(actor, latest, kept, set);
        return withGoals(actor, curricula.edition(id).orElseThrow(Problem::notFound));
    }

    /**
     * What {@link #importFile} would do with a CSV file, line by line. Columns {@code specialty} (name or code, {@code *}
     * for all), {@code code}, {@code title}, {@code group}; {@code status} and {@code activities} may follow.
     *
     * @throws Problem {@code FORBIDDEN}, or where the file is no such table see {@link
     *     se.stegen.common.CsvTable#read}
     */
    @ReadOnly
    public ImportPreview previewFile(Actor actor, Regulation regulation, byte[] file) {
        access.requireAdminister(actor);
        return imports.plan(regulation, file).preview();
    }

    /**
     * Brings a file in: for each specialty in it, the goals of each group in it take the place of that group's; the
     * other groups stay. Specialties whose goals do not change get no new edition. All or nothing.
     *
     * @return what was done
     * @throws Problem as {@link #previewFile}; {@code INVALID_FIELD} on {@code file} where a line has an error
     */
    @Transactional
    public ImportPreview importFile(Actor actor, Regulation regulation, byte[] file) {
        access.requireAdminister(actor);
        CurriculumImport.Plan plan = imports.plan(regulation, file);
        if (plan.preview().hasErrors()) {
            throw Problem.field("file", ProblemCode.INVALID_FIELD);
        }
        for (CurriculumImport.Change change : plan.changes()) {
            curricula.lockSpecialty(change.latest().specialtyCode());
            next(actor, change.latest(), Remarks.of(change.goals()), change.goals());
        }
        return plan.preview();
    }

    private long next(Actor actor, EditionRow latest, @Nullable String remark, List<Goal> goals) {
        long id = writer.write(
                latest.regulation(),
                latest.specialtyCode(),
                latest.number() + 1,
                ADMIN,
                Remarks.of(goals) == null,
                remark,
                today.utc(),
                actor.personId(),
                goals);
        log.scope(
                actor,
                AccessLog.Action.CREATE,
                "CURRICULUM",
                id,
                latest.regulation() + "/" + latest.specialtyCode() + " " + (latest.number() + 1));
        return id;
    }

    private static List<Goal> valid(List<Goal> goals) {
        if (goals.isEmpty()) {
            throw Problem.field("goals", ProblemCode.REQUIRED);
        }
        if (goals.size() > MAX_GOALS) {
            throw Problem.field("goals", ProblemCode.OUT_OF_RANGE);
        }
        List<Goal> set = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = valid("goals[" + i + "].", goals.get(i));
            if (!codes.add(goal.code().toLowerCase(Locale.ROOT))) {
                throw Problem.field("goals[" + i + "].code", ProblemCode.ALREADY_EXISTS, goal.code());
            }
            set.add(goal);
        }
        set.sort(Comparator.comparing(Goal::group));
        return set;
    }

    static Goal valid(String prefix, Goal goal) {
        String code = Texts.required(prefix + "code", goal.code(), 16);
        if (!CODE.matcher(code).matches()) {
            throw Problem.field(prefix + "code", ProblemCode.INVALID_FIELD);
        }
        String activities = Texts.optional(prefix + "activities", goal.activities(), 200);
        return new Goal(
                code,
                goal.group(),
                Texts.required(prefix + "title", goal.title(), 500),
                activities.isEmpty() ? null : activities,
                goal.checked());
    }

    private Curriculum withGoals(Actor actor, EditionRow row) {
        return new Curriculum(edition(actor, row), goals(row.id()));
    }

    private List<Goal> goals(long curriculumId) {
        return curricula.goals(curriculumId).stream().map(GoalRow::goal).toList();
    }

    private static CurriculumEdition edition(Actor actor, EditionRow row) {
        return new CurriculumEdition(
                row.id(),
                Regulation.of(row.regulation()).orElseThrow(),
                row.specialtyCode(),
                row.specialtyName(),
                row.number(),
                ADMIN.equals(row.source()),
                row.checked(),
                Remarks.text(actor.locale(), row.remark()),
                row.goals(),
                row.createdAt());
    }
}
