package se.stegen.guideline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a clinic's figures are written to a file. */
public enum ComplianceFormat {
    /** Excel. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Text with semicolons, in UTF-8 with a mark that Excel knows it by. */
    CSV("text/csv;charset=UTF-8"),
    /** To print. */
    PDF("application/pdf");

    private final String contentType;

    ComplianceFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of a name such as {@code xlsx}. */
    static Optional<ComplianceFormat> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** How a file's name ends, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the browser. */
    public String contentType() {
        return contentType;
    }
}
