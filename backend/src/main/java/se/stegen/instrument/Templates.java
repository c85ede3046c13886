package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.common.Problem;
import se.stegen.common.ReferenceData;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/**
 * The forms as other features read them. Those that come with the program stand in
 * {@code reference/assessment-templates.json}; where one changes there, the next version of it is published at the next
 * start, and answers keep pointing at the version they were given on. Versions never change, so they are kept in memory
 * once read.
 */
@Singleton
public class Templates implements ReferenceData {
    private final TemplateRepository rows;
    private final BuiltInForms builtIn;
    private final Definitions definitions;
    private final Today today;
    private final Map<Long, AssessmentTemplate> byId = new ConcurrentHashMap<>();

    Templates(TemplateRepository rows, BuiltInForms builtIn, Definitions definitions, Today today) {
        this.rows = rows;
        this.builtIn = builtIn;
        this.definitions = definitions;
        this.today = today;
    }

    /** Publishes what the reference file has and the database does not. */
    @Override
    @Transactional
    public void load() {
        byId.clear();
        Map<String, AssessmentTemplate> newest = rows.builtIn().stream()
                .map(this::read)
                .collect(Collectors.toMap(AssessmentTemplate::code, Function.identity()));
        for (BuiltInForms.Form form : builtIn.all()) {
            FormDefinition definition = builtIn.definition(form);
            AssessmentTemplate old = newest.get(form.code());
            if (old == null || !same(old, form, definition)) {
                rows.add(
                        form.code(),
                        old == null ? 1 : old.version() + 1,
                        null,
                        form.kind().name(),
                        form.name(),
                        form.nameEn(),
                        form.formal(),
                        String.join(",", form.competences()),
                        steps(definition),
                        definitions.write(definition),
                        null,
                        today.utc());
            }
        }
    }

    /** The newest version of each form that comes with the program, in the order of the reference file. */
    public List<AssessmentTemplate> builtIn() {
        return rows.builtIn().stream().map(this::read).toList();
    }

    /**
     * What a clinic offers its doctors, newest versions: the forms that come with the program without those that it does
     * not use, and its own.
     *
     * @param clinicId null is no clinic: those that come with the program
     */
    public List<AssessmentTemplate> offered(@Nullable Long clinicId) {
        if (clinicId == null) {
            return builtIn();
        }
        Set<String> hidden = new HashSet<>(rows.hidden(clinicId));
        List<AssessmentTemplate> offered = new ArrayList<>(builtIn());
        rows.ofClinic(clinicId).forEach(row -> offered.add(read(row)));
        offered.removeIf(template -> hidden.contains(template.code()));
        return List.copyOf(offered);
    }

    /** One of those that a clinic offers. */
    public Optional<AssessmentTemplate> offered(@Nullable Long clinicId, String code) {
        return offered(clinicId).stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The newest version of a form, offered or not. */
    public Optional<AssessmentTemplate> newest(String code) {
        return rows.newest(code).map(this::read);
    }

    /** A version by its key. */
    public AssessmentTemplate get(long id) {
        AssessmentTemplate known = byId.get(id);
        return known == null ? rows.find(id).map(this::read).orElseThrow(Problem::notFound) : known;
    }

    AssessmentTemplate read(TemplateRow row) {
        return byId.computeIfAbsent(
                row.id(),
                id -> new AssessmentTemplate(
                        id,
                        row.code(),
                        row.version(),
                        row.clinicId(),
                        row.kind(),
                        row.name(),
                        row.nameEn(),
                        row.formal(),
                        Texts.split(row.competences()),
                        definitions.read(row.definition())));
    }

    /** How many steps the overall judgement has; 0 where there is none. */
    static int steps(FormDefinition definition) {
        OverallScale scale = definition.overall();
        return scale == null ? 0 : scale.steps().size();
    }

    private static boolean same(AssessmentTemplate old, BuiltInForms.Form form, FormDefinition definition) {
        return old.name().equals(form.name())
                && old.nameEn().equals(form.nameEn())
                && old.kind() == form.kind()
                && old.formal() == form.formal()
                && old.competences().equals(form.competences())
                && old.definition().equals(definition);
    }
}
