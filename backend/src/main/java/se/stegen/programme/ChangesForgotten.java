package se.stegen.programme;

/** Told just before old changes are forgotten: what was kept under {@link ProgrammeChanges#settled} must be let go now. */
public record ChangesForgotten() {}
