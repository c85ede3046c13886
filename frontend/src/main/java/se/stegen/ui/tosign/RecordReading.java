package se.stegen.ui.tosign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentService;
import se.stegen.common.Messages;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordKind;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionService;
import se.stegen.tosign.ToSignItem;
import se.stegen.ui.assessment.AssessmentReading;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.supervision.SupervisionReading;

/** Opens a record in the row of a list: as it is read, with its opening in the log. */
@Singleton
final class RecordReading {
    private final SupervisionService supervisions;
    private final AssessmentService assessments;
    private final ProgrammeService programmes;
    private final CurriculumService curricula;
    private final CurrentActor current;

    RecordReading(
            SupervisionService supervisions,
            AssessmentService assessments,
            ProgrammeService programmes,
            CurriculumService curricula,
            CurrentActor current) {
        this.supervisions = supervisions;
        this.assessments = assessments;
        this.programmes = programmes;
        this.curricula = curricula;
        this.current = current;
    }

    Component of(ToSignItem item) {
        Actor actor = current.get();
        Locale locale = actor.locale();
        if (item.kind() == RecordKind.SUPERVISION) {
            Supervision session = supervisions.get(actor, item.recordId());
            return SupervisionReading.of(session, goals(actor, session.programmeId()), locale);
        }
        Assessment assessment = assessments.get(actor, item.recordId());
        Div all = AssessmentReading.request(assessment, goals(actor, assessment.programmeId()), locale);
        Div both = new Div(all);
        if (item.answered()) {
            both.add(AssessmentReading.answer(assessment, locale));
        }
        both.add(Html.div(
                "actions",
                Html.button(
                        Paths.of(Paths.ASSESSMENT, item.recordId()),
                        Messages.get(locale, item.answered() ? "to-sign.change" : "todo.action.answer"),
                        false)));
        return both;
    }

    private List<Goal> goals(Actor actor, long programmeId) {
        return curricula.goalsOf(actor, programmes.facts(programmeId).curriculumId());
    }
}
