package se.stegen.programme;

/**
 * Something that a clinic's figures are counted from has changed and is committed, on this instance or another.
 * Published to event listeners on a thread of its own, at least once per change.
 *
 * @param programmeId whose programme
 */
public record ProgrammeChanged(long programmeId) {}
