package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.database.TestDatabase;

/** With the embedded database the signing keys lie in the data folder: a restart ends nobody's sign-in. */
class KeysInFolderTest {
    @Test
    void aTokenOutlivesARestartAndTheKeysAreTheOwnersOnly() throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "k");
        Map<String, Object> folder = Map.of("stegen.data-dir", data.toString(), "stegen.database.embedded", true);
        try {
            String username = TestServer.person();
            String token;
            try (ApplicationContext first = TestServer.start(folder)) {
                token = TestServer.part(
                        TestServer.send(HttpRequest.newBuilder(URI.create(TestServer.address(first) + "/api/v1/login"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"" + username
                                                + "\",\"password\":\"" + TestServer.PASSWORD + "\"}")))
                                .body(),
                        "\"accessToken\":\"([^\"]+)\"");
            }
            try (ApplicationContext second = TestServer.start(folder)) {
                assertEquals(
                        200,
                        TestServer.send(HttpRequest.newBuilder(URI.create(TestServer.address(second) + "/api/v1/me"))
                                        .header("Authorization", "Bearer " + token))
                                .statusCode());
            }
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            data.resolve("secrets").resolve("signing-keys"))));
        } finally {
            TestDatabase.delete(data);
        }
    }
}
