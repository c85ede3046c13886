package se.stegen.report;

/** Where a report stands. */
public enum ReportState {
    /** For its author only. */
    DRAFT,
    /** Sent; nothing of it changes. */
    SENT
}
