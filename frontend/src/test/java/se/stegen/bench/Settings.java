package se.stegen.bench;

import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./stegen bench} says in the environment.
 *
 * @param jdk the JDK that runs the program
 * @param options the program's JVM options, those of {@code ./stegen start}
 * @param jar the built program
 * @param aotCache the JDK's cache of {@code ./stegen start}; null where there is none
 * @param folder a folder of our own, emptied before and after
 * @param starts how often the program is started with and without the cache
 * @param load how long each load lasts
 * @param only the one section that is wanted: {@code signing}, {@code screens} or that of {@link National}; empty for all but the
 *     last
 * @param nations how many nations the last one measures, one after the other, rising
 */
record Settings(
        Path jdk,
        List<String> options,
        Path jar,
        @Nullable Path aotCache,
        Path folder,
        int starts,
        Duration load,
        String only,
        List<Integer> nations) {

    static Settings read() {
        Map<String, String> env = System.getenv();
        String cache = env.getOrDefault("STEGEN_BENCH_AOT", "");
        return new Settings(
                Path.of(env.getOrDefault("STEGEN_BENCH_JDK", System.getProperty("java.home"))),
                Arrays.stream(env.getOrDefault("STEGEN_BENCH_OPTIONS", "-XX:+UseSerialGC -Xmx512m")
                                .split(" "))
                        .filter(option -> !option.isBlank())
                        .toList(),
                Path.of(env.getOrDefault("STEGEN_BENCH_JAR", "target/stegen.jar"))
                        .toAbsolutePath(),
                cache.isEmpty() ? null : Path.of(cache),
                Path.of(env.getOrDefault("STEGEN_BENCH_FOLDER", "target/bench")).toAbsolutePath(),
                Integer.parseInt(env.getOrDefault("STEGEN_BENCH_STARTS", "3")),
                Duration.ofSeconds(Integer.parseInt(env.getOrDefault("STEGEN_BENCH_SECONDS", "60"))),
                env.getOrDefault("STEGEN_BENCH_ONLY", ""),
                Arrays.stream(env.getOrDefault("STEGEN_BENCH_NATIONS", "1 2").split(" "))
                        .map(Integer::valueOf)
                        .toList());
    }
}
