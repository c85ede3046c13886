package se.stegen.common;

import java.util.List;
import java.util.Locale;

/**
 * A refusal with a code, shown to a user or answered as problem+json. Nothing was changed where one is thrown: every
 * service method is one transaction.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;

    /**
     * One field that is wrong.
     *
     * @param field the field's name in the API
     * @param code why it is refused
     * @param arguments what to put into the text
     */
    public record FieldError(String field, ProblemCode code, List<Object> arguments) {
        /** A field error without arguments. */
        public FieldError(String field, ProblemCode code) {
            this(field, code, List.of());
        }
    }

    private Problem(ProblemCode code, List<Object> arguments, List<FieldError> errors) {
        super(code.name(), null, false, false);
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
    }

    /** A refusal of the whole request. */
    public static Problem of(ProblemCode code, Object... arguments) {
        return new Problem(code, List.of(arguments), List.of());
    }

    /** A refusal because of one field. */
    public static Problem field(String field, ProblemCode code, Object... arguments) {
        return new Problem(code, List.of(arguments), List.of(new FieldError(field, code, List.of(arguments))));
    }

    /** A refusal because of several fields; its code is the first one's. Must not be empty. */
    public static Problem fields(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new Problem(first.code(), first.arguments(), List.copyOf(errors));
    }

    /** What does not exist or what the actor may not know of. */
    public static Problem notFound() {
        return of(ProblemCode.NOT_FOUND);
    }

    /** What the actor sees but may not do. */
    public static Problem forbidden() {
        return of(ProblemCode.FORBIDDEN);
    }

    /** The stable code. */
    public ProblemCode code() {
        return code;
    }

    /** What is put into the text. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The fields that are wrong; empty where the request as a whole is refused. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The text for a user. */
    public String text(Locale locale) {
        return Messages.get(locale, code.messageKey(), arguments.toArray());
    }
}
