package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Competence;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeFacts;

/** What may be asked, of whom, on which form: the rules of a request, before anything is written. */
@Singleton
class RequestCheck {
    private static final int LONGEST_CONTEXT = 2000;

    private final AssessmentQuery assessments;
    private final Templates templates;
    private final CurriculumService curricula;
    private final Today today;

    RequestCheck(AssessmentQuery assessments, Templates templates, CurriculumService curricula, Today today) {
        this.assessments = assessments;
        this.templates = templates;
        this.curricula = curricula;
        this.today = today;
    }

    /** What a request says, once it is known to be right. */
    record Checked(AssessmentTemplate template, Assessor assessor, String context, String competences) {}

    /**
     * Holds a request against the doctor's programme.
     *
     * @param kept the request as it stands; null for a new one
     */
    Checked check(ProgrammeFacts programme, AssessmentRequest request, @Nullable AssessmentDetail kept) {
        AssessmentTemplate template = form(programme, request.templateCode(), kept);
        LocalDate observed = observedOn(request);
        if (observed.isAfter(today.date())) {
            throw Problem.field("observedOn", ProblemCode.DATE_IN_FUTURE);
        }
        if (observed.isBefore(programme.startDate())) {
            throw Problem.field("observedOn", ProblemCode.OUTSIDE_PROGRAMME);
        }
        Assessor assessor = known(new Assessor(request.assessorId(), request.assessorEmail()), programme.personId());
        curricula.requireGoals(programme.curriculumId(), request.goalCodes());
        return new Checked(
                template,
                assessor,
                Texts.optional("context", request.context(), LONGEST_CONTEXT),
                competences(request));
    }

    /** The form by its code among those that the clinic offers; one that is asked for already stays, offered or not. */
    private AssessmentTemplate form(ProgrammeFacts programme, String code, @Nullable AssessmentDetail kept) {
        if (kept != null && templates.get(kept.templateId()).code().equals(code)) {
            return newestFor(kept);
        }
        return templates
                .offered(programme.clinicId(), code)
                .orElseThrow(() -> Problem.field("templateCode", ProblemCode.UNKNOWN_CODE));
    }

    /** The newest version of a request's form, or the one that it is on where somebody has begun to answer that. */
    AssessmentTemplate newestFor(AssessmentDetail detail) {
        AssessmentTemplate asked = templates.get(detail.templateId());
        return assessments.answered(detail.id()) > 0
                ? asked
                : templates.newest(asked.code()).orElse(asked);
    }

    /** The assessor, by account where the address is one's; nobody assesses oneself. */
    Assessor known(Assessor assessor, long doctorId) {
        Assessor known = assessor;
        if (assessor.personId() == null && assessor.email() != null) {
            String address = Texts.email("assessorEmail", assessor.email());
            known = new Assessor(assessments.personByEmail(address).orElse(null), null);
            if (known.personId() == null) {
                known = new Assessor(null, address);
            }
        }
        Long personId = known.personId();
        if (personId != null && personId == doctorId) {
            throw Problem.field("assessorId", ProblemCode.OWN_RECORD);
        }
        if (personId != null && assessments.people(personId) == 0) {
            throw Problem.field("assessorId", ProblemCode.UNKNOWN_ID);
        }
        return known;
    }

    /** The day that was observed: today where none is given. */
    LocalDate observedOn(AssessmentRequest request) {
        LocalDate observed = request.observedOn();
        return observed == null ? today.date() : observed;
    }

    private static String competences(AssessmentRequest request) {
        for (String competence : request.competences()) {
            if (Arrays.stream(Competence.values()).noneMatch(c -> c.name().equals(competence))) {
                throw Problem.field("competences", ProblemCode.UNKNOWN_CODE);
            }
        }
        return String.join(",", new TreeSet<>(request.competences()));
    }
}
