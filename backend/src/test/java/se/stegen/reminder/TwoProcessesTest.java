package se.stegen.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Today;
import se.stegen.testing.Await;
import se.stegen.testing.Fixtures;
import se.stegen.testing.MailBox;
import se.stegen.testing.TestProgram;

/** Two real processes on one database, one killed while it sends: everybody gets the digest once. */
class TwoProcessesTest {
    private static final int PEOPLE = 60;
    private static final int SOME = 5;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final MailBox box = new MailBox();
    private final List<Process> processes = new ArrayList<>();
    private final LocalDate today = TestProgram.bean(Today.class).date();

    @BeforeEach
    void nobodyElseIsReminded() {
        Fixtures.execute("UPDATE person SET wants_digest = FALSE");
        Fixtures.execute("UPDATE outbox_mail SET next_attempt_at = NULL");
        Fixtures.execute("DELETE FROM scheduled_tasks");
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        box.close();
        Fixtures.execute("UPDATE person SET wants_digest = TRUE");
        Fixtures.execute("DELETE FROM scheduled_tasks");
    }

    @Test
    void oneIsKilledInTheMiddleAndEverybodyGetsTheDigestOnce() throws Exception {
        List<String> addresses = people();
        Path settings = settings();
        processes.add(start(settings));
        processes.add(start(settings));
        Await.until("some mails", LONGEST, () -> received(addresses) >= SOME);
        Process killed = sender();
        killed.destroyForcibly().waitFor();
        int before = received(addresses);
        Await.until(
                "everybody has got one and nothing waits",
                LONGEST,
                () -> addresses.stream().noneMatch(address -> box.to(address).isEmpty()) && waiting() == 0);
        List<String> twice =
                addresses.stream().filter(address -> box.to(address).size() > 1).toList();
        assertTrue(twice.size() <= 1, "only the one mail in flight: " + twice);
        for (String address : twice) {
            assertEquals(2, box.to(address).size());
            assertEquals(
                    1,
                    box.to(address).stream()
                            .map(TwoProcessesTest::id)
                            .distinct()
                            .count());
        }
        assertTrue(before < PEOPLE, "it was killed in the middle, not after " + before);
        assertEquals(
                PEOPLE,
                Fixtures.number("SELECT COUNT(*) FROM reminder_week w JOIN person p ON p.id = w.person_id"
                        + " WHERE p.wants_digest = TRUE AND w.sent = TRUE"));
    }

    /** The process that runs the job that sends; the first where none does in this moment. */
    private Process sender() {
        long pid = Fixtures.number("SELECT COALESCE(MAX(CAST(SUBSTRING_INDEX(picked_by, '@', 1) AS UNSIGNED)), 0)"
                + " FROM scheduled_tasks WHERE task_name = 'send-mail' AND picked = TRUE");
        return processes.stream()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElse(processes.getFirst());
    }

    private static List<String> peopleEmails(List<Long> people) {
        return people.stream()
                .map(id -> Fixtures.text("SELECT email FROM person WHERE id = ?", id))
                .toList();
    }

    /** Supervisors with a session to sign each. */
    private List<String> people() {
        long clinic = Fixtures.clinic();
        long doctor = Fixtures.person("Doktor");
        long programme = Fixtures.programme(doctor, clinic, today.minusYears(1));
        Fixtures.execute("UPDATE person SET wants_digest = FALSE WHERE id = ?", doctor);
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor supervisor = Fixtures.actor(Role.SUPERVISOR, clinic);
            Fixtures.insert(
                    "INSERT INTO supervision (programme_id, supervisor_id, held_on, iup_reviewed, minutes, agreed, state,"
                            + " created_by, created_at, updated_at, sent_at) VALUES (?, ?, ?, FALSE, '', '', 'SENT', ?,"
                            + " NOW(6), NOW(6), NOW(6))",
                    programme,
                    supervisor.personId(),
                    today,
                    doctor);
            people.add(supervisor.personId());
        }
        return peopleEmails(people);
    }

    private Path settings() throws IOException {
        Map<String, Object> all = new HashMap<>(TestProgram.settings());
        all.putAll(box.settings());
        all.put("stegen.jobs.enabled", true);
        all.put("stegen.jobs.heartbeat", "1s");
        all.put("stegen.mail.claim", "5s");
        all.put(
                "stegen.test.now",
                today.with(DayOfWeek.MONDAY)
                        .plusWeeks(1)
                        .atTime(8, 0)
                        .atZone(Today.SWEDEN)
                        .toInstant()
                        .toString());
        Properties file = new Properties();
        all.forEach((key, value) -> file.setProperty(key, value.toString()));
        Path path = Files.createTempFile(TestProgram.dataDir(), "settings", ".properties");
        try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            file.store(out, null);
        }
        return path;
    }

    private static Process start(Path settings) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        OtherProgram.class.getName(),
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(settings.resolveSibling("out-" + System.nanoTime() + ".log")
                        .toFile())
                .start();
    }

    private int received(List<String> addresses) {
        return (int)
                addresses.stream().filter(address -> !box.to(address).isEmpty()).count();
    }

    private static long waiting() {
        return Fixtures.number("SELECT COUNT(*) FROM outbox_mail WHERE next_attempt_at IS NOT NULL");
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
