package se.stegen.spur;

import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * Reads a report's file in a process of its own ({@link ReportText}): bounded in size, memory and time, at most two at a
 * time, and killed when its time is over. Nothing of the file is kept.
 */
@Singleton
public class ReportReader {
    /** The greatest file, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int AT_ONCE = 2;
    private static final String MEMORY = "-Xmx384m";

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Executor threads =
            task -> Thread.ofVirtual().name("report-reader").start(task);

    /**
     * What a report says.
     *
     * @throws Problem {@code TOO_LARGE}, {@code FILE_KIND}, {@code FILE_PROTECTED}, {@code FILE_WITH_MACRO},
     *     {@code REPORT_WITHOUT_TEXT}, {@code REPORT_TOO_LONG}, {@code FILE_DAMAGED}, {@code NOT_A_REPORT}
     */
    public SpurReport read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Problem.of(ProblemCode.TOO_LARGE);
        }
        ReportText.Answer answer = extract(file);
        String text = switch (answer.outcome()) {
            case TEXT -> answer.text();
            case WRONG_KIND -> throw Problem.of(ProblemCode.FILE_KIND);
            case PROTECTED -> throw Problem.of(ProblemCode.FILE_PROTECTED);
            case MACRO -> throw Problem.of(ProblemCode.FILE_WITH_MACRO);
            case NO_TEXT -> throw Problem.of(ProblemCode.REPORT_WITHOUT_TEXT);
            case TOO_LONG -> throw Problem.of(ProblemCode.REPORT_TOO_LONG);
            case UNREADABLE -> throw Problem.of(ProblemCode.FILE_DAMAGED);
        };
        SpurReport report = ReportParser.parse(text);
        if (!report.recognised()) {
            throw Problem.of(ProblemCode.NOT_A_REPORT);
        }
        return report;
    }

    private ReportText.Answer extract(byte[] file) {
        boolean turn = false;
        try {
            turn = turns.tryAcquire(LONGEST.toSeconds(), TimeUnit.SECONDS);
            return turn ? run(file) : new ReportText.Answer(ReportText.Outcome.TOO_LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReportText.Answer(ReportText.Outcome.TOO_LONG);
        } catch (IOException | ExecutionException e) {
            LOG.warn("A report was not read: {}", e.toString());
            return new ReportText.Answer(ReportText.Outcome.UNREADABLE);
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private ReportText.Answer run(byte[] file) throws IOException, InterruptedException, ExecutionException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReportText.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<ReportText.Answer> answer = CompletableFuture.supplyAsync(() -> answer(process), threads);
            CompletableFuture.runAsync(() -> write(process, file), threads);
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return new ReportText.Answer(ReportText.Outcome.TOO_LONG);
            }
            return answer.get();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, byte[] file) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(file);
        } catch (IOException e) {
            LOG.debug("The reading process ended before it had the whole file", e);
        }
    }

    private static ReportText.Answer answer(Process process) {
        try (DataInputStream out = new DataInputStream(process.getInputStream())) {
            ReportText.Outcome outcome = ReportText.Outcome.valueOf(out.readUTF());
            // A character is at most three bytes of UTF-8, or two characters four.
            return new ReportText.Answer(
                    outcome, new String(out.readNBytes(3 * ReportText.MOST_CHARACTERS), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It died, most likely for want of memory.
            return new ReportText.Answer(ReportText.Outcome.UNREADABLE);
        }
    }
}
