package se.stegen.bench;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program as a process of its own, started as {@code ./stegen start} does. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern USED = Pattern.compile("(?m)^(?!.*(?i:metaspace|class space)).*\\bused (\\d+)K");

    private final Process process;
    private final Settings settings;
    private final Thread hook;
    private final URI address;
    private final Duration toFirstPage;

    private Program(Process process, Settings settings, URI address, long started)
            throws IOException, InterruptedException {
        this.process = process;
        this.settings = settings;
        this.address = address;
        this.hook = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(hook);
        awaitFirstPage(started);
        this.toFirstPage = Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * Starts it and waits for the first page.
     *
     * @param cache the JDK's cache; null goes without
     */
    static Program start(Settings settings, Path data, @Nullable Path cache, boolean demo)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path temporary = Files.createDirectories(data.resolve("tmp"));
        List<String> command =
                new ArrayList<>(List.of(settings.jdk().resolve("bin/java").toString()));
        command.addAll(settings.options());
        if (cache != null) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        command.addAll(
                List.of("-Djava.io.tmpdir=" + temporary, "-jar", settings.jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.folder().resolve("program.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("STEGEN_"));
        builder.environment().put("STEGEN_DATA", data.toString());
        builder.environment().put("STEGEN_HOST", "127.0.0.1");
        builder.environment().put("STEGEN_PORT", Integer.toString(port));
        if (demo) {
            builder.environment().put("STEGEN_DEMO", "true");
        }
        long started = System.nanoTime();
        return new Program(builder.start(), settings, URI.create("http://127.0.0.1:" + port), started);
    }

    private void awaitFirstPage(long started) throws IOException, InterruptedException {
        HttpRequest page =
                HttpRequest.newBuilder(address.resolve("/sign-in")).GET().build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            while (System.nanoTime() - started < PATIENCE.toNanos()) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    if (client.send(page, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (ConnectException e) {
                    // Not yet.
                }
                Thread.sleep(20);
            }
        }
        close();
        throw new IllegalStateException(
                "The program did not answer: see " + settings.folder().resolve("program.log"));
    }

    /** The demo is made after the first page is there; its end is told in the log. */
    void awaitDemo() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos() && process.isAlive()) {
            if (Files.readString(settings.folder().resolve("program.log")).contains("STegen: http")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The demo was not made");
    }

    URI address() {
        return address;
    }

    Duration toFirstPage() {
        return toFirstPage;
    }

    /** Processor time that the program and its database have used. */
    Duration processorTime() {
        return processes().stream()
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * How long threads of the program and its database could have run, but the cores were busy with others; zero where
     * the system does not tell.
     */
    Duration waitedForCore() throws IOException {
        long nanos = 0;
        for (ProcessHandle one : processes()) {
            Path tasks = Path.of("/proc", Long.toString(one.pid()), "task");
            if (Files.isDirectory(tasks)) {
                try (Stream<Path> threads = Files.list(tasks)) {
                    for (Path thread : threads.toList()) {
                        nanos += waited(thread.resolve("schedstat"));
                    }
                }
            }
        }
        return Duration.ofNanos(nanos);
    }

    private static long waited(Path schedstat) {
        try {
            return Long.parseLong(Files.readString(schedstat).split(" ")[1]);
        } catch (IOException e) {
            // The thread has ended.
            return 0;
        }
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** What is alive on the heap after a collection, in bytes. */
    long liveHeap() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) * 1024;
        }
        return sum;
    }

    /** Memory of the program's process, in bytes; 0 where that is not known. */
    long residentMemory() throws IOException {
        return residentMemory(process.toHandle());
    }

    /** Memory of the database that the program started, in bytes. */
    long residentMemoryOfDatabase() throws IOException {
        long sum = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            sum += residentMemory(child);
        }
        return sum;
    }

    private static long residentMemory(ProcessHandle handle) throws IOException {
        Path status = Path.of("/proc", Long.toString(handle.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        Optional<String> line = Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .findFirst();
        return line.map(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).orElse(0L);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        settings.jdk().resolve("bin/jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + ": " + answer);
        }
        return answer;
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
