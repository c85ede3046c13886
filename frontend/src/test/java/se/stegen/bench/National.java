package se.stegen.bench;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import se.stegen.database.DatabaseLauncher;
import se.stegen.database.DatabaseSettings;
import se.stegen.database.RunningDatabase;

/**
 * A nation in one installation: 12,000 doctors at 1,000 clinics with five years of records, and twice that (or as many times
 * as {@code STEGEN_BENCH_NATIONS} says). See {@link Copies}.
 */
final class National {
    static final String NAME = "national";

    private static final int LEADERS = 40;
    private static final int ROUNDS = 3;
    private static final int CLINICS = 60;
    private static final int PAST_CLINICS = 5;
    private static final int PAST_DATES = 5;
    private static final int MONTHS = 36;
    private static final int ORGANISATION_ROUNDS = 20;
    private static final int SIGNATURES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_JOB = Duration.ofMinutes(20);
    private static final List<String> NIGHTLY = List.of("standings", "teaching-invitations", "reminder-digest");

    private final HttpClient client;
    private final Settings settings;
    private final Path data;
    private final Figures figures;
    private final Random random = new Random(7);

    National(HttpClient client, Settings settings, Path data, Figures figures) {
        this.client = client;
        this.settings = settings;
        this.data = data;
        this.figures = figures;
    }

