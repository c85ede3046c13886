package se.stegen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations by what was done, and the table that is printed at the end. */
final class Figures {
    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<String[]> rows = new ArrayList<>();

    /** Remembers a duration under each of these names. */
    void add(long duration, String... names) {
        for (String name : names) {
            nanos.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>()).add(duration);
        }
    }

    /** Measures something that may fail. */
    <T> T measure(Callable<T> action, String... names) throws Exception {
        long start = System.nanoTime();
        T result = action.call();
        add(System.nanoTime() - start, names);
        return result;
    }

    void failed(String what, Exception why) {
        failures.add(what + ": " + why);
    }

    /** Takes over what failed in a warm-up. */
    void addFailures(Figures others) {
        failures.addAll(others.failures);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int count(String name) {
        return nanos.getOrDefault(name, new ConcurrentLinkedQueue<>()).size();
    }

    /** A row with the percentiles of what was measured under this name. */
    void percentiles(String name, String aim) {
        long[] sorted = nanos.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            row(name, "none", aim);
            return;
        }
        row(
                name,
                String.format(
                        Locale.ROOT,
                        "p50 %s, p95 %s, longest %s (%d)",
                        millis(percentile(sorted, 0.50)),
                        millis(percentile(sorted, 0.95)),
                        millis(sorted[sorted.length - 1]),
                        sorted.length),
                aim);
    }

    void row(String what, String figure, String aim) {
        rows.add(new String[] {what, figure, aim});
    }

    /** The table, as Markdown. */
    String table() {
        int[] width = new int[3];
        rows.addFirst(new String[] {"What", "Figure", "Aim"});
        rows.forEach(row -> Arrays.setAll(width, i -> Math.max(width[i], row[i].length())));
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < 3; c++) {
                String cell = rows.get(r)[c];
                text.append("| ").append(cell).append(" ".repeat(width[c] - cell.length() + 1));
            }
            text.append("|\n");
            if (r == 0) {
                for (int c = 0; c < 3; c++) {
                    text.append('|').append("-".repeat(width[c] + 2));
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1048576.0);
    }

    static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f kB", bytes / 1024.0);
    }

    static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.1f ms" : "%.0f ms", nanos / 1e6);
    }
}
