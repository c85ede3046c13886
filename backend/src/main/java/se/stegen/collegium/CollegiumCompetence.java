package se.stegen.collegium;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.stegen.common.Messages;

/**
 * Competence that a collegium speaks of.
 *
 * @param code stable within a collegium
 * @param own as the clinic calls it; empty for a built-in one
 */
@Serdeable
public record CollegiumCompetence(String code, String own) {
    /** The built-in ones. */
    public static final List<CollegiumCompetence> BUILT_IN = Stream.of(
                    "MEDICAL", "COMMUNICATION", "LEADERSHIP", "SCIENCE", "QUALITY", "TEACHING")
            .map(code -> new CollegiumCompetence(code, ""))
            .toList();

    /** Its name in the reader's language; a clinic's own has one name. */
    public String name(Locale locale) {
        return own.isEmpty() ? Messages.get(locale, "collegium.competence." + code) : own;
    }

    /** A clinic's own list; the built-in ones where it has none. */
    static List<CollegiumCompetence> of(List<String> names) {
        return names.isEmpty()
                ? BUILT_IN
                : IntStream.range(0, names.size())
                        .mapToObj(i -> new CollegiumCompetence("OWN_" + (i + 1), names.get(i)))
                        .toList();
    }
}
