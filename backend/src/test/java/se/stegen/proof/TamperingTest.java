package se.stegen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.database.TestDatabase;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The owner of the database tampers with everything that was signed, by SQL; verify finds it and says where. */
class TamperingTest {
    private static final Set<String> OWN =
            Set.of("signature", "signature_chain", "signature_tombstone", "signature_start");

    private static ApplicationContext context;
    private static Path dataDir;
    private static SignedPortfolio one;
    private static SignedPortfolio other;

    @BeforeAll
    static void signEverything() {
        TestProgram.bean(Signatures.class);
        TestDatabase.clear();
        TestProgram.reference();
        Map<String, Object> settings = TestProgram.settings();
        dataDir = Path.of(String.valueOf(settings.get("stegen.data-dir")));
        context = ApplicationContext.run(settings, "test");
        one = new SignedPortfolio(context);
        other = new SignedPortfolio(context);
        context.getBean(Erasure.class)
                .erase(Fixtures.admin(), publicId("SUPERVISION", one.session()), "DNR 2026/17", "Beslut av nämnden");
    }

    @AfterAll
    static void emptyAgain() {
        context.close();
        TestDatabase.clear();
        TestProgram.reference();
    }

    /** A 360's assessment goes with its round and its answers; one that was mailed, reminded of and scanned with all that. */
    @Test
    void whatHangsOnAnErasedAssessmentGoesWithIt() throws SQLException {
        long round = one.round();
        long mailed = one.assessment();
        for (String sql : List.of(
                "INSERT INTO assessment_link (token_hash, assessment_id, email, created_at, expires_at)"
                        + " VALUES (UUID(), " + mailed + ", 'a@x.example', NOW(6), NOW(6))",
                "INSERT INTO assessment_code (token_hash, assessment_id, created_at, expires_at)" + " VALUES (UUID(), "
                        + mailed + ", NOW(6), NOW(6))",
                "INSERT INTO assessment_receipt (token_hash, assessment_id, expires_at)" + " VALUES (UUID(), " + mailed
                        + ", NOW(6))",
                "INSERT INTO goal_evidence (programme_id, goal_code, record_kind, record_id, linked_by, linked_at)"
                        + " VALUES (" + one.programme + ", 'c2', 'ASSESSMENT', " + mailed + ", " + one.doctor.personId()
                        + ", NOW(6))")) {
            Fixtures.execute(sql);
        }
        Erasure erasure = context.getBean(Erasure.class);
        erasure.erase(Fixtures.admin(), publicId("ASSESSMENT", round), "DNR 2026/18", "Beslut");
        erasure.erase(Fixtures.admin(), publicId("ASSESSMENT", mailed), "DNR 2026/19", "Beslut");
        for (String table : List.of("feedback_round", "assessment_link", "assessment_code", "assessment_receipt")) {
            assertEquals(
                    0,
                    Fixtures.number("SELECT COUNT(*) FROM " + table + " WHERE assessment_id IN (" + round + ", "
                            + mailed + ")"),
                    table);
        }
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM goal_evidence WHERE record_id = ?", mailed));
        assertClean();
    }

