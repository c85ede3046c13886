package se.stegen.common;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A table as spreadsheets write it: commas, semicolons or tabs; UTF-8 with or without a byte order mark, UTF-16 with
 * one, or Windows-1252; a first line {@code sep=;}; empty lines and columns; {@code ="07"} and hard spaces in cells.
 *
 * @param columns names of the columns, in lower case
 * @param rows the lines that have something in them
 */
public record CsvTable(List<String> columns, List<Row> rows) {
    /** Greatest number of rows that is read. */
    public static final int MAX_ROWS = 20_000;

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    /**
     * One line.
     *
     * @param line its number in the file, the header being 1
     * @param cells text per column name, without blanks at its ends, never empty
     */
    public record Row(int line, Map<String, String> cells) {
        /** The cell's text; empty where there is none. */
        public String text(String column) {
            return cells.getOrDefault(column.toLowerCase(Locale.ROOT), "");
        }

        /**
         * The cell as a day: {@code 2026-11-21}, {@code 20261121}, with a time after it, or a spreadsheet's day number.
         * Empty where the cell is.
         *
         * @throws Problem {@code INVALID_FIELD} where it is no day
         */
        public Optional<LocalDate> date(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                if (text.matches("\\d{5}")) {
                    return Optional.of(EXCEL_EPOCH.plusDays(Long.parseLong(text)));
                }
                if (text.matches("\\d{8}")) {
                    return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
                }
                return Optional.of(LocalDate.parse(text.replaceFirst("[ T]\\d{1,2}:\\d{2}(:\\d{2})?$", "")));
            } catch (DateTimeException e) {
                throw Problem.field(column, ProblemCode.INVALID_FIELD);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @param required columns that have to be there
     * @throws Problem {@code UNREADABLE} where it is no such table, {@code REQUIRED} on a column that is missing,
     *     {@code TOO_LARGE} with more rows than {@link #MAX_ROWS}
     */
    public static CsvTable read(byte[] file, Set<String> required) {
        String text = decode(file);
        if (text.indexOf('\0') >= 0) {
            throw Problem.of(ProblemCode.UNREADABLE);
        }
        if (text.regionMatches(true, 0, "sep=", 0, 4)) {
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord csv : parser) {
                if (columns.isEmpty()) {
                    csv.forEach(cell -> columns.add(clean(cell).toLowerCase(Locale.ROOT)));
                    continue;
                }
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < Math.min(csv.size(), columns.size()); i++) {
                    String cell = clean(csv.get(i));
                    if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
                        cells.putIfAbsent(columns.get(i), cell);
                    }
                }
                if (!cells.isEmpty()) {
                    rows.add(new Row((int) csv.getRecordNumber(), Map.copyOf(cells)));
                }
                if (rows.size() > MAX_ROWS) {
                    throw Problem.of(ProblemCode.TOO_LARGE);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(ProblemCode.UNREADABLE);
        }
        for (String column : required) {
            if (!columns.contains(column.toLowerCase(Locale.ROOT))) {
                throw Problem.field(column, ProblemCode.REQUIRED);
            }
        }
        return new CsvTable(List.copyOf(columns), List.copyOf(rows));
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // Excel's plain "CSV" on a Swedish Windows.
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private static String delimiter(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        String best = ";";
        long most = 0;
        for (String candidate : List.of(";", ",", "\t")) {
            long count = header.chars().filter(c -> c == candidate.charAt(0)).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static String clean(String cell) {
        String text = cell.replace('\u00a0', ' ').strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            text = text.substring(2, text.length() - 1).strip();
        }
        return text;
    }
}
