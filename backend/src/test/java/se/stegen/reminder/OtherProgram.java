package se.stegen.reminder;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The program in a process of its own, with its jobs running, until it is killed. */
public final class OtherProgram {
    private OtherProgram() {}

    /** Runs with the settings in the file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            file.load(in);
        }
        Map<String, Object> settings = new HashMap<>();
        file.forEach((key, value) -> settings.put((String) key, value));
        try (ApplicationContext context = ApplicationContext.run(settings, "test")) {
            System.out.println("running " + context.isRunning());
            Thread.currentThread().join();
        }
    }
}
