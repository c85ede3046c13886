package se.stegen.ui;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Messages;
import se.stegen.guideline.ComplianceService;
import se.stegen.home.TodoKind;
import se.stegen.organisation.OrganisationService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.component.Paths;

/** What stands in the menu: what the reader may open, and how much waits there. */
@Singleton
class NavigationItems {
    private static final int MOST_CLINICS = 3;
    private static final Set<TodoKind> MINE = Set.of(
            TodoKind.SUPERVISION_TO_SIGN,
            TodoKind.ASSESSMENT_TO_SIGN,
            TodoKind.ASSESSMENT_TO_CONFIRM,
            TodoKind.FEEDBACK_TO_ANSWER,
            TodoKind.SURVEY_TO_ANSWER,
            TodoKind.IUP_TO_APPROVE,
            TodoKind.MEETING_TO_CLOSE,
            TodoKind.MEETING_TO_PREPARE,
            TodoKind.ANNUAL_REPORT_TO_COMMENT,
            TodoKind.REPORTS_TO_READ,
            TodoKind.SUPPORT_FOLLOW_UP,
            TodoKind.REVIEW_ACTION,
            TodoKind.SELF_EVALUATION,
            TodoKind.IUP_RETURNED,
            TodoKind.SUPERVISION_RETURNED,
            TodoKind.ASSESSMENT_RETURNED,
            TodoKind.SUPERVISION_DUE);

    private final WaitingTodos todos;
    private final ProgrammeService programmes;
    private final ComplianceService compliance;
    private final OrganisationService organisations;
    private final AccessPolicy access;

    NavigationItems(
            WaitingTodos todos,
            ProgrammeService programmes,
            ComplianceService compliance,
            OrganisationService organisations,
            AccessPolicy access) {
        this.todos = todos;
        this.programmes = programmes;
        this.compliance = compliance;
        this.organisations = organisations;
        this.access = access;
    }

    /**
     * One way to go.
     *
     * @param text key of the text, or the text itself where it is a name
     */
    record Item(String id, String path, String text, boolean name) {
        String text(Locale locale) {
            return name ? text : Messages.get(locale, text);
        }
    }

    List<Item> of(Actor actor) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("nav-home", Paths.HOME, "nav.home", false));
        List<ProgrammeFacts> mine = programmes.mine(actor);
        if (!mine.isEmpty()) {
            long programme = mine.getFirst().programmeId();
            items.add(new Item("nav-iup", Paths.of(Paths.IUP, programme), "nav.iup", false));
            items.add(new Item("nav-goals", Paths.of(Paths.GOALS, programme), "nav.goals", false));
            items.add(new Item("nav-supervision", Paths.of(Paths.SUPERVISIONS, programme), "nav.supervision", false));
            items.add(new Item("nav-assessments", Paths.of(Paths.ASSESSMENTS, programme), "nav.assessments", false));
            items.add(new Item("nav-meetings", Paths.of(Paths.MEETINGS, programme), "nav.meetings", false));
            items.add(new Item("nav-studies", Paths.of(Paths.STUDIES, programme), "nav.studies", false));
            items.add(new Item("nav-placements", Paths.of(Paths.PLACEMENTS, programme), "nav.placements", false));
            items.add(new Item("nav-programme", Paths.of(Paths.TRAINEE, programme), "nav.programme", false));
            items.add(new Item("nav-time", Paths.of(Paths.TIME, programme), "nav.time", false));
        }
        if (!actor.ledClinics().isEmpty()) {
            items.add(new Item("nav-trainees", Paths.TRAINEES, "nav.trainees.led", false));
        } else if (compliance.supervises(actor)) {
            items.add(new Item("nav-trainees", Paths.TRAINEES, "nav.trainees", false));
        }
        clinics(actor, items);
        reviews(actor, items);
        if (actor.admin()) {
            items.add(new Item("nav-admin", Paths.ADMIN, "nav.admin", false));
        }
        return items;
    }

    private void clinics(Actor actor, List<Item> items) {
        Set<Long> clinics = new HashSet<>(actor.ledClinics());
        clinics.addAll(actor.clinics().getOrDefault(Role.REVIEWER, Set.of()));
        boolean more = !actor.clinics()
                .getOrDefault(Role.OVERALL_STUDIEREKTOR, Set.of())
                .isEmpty();
        if (more || clinics.size() > MOST_CLINICS) {
            items.add(new Item("nav-clinics", Paths.CLINICS, "nav.clinics", false));
        } else if (clinics.size() == 1) {
            long only = clinics.iterator().next();
            items.add(new Item("nav-clinic-" + only, Paths.of(Paths.CLINIC, only), "nav.clinic", false));
        } else {
            clinics.stream()
                    .sorted()
                    .forEach(id -> items.add(new Item(
                            "nav-clinic-" + id,
                            Paths.of(Paths.CLINIC, id),
                            organisations.clinic(actor, id).name(),
                            true)));
        }
    }

    /** One clinic's reviews, or the register of several. */
    private void reviews(Actor actor, List<Item> items) {
        Set<Long> kept = access.reviewedClinics(actor);
        if (!kept.isEmpty()) {
            String path =
                    kept.size() == 1 ? Paths.of(Paths.REVIEWS, kept.iterator().next()) : Paths.REVIEW_REGISTER;
            items.add(new Item("nav-reviews", path, "nav.reviews", false));
        }
    }

    /** How many things wait for the actor's own hand. */
    int waiting(Actor actor) {
        return (int) todos.justRead(actor).stream()
                .filter(item -> MINE.contains(item.kind()))
                .count();
    }

    /** The item whose path the reader is at or below; none is "-". */
    String closest(String path, Collection<String> paths) {
        return paths.stream()
                .filter(item -> !item.isEmpty() && (path.equals(item) || path.startsWith(item + "/")))
                .max(Comparator.comparingInt(String::length))
                .orElse(path.isEmpty() ? Paths.HOME : "-");
    }
}
