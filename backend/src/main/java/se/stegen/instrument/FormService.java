package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;

/**
 * A clinic's forms: which of those that come with the program it uses, and its own, which studierektor and clinic head
 * write and the studierektor publishes. A published version never changes; records point at theirs for ever.
 */
@Singleton
public class FormService {
    private static final String KIND = "FORM";

    private final AccessPolicy access;
    private final AccessLog log;
    private final DraftRepository drafts;
    private final TemplateRepository rows;
    private final Templates templates;
    private final BuiltInForms builtIn;
    private final Definitions definitions;
    private final FormBeginning beginning;
    private final Today today;

    FormService(
            AccessPolicy access,
            AccessLog log,
            DraftRepository drafts,
            TemplateRepository rows,
            Templates templates,
            BuiltInForms builtIn,
            Definitions definitions,
            FormBeginning beginning,
            Today today) {
        this.access = access;
        this.log = log;
        this.drafts = drafts;
        this.rows = rows;
        this.templates = templates;
        this.builtIn = builtIn;
        this.definitions = definitions;
        this.beginning = beginning;
        this.today = today;
    }

    /** The clinic's own forms by name, then those that come with the program; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public List<FormListItem> list(Actor actor, long clinicId) {
        access.requireKeepForms(actor, clinicId);
        Set<String> hidden = new HashSet<>(rows.hidden(clinicId));
        Map<String, AssessmentTemplate> published = new HashMap<>();
        rows.ofClinic(clinicId).forEach(row -> published.put(row.code(), templates.read(row)));
        List<FormListItem> items = new ArrayList<>();
        for (DraftRow row : drafts.ofClinic(clinicId)) {
            AssessmentTemplate newest = published.get(row.code());
            items.add(new FormListItem(
                    row.code(),
                    row.kind(),
                    row.name(),
                    row.name(),
                    false,
                    row.formal(),
                    newest == null ? null : newest.version(),
                    newest == null || differs(row, newest),
                    hidden.contains(row.code())));
        }
        for (AssessmentTemplate form : templates.builtIn()) {
            items.add(new FormListItem(
                    form.code(),
                    form.kind(),
                    form.name(),
                    form.nameEn(),
                    true,
                    form.formal(),
                    form.version(),
                    false,
                    hidden.contains(form.code())));
        }
        return items;
    }

    /** One of the clinic's own forms as it is being written; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public ClinicForm get(Actor actor, long clinicId, String code) {
        access.requireKeepForms(actor, clinicId);
        return seen(actor, require(clinicId, code));
    }

    /**
     * Begins a form of the clinic's own.
     *
     * @param kind ASSESSMENT or PROCEDURE; null is that of the copied one, else ASSESSMENT
     * @param copyOf code of a form that it begins as a copy of, one that comes with the program or the clinic's own; null
     *     for an empty one, judged on independence
     * @throws Problem {@code REQUIRED}, {@code TOO_LONG} on {@code name}; {@code UNKNOWN_CODE} on {@code copyOf}
     *     or {@code kind}
     */
    @Transactional
    public ClinicForm create(
            Actor actor, long clinicId, @Nullable String name, @Nullable FormKind kind, @Nullable String copyOf) {
        access.requireKeepForms(actor, clinicId);
        String code = beginning.begin(actor, clinicId, name, kind, copyOf);
        log.scope(actor, Action.CREATE, KIND, null, "clinic " + clinicId + " " + code);
        return seen(actor, require(clinicId, code));
    }

    /**
     * Saves what is written; it may be incomplete.
     *
     * @throws Problem {@code REQUIRED}, {@code TOO_LONG} on {@code name}; {@code UNKNOWN_CODE} on {@code competences};
     *     what {@link FormRules} finds; {@code STALE_VERSION}
     */
    @Transactional
    public ClinicForm save(Actor actor, long clinicId, String code, int version, FormData data) {
        access.requireKeepForms(actor, clinicId);
        DraftRow row = require(clinicId, code);
        List<Problem.FieldError> errors = FormRules.draft(row.kind(), data.definition());
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        FormDefinition definition = new FormDefinition(
                FormDefinition.FORMAT,
                data.definition().sections(),
                data.definition().overall(),
                data.definition().procedures());
        int saved = drafts.update(
                row.id(),
                version,
                Texts.required("name", data.name(), FormBeginning.NAME),
                data.formal(),
                competences(data.competences()),
                definitions.write(definition),
                actor.personId(),
                today.utc());
        requireOne(saved);
        log.scope(actor, Action.CHANGE, KIND, null, "clinic " + clinicId + " " + code);
        return seen(actor, require(clinicId, code));
    }

