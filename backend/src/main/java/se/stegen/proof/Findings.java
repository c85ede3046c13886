package se.stegen.proof;

import java.util.function.Consumer;

/** What one verification finds: told at once, and counted. */
final class Findings implements RecordCheck.Told {
    private final Consumer<Finding> told;
    private long count;

    Findings(Consumer<Finding> told) {
        this.told = told;
    }

    @Override
    public void tell(String table, String key, long programmeId, String what) {
        count++;
        told.accept(new Finding(table, key, programmeId, what));
    }

    void tell(SignatureRow row, String what) {
        tell("signature", row.programmeId() + "/" + row.number(), row.programmeId(), what);
    }

    long count() {
        return count;
    }
}
