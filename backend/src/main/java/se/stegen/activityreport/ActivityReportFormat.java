package se.stegen.activityreport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a yearly report is written. */
public enum ActivityReportFormat {
    /** Word, ready to edit. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** To print. */
    PDF("application/pdf");

    private final String contentType;

    ActivityReportFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of a name such as {@code docx}. */
    static Optional<ActivityReportFormat> of(String name) {
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
