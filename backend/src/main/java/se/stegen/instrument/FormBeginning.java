package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;

/** Begins a clinic's form: empty or as a copy, under a code that no other form has or had. */
@Singleton
class FormBeginning {
    /** Longest name of a form. */
    static final int NAME = 200;

    private static final int LONGEST_WORD = 40;

    private final DraftRepository drafts;
    private final TemplateRepository rows;
    private final Templates templates;
    private final BuiltInForms builtIn;
    private final Definitions definitions;
    private final Today today;

    FormBeginning(
            DraftRepository drafts,
            TemplateRepository rows,
            Templates templates,
            BuiltInForms builtIn,
            Definitions definitions,
            Today today) {
        this.drafts = drafts;
        this.rows = rows;
        this.templates = templates;
        this.builtIn = builtIn;
        this.definitions = definitions;
        this.today = today;
    }

    /** Begins it for somebody who has been let in; gives its code. */
    String begin(Actor actor, long clinicId, @Nullable String name, @Nullable FormKind kind, @Nullable String copyOf) {
        String called = Texts.required("name", name, NAME);
        FormDefinition empty = new FormDefinition(
                FormDefinition.FORMAT,
                List.of(new TemplateSection("s1", "", null, null, null, List.of())),
                builtIn.independence(),
                List.of());
        FormKind wanted = kind;
        boolean formal = true;
        String competences = "";
        FormDefinition definition = empty;
        if (copyOf != null) {
            Source source = source(clinicId, copyOf);
            definition = source.definition();
            formal = source.formal();
            competences = source.competences();
            wanted = kind == null && source.kind() == FormKind.PROCEDURE ? FormKind.PROCEDURE : kind;
        }
        FormKind chosen = wanted == null ? FormKind.ASSESSMENT : wanted;
        if (chosen == FormKind.SELF_RATING) {
            throw Problem.field("kind", ProblemCode.UNKNOWN_CODE);
        }
        if (chosen != FormKind.PROCEDURE) {
            definition =
                    new FormDefinition(FormDefinition.FORMAT, definition.sections(), definition.overall(), List.of());
        }
        return insert(actor, clinicId, called, chosen, formal, competences, definition);
    }

    private record Source(FormKind kind, boolean formal, String competences, FormDefinition definition) {}

    /** What a copy begins with: of an own form its draft, which may be further than what is published. */
    private Source source(long clinicId, String code) {
        Optional<DraftRow> own = drafts.find(clinicId, code);
        if (own.isPresent()) {
            DraftRow row = own.get();
            return new Source(row.kind(), row.formal(), row.competences(), definitions.read(row.definition()));
        }
        return templates.builtIn().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form ->
                        new Source(form.kind(), form.formal(), String.join(",", form.competences()), form.definition()))
                .orElseThrow(() -> Problem.field("copyOf", ProblemCode.UNKNOWN_CODE));
    }

    private String insert(
            Actor actor,
            long clinicId,
            String name,
            FormKind kind,
            boolean formal,
            String competences,
            FormDefinition definition) {
        String word = word(name);
        for (int number = 1; ; number++) {
            String code = "k" + clinicId + "-" + word + (number == 1 ? "" : "-" + number);
            // A code that was published once stays that form's.
            if (rows.newest(code).isEmpty()
                    && drafts.begin(
                                    clinicId,
                                    code,
                                    kind.name(),
                                    name,
                                    formal,
                                    competences,
                                    definitions.write(definition),
                                    actor.personId(),
                                    today.utc())
                            == 1) {
                return code;
            }
        }
    }

    /** The name as a part of a code: ä as a, runs of other characters as one hyphen. */
    static String word(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain;
        String word = cut.replaceAll("-+$", "");
        return word.isEmpty() ? "formular" : word;
    }
}
