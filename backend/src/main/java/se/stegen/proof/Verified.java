package se.stegen.proof;

/**
 * What {@code verify} went through.
 *
 * @param chains portfolios with signatures
 * @param signatures signatures
 * @param tombstones of them erased by a decision
 * @param checkpoints lines of the file of checkpoints beside the database
 * @param findings what is not as it was signed
 */
public record Verified(long chains, long signatures, long tombstones, long checkpoints, long findings) {
    /** One line with the counts. */
    @Override
    public String toString() {
        return chains + " chains, " + signatures + " signatures, " + tombstones + " tombstones, " + checkpoints
                + " checkpoints: " + (findings == 0 ? "all is as it was signed" : findings + " findings");
    }
}
