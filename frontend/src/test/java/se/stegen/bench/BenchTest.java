package se.stegen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.stegen.bench.Region.Doctor;
import se.stegen.bench.Region.Leader;
import se.stegen.bench.Region.ToSign;
import se.stegen.common.Today;
import se.stegen.database.DatabaseLauncher;
import se.stegen.database.DatabaseSettings;
import se.stegen.database.RunningDatabase;
import se.stegen.database.TestDatabase;

/** All figures of {@code ./stegen bench}. Fails where something did not work, never because it was slow. */
@Tag("bench")
class BenchTest {
    private static final int DOCTORS = 25;
    private static final int LEADERS = 25;
    private static final int MORE_SESSIONS = 100;
    /** More than are signed while the screens are measured. */
    private static final int SIGNINGS = 60;

    private static final String SENTENCE =
            "Vi gick igenom två patienter från jouren och vad som kunde gjorts tidigare. ";
    private static final int LONGEST_TEXT = 2000;

    private static final String UI = "UI round trip, 50 users, all";
    private static final String WRITE = "  a draft's text, saved";
    private static final String CLINIC = "  to a clinic's page";
    private static final String LIGHT = "  a light opened or closed";
    private static final String HOME = "  to the home page";
    private static final String CLINIC_ALONE = "Clinic page, one user: UI";
    private static final String COMPLIANCE_ALONE = "Clinic page, one user: API";
    private static final String API = "API call, 50 users, all";
    private static final String COMPLIANCE = "  GET /clinics/{id}/compliance";
    private static final String TRAINEES = "  GET /trainees";
    private static final String SUPERVISIONS = "  GET /trainees/{id}/supervisions";
    private static final String ASSESSMENT = "  GET /assessments/{id}";
    private static final String ME = "  GET /me";
    private static final String SIGN = "POST /supervisions/{id}/sign meanwhile";
    private static final String LOGIN = "POST /login, one at a time";

    private static final String SCREENS = "screens";

    private final Settings settings = Settings.read();
    private final Path data = settings.folder().resolve("data");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Figures figures = new Figures();

    @Test
    void figures() throws Exception {
        clean();
        Files.createDirectories(settings.folder());
        say("Filling a database with the demo");
        fill();
        if (National.NAME.equals(settings.only())) {
            try {
                new National(client, settings, data, figures).measure(LocalDate.now(Today.SWEDEN));
            } finally {
                tell();
            }
            assertEquals(List.of(), figures.failures());
            clean();
            return;
        }
        Region region = prepare();
        if (!settings.only().isEmpty()) {
            try (Program program = Program.start(settings, data, settings.aotCache(), false)) {
                switch (settings.only()) {
                    case Signing.NAME -> signing(program, region);
                    case SCREENS -> screens(program, region);
                    default -> throw new IllegalArgumentException("No section is called " + settings.only());
                }
            } finally {
                tell();
            }
            assertEquals(List.of(), figures.failures());
            clean();
            return;
        }
        LargePlan plan = largePlan();
        starts();
        try (Program program = Program.start(settings, data, settings.aotCache(), false)) {
            Thread.sleep(5000);
            figures.row(
                    "Memory after the start, nobody there",
                    memory(program) + "; database " + Figures.megabytes(program.residentMemoryOfDatabase()),
                    "");
            screens(program, region);
            api(program, region);
            say("A large plan");
            plan.measure(client, program.address(), figures);
            signing(program, region);
        } finally {
            tell();
        }
        assertEquals(0, figures.failures().size(), "failed");
        clean();
    }

    private void signing(Program program, Region region) throws Exception {
        say("Many sign at once");
        new Signing(client, program, data, region, figures).measure();
    }

    private void tell() throws IOException, InterruptedException {
        System.out.println("\n" + machine() + "\n\n" + figures.table());
        figures.failures().stream().limit(10).forEach(System.out::println);
    }

    private void fill() throws IOException, InterruptedException {
        try (Program program = Program.start(settings, data, settings.aotCache(), true)) {
            program.awaitDemo();
        }
    }

