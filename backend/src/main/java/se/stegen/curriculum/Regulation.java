package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Which rules a doctor trains under: chosen per programme, never per clinic. */
public enum Regulation {
    /** SOSFS 2015:8; at least five years (2 kap. 2 §). */
    SOSFS_2015("2015", 60, "sosfs-2015-8"),
    /** HSLF-FS 2021:8; at least five years and six months, BT included (3 kap. 1 §). */
    HSLF_2021("2021", 66, "hslf-fs-2021-8");

    private final String code;
    private final int months;
    private final String folder;

    Regulation(String code, int months, String folder) {
        this.code = code;
        this.months = months;
        this.folder = folder;
    }

    /** The year, as the API and the database say it. */
    public String code() {
        return code;
    }

    /** Least length of ST in months of full time. */
    public int months() {
        return months;
    }

    /** Folder of its reference files. */
    String folder() {
        return folder;
    }

    /** The regulation of a year; empty for any other text. */
    public static Optional<Regulation> of(@Nullable String code) {
        for (Regulation regulation : values()) {
            if (regulation.code.equals(code)) {
                return Optional.of(regulation);
            }
        }
        return Optional.empty();
    }

    /** The regulation in a field: {@code REQUIRED} where it is empty, {@code UNKNOWN_CODE} where it is another text. */
    public static Regulation field(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        return of(code).orElseThrow(() -> Problem.field(field, ProblemCode.UNKNOWN_CODE, code));
    }
}
