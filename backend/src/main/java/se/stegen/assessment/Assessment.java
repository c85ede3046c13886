package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.signing.StateChange;

/**
 * An assessment (kompetensbedömning) as one actor may see it.
 *
 * @param template the version of the form that it points at for ever
 * @param observedOn day of the observation
 * @param answers by field code; the assessor sees the own unsigned draft, others only what is signed
 * @param overall a step of the form's scale; null is not observed, in a draft not answered yet. In the assessor's own draft
 *     {@link AssessmentAnswer#NOT_OBSERVED} tells that "ej observerat" was chosen
 * @param assessorId null for an assessor without account, or while nobody is named
 * @param assessorName by account; else as given when signing; else the address; empty while nobody is named
 * @param assessorEmail where an assessor without account was asked
 * @param signingMethod how the signer was known; of meaning once signed
 * @param updatedAt UTC, the last save that this actor knows of
 * @param history every change of state, oldest first
 * @param mayEdit whether the actor may change the request now
 * @param maySend whether the actor may send it now
 * @param mayAnswer whether the actor may write, sign, return or decline now
 * @param mayWithdraw whether the actor may withdraw it now
 * @param mayForward whether the actor may hand the request to somebody else now
 * @param mayAskAgain whether the actor may start a new request like this one
 * @param outside who an assessor without account said to be when signing; null otherwise
 * @param confirmation who confirmed what was signed without sign-in; null while nobody has, or where none is needed
 * @param remindedAt UTC, the latest reminder; null where there was none
 * @param mayRemind whether the actor may remind the assessor now
 * @param mayConfirm whether the actor may confirm or report it now
 * @param mayVoid whether the actor may void it now
 */
public record Assessment(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        String specialtyName,
        @Nullable Long assessorId,
        String assessorName,
        @Nullable String assessorEmail,
        AssessmentTemplate template,
        LocalDate observedOn,
        List<String> goalCodes,
        List<String> competences,
        String context,
        Map<String, String> answers,
        @Nullable Integer overall,
        String doMore,
        String workOn,
        RecordState state,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        SigningMethod signingMethod,
        int version,
        List<StateChange> history,
        boolean mayEdit,
        boolean maySend,
        boolean mayAnswer,
        boolean mayWithdraw,
        boolean mayForward,
        boolean mayAskAgain,
        boolean mayVoid,
        @Nullable AssessorDetails outside,
        @Nullable Confirmation confirmation,
        @Nullable LocalDateTime remindedAt,
        boolean mayRemind,
        boolean mayConfirm) {

    /** Whether it was signed without sign-in and waits for the main supervisor's confirmation. */
    public boolean awaitsConfirmation() {
        return state == RecordState.SIGNED && signingMethod == SigningMethod.LINK && confirmation == null;
    }

    /** What is answered so far, as this actor may see it. */
    public AssessmentAnswer answer() {
        return new AssessmentAnswer(answers, overall, doMore, workOn);
    }

    /** Who took the latest step; empty where the clock did. */
    public String lastActor() {
        String name = history.isEmpty() ? null : history.getLast().actorName();
        return name == null ? "" : name;
    }

    /** The reason given with the latest step, e.g. why it was returned; null where none was. */
    public @Nullable String reason() {
        return history.isEmpty() ? null : history.getLast().reason();
    }
}