    /** Makes the nation, once, twice …, and measures each. */
    void measure(LocalDate today) throws Exception {
        int made = 1;
        for (int size : settings.nations()) {
            say("Making " + size + " nation(s)");
            String times = " (" + size + "×)";
            long nation;
            Region region;
            try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(data))) {
                Duration took = Copies.make(database, made, size * Copies.NATION);
                made = size * Copies.NATION;
                figures.row(
                        "Generator" + times,
                        Figures.seconds(took) + (size == settings.nations().getFirst() ? "" : " for what came to it"),
                        "");
                nation = nation(database);
                region = Region.prepare(database, 1, LEADERS + 1, 1);
                figures.row("Size" + times, size(database), "");
            }
            try (Program program = Program.start(settings, data, settings.aotCache(), false)) {
                measure(program, region, nation, today, times);
            }
        }
    }

    private void measure(Program program, Region region, long nation, LocalDate today, String times) throws Exception {
        say("Nightly jobs");
        jobs(times);
        Api api = new Api(client, program.address()).login(Region.OVERALL, Region.PASSWORD);
        say("Clinics");
        leaders(program, region, today, times);
        try (Screen screen = new Screen(client, program.address())) {
            screen.signIn(Region.OVERALL, Region.PASSWORD);
            screen.open("");
            overseen(api, screen, region, today, times);
            say("The organisation");
            organisation(api, screen, nation, today, times);
        }
        say("Signatures seen");
        signatures(program, region, times);
        figures.row("Memory" + times, Figures.megabytes(program.liveHeap()) + " live heap", "");
    }

    /** Clinics' pages as those open them who lead them. */
    private void leaders(Program program, Region region, LocalDate today, String times) throws Exception {
        String ui = "Clinic page, UI" + times;
        String call = "Clinic page, API" + times;
        String months = "Clinic, the last 36 month ends" + times;
        String past = "Clinic, any other past date" + times;
        for (Region.Leader leader : region.leaders().subList(1, region.leaders().size())) {
            String path = "/clinics/" + leader.clinic() + "/compliance";
            Api api = new Api(client, program.address()).login(leader.username(), Region.PASSWORD);
            try (Screen screen = new Screen(client, program.address())) {
                screen.signIn(leader.username(), Region.PASSWORD);
                screen.open("");
                for (int round = 0; round < ROUNDS; round++) {
                    figures.add(screen.navigate("clinic/" + leader.clinic()), ui);
                    figures.measure(() -> api.get(path), call);
                    LocalDate day = otherDay(today);
                    figures.measure(() -> api.get(path + "?date=" + day), past);
                }
            }
            if (region.leaders().indexOf(leader) <= PAST_CLINICS) {
                for (LocalDate end : monthEnds(today)) {
                    figures.measure(() -> api.get(path + "?date=" + end), months);
                }
            }
        }
        figures.percentiles(ui, "p95 100 ms");
        figures.percentiles(call, "p95 100 ms");
        figures.percentiles(months, "p95 100 ms");
        figures.percentiles(past, "1 s");
    }

    /** The same pages as the one opens them who oversees all: what is kept there is decided over the whole nation. */
    private void overseen(Api api, Screen screen, Region region, LocalDate today, String times) throws Exception {
        List<Long> clinics = new ArrayList<>(region.clinics());
        Collections.shuffle(clinics, random);
        String ui = "Clinic page of who oversees all, UI" + times;
        for (long clinic : clinics.subList(0, CLINICS)) {
            figures.add(screen.navigate("clinic/" + clinic), ui);
        }
        figures.percentiles(ui, "p95 100 ms");
        String past = "– any other past date" + times;
        for (long clinic : clinics.subList(0, PAST_CLINICS)) {
            LocalDate day = otherDay(today);
            figures.measure(() -> api.get("/clinics/" + clinic + "/compliance?date=" + day), past);
        }
        figures.percentiles(past, "1 s");
    }

    private void organisation(Api api, Screen screen, long nation, LocalDate today, String times) throws Exception {
        String path = "/organisations/" + nation + "/compliance";
        String first = "Organisation, first time" + times;
        figures.measure(() -> api.get(path), first);
        figures.percentiles(first, "");
        String call = "Organisation, API" + times;
        String ui = "Organisation page, UI" + times;
        for (int i = 0; i < ORGANISATION_ROUNDS; i++) {
            figures.measure(() -> api.get(path), call);
            screen.navigate("");
            figures.add(screen.navigate("clinics/organisation/" + nation), ui);
        }
        figures.percentiles(call, "p95 300 ms");
        figures.percentiles(ui, "p95 300 ms");
        String months = "– the last 36 month ends" + times;
        for (LocalDate end : monthEnds(today)) {
            figures.measure(() -> api.get(path + "?date=" + end), "Organisation " + months);
        }
        figures.percentiles("Organisation " + months, "p95 300 ms");
        String past = "Organisation – any other past date" + times;
        for (int i = 0; i < PAST_DATES; i++) {
            LocalDate day = otherDay(today);
            figures.measure(() -> api.get(path + "?date=" + day), past);
        }
        figures.percentiles(past, "3 s");
    }

    /** From a signature's sending until the open page of the clinic's studierektor has been told. */
    private void signatures(Program program, Region region, String times) throws Exception {
        String seen = "Signature seen on an open clinic page" + times;
        int signed = 0;
        int unchanged = 0;
        for (Region.ToSign one : region.toSign()) {
            Region.Leader reader = region.leaders().stream()
                    .skip(1)
                    .filter(leader -> leader.clinic() == one.clinic())
                    .findFirst()
                    .orElse(null);
            if (reader == null || signed == SIGNATURES) {
                continue;
            }
            signed++;
            try (Screen screen = new Screen(client, program.address())) {
                screen.signIn(reader.username(), Region.PASSWORD);
                screen.open("clinic/" + one.clinic());
                Api signer = new Api(client, program.address()).login(one.username(), Region.PASSWORD);
                Api figuresOf = new Api(client, program.address()).login(reader.username(), Region.PASSWORD);
                String path = "/clinics/" + one.clinic() + "/compliance";
                String was = figuresOf.get(path);
                int before = screen.pushed();
                long start = System.nanoTime();
                signer.post("/supervisions/" + one.id() + "/sign");
                while (screen.pushed() == before && System.nanoTime() - start < PATIENCE.toNanos()) {
                    Thread.sleep(1);
                }
                if (screen.pushed() == before) {
                    if (was.equals(figuresOf.get(path))) {
                        unchanged++;
                        continue;
                    }
                    figures.failed(seen, new IOException("the signature of " + one.id() + " was not seen"));
                } else {
                    figures.add(System.nanoTime() - start, seen);
                }
            }
        }
        figures.percentiles(seen, "1 s");
        figures.row(
                "– not seen, the clinic's figures being the same as before" + times, Integer.toString(unchanged), "");
    }

    /** Lets each nightly job run now and waits for its end. */
    private void jobs(String times) throws Exception {
        try (Connection owner = owner();
                Statement sql = owner.createStatement()) {
            for (String job : NIGHTLY) {
                figures.row("Job " + job + times, Figures.seconds(run(sql, job)), "");
            }
        }
    }

    private static Duration run(Statement sql, String job) throws Exception {
        Timestamp before = ended(sql, job);
        long asked = System.nanoTime();
        sql.executeUpdate("UPDATE scheduled_tasks SET execution_time = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
                + " WHERE task_name = '" + job + "'");
        long began = 0;
        while (Objects.equals(before, ended(sql, job))) {
            if (began == 0 && number(sql, "SELECT picked FROM scheduled_tasks WHERE task_name = '" + job + "'") == 1) {
                began = System.nanoTime();
            }
            if (System.nanoTime() - asked > LONGEST_JOB.toNanos()) {
                throw new IOException("job " + job + " did not end");
            }
            Thread.sleep(5);
        }
        return Duration.ofNanos(began == 0 ? 0 : System.nanoTime() - began);
    }

    private static @Nullable Timestamp ended(Statement sql, String job) throws SQLException {
        try (ResultSet row =
                sql.executeQuery("SELECT last_success FROM scheduled_tasks WHERE task_name = '" + job + "'")) {
            row.next();
            return row.getTimestamp(1);
        }
    }

    /** The database of the program that runs, as its owner. */
    private Connection owner() throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve("secrets").resolve("database.properties"))) {
            passwords.load(in);
        }
        String port = Files.readString(data.resolve("db").resolve("port")).strip();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/stegen?sslMode=DISABLED",
                "stegen_owner",
                passwords.getProperty("stegen_owner"));
    }

    /** One organisation above all regions, overseen by the one whom the demo lets oversee its region. */
    private static long nation(RunningDatabase database) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement sql = owner.createStatement()) {
            sql.executeUpdate("INSERT INTO organisation (name, kind, guideline_code) SELECT 'Riket', 'REGION', NULL"
                    + " FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM organisation WHERE name = 'Riket')");
            long nation;
            try (ResultSet row = sql.executeQuery("SELECT id FROM organisation WHERE name = 'Riket'")) {
                row.next();
                nation = row.getLong(1);
            }
            // A copy's region hangs in the air, also where the demo's own has come below the nation before.
            sql.executeUpdate("UPDATE organisation o LEFT JOIN organisation p ON p.id = o.parent_id SET o.parent_id = "
                    + nation + " WHERE p.id IS NULL AND o.id <> " + nation);
            try (PreparedStatement role =
                    owner.prepareStatement("UPDATE role_assignment r JOIN person p ON p.id = r.person_id"
                            + " SET r.scope_id = ? WHERE p.username = ? AND r.role = 'OVERALL_STUDIEREKTOR'")) {
                role.setLong(1, nation);
                role.setString(2, Region.OVERALL);
                role.executeUpdate();
            }
            return nation;
        }
    }

    private String size(RunningDatabase database) throws SQLException, IOException {
        long files;
        try (Stream<Path> all = Files.walk(data.resolve("db").resolve("data"))) {
            files = all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement sql = owner.createStatement()) {
            return String.format(
                    Locale.ROOT,
                    "%,d doctors, %,d clinics, %,d rows; %s on disk",
                    number(sql, "SELECT COUNT(*) FROM programme"),
                    number(sql, "SELECT COUNT(*) FROM clinic"),
                    rows(sql),
                    Figures.megabytes(files));
        }
    }

    private static long rows(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names =
                sql.executeQuery("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        long sum = 0;
        for (String table : tables) {
            sum += number(sql, "SELECT COUNT(*) FROM " + table);
        }
        return sum;
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<LocalDate> monthEnds(LocalDate today) {
        return Stream.iterate(YearMonth.from(today).minusMonths(1), month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(YearMonth::atEndOfMonth)
                .toList();
    }

    private LocalDate otherDay(LocalDate today) {
        return YearMonth.from(today).minusMonths(1 + random.nextInt(MONTHS)).atDay(3 + random.nextInt(20));
    }

    private static void say(String what) {
        System.out.println("  " + what);
    }
}
