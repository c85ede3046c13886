package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.Actor;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.programme.ProgrammeFacts;

/** A plan's activities: read, checked and written. Its callers have asked the policy and hold the plan's lock. */
@Singleton
class IupItems {
    /** More activities than this is no plan. */
    static final int MOST = 1000;

    /** A thousand notes of this length still fit into what is kept of a version. */
    private static final int LONGEST_NOTE = 2000;

    private final IupItemRepository rows;
    private final CurriculumGoals curricula;
    private final Today today;

    IupItems(IupItemRepository rows, CurriculumGoals curricula, Today today) {
        this.rows = rows;
        this.curricula = curricula;
        this.today = today;
    }

    List<IupItem> of(ProgrammeFacts programme) {
        Map<Long, List<String>> goals = new HashMap<>();
        rows.goals(programme.programmeId(), programme.curriculumId())
                .forEach(g -> goals.computeIfAbsent(g.itemId(), id -> new ArrayList<>())
                        .add(g.goalCode()));
        return rows.items(programme.programmeId()).stream()
                .map(row -> item(row, goals.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** How many activities a plan has. */
    int count(long programmeId) {
        return rows.count(programmeId);
    }

    IupItem one(ProgrammeFacts programme, long itemId) {
        IupItemRow row = rows.item(itemId, programme.programmeId()).orElseThrow(Problem::notFound);
        return item(row, rows.goalsOf(itemId, programme.curriculumId()));
    }

    private static IupItem item(IupItemRow row, List<String> goals) {
        return new IupItem(
                row.id(),
                IupKind.valueOf(row.kind()),
                row.title(),
                row.startDate(),
                row.endDate(),
                goals,
                row.assessmentMethod(),
                row.leader(),
                row.note(),
                row.placementId(),
                row.version());
    }

    /**
     * What is written, checked; its id and version are those of {@code before}, or 0.
     *
     * @param within the programme's days
     * @throws Problem {@code REQUIRED}, {@code TOO_LONG}, {@code UNKNOWN_CODE}, {@code END_BEFORE_START},
     *     {@code OUTSIDE_PROGRAMME} on its fields
     */
    IupItem checked(ProgrammeFacts programme, Period within, IupItemData data, @Nullable IupItem before) {
        IupKind kind = kind(data.kind());
        String title = Texts.required("title", data.title(), 200);
        LocalDate from = data.from();
        if (from == null) {
            throw Problem.field("from", ProblemCode.REQUIRED);
        }
        LocalDate to = Optional.ofNullable(data.to()).orElse(from);
        if (to.isBefore(from)) {
            throw Problem.field("to", ProblemCode.END_BEFORE_START);
        }
        requireDays(within, from, to, before);
        if (before != null && before.placementId() != null && (before.kind() != kind || !sameDays(before, from, to))) {
            // Its days are the placement's, which others book.
            throw Problem.of(ProblemCode.IN_USE);
        }
        List<String> goals = Texts.codes(data.goalCodes());
        curricula.requireGoals(programme.curriculumId(), goals);
        return new IupItem(
                before == null ? 0 : before.id(),
                kind,
                title,
                from,
                to,
                goals,
                Texts.optional("assessmentMethod", data.assessmentMethod(), 500),
                Texts.optional("leader", data.leader(), 200),
                Texts.optional("note", data.note(), LONGEST_NOTE),
                before == null ? null : before.placementId(),
                before == null ? 0 : before.version());
    }

    /** An activity lies inside the programme, but where the programme got shorter it may stay where it was. */
    private static void requireDays(Period within, LocalDate from, LocalDate to, @Nullable IupItem before) {
        if (before != null && sameDays(before, from, to)) {
            return;
        }
        if (!within.contains(from)) {
            throw Problem.field("from", ProblemCode.OUTSIDE_PROGRAMME);
        }
        if (!within.contains(to)) {
            throw Problem.field("to", ProblemCode.OUTSIDE_PROGRAMME);
        }
    }

    private static boolean sameDays(IupItem item, LocalDate from, LocalDate to) {
        return item.from().equals(from) && item.to().equals(to);
    }

    long add(Actor actor, long programmeId, IupItem item) {
        long id = rows.save(new IupItemRow(
                        0,
                        programmeId,
                        item.kind().name(),
                        item.title(),
                        item.from(),
                        item.to(),
                        item.assessmentMethod(),
                        item.leader(),
                        item.note(),
                        item.placementId(),
                        actor.personId(),
                        today.utc(),
                        0))
                .id();
        item.goalCodes().forEach(code -> rows.addGoal(id, code));
        return id;
    }

    void change(IupItem before, IupItem item) {
        rows.update(
                item.id(),
                item.kind().name(),
                item.title(),
                item.from(),
                item.to(),
                item.assessmentMethod(),
                item.leader(),
                item.note(),
                today.utc());
        if (!List.copyOf(item.goalCodes()).equals(before.goalCodes())) {
            rows.removeGoals(item.id());
            item.goalCodes().forEach(code -> rows.addGoal(item.id(), code));
        }
    }

    /** Takes an activity away; {@code IN_USE} where something rests on it, such as its evaluation. */
    void remove(IupItem item) {
        if (item.placementId() != null) {
            throw Problem.of(ProblemCode.IN_USE);
        }
        try {
            rows.removeGoals(item.id());
            rows.remove(item.id());
        } catch (DataAccessException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLIntegrityConstraintViolationException) {
                    throw Problem.of(ProblemCode.IN_USE);
                }
            }
            throw e;
        }
    }

    /** Takes activities away on which nothing rests: no booking and no evaluation. The others stay. */
    List<Long> removeFree(long programmeId, List<Long> itemIds) {
        List<Long> free = itemIds.stream()
                .filter(id -> rows.item(id, programmeId)
                        .filter(row -> row.placementId() == null && rows.evaluations(id) == 0)
                        .isPresent())
                .toList();
        free.forEach(id -> {
            rows.removeGoals(id);
            rows.remove(id);
        });
        return free;
    }

    private static IupKind kind(@Nullable String code) {
        String wanted = Objects.requireNonNullElse(code, "").strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        return Arrays.stream(IupKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.field("kind", ProblemCode.UNKNOWN_CODE, wanted));
    }
}
