package se.stegen.guideline;

import java.util.List;

/**
 * Doctors as they were measured.
 *
 * @param doctors by name
 */
record Measured(List<Doctor> doctors) {
    /** A doctor at a clinic. */
    record Doctor(long clinicId, TraineeCompliance compliance) {}

    /** Those of one clinic. */
    Measured of(long clinicId) {
        return new Measured(
                doctors.stream().filter(d -> d.clinicId() == clinicId).toList());
    }
}
