package se.stegen.home;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;

/**
 * What waits for a person. Everybody reads the own list only; the policy is asked for what a role that has ended would not
 * open any more.
 */
@Singleton
public class HomeService {
    /** A meeting is to be prepared from so many days before it. */
    private static final int PREPARE_DAYS = 14;

    /** An action of a review is told of so many days before it is due. */
    private static final int ACTION_DAYS = 30;

    private final AccessPolicy access;
    private final HomeQuery query;
    private final ReviewTodoQuery reviews;
    private final Today today;

    HomeService(AccessPolicy access, HomeQuery query, ReviewTodoQuery reviews, Today today) {
        this.access = access;
        this.query = query;
        this.reviews = reviews;
        this.today = today;
    }

    /** "Att göra": by kind (what only the actor can do comes first), within a kind the longest waiting first. */
    @Transactional
    public List<TodoItem> todo(Actor actor) {
        LocalDate day = today.date();
        LocalDate soon = day.plusDays(PREPARE_DAYS);
        List<TodoItem> found = new ArrayList<>(
                query.asked(actor.personId(), orNone(access.reviewedClinics(actor)), day, day.plusDays(ACTION_DAYS)));
        if (query.programmes(actor.personId()) > 0) {
            found.addAll(query.own(actor.personId(), day, soon));
        }
        if (!actor.ledClinics().isEmpty()) {
            found.addAll(query.led(
                    actor.personId(),
                    clinics(actor, Role.STUDIEREKTOR),
                    clinics(actor, Role.CLINIC_HEAD),
                    actor.ledClinics(),
                    day,
                    soon));
            if (reviews.anyFailed(actor.ledClinics())) {
                found.addAll(reviews.asks(actor.ledClinics(), day));
            }
        }
        Set<Asked> seen = new HashSet<>();
        return found.stream()
                .filter(item -> seen.add(new Asked(item.kind(), item.recordId())))
                .sorted(Comparator.comparing(TodoItem::kind).thenComparing(TodoItem::since))
                .limit(HomeQuery.LIMIT)
                .toList();
    }

    /** The same thing asked of one person in two roles is one thing. */
    private record Asked(TodoKind kind, long recordId) {}

    private static Set<Long> clinics(Actor actor, Role role) {
        return orNone(actor.clinics().getOrDefault(role, Set.of()));
    }

    private static Set<Long> orNone(Set<Long> found) {
        Set<Long> clinics = new HashSet<>(found);
        // No clinic has this key; an empty list is no SQL.
        clinics.add(-1L);
        return clinics;
    }

    /** Takes a notice off the list; one that is gone or somebody else's changes nothing. */
    @Transactional
    public void dismiss(Actor actor, long noticeId) {
        query.dismiss(noticeId, actor.personId(), today.utc());
    }
}
