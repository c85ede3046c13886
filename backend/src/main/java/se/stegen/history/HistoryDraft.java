package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A file of records that is being looked through before it is brought in. It is kept as it is left; only its maker reads it.
 *
 * @param clinicId for the doctors of this clinic; null where for one portfolio
 * @param programmeId for this one portfolio; null where for a clinic
 * @param origin where the records come from; may be empty
 * @param updatedAt UTC
 */
public record HistoryDraft(
        long id,
        @Nullable Long clinicId,
        @Nullable Long programmeId,
        String fileName,
        String origin,
        List<Row> rows,
        LocalDateTime updatedAt,
        int version) {
    /**
     * One row with what was understood of it.
     *
     * @param line its number in the file, the header being 1
     * @param leftOut it is not to be brought in
     * @param written as it stands in the file
     * @param texts the cells, as corrected
     * @param corrected whether somebody has changed a cell
     * @param programmeId whose portfolio; null where that is not understood
     * @param doctorName whose
     * @param understood what will be brought in
     * @param remarks what is wrong or uncertain
     */
    public record Row(
            int line,
            boolean leftOut,
            String written,
            Map<HistoryField, String> texts,
            boolean corrected,
            @Nullable Long programmeId,
            @Nullable String doctorName,
            TransferredData understood,
            List<RowRemark> remarks) {
        /** What becomes of it. */
        public enum State {
            LEFT_OUT,
            ERROR,
            ALREADY_THERE,
            UNCERTAIN,
            READY
        }

        /** What becomes of it. */
        public State state() {
            if (leftOut) {
                return State.LEFT_OUT;
            }
            if (remarks.stream().anyMatch(remark -> remark.code().error())) {
                return State.ERROR;
            }
            if (remarks.stream().anyMatch(remark -> remark.code() == RowRemark.Code.ALREADY_THERE)) {
                return State.ALREADY_THERE;
            }
            return remarks.isEmpty() ? State.READY : State.UNCERTAIN;
        }
    }

    /** How many rows are in the state. */
    public long count(Row.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }
}
