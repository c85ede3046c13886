package se.stegen.spur;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** SPUR's checklist of 75 items ({@code reference/spur-checklist.csv}). */
public final class Checklist {
    private static final String REFERENCE = "/reference/spur-checklist.csv";

    private static final class Holder {
        static final List<ChecklistItem> ITEMS = read();
    }

    private Checklist() {}

    /** All items, by area and number. */
    public static List<ChecklistItem> items() {
        return Holder.ITEMS;
    }

    /** The items of an area, by number. */
    public static List<ChecklistItem> items(Area area) {
        return Holder.ITEMS.stream().filter(item -> item.area() == area).toList();
    }

    /** The item of a code. */
    public static Optional<ChecklistItem> item(String code) {
        return Holder.ITEMS.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** The item that a report prints, whatever its line breaks and punctuation; empty where none reads the same. */
    public static Optional<ChecklistItem> understand(String printed) {
        String words = plain(printed);
        return words.isEmpty()
                ? Optional.empty()
                : Holder.ITEMS.stream()
                        .filter(item -> plain(item.text()).equals(words))
                        .findFirst();
    }

    /** Whether an item of the area begins with these words: how one is known that follows without a heading. */
    static boolean begins(Area area, String printed) {
        String words = plain(printed);
        return words.length() >= 12
                && items(area).stream().anyMatch(item -> plain(item.text()).startsWith(words));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<ChecklistItem> read() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<ChecklistItem> items = new ArrayList<>();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Checklist.class.getResourceAsStream(REFERENCE), REFERENCE),
                StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(in)) {
                items.add(new ChecklistItem(
                        row.get("code"),
                        Area.valueOf(row.get("area")),
                        Integer.parseInt(row.get("number")),
                        row.get("text"),
                        RuleKind.valueOf(row.get("kind_2015")),
                        RuleKind.valueOf(row.get("kind_2021")),
                        row.get("certainty")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(items);
    }
}