    private Region prepare() throws SQLException {
        try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(data))) {
            return Region.prepare(database, DOCTORS, LEADERS, Signing.CLIENTS);
        }
    }

    private LargePlan largePlan() throws SQLException {
        try (RunningDatabase database = DatabaseLauncher.start(DatabaseSettings.embedded(data))) {
            return LargePlan.prepare(database);
        }
    }

    private void starts() throws IOException, InterruptedException {
        List<Duration> with = new ArrayList<>();
        List<Duration> without = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            say("Start " + (i + 1) + " of " + settings.starts());
            try (Program program = Program.start(settings, data, null, false)) {
                without.add(program.toFirstPage());
            }
            if (settings.aotCache() != null) {
                try (Program program = Program.start(settings, data, settings.aotCache(), false)) {
                    with.add(program.toFirstPage());
                }
            }
        }
        start("Start to first page, AOT cache", with, "5 s");
        start("Start to first page, no AOT cache", without, "");
    }

    private void start(String what, List<Duration> starts, String aim) {
        if (!starts.isEmpty()) {
            figures.row(
                    what,
                    Figures.seconds(Figures.median(starts)) + " (median of "
                            + starts.stream().map(Figures::seconds).toList() + ")",
                    aim);
        }
    }

    private void screens(Program program, Region region) throws Exception {
        List<Screen> open = new ArrayList<>();
        try {
            say("50 people sign in");
            List<Screen> writing = new ArrayList<>();
            for (Doctor doctor : region.doctors()) {
                writing.add(draft(screen(program, doctor.username(), open)));
            }
            List<Screen> reading = new ArrayList<>();
            for (Leader leader : region.leaders()) {
                Screen screen = screen(program, leader.username(), open);
                screen.navigate("clinic/" + leader.clinic());
                reading.add(screen);
            }
            Map<String, Api> signers = new HashMap<>();
            for (ToSign one : region.toSign()
                    .subList(0, Math.min(SIGNINGS, region.toSign().size()))) {
                if (!signers.containsKey(one.username())) {
                    signers.put(
                            one.username(), new Api(client, program.address()).login(one.username(), Region.PASSWORD));
                }
            }
            double load = load();
            Figures warm = new Figures();
            say("50 people work: warm-up");
            work(signers, region, writing, reading, settings.load().dividedBy(2), warm);
            say("50 people work: " + settings.load().toSeconds() + " s");
            Duration before = program.processorTime();
            Duration ownBefore = own();
            Duration waitedBefore = program.waitedForCore();
            int pushedBefore = open.stream().mapToInt(Screen::pushed).sum();
            work(signers, region, writing, reading, settings.load(), figures);
            Duration used = program.processorTime().minus(before);
            Duration own = own().minus(ownBefore);
            Duration waited = program.waitedForCore().minus(waitedBefore);
            figures.percentiles(UI, "p95 50 ms");
            for (String name : List.of(WRITE, CLINIC, LIGHT, HOME)) {
                figures.percentiles(name, name.equals(CLINIC) ? "100 ms" : "");
            }
            figures.percentiles(SIGN, "");
            figures.row(
                    "  per round trip, all threads and the database",
                    String.format(
                            Locale.ROOT,
                            "%.1f ms of a core (beside %.1f ms of the bench's own), %.1f ms waited for one;"
                                    + " %d messages pushed in all",
                            used.toMillis() / (double) figures.count(UI),
                            own.toMillis() / (double) figures.count(UI),
                            waited.toMillis() / (double) figures.count(UI),
                            open.stream().mapToInt(Screen::pushed).sum() - pushedBefore),
                    "");
            say("The clinic page");
            clinicPage(program, region, reading.getFirst());
            sessions(program, region, open);
            figures.row(
                    "Load of the machine (before, after)", String.format(Locale.ROOT, "%.1f, %.1f", load, load()), "");
        } finally {
            open.forEach(Screen::close);
        }
    }

    /** Processor time of the bench itself, whose clients share the program's cores. */
    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Screen screen(Program program, String username, List<Screen> open)
            throws IOException, InterruptedException {
        Screen screen = new Screen(client, program.address());
        open.add(screen);
        screen.signIn(username, Region.PASSWORD);
        screen.open("");
        return screen;
    }

    private static Screen draft(Screen screen) throws IOException, InterruptedException {
        screen.click("log-supervision");
        if (!screen.shows("supervision-minutes")) {
            throw new IOException("no draft was opened");
        }
        return screen;
    }

    private void work(
            Map<String, Api> signers,
            Region region,
            List<Screen> writing,
            List<Screen> reading,
            Duration time,
            Figures into)
            throws Exception {
        try (Users users = new Users(into)) {
            for (Screen screen : writing) {
                StringBuilder text = new StringBuilder();
                users.add("a doctor", random -> {
                    text.append(SENTENCE, 0, 1 + random.nextInt(SENTENCE.length()));
                    if (text.length() > LONGEST_TEXT) {
                        text.setLength(0);
                        text.append("Om igen. ");
                    }
                    into.add(screen.write("supervision-minutes", text.toString()), UI, WRITE);
                });
            }
            for (int i = 0; i < reading.size(); i++) {
                Screen screen = reading.get(i);
                String clinic = "clinic/" + region.leaders().get(i).clinic();
                boolean[] home = {false};
                users.add("a leader", random -> {
                    if (home[0]) {
                        home[0] = false;
                        into.add(screen.navigate(clinic), UI, CLINIC);
                    } else if (random.nextInt(3) == 0) {
                        home[0] = true;
                        into.add(screen.navigate(""), UI, HOME);
                    } else if (random.nextInt(3) == 0) {
                        into.add(screen.navigate(clinic), UI, CLINIC);
                    } else {
                        into.add(screen.click("light-SUPERVISION"), UI, LIGHT);
                    }
                });
            }
            Iterator<ToSign> waiting = region.toSign()
                    .subList(
                            into == figures ? 10 : 0,
                            into == figures ? region.toSign().size() : 10)
                    .iterator();
            users.add("a supervisor", random -> {
                if (waiting.hasNext()) {
                    ToSign next = waiting.next();
                    Api api = Objects.requireNonNull(signers.get(next.username()));
                    into.measure(() -> api.post("/supervisions/" + next.id() + "/sign"), SIGN);
                }
            });
            users.forAs(time);
        }
    }

    private void clinicPage(Program program, Region region, Screen screen) throws Exception {
        Api api = new Api(client, program.address()).login(Region.OVERALL, Region.PASSWORD);
        for (int round = 0; round < 5; round++) {
            for (long clinic : region.clinics()) {
                long ui = screen.navigate("clinic/" + clinic);
                long start = System.nanoTime();
                api.get("/clinics/" + clinic + "/compliance");
                long call = System.nanoTime() - start;
                if (round > 0) {
                    figures.add(ui, CLINIC_ALONE);
                    figures.add(call, COMPLIANCE_ALONE);
                }
            }
        }
        figures.percentiles(CLINIC_ALONE, "100 ms");
        figures.percentiles(COMPLIANCE_ALONE, "100 ms");
    }

    private void sessions(Program program, Region region, List<Screen> open) throws Exception {
        say(MORE_SESSIONS + " more sessions");
        long heap = program.liveHeap();
        long resident = program.residentMemory();
        String before = memory(program);
        for (int i = 0; i < MORE_SESSIONS; i++) {
            if (i % 2 == 0) {
                Doctor doctor = region.doctors().get(i / 2 % DOCTORS);
                draft(screen(program, doctor.username(), open));
            } else {
                Leader leader = region.leaders().get(i / 2 % LEADERS);
                screen(program, leader.username(), open).navigate("clinic/" + leader.clinic());
            }
        }
        long heapOf = (program.liveHeap() - heap) / MORE_SESSIONS;
        long residentOf = (program.residentMemory() - resident) / MORE_SESSIONS;
        figures.row("Memory, " + (DOCTORS + LEADERS) + " sessions after the load", before, "");
        figures.row("Memory, " + open.size() + " sessions", memory(program), "");
        figures.row(
                "Memory per open session, of " + MORE_SESSIONS + " more",
                "heap " + Figures.kilobytes(heapOf) + ", process " + Figures.kilobytes(residentOf),
                "1 MB");
    }

    private void api(Program program, Region region) throws Exception {
        say("The API");
        List<Api> doctors = new ArrayList<>();
        for (Doctor doctor : region.doctors()) {
            doctors.add(login(program, doctor.username()));
        }
        List<Api> leaders = new ArrayList<>();
        for (Leader leader : region.leaders()) {
            leaders.add(login(program, leader.username()));
        }
        calls(region, doctors, leaders, settings.load().dividedBy(4), new Figures());
        calls(region, doctors, leaders, settings.load(), figures);
        figures.percentiles(API, "");
        for (String name : List.of(ME, TRAINEES, SUPERVISIONS, ASSESSMENT, COMPLIANCE)) {
            figures.percentiles(name, name.equals(COMPLIANCE) ? "100 ms" : "");
        }
        figures.percentiles(LOGIN, "");
    }

    private Api login(Program program, String username) throws Exception {
        Api api = new Api(client, program.address());
        figures.measure(() -> api.login(username, Region.PASSWORD), LOGIN);
        return api;
    }

    private static void calls(Region region, List<Api> doctors, List<Api> leaders, Duration time, Figures into)
            throws InterruptedException {
        try (Users users = new Users(into)) {
            for (int i = 0; i < doctors.size(); i++) {
                Api api = doctors.get(i);
                Doctor doctor = region.doctors().get(i);
                users.add("a doctor", random -> {
                    switch (random.nextInt(4)) {
                        case 0 -> into.measure(() -> api.get("/me"), API, ME);
                        case 1 -> into.measure(() -> api.get("/trainees"), API, TRAINEES);
                        case 2 ->
                            into.measure(
                                    () -> api.get("/trainees/" + doctor.programme() + "/supervisions"),
                                    API,
                                    SUPERVISIONS);
                        default -> into.measure(() -> api.get("/assessments/" + doctor.assessment()), API, ASSESSMENT);
                    }
                });
            }
            for (int i = 0; i < leaders.size(); i++) {
                Api api = leaders.get(i);
                Leader leader = region.leaders().get(i);
                users.add("a leader", random -> {
                    switch (leader.programme() == 0 ? random.nextInt(2) * 5 : random.nextInt(6)) {
                        case 0 -> into.measure(() -> api.get("/me"), API, ME);
                        case 1 -> into.measure(() -> api.get("/trainees"), API, TRAINEES);
                        case 2 ->
                            into.measure(
                                    () -> api.get("/trainees/" + leader.programme() + "/supervisions"),
                                    API,
                                    SUPERVISIONS);
                        case 3 -> into.measure(() -> api.get("/assessments/" + leader.assessment()), API, ASSESSMENT);
                        default ->
                            into.measure(() -> api.get("/clinics/" + leader.clinic() + "/compliance"), API, COMPLIANCE);
                    }
                });
            }
            users.forAs(time);
        }
    }

    private static String memory(Program program) throws IOException, InterruptedException {
        long resident = program.residentMemory();
        return "live heap " + Figures.megabytes(program.liveHeap()) + ", process " + Figures.megabytes(resident);
    }

    private String machine() throws IOException, InterruptedException {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        Process version = new ProcessBuilder(settings.jdk().resolve("bin/java").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String jdk = new String(version.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("?");
        version.waitFor();
        return "STegen on " + LocalDate.now(ZoneId.systemDefault()) + ": "
                + Runtime.getRuntime().availableProcessors() + " cores, "
                + String.format(Locale.ROOT, "%.0f GB", memory / 1073741824.0) + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ", " + jdk + ", "
                + String.join(" ", settings.options());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String what) {
        System.out.println("  " + what);
    }

    /** Removes our folder; a database that an interrupted run left there is stopped first. */
    private void clean() throws IOException, InterruptedException {
        Path server = data.resolve("db").resolve("server.pid");
        if (Files.exists(server)) {
            Optional<ProcessHandle> left = ProcessHandle.of(
                            Long.parseLong(Files.readString(server).strip()))
                    .filter(process -> process.info().command().orElse("").startsWith(data.toString()));
            if (left.isPresent() && left.get().destroy()) {
                left.get().onExit().join();
            }
        }
        if (Files.exists(settings.folder())) {
            TestDatabase.delete(settings.folder());
        }
    }
}
