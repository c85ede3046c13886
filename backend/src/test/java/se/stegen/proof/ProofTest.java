package se.stegen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.stegen.assessment.AssessmentService;
import se.stegen.common.ProblemCode;
import se.stegen.database.TestDatabase;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Signing, erasing, the first start, keys and what everybody can ask. */
class ProofTest {
    private static ApplicationContext context;
    private static Path dataDir;
    private static SignedPortfolio portfolio;

    @BeforeAll
    static void freshStart() {
        TestProgram.bean(Signatures.class);
        TestDatabase.clear();
        TestProgram.reference();
        Map<String, Object> settings = TestProgram.settings();
        dataDir = Path.of(String.valueOf(settings.get("stegen.data-dir")));
        context = ApplicationContext.run(settings, "test");
        portfolio = new SignedPortfolio(context);
    }

    @AfterAll
    static void emptyAgain() {
        context.close();
        TestDatabase.clear();
        TestProgram.reference();
    }

    private static List<Finding> findings() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection program = TestDatabase.asProgram()) {
            new Verifier(context.getBean(ProofKeys.class), dataDir).verify(program, findings::add);
        }
        return findings;
    }

    private static SignatureRow signature(SignatureKind kind, long record) {
        return context.getBean(SignatureReader.class).ofRecord(kind, record, "").orElseThrow();
    }

    @Test
    void aSignatureTellsWhoAsWhatAndHow() {
        SignatureFacts facts = context.getBean(ProofService.class)
                .signature(portfolio.doctor, SignatureKind.ASSESSMENT, portfolio.assessment)
                .orElseThrow();
        assertEquals("Handledare 🙂", facts.signerName());
        assertEquals(List.of("ASSESSOR", "MAIN_SUPERVISOR"), facts.roles());
        assertEquals("SIGNED_IN", facts.method());
        assertTrue(facts.fingerprint().matches("([0-9a-f]{4} ){3}[0-9a-f]{4}"), facts.fingerprint());
        assertEquals(
                Optional.empty(),
                context.getBean(ProofService.class)
                        .signature(Fixtures.admin(), SignatureKind.ASSESSMENT, portfolio.assessment));
        String content = String.valueOf(
                signature(SignatureKind.ASSESSMENT, portfolio.assessment).content());
        assertTrue(content.contains("\"do_more\":\"Lugn anamnes\""), content);
        assertTrue(content.contains("\"code\":\"mini-cex\""), content);
        assertTrue(content.contains("\"person_id\":" + portfolio.doctor.personId()), content);
    }

    @Test
    void aSigningThatFailsLeavesNoHalf() throws SQLException {
        SignedPortfolio other = new SignedPortfolio(context);
        long session = other.sent();
        long before = Fixtures.number("SELECT COUNT(*) FROM signature WHERE programme_id = ?", other.programme);
        Fixtures.execute(
                "UPDATE signature_chain SET head_hash = REPEAT('a', 64) WHERE programme_id = ?", other.programme);
        SupervisionService sessions = context.getBean(SupervisionService.class);
        TestProgram.refused(ProblemCode.CHAIN_BROKEN, () -> sessions.sign(other.main, session, null));
        assertEquals(before, Fixtures.number("SELECT COUNT(*) FROM signature WHERE programme_id = ?", other.programme));
        assertEquals(1, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE id = ? AND state = 'SENT'", session));
        Fixtures.execute(
                "UPDATE signature_chain SET head_hash = (SELECT g.hash FROM signature g WHERE g.programme_id = ?"
                        + " ORDER BY g.number DESC LIMIT 1) WHERE programme_id = ?",
                other.programme,
                other.programme);
        sessions.sign(other.main, session, null);
        assertEquals(List.of(), findings());
    }

    @Test
    void twoSigningsAtOnceMakeAChainWithoutGap() throws Exception {
        SupervisionService sessions = context.getBean(SupervisionService.class);
        for (int i = 0; i < 5; i++) {
            long one = portfolio.sent();
            long other = portfolio.sent();
            assertEquals(
                    List.of(),
                    AtOnce.refusals(
                            () -> sessions.sign(portfolio.main, one, null),
                            () -> sessions.sign(portfolio.main, other, null)));
        }
        assertEquals(
                Fixtures.number("SELECT MAX(number) FROM signature WHERE programme_id = ?", portfolio.programme),
                Fixtures.number("SELECT COUNT(*) FROM signature WHERE programme_id = ?", portfolio.programme));
        assertEquals(List.of(), findings());
    }

    @Test
    void theProgramsAccountCannotChangeWhatIsSigned() throws SQLException {
        try (Connection program = TestDatabase.asProgram();
                Statement sql = program.createStatement()) {
            for (String attack : List.of(
                    "UPDATE signature SET signer_name = 'x'",
                    "UPDATE signature SET content = NULL WHERE record_id = " + portfolio.assessment,
                    "UPDATE signature SET content = 'x' WHERE record_id = " + portfolio.assessment,
                    "DELETE FROM signature",
                    "UPDATE signature_chain SET length = length - 1",
                    "DELETE FROM signature_chain",
                    "UPDATE signature_start SET started_at = NOW()",
                    "DELETE FROM signature_start",
                    "DELETE FROM voiding",
                    "DELETE FROM assessment_confirmation",
                    "DELETE FROM assessment WHERE id = " + portfolio.assessment,
                    "DELETE FROM supervision_goal WHERE supervision_id = " + portfolio.session)) {
                assertThrows(SQLException.class, () -> sql.executeUpdate(attack), attack);
            }
        }
    }

    @Test
    void aLawfulDeletionLeavesASignedTombstoneAndNothingOfTheText() throws SQLException {
        long id = portfolio.assessment();
        context.getBean(se.stegen.assessment.AssessorService.class).markVoided(portfolio.main, id, "Hemligt skäl");
        String name = signature(SignatureKind.ASSESSMENT, id).publicId();
        Erasure erasure = context.getBean(Erasure.class);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> erasure.erase(portfolio.main, name, "D 1", "x"));
        TestProgram.refused(ProblemCode.REQUIRED, () -> erasure.erase(Fixtures.admin(), name, " ", "x"));
        TestProgram.refused(ProblemCode.REQUIRED, () -> erasure.erase(Fixtures.admin(), name, "D 1", null));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> erasure.erase(Fixtures.admin(), "A".repeat(22), "D 1", "x"));
        erasure.erase(Fixtures.admin(), name, "DNR 2026/17", "Beslut av nämnden");

        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM assessment WHERE id = ?", id));
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM assessment_goal WHERE assessment_id = ?", id));
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM voiding WHERE reason = 'Hemligt skäl'"));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM signature WHERE record_id = ? AND kind IN ('ASSESSMENT', 'VOIDING')"
                                + " AND content IS NOT NULL",
                        id));
        assertEquals(List.of(), findings());
        TestProgram.refused(
                ProblemCode.STATE_CONFLICT, () -> erasure.erase(Fixtures.admin(), name, "DNR 2026/17", "x"));
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> context.getBean(AssessmentService.class).get(portfolio.doctor, id));
        assertEquals(
                PublicProof.Standing.ERASED,
                context.getBean(PublicProof.class)
                        .look(name, Fixtures.unique("a"))
                        .orElseThrow()
                        .standing());
        String attested = attestation();
        TestProgram.refused(ProblemCode.NOT_ERASABLE, () -> erasure.erase(Fixtures.admin(), attested, "D 1", "x"));
    }

    private static String attestation() throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement query = owner.prepareStatement(
                        "SELECT public_id FROM signature WHERE kind = 'GOAL_ATTESTATION' LIMIT 1");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void everybodyCanAskWhetherItHolds() throws SQLException {
        PublicProof proof = context.getBean(PublicProof.class);
        String here = Fixtures.unique("address");
        long id = portfolio.assessment();
        String name = signature(SignatureKind.ASSESSMENT, id).publicId();
        PublicProof.Answer answer = proof.look(name, here).orElseThrow();
        assertEquals(PublicProof.Standing.HOLDS, answer.standing());
        assertEquals("Handledare 🙂", answer.signerName());
        assertEquals(Optional.empty(), proof.look("A".repeat(22), here));
        assertEquals(Optional.empty(), proof.look("x' OR 1=1", here));
        assertEquals(Optional.empty(), proof.look(name.toLowerCase(java.util.Locale.ROOT) + "x", here));
        try (Owner owner = new Owner()) {
            owner.execute("UPDATE assessment SET overall = 4 WHERE id = " + id);
            assertEquals(
                    PublicProof.Standing.BROKEN,
                    proof.look(name, here).orElseThrow().standing());
            owner.execute("UPDATE assessment SET overall = 3 WHERE id = " + id);
        }
        context.getBean(se.stegen.assessment.AssessorService.class).markVoided(portfolio.main, id, "Fel");
        assertEquals(
                PublicProof.Standing.VOIDED,
                proof.look(name, here).orElseThrow().standing());
        for (int i = 0; i < 200; i++) {
            try {
                proof.look("guess", here);
            } catch (se.stegen.common.Problem e) {
                break;
            }
        }
        TestProgram.refused(ProblemCode.TOO_MANY_ATTEMPTS, () -> proof.look(name, here));
    }

    @Test
    void aRowThatIsPutInAsSignedGetsNoSignatureAtTheNextStart() throws SQLException {
        long id = portfolio.sent();
        Fixtures.execute("UPDATE supervision SET state = 'SIGNED', signed_at = NOW(6) WHERE id = ?", id);
        Map<String, Object> settings = TestProgram.settings();
        try (ApplicationContext again = ApplicationContext.run(settings, "test")) {
            again.getBean(ProofStart.class).begin();
        }
        assertEquals(
                List.of("supervision " + id),
                findings().stream().map(f -> f.table() + " " + f.key()).toList());
        try (Owner owner = new Owner()) {
            owner.execute("UPDATE supervision SET state = 'SENT', signed_at = NULL WHERE id = " + id);
        }
        assertEquals(List.of(), findings());
    }

    @Test
    void aColumnThatComesLaterIsCoveredAndLeavesOldSignaturesGood() throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("ALTER TABLE supervision ADD later VARCHAR(9) NOT NULL DEFAULT 'std' COMMENT 'x',"
                    + " ADD much_later INT NULL COMMENT 'x'");
            try {
                assertEquals(List.of(), findings());
                try (Owner forger = new Owner()) {
                    forger.execute("UPDATE supervision SET later = 'x' WHERE id = " + portfolio.session);
                    assertEquals(
                            List.of("supervision " + portfolio.session + ", programme " + portfolio.programme
                                    + ": changed: later"),
                            findings().stream().map(Finding::toString).toList());
                    forger.execute(
                            "UPDATE supervision SET later = 'std', much_later = 1 WHERE id = " + portfolio.session);
                    assertEquals(1, findings().size());
                }
            } finally {
                sql.execute("ALTER TABLE supervision DROP later, DROP much_later");
            }
        }
        assertEquals(List.of(), findings());
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnlyAndAnOldOneStillVerifies(@TempDir Path dir) throws Exception {
        ProofKeys first = ProofKeys.read(dir, true, "", "", true);
        assertEquals(first.currentId(), ProofKeys.read(dir, true, "", "", false).currentId());
        Path file = dir.resolve("secrets").resolve("proof-key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String signature = first.current().sign("text");
        assertFalse(first.verifies(first.currentId(), "text ", signature));
        Files.delete(file);
        Files.writeString(dir.resolve("secrets").resolve("proof-old-keys"), first.currentPublic() + "\n");
        ProofKeys second = ProofKeys.read(dir, true, "", "", true);
        assertNotEquals(first.currentId(), second.currentId());
        assertTrue(second.verifies(first.currentId(), "text", signature));
        assertThrows(IllegalStateException.class, () -> ProofKeys.read(dir, false, "", "", true));
        assertThrows(IllegalArgumentException.class, () -> ProofKeys.read(dir, false, "short", "", true));
    }

    @Test
    void aFileOfCheckpointsThatWasChangedIsFound() throws Exception {
        portfolio.session();
        context.getBean(ProofStart.class).checkpoint();
        Path file = Checkpoints.file(dataDir);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"count\":\\d+", "\"count\":999"));
        assertEquals(
                List.of("checkpoints"), findings().stream().map(Finding::table).toList());
        Files.writeString(file, text);
        assertEquals(List.of(), findings());
    }
}
