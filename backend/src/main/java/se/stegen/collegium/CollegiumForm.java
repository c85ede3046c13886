package se.stegen.collegium;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The short form that a specialist answers before a collegium; the doctor's own rating has the same shape.
 *
 * @param competences what is asked of
 * @param doctors of whom, with what is written so far
 * @param done whether the one who is asked has said to be done
 * @param open whether it can still be written
 */
public record CollegiumForm(
        long collegiumId,
        String clinicName,
        LocalDate date,
        List<CollegiumCompetence> competences,
        List<View> doctors,
        boolean done,
        boolean open) {

    /** What is said of one doctor. */
    public record View(long programmeId, String name, Map<String, CollegiumLevel> levels, String comment) {
        /** Whether nothing is said. */
        public boolean isEmpty() {
            return levels.isEmpty() && comment.isEmpty();
        }
    }
}
