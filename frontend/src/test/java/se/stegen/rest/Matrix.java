package se.stegen.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads a table of the access matrix. */
final class Matrix {
    private Matrix() {}

    /**
     * A row.
     *
     * @param call what is tried
     * @param cells what is expected, column by column
     * @param has the text that tells + from -; empty for none
     * @param body what is sent; empty for nothing
     */
    record Row(String call, List<String> cells, String has, String body) {}

    /** The rows of a file beside this package's tests; the call takes the given number of words. */
    static List<Row> read(String file, int callWords) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Matrix.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith("    ")) {
                    Row row = rows.removeLast();
                    String text = line.strip();
                    rows.add(
                            text.startsWith("has ")
                                    ? new Row(row.call(), row.cells(), text.substring(4), row.body())
                                    : new Row(row.call(), row.cells(), row.has(), text.substring(5)));
                    continue;
                }
                List<String> words = Arrays.asList(line.split("\\s+", -1));
                List<String> cells = words.subList(callWords, words.size());
                if (cells.size() != MatrixFixtures.COLUMNS.size()) {
                    throw new AssertionError(cells.size() + " cells in: " + line);
                }
                rows.add(new Row(String.join(" ", words.subList(0, callWords)), cells, "", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
