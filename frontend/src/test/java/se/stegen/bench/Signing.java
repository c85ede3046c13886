package se.stegen.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.stegen.bench.Region.Assessor;
import se.stegen.bench.Region.Doctor;
import se.stegen.database.DatabaseReader;
import se.stegen.database.DatabaseSettings;
import se.stegen.proof.Finding;
import se.stegen.proof.ProofKeys;
import se.stegen.proof.Verifier;

/**
 * 200 assessments signed concurrently, eight in each of 25 portfolios: none lost, none doubled, and every proof holds
 * afterwards. Once by 20 clients that each sign one after the other, once all in the same instant.
 */
final class Signing {
    /** What {@code STEGEN_BENCH_ONLY} calls it. */
    static final String NAME = "signing";

    /** How many sign at a time. */
    static final int CLIENTS = 20;

    private static final int ASSESSMENTS = 200;
    private static final Pattern SENT = Pattern.compile("\"id\":\"(\\d+)\",\"traineeId\"");
    private static final String TWENTY = ASSESSMENTS + " assessments signed, " + CLIENTS + " clients";
    private static final String AT_ONCE = ASSESSMENTS + " assessments signed in the same instant";
    private static final String ANSWER = "{\"answers\":{},\"overall\":3,\"doMore\":\"Berätta högt hur du tänker.\","
            + "\"workOn\":\"Sammanfatta för patienten på slutet.\"}";

    private final HttpClient client;
    private final Program program;
    private final Path data;
    private final Region region;
    private final Figures figures;

    /** One request and its assessor's token. */
    private record Sent(long id, Api assessor) {}

    Signing(HttpClient client, Program program, Path data, Region region, Figures figures) {
        this.client = client;
        this.program = program;
        this.data = data;
        this.region = region;
        this.figures = figures;
    }

    /** Asks for them by the API, lets them be signed, and counts in the database. */
    void measure() throws Exception {
        List<Api> doctors = new ArrayList<>();
        for (Doctor doctor : region.doctors()) {
            doctors.add(login(doctor.username()));
        }
        List<Api> assessors = new ArrayList<>();
        for (Assessor assessor : region.assessors()) {
            assessors.add(login(assessor.username()));
        }
        Figures warm = new Figures();
        sign(ask(doctors, assessors, 0), CLIENTS, "warm-up", warm);
        figures.addFailures(warm);
        try (DatabaseReader database = DatabaseReader.open(DatabaseSettings.embedded(data));
                Connection connection = database.connect()) {
            for (int clients : new int[] {CLIENTS, ASSESSMENTS}) {
                List<Sent> sent = ask(doctors, assessors, clients);
                connect(sent, clients);
                long statements = statements(connection);
                Duration before = program.processorTime();
                String name = clients == CLIENTS ? TWENTY : AT_ONCE;
                Duration all = sign(sent, clients, name, figures);
                Duration used = program.processorTime().minus(before);
                statements = statements(connection) - statements;
                figures.percentiles(name, clients == CLIENTS ? "p95 200 ms" : "");
                figures.row(
                        "  the whole",
                        String.format(
                                Locale.ROOT,
                                "%s; per signing %.1f ms of a core, %.1f statements",
                                Figures.seconds(all),
                                used.toMillis() / (double) ASSESSMENTS,
                                statements / (double) ASSESSMENTS),
                        "");
                check(connection, sent);
            }
            verify(connection);
        }
    }

    private Api login(String username) throws Exception {
        return new Api(client, program.address()).login(username, Region.PASSWORD);
    }

    /** Sends as many to each doctor's colleagues, and shuffles them: who signs next is anybody, in any portfolio. */
    private List<Sent> ask(List<Api> doctors, List<Api> assessors, int round) throws Exception {
        int each = ASSESSMENTS / doctors.size();
        List<Sent> sent = new ArrayList<>();
        for (int d = 0; d < doctors.size(); d++) {
            Doctor doctor = region.doctors().get(d);
            List<Integer> asked = new ArrayList<>();
            for (int i = 0; asked.size() < each; i++) {
                int next = (d * each + i) % assessors.size();
                if (!region.assessors().get(next).username().equals(doctor.username())) {
                    asked.add(next);
                }
            }
            String list = asked.stream()
                    .map(a -> "{\"assessorId\":\"" + region.assessors().get(a).person() + "\"}")
                    .collect(Collectors.joining(","));
            String answer = doctors.get(d)
                    .post(
                            "/trainees/" + doctor.programme() + "/assessment-requests",
                            "{\"templateCode\":\"mini-cex\",\"assessors\":[" + list
                                    + "],\"context\":\"Akutmottagningen, buksmärta\"}");
            Matcher ids = SENT.matcher(answer);
            for (int a : asked) {
                if (!ids.find()) {
                    throw new IllegalStateException("not sent: " + answer);
                }
                sent.add(new Sent(Long.parseLong(ids.group(1)), assessors.get(a)));
            }
        }
        Collections.shuffle(sent, new Random(round));
        return sent;
    }

    /** One client's part. */
    private interface Part {
        void of(int client) throws Exception;
    }

    /** Each once: client n signs every {@code clients}-th. */
    private Duration sign(List<Sent> sent, int clients, String name, Figures into) throws InterruptedException {
        return together(clients, name, into, n -> {
            for (int i = n; i < sent.size(); i += clients) {
                Sent one = sent.get(i);
                into.measure(() -> one.assessor().post("/assessments/" + one.id() + "/sign", ANSWER), name);
            }
        });
    }

    /** Opens a connection for each, which is then kept. */
    private void connect(List<Sent> sent, int clients) throws InterruptedException {
        together(clients, "connecting", figures, n -> sent.get(n).assessor().get("/me"));
    }

    /** All begin in the same instant; how long until the last one has ended. */
    private static Duration together(int clients, String name, Figures into, Part part) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, clients)
                .mapToObj(n -> Thread.ofPlatform().start(() -> {
                    try {
                        ready.countDown();
                        go.await();
                        part.of(n);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        into.failed(name, e);
                    }
                }))
                .toList();
        ready.await();
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void check(Connection connection, List<Sent> sent) throws SQLException {
        String ids = sent.stream().map(one -> Long.toString(one.id())).collect(Collectors.joining(","));
        for (String count : List.of(
                "assessment WHERE state = 'SIGNED' AND id",
                "state_change WHERE record_kind = 'ASSESSMENT' AND to_state = 'SIGNED' AND record_id",
                "access_log WHERE object_kind = 'ASSESSMENT' AND action = 'SIGN' AND object_id",
                "signature WHERE kind = 'ASSESSMENT' AND record_id")) {
            long counted = number(connection, "SELECT COUNT(*) FROM " + count + " IN (" + ids + ")");
            if (counted != sent.size()) {
                figures.failed(
                        count, new IllegalStateException(counted + " of " + sent.size() + " are in the database"));
            }
        }
    }

    private void verify(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        new Verifier(ProofKeys.read(data, true, "", "", false), data).verify(connection, findings::add);
        figures.row("  verify afterwards", findings.isEmpty() ? "clean" : findings.size() + " findings", "clean");
        findings.forEach(finding -> figures.failed("verify", new IllegalStateException(finding.toString())));
    }

    /** What the database has been asked so far, by whomever. */
    private static long statements(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
