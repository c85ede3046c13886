package se.stegen.common;

import java.util.List;

/**
 * What bringing in a file will do, line by line; nothing has been changed.
 *
 * @param lines in the file's order
 */
public record ImportPreview(List<Line> lines) {
    /** What becomes of a line. */
    public enum Outcome {
        /** Something new. */
        CREATE,
        /** Something that is there is changed. */
        UPDATE,
        /** Something that is there is no longer in the file and goes. */
        REMOVE,
        /** Is there already. */
        UNCHANGED,
        /** Cannot be brought in; see the errors. */
        ERROR
    }

    /**
     * One line.
     *
     * @param line its number in the file, the header being 1; 0 for what is not in the file
     * @param subject whom or what it is about, as the file says it
     * @param outcome what becomes of it
     * @param errors why not, per column; empty unless the outcome is {@code ERROR}
     */
    public record Line(int line, String subject, Outcome outcome, List<Problem.FieldError> errors) {}

    /** Lines with this outcome. */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Whether any line has an error; then nothing can be brought in. */
    public boolean hasErrors() {
        return count(Outcome.ERROR) > 0;
    }
}
