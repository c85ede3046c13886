package se.stegen.review;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.spur.SpurReport;

/** Writes what was found in a report as a draft, in one transaction of its own after the reading. */
@Singleton
class ReviewDrafts {
    private static final int NAME = 255;
    private static final int ITEM = 1000;
    private static final int PRINTED = 200;
    private static final int ROLES = 500;

    private final AccessLog log;
    private final ReviewRepository reviews;
    private final ActionRepository actions;
    private final Today today;

    ReviewDrafts(AccessLog log, ReviewRepository reviews, ActionRepository actions, Today today) {
        this.log = log;
        this.reviews = reviews;
        this.actions = actions;
        this.today = today;
    }

    @Transactional
    long save(Actor actor, long clinicId, String fileName, SpurReport report) {
        LocalDate found = report.reviewedOn();
        boolean known = found != null && !found.isAfter(today.date());
        long id = reviews.save(new ReviewRepository.Row(
                        0,
                        clinicId,
                        ReviewKind.EXTERNAL,
                        ReviewState.DRAFT,
                        known ? Objects.requireNonNull(found) : today.date(),
                        known,
                        null,
                        "",
                        report.grading(),
                        report.twoRegulations(),
                        cut(report.strengths(), Texts.LONG),
                        cut(report.weaknesses(), Texts.LONG),
                        cut(report.potential(), Texts.LONG),
                        cut(report.unsorted(), Texts.LONG),
                        cut(fileName, NAME),
                        actor.personId(),
                        today.utc(),
                        today.utc(),
                        null,
                        null,
                        0))
                .id();
        report.grades()
                .forEach((area, grade) -> reviews.addGrade(
                        id,
                        area.name(),
                        "",
                        grade.grade().name(),
                        grade.printed(),
                        null,
                        actor.personId(),
                        today.utc()));
        report.areas().forEach((area, text) -> reviews.putArea(id, area.name(), cut(text, Texts.LONG)));
        int position = 0;
        for (SpurReport.FoundAction row : report.actions()) {
            ActionData data = ActionData.of(row);
            actions.save(new ActionRepository.Row(
                    0,
                    id,
                    position++,
                    data.area(),
                    cut(row.item(), ITEM),
                    data.itemCode(),
                    cut(row.plannedAction(), Texts.LONG),
                    cut(row.due(), PRINTED),
                    data.due(),
                    cut(row.responsible(), ROLES),
                    cut(row.followUp(), PRINTED),
                    data.followUp(),
                    cut(row.followUpResponsible(), ROLES),
                    false,
                    null,
                    ActionState.OPEN,
                    "",
                    today.utc(),
                    0));
        }
        log.scope(actor, Action.CREATE, ReviewService.KIND, id, "clinic " + clinicId + ", imported as a draft");
        return id;
    }

    /** What is longer than its field was read wrongly; the person at the preview sees where it ends. */
    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
