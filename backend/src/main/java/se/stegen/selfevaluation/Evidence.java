package se.stegen.selfevaluation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import se.stegen.guideline.IndicatorCode;

/**
 * Which indicator shows which item of the checklist ({@code reference/self-evaluation-evidence.csv}), held by us against
 * the items' words. An item that is not in it is shown by nothing here: people have to answer it.
 */
final class Evidence {
    private static final String REFERENCE = "/reference/self-evaluation-evidence.csv";

    private static final class Holder {
        static final Map<String, List<Shows>> BY_ITEM = read();
    }

    /**
     * An indicator of an item.
     *
     * @param whole whether it shows the item as a whole
     */
    record Shows(IndicatorCode indicator, boolean whole) {}

    private Evidence() {}

    static List<Shows> of(String itemCode) {
        return Holder.BY_ITEM.getOrDefault(itemCode, List.of());
    }

    static Map<String, List<Shows>> all() {
        return Holder.BY_ITEM;
    }

    private static Map<String, List<Shows>> read() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, List<Shows>> all = new HashMap<>();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Evidence.class.getResourceAsStream(REFERENCE), REFERENCE),
                StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(in)) {
                all.computeIfAbsent(row.get("item"), none -> new ArrayList<>())
                        .add(new Shows(
                                IndicatorCode.valueOf(row.get("indicator")),
                                row.get("extent").equals("WHOLE")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
