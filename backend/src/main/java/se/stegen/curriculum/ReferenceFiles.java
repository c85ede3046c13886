package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.stegen.common.CsvTable;

/** The specialties and goals that come with the program ({@code reference/} on the class path). */
final class ReferenceFiles {
    /**
     * A specialty with the regulations that it exists under.
     *
     * @param specialty the specialty
     * @param in2015 under SOSFS 2015:8
     * @param in2021 under HSLF-FS 2021:8
     */
    record SpecialtyLine(Specialty specialty, boolean in2015, boolean in2021) {}

    /**
     * The goals of a specialty under a regulation.
     *
     * @param regulation the regulation
     * @param specialtyCode the specialty
     * @param checked false where the selection or the whole set is not known
     * @param remark what is not sure
     * @param goals in the order of lists
     */
    record Edition(
            Regulation regulation,
            String specialtyCode,
            boolean checked,
            @Nullable String remark,
            List<Goal> goals) {}

    private final String hash;
    private final List<SpecialtyLine> specialties = new ArrayList<>();
    private final List<Edition> editions = new ArrayList<>();

    private ReferenceFiles(String hash) {
        this.hash = hash;
    }

    /** SHA-256 of all files, in hexadecimal. */
    static String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes("specialties.csv"));
            for (Regulation regulation : Regulation.values()) {
                digest.update(bytes(regulation.folder() + "/goals.csv"));
                digest.update(bytes(regulation.folder() + "/applicability.csv"));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReferenceFiles read() {
        ReferenceFiles files = new ReferenceFiles(contentHash());
        for (CsvTable.Row row : CsvTable.read(bytes("specialties.csv"), Set.of("code", "name", "kind", "group"))
                .rows()) {
            files.specialties.add(new SpecialtyLine(
                    new Specialty(
                            row.text("code"),
                            row.text("name"),
                            SpecialtyKind.valueOf(row.text("kind")),
                            row.text("group")),
                    Boolean.parseBoolean(row.text("in2015")),
                    Boolean.parseBoolean(row.text("in2021"))));
        }
        for (Regulation regulation : Regulation.values()) {
            files.readEditions(regulation);
        }
        return files;
    }

    private void readEditions(Regulation regulation) {
        Map<String, List<Goal>> goals = new HashMap<>();
        for (CsvTable.Row row : CsvTable.read(
                        bytes(regulation.folder() + "/goals.csv"), Set.of("specialty", "code", "group", "title"))
                .rows()) {
            String activities = row.text("activities");
            goals.computeIfAbsent(row.text("specialty"), s -> new ArrayList<>())
                    .add(new Goal(
                            row.text("code"),
                            GoalGroup.valueOf(row.text("group")),
                            row.text("title"),
                            activities.isEmpty() ? null : activities,
                            Boolean.parseBoolean(row.text("checked"))));
        }
        for (CsvTable.Row row : CsvTable.read(
                        bytes(regulation.folder() + "/applicability.csv"), Set.of("specialty", "b", "bt"))
                .rows()) {
            Set<String> b = Set.of(row.text("b").split(" "));
            boolean bChecked = Boolean.parseBoolean(row.text("bChecked"));
            boolean bt = Boolean.parseBoolean(row.text("bt"));
            List<Goal> set = new ArrayList<>(goals.getOrDefault(row.text("specialty"), List.of()));
            for (Goal goal : goals.getOrDefault("*", List.of())) {
                if (goal.group() == GoalGroup.A || (goal.group() == GoalGroup.BT && bt)) {
                    set.add(goal);
                } else if (goal.group() == GoalGroup.B && b.contains(goal.code())) {
                    set.add(new Goal(goal.code(), goal.group(), goal.title(), goal.activities(), bChecked));
                }
            }
            set.sort(Comparator.comparing(Goal::group));
            String remarks = row.text("remarks");
            editions.add(new Edition(
                    regulation,
                    row.text("specialty"),
                    remarks.isEmpty(),
                    remarks.isEmpty() ? null : "#" + remarks,
                    List.copyOf(set)));
        }
    }

    String hash() {
        return hash;
    }

    List<SpecialtyLine> specialties() {
        return specialties;
    }

    List<Edition> editions() {
        return editions;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ReferenceFiles.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing reference file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