    /**
     * Publishes the draft as the form's next version, which never changes; does nothing where nothing has changed. Only
     * the studierektor.
     *
     * @throws Problem what {@link FormRules} finds; {@code STALE_VERSION}, {@code FORBIDDEN}, {@code NOT_FOUND}
     */
    @Transactional
    public ClinicForm publish(Actor actor, long clinicId, String code, @Nullable Integer version) {
        access.requirePublishForms(actor, clinicId);
        DraftRow row = require(clinicId, code);
        Versions.requireSame(row.version(), version);
        FormDefinition definition = definitions.read(row.definition());
        List<Problem.FieldError> errors = FormRules.publish(row.kind(), definition);
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        Optional<AssessmentTemplate> newest = templates.newest(code);
        if (newest.isEmpty() || differs(row, newest.get())) {
            requireOne(rows.add(
                    code,
                    newest.map(AssessmentTemplate::version).orElse(0) + 1,
                    clinicId,
                    row.kind().name(),
                    row.name(),
                    row.name(),
                    row.formal(),
                    row.competences(),
                    Templates.steps(definition),
                    row.definition(),
                    actor.personId(),
                    today.utc()));
            log.scope(actor, Action.SEND, KIND, null, "clinic " + clinicId + " " + code);
        }
        return seen(actor, row);
    }

    /** Takes a form out of use at the clinic, or into use again; what is asked for already can still be answered. */
    @Transactional
    public void offer(Actor actor, long clinicId, String code, boolean offered) {
        access.requireKeepForms(actor, clinicId);
        boolean known = drafts.find(clinicId, code).isPresent()
                || templates.builtIn().stream().anyMatch(form -> form.code().equals(code));
        if (!known) {
            throw Problem.notFound();
        }
        if (offered) {
            rows.offer(clinicId, code);
        } else {
            rows.hide(clinicId, code, actor.personId(), today.utc());
        }
        log.scope(actor, Action.CHANGE, KIND, null, "clinic " + clinicId + " " + code);
    }

    /** Deletes a form that was never published; {@code FORM_PUBLISHED}, {@code STALE_VERSION}. */
    @Transactional
    public void delete(Actor actor, long clinicId, String code, int version) {
        access.requireKeepForms(actor, clinicId);
        DraftRow row = require(clinicId, code);
        if (templates.newest(code).isPresent()) {
            throw Problem.of(ProblemCode.FORM_PUBLISHED);
        }
        requireOne(drafts.delete(row.id(), version));
        rows.offer(clinicId, code);
        log.scope(actor, Action.DELETE, KIND, null, "clinic " + clinicId + " " + code);
    }

    /** The scales that come with the program, which a field can begin with, by name; {@code NOT_FOUND}. */
    @Transactional
    public Map<String, List<TemplateField.Option>> scales(Actor actor, long clinicId) {
        access.requireKeepForms(actor, clinicId);
        return builtIn.scales();
    }

    private DraftRow require(long clinicId, String code) {
        return drafts.find(clinicId, code).orElseThrow(Problem::notFound);
    }

    private ClinicForm seen(Actor actor, DraftRow row) {
        Optional<AssessmentTemplate> newest = templates.newest(row.code());
        return new ClinicForm(
                row.clinicId(),
                row.code(),
                row.kind(),
                row.name(),
                row.formal(),
                Texts.split(row.competences()),
                definitions.read(row.definition()),
                row.version(),
                row.updatedAt(),
                newest.map(AssessmentTemplate::version).orElse(null),
                newest.map(form -> differs(row, form)).orElse(true),
                rows.hidden(row.clinicId()).contains(row.code()),
                access.mayPublishForms(actor, row.clinicId()));
    }

    private boolean differs(DraftRow row, AssessmentTemplate newest) {
        return !(row.name().equals(newest.name())
                && row.formal() == newest.formal()
                && Texts.split(row.competences()).equals(newest.competences())
                && definitions.read(row.definition()).equals(newest.definition()));
    }

    private static String competences(List<String> given) {
        for (String competence : given) {
            if (Arrays.stream(Competence.values()).noneMatch(c -> c.name().equals(competence))) {
                throw Problem.field("competences", ProblemCode.UNKNOWN_CODE);
            }
        }
        return String.join(",", new TreeSet<>(given));
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
