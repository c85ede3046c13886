package se.stegen.proof;

/**
 * Something that is not as it was signed.
 *
 * @param table the table of the row
 * @param key the row's key
 * @param programmeId whose portfolio; 0 where that is not known any more
 * @param what what differs
 */
public record Finding(String table, String key, long programmeId, String what) {
    /** One line. */
    @Override
    public String toString() {
        return table + " " + key + (programmeId == 0 ? "" : ", programme " + programmeId) + ": " + what;
    }
}
