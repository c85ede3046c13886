package se.stegen.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.database.RunningDatabase;

/**
 * Makes a nation of the demo region: copies of its rows with other keys, straight in the database. A whole copy is a region
 * with its own hospitals, clinics, leaders and doctors; the others add doctors, with all their records, to the clinics of a
 * whole one. What the program never reads for a figure or a page (logs, mail, links, drafts of forms) is not copied, nor are
 * catalogues. The seals of copied signatures are not theirs: {@code ./stegen verify} would say so.
 */
final class Copies {
    /** Keys of a copy begin at its number times this. */
    private static final long STRIDE = 1_000_000;

    /** Every so many copies as many again as whole ones, so that a clinic has a dozen doctors. */
    private static final int WHOLE_OF_77 = 42;

    /** A nation: 12,089 doctors at 1,008 clinics. */
    static final int NATION = 77;

    private static final Set<String> PLACES = Set.of("organisation", "clinic");

    /** Of clinics and organisations themselves: only whole copies have them. */
    private static final Set<String> OF_PLACES = Set.of(
            "organisation",
            "clinic",
            "teaching_session",
            "teaching_attendance",
            "studierektor_time",
            "review",
            "review_area",
            "review_grade",
            "review_action",
            "review_action_event",
            "general_programme",
            "general_programme_item",
            "general_programme_item_goal",
            "guideline_override",
            "guideline_change");

    private static final Set<String> OF_DOCTORS = Set.of(
            "person",
            "role_assignment",
            "qualification",
            "programme",
            "programme_regulation",
            "post",
            "main_supervisor",
            "employment_rate",
            "leave_period",
            "credit",
            "placement",
            "placement_goal",
            "activity_evaluation",
            "iup",
            "iup_item",
            "iup_item_goal",
            "iup_submission",
            "iup_approval",
            "iup_version",
            "supervision",
            "supervision_goal",
            "assessment",
            "assessment_goal",
            "state_change",
            "signature_chain",
            "signature",
            "goal_evidence",
            "goal_attestation",
            "goal_attestation_evidence",
            "collegium",
            "collegium_trainee",
            "collegium_outcome",
            "collegium_outcome_version",
            "collegium_talk",
            "collegium_action",
            "meeting",
            "meeting_agreement",
            "self_study",
            "self_study_goal");

    /** Keys of rows of ours that no foreign key tells of. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "goal_evidence", Set.of("record_id"),
            "goal_attestation_evidence", Set.of("record_id"),
            "state_change", Set.of("record_id"),
            "signature_chain", Set.of("programme_id"),
            "signature", Set.of("programme_id", "record_id", "signer_id"),
            "iup", Set.of("submission_id"));

    /** Texts that are of one row only. */
    private static final Map<String, Map<String, String>> UNIQUE = Map.of(
            "person", Map.of("username", "CONCAT(username, '.', %d)", "email", "CONCAT(%d, '.', email)"),
            "organisation", Map.of("name", "CONCAT(name, ' ', %d)"),
            "clinic", Map.of("name", "CONCAT(name, ' ', %d)"),
            "signature", Map.of("public_id", "LEFT(CONCAT(%d, '-', public_id), CHAR_LENGTH(public_id))"));

    private final Connection owner;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, Map<String, String>> references = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, Boolean> generated = new HashMap<>();

    private Copies(Connection owner) {
        this.owner = owner;
    }

