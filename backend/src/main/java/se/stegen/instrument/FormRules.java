package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;

/**
 * When a form can be kept, and when it can be published. Errors name their field as {@code definition.} and the code of
 * the section, field or procedure.
 */
final class FormRules {
    static final int MOST_SECTIONS = 30;
    static final int MOST_FIELDS = 100;
    static final int MOST_OPTIONS = 30;
    static final int MOST_PROCEDURES = 100;
    static final int MOST_TIMES = 1000;
    private static final int LABEL = 500;
    private static final int HELP = 1000;
    private static final int LEAST_OPTIONS = 2;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String VALUE = "[A-Za-z0-9_-]{1,40}";

    private final FormKind kind;
    private final FormDefinition definition;
    private final boolean publish;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, TemplateField> before = new HashMap<>();

    private FormRules(FormKind kind, FormDefinition definition, boolean publish) {
        this.kind = kind;
        this.definition = definition;
        this.publish = publish;
    }

    /** What keeps the form from being saved as a draft: what is doubled, too long or too much. */
    static List<FieldError> draft(FormKind kind, FormDefinition definition) {
        return new FormRules(kind, definition, false).check();
    }

    /** What keeps it from being published: also what is missing, and conditions that cannot hold. */
    static List<FieldError> publish(FormKind kind, FormDefinition definition) {
        return new FormRules(kind, definition, true).check();
    }

    private List<FieldError> check() {
        List<TemplateField> fields = definition.fields();
        if (definition.sections().size() > MOST_SECTIONS || fields.size() > MOST_FIELDS) {
            add("definition", ProblemCode.OUT_OF_RANGE);
        }
        for (TemplateSection section : definition.sections()) {
            String at = code(section.code());
            text(at + ".heading", section.heading(), LABEL, false);
            text(at + ".help", section.help(), HELP, false);
            section.fields().forEach(this::field);
        }
        overall();
        procedures();
        if (publish && fields.isEmpty() && definition.overall() == null) {
            add("definition", ProblemCode.REQUIRED);
        }
        return errors;
    }

    private void field(TemplateField field) {
        String at = code(field.code());
        text(at + ".label", field.label(), LABEL, publish);
        text(at + ".help", field.help(), HELP, false);
        boolean chosen = field.type() != TemplateField.Type.TEXT;
        options(at + ".options", field.options(), publish && chosen ? LEAST_OPTIONS : 0, MOST_OPTIONS);
        TemplateField.Condition when = field.when();
        if (publish && when != null) {
            TemplateField on = before.get(when.field());
            if (on == null || on.option(when.value()).isEmpty()) {
                add(at + ".when", ProblemCode.UNKNOWN_CODE);
            }
        }
        before.put(field.code(), field);
    }

    private void overall() {
        OverallScale scale = definition.overall();
        if (scale == null) {
            if (publish && kind == FormKind.PROCEDURE) {
                add("definition.overall", ProblemCode.REQUIRED);
            }
            return;
        }
        text("definition.overall", scale.label(), LABEL, false);
        options("definition.overall", scale.steps(), publish ? OverallScale.LEAST_STEPS : 0, OverallScale.MOST_STEPS);
        for (int i = 0; i < scale.steps().size(); i++) {
            if (!scale.steps().get(i).value().equals(Integer.toString(i + 1))) {
                add("definition.overall", ProblemCode.INVALID_FIELD);
            }
        }
    }

    private void procedures() {
        List<Procedure> procedures = definition.procedures();
        if (procedures.size() > MOST_PROCEDURES || (kind != FormKind.PROCEDURE && !procedures.isEmpty())) {
            add("definition.procedures", ProblemCode.OUT_OF_RANGE);
        }
        if (publish && kind == FormKind.PROCEDURE && procedures.isEmpty()) {
            add("definition.procedures", ProblemCode.REQUIRED);
        }
        int highest = Templates.steps(definition);
        for (Procedure procedure : procedures) {
            String at = code(procedure.code());
            text(at + ".name", procedure.name(), LABEL, publish);
            Set<Integer> steps = new HashSet<>();
            for (Procedure.Level level : procedure.levels()) {
                boolean known = level.step() >= 1 && level.step() <= (publish ? highest : OverallScale.MOST_STEPS);
                if (!known || level.count() < 1 || level.count() > MOST_TIMES || !steps.add(level.step())) {
                    add(at + ".levels", ProblemCode.OUT_OF_RANGE);
                }
            }
            if (publish && procedure.levels().isEmpty()) {
                add(at + ".levels", ProblemCode.REQUIRED);
            }
        }
    }

    private void options(String at, List<TemplateField.Option> options, int least, int most) {
        if (options.size() < least) {
            add(at, ProblemCode.REQUIRED);
        }
        if (options.size() > most) {
            add(at, ProblemCode.OUT_OF_RANGE);
        }
        Set<String> values = new HashSet<>();
        for (TemplateField.Option option : options) {
            if (!option.value().matches(VALUE) || !values.add(option.value())) {
                add(at, ProblemCode.INVALID_FIELD);
            }
            text(at, option.label(), LABEL, publish);
            text(at, option.help(), HELP, false);
        }
    }

    /** Codes are the form's own and tell its parts apart. */
    private String code(String code) {
        String at = "definition." + code;
        boolean taken = kind == FormKind.PROCEDURE && code.equals(AssessmentTemplate.PROCEDURE);
        if (!code.matches(CODE) || taken || !codes.add(code)) {
            add(at, ProblemCode.INVALID_FIELD);
        }
        return at;
    }

    private void text(String at, @Nullable String text, int longest, boolean required) {
        if (text != null && text.length() > longest) {
            errors.add(new FieldError(at, ProblemCode.TOO_LONG, List.of(longest)));
        }
        if (required && (text == null || text.isBlank())) {
            add(at, ProblemCode.REQUIRED);
        }
    }

    private void add(String at, ProblemCode code) {
        errors.add(new FieldError(at, code));
    }
}
