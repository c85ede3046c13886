package se.stegen.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.annotation.Nullable;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseContentionTest {
    @ParameterizedTest
    @CsvSource({
        "40001, 1213, true", // deadlock
        "40001, 0, true",
        "HY000, 1205, true", // lock wait timeout
        "23000, 1062, false", // duplicate
        "08S01, 0, false",
        ", 0, false",
    })
    void deadlocksAndLocksWaitedForInVain(@Nullable String state, int error, boolean contention) {
        assertEquals(contention, DatabaseContention.is(new IllegalStateException(new SQLException("x", state, error))));
    }
}
