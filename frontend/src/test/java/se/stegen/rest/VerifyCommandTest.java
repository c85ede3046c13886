package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.stegen.VerifyCommand;
import se.stegen.database.RunningDatabase;
import se.stegen.database.TestDatabase;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** {@code ./stegen verify} as a process of its own, beside the running program. */
class VerifyCommandTest {
    private record Ended(int code, String output) {}

    @Test
    void endsWithZeroWhereAllIsRightOneWhereNotTwoWhereItCannotLook(@TempDir Path dir) throws Exception {
        TestDatabase.clear();
        Map<String, Object> settings = Map.of("stegen.data-dir", dir.toString());
        try (ApplicationContext program = TestServer.start(settings)) {
            assertTrue(program.isRunning());
            Ended right = run(dir, TestProgram.PROOF_KEY);
            assertEquals(0, right.code(), right.output());
            assertTrue(right.output().contains("0 signatures"), right.output());
            long doctor = Fixtures.person("Doktor");
            long programme = Fixtures.programme(doctor, Fixtures.clinic(), java.time.LocalDate.of(2026, 1, 1));
            long id = Fixtures.insert(
                    "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                            + " created_by, created_at, updated_at) VALUES (?, ?, '2026-02-02', TRUE, '', '', 'SIGNED', ?,"
                            + " NOW(6), NOW(6))",
                    programme,
                    Fixtures.person("Handledare"),
                    doctor);
            Ended wrong = run(dir, TestProgram.PROOF_KEY);
            assertEquals(1, wrong.code(), wrong.output());
            assertTrue(
                    wrong.output()
                            .contains("WRONG supervision " + id + ", programme " + programme
                                    + ": signed, but without signature"),
                    wrong.output());
            Ended blind = run(dir, "");
            assertEquals(2, blind.code(), blind.output());
            assertTrue(blind.output().contains("STEGEN_PROOF_KEY"), blind.output());
        } finally {
            TestDatabase.clear();
        }
    }

    private static Ended run(Path dir, String key) throws Exception {
        RunningDatabase database = TestDatabase.get();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyCommand.class.getName()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("STEGEN_"));
        builder.environment()
                .putAll(Map.of(
                        "STEGEN_DATA",
                        dir.toString(),
                        "STEGEN_DB_URL",
                        database.url().replaceFirst("[?].*", "?sslMode=DISABLED"),
                        "STEGEN_DB_USER",
                        database.user(),
                        "STEGEN_DB_PASSWORD",
                        database.password(),
                        "STEGEN_DB_OWNER_USER",
                        database.ownerUser(),
                        "STEGEN_DB_OWNER_PASSWORD",
                        database.ownerPassword(),
                        "STEGEN_PROOF_KEY",
                        key));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
