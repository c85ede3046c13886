package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Messages;

/** What is not sure about an edition: codes after a {@code #} with a text in each language, or an admin's own words. */
final class Remarks {
    static final String B_SELECTION = "B_SELECTION";
    static final String OWN_GOALS_MISSING = "OWN_GOALS_MISSING";
    static final String OWN_GOALS_UNVERIFIED = "OWN_GOALS_UNVERIFIED";

    private Remarks() {}

    static @Nullable String ofCodes(List<String> codes) {
        return codes.isEmpty() ? null : "#" + String.join(" ", codes);
    }

    /** The remark of a set of goals after an admin has completed it. */
    static @Nullable String of(List<Goal> goals) {
        List<String> codes = new ArrayList<>();
        if (goals.stream().anyMatch(g -> g.group() == GoalGroup.B && !g.checked())) {
            codes.add(B_SELECTION);
        }
        if (goals.stream().noneMatch(g -> g.group() == GoalGroup.C)) {
            codes.add(OWN_GOALS_MISSING);
        }
        if (goals.stream().anyMatch(g -> g.group() == GoalGroup.C && !g.checked())) {
            codes.add(OWN_GOALS_UNVERIFIED);
        }
        return ofCodes(codes);
    }

    static @Nullable String text(Locale locale, @Nullable String remark) {
        if (remark == null || !remark.startsWith("#")) {
            return remark;
        }
        return Stream.of(remark.substring(1).split(" "))
                .map(code -> Messages.get(locale, "curriculum.remark." + code))
                .collect(Collectors.joining(" "));
    }
}
