package se.stegen.activityreport;

import java.util.List;

/** A part of a document, whatever it is written as. */
sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 or 2; the title stands above
     */
    record Heading(int level, String text) implements Block {}

    /** A paragraph. */
    record Words(String text) implements Block {}

    /** A place for one's own text, with a sentence that says what belongs there. */
    record Own(String text) implements Block {}

    /**
     * A table.
     *
     * @param name said above it
     * @param columns its header row
     */
    record Table(String name, List<String> columns, List<List<String>> rows) implements Block {}

    /**
     * A picture of 720 × {@code height} points.
     *
     * @param said what is to be seen in it, for who cannot see it; the table beside it has the figures
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Picture(byte[] png, int height, String said) implements Block {
        static final int WIDTH = 720;
    }
}
