package se.stegen.collegium;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.stegen.common.Messages;

/**
 * What is known of a doctor before a collegium: one page, for those who plan it. Leaves are told without reasons.
 *
 * @param from first day of the period: the day after the previous collegium, else twelve months before
 * @param to its last day: today, or the meeting's where that is past
 * @param supervisionsHeld signed sessions in the period
 * @param supervisionsRequired what the guideline asks of twelve months; null where it asks nothing
 * @param supervisionsCounted what counts of the last twelve months; null where it asks nothing
 * @param assessments signed in the period, the latest first
 * @param goals how the goals stand
 * @param previous the collegium before; null where there was none
 * @param leaves in the period
 * @param own the doctor's own rating; null where there is none
 * @param views what each specialist said, by name
 * @param notPresent names of those who do not take part in this matter (jäv)
 */
public record CollegiumPack(
        long collegiumId,
        long programmeId,
        String doctorName,
        String specialtyName,
        String clinicName,
        LocalDate meeting,
        @Nullable String supervisorName,
        LocalDate from,
        LocalDate to,
        int supervisionsHeld,
        @Nullable Integer supervisionsRequired,
        @Nullable Integer supervisionsCounted,
        List<Assessed> assessments,
        Goals goals,
        @Nullable Previous previous,
        List<Absence> leaves,
        List<CollegiumCompetence> competences,
        @Nullable Said own,
        List<Said> views,
        List<String> notPresent) {

    /** What the specialists said of one competence: each level with who said it; empty where nobody did. */
    public String said(String code, Locale locale) {
        return Arrays.stream(CollegiumLevel.values())
                .map(level -> {
                    String who = views.stream()
                            .filter(view -> view.levels().get(code) == level)
                            .map(Said::name)
                            .collect(Collectors.joining(", "));
                    return who.isEmpty() ? "" : Messages.get(locale, "collegium.level." + level) + ": " + who;
                })
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * A signed assessment.
     *
     * @param overall a step of the form's scale; null where there is none
     */
    @Introspected
    public record Assessed(
            LocalDate day,
            String form,
            String formEn,
            String assessor,
            @Nullable Integer overall,
            String doMore,
            String workOn) {}

    /** Goals by how they stand; each is counted once. */
    public record Goals(int attested, int evidence, int planned, int notCovered) {
        /** All of them. */
        public int all() {
            return attested + evidence + planned + notCovered;
        }
    }

    /** The collegium before. */
    public record Previous(
            LocalDate heldOn,
            @Nullable Judgement judgement,
            String development,
            List<CollegiumOutcome.Action> actions) {}

    /**
     * An absence.
     *
     * @param to null is open
     * @param extent percent 1-100
     */
    @Introspected
    public record Absence(LocalDate from, @Nullable LocalDate to, int extent) {}

    /**
     * What somebody said of the doctor.
     *
     * @param name who; empty for the doctor
     */
    public record Said(String name, Map<String, CollegiumLevel> levels, String comment) {}
}
