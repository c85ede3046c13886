package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long each chain was at some moments, kept beside the database: whoever rolls a database back, heads and all, does
 * not roll back this file. Each line is one checkpoint: a tab between its JSON and the signature; it has the chains that
 * grew since the line before.
 */
final class Checkpoints {
    private static final Pattern CHAIN = Pattern.compile("\"(\\d+)\":\"(\\d+) ([0-9a-f]{64})\"");
    private static final Pattern KEY = Pattern.compile("\"key_id\":\"([0-9a-f]{16})\"");
    private static final Pattern PREVIOUS = Pattern.compile("\"previous\":\"([0-9a-f]{64})\"");

    private final Path file;
    private final ProofKeys keys;

    Checkpoints(Path file, ProofKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    static Path file(Path dataDir) {
        return dataDir.resolve("proof").resolve("checkpoints");
    }

    /** How long a chain was, and its head. */
    record Head(int length, String hash) {}

    /** What the file says: the last known head of each chain; the first thing that is wrong with it, if any. */
    record Known(
            Map<Long, Head> heads,
            int lines,
            String lastHash,
            @Nullable String wrong) {}

    boolean exists() {
        return Files.exists(file);
    }

    /** Adds a checkpoint where any chain grew since the last one. */
    synchronized boolean write(Connection connection, LocalDateTime now) throws SQLException {
        Known known = read();
        Map<Long, Head> candidates = new TreeMap<>();
        long count = 0;
        StringBuilder heads = new StringBuilder();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT programme_id, length, head_hash FROM signature_chain ORDER BY programme_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Head head = new Head(rows.getInt(2), rows.getString(3));
                count += head.length();
                heads.append(rows.getLong(1)).append(' ').append(head.hash()).append('\n');
                Head before = known.heads().get(rows.getLong(1));
                if (before == null || head.length() > before.length()) {
                    candidates.put(rows.getLong(1), head);
                }
            }
        }
        Map<String, String> grown = new TreeMap<>();
        for (Map.Entry<Long, Head> one : candidates.entrySet()) {
            Head before = known.heads().get(one.getKey());
            // A chain that was set back and grew again is no news: what is known of it must stay.
            if (before == null || before.length() == 0 || stands(connection, one.getKey(), before)) {
                grown.put(
                        Long.toString(one.getKey()),
                        one.getValue().length() + " " + one.getValue().hash());
            }
        }
        if (grown.isEmpty() && known.lines() > 0) {
            return false;
        }
        Map<String, Object> line = new TreeMap<>();
        line.put("at", Canonical.instant(now));
        line.put("chains", grown);
        line.put("count", count);
        line.put("heads", Canonical.sha256(heads.toString()));
        line.put("key_id", keys.currentId());
        line.put("public_key", keys.currentPublic());
        line.put("previous", known.lastHash());
        String text = Canonical.json(line);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    text + "\t" + keys.current().sign(text) + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static boolean stands(Connection connection, long programmeId, Head head) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT hash FROM signature WHERE programme_id = ? AND number = ?")) {
            query.setLong(1, programmeId);
            query.setInt(2, head.length());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && head.hash().equals(rows.getString(1));
            }
        }
    }

    /** Reads the file; nothing is known where there is none. */
    Known read() {
        Map<Long, Head> heads = new LinkedHashMap<>();
        String last = Canonical.NO_HASH;
        int lines = 0;
        if (!exists()) {
            return new Known(heads, lines, last, null);
        }
        String wrong = null;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines++;
                String[] parts = line.split("\t", -1);
                boolean good = parts.length == 2
                        && last.equals(first(PREVIOUS, parts[0]))
                        && keys.verifies(first(KEY, parts[0]), parts[0], parts[1]);
                if (!good && wrong == null) {
                    wrong = "line " + lines + " is not as it was written";
                }
                last = Canonical.sha256(parts[0]);
                for (Matcher chain = CHAIN.matcher(parts[0]); good && chain.find(); ) {
                    heads.put(Long.valueOf(chain.group(1)), new Head(Integer.parseInt(chain.group(2)), chain.group(3)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Known(heads, lines, last, wrong);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