    private static String publicId(String kind, long record) {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement query = owner.prepareStatement(
                        "SELECT public_id FROM signature WHERE kind = ? AND record_id = ? AND record_part = ''")) {
            query.setString(1, kind);
            query.setLong(2, record);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> findings() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection program = TestDatabase.asProgram()) {
            Verified verified = new Verifier(context.getBean(ProofKeys.class), dataDir).verify(program, findings::add);
            assertEquals(findings.size(), verified.findings());
        }
        return findings;
    }

    private static void assertClean() throws SQLException {
        assertEquals(List.of(), findings());
    }

    private static Set<String> signedTables() {
        Set<String> tables = new LinkedHashSet<>(OWN);
        SignedTables.all().forEach(table -> table.parts().forEach(part -> tables.add(part.table())));
        tables.remove("programme");
        return tables;
    }

    @Test
    void everyKindIsSignedOnceAndNothingElseIsFound() throws SQLException {
        assertClean();
        for (SignatureKind kind : SignatureKind.values()) {
            assertTrue(Fixtures.number("SELECT COUNT(*) FROM signature WHERE kind = ?", kind.name()) >= 2, kind.name());
        }
        assertTrue(signedTables()
                .containsAll(Set.of(
                        "supervision",
                        "supervision_goal",
                        "assessment",
                        "assessment_goal",
                        "assessment_template",
                        "assessment_confirmation",
                        "voiding",
                        "iup_submission",
                        "iup_approval",
                        "iup_version",
                        "goal_attestation",
                        "goal_attestation_evidence",
                        "goal_attestation_withdrawal")));
    }

    @Test
    void aChangeOfAnyColumnIsFoundAndNamed() throws SQLException {
        List<String> unfound = new ArrayList<>();
        try (Owner owner = new Owner()) {
            for (String table : signedTables()) {
                owner.remember(table);
                for (Column column : columns(owner, table)) {
                    for (String change : column.changes()) {
                        String sql = "UPDATE " + table + " SET " + column.name() + " = " + change
                                + (table.equals("assessment_template")
                                        ? " ORDER BY code = 'mini-cex' DESC, version DESC"
                                        : "")
                                + " LIMIT 1";
                        assertEquals(1, owner.execute(sql), sql);
                        if (findings().stream()
                                .noneMatch(finding -> finding.table().equals(table))) {
                            unfound.add(sql + " -> " + findings());
                        }
                        owner.putBack(table);
                    }
                }
                assertClean();
            }
        }
        assertEquals(List.of(), unfound);
    }

    @Test
    void aDeletedRowIsFoundInEveryTable() throws SQLException {
        try (Owner owner = new Owner()) {
            for (String table : signedTables()) {
                owner.remember(table);
                String order = switch (table) {
                    case "assessment_template" -> " ORDER BY code = 'mini-cex' DESC, version DESC";
                    // Its keys are random: the first round's, not that of some further portfolio.
                    case "feedback_answer" -> " ORDER BY round_id";
                    default -> "";
                };
                assertEquals(1, owner.execute("DELETE FROM " + table + order + " LIMIT 1"));
                List<Finding> findings = findings();
                assertFalse(findings.isEmpty(), table);
                assertTrue(
                        findings.stream()
                                .anyMatch(finding -> finding.programmeId() == one.programme
                                        || finding.programmeId() == other.programme
                                        || table.equals("signature_start")),
                        findings.toString());
                owner.putBack(table);
                assertClean();
            }
        }
    }

    @Test
    void anotherDoctorsRecordIsFound() throws SQLException {
        try (Owner owner = new Owner()) {
            owner.remember("assessment");
            owner.execute("UPDATE assessment SET programme_id = CASE id WHEN " + one.assessment + " THEN "
                    + other.programme + " ELSE " + one.programme + " END WHERE id IN (" + one.assessment + ", "
                    + other.assessment + ")");
            List<String> keys = findings().stream()
                    .filter(finding -> finding.table().equals("assessment"))
                    .map(Finding::key)
                    .distinct()
                    .toList();
            assertEquals(List.of(Long.toString(one.assessment), Long.toString(other.assessment)), keys);
            owner.putBack("assessment");
            owner.remember("programme");
            owner.execute(
                    "UPDATE programme SET person_id = " + other.doctor.personId() + " WHERE id = " + one.programme);
            assertTrue(findings().size() > 5);
            owner.putBack("programme");
        }
        assertClean();
    }

    @Test
    void aRecordThatWasPutInAsSignedIsFound() throws SQLException {
        try (Owner owner = new Owner()) {
            for (String table : List.of("assessment", "supervision", "voiding", "goal_attestation")) {
                owner.remember(table);
                String key = table.equals("voiding") ? "record_id" : "id";
                owner.execute("CREATE TEMPORARY TABLE forged AS SELECT * FROM " + table + " LIMIT 1");
                owner.execute("UPDATE forged SET " + key + " = 999999999");
                owner.execute("INSERT INTO " + table + " SELECT * FROM forged");
                owner.execute("DROP TEMPORARY TABLE forged");
                assertTrue(
                        findings().stream()
                                .anyMatch(finding -> finding.table().equals(table)
                                        && finding.key().startsWith("999999999")
                                        && finding.what().equals("signed, but without signature")),
                        table);
                owner.putBack(table);
            }
        }
        assertClean();
    }

    @Test
    void theLastOneRemovedWithItsSignatureIsFoundByTheHead() throws SQLException {
        long chain = one.programme;
        try (Owner owner = new Owner()) {
            rememberAll(owner);
            removeLast(owner, chain);
            assertFound("signature_chain", Long.toString(chain));
            owner.execute("UPDATE signature_chain SET length = length - 1, head_hash = (SELECT g.hash FROM signature g"
                    + " WHERE g.programme_id = " + chain + " ORDER BY g.number DESC LIMIT 1) WHERE programme_id = "
                    + chain);
            assertFound("signature_chain", Long.toString(chain));
            putAllBack(owner);
        }
        assertClean();
    }

    @Test
    void aHeadThatWasSetBackToAnEarlierOneIsFoundByTheCheckpoint() throws SQLException {
        SignedPortfolio third = new SignedPortfolio(context);
        try (Owner owner = new Owner()) {
            owner.remember("signature_chain");
            third.session();
            context.getBean(ProofStart.class).checkpoint();
            rememberAllBut(owner, "signature_chain");
            owner.execute("CREATE TABLE kept_now AS SELECT * FROM signature_chain");
            removeLast(owner, third.programme);
            owner.putBack("signature_chain");
            assertEquals(
                    List.of("signature_chain " + third.programme),
                    findings().stream().map(f -> f.table() + " " + f.key()).toList());
            // Signing and checkpoints after that do not make it good.
            third.session();
            third.session();
            context.getBean(ProofStart.class).checkpoint();
            assertEquals(
                    List.of("another one stood here at a checkpoint"),
                    findings().stream().map(Finding::what).toList());
            owner.execute("DELETE FROM signature WHERE programme_id = " + third.programme);
            owner.execute("DELETE FROM signature_chain WHERE programme_id = " + third.programme);
            assertFound("signature_chain", Long.toString(third.programme));
            owner.execute("DELETE FROM signature_chain");
            owner.execute("INSERT INTO signature_chain SELECT * FROM kept_now");
            for (String table : List.of("supervision", "supervision_goal", "signature")) {
                owner.putBack(table);
            }
        }
        assertClean();
    }

    @Test
    void aChainThatWasMadeAnewWithoutTheKeyIsFound() throws SQLException {
        ProofKey forged = ProofKey.ofSeed(ProofKey.newSeed());
        try (Owner owner = new Owner()) {
            owner.remember("signature");
            owner.remember("signature_chain");
            owner.remember("supervision");
            owner.execute("UPDATE supervision SET minutes = 'Något annat' WHERE id = " + one.session);
            String hash = Canonical.NO_HASH;
            int length = 0;
            List<SignatureRow> rows = new ArrayList<>();
            try (Statement query = owner.connection().createStatement();
                    ResultSet all = query.executeQuery("SELECT " + SignatureRow.COLUMNS + " FROM signature WHERE"
                            + " programme_id = " + one.programme + " ORDER BY number")) {
                while (all.next()) {
                    rows.add(SignatureRow.of(all));
                }
            }
            owner.execute("DELETE FROM signature WHERE programme_id = " + one.programme);
            for (SignatureRow row : rows) {
                String content = row.content();
                if (row.kind().equals("SUPERVISION") && row.recordId() == one.session && content != null) {
                    content = content.replace("Om bråck\\n\\\"citat\\\"", "Något annat");
                    assertTrue(content.contains("Något annat"), content);
                }
                SignatureRow again = new SignatureRow(
                                row.programmeId(),
                                row.number(),
                                row.publicId(),
                                row.kind(),
                                row.recordId(),
                                row.recordPart(),
                                content,
                                content == null ? row.contentHash() : Canonical.sha256(content),
                                row.signerId(),
                                row.signerName(),
                                row.signerRole(),
                                row.method(),
                                row.signedAt(),
                                row.sealedAt(),
                                row.transferred(),
                                hash,
                                "",
                                row.keyId(),
                                "")
                        .hashed()
                        .signedBy(forged);
                try (PreparedStatement insert = owner.connection().prepareStatement(SignatureRow.INSERT)) {
                    again.into(insert);
                    insert.executeUpdate();
                }
                hash = again.hash();
                length = again.number();
            }
            ChainRow head = new ChainRow(one.programme, length, hash, forged.id(), "");
            owner.execute("UPDATE signature_chain SET head_hash = '" + hash + "', signature = '"
                    + forged.sign(head.statement()) + "' WHERE programme_id = " + one.programme);
            List<Finding> findings = findings();
            assertEquals(
                    rows.size(),
                    findings.stream()
                            .filter(f ->
                                    f.table().equals("signature") && f.what().equals("not signed by a key of ours"))
                            .count());
            assertFound("signature_chain", Long.toString(one.programme));
            for (String table : List.of("signature", "signature_chain", "supervision")) {
                owner.putBack(table);
            }
        }
        assertClean();
    }

    @Test
    void rowsThatWereAddedToASignedRecordAreFound() throws SQLException {
        try (Owner owner = new Owner()) {
            for (String table : List.of("assessment_goal", "supervision_goal")) {
                owner.remember(table);
                long id = table.equals("assessment_goal") ? one.assessment : one.session;
                owner.execute("INSERT INTO " + table + " VALUES (" + id + ", 'c9')");
                assertFound(table, Long.toString(id));
                owner.putBack(table);
            }
        }
        assertClean();
    }

    private static void assertFound(String table, String key) throws SQLException {
        List<Finding> findings = findings();
        assertTrue(
                findings.stream()
                        .anyMatch(f -> f.table().equals(table) && f.key().equals(key)),
                table + " " + key + " in " + findings);
    }

    private static void removeLast(Owner owner, long chain) throws SQLException {
        String last = " FROM signature WHERE programme_id = " + chain + " ORDER BY number DESC LIMIT 1";
        String kind = owner.text("SELECT kind" + last);
        String record = owner.text("SELECT record_id" + last);
        if ("SUPERVISION".equals(kind)) {
            owner.execute("DELETE FROM supervision_goal WHERE supervision_id = " + record);
            owner.execute("DELETE FROM supervision WHERE id = " + record);
        } else {
            owner.execute("DELETE FROM goal_attestation_evidence WHERE attestation_id = " + record);
            owner.execute("DELETE FROM goal_attestation WHERE id = " + record);
        }
        owner.execute("DELETE" + last);
    }

    private static void rememberAll(Owner owner) throws SQLException {
        for (String table : signedTables()) {
            owner.remember(table);
        }
    }

    private static void rememberAllBut(Owner owner, String but) throws SQLException {
        for (String table : signedTables()) {
            if (!table.equals(but)) {
                owner.remember(table);
            }
        }
    }

    private static void putAllBack(Owner owner) throws SQLException {
        for (String table : signedTables()) {
            owner.putBack(table);
        }
    }

    private static List<Column> columns(Owner owner, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = owner.connection()
                .prepareStatement("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3).equals("YES")));
                }
            }
        }
        return columns;
    }

    private record Column(String name, String type, boolean nullable) {
        /** Values that are others than the one that is there: a near one, and none where there may be none. */
        List<String> changes() {
            List<String> changes = new ArrayList<>();
            String other = switch (type) {
                case "tinyint" -> "IF(" + name + " = 2, 1, 2)";
                case "int", "bigint" -> name + " + 1000000";
                case "date" -> name + " + INTERVAL 1 DAY";
                case "datetime" -> name + " + INTERVAL 1 MICROSECOND";
                case "time" -> name + " + INTERVAL 1 MINUTE";
                default ->
                    "IF(" + name + " = '', 'x', CONCAT(IF(LEFT(" + name + ", 1) = 'b', 'c', 'b'), SUBSTRING(" + name
                            + ", 2)))";
            };
            String some = switch (type) {
                case "tinyint", "int", "bigint" -> "7";
                case "date", "datetime" -> "'2020-02-02'";
                case "time" -> "'02:02:02'";
                default -> "'x'";
            };
            changes.add("IF(" + name + " IS NULL, " + some + ", " + other + ")");
            if (nullable) {
                changes.add("IF(" + name + " IS NULL, " + some + ", NULL)");
            }
            return changes;
        }
    }
}
