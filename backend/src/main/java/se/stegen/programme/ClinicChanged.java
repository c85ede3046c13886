package se.stegen.programme;

/**
 * As {@link ProgrammeChanged}, where what is counted of a clinic itself has changed: its teaching, its reviews, the time of
 * its studierektor.
 *
 * @param clinicId which clinic
 */
public record ClinicChanged(long clinicId) {}
