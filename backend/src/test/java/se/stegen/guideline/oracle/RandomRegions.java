package se.stegen.guideline.oracle;

import java.sql.SQLException;
import java.util.List;
import se.stegen.testing.TestProgram;

/** Random clinics for tests beside the oracle's. */
public final class RandomRegions {
    private RandomRegions() {}

    /** Makes clinics with doctors from a seed and gives the clinics' keys. */
    public static List<Long> make(long seed, int clinics, int doctors) throws SQLException {
        TestProgram.reference();
        try (BatchWriter out = new BatchWriter()) {
            RandomRegion region = new RandomRegion(seed, out);
            region.make(clinics, doctors);
            return List.copyOf(region.clinics);
        }
    }
}
