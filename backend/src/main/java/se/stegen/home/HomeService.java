package se.stegen.home;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;

/** What waits for a person. Everybody reads the own list only, so that no policy is asked. */
@Singleton
public class HomeService {
    /** A meeting is to be prepared from so many days before it. */
    private static final int PREPARE_DAYS = 14;

    /** An action of a review is told of so many days before it is due. */
    private static final int ACTION_DAYS = 30;

    private final HomeQuery query;
    private final ReviewTodoQuery reviews;
    private final Today today;

    HomeService(HomeQuery query, ReviewTodoQuery reviews, Today today) {
        this.query = query;
        this.reviews = reviews;
        this.today = today;
    }

    /** "Att göra": by kind (what only the actor can do comes first), within a kind the longest waiting first. */
    @Transactional
    public List<TodoItem> todo(Actor actor) {
        Stream<TodoItem> ofReviews =
                reviews
                        .todo(
                                actor.personId(),
                                led(actor),
                                today.date(),
                                today.date().plusDays(ACTION_DAYS))
                        .stream();
        Stream<TodoItem> ofPortfolios = query
                .todo(
                        actor.personId(),
                        clinics(actor, Role.STUDIEREKTOR),
                        clinics(actor, Role.CLINIC_HEAD),
                        led(actor),
                        today.date(),
                        today.date().plusDays(PREPARE_DAYS))
                .stream();
        return Stream.concat(ofPortfolios, ofReviews)
                .sorted(Comparator.comparing(TodoItem::kind).thenComparing(TodoItem::since))
                .toList();
    }

    private static Set<Long> clinics(Actor actor, Role role) {
        Set<Long> clinics = new HashSet<>(actor.clinics().getOrDefault(role, Set.of()));
        // No clinic has this key; an empty list is no SQL.
        clinics.add(-1L);
        return clinics;
    }

    private static Set<Long> led(Actor actor) {
        Set<Long> clinics = new HashSet<>(actor.ledClinics());
        clinics.add(-1L);
        return clinics;
    }

    /** Takes a notice off the list; one that is gone or somebody else's changes nothing. */
    @Transactional
    public void dismiss(Actor actor, long noticeId) {
        query.dismiss(noticeId, actor.personId(), today.utc());
    }
}