    /**
     * Goes on from copy {@code from} up to {@code to}; copy 0 is the demo itself.
     *
     * @return how long it took
     */
    static Duration make(RunningDatabase database, int from, int to) throws SQLException {
        long start = System.nanoTime();
        try (Connection owner =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            Copies copies = new Copies(owner);
            copies.read();
            copies.copy(from, to);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The region whose clinics the doctors of a copy are at. */
    private static long region(int copy) {
        int round = copy / NATION;
        int inRound = copy % NATION;
        return (long) round * NATION + inRound % WHOLE_OF_77;
    }

    private static boolean whole(int copy) {
        return copy % NATION < WHOLE_OF_77;
    }

    private void read() throws SQLException {
        Set<String> ours = new HashSet<>(OF_PLACES);
        ours.addAll(OF_DOCTORS);
        try (Statement sql = owner.createStatement()) {
            try (ResultSet rows = sql.executeQuery("SELECT c.TABLE_NAME, c.COLUMN_NAME, c.EXTRA FROM"
                    + " information_schema.COLUMNS c WHERE c.TABLE_SCHEMA = DATABASE() ORDER BY c.ORDINAL_POSITION")) {
                while (rows.next()) {
                    String table = rows.getString(1);
                    if (ours.contains(table)
                            && !rows.getString(3)
                                    .toUpperCase(java.util.Locale.ROOT)
                                    .contains("GENERATED")) {
                        columns.computeIfAbsent(table, t -> new ArrayList<>()).add(rows.getString(2));
                        if (rows.getString(3).contains("auto_increment")) {
                            generated.put(table, true);
                        }
                    }
                }
            }
            try (ResultSet rows = sql.executeQuery("SELECT TABLE_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME FROM"
                    + " information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE()"
                    + " AND REFERENCED_COLUMN_NAME = 'id'")) {
                while (rows.next()) {
                    references
                            .computeIfAbsent(rows.getString(1), t -> new HashMap<>())
                            .put(rows.getString(2), rows.getString(3));
                }
            }
            try (ResultSet rows = sql.executeQuery("SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' AND SEQ_IN_INDEX = 1")) {
                while (rows.next()) {
                    first.put(rows.getString(1), rows.getString(2));
                }
            }
        }
    }

    private void copy(int from, int to) throws SQLException {
        List<String> tables = columns.keySet().stream().sorted().toList();
        owner.setAutoCommit(false);
        try (Statement sql = owner.createStatement()) {
            sql.execute("SET FOREIGN_KEY_CHECKS = 0");
            sql.execute("SET UNIQUE_CHECKS = 0");
            List<String> guards = takeAside(sql);
            for (int copy = Math.max(1, from); copy < to; copy++) {
                for (String table : tables) {
                    if (whole(copy) || !OF_PLACES.contains(table)) {
                        sql.executeUpdate(statement(table, copy));
                    }
                }
                owner.commit();
            }
            for (String guard : guards) {
                sql.execute(guard);
            }
            for (String table : tables) {
                sql.execute("ANALYZE TABLE " + table);
            }
            owner.commit();
        }
    }

    /**
     * Drops the triggers of what is copied and tells how to make them anew: where a table has one, MariaDB 11.4 takes a
     * calculated column for empty from the second row of an INSERT … SELECT on.
     */
    private List<String> takeAside(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE FROM"
                + " information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()")) {
            while (rows.next()) {
                if (columns.containsKey(rows.getString(2))) {
                    names.add(rows.getString(1));
                }
            }
        }
        List<String> guards = new ArrayList<>();
        for (String name : names) {
            try (ResultSet row = sql.executeQuery("SHOW CREATE TRIGGER " + name)) {
                row.next();
                guards.add(row.getString("SQL Original Statement"));
            }
            sql.execute("DROP TRIGGER " + name);
        }
        return guards;
    }

    private String statement(String table, int copy) {
        List<String> names = columns.getOrDefault(table, List.of());
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") SELECT "
                + names.stream().map(name -> value(table, name, copy)).collect(Collectors.joining(", ")) + " FROM "
                + table + " WHERE " + first.get(table) + " < " + STRIDE;
    }

    private String value(String table, String column, int copy) {
        long ofDoctors = copy * STRIDE;
        long ofPlaces = region(copy) * STRIDE;
        String unique = UNIQUE.getOrDefault(table, Map.of()).get(column);
        if (unique != null) {
            return unique.formatted(copy);
        }
        if ("id".equals(column) && generated.containsKey(table)) {
            return "id + " + ofDoctors;
        }
        if ("role_assignment".equals(table) && "scope_id".equals(column)) {
            return "scope_id + " + ofPlaces;
        }
        String to = references.getOrDefault(table, Map.of()).get(column);
        if (to != null && PLACES.contains(to)) {
            return column + " + " + ofPlaces;
        }
        boolean ours = to != null && (OF_PLACES.contains(to) || OF_DOCTORS.contains(to));
        return ours || KEYS.getOrDefault(table, Set.of()).contains(column) ? column + " + " + ofDoctors : column;
    }
}
