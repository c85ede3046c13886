package se.stegen.access.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Keys in {@code DIR/secrets/signing-keys}, a file that only its owner may read: for the embedded database. */
final class FolderKeyStore implements SigningKeyStore {
    private final Path file;

    FolderKeyStore(Path dataDir) {
        file = dataDir.resolve("secrets").resolve("signing-keys");
    }

    @Override
    public synchronized List<SigningKey> load() {
        List<SigningKey> keys = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                    String[] parts = line.split(" ");
                    if (parts.length == 3) {
                        keys.add(new SigningKey(
                                parts[0], Base64.getDecoder().decode(parts[2]), Instant.parse(parts[1])));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    @Override
    public synchronized void replace(SigningKey added, List<SigningKey> forgotten) {
        List<SigningKey> keys = new ArrayList<>(load());
        keys.removeIf(k -> forgotten.stream().anyMatch(f -> f.kid().equals(k.kid())));
        keys.add(added);
        StringBuilder text = new StringBuilder();
        for (SigningKey key : keys) {
            text.append(key.kid())
                    .append(' ')
                    .append(key.createdAt())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(key.secret()))
                    .append('\n');
        }
        write(text.toString());
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling("signing-keys.new");
            Files.deleteIfExists(temporary);
            boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(
                        temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(temporary);
            }
            try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
                channel.write(StandardCharsets.US_ASCII.encode(text));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
