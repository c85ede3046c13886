package se.stegen.report;

import io.micronaut.core.annotation.Nullable;

/** The supervisor's report as it is written; what each is, see {@link SupervisorReport}. */
public record SupervisorReportData(
        @Nullable String progress,
        @Nullable String strengths,
        @Nullable String development,
        @Nullable String needs) {}
