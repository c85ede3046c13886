package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.TemplateField;

/** Holds an assessor's answer against its form, and writes and reads it as it is stored. */
@Singleton
public class Answers {
    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** An answer that fits its form, as it is stored. */
    public record Checked(String answers, @Nullable Integer overall, String doMore, String workOn) {}

    /**
     * The answer as it is kept while it is written: it may be incomplete.
     *
     * @throws Problem {@code UNKNOWN_CODE} for what the form does not know, {@code OUT_OF_RANGE}, {@code TOO_LONG}
     */
    public Checked draft(AssessmentTemplate template, AssessmentAnswer answer) {
        return check(template, answer, false);
    }

    /**
     * The answer as it is signed.
     *
     * @throws Problem as for a draft, and {@code REQUIRED} where the form asks for more
     */
    public Checked complete(AssessmentTemplate template, AssessmentAnswer answer) {
        return check(template, answer, true);
    }

    private Checked check(AssessmentTemplate template, AssessmentAnswer answer, boolean complete) {
        Integer overall = answer.overall();
        int lowest = complete ? 1 : AssessmentAnswer.NOT_OBSERVED;
        if (overall != null && (overall < lowest || overall > template.highest())) {
            throw Problem.field("overall", ProblemCode.OUT_OF_RANGE);
        }
        Map<String, String> kept = new TreeMap<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, String> entry : answer.answers().entrySet()) {
            Optional<TemplateField> field = template.fields().stream()
                    .filter(f -> f.code().equals(entry.getKey()))
                    .findFirst();
            String name = "answers." + entry.getKey();
            if (field.isEmpty() || !fits(field.get(), entry.getValue())) {
                errors.add(new Problem.FieldError(name, ProblemCode.UNKNOWN_CODE));
            } else if (!entry.getValue().isBlank()) {
                kept.put(entry.getKey(), Texts.optional(name, entry.getValue(), Texts.LONG));
            }
        }
        if (complete) {
            leaveOut(template, kept);
            for (TemplateField field : template.fields()) {
                if (field.required() && field.isAsked(kept) && !kept.containsKey(field.code())) {
                    errors.add(new Problem.FieldError("answers." + field.code(), ProblemCode.REQUIRED));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        try {
            return new Checked(
                    json.writeValueAsString(kept),
                    overall,
                    Texts.optional("doMore", answer.doMore(), Texts.LONG),
                    Texts.optional("workOn", answer.workOn(), Texts.LONG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not asked for beside the other answers is no part of what is signed: nobody saw it then. */
    private static void leaveOut(AssessmentTemplate template, Map<String, String> kept) {
        for (TemplateField field : template.fields()) {
            if (!field.isAsked(kept)) {
                kept.remove(field.code());
            }
        }
    }

    private static boolean fits(TemplateField field, String value) {
        return switch (field.type()) {
            case TEXT -> true;
            case SCALE, CHOICE -> value.isBlank() || hasOption(field, value);
            case MULTI -> Texts.split(value).stream().allMatch(v -> hasOption(field, v));
        };
    }

    private static boolean hasOption(TemplateField field, String value) {
        return field.option(value).isPresent();
    }

    /** An answer as it was stored. */
    public AssessmentAnswer read(String answers, @Nullable Integer overall, String doMore, String workOn) {
        try {
            return new AssessmentAnswer(
                    json.readValue(answers, Argument.mapOf(String.class, String.class)), overall, doMore, workOn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
