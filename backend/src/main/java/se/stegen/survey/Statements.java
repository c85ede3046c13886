package se.stegen.survey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import se.stegen.common.Texts;
import se.stegen.spur.Area;

/**
 * The statements in editions ({@code reference/survey-statements-N.csv}): an edition in which surveys were answered is
 * never changed, a new one gets a new number. What was published is {@code reference/survey-references.csv}.
 */
public final class Statements {
    /** The edition that new surveys ask. */
    public static final int EDITION = 1;

    private static final String REFERENCES = "/reference/survey-references.csv";

    private static final class Holder {
        static final Map<Integer, List<Statement>> EDITIONS = editions();
    }

    private Statements() {}

    /** The statements of an edition, by area and number. */
    public static List<Statement> of(int edition) {
        return Objects.requireNonNull(Holder.EDITIONS.get(edition), () -> "edition " + edition);
    }

    /** Those that a group is asked. */
    public static List<Statement> of(int edition, RespondentGroup group) {
        return of(edition).stream().filter(one -> one.groups().contains(group)).toList();
    }

    /** The statement of a code. */
    public static Optional<Statement> statement(int edition, String code) {
        return of(edition).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static Map<Integer, List<Statement>> editions() {
        Map<String, Map<RespondentGroup, PublishedShare>> published = new HashMap<>();
        for (CSVRecord row : rows(REFERENCES)) {
            published
                    .computeIfAbsent(row.get("code"), none -> new EnumMap<>(RespondentGroup.class))
                    .put(
                            RespondentGroup.valueOf(row.get("group")),
                            new PublishedShare(
                                    Integer.parseInt(row.get("percent")),
                                    Integer.parseInt(row.get("n")),
                                    row.get("source")));
        }
        Map<Integer, List<Statement>> editions = new HashMap<>();
        for (int edition = 1; edition <= EDITION; edition++) {
            List<Statement> statements = new ArrayList<>();
            for (CSVRecord row : rows("/reference/survey-statements-" + edition + ".csv")) {
                String code = row.get("code");
                statements.add(new Statement(
                        code,
                        Area.valueOf(row.get("area")),
                        Texts.split(row.get("items").replace(' ', ',')),
                        groups(row.get("groups")),
                        row.get("sv"),
                        row.get("en"),
                        row.get("short_sv"),
                        row.get("short_en"),
                        published.getOrDefault(code, Map.of())));
            }
            editions.put(edition, List.copyOf(statements));
        }
        return editions;
    }

    private static Set<RespondentGroup> groups(String letters) {
        Set<RespondentGroup> groups = EnumSet.noneOf(RespondentGroup.class);
        for (RespondentGroup group : RespondentGroup.values()) {
            if (letters.indexOf(group.letter()) >= 0) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static List<CSVRecord> rows(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Statements.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
