package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Something done with the hands that a clinic gives a körkort for.
 *
 * @param code stable over all versions of its form, since records are counted by it
 * @param levels what is required, each level on its own; at least one
 */
@Serdeable
public record Procedure(String code, String name, @Nullable String nameEn, List<Level> levels) {
    /** What is empty may be left out of a stored definition. */
    public Procedure {
        name = Stored.text(name);
        nameEn = Stored.optional(nameEn);
        levels = Stored.list(levels);
    }

    /**
     * So many at this step of the form's overall scale or above.
     *
     * @param step 1 is the lowest
     * @param count at least 1
     */
    @Serdeable
    public record Level(int step, int count) {}
}
